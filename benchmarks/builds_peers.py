"""The generators beside which our builds are measured: stock Pelican and Hugo, as their list pins them.

They are installed from ``requirements-peers.txt`` into an environment of their own in the cache folder.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.made_archive import MadeArchive
from benchmarks.stock_sites import write_for_hugo, write_for_pelican

HERE = Path(__file__).resolve().parent.parent
PINNED = HERE / "requirements-peers.txt"
INSTALLED = HERE / ".cache" / "peers" / "generators"


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator that knows nothing of archives: how its site is written, built, and where that lies."""

    name: str
    write: Callable[[MadeArchive, Path], None]
    command: tuple[str, ...]
    output: str


def install_generators(folder: Path = INSTALLED) -> str:
    """Install the pinned packages where they are not there yet; what stood in the way, or nothing."""
    stamp = folder / PINNED.name
    if stamp.is_file() and stamp.read_bytes() == PINNED.read_bytes():
        return ""
    python = str(folder / "bin" / "python")
    install = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes"]
    steps = (
        [sys.executable, "-m", "venv", "--clear", str(folder)],
        [python, *install, "--only-binary", ":all:", "-r", str(PINNED)],
    )
    for step in steps:
        done = subprocess.run(step, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            return f"{' '.join(step[1:3])} failed: {(done.stderr or done.stdout).strip().splitlines()[-1:]}"
    stamp.write_bytes(PINNED.read_bytes())
    return ""


def generators(folder: Path = INSTALLED) -> tuple[Generator, ...]:
    """Those that are installed. Hugo's own program is called, not the Python around it, which takes time."""
    python = str(folder / "bin" / "python")
    options = ("--settings", "pelicanconf.py", "--output", "output", "--fatal", "errors")
    pelican = (python, "-m", "pelican", "content", *options)
    binaries = sorted(folder.glob("lib/python*/site-packages/hugo/binaries/hugo"))
    return (
        Generator("pelican", write_for_pelican, pelican, "output"),
        *(Generator("hugo", write_for_hugo, (str(one),), "public") for one in binaries[:1]),
    )
