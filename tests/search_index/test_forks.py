"""Changing from one package that offers Whoosh to another changes no byte of the index.

The packages clash, as all are imported by one name: each is installed into a folder of its own, which goes
before all others in a process of its own.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.building import ROOT
from tests.search_index.forks import digest_of_export

PINS = ROOT / "requirements-forks.txt"

KEPT = ROOT / ".cache" / "forks"
"""Where installed packages stay, so that a second run asks no registry."""

FORKS = {
    block.partition(" ")[0]: block
    for block in re.split(r"^(?=[a-z])", PINS.read_text("utf-8"), flags=re.MULTILINE)[1:]
}
"""The pin of each fork by its name and version, hashes included."""

PIP_WAYS = (
    *("--quiet", "--disable-pip-version-check", "--retries", "1"),
    *("--no-deps", "--only-binary", ":all:", "--require-hashes"),
)

WRONG_BYTES = "DO NOT MATCH THE HASHES"


@pytest.fixture(scope="module")
def digest() -> str:
    """What this environment's own Whoosh makes."""
    return digest_of_export()


@pytest.mark.parametrize("fork", FORKS)
def test_every_fork_of_whoosh_gives_the_same_files(fork: str, digest: str) -> None:
    folder = installed(fork)
    environment = os.environ | {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "tests.search_index.forks"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert Path(told["whoosh"]).parent == folder
    assert told["digest"] == digest


def test_three_forks_are_compared() -> None:
    assert [fork.partition("==")[0] for fork in FORKS] == ["whoosh", "whoosh-reloaded", "whoosh3"]


def installed(fork: str) -> Path:
    """The folder of a fork, from the cache or a registry; without either a test fails where CI is set."""
    pin = FORKS[fork]
    folder = KEPT / f"{fork}-{hashlib.sha256(pin.encode()).hexdigest()[:8]}"
    if folder.is_dir():
        return folder
    KEPT.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=KEPT, prefix=".new-") as work:
        wanted, new = Path(work, "requirements.txt"), Path(work, "new")
        wanted.write_text(pin, "utf-8")
        command = [sys.executable, "-m", "pip", "install", *PIP_WAYS, "-r", str(wanted), "--target", str(new)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            reason = f"pip could not install {fork}:\n{done.stderr}"
            if os.environ.get("CI") or WRONG_BYTES in done.stderr:
                pytest.fail(reason)
            pytest.skip(reason)
        try:
            new.rename(folder)
        except OSError:
            # Another process was faster, and what it has kept is the same.
            assert folder.is_dir()
    return folder
