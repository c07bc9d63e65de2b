"""What the words of a sentence tell of its time: to come, past, called off, or told in the present."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from plugins.archive.date_expression import DateStatus
from plugins.archive.span import Span

_TABLE: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "cues.toml").read_text("utf-8"))


def _any_of(name: str) -> re.Pattern[str]:
    words = "|".join(f"(?:{one})" for one in _TABLE[name]).replace(" ", r"\s")
    return re.compile(rf"(?:(?<!\w)|(?=[’']))(?:{words})(?!\w)", re.IGNORECASE)


_PATTERNS = {name: _any_of(name) for name in _TABLE}

ANNOUNCES_WITHIN = 60
"""Code points between a present form that announces and its date: ``opens in New York on``."""

TURNS_WITHIN = 120
"""Code points between a plan and what the sentence turns to."""


@dataclass(frozen=True, slots=True)
class Tenses:
    """What stands around a date, with what is said on another level (in quotation marks) left out.

    ``left`` and ``right`` are the words of the sentence before and behind the date.
    """

    left: str
    right: str

    def status(self) -> DateStatus:
        """How the words have it."""
        if self._is_called_off():
            return DateStatus.CANCELLED
        return DateStatus.ANNOUNCED if self.looks_ahead() else DateStatus.HAPPENED

    def looks_ahead(self) -> bool:
        """Whether the nearest verb that governs the date is of the future: before it, else behind it."""
        ahead, past = self._last("ahead"), self._last("past")
        announcing = self._last("announcing")
        if announcing and len(self.left) - announcing <= ANNOUNCES_WITHIN and announcing >= past:
            return True
        if ahead or past:
            # A participle between the two is not what governs.
            return ahead >= past or (ahead > 0 and ahead >= self._last("past_finite"))
        first_ahead, first_past = self._first("ahead_behind"), self._first("past")
        return first_ahead is not None and (first_past is None or first_ahead < first_past)

    def announces_only(self) -> bool:
        """Whether only a present form looks ahead, which may also tell what is long past."""
        return self.looks_ahead() and not self._last("ahead") and self._first("ahead_behind") is None

    def is_over(self) -> bool:
        """Whether there is a verb of the past in the sentence."""
        return bool(self._last("past")) or self._first("past") is not None

    def is_earlier(self) -> bool:
        """Whether the past perfect tells it: before what is told."""
        near = self.left[-ANNOUNCES_WITHIN:]
        return _PATTERNS["past_perfect"].search(near) is not None or (
            len(self.left.strip()) < 12
            and _PATTERNS["past_perfect"].search(self.right[:ANNOUNCES_WITHIN]) is not None
        )

    def lasts(self) -> bool:
        """Whether the present perfect tells it: it goes on."""
        return _PATTERNS["present_perfect"].search(self.left[-TURNS_WITHIN:]) is not None

    def begins_scene(self) -> bool:
        """Whether the sentence says that it is this time, or begins with it and goes on in the present."""
        return self.says_it_is() or (bool(_FRONTED.fullmatch(self.left)) and self.is_present())

    def is_present(self) -> bool:
        """Whether the first verb behind the date, or the one before it in “it is”, is in the present."""
        if self.says_it_is():
            return "was" not in self.left[-ANNOUNCES_WITHIN:].casefold().split()
        present, past = self._first("present"), self._first("past")
        return present is not None and (past is None or present < past)

    def says_it_is(self) -> bool:
        """Whether the words before the date are of the form “It is the morning of”."""
        return _PATTERNS["scene"].search(self.left) is not None

    def _is_called_off(self) -> bool:
        if _PATTERNS["moved_from"].search(self.left):
            return True
        if _PATTERNS["planned"].search(self.left[-TURNS_WITHIN:]):
            return _PATTERNS["turned"].search(self.right[:TURNS_WITHIN]) is not None
        behind = re.match(r"\s?(?:was|were|is|has been|had been)\s(?:\w+\s)?", self.right)
        return (
            behind is not None
            and len(self.left.strip()) > 3
            and _PATTERNS["called_off"].match(self.right, behind.end()) is not None
        )

    def _last(self, name: str) -> int:
        """Where the last cue before the date ends, 0 for none."""
        return max((match.end() for match in _PATTERNS[name].finditer(self.left)), default=0)

    def _first(self, name: str) -> int | None:
        """Where the first cue behind the date begins."""
        match = _PATTERNS[name].search(self.right)
        return match.start() if match else None


_FRONTED = re.compile(
    r"\W{0,4}(?:and |but |then |now |so |later |early |late |back |meanwhile,? )?(?:in |on |by |at |during |it )?"
    r"(?:the |a |an |one |that |about )?(?:[\w’'-]+ ){0,2}(?:of |in )?(?:the )?",
    re.IGNORECASE,
)
"""What may stand before a date at the head of a sentence: “On the morning of”."""


def tells_in_present(words: str) -> bool:
    """Whether a paragraph, its quotations left out, has a verb of the present or of what is to come."""
    return any(_PATTERNS[name].search(words) is not None for name in ("present", "ahead_behind"))
