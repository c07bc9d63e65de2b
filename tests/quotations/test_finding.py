"""Quotations, and whose they are where the text says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.source import Quotation, Segment
from plugins.archive.span import Span
from plugins.quotations.finding import find_quotations, find_quoted_spans
from plugins.quotations.people_named import Known
from plugins.sources.segments import segment
from tests.drawers import DRAWERS, cases, drawer
from tests.durations import grows_like_a_line
from tests.labelled import labelled

SIGNS = "“”„‟\"‘’‚'«»‹›「」『』"
WORDS = st.sampled_from(
    [
        *SIGNS,
        *(" ", " ", ",", ".", "?", "—", ":", "(", ")", "\u2005", "\u00a0"),
        *("Varga", "Bell", "says", "says Varga", "Bell told the paper,", "tin", "It rings"),
        *("’s", "s’", "5", "I", "and", "K.", "van"),
        *("Varga nods. ", ",” she says. ", "he says", "says the director", "She"),
    ]
)
LINES = st.lists(st.one_of(st.lists(WORDS).map("".join), st.text(max_size=40)), max_size=6)
"""Paragraphs of marks and words in any order, and of any signs at all."""


def in_words(text: str, quotation: Quotation) -> str:
    words = quotation.span.of(text) + ("" if quotation.closed else " (unclosed)")
    return words + (f" — {quotation.speaker.of(text)}" if quotation.speaker else "")


@cases("quotations")
def test_the_quotations_of_a_text_are_those_of_the_cases(case: dict[str, Any]) -> None:
    text, segments = labelled(case["text"], dict(enumerate(case.get("labels", ()), 1)))
    found = find_quotations(text, segments, known_in(text, case))
    assert [in_words(text, one) for one in found] == case["expected"]


@pytest.mark.parametrize("name", DRAWERS)
def test_who_is_named_beside_a_quotation_does_not_depend_on_pronouns(name: str) -> None:
    """Without what is known of names no pronoun is read, and no speaker is another."""
    for case in drawer("quotations", name):
        text, segments = labelled(case["text"], dict(enumerate(case.get("labels", ()), 1)))
        alone = list(find_quotations(text, segments))
        for one, other in zip(alone, find_quotations(text, segments, known_in(text, case)), strict=True):
            assert other.by in ({one.by} if one.by else {None, "pronoun", "role"})
            assert one.speaker in (None, other.speaker)


def known_in(text: str, case: dict[str, Any]) -> Known:
    """The ``people`` (name to id) and ``things`` of a case wherever they stand, and who has its ``jobs``."""

    def places(name: str) -> list[Span]:
        return [Span(*match.span()) for match in re.finditer(rf"\b{re.escape(name)}\b", text)]

    people = {span: one for name, one in case.get("people", {}).items() for span in places(name)}
    others = frozenset(span for name in case.get("things", ()) for span in places(name))
    return Known(people, others, {job: frozenset(ids) for job, ids in case.get("jobs", {}).items()})


@given(LINES)
def test_quotations_are_in_order_inside_their_segments_and_never_overlap(lines: list[str]) -> None:
    text, segments = labelled(lines)
    position = 0
    for one in find_quotations(text, segments):
        assert position <= one.span.start < one.span.end
        assert sum(segment.span.contains(one.span) for segment in segments) == 1
        assert one.span.of(text)[0] in SIGNS
        position = one.span.end


@given(LINES)
def test_without_their_speakers_quotations_are_the_same(lines: list[str]) -> None:
    text, segments = labelled(lines)
    assert list(find_quoted_spans(text, segments)) == [one.span for one in find_quotations(text, segments)]


@given(LINES)
def test_a_speaker_is_a_name_outside_of_all_quotations(lines: list[str]) -> None:
    """Who is only talked about in a quotation does not say it."""
    text, segments = labelled(lines)
    found = list(find_quotations(text, segments, Known()))
    for one in found:
        assert (one.speaker is None) == (one.by is None)
        if one.speaker is not None:
            words = one.speaker.of(text)
            assert any(sign.isupper() for sign in words)
            assert not set(SIGNS.replace("’", "").replace("'", "")) & set(words)
            assert not any(other.span.overlaps(one.speaker) for other in found if other.closed)


@given(LINES, st.data())
def test_a_mark_left_open_changes_nothing_in_other_segments(lines: list[str], data: st.DataObject) -> None:
    """Unless it or the next paragraph opens a paragraph: quotations of several paragraphs are set so."""
    lines = [f"Fog {line}" for line in lines] or ["Fog"]
    at = data.draw(st.integers(0, len(lines) - 1))
    opened = [f"{line} “So it rang" if number == at else line for number, line in enumerate(lines)]

    def quotations_elsewhere(some: list[str]) -> list[tuple[int, str]]:
        text, segments = labelled(some)
        found = find_quotations(text, segments)
        by_segment = [(number_of(one, segments), in_words(text, one)) for one in found]
        return [one for one in by_segment if one[0] != at + 1]

    assert quotations_elsewhere(lines) == quotations_elsewhere(opened)


def number_of(quotation: Quotation, segments: tuple[Segment, ...]) -> int:
    return next(one.number for one in segments if one.span.contains(quotation.span))


def test_how_a_speaker_is_told_stands_with_the_quotation() -> None:
    text, segments = labelled(
        ["Director Varga nods. “A,” says Varga. “B,” she says. “C,” says the director. “D.”"]
    )
    found = find_quotations(text, segments, Known())
    assert [one.by for one in found] == ["name", "pronoun", "role", "role"]


def test_who_is_meant_is_the_nearest_name_before() -> None:
    """So that a link of that name is a link of the speaker."""
    text, segments = labelled(["Ines Varga came in. Varga nods. “A,” she says."])
    (found,) = find_quotations(text, segments, Known())
    assert found.speaker == Span(text.index("Varga nods"), text.index(" nods"))


def test_a_mark_left_open_takes_in_no_sentence_after_its_own() -> None:
    text, segments = labelled(["“What a ship!Oster bought it for a song. She left."])
    assert [in_words(text, one) for one in find_quotations(text, segments)] == ["“What a ship! (unclosed)"]


def test_a_caption_between_two_paragraphs_of_a_quotation_does_not_part_them() -> None:
    lines = ["Varga says: “It rang.", "Varga in the fog.", "“It sank.”"]
    text, segments = labelled(lines, {2: "caption"})
    found = list(find_quotations(text, segments))
    assert [in_words(text, one) for one in found] == ["“It rang. — Varga", "“It sank.” — Varga"]
    assert len({one.speaker for one in found}) == 1


def test_a_quotation_named_in_its_last_paragraph_is_named_in_all() -> None:
    text, segments = labelled(["“It rang.", "“It sank,” says Varga."])
    assert [in_words(text, one) for one in find_quotations(text, segments)] == [
        "“It rang. — Varga",
        "“It sank,” — Varga",
    ]


def test_the_blocks_of_a_comment_are_paragraphs() -> None:
    """A mark that is left open in the first ends there."""
    text = "“It rings and\n\nFog. “No,” says Bell."
    comment = replace(labelled(["x"])[1][0], span=Span(0, len(text)), blocks=2)
    assert [in_words(text, one) for one in find_quotations(text, [comment])] == [
        "“It rings and (unclosed)",
        "“No,” — Bell",
    ]


def test_lines_wrapped_by_hand_do_not_part_a_quotation_from_its_tag() -> None:
    text = "“It rings\nand it sinks,”\nsays Nadia\nBell."
    block = replace(labelled(["x"])[1][0], span=Span(0, len(text)))
    (found,) = find_quotations(text, [block])
    assert found.speaker is not None
    assert found.speaker.of(text).split() == ["Nadia", "Bell"]


@pytest.mark.parametrize(
    "line",
    [
        "“a,” says Bell. ",
        "“",
        '"a ',
        "‘a’ s’ ",
        "“‘",
        "Bell says, “A.” ",
        "“A,” Bell, the man, says. ",
        "“a “b” ",
        '5" ',
        "Bell nods. “A,” he says. ",
        "Bell nods “A,” he says, ",
        "“A,” he says. ",
        "Director Bell nods. “A,” says the director. ",
    ],
)
def test_time_grows_with_the_length_of_a_line(line: str) -> None:
    """Ten thousand marks in one line, and a line of four times as many takes no more than some four times."""

    def prepared(times: int) -> Callable[[], object]:
        text, segments = labelled([line * times])
        return lambda: list(find_quotations(text, segments, Known()))

    assert len(list(find_quotations(*labelled([line * 9]), Known()))) <= 18
    assert grows_like_a_line(prepared, 2_500, 10_000)


def test_the_originals_have_no_speaker_that_is_not_in_their_text(library: Path) -> None:
    """In each the marks are read to the end, and the one article with many speakers has several of them."""
    speakers: set[str] = set()
    for file in sorted(library.glob("*.txt")):
        text = file.read_bytes().decode("utf-8")
        found = list(find_quotations(text, segment("any", text)))
        assert all(one.span.end <= len(text) for one in found)
        speakers |= {one.speaker.of(text) for one in found if one.speaker}
    assert {"Jonze", "Landay", "Barrett"} <= speakers
    assert all(name.split()[-1][0].isupper() and len(name.split()) <= 2 for name in speakers)
