"""Who did what on a film, where a text says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.annotation import CreditLine, Link, Undecided
from plugins.archive.entity import Entity, Kind
from plugins.archive.source import Document, Rights
from plugins.archive.span import Span
from plugins.authority.linking import Links
from plugins.authority.record import Records
from plugins.credits import reading
from plugins.credits.finding import find_credits
from plugins.incremental.kept import Kept
from tests.drawers import cases
from tests.durations import grows_like_a_line
from tests.making import document, documents, record, records, span_of

FILM = "The Tin Harbour"

MARKED = re.compile(r"<(?P<group>&)?(?P<person>[^>]+)>|\{(?P<part>[^}]+)\}|\[(?P<work>[^\]]+)\]")
KINDS = {"person": Kind.PERSON, "part": Kind.CHARACTER, "work": Kind.WORK}


def entity(name: str, kind: Kind) -> Entity:
    return Entity(name, kind, name, name, (), "", "", True)


def read(marked: str) -> tuple[str, list[Link], tuple[Entity, ...]]:
    """The text without its marks, and the names that were marked as links and entities."""
    text, links, position = "", [], 0
    entities: dict[str, Entity] = {}
    for match in MARKED.finditer(marked):
        text += marked[position : match.start()]
        kind = next(one for one in KINDS if match[one])
        surface, _, name = match[kind].partition("|")
        name = name or surface
        links.append(Link("review", Span(len(text), len(text) + len(surface)), name, "", "", 1.0))
        entities[name] = entity(name, Kind.ORGANISATION if match["group"] else KINDS[kind])
        text += surface
        position = match.end()
    return text + marked[position:], links, tuple(entities.values())


def about_the_film() -> Records:
    """The record of a review that says which film it is about."""
    return records(record("review", "sources", film=FILM))


def found_in(marked: str, own: Records | None = None) -> tuple[CreditLine, ...]:
    text, links, entities = read(marked)
    return find_credits(documents(document(text)), Links(tuple(links), ()), entities, own or about_the_film())


def said(line: CreditLine) -> str:
    part = line.character or (f"“{line.part}”" if line.part else "somebody")
    who = line.person or line.name
    words = f"{who} as {part}" if line.role == "cast" else f"{line.role}: {who}"
    more = [line.mode, line.status if line.status != "final" else ""]
    words = ", ".join([words, *(one for one in more if one)])
    return words if line.work == FILM else f"{words} (in {line.work or 'nothing'})"


@cases("credits")
def test_the_credits_of_a_text_are_those_of_the_cases(case: dict[str, Any]) -> None:
    found = list(dict.fromkeys(said(one) for one in found_in(case["text"])))
    assert sorted(found) == sorted(dict.fromkeys(case["expected"]))


def test_a_credit_spans_both_names_and_the_closing_bracket() -> None:
    text, _, _ = read("So {Odile} (<Nadia Bell>) waits.")
    assert [one.span.of(text) for one in found_in("So {Odile} (<Nadia Bell>) waits.")] == [
        "Odile (Nadia Bell)"
    ]


def test_a_credit_says_by_what_it_was_found_and_how_the_text_calls_the_job() -> None:
    (line,) = found_in("One day costume designer <Tess Linn> came.")
    assert (line.role, line.wording) == ("costume designer", "costume designer")
    assert line.reason == "a job before its holder"
    (line,) = found_in("<Nadia Bell> will play {Odile}.")
    assert line.reason == "after a verb of playing; will play"


def test_a_name_that_somebody_plays_is_the_one_character_among_its_candidates() -> None:
    """Which other Nora there is need not be known; of two characters none is chosen."""
    text = "Nora (Ida Brandt) will not leave the boat."
    _, _, entities = read("<Ida Brandt> {Nora} <Nora Quill> {Nora the elder}")
    played = Link("review", span_of(text, "Ida Brandt"), "Ida Brandt", "", "", 1.0)
    for candidates, read_as in ((("Nora", "Nora Quill"), ["Nora"]), (("Nora", "Nora the elder"), [])):
        left = Undecided("review", span_of(text, "Nora"), candidates, "a test says so")
        found = find_credits(documents(document(text)), Links((played,), (left,)), entities, about_the_film())
        assert [one.character for one in found] == read_as


def test_the_film_of_a_character_is_what_a_person_has_written() -> None:
    """Whatever the text turns to: an editor knows whose part it is."""
    own = records(record("Odile", "characters", film="tin-harbour"))
    (line,) = found_in("[Salt Year] is a thriller. {Odile} (<Nadia Bell>) sings.", own)
    assert line.work == "tin-harbour"


def test_a_text_is_about_the_work_that_leads_in_it_by_far() -> None:
    """Where no record says it; a text on many is about none of them."""
    paragraphs = (
        "[Drop] is slow.",
        "[Drop] is long; {Odile} (<Nadia Bell>) sings.",
        "[Drop], not [Salt Year].",
    )
    (line,) = found_in("\n\n".join(paragraphs), records())
    assert line.work == "Drop"
    many = "[Drop] and [Salt Year] were shown.\n\n{Odile} (<Nadia Bell>) sings."
    (line,) = found_in(many, records())
    assert line.work == ""


def test_what_made_the_music_is_no_work_wherever_it_is_named() -> None:
    """As long as only a program says that it is one."""
    text, links, entities = read(
        "A slow score by [Low Band], then more.\n\nIt ends with [Low Band]’s fine score."
    )
    found = [replace(one, is_stub=True) for one in entities]
    for known, named in (
        (tuple(found), [("", "Low Band"), ("", "Low Band")]),
        (entities, [("", "Low Band")]),
    ):
        lines = find_credits(documents(document(text)), Links(tuple(links), ()), known, about_the_film())
        assert [(one.person, one.name) for one in lines] == named


def test_a_credit_needs_its_own_text() -> None:
    """Links of one text say nothing in another."""
    text, links, entities = read("<Bram Oster> as {the Pilot}")
    other = documents(document(text, source="another"))
    assert find_credits(other, Links(tuple(links), ()), entities, about_the_film()) == ()


def test_a_text_of_which_only_the_record_may_be_shown_is_not_read() -> None:
    text, links, entities = read("<Bram Oster> as {the Pilot}")
    own: Document = document(text, rights=Rights.LINK)
    assert find_credits(documents(own), Links(tuple(links), ()), entities, about_the_film()) == ()


def test_whoever_is_still_to_direct_a_film_makes_all_of_it_announced() -> None:
    """As long as the text says nothing else of the others."""
    text = "<Ines Varga> will direct [The Tin Harbour]. <Jo Ruiz> has cut it. {Odile} (<Nadia Bell>) waits."
    statuses = {one.person: one.status for one in found_in(text)}
    assert statuses == dict.fromkeys(("Ines Varga", "Jo Ruiz", "Nadia Bell"), "announced")
    statuses = {one.person: one.status for one in found_in(text.replace("will direct", "directed"))}
    assert statuses == dict.fromkeys(("Ines Varga", "Jo Ruiz", "Nadia Bell"), "final")


def test_a_name_that_a_text_is_at_home_with_brings_it_back_to_its_film() -> None:
    """Where two other works in a row have left it open what is spoken of."""
    opening = "[The Tin Harbour] is here. <Ines Varga> waits.\n\n<Varga|Ines Varga> rows.\n\n"
    text = "It is like [Drop], and no, [Salt Year]. Ink. {} wrote it."
    assert [one.work for one in found_in(opening + text.format("<Varga|Ines Varga>"))] == [FILM]
    assert [one.work for one in found_in(opening + text.format("<Gus Varga>"))] == [""]


PIECES = {
    "pairs": "<Nadia Bell> plays {Odile}. ",
    "pronouns": "<Nadia Bell> waits. She plays {Odile}. He cut it.\n\n",
    "described parts": "The old keeper is <Gus Varga>. <Ida Brandt> is the widow. ",
    "jobs": "Director <Ines Varga> came with her editor, <Jo Ruiz>.\n\n",
    "words": "plays the old old old old keeper's old old old ",
    "names": "<Gus Varga>, ",
    "possessives": "<Gus Varga>’s [Drop] ",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    """Eight times the text takes eight times as long; not sixty-four."""

    def prepared(count: int) -> Callable[[], object]:
        marked = "{Odile} (<Nadia Bell>) waits in [The Tin Harbour]. " + piece * count
        text, links, entities = read(marked)
        own = documents(document(text))
        return lambda: find_credits(own, Links(tuple(links), ()), entities, about_the_film())

    assert grows_like_a_line(prepared, 60, 480)


def test_credits_that_are_kept_are_those_of_a_clean_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No text is read again; a name that means another makes its text anew."""
    text, links, entities = read("<Nadia Bell> plays {Odile}. <Tove Quist> shot it.")
    of = (documents(document(text)), Links(tuple(links), ()), entities, about_the_film())
    clean = find_credits(*of, Kept(tmp_path))
    assert [said(line) for line in clean] == [said(line) for line in find_credits(*of)] != []
    with monkeypatch.context() as context:
        context.setattr(reading, "read_text", None)
        assert find_credits(*of, Kept(tmp_path)) == clean
    other = Links((replace(links[0], entity="Odile"), *links[1:]), ())
    assert find_credits(of[0], other, entities, of[3], Kept(tmp_path)) == find_credits(
        of[0], other, entities, of[3]
    )
