"""Runs that a reading shares with a text: all of them, as long as can be, and fast."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.settings import Settings
from plugins.archive.source import Document, Label, Original, Rights, Segment
from plugins.archive.span import Span
from plugins.leaks.limits import PHRASE, Limit
from plugins.leaks.protected import PLACES, Protected
from plugins.leaks.words import terms_of
from tests.durations import stopped_after
from tests.leaks.planting import BODY, COMMENT, review

FEW = st.lists(st.sampled_from("abc"), max_size=60)
"""Texts of three words, which repeat themselves as no prose does."""


def document(text: str, source: str = "text", rights: Rights = Rights.SUMMARY) -> Document:
    segments = (Segment(source, Span(0, len(text)), 1, Label.BODY, "a test says so"),)
    return Document(source, rights, Original("0" * 64, text), segments)


def protected(*documents: Document, words: int = 25) -> Protected:
    from pathlib import Path

    return Protected(documents, Settings(Path("content"), excerpt_words=words))


def longest_at(reading: list[str], at: int, text: list[str]) -> int:
    """The slow and obvious way: how many words from here stand in the text in a row."""
    return max(
        next(
            (
                length
                for length in range(min(len(reading) - at, len(text) - place) + 1)
                if reading[at : at + length + 1] != text[place : place + length + 1]
                or length == min(len(reading) - at, len(text) - place)
            ),
            0,
        )
        for place in range(len(text) + 1)
    )


@given(reading=FEW, first=FEW, second=FEW)
def test_the_longest_run_at_every_word_is_found(
    reading: list[str], first: list[str], second: list[str]
) -> None:
    """In each of two texts, however often they repeat themselves."""
    known = protected(document(" ".join(first), "first"), document(" ".join(second), "second"))
    runs = list(known.runs_in(known.codes_of(reading)))
    for source, text in (("first", first), ("second", second)):
        for at in range(len(reading)):
            slow = longest_at(reading, at, text)
            fast = max(
                (
                    one.at + one.end - one.start - at
                    for one in runs
                    if known.text_of(one).source == source and one.at <= at < one.at + one.end - one.start
                ),
                default=0,
            )
            if slow >= PHRASE:
                assert fast == slow


@given(st.integers(min_value=PLACES, max_value=3 * PLACES), st.integers(min_value=0, max_value=40))
def test_a_run_that_begins_in_a_refrain_is_found(times: int, before: int) -> None:
    """A phrase that comes back too often to keep all its places is found by what follows it."""
    refrain = ["la"] * 20
    text = [*(refrain * times), *BODY.split()[:12]]
    reading = ["x", *(["la"] * before), *BODY.split()[:12], "x"]
    known = protected(document(" ".join(text)))
    runs = list(known.runs_in(known.codes_of(terms_of(" ".join(reading)))))
    assert max(one.end - one.start for one in runs) == before + 12


def test_a_text_of_one_word_is_read_in_good_time() -> None:
    """A page and a text that are both a refrain would be compared place by place."""
    known = protected(document("la " * 200_000))
    with stopped_after():
        runs = list(known.runs_in(known.codes_of(["la"] * 20_000)))
    assert max(one.end - one.start for one in runs) == 20_000


def test_a_free_text_is_nobody_elses() -> None:
    assert protected(document(BODY, rights=Rights.FULL)).texts == []


def test_a_word_is_what_stands_between_spaces() -> None:
    """Its limit counts words, and the gate counts them so: ``8½`` is one, though it is three terms."""
    text = "the 8½ well-made tin harbour — of K.K. Varga"
    known = protected(document(text))
    (run,) = known.runs_in(known.codes_of(terms_of(text)))
    assert run.end - run.start == 12
    assert known.length_of(run.start, run.end, Limit(8, 24, 0.15)) == 8
    assert known.texts[0].words == 9  # the dash is a word of the text, but of no run


def test_signs_count_as_the_limits_say() -> None:
    """25 words of an excerpt may have 250 signs; by chance, 24 signs are as much as 8 words."""
    text = "港" * 25
    known = protected(document(text))
    (run,) = known.runs_in(known.codes_of(terms_of(text)))
    assert known.length_of(run.start, run.end, Limit(25, 250, 0.15)) == 3
    assert known.length_of(run.start, run.end, Limit(8, 24, 0.15)) == 9
    assert known.texts[0].words == 25


def test_readers_comments_are_known_inside_a_run() -> None:
    known = protected(review())
    (run,) = known.runs_in(known.codes_of(terms_of(f"{BODY} {COMMENT}")))
    (part,) = known.comment_parts(run)
    assert known.words_at(*part) == terms_of(COMMENT)


@pytest.mark.parametrize("text", ["", "  \n", "one two three", "—", "港"])
def test_texts_too_short_to_be_known_are_no_trouble(text: str) -> None:
    known = protected(document(text), document(BODY, "body"))
    assert {known.text_of(one).source for one in known.runs_in(known.codes_of(terms_of(BODY)))} == {"body"}
