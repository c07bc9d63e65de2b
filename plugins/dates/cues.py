"""What the words of a sentence tell of its time: to come, past, called off, or told in the present."""

from __future__ import annotations

import re
import tomllib
from functools import cached_property
from pathlib import Path

from plugins.archive.date_expression import DateStatus

_TABLE: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "cues.toml").read_text("utf-8"))


def _any_of(name: str) -> re.Pattern[str]:
    words = "|".join(f"(?:{one})" for one in _TABLE[name]).replace(" ", r"\s")
    return re.compile(rf"(?:(?<!\w)|(?=[’']))(?:{words})(?!\w)", re.IGNORECASE)


_PATTERNS = {name: _any_of(name) for name in _TABLE}

NEAR = 100
"""Code points before a date in which a cue stands that must end right before it."""

ANNOUNCES_WITHIN = 60
"""Code points between a present form that announces and its date: ``opens in New York on``."""

PARTICIPLE = 14
"""Code points behind “has been” that a participle may take."""

TURNS_WITHIN = 120
"""Code points between a plan and what the sentence turns to."""


class Tenses:
    """What stands around a date, with what is said on another level (in quotation marks) left out.

    ``left`` and ``right`` are the words of the sentence before and behind the date. Nothing is looked for
    before it is asked, and nothing twice.
    """

    def __init__(self, left: str, right: str) -> None:
        self.left, self.right = _INSERTED.sub(_blanked, left), _INSERTED.sub(_blanked, right)
        self._ends: dict[str, int] = {}
        self._starts: dict[str, int | None] = {}

    @cached_property
    def status(self) -> DateStatus:
        """How the words have it."""
        if self.is_set_in:
            return DateStatus.HAPPENED
        if self._is_called_off():
            return DateStatus.CANCELLED
        return DateStatus.ANNOUNCED if self.looks_ahead else DateStatus.HAPPENED

    @cached_property
    def looks_ahead(self) -> bool:
        """Whether the nearest verb that governs the date is of the future: before it, else behind it."""
        ahead, past, announcing = map(self._last, ("ahead", "past", "announcing"))
        if announcing and len(self.left) - announcing <= ANNOUNCES_WITHIN and announcing >= past:
            return True
        if self._stands_before("listing"):
            return True
        if ahead or past:
            # A participle between the two is not what governs.
            return ahead >= past or (ahead > 0 and ahead >= self._last("past_finite"))
        if _DATELINE.match(self.right):
            return False
        if self._stands_before("release_line"):
            return True
        first_ahead, first_past = self._first("ahead_behind"), self._first("past")
        return first_ahead is not None and (first_past is None or first_ahead < first_past)

    @property
    def announces_only(self) -> bool:
        """Whether only a present form looks ahead, which may also tell what is long past."""
        other = self._last("ahead") or self._stands_before("release_line")
        return self.looks_ahead and not other and self._first("ahead_behind") is None

    @property
    def is_over(self) -> bool:
        """Whether there is a verb of the past in the sentence."""
        return bool(self._last("past")) or self._first("past") is not None

    @property
    def is_earlier(self) -> bool:
        """Whether the past perfect tells it: before what is told."""
        perfect = _PATTERNS["past_perfect"]
        if perfect.search(self.left[-ANNOUNCES_WITHIN:]) is not None:
            return True
        begins = len(self.left.strip()) < AT_HEAD
        return begins and perfect.search(self.right[:ANNOUNCES_WITHIN]) is not None

    @property
    def lasts(self) -> bool:
        """Whether the present perfect tells it: it goes on."""
        return _PATTERNS["present_perfect"].search(self.left[-TURNS_WITHIN:]) is not None

    @property
    def lasts_until_now(self) -> bool:
        """Whether the verb that governs the date is in the present perfect, which looks back from now."""
        perfect = self._last("present_perfect")
        # “Has been closed”: the participle belongs to it.
        return (
            perfect > 0
            and perfect + PARTICIPLE >= self._last("past_finite")
            and perfect >= self._last("ahead")
        )

    @property
    def plans_in_past(self) -> bool:
        """Whether what announces the date is a verb of the past: “was to open in May”."""
        ends = list(_PATTERNS["ahead"].finditer(self.left))
        if not ends:
            return False
        words = self.left[max(ends[-1].start() - 12, 0) : ends[-1].end()]
        return _NOW.search(words) is None and _PATTERNS["plan_in_past"].search(words) is not None

    @property
    def is_future_in_past(self) -> bool:
        """Whether “would” or “could” tells what came, seen from a past time, and nobody only said so."""
        found = list(_PATTERNS["would"].finditer(self.left))
        if not found or self._last("ahead") > found[-1].end():
            return False
        return _PATTERNS["said"].search(self.left[max(found[-1].start() - NEAR, 0) : found[-1].end()]) is None

    @cached_property
    def names_date(self) -> bool:
        """Whether a date is what somebody gives, with no word between: “The interview named 20 November”."""
        return _NAMES.search(self.left) is not None

    @property
    def is_set_in(self) -> bool:
        """Whether it is the time that a story is set in."""
        return _SET_IN.search(self.left) is not None

    @cached_property
    def is_scheduled(self) -> bool:
        """Whether a verb of the present governs a date behind it: “the company moves on Friday”."""
        present = self._last("present")
        return present > 0 and present > self._last("past")

    @cached_property
    def is_verbless(self) -> bool:
        """Whether it is an entry of a listing: parts with marks between them, and no verb of any time."""
        if not _LISTS.search(self.left) and not _LISTS.search(self.right):
            return False
        return self.has_no_verb

    @cached_property
    def has_no_verb(self) -> bool:
        """Whether no verb of any time is in the sentence that this table knows."""
        names = ("past", "ahead", "ahead_behind", "announcing", "present", "present_perfect")
        return not any(_PATTERNS[name].search(side) for name in names for side in (self.left, self.right))

    @cached_property
    def begins_scene(self) -> bool:
        """Whether the sentence says that it is this time, or begins with it and goes on in the present."""
        return self.says_it_is or (_FRONTED.fullmatch(self.left) is not None and self.is_present)

    @cached_property
    def is_present(self) -> bool:
        """Whether the first verb behind the date, or the one before it in “it is”, is in the present."""
        if self.says_it_is:
            return "was" not in self.left[-ANNOUNCES_WITHIN:].casefold().split()
        present, past = self._first("present"), self._first("past")
        return present is not None and (past is None or present < past)

    @cached_property
    def says_it_is(self) -> bool:
        """Whether the words before the date are of the form “It is the morning of”."""
        return self._stands_before("scene")

    def _is_called_off(self) -> bool:
        if any(map(self._stands_before, ("moved_from", "never", "unreal"))) or _PASSED.match(self.right):
            return True
        if _PATTERNS["planned"].search(self.left[-TURNS_WITHIN:]):
            behind = self.right[:TURNS_WITHIN]
            return any(_PATTERNS[name].search(behind) is not None for name in ("turned", "called_off"))
        subject = _SUBJECT_BEHIND.match(self.right)
        follows = len(self.left.strip()) >= AT_START or self.right[:1] in {"’", "'"}
        return (
            subject is not None
            and follows
            and _PATTERNS["called_off"].match(self.right, subject.end()) is not None
        )

    def _stands_before(self, name: str) -> bool:
        """Whether a cue that ends with the words before the date is there."""
        return _PATTERNS[name].search(self.left[-NEAR:]) is not None

    def _last(self, name: str) -> int:
        """Where the last cue before the date ends, 0 for none."""
        if name not in self._ends:
            self._ends[name] = max((one.end() for one in _PATTERNS[name].finditer(self.left)), default=0)
        return self._ends[name]

    def _first(self, name: str) -> int | None:
        """Where the first cue behind the date begins."""
        if name not in self._starts:
            match = _PATTERNS[name].search(self.right)
            self._starts[name] = match.start() if match else None
        return self._starts[name]


_INSERTED = re.compile(r",\s(?:if|as|when|where|while|who|whose|which)\s[^,.;:]{1,80},", re.IGNORECASE)
"""A clause between two commas: its verbs do not govern what stands outside."""


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match.group())


AT_HEAD = 12
"""Letters before a date that stands at the head of its sentence: ``But then in May they had left``."""

AT_START = 4
"""Letters before a date with which it does not yet begin its sentence: ``On 3 May it was cancelled``."""

_SUBJECT_BEHIND = re.compile(
    r"(?:[’']s\s(?:\w+\s){1,3})?\s?(?:was|were|is|has been|had been)\s(?:\w+\s)?", re.IGNORECASE
)
"""What may stand between a date and its being called off: ``3 May was``, ``Friday’s premiere was``."""

_PASSED = re.compile(r"\s?(?:came and went|passed without|fell through)\b", re.IGNORECASE)
"""What follows a date at which nothing happened."""

_NOW = re.compile(r"\b(?:is|are|has|have|[’']s|[’']re)\b", re.IGNORECASE)
"""What makes a plan one of now: “has announced it for”, “is planned for”."""

_NAMES = re.compile(
    r"\b(?:nam|announc|promis|mention|propos|suggest)(?:e?s|ed|ing)?\s(?:a date of\s|as\s)?$"
    r"|\b(?:gave|gives|set|sets|setting|giving)\s(?:a date of\s|as\s)?$",
    re.IGNORECASE,
)

_SET_IN = re.compile(
    r"\b(?:set|takes place|took place|plays) (?:in|during|around|on|at) (?:the )?$", re.IGNORECASE
)

_LISTS = re.compile(r"[;·|•]")
"""What parts the entries of a listing: ``France, 2003; 94 min; in cities from 19 November``."""

_DATELINE = re.compile(r"\s?[-–—|]\s")
"""What stands between a dateline and the text: whatever follows does not govern its date."""

_FRONTED = re.compile(
    r"\W{0,4}(?:and |but |then |now |so |later |early |late |back |meanwhile,? )?"
    r"(?:in |on |by |at |during |it )?"
    r"(?:the |a |an |one |that |about )?(?:[\w’'-]+ ){0,2}(?:of |in )?(?:the )?",
    re.IGNORECASE,
)
"""What may stand before a date at the head of a sentence: “On the morning of”."""


def calls_off_the_last(sentence: str) -> bool:
    """Whether a sentence says that what the one before announced did not come about.

    >>> calls_off_the_last("It had to be put off: the composer was ill.")
    True
    >>> calls_off_the_last("It was a success.")
    False
    """
    return _CALLS_OFF.match(sentence) is not None


_CALLS_OFF = re.compile(
    r"\W{0,2}(?:but |instead,? )?"
    r"(?:it|that|this|the (?:date|premiere|première|opening|release|shoot|start|screening))"
    r" (?:was|were|had to be|has been|had been) (?:\w+ ){0,2}?"
    r"(?:put off|postponed|cancell?ed|called off|abandoned|given up|scrapped|shelved|dropped)\b"
    r"|\W{0,2}(?:it|that|this) (?:never happened|came to nothing|fell through)\b",
    re.IGNORECASE,
)


def tells_in_present(words: str) -> bool:
    """Whether a paragraph, its quotations left out, has a verb of the present or of what is to come."""
    return any(_PATTERNS[name].search(words) is not None for name in ("present", "ahead_behind"))
