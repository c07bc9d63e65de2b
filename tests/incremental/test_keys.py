"""A key holds all that can change a result: another text, another label, another line of code."""

from __future__ import annotations

import ast
import shutil
from dataclasses import dataclass, fields, replace
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.annotation import Link, Mention, Undecided
from plugins.archive.entity import Kind
from plugins.archive.source import Document, Label, Original, Rights, Segment
from plugins.archive.span import Span
from plugins.authority import kept_links
from plugins.authority.names import Bearer, Names
from plugins.discovery import all_names
from plugins.discovery.findings import Sighting, TextName
from plugins.incremental.keys import (
    PLUGINS,
    _files_of_code,
    digest_of,
    digest_of_code,
    key_of_text,
    text_alone,
    written_out,
)
from plugins.mentions import all_mentions

SEGMENT = Segment("review", Span(0, 3), 1, Label.ANSWER, "turn", "VARGA", None, 0, 1)
DOCUMENT = Document("review", Rights.FULL, Original("0" * 64, "Fog"), (SEGMENT,))

ELSEWHERE: dict[str, Any] = {"source": "diary", "number": 7, "rule": "other", "parent": 2, "depth": 1}
"""Other values of what no name and no link can rest on."""
DECIDING: dict[str, Any] = {"span": Span(0, 2), "label": Label.BODY, "speaker": "BELL", "blocks": 2}


@given(st.lists(st.text()), st.lists(st.text()))
def test_different_parts_have_different_digests(some: list[str], others: list[str]) -> None:
    assert (digest_of(*some) == digest_of(*others)) == (some == others)


def test_every_field_of_a_segment_either_decides_or_is_taken_away() -> None:
    """Whoever adds a field says here which."""
    assert {one.name for one in fields(Segment)} == {*ELSEWHERE, *DECIDING}


@pytest.mark.parametrize("field", DECIDING)
def test_what_names_rest_on_changes_the_key(field: str) -> None:
    changed = replace(DOCUMENT, segments=(replace(SEGMENT, **{field: DECIDING[field]}),))
    assert key_of_text(changed) != key_of_text(DOCUMENT)
    assert text_alone(changed) != text_alone(DOCUMENT)


@pytest.mark.parametrize("field", ELSEWHERE)
def test_what_no_name_rests_on_changes_nothing_and_cannot_be_seen(field: str) -> None:
    changed = replace(DOCUMENT, segments=(replace(SEGMENT, **{field: ELSEWHERE[field]}),))
    assert key_of_text(changed) == key_of_text(DOCUMENT)
    assert text_alone(changed) == text_alone(DOCUMENT)


def test_a_text_is_known_by_its_words_and_not_by_its_name_or_rights() -> None:
    renamed = replace(DOCUMENT, source="diary", rights=Rights.LINK, original=Original("1" * 64, "Fog"))
    assert (key_of_text(renamed), text_alone(renamed)) == (key_of_text(DOCUMENT), text_alone(DOCUMENT))
    other = replace(DOCUMENT, original=Original("0" * 64, "Fig"))
    assert key_of_text(other) != key_of_text(DOCUMENT)


def test_bearers_come_in_the_order_of_their_ids_in_every_process() -> None:
    """Sets have an order of their own in each."""
    bearers = [Bearer(f"b{number}", Kind.PERSON, "Bell") for number in range(9)]
    bearers[3] = replace(bearers[3], refused=("b8", "gone"), performers=("b0",))
    names = Names((), {one.id: one for one in bearers})
    assert list(names.concerned(["b7", "b5", "nobody", "b3", "b5"])) == ["b0", "b3", "b5", "b7", "b8"]
    assert names.facts["b3"] == written_out(bearers[3])


def test_a_new_field_is_written_out_by_itself() -> None:
    class Sort(Enum):
        LAMP = "lamp"

    @dataclass(frozen=True, slots=True)
    class Thing:
        name: str
        sort: Sort
        parts: tuple[str, ...] = ()

    assert written_out(Thing("Odile", Sort.LAMP)) == '["Odile", "lamp", []]'
    assert written_out(Thing("Odile", Sort.LAMP, ("glass",))) == '["Odile", "lamp", ["glass"]]'
    with pytest.raises(TypeError, match="has no place in a key"):
        written_out(Original("0", "text", blocks=(object(),)))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["lexicon/english.toml", "mentions/finding.py"])
def test_a_changed_line_of_code_or_of_a_table_is_another_digest(name: str, tmp_path: Path) -> None:
    for plugin in ("lexicon", "mentions"):
        shutil.copytree(PLUGINS / plugin, tmp_path / plugin, ignore=shutil.ignore_patterns("__pycache__"))
    before = digest_of_code("lexicon", "mentions", folder=tmp_path)
    assert before == digest_of_code("lexicon", "mentions")
    (tmp_path / "elsewhere").mkdir()
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("# another line\n")
    digest_of_code.cache_clear()
    _files_of_code.cache_clear()
    assert digest_of_code("lexicon", "mentions", folder=tmp_path) != before


SEEN_ELSEWHERE = {
    "credits": "tells jobs in messages about records, and nothing about a text",
    "incremental": "keeps, and decides nothing",
    "markdown_it": "reads records, whose values are in the keys",
    "dates": "reads records, whose values are in the keys",
    "sources": "gives the documents, whose text and segments are in the keys",
    "web_pages": "tells words from tags in articles of a site that is no archive, of which nothing is kept",
}
"""Plugins that deciding code imports although no digest of code holds them, and why that is right."""


@pytest.mark.parametrize("plugins", [all_names.CODE, all_mentions.CODE], ids=["discovery", "mentions"])
def test_the_digest_holds_all_code_that_decides(plugins: tuple[str, ...]) -> None:
    imported = {
        node.module.split(".")[1]
        for plugin in plugins
        for module in (PLUGINS / plugin).glob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("plugins.")
    }
    assert imported - {*plugins} <= {*SEEN_ELSEWHERE}
    files = (file for plugin in plugins for file in (PLUGINS / plugin).rglob("*") if file.is_file())
    assert {file.suffix for file in files if file.parent.name != "__pycache__"} <= {".py", ".toml", ".md"}


NUMBERS = st.floats(allow_nan=False)
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 9)).map(lambda one: Span(one[0], sum(one)))


def sourceless(kind: Any, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any value of a kind, in the source ``review``; a new field is drawn by itself."""
    return st.builds(kind, source=st.just("review"), span=SPANS, **more)


@given(st.lists(sourceless(Mention)))
def test_mentions_are_read_as_they_were_written(mentions: list[Mention]) -> None:
    assert list(all_mentions.decode_mentions(all_mentions.encode_mentions(mentions), "review")) == mentions


@given(st.lists(sourceless(Link, confidence=NUMBERS) | sourceless(Undecided)))
def test_links_are_read_as_they_were_written(links: list[Link | Undecided]) -> None:
    assert list(kept_links.decode_links(kept_links.encode_links(links), "review")) == links


@given(st.data())
def test_names_are_read_as_they_were_written(data: st.DataObject) -> None:
    sightings = st.lists(sourceless(Sighting)).map(tuple)
    names = data.draw(st.lists(st.builds(TextName, sightings=sightings, weight=NUMBERS, rival=NUMBERS)))
    assert list(all_names.decode_names(all_names.encode_names(names), "review")) == names
