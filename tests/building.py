"""Builds for the tests, by the command that readers type, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The project's folder."""

CONTENT = ROOT / "content"


def files_in_git(*patterns: str) -> list[str]:
    """The project's own files by their paths in it, those that are not committed yet among them."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


class Refused(Exception):
    """A build that did not end well; its message is all that the build said."""


def invoke(*arguments: str | Path, answers: str = "") -> tuple[int, str, str]:
    """Status, standard output and standard error of a command, to whose questions ``answers`` are typed."""
    command = [sys.executable, "-m", "invoke", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, input=answers, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def build(output: Path, *options: str, environment: Mapping[str, str] | None = None) -> str:
    """What `invoke build` prints while it writes the site to ``output``.

    ``environment`` is laid over the variables of the tests.

    Raises:
        Refused: it ended with anything but 0, or gave a warning.
    """
    command = [sys.executable, "-m", "invoke", "build", "--output", str(output), *options]
    surroundings = {**os.environ, **(environment or {})}
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    if done.returncode != 0 or "WARNING" in said:
        raise Refused(f"$ {' '.join(command)}\nexit {done.returncode}\n{said}")
    return said
