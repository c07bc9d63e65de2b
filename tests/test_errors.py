"""docs/errors.md, entry by entry: the wrong example has the fault that is told, and the right one none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from commands.checking import CHECKED
from plugins.archive.errors import Code, ContentFaults, Problem
from plugins.archive.settings import Settings
from plugins.authority.record import Records
from plugins.importing.holdings import Holdings
from plugins.importing.plan import plan_import
from plugins.importing.saved_files import SavedFile
from plugins.leaks.scan import leaks_in
from plugins.search_index.export import export
from plugins.search_index.page import SearchPage
from tests.building import ROOT, invoke
from tests.making import REVIEW, document, flow_over, write_archive

ENTRY = re.compile(
    r"^### (?P<code>[A-Z-]+)\n(?P<told>.*?)^Wrong:\n(?P<wrong>.*?)^Right:\n(?P<right>.*?)"
    r"(?=^### [A-Z-]+$|^## (?:Limits|Faults)|\Z)",
    re.M | re.S,
)
BLOCK = re.compile(r"^`(?P<file>\S+)`\n\n```\w+\n(?P<text>.*?)\n```$", re.M | re.S)

WORDS = 8
"""As many words of the review may stand in a row in the examples of sites."""

SHARES = {"LEAKED-SHARE": 0.2}
"""What part of the review a site may show; all of it, where the example is of something else."""

PACKED = b"7z\xbc\xaf'\x1c" + bytes(range(256))
"""A file that nobody here can open."""

Files = list[tuple[str, str]]


def entries() -> dict[str, tuple[Files, Files]]:
    """The files of the wrong and of the right example of each code."""
    catalogue = (ROOT / "docs" / "errors.md").read_text("utf-8")
    return {
        one["code"]: (BLOCK.findall(one["wrong"]), BLOCK.findall(one["right"]))
        for one in ENTRY.finditer(catalogue)
    }


ENTRIES = entries()


def test_every_code_has_an_entry_and_every_entry_a_code() -> None:
    assert sorted(ENTRIES) == sorted(one.name.replace("_", "-") for one in Code)
    assert all(wrong and right for wrong, right in ENTRIES.values())


def test_the_entries_stand_in_the_order_of_the_tables() -> None:
    catalogue = (ROOT / "docs" / "errors.md").read_text("utf-8")
    assert re.findall(r"^\| `([A-Z-]+)` \| \[", catalogue, re.M) == list(ENTRIES)


@pytest.mark.parametrize("code", ENTRIES)
def test_the_wrong_example_has_this_fault_and_no_other(code: str, tmp_path: Path) -> None:
    found = list(faults_in(code, ENTRIES[code][0], tmp_path))
    assert [one.code for one in found] == [code]
    assert "; " in found[0].message


@pytest.mark.parametrize("code", ENTRIES)
def test_the_right_example_has_no_fault(code: str, tmp_path: Path) -> None:
    assert list(faults_in(code, ENTRIES[code][1], tmp_path)) == []


def test_the_help_of_check_leads_to_the_catalogue() -> None:
    assert "docs/errors.md" in invoke("check", "--help")[1]


def faults_in(code: str, files: Files, folder: Path) -> Iterable[Problem]:
    """What the command that tells of a code says of an example's files."""
    return next((find for start, find in FINDERS.items() if files[0][0].startswith(start)), _content)(
        code, files, folder
    )


def _content(code: str, files: Files, folder: Path) -> Iterator[Problem]:
    encoding = "cp1252" if (code, files) == ("UNREADABLE-ORIGINAL", ENTRIES[code][0]) else "utf-8"
    changed: dict[str, str | bytes] = {
        path.removeprefix("content/"): text.encode(encoding) for path, text in files
    }
    flow = flow_over(write_archive(folder, changed))
    for name in CHECKED:
        try:
            flow.sound_value(name)
        except ContentFaults:
            continue
    yield from flow.problems()


def _saved(_: str, files: Files, __: Path) -> Iterator[Problem]:
    saved = [SavedFile(path, text.encode()) for path, text in files]
    yield from plan_import(saved, Holdings(Records({}), frozenset(), {}, {}, frozenset())).problems


def _site(code: str, files: Files, folder: Path) -> Iterator[Problem]:
    for path, text in files:
        for name, data in _made(path.removeprefix("output/"), text):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    settings = Settings(Path("content"), excerpt_words=WORDS, excerpt_share=SHARES.get(code, 1.0))
    yield from leaks_in(folder, (document(REVIEW, "harbour-review"),), settings).problems


def _made(name: str, text: str) -> Iterator[tuple[str, bytes]]:
    """The files of a site that an example stands for."""
    if name.endswith(".7z"):
        yield name, PACKED
    elif name == "index.txt":
        index = export((SearchPage("a.html", "A page", "source", body=text),))
        yield from ((path, data) for path, data in index.items() if "documents" not in path)
    else:
        yield name, text.encode()


FINDERS: dict[str, Callable[[str, Files, Path], Iterator[Problem]]] = {"saved/": _saved, "output/": _site}
"""Who finds the faults of an example, by how the path of its first file begins; others are content."""


def test_a_check_asks_for_every_value_that_may_hold_faults(tmp_path: Path) -> None:
    """A stage with faults of its own that is forgotten there would tell them in builds alone."""
    flow = flow_over(write_archive(tmp_path))
    takes = {stage.gives: stage.takes for stage in flow.stages}
    made, waiting = set(), list(CHECKED)
    while waiting:
        name = waiting.pop()
        made.add(name)
        waiting += takes.get(name, ())
    assert [name for name in takes if hasattr(flow.value(name), "problems") and name not in made] == []
