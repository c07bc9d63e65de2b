"""Which names get a stub: those that the texts themselves introduce, and nobody knows or has refused."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from plugins.archive.entity import Kind
from plugins.archive.settings import Settings
from plugins.archive.source import Document, Label, Original, Rights, Segment
from plugins.archive.span import Span
from plugins.authority.record import Judgement, Record, Records, Refusal
from plugins.authority.schema import SuggestionCode
from plugins.discovery.findings import Sighting
from plugins.discovery.merging import Discovered
from plugins.stubs.names import name_stubs, unknown_names, variants_to_list, with_stub_names
from tests.making import document, documents, record, records, span_of

TEXT = "Ines Varga rows. Odile Marchand sings. Rope Year ends. Odile sleeps. Varga waits."

SETTINGS = Settings(Path("content"))


def named(text: str, kind: Kind, *forms: str, source: str = "review") -> Discovered:
    """A name at the first place of each of its forms."""
    seen = tuple(sorted(Sighting(source, span_of(text, form), form) for form in forms))
    return Discovered(forms[0], kind, tuple(sorted(forms[1:])), seen, ("a test says so",), 0.5)


VARGA = named(TEXT, Kind.PERSON, "Ines Varga")
ODILE = named(TEXT, Kind.CHARACTER, "Odile Marchand")
ROPE = named(TEXT, Kind.WORK, "Rope Year")


def unknown(recorded: Records, *found: Discovered, text: Document | None = None) -> list[str]:
    return [one.name for one in unknown_names(recorded, found, documents(text or document(TEXT)))]


def ids_of(recorded: Records, *found: Discovered, settings: Settings = SETTINGS) -> list[str]:
    return list(name_stubs(recorded, documents(document(TEXT)), found, settings))


def cut(text: str, *labels: Label, rights: Rights = Rights.SUMMARY) -> Document:
    """A text of which each line is a segment with a label of its own."""
    segments, start = [], 0
    for number, (line, label) in enumerate(zip(text.split("\n"), labels, strict=True), 1):
        segments.append(Segment("review", Span(start, start + len(line)), number, label, "by-hand"))
        start += len(line) + 1
    return Document("review", rights, Original("0" * 64, text), tuple(segments))


def test_a_name_that_no_record_knows_gets_a_stub() -> None:
    assert unknown(records(), VARGA, ODILE, ROPE) == ["Ines Varga", "Odile Marchand", "Rope Year"]


@pytest.mark.parametrize(
    "known",
    [
        record("v", "people", name="Ines Varga"),
        record("v", "people", name="INES VARGA"),
        record("v", "people", name="I. Varga", variants=["Ines Varga"]),
        record("v", "characters", name="Ines Varga"),
        record("v", "works", name="Ines Varga"),
    ],
    ids=["its name", "other capitals", "a variant", "another kind", "a work"],
)
def test_a_name_that_a_record_answers_to_gets_none(known: Record) -> None:
    """Whatever kind the record says that it is of: a person has decided."""
    assert unknown(records(known), VARGA) == []


def test_a_short_form_of_a_recorded_name_gets_none() -> None:
    recorded = records(record("v", "people", name="Ines Varga"), record("o", "characters", name="Odile Bell"))
    text = "Varga rows, and Odile sings."
    alone = named(text, Kind.PERSON, "Varga"), named(text, Kind.CHARACTER, "Odile")
    assert unknown(recorded, *alone, text=document(text)) == []


def test_a_full_name_gets_one_though_its_surname_is_known() -> None:
    """Two people may share it."""
    recorded = records(record("v", "people", name="Lotte Varga"))
    assert unknown(recorded, named(TEXT, Kind.PERSON, "Ines Varga", "Varga")) == ["Ines Varga"]


def test_the_title_of_a_text_is_no_name_that_is_known() -> None:
    """A review is often called after its film."""
    assert unknown(records(record("r", "sources", name="Rope Year")), ROPE) == ["Rope Year"]


@pytest.mark.parametrize(("kind", "left"), [(None, []), ("person", []), ("work", ["Ines Varga"])])
def test_a_refused_name_gets_none_for_the_kind_that_it_is_refused_for(
    kind: str | None, left: list[str]
) -> None:
    refusal = Refusal(SuggestionCode.UNKNOWN_NAME, name="ines varga", kind=kind)
    assert unknown(Records({}, refusals=(refusal,)), VARGA) == left


def test_words_that_somebody_has_judged_introduce_nobody() -> None:
    judgement = Judgement("review", span_of(TEXT, "Ines Varga"), None, "a test", "2026", "as an example")
    assert unknown(records(judgements=[judgement]), VARGA) == []


@pytest.mark.parametrize("rights", [Rights.SUMMARY, Rights.FULL])
def test_readers_comments_introduce_nobody(rights: Rights) -> None:
    text = "Nobody rows.\nInes Varga is great, writes a reader."
    commented = cut(text, Label.BODY, Label.COMMENT, rights=rights)
    assert unknown(records(), named(text, Kind.PERSON, "Ines Varga"), text=commented) == []


def test_a_form_that_readers_alone_use_is_none_of_a_stub() -> None:
    """The stub has the name as the text has it."""
    text = "Then Varga rows.\nInes Varga is great, writes a reader."
    commented = cut(text, Label.BODY, Label.COMMENT)
    found = named(text, Kind.PERSON, "Ines Varga", "Varga")
    (one,) = unknown_names(records(), [found], documents(commented))
    assert (one.name, one.variants, len(one.sightings)) == ("Varga", (), 1)


def test_a_text_of_which_only_the_record_is_kept_introduces_nobody() -> None:
    assert unknown(records(), VARGA, text=document(TEXT, rights=Rights.LINK)) == []


def test_ids_are_made_of_names_and_never_taken_twice() -> None:
    """Nor from a record, of whatever kind it is."""
    recorded = records(record("rope-year", "sources", name="A review"))
    twins = ROPE, named(TEXT, Kind.PERSON, "Rope Year"), named(TEXT, Kind.CHARACTER, "Rope Year")
    film = record("film", "films", name="The Film")
    assert ids_of(records(*recorded.by_id.values(), film), VARGA, *twins) == [
        "rope-year-character",
        "ines-varga",
        "rope-year-person",
        "rope-year-work",
    ]


def test_names_that_no_id_can_be_made_of_get_one_all_the_same() -> None:
    text = "宮崎駿 and 宮崎吾朗 rowed."
    found = [named(text, Kind.PERSON, name) for name in ("宮崎駿", "宮崎吾朗")]
    ids = list(name_stubs(records(), documents(document(text)), tuple(found), SETTINGS))
    assert len(set(ids)) == 2
    assert all(one.isascii() for one in ids)


def test_ids_are_the_same_on_every_build() -> None:
    found = [VARGA, ODILE, ROPE, named(TEXT, Kind.PERSON, "Rope Year")]
    ids = ids_of(records(), *found)
    for shuffled in permutations(found):
        assert ids_of(records(), *shuffled) == ids


def test_without_stubs_nobody_gets_one() -> None:
    settings = Settings(Path("content"), stubs=False)
    assert ids_of(records(), VARGA, settings=settings) == []
    assert with_stub_names(records(), {}, settings) == records()


def test_a_stub_is_a_record_that_says_what_it_is() -> None:
    text = documents(document(TEXT))
    film = record("film", "films", name="The Film")
    stubs = name_stubs(records(film), text, (ODILE,), SETTINGS)
    made = with_stub_names(records(film), stubs, SETTINGS).by_id["odile-marchand"]
    assert (made.is_stub, made.path) == (True, "content/characters/odile-marchand.md")
    assert made.text("summary") == "Found in 1 text by a program; nobody has looked at it yet."
    assert made.text("film") == "film"


def test_a_character_is_in_the_film_that_the_settings_name() -> None:
    both = records(record("a", "films", name="A"), record("b", "films", name="B"))
    stubs = name_stubs(both, documents(document(TEXT)), (ODILE,), SETTINGS)
    assert with_stub_names(both, stubs, Settings(Path("content"), film="b")).by_id["odile-marchand"].text(
        "film"
    ) == ("b")


def test_a_stub_lists_the_forms_that_no_rule_makes_of_its_name() -> None:
    """A surname is earned where the full name stands; a nickname never is."""
    text = "Ines Varga rows. Varga sings. Inka laughs."
    here = named(text, Kind.PERSON, "Ines Varga", "Varga", "Inka")
    assert variants_to_list(here) == ("Inka",)
    alone = Sighting("talk", Span(0, 5), "Varga")
    there = Discovered(here.name, here.kind, here.variants, (*here.sightings, alone), here.reasons, 0.5)
    assert variants_to_list(there) == ("Inka", "Varga")
    assert variants_to_list(named(TEXT, Kind.CHARACTER, "Odile Marchand", "Odile")) == ()


def test_a_part_of_a_recorded_name_is_no_name_of_its_own() -> None:
    """But where it stands alone."""
    text = "Rope: Year of Fog ends. Year of Fog begins."
    inside = named(text, Kind.WORK, "Year of Fog")
    alone = Discovered(
        "Year of Fog", Kind.WORK, (), (Sighting("review", Span(24, 35), "Year of Fog"),), ("a test",), 0.5
    )
    recorded = records(record("rope", "works", name="Rope: Year of Fog"))
    assert unknown(recorded, inside, text=document(text)) == []
    assert unknown(recorded, alone, text=document(text)) == ["Year of Fog"]


@pytest.mark.parametrize(
    ("lang", "found"), [("de", []), ("de-AT", []), ("en", ["Ines Varga"]), ("fr", ["Ines Varga"])]
)
def test_capitals_of_a_german_text_tell_of_no_name(lang: str, found: list[str]) -> None:
    """There every noun has one. Names that records list are found as before."""
    assert unknown(records(record("review", "sources", lang=lang)), VARGA) == found


@pytest.mark.parametrize(("name", "found"), [("Long Is Rope", []), ("Ines Rope", ["Ines Rope"])])
def test_nobody_takes_the_name_of_a_recorded_work_for_a_surname(name: str, found: list[str]) -> None:
    """It would leave no mention of the work sure; a known given name is another matter."""
    text = f"How {name}? Rope is long."
    recorded = records(record("rope", "films", name="Rope"))
    assert unknown(recorded, named(text, Kind.PERSON, name), text=document(text)) == found
