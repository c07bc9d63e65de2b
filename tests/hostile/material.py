"""Hostile input as data, and one archive made of all of it that can be built.

The archive is that of ``tests/making.py``, about a film that nobody made. Each value stands in every text of
a person's record, and some at a time in those of every other kind.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.archive.entity import Kind
from plugins.authority.schema import AUTHORITY_FILES, FOLDERS, FORMER_IDS, Key, Shape
from plugins.importing.holdings import read_holdings
from plugins.importing.plan import plan_import
from plugins.importing.saved_files import SavedFile
from plugins.importing.writing import write_plan
from tests.making import flow_over, front_matter, write_archive

CASES = Path(__file__).parent / "cases"

AT_A_TIME = 5
"""Values in one text of a record that is no person's."""

IDS = {
    Kind.PERSON: "ines-varga",
    Kind.WORK: "tin-harbour",
    Kind.CHARACTER: "odile",
    Kind.PLACE: "ostend",
    Kind.SOURCE: "harbour-review",
}
"""A record of each kind that others may name."""


def read(name: str) -> dict[str, Any]:
    """The table of one file of cases."""
    return tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))


def bodies() -> dict[str, list[str]]:
    """Markdown by its group."""
    return read("markdown")


def values() -> list[str]:
    found: list[str] = read("values")["values"]
    return found


def saved_files() -> Iterator[SavedFile]:
    """Everything that somebody imports: texts, web pages, and files whose names are hostile."""
    texts, pages = read("texts"), read("saved_pages")
    for number, value in enumerate(texts["values"]):
        yield SavedFile(f"text-{number}.txt", texts["around"].replace("{}", value).encode())
    for number, value in enumerate(pages["pages"]):
        marked = f"<p>The boat of this page has the number {number}.</p>\n{value}"
        yield SavedFile(f"page-{number}.html", pages["frame"].replace("{}", marked).encode())
    for number, name in enumerate(read("files")["saved"]):
        yield SavedFile(name, f"Fog {number}\n\nA text by nobody, saved as it came.".encode())


def write_hostile_archive(folder: Path) -> tuple[Path, Path]:
    """The content folder and the library below ``folder``, with everything imported."""
    records = {f"pages/{group.replace('_', '-')}.md": _page(group) for group in bodies()}
    content, library = write_archive(folder, {**records, **dict(_records())}), folder / "library"
    flow = flow_over(content)
    holdings = read_holdings(flow.value("records"), flow.value("originals"), content, library)
    plan = plan_import(saved_files(), holdings)
    assert plan.problems == ()
    write_plan(plan, content, library)
    return content, library


def alter(content: Path) -> None:
    """Another value, no less hostile, in a fact of some records."""
    for file in sorted((content / "people").glob("people-1*.md")):
        text = file.read_text("utf-8")
        file.write_text(text.replace('"value": "', '"value": "<img src=x onerror=alert(1)>]]>', 1), "utf-8")


def _page(group: str) -> str:
    parts = (f"## Case {number}\n\n{body}" for number, body in enumerate(bodies()[group], 1))
    return front_matter({"name": f"Cases of {group}", "summary": "What a page may hold."}, "\n\n".join(parts))


def _records() -> Iterator[tuple[str, str]]:
    each = values()
    several = [" ".join(each[place : place + AT_A_TIME]) for place in range(0, len(each), AT_A_TIME)]
    for folder, kind in FOLDERS.items():
        for number, value in enumerate(each if folder == "people" else several):
            made = _filled(kind.keys, value)
            yield f"{folder}/{folder}-{number}.md", front_matter(made, f"{value}\n\n> {value}\n")
    for name, kind in AUTHORITY_FILES.items():
        entries = [
            _filled(kind.keys, value) | {"id": f"{name.partition('.')[0]}-short-{number}"}
            for number, value in enumerate(several)
        ]
        if name != "places.yaml":  # the archive has one of its own
            yield f"authority/{name}", json.dumps(entries, ensure_ascii=False)


def _filled(keys: Mapping[str, Key], value: str) -> dict[str, Any]:
    """A record with a value in each of its texts, and in what else it needs the first that does."""
    found: dict[str, Any] = {}
    for name, key in keys.items():
        if name == FORMER_IDS:
            continue  # no value of ours is an id: they are refused, in a test of their own
        if key.shape is Shape.TEXT:
            found[name] = key.choices[0] if key.choices else value
        elif key.shape is Shape.ADDRESS:
            found[name] = f"https://tin.example/{'_'.join(value.split())}"
        elif key.shape is Shape.TEXTS:
            found[name] = [value]
        elif key.shape is Shape.ITEMS and name != "errata":
            found[name] = [_filled(key.items or {}, value)]
        elif key.shape is Shape.ID and key.required:
            found[name] = IDS[key.kinds[0]]
        elif key.shape is Shape.CITES and key.required:
            found[name] = "harbour-review p1"
    return found
