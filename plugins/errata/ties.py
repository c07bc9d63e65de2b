"""What came of looking for what a correction means, with the reason in words."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.span import Span

ONE = "the one passage with the wrong words"
MOST_SHARED = "of several passages with the wrong words, the one that the correction speaks of"
STATED = "the one passage that says what was taken back"
ALREADY = "already corrected"
SILENT = "does not say what was wrong"
NOWHERE = "no passage has these words"
TWO = "two passages say this"
SEVERAL = "several passages say this"
TOO_MANY = "more corrections than an article has"


@dataclass(frozen=True, slots=True)
class Tie:
    """Where a correction belongs, both spans None where that does not show, and the reason.

    ``reads`` are words of the correction, given where they are fewer than those it says are right.
    """

    reason: str
    passage: Span | None = None
    struck: Span | None = None
    reads: Span | None = None
