"""Who played whom, where a text says so."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from plugins.archive.annotation import Link, Undecided
from plugins.archive.entity import Entity, Kind
from plugins.archive.span import Span
from plugins.authority.linking import Links
from plugins.credits.patterns import find_credits
from tests.drawers import cases
from tests.making import document, documents, span_of

MARKED = re.compile(r"<(?P<person>[^>]+)>|\{(?P<part>[^}]+)\}")


def entity(name: str, kind: Kind) -> Entity:
    return Entity(name, kind, name, name, (), "", "", True)


def read(marked: str) -> tuple[str, list[Link], list[Entity]]:
    """The text without its marks, and the names that were marked as links and entities."""
    text, links, entities, position = "", [], [], 0
    for match in MARKED.finditer(marked):
        text += marked[position : match.start()]
        name = match["person"] or match["part"]
        links.append(Link("review", Span(len(text), len(text) + len(name)), name, "", "", 1.0))
        entities.append(entity(name, Kind.PERSON if match["person"] else Kind.CHARACTER))
        text += name
        position = match.end()
    return text + marked[position:], links, entities


@cases("credits")
def test_the_credits_of_a_text_are_those_of_the_cases(case: dict[str, Any]) -> None:
    text, links, entities = read(case["text"])
    found = find_credits(documents(document(text)), Links(tuple(links), ()), tuple(entities))
    said = [f"{one.person} as {one.character}" + (f", {one.mode}" if one.mode else "") for one in found]
    assert said == case["expected"]


def test_a_credit_spans_both_names_and_the_closing_bracket() -> None:
    text, links, entities = read("So {Odile} (<Nadia Bell>) waits.")
    found = find_credits(documents(document(text)), Links(tuple(links), ()), tuple(entities))
    assert [one.span.of(text) for one in found] == ["Odile (Nadia Bell)"]


def test_a_name_that_somebody_plays_is_the_one_character_among_its_candidates() -> None:
    """Which other Nora there is need not be known; of two characters none is chosen."""
    text = "Nora (Ida Brandt) will not leave the boat."
    _, links, entities = read("<Ida Brandt> {Nora} <Nora Quill> {Nora the elder}")
    played = replace(links[0], span=span_of(text, "Ida Brandt"))
    for candidates, read_as in ((("Nora", "Nora Quill"), ["Nora"]), (("Nora", "Nora the elder"), [])):
        left = Undecided("review", span_of(text, "Nora"), candidates, "a test says so")
        found = find_credits(documents(document(text)), Links((played,), (left,)), tuple(entities))
        assert [one.character for one in found] == read_as


def test_a_credit_needs_its_own_text() -> None:
    """Links of one text say nothing in another."""
    text, links, entities = read("<Bram Oster> as {the Pilot}")
    other = documents(document(text, source="another"))
    assert find_credits(other, Links(tuple(links), ()), tuple(entities)) == ()
