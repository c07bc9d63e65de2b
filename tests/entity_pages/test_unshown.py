"""A text that may not be shown is found by its words, and gives away nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.archive.settings import Edition, Settings
from plugins.archive.source import Document, Label, Original, Rights, Segment
from plugins.archive.span import Span
from plugins.entity_pages.unshown import FEWEST, LONGEST, unshown_words
from tests.making import document

SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "wi", "xo", "zu")

FILLING = " ".join(one + other for one in SYLLABLES for other in SYLLABLES)
"""225 different words of a language that nobody speaks, so that a text is long enough."""

PUBLIC = Settings(Path("content"))
PRIVATE = replace(PUBLIC, edition=Edition.PRIVATE)


def words_of(text: str, rights: Rights = Rights.SUMMARY, settings: Settings = PUBLIC) -> tuple[str, ...]:
    """What is given of a text that is long enough, without its filling."""
    given = unshown_words(document(f"{text}\n\n{FILLING}", rights=rights), settings)
    return tuple(word for word in given if word not in FILLING.split())


def test_each_word_is_given_once_in_an_order_that_is_not_the_texts() -> None:
    text = "Tin rings. The pilot waits, and the tin waits; Ines Varga’s tin."
    assert words_of(text) == ("and", "ines", "pilot", "rings", "the", "tin", "varga", "waits")


def test_the_same_words_in_another_order_give_the_same() -> None:
    """Capitals and full stops would tell where sentences begin and end: the terms have neither."""
    assert words_of("The tin rings. Nobody waits!") == words_of("Nobody rings the tin, waits.")


@pytest.mark.parametrize(
    ("rights", "settings", "found"),
    [
        (Rights.EXCERPT, PUBLIC, True),
        (Rights.SUMMARY, PUBLIC, True),
        (Rights.LINK, PUBLIC, False),
        (Rights.FULL, PUBLIC, False),
        (Rights.SUMMARY, PRIVATE, False),
    ],
)
def test_only_a_text_that_is_told_of_and_not_shown_is_found_so(
    rights: Rights, settings: Settings, found: bool
) -> None:
    """What is shown is searched as it stands; of a text with ``link`` there is only the record."""
    assert bool(words_of("Tin rings.", rights, settings)) is found


def test_a_text_of_few_different_words_is_not_found() -> None:
    """However long it is: of so few its sentences could be put together again."""
    words = FILLING.split()
    enough, too_few = words[:FEWEST], words[: FEWEST - 1]
    assert len(unshown_words(document(" ".join(enough)), PUBLIC)) == FEWEST
    assert unshown_words(document(" ".join(too_few * 9)), PUBLIC) == ()


def test_what_is_kept_back_makes_no_text_long_enough() -> None:
    numbers = " ".join(str(10_000 + one) for one in range(FEWEST))
    assert unshown_words(document(f"Tin rings. {numbers}"), PUBLIC) == ()


@pytest.mark.parametrize(
    "written",
    [
        "odile@example.org",
        "(odile.marsh@example.org).",
        "odile＠example.org",
        "mailto:odile@example.org",
        "https://example.org/odile/lamp",
        "www.odile.example",
        "example.org/odile",
        "@odile_lamp",
        "#odile",
        "odile_lamp.jpg",
        "odile:secret",
        "/home/odile/",
        "C:\\odile\\lamp",
    ],
)
def test_an_address_is_no_word_of_a_text_nor_are_its_parts(written: str) -> None:
    assert words_of(f"Write to {written} today") == ("to", "today", "write")


@pytest.mark.parametrize(
    "written",
    [
        "+32 59 555 0137",
        "059/555.01.37",
        "(555) 013-7766",
        "1234567890",
        "BE71 0961 2345 6769",
        "10,500,300",
        "90210",
        "123-45-6789",
        "0x7f3a",
        "A9F3K7",
        "978-3-16-148410-0",
    ],
)
def test_of_long_numbers_nothing_is_left_that_is_long(written: str) -> None:
    """Parts of one or two digits are left, as of any number: they are in no order and count for nothing."""
    left = [word for word in words_of(f"Call {written} today") if word not in {"call", "today"}]
    assert [word for word in left if len(word) > 2] == []


@pytest.mark.parametrize("written", ["2003", "1970s", "8", "21st", "90"])
def test_years_and_small_numbers_are_words(written: str) -> None:
    assert written in words_of(f"In {written} it rang")


def test_a_run_of_letters_that_no_word_is_as_long_as_is_kept_back() -> None:
    assert words_of(f"{'a' * LONGEST} {'b' * (LONGEST + 1)}") == ("a" * LONGEST,)


@pytest.mark.parametrize("sentence", ["港はブリキで出来ている", "ท่าเรือดีบุก", "ဆိပ်ကမ်း", "កំពង់ផែ"])
def test_no_two_signs_of_a_script_without_spaces_stand_together(sentence: str) -> None:
    """There a run of signs between two spaces is a sentence."""
    foreign = [word for word in words_of(f"Tin {sentence} rings") if not word.isascii()]
    assert [word for word in foreign if len(word) > 1] == []


def test_readers_comments_and_the_page_around_a_text_are_not_found() -> None:
    text = f"Tin rings. {FILLING}\n\nI wept loudly.\n\nSubscribe here.\n\nVisited yesterday."
    labels = (Label.BODY, Label.COMMENT, Label.RESIDUE, Label.METADATA)
    starts = [0, *(text.index(words) for words in ("I wept", "Subscribe", "Visited")), len(text)]
    segments = tuple(
        Segment("talk", Span(starts[place], starts[place + 1]), place + 1, label, "by hand")
        for place, label in enumerate(labels)
    )
    talk = Document("talk", Rights.EXCERPT, Original("0" * 64, text), segments)
    given = set(unshown_words(talk, PUBLIC)) - set(FILLING.split())
    assert given == {"tin", "rings"}
