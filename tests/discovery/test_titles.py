"""Titles: in marks of all kinds, and without marks as far as they reach."""

from __future__ import annotations

import pytest

from plugins.discovery.reaching import reach
from plugins.discovery.titles import LONGEST_TITLE, captioned_title, is_title_like, marked_titles
from tests.discovery.reading import passages_in, run_in


def titles_in(text: str) -> list[str]:
    return [one.words for one in marked_titles(text, 0, len(text))]


def weight_in(text: str) -> float:
    """The weight of the one title in a text."""
    (one,) = marked_titles(text, 0, len(text))
    return one.weight


@pytest.mark.parametrize(
    "marks", ["“{}”", "‘{}’", '"{}"', "'{}'", "«{}»", "« {} »", "_{}_", "*{}*"], ids=lambda marks: marks
)
@pytest.mark.parametrize("title", ["Rope Year", "Keeper’s Lamp", "Who Rings?", "2563 Days"])
def test_marks_of_all_kinds_hold_titles(marks: str, title: str) -> None:
    text = f"They watched {marks.format(title)} in fog."
    assert titles_in(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "“Rope Year,” the keeper said.",
        "“Rope Year,” said Varga.",
        "A sign says “Rope!” here.",
        "This “port” is a bakery.",
        "He said: “Nobody leaves the port before the lamp is lit tonight.”",
        "She held “Rope” up.\nThen “",
        "the 5'10 and 6'2 keepers",
        "snake_case_name and 2*3*4",
        "“”",
        "“…”",
    ],
)
def test_speech_signs_and_measures_are_no_titles(text: str) -> None:
    assert [one.words for one in marked_titles(text, 0, len(text)) if one.weight >= 2] == []


def test_a_titles_span_is_its_words_without_the_marks_and_a_comma() -> None:
    text = "In “Rope Year,” nobody rows."
    (one,) = marked_titles(text, 0, len(text))
    assert (one.span.of(text), one.words) == ("Rope Year", "Rope Year")


def test_a_year_or_a_word_like_film_makes_a_title_surer() -> None:
    plain = weight_in("Nobody “Rope Year” nobody")
    assert weight_in("Nobody “Rope Year” (2004) nobody") == plain + 3.0
    assert weight_in("the film “Rope Year” nobody") == plain + 2.5
    assert weight_in("a part in “Rope Year” nobody") == plain + 1.0
    assert weight_in("Nobody _Rope Year_ nobody") == plain + 1.5


def test_one_word_in_marks_is_little() -> None:
    """Quotation marks hold single words for many reasons."""
    assert weight_in("Nobody “Rope” nobody") < weight_in("Nobody “Rope Year” nobody")


@pytest.mark.parametrize(
    ("words", "is_title"),
    [
        ("The Keeper of the Lamp", True),
        ("Le Port des brumes", False),
        ("Fog and Rope", True),
        ("Dr. Varga’s Lamp", True),
        ("2563", True),
        ("¿Quién rema?", False),
        ("Nobody leaves", False),
        ("So it ends. Nobody Leaves", False),
        ("…", False),
        ("", False),
        (" ".join(["Fog"] * LONGEST_TITLE), True),
        (" ".join(["Fog"] * (LONGEST_TITLE + 1)), False),
    ],
)
def test_a_title_has_capitals_on_all_but_its_small_words(words: str, is_title: bool) -> None:
    assert is_title_like(words) is is_title


def test_a_caption_names_its_title_before_its_maker() -> None:
    text = "2563, by Todd Marrow. They rowed, by night."
    assert (one := captioned_title(text, 0, len(text))) is not None
    assert one.words == "2563"
    assert captioned_title("They rowed, by night", 0, 20) is None
    assert captioned_title("nobody at all, by Todd Marrow", 0, 29) is None


@pytest.mark.parametrize(
    ("text", "begins", "title"),
    [
        ("They saw Portrait of a Lamp on Fire.", "Portrait", "Portrait of a Lamp on Fire"),
        ("They saw Fog and Rope.", "Fog", "Fog and Rope"),
        ("They saw The Fog and the Rope.", "The Fog", "The Fog and the Rope"),
        ("They saw The Keeper’s Lamp.", "The Keeper", "The Keeper’s Lamp"),
        ("They saw Where the Rope Ends.", "Where", "Where the Rope Ends"),
        ("They saw Bread, Wire, Sunday.", "Bread", "Bread, Wire, Sunday"),
        ("They saw Rain, Rain.", "Rain", "Rain, Rain"),
        ("They saw Lamp, Texas, twice.", "Lamp", "Lamp, Texas"),
        ("They saw The Lamp with Nadia Bell.", "The Lamp", "The Lamp"),
        ("They saw The Lamp in Oslo.", "The Lamp", "The Lamp"),
        ("They saw films like Fog and Rope.", "Fog", "Fog"),
        ("They saw Bread, Wire and Sunday.", "Bread", "Bread"),
        ("They saw Fog of rope.", "Fog", "Fog"),
        ("They saw Fog in. The Rope ends.", "Fog", "Fog"),
        ("They saw Fog", "Fog", "Fog"),
        ("They saw Her and the Rope.", "Her", "Her"),
    ],
)
def test_a_title_without_marks_reaches_over_small_words(text: str, begins: str, title: str) -> None:
    """Never to a person or a place, nor over the end of a sentence, nor through a list of titles."""
    run = run_in(text, begins)
    (passage,) = passages_in(text)
    assert run.text[run.start : reach(run, passage.tokens)] == title.replace("’", "'")
