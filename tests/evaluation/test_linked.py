"""What a link is worth, and what is said of one that is wrong or missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evaluation.figures import Ratio
from evaluation.gold import Trap
from evaluation.linked import Miss
from plugins.archive.entity import Kind
from plugins.archive.span import Span
from tests.evaluation.annotating import annotated

VARGA = "{Ines Varga|p:ines-varga} made {Drop|w:drop}."


def test_a_link_on_the_very_span_to_the_very_entity_is_right() -> None:
    """And all that it is asked for counts: one mention found, one not."""
    text = annotated(VARGA)
    found = text.linked(text.link("Ines Varga", "ines-varga"))
    assert (found.counts["precision"], found.counts["recall"]) == (Ratio(1, 1), Ratio(1, 2))
    assert (found.counts["recall, person"], found.counts["recall, work"]) == (Ratio(1, 1), Ratio(0, 1))
    assert found.wrong == ()
    assert found.missed == (Miss("review", 16, "Drop", "drop", "nothing", "no mention found"),)


def test_a_wrong_entity_is_a_wrong_link_and_a_miss() -> None:
    text = annotated(VARGA)
    found = text.linked(text.link("Drop", "ines-varga"))
    assert found.counts["precision"] == Ratio(0, 1)
    assert found.counts["precision, person"] == Ratio(0, 1)
    reason = "a test says so"
    assert found.wrong == (Miss("review", 16, "Drop", "drop “Drop”", "ines-varga", reason),)
    assert found.missed[1] == Miss("review", 16, "Drop", "drop", "ines-varga “Drop”", reason)


@pytest.mark.parametrize("words", ["Varga", "Ines Varga made", "made"])
def test_any_other_span_is_wrong(words: str) -> None:
    """Part of a name, more than a name, and no name at all."""
    text = annotated(VARGA)
    found = text.linked(text.link(words, "ines-varga"))
    assert (found.counts["precision"], found.counts["recall"]) == (Ratio(0, 1), Ratio(0, 2))


def test_an_entity_that_the_annotation_does_not_know_is_wrong_everywhere() -> None:
    text = annotated(VARGA)
    found = text.linked(text.link("made", "maid"), unknown=["maid"])
    assert found.wrong == (Miss("review", 11, "made", "nothing", "[maid]", "a test says so"),)


def test_another_span_that_the_annotator_allows_is_as_right() -> None:
    text = annotated(VARGA, alt_spans=(Span(5, 10),))
    found = text.linked(text.link("Varga", "ines-varga"))
    assert (found.counts["precision"], found.counts["recall, person"]) == (Ratio(1, 1), Ratio(1, 1))


def test_another_entity_that_the_annotator_allows_is_as_right() -> None:
    text = annotated(VARGA, alt_entities=("drop",))
    found = text.linked(text.link("Ines Varga", "drop"))
    assert (found.counts["precision"], found.counts["recall, person"]) == (Ratio(1, 1), Ratio(1, 1))


def test_an_optional_mention_counts_neither_way() -> None:
    """Linked right or not at all, it changes nothing; linked wrongly, it is wrong."""
    text = annotated("{Varga|?p:ines-varga} made {Drop|?w:drop}.")
    for links in ((), (text.link("Varga", "ines-varga"),)):
        found = text.linked(*links)
        assert (found.counts["precision"], found.counts["recall"]) == (Ratio(0, 0), Ratio(0, 0))
    assert text.linked(text.link("Varga", "drop")).counts["precision"] == Ratio(0, 1)


def test_what_else_has_a_name_is_not_judged() -> None:
    """A place is neither right nor wrong; a person where the place stands is wrong."""
    text = annotated("{Ines Varga|p:ines-varga} in {Ostend|o:ostend}.")
    assert text.linked(text.link("Ostend", "ostend")).counts["precision"] == Ratio(0, 0)
    assert text.linked(text.link(" in ", "ostend")).counts["precision"] == Ratio(0, 0)
    assert text.linked(text.link("Ostend", "ines-varga")).counts["precision"] == Ratio(0, 1)
    called_a_work = {"ostend": Kind.WORK}
    found = text.linked(text.link("Ostend", "ostend"), other_kinds=called_a_work)
    assert found.counts["precision"] == Ratio(0, 0)


def test_behind_the_annotated_part_nothing_is_judged() -> None:
    text = annotated(VARGA)
    text.text += " Then Ines Varga left."
    found = text.linked(text.link("Ines Varga", "drop", nth=2))
    assert found.counts["precision"] == Ratio(0, 0)


def test_a_miss_that_was_left_to_people_with_the_right_candidate_is_told_apart() -> None:
    text = annotated(VARGA)
    left = [text.undecided("Drop", "drop", "ines-varga"), text.undecided("Ines Varga", "drop")]
    found = text.linked(undecided=left)
    assert found.counts["missed, undecided with the right candidate"] == Ratio(1, 2)
    assert found.missed[1].got == "undecided: drop, ines-varga"
    assert found.missed[1].reason == "a test leaves it open"


def test_means_give_each_entity_the_same_weight() -> None:
    """One person named three times and found once, one work found: two thirds, not a half."""
    text = annotated("{Varga|p:v}, {Ines|p:v}, {Ines Varga|p:v} and {Drop|w:drop}.")
    found = text.linked(text.link("Drop", "drop"), text.link("Ines", "v"), text.link("and", "v"))
    assert found.counts["recall"] == Ratio(2, 4)
    assert found.macro_recall == pytest.approx(2 / 3)
    assert found.macro_precision == pytest.approx(3 / 4)


def test_a_link_over_words_that_name_nothing_takes_the_trap() -> None:
    """However little it overlaps."""
    text = annotated("{Drop|w:drop} it in {May|-}, {Ines|p:ines}.")
    for words in ("May", "in May", "a"):
        found = text.linked(text.link(words, "ines"))
        assert found.counts["traps taken"] == Ratio(1, 1), words
        assert [trap.surface for trap in found.traps_taken] == ["May"]
    assert text.linked(text.link("Ines", "ines")).counts["traps taken"] == Ratio(0, 1)


def test_a_term_may_stand_where_nobody_is_named() -> None:
    """Terms and styles are not annotated."""
    text = annotated("A {Deco|-} lobby, {Ines|p:ines}.")
    found = text.linked(text.link("Deco", "deco"), other_kinds={"deco": Kind.TERM})
    assert found.counts["traps taken"] == Ratio(0, 1)


def test_a_trap_in_a_longer_name_is_taken_by_any_other_entity_on_just_its_words() -> None:
    """Not by the longer name itself, nor by its own entity; by a place as well as by a person."""
    text = annotated("{Ostend Weekly|w:ostend-weekly} of {Ostend|o:ostend} and {Ines|p:ines}.")
    text.gold = replace(text.gold, traps=(Trap("review", Span(0, 6), "Ostend", "ostend-weekly"),))
    taken = {
        ("Ostend Weekly", "ostend-weekly"): 0,
        ("Ostend Weekly", "ines"): 0,
        ("Ostend", "ostend-weekly"): 0,
        ("Ostend", "ines"): 1,
        ("Ostend", "ostend"): 1,
    }
    for (words, entity), expected in taken.items():
        found = text.linked(text.link(words, entity))
        assert found.counts["traps taken"] == Ratio(expected, 1), (words, entity)


def test_a_name_that_is_a_trap_too_is_passed_by_the_right_link() -> None:
    """The annotator warns of a name that a careless program gives to somebody else."""
    text = annotated("{Sam|p:samantha-morton} and {Samantha|c:samantha}.")
    text.gold = replace(text.gold, traps=(Trap("review", Span(0, 3), "Sam", "samantha-morton"),))
    assert text.linked(text.link("Sam", "samantha-morton")).counts["traps taken"] == Ratio(0, 1)
    assert text.linked(text.link("Sam", "samantha")).counts["traps taken"] == Ratio(1, 1)


@pytest.mark.parametrize("mark", ["w:drop", "?w:drop"])
def test_a_link_that_the_annotation_has_takes_no_trap(mark: str) -> None:
    """Though a word in it means nothing by itself."""
    text = annotated(f"{{Drop in May|{mark}}} by {{Ines|p:ines}}.")
    text.gold = replace(text.gold, traps=(Trap("review", Span(8, 11), "May"),))
    assert text.linked(text.link("Drop in May", "drop")).counts["traps taken"] == Ratio(0, 1)
    assert text.linked(text.link("Drop in May", "ines")).counts["traps taken"] == Ratio(1, 1)


def test_texts_that_are_not_at_hand_are_missed() -> None:
    text = annotated(VARGA)
    text.gold = annotated(VARGA, source="diary").gold
    assert text.linked().missed[0].reason == "the text is not at hand"
