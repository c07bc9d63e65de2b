"""Whoever waits is told how far it is; nobody else is."""

from __future__ import annotations

import io
import sys

import pytest

from plugins.incremental.progress import Timings, shown_on_terminal, tell, watched_by


def test_whoever_watches_is_told_and_afterwards_is_not() -> None:
    told: list[tuple[str, int, int]] = []
    other: list[str] = []
    with watched_by(lambda *one: told.append(one)):
        with watched_by(lambda work, *_: other.append(work)):
            tell("pages", 1, 9)
        tell("texts", 2, 9)
    tell("pages", 3, 9)
    assert told == [("pages", 1, 9), ("texts", 2, 9)]
    assert other == ["pages"]


def test_whoever_watched_is_forgotten_after_an_exception() -> None:
    told: list[str] = []
    with pytest.raises(KeyError), watched_by(lambda work, *_: told.append(work)):
        raise KeyError
    tell("pages", 1, 2)
    assert told == []


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_drawn_on_a_terminal_and_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with shown_on_terminal():
        for done in range(1, 5):
            tell("pages", done, 9)
    assert "pages" in terminal.getvalue()
    assert "4/9" in terminal.getvalue()


def test_nothing_is_drawn_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a workflow's log a bar is noise."""
    said = io.StringIO()
    monkeypatch.setattr(sys, "stderr", said)
    with shown_on_terminal():
        tell("pages", 1, 2)
    assert said.getvalue() == ""


def test_a_stage_takes_the_time_of_its_block() -> None:
    timings = Timings()
    with timings.of("pages"):
        pass
    assert list(timings.stages) == ["pages"]
    assert 0 <= timings.stages["pages"] < 60


def test_the_slowest_pages_come_first_and_equals_by_name() -> None:
    timings = Timings(pages={"b": 1.0, "c": 2.0, "a": 1.0, "d": 0.5})
    assert timings.slowest(3) == [("c", 2.0), ("a", 1.0), ("b", 1.0)]
    assert Timings().slowest() == []
