"""The search client's own tests, which need no browser: node runs them, whoever brought it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.building import ROOT
from tests.chromium import find_driver

TESTS = sorted((ROOT / "tests" / "js").glob("*.test.js"))


def find_node() -> Path | None:
    """The node on the PATH, else the one inside Playwright's wheel."""
    if found := shutil.which("node"):
        return Path(found)
    return find_driver()


@pytest.mark.parametrize("tests", TESTS, ids=lambda path: path.stem)
def test_the_client_keeps_its_promises_in_node(tests: Path) -> None:
    """One file of tests at a time, named one by one: newer nodes take a folder for a module."""
    node = find_node()
    if node is None:
        pytest.skip("needs node, on the PATH or in Playwright's wheel")
    done = subprocess.run([node, "--test", tests], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_client_has_tests() -> None:
    assert TESTS != []
