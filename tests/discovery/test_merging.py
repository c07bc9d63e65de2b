"""The names of several texts as one list."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.entity import Kind
from plugins.archive.span import Span
from plugins.discovery.finding import find_names
from plugins.discovery.findings import Sighting, TextName
from plugins.discovery.merging import Discovered, merge_names
from tests.making import document

PERSON, CHARACTER, WORK = Kind.PERSON, Kind.CHARACTER, Kind.WORK


def named(kind: Kind, *surfaces: str, source: str = "review", weight: float = 3.0) -> TextName:
    seen = tuple(
        Sighting(source, Span(10 * place, 10 * place + 4), one) for place, one in enumerate(surfaces)
    )
    return TextName(kind, surfaces, seen, weight, 0.0, (f"said by the {source}",))


def told(*found: TextName) -> list[str]:
    return [
        "; ".join((f"{one.kind.value}: {one.name}", *one.variants)) + f" in {', '.join(one.texts)}"
        for one in merge_names(found)
    ]


def test_the_same_name_of_two_texts_is_one() -> None:
    found = told(named(PERSON, "Ines Varga"), named(PERSON, "Ines Varga", "Varga", source="talk"))
    assert found == ["person: Ines Varga; Varga in review, talk"]


def test_capitals_accents_and_the_spacing_of_initials_make_no_other_name() -> None:
    one = named(PERSON, "K. K. Maés", source="b"), named(PERSON, "K.K. MAES", source="a")
    assert told(*one) == ["person: K. K. Maés; K.K. MAES in a, b"]


def test_a_surname_alone_goes_with_the_only_full_name_that_another_text_gives() -> None:
    full = named(PERSON, "Ines Varga")
    assert told(full, named(PERSON, "Varga", source="talk")) == ["person: Ines Varga; Varga in review, talk"]
    other = named(PERSON, "Lotte Varga")
    assert told(full, other, named(PERSON, "Varga", source="talk")) == [
        "person: Ines Varga in review",
        "person: Lotte Varga in review",
        "person: Varga in talk",
    ]


def test_a_single_name_goes_with_none_of_another_kind() -> None:
    assert told(named(PERSON, "Ines Varga"), named(CHARACTER, "Ines", source="talk")) == [
        "character: Ines in talk",
        "person: Ines Varga in review",
    ]


def test_a_person_and_a_part_of_one_name_are_whichever_more_speaks_for() -> None:
    (one,) = merge_names(
        [named(PERSON, "Odile Bell"), named(CHARACTER, "Odile Bell", source="b", weight=4.0)]
    )
    assert (one.kind, one.texts) == (CHARACTER, ("b", "review"))
    assert one.reasons == ("said by the b",)


def test_a_name_for_somebody_and_for_a_work_is_two_where_much_speaks_for_both() -> None:
    both = named(CHARACTER, "Larry Crane", weight=5.0), named(WORK, "Larry Crane", weight=5.0)
    assert told(*both) == ["character: Larry Crane in review", "work: Larry Crane in review"]
    less = named(CHARACTER, "Larry Crane", weight=5.0), named(WORK, "Larry Crane", weight=2.0)
    assert told(*less) == ["character: Larry Crane in review"]


def test_a_title_goes_with_the_only_longer_one_that_holds_it() -> None:
    """But not with a part of the same series, and one word is in too many titles."""
    whole = named(WORK, "Where the Rope Ends")
    assert told(whole, named(WORK, "Rope Ends", source="b")) == [
        "work: Where the Rope Ends; Rope Ends in b, review"
    ]
    assert len(told(whole, named(WORK, "Rope", source="b"))) == 2
    assert len(told(named(WORK, "Rope Year 2"), named(WORK, "Rope Year", source="b"))) == 2


def test_confidence_grows_with_what_speaks_for_a_kind_and_shrinks_with_what_speaks_against() -> None:
    def confidence(*found: TextName) -> float:
        (one,) = merge_names(found)
        return one.confidence

    sure = confidence(named(PERSON, "Ines Varga", weight=9.0))
    weak = confidence(named(PERSON, "Ines Varga", weight=2.0))
    torn = confidence(named(PERSON, "Ines Varga", weight=9.0), named(CHARACTER, "Ines Varga", weight=8.0))
    assert 0 < torn < sure < 1
    assert 0 < weak < sure


def test_no_name_is_no_name() -> None:
    assert merge_names([]) == ()


TEXTS = {
    "a": "Director Ines Varga rows. Varga made “Rope Year” (2004).",
    "b": "“No,” says Varga. Nadia Bell plays Odile in Rope Year.",
    "c": "The lamp, Odile (Nadia Bell), burns. Ines Varga’s Rope Year ends.",
    "d": "Editor Lotte Varga cut it. Odile sleeps, and Odile’s lamp burns.",
}
FOUND: list[tuple[TextName, ...]] = [find_names(document(text, source)) for source, text in TEXTS.items()]


@given(st.permutations(FOUND))
def test_the_order_of_the_texts_changes_nothing(texts: Any) -> None:
    def merged(order: Any) -> tuple[Discovered, ...]:
        return merge_names(name for names in order for name in names)

    assert merged(texts) == merged(FOUND)
