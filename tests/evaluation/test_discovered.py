"""What found entities are worth: found, wrong, of the right kind, split and merged."""

from __future__ import annotations

import pytest

from evaluation.discovered import coinciding, grouping_f1
from evaluation.figures import Ratio
from plugins.archive.entity import Kind
from plugins.archive.span import Span
from tests.evaluation.annotating import annotated

PERSON, CHARACTER, WORK, PLACE = Kind.PERSON, Kind.CHARACTER, Kind.WORK, Kind.PLACE

TEXT = (
    "{Ines Varga|p:ines-varga} made {Drop|w:drop}. {Varga|p:ines-varga} has {Odile|c:odile} drown in "
    "{Ostend|o:ostend} in {May|-}. {Lotte Varga|p:lotte-varga} is {Ines|p:ines-varga}’s sister."
)


def test_where_nothing_is_found_all_is_missing_and_nothing_is_wrong() -> None:
    found = annotated(TEXT).discovered({})
    assert found.counts["found"] == Ratio(0, 4)
    assert found.counts["found, person"] == Ratio(0, 2)
    assert [one.id for one in found.missing] == ["ines-varga", "drop", "odile", "lotte-varga"]
    assert (found.counts["wrong"].share, found.counts["kind right"].share) == (None, None)
    assert grouping_f1(found.counts, "surfaces") is None
    assert (found.counts["links: precision"], found.counts["links: recall"]) == (Ratio(0, 0), Ratio(0, 6))


def test_an_entity_is_found_whatever_it_is_called() -> None:
    """It stands for what its mentions coincide with; only its kind is compared."""
    text = annotated(TEXT)
    found = text.discovered({"x": PERSON}, text.link("Ines Varga", "x"), text.link("Varga", "x", nth=2))
    assert (found.counts["found"], found.counts["found, person"]) == (Ratio(1, 4), Ratio(1, 2))
    assert found.counts["kind right"] == Ratio(1, 1)
    assert (found.counts["links: precision"], found.counts["links: recall"]) == (Ratio(2, 2), Ratio(2, 6))


def test_a_wrong_kind_is_found_and_told() -> None:
    text = annotated(TEXT)
    found = text.discovered({"x": PERSON}, text.link("Odile", "x"))
    assert (found.counts["found, character"], found.counts["kind right"]) == (Ratio(1, 1), Ratio(0, 1))
    assert found.kinds_wrong == ("“x” [x, person] is odile, character",)
    assert found.wrong == ()


def test_what_is_nobody_and_what_is_a_place_is_wrong() -> None:
    text = annotated(TEXT)
    found = text.discovered(
        {"may": PERSON, "port": CHARACTER, "drop": WORK},
        text.link("May", "may"),
        text.link("Ostend", "port"),
        text.link("Drop", "drop"),
    )
    assert found.counts["wrong"] == Ratio(2, 3)
    assert found.wrong == (
        "“may” [may, person], 1 mention, is nothing",
        "“port” [port, character], 1 mention, is ostend, other",
    )
    assert (found.counts["links: precision"], found.counts["links: traps taken"]) == (
        Ratio(1, 3),
        Ratio(1, 1),
    )


def test_other_kinds_and_entities_without_a_mention_here_do_not_count() -> None:
    text = annotated(TEXT)
    found = text.discovered({"ostend": PLACE, "elsewhere": PERSON}, text.link("Ostend", "ostend"))
    assert found.counts["wrong"] == Ratio(0, 0)


def test_an_entity_of_which_nothing_is_required_counts_neither_way() -> None:
    text = annotated("{Ines|?p:ines} and {Drop|w:drop}.")
    found = text.discovered({"ines": PERSON}, text.link("Ines", "ines"))
    assert (found.counts["found"], found.counts["wrong"]) == (Ratio(0, 1), Ratio(0, 0))


def test_an_entity_in_two_pieces_is_found_once_and_again() -> None:
    """Neither piece is wrong, but of the three pairs of its surfaces only one is together."""
    text = annotated(TEXT)
    found = text.discovered(
        {"x": PERSON, "y": PERSON},
        text.link("Ines Varga", "x"),
        text.link("Varga", "x", nth=2),
        text.link("Ines", "y", nth=2),
    )
    assert (found.counts["found, person"], found.counts["found again"]) == (Ratio(1, 2), Ratio(1, 2))
    assert found.split == ("ines-varga: “x” [x, person], “y” [y, person]",)
    assert found.counts["surfaces grouped: precision"] == Ratio(1, 1)
    assert found.counts["surfaces grouped: recall"] == Ratio(1, 3)
    assert grouping_f1(found.counts, "surfaces") == pytest.approx(0.5)


def test_two_entities_in_one_are_found_as_the_greater() -> None:
    """The other is missing, and the pairs that do not belong together cost precision."""
    text = annotated(TEXT)
    found = text.discovered(
        {"x": PERSON},
        text.link("Ines Varga", "x"),
        text.link("Varga", "x", nth=2),
        text.link("Lotte Varga", "x"),
    )
    assert "lotte-varga" in [one.id for one in found.missing]
    assert found.merged == ("“x” [x, person]: ines-varga 2, lotte-varga 1",)
    assert found.counts["surfaces grouped: precision"] == Ratio(1, 3)
    assert found.counts["surfaces grouped: recall"] == Ratio(1, 1)
    assert found.counts["links: precision"] == Ratio(2, 3)


def test_the_same_name_of_two_people_in_one_entity_is_a_wrong_pair() -> None:
    text = annotated("{Niang|p:magaye}. {Niang|p:mareme}.")
    found = text.discovered({"x": PERSON}, text.link("Niang", "x"), text.link("Niang", "x", nth=2))
    assert found.counts["surfaces grouped: precision"] == Ratio(0, 1)
    assert found.counts["mentions grouped: precision"] == Ratio(0, 1)


def test_only_surfaces_of_required_mentions_are_grouped() -> None:
    text = annotated("{Ines|p:ines} and {Inés|?p:ines}, {Drop|w:drop}.")
    found = text.discovered({"x": PERSON}, text.link("Ines", "x"), text.link("Inés", "x"))
    assert found.counts["surfaces grouped: precision"] == Ratio(0, 0)
    assert found.counts["mentions grouped: precision"] == Ratio(0, 0)


def test_pairs_of_mentions_weigh_how_often_a_name_stands() -> None:
    """Three times the same surface are three pairs of mentions, and none of surfaces."""
    text = annotated("{Ines|p:ines}, {Ines|p:ines}, {Ines|p:ines}.")
    links = [text.link("Ines", one, nth) for nth, one in enumerate(("x", "x", "y"), 1)]
    found = text.discovered({"x": PERSON, "y": PERSON}, *links)
    assert found.counts["surfaces grouped: recall"] == Ratio(0, 0)
    assert found.counts["mentions grouped: recall"] == Ratio(1, 3)


def test_ties_go_to_the_annotations_first() -> None:
    text = annotated(TEXT)
    found = text.discovered({"x": PERSON}, text.link("Lotte Varga", "x"), text.link("Ines Varga", "x"))
    assert [one.id for one in found.missing] == ["drop", "odile", "lotte-varga"]


@pytest.mark.parametrize(
    ("span", "surface"),
    [
        (Span(0, 10), "Ines Varga"),
        (Span(0, 15), "Ines Varga"),
        (Span(4, 10), "Ines Varga"),
        (Span(5, 10), None),
        (Span(0, 20), None),
        (Span(11, 15), None),
        (Span(15, 20), "Drop"),
    ],
)
def test_a_mention_coincides_with_what_it_shares_more_than_half_with(span: Span, surface: str | None) -> None:
    """Half is not enough, of the name or of the mention."""
    rows = annotated("{Ines Varga|p:ines-varga} made {Drop|w:drop}.").gold.rows
    found = coinciding(rows, "review", span)
    assert (found and found.surface) == surface


def test_the_very_span_goes_before_a_longer_one_that_allows_it() -> None:
    rows = annotated("{Ines Varga|p:a} {Varga|p:b}", alt_spans=(Span(11, 16),)).gold.rows
    found = coinciding(rows, "review", Span(11, 16))
    assert found
    assert found.entity == "b"
