"""Who says what in a text: turns by their labels, quotations by their speakers, and nobody by a guess."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.archive.annotation import Link
from plugins.archive.assemble import Archive, assemble
from plugins.archive.claim import Claim
from plugins.archive.entity import Entity, Kind
from plugins.archive.source import Document, Label, Rights
from plugins.archive.span import Span
from plugins.quotations.said import Voices
from tests.making import document, link, span_of

TALK = (
    "THE QUAY: Why did you wait for fog?\n\n"
    "VARGA: We had to. “Fog first,” says Kit Aldous, and she is right.\n\n"
    "THE QUAY: And then?\n\n"
    "VARGA: I said “go,” says Varga. He told me that the tin would ring."
)


def entity(entity_id: str, name: str, kind: Kind = Kind.PERSON, *variants: str) -> Entity:
    return Entity(entity_id, kind, name, name, variants, f"people/{entity_id}.html", "", has_page=True)


VARGA = entity("ines-varga", "Ines Varga")
ALDOUS = entity("kit-aldous", "Kit Aldous")
QUAY = entity("the-quay", "The Quay", Kind.ORGANISATION)
LAMP = entity("odile", "Odile", Kind.CHARACTER)


def archive(*links: Link, entities: tuple[Entity, ...] = (VARGA, ALDOUS, QUAY, LAMP)) -> Archive:
    return assemble(entities, (), links)


def said(text: Document, known: Archive) -> list[tuple[str, str, str | None]]:
    found = Voices(known).said(text)
    return [(one.speaker, one.span.of(text.text).split()[0], one.teller) for one in found]


def test_a_turn_is_its_speakers_and_a_quotation_in_it_somebody_elses() -> None:
    """The paper that asks speaks too. What Varga quotes of herself is a part of her turn."""
    known = archive(
        link(TALK, "VARGA", "ines-varga"),
        link(TALK, "Kit Aldous", "kit-aldous"),
        Link("review", span_of(TALK, "Varga"), "ines-varga", "", "tests/1", 1.0),
    )
    assert said(document(TALK), known) == [
        ("the-quay", "THE", None),
        ("ines-varga", "VARGA:", None),
        ("kit-aldous", "“Fog", "ines-varga"),
        ("the-quay", "THE", None),
        ("ines-varga", "VARGA:", None),
    ]


def test_a_label_that_no_link_and_no_name_explains_is_nobodys() -> None:
    assert {speaker for speaker, _, _ in said(document(TALK), archive())} == {"the-quay"}


def test_a_label_that_was_linked_to_two_is_nobodys() -> None:
    second = TALK.index("VARGA", TALK.index("And then?"))
    known = archive(
        link(TALK, "VARGA", "ines-varga"),
        Link("review", Span(second, second + 5), "kit-aldous", "", "tests/1", 1.0),
    )
    assert {speaker for speaker, _, _ in said(document(TALK), known)} == {"the-quay"}


def test_a_name_that_two_share_is_no_label() -> None:
    twins = (entity("a", "Ines Varga"), entity("b", "Ines Varga"))
    assert dict(Voices(archive(entities=twins)).names) == {}


def test_a_quotation_is_its_speakers_only_where_the_speaker_is_linked() -> None:
    text = "“Fog first,” says Kit Aldous. “Tin,” says Jo Ruiz. “Bells,” she says."
    assert said(document(text), archive(link(text, "Kit Aldous", "kit-aldous"))) == [
        ("kit-aldous", "“Fog", None)
    ]


def test_a_pronoun_gives_its_words_to_the_person_whose_link_it_means() -> None:
    text = "Kit Aldous came to Ostend. “Fog first,” she says."
    ostend = entity("ostend", "Ostend", Kind.PLACE)
    links = (link(text, "Kit Aldous", "kit-aldous"), link(text, "Ostend", "ostend"))
    known = archive(*links, entities=(ALDOUS, ostend))
    assert said(document(text), known) == [("kit-aldous", "“Fog", None)]


def test_who_is_not_linked_keeps_a_pronoun_from_being_anybodys() -> None:
    text = "Kit Aldous looks at Jo Ruiz. “Fog first,” she says."
    assert said(document(text), archive(link(text, "Kit Aldous", "kit-aldous"))) == []


def test_a_pronoun_that_means_a_character_is_nobodys() -> None:
    text = "Odile waits in her lamp. “I am a lamp,” she says."
    assert said(document(text), archive(link(text, "Odile", "odile"))) == []


@pytest.mark.parametrize("role", ["director", "producer"])
def test_a_role_means_who_alone_has_it_in_the_credits(role: str) -> None:
    """Of two producers neither is the one. Who directed a work that is only spoken of is another matter."""
    text = "Ines Varga built a quay. It took a year. “Fog first,” says the ROLE.".replace("ROLE", role)
    credited = (
        ("tin", "director", "ines-varga"),
        ("tin", "producer", "ines-varga"),
        ("tin", "producer", "kit-aldous"),
        ("rope", "director", "kit-aldous"),
    )
    claims = [
        Claim(work, "credit", person, None, qualifiers=(("person", person), ("role", job)))
        for work, job, person in credited
    ]
    rope = entity("rope", "Rope", Kind.WORK)
    works = (
        replace(entity("tin", "Tin", Kind.WORK), url="films/tin.html"),
        replace(rope, url="works/rope.html"),
    )
    links = (link(text, "Ines Varga", "ines-varga"),)
    known = assemble((VARGA, ALDOUS, *works), claims, links)
    expected = [("ines-varga", "“Fog", None)] if role == "director" else []
    assert said(document(text), known) == expected


def test_what_is_only_reported_is_not_said() -> None:
    text = "Kit Aldous says that the fog came first."
    assert said(document(text), archive(link(text, "Kit Aldous", "kit-aldous"))) == []


def test_characters_do_not_speak() -> None:
    """A review quotes the film there, and nobody who made it."""
    text = "“I am a lamp,” says Odile."
    assert said(document(text), archive(link(text, "Odile", "odile"))) == []


def test_what_a_readers_comment_quotes_counts_only_in_a_text_that_is_free() -> None:
    """And whoever wrote the comment is no speaker, whatever name stands before it."""
    text = "I was on the quay. “Fog first,” says Ines Varga."
    links = (link(text, "Ines Varga", "ines-varga"),)
    for rights, expected in ((Rights.SUMMARY, []), (Rights.FULL, [("ines-varga", "“Fog", None)])):
        made = document(text, rights=rights)
        segments = tuple(replace(one, label=Label.COMMENT, speaker="Kit Aldous") for one in made.segments)
        assert said(replace(made, segments=segments), archive(*links)) == expected
