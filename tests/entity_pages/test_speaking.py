"""The label before a turn, in the ways in which interviews set it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.source import Block, Label, Segment
from plugins.archive.span import Span
from plugins.entity_pages.speaking import turn_label

TURNS = [
    ("VARGA: Fog, mostly.", "VARGA", 0, "VARGA", "Fog, mostly."),
    ("VARGA (director): Fog, mostly.", "VARGA", 0, "VARGA (director)", "Fog, mostly."),
    ("Q: Why tin?", "Q", 0, "Q", "Why tin?"),
    ("Ines Varga: Fog.", "Ines Varga", 0, "Ines Varga", "Fog."),
    ("INES VARGA Fog, mostly.", "INES VARGA", 10, "INES VARGA", "Fog, mostly."),
    ("VARGA:", "VARGA", 0, "VARGA", ""),
]
"""A turn, its speaker, how much of it is set in bold, and what its label and its own words are."""

NO_LABELS = [
    ("Fog, mostly.", "VARGA"),
    ("Varga never slept.", "Varga"),
    ("OSTER: Fog.", "VARGA"),
    ("VARGA: Fog.", None),
    ("", "VARGA"),
]
"""Turns that go on, turns that name their speaker, and those of somebody else."""


def said(text: str, speaker: str | None) -> Segment:
    return Segment("talk", Span(0, len(text)), 1, Label.ANSWER, "labelled-turn", speaker)


@pytest.mark.parametrize(("text", "speaker", "bold", "words", "turn"), TURNS)
def test_a_label_is_parted_from_what_is_said(
    text: str, speaker: str, bold: int, words: str, turn: str
) -> None:
    label = turn_label(text, said(text, speaker), Block(Span(0, len(text)), lead=bold))
    assert label is not None
    assert (label.name.of(text), label.words.of(text), text[label.turn :]) == (speaker, words, turn)


@pytest.mark.parametrize(("text", "speaker"), NO_LABELS)
def test_a_turn_without_a_label_has_none(text: str, speaker: str | None) -> None:
    assert turn_label(text, said(text, speaker), Block(Span(0, len(text)))) is None


@given(st.text("VARGA: (o)\n—", max_size=40))
def test_a_label_lies_before_its_turn(text: str) -> None:
    label = turn_label(text, said(text, "VARGA"), Block(Span(0, len(text))))
    if label is not None:
        assert label.words.contains(label.name)
        assert label.words.end <= label.turn <= len(text)
