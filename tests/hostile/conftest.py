"""The archive of everything hostile, built once in a run, and a browser for it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Protocol

import pytest

from tests.building import invoke
from tests.hostile.material import alter, write_hostile_archive


class Workbench(Protocol):
    """Where the sites of a test run are built, each once: see ``tests/conftest.py``."""

    folder: Path

    def site(self, name: str, *options: str) -> Path: ...


def _record_changes(content: Path, library: Path) -> None:
    """What is new since yesterday, by somebody with a hostile name: for the page of changes, and its feed."""
    places = ("--content", content, "--library", library)
    for day, who in (
        ("2026-01-01", "<script>alert(1)</script> ]]>"),
        ("2026-01-02", '"><svg onload=alert(1)>'),
    ):
        status, said, faults = invoke("changes", "--record", "--who", who, "--when", day, *places)
        assert status == 0, said + faults
        alter(content)


@pytest.fixture(scope="session")
def hostile_site(workbench: Workbench, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The private edition, which shows whole texts, in a folder with nothing else in it."""
    made = tmp_path_factory.mktemp("hostile")
    folder = workbench.folder / "hostile-archive"
    if not folder.exists():
        _record_changes(*write_hostile_archive(made / "archive"))
        with suppress(OSError):  # another process of this run may be faster
            (made / "archive").rename(folder)
    places = ("--content", str(folder / "content"), "--library", str(folder / "library"))
    return workbench.site("hostile", "--edition", "private", *places)
