"""What editors are told of records: schemas that hold of every record, snippets, types of properties."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from commands.schemas import editor_files, schemas
from plugins.archive.edtf import FORMS, Edtf, UnreadableDate
from plugins.authority.schema import AUTHORITY_FILES, FOLDERS, Key
from plugins.markdown_it.front_matter import read_front_matter, read_yaml
from tests.building import CONTENT, ROOT
from tests.drawers import drawer
from tests.making import ARCHIVE

LISTS = {
    **dict.fromkeys(AUTHORITY_FILES, "short-records"),
    "judgements.yaml": "judgements",
    "refusals.yaml": "refusals",
    "settlements.yaml": "settlements",
}
"""The schema of each file of ``content/authority/``."""

SEEN_BY_EDITORS = {"UNKNOWN-KEY", "MISSING-KEY", "WRONG-TYPE", "BAD-POINTER"}
"""Codes of faults that one record shows without any other, and most others are not."""

SCHEMAS = schemas()


def faults(name: str, value: Any) -> list[str]:
    found = Draft202012Validator(SCHEMAS[name]).iter_errors(as_others_read(value))
    return [f"{one.json_path}: {one.message}" for one in found]


def as_others_read(value: Any) -> Any:
    """Our values, which are all texts, as editors have them: what looks like a number is one."""
    if isinstance(value, dict):
        return {key: as_others_read(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_others_read(one) for one in value]
    is_number = isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,14}", value)
    return int(value) if is_number else value


def archives() -> list[Path]:
    """The archive, and those among the examples."""
    return [CONTENT, *sorted((ROOT / "examples").glob("*/content"))]


def records() -> list[Path]:
    return [
        file for home in archives() for folder in FOLDERS for file in sorted((home / folder).glob("*.md"))
    ]


def pages_of_cases() -> Iterator[tuple[str, str, str, list[str]]]:
    """Label, folder, text and codes of the cases of faults that are pages."""
    for name in ("in-the-wild", "synthetic", "negative"):
        for case in drawer("authority", name):
            folder = case["file"].partition("/")[0]
            if folder in FOLDERS and case["file"].endswith(".md"):
                codes = [one.split(": ")[1].split()[0] for one in case["expected"]]
                yield f"{name}: {case['label']}", folder, "\n".join(case["text"]), codes


@pytest.mark.parametrize("path", editor_files())
def test_the_files_of_editors_are_what_the_table_gives(path: str) -> None:
    """`invoke schema` writes them."""
    assert (ROOT / path).read_text("utf-8") == editor_files()[path]


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("file", records(), ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_record_of_the_archive_is_valid(file: Path) -> None:
    page = read_front_matter(file.read_text("utf-8"), file.name)
    assert faults(file.parent.name, page.values) == []


@pytest.mark.parametrize("name", LISTS)
def test_every_list_of_the_archive_is_valid(name: str) -> None:
    for file in (home / "authority" / name for home in archives()):
        if not file.is_file():
            continue
        assert faults(LISTS[name], read_yaml(file.read_text("utf-8"), name)[0] or []) == []


@pytest.mark.parametrize("path", [one for one in ARCHIVE if one.partition("/")[0] in FOLDERS])
def test_a_record_with_every_key_is_valid(path: str) -> None:
    assert faults(path.partition("/")[0], ARCHIVE[path]) == []


@pytest.mark.parametrize(
    ("folder", "text", "codes"), [pytest.param(*one[1:], id=one[0]) for one in pages_of_cases()]
)
def test_editors_and_the_check_agree(folder: str, text: str, codes: list[str]) -> None:
    """What the check passes, every editor does; what one record alone shows as wrong, every editor shows."""
    page = read_front_matter(text, "case.md")
    if not codes:
        assert faults(folder, page.values) == []
    elif page.values and not page.problems and set(codes) <= SEEN_BY_EDITORS:
        assert faults(folder, page.values) != []


@pytest.mark.parametrize(
    "written", ["2013", "2013-02", "2003~", "1921?", "2012/2013", "../1999", "[2001..2003]"]
)
def test_a_date_that_the_archive_reads_is_one_for_editors(written: str) -> None:
    assert Edtf.parse(written).written == written
    assert faults("films", {"name": "A", "summary": "B.", "year": written}) == []


@pytest.mark.parametrize("written", ["spring 2013", "13.5.2012", "2013-5", "2012–2013"])
def test_what_is_no_date_is_none_for_editors(written: str) -> None:
    with pytest.raises(UnreadableDate):
        Edtf.parse(written)
    assert faults("films", {"name": "A", "summary": "B.", "year": written}) != []


def test_patterns_are_written_for_other_programs_too() -> None:
    """ECMA 262 knows no names like Python's in a pattern, and no look-behind of its kind."""
    patterns = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(SCHEMAS))
    assert len(set(patterns)) == 6
    assert not any("(?P" in one or "(?<" in one or r"\\Z" in one for one in patterns)
    assert FORMS in json.loads(next(one for one in patterns if "XXXX" in one))


def test_another_word_stands_alone() -> None:
    """`aliases` is for `variants`; both together are refused by editors and by the check."""
    page = {"name": "Lotte Maes", "summary": "A critic.", "aliases": ["Maes"]}
    assert faults("people", page) == []
    assert faults("people", {**page, "variants": ["L. Maes"]}) != []


def test_a_refusal_needs_what_its_code_needs() -> None:
    decided = {"who": "Jo Ruiz", "when": "2026-11", "why": "No name."}
    assert faults("refusals", [{"code": "UNKNOWN-NAME", "name": "Fog", **decided}]) == []
    assert faults("refusals", [{"code": "LIKELY-DUPLICATE", "name": "Fog", **decided}]) != []


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_snippet_has_every_key_that_must_be_there(folder: str) -> None:
    """And offers the choices of those that have some."""
    [snippet] = [
        one
        for one in json.loads(editor_files()[".vscode/archive.code-snippets"]).values()
        if one["prefix"] == f"archive-{folder}"
    ]
    assert snippet["body"][0] == "---"
    lines = dict(line.split(": ", 1) for line in snippet["body"][1 : snippet["body"].index("---", 1)])
    needed: dict[str, Key] = {name: key for name, key in FOLDERS[folder].keys.items() if key.required}
    assert list(lines) == list(needed)
    for name, key in needed.items():
        assert all(choice in lines[name] for choice in key.choices)


def test_vs_code_knows_the_schema_of_each_list() -> None:
    """What it can know of front matter, docs/editors.md says."""
    told = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    files = {
        file: schema
        for schema, files in told.items()
        for file in ([files] if isinstance(files, str) else files)
    }
    assert files == {
        f"content/authority/{name}": f"./schemas/{schema}.json" for name, schema in LISTS.items()
    }


def test_obsidian_shows_dates_as_text_and_names_as_lists() -> None:
    """A day of its calendar would be written for 2013-02, and 2003~ be refused."""
    types = json.loads(editor_files()[".obsidian/types.json"])["types"]
    assert (types["aliases"], types["variants"], types["date"]) == ("aliases", "multitext", "text")
