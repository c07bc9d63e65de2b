"""How a sentence names a work: to speak of it, in passing, or as the book that a film is made of.

The words are those of ``subjects.toml``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from plugins.credits.passage import WORK, Passage
from plugins.credits.patterns import read_table

PATTERNS = read_table("subjects").patterns

_TOPIC_LEAD = 20
"""Code points before a title that begins its sentence all the same: ``And in ⓦ``, ``I liked ⓦ``."""

_LONGEST_TITLE_LINE = 90

_REACH = 240
"""Code points before a title in which a sentence may say how it is named."""


def works_in(passage: Passage, start: int, end: int) -> list[int]:
    """The offsets of the works that a stretch names."""
    return passage.offsets(WORK, start, end)


def first_work(passage: Passage) -> str:
    """The first work that a passage names; empty for none."""
    works = works_in(passage, 0, len(passage.text))
    return passage.names[works[0]].entity if works else ""


def is_title_line(passage: Passage) -> bool:
    """Whether a passage is a title with what lists add to it."""
    return PATTERNS["section"].fullmatch(passage.text.strip()) is not None


def begins_with_title(passage: Passage) -> bool:
    """Whether a paragraph begins with a title and its year, and so is about that one."""
    return PATTERNS["own"].match(passage.text) is not None


def unknown_titles(passages: Sequence[Passage]) -> set[int]:
    """The numbers of passages at or behind a title line in which no work is linked."""
    if not passages:
        return set()
    document = passages[0].document
    starts = [one.segment.span.start for one in passages]
    found = set()
    for segment in document.segments:
        words = segment.span.of(document.text).strip()
        if len(words) <= _LONGEST_TITLE_LINE and PATTERNS["title-line"].fullmatch(words):
            number = bisect_left(starts, segment.span.start)
            if number < len(starts):
                is_itself = starts[number] == segment.span.start
                if not (is_itself and WORK in passages[number].text):
                    found.add(number)
    return found


def is_bracketed(text: str, start: int, at: int, until: int) -> bool:
    """Whether brackets that close before a place hold a title."""
    return text.rfind("(", start, at) > text.rfind(")", start, at) and text.find(")", at, until) >= 0


def bracketing(text: str, start: int, at: int) -> int:
    """The offset of the title behind which brackets were opened that still hold a place; -1 for none.

    ``ⓦ (2017; directed by ⓟ)``. The sentence begins at ``start``.
    """
    opened = text.rfind("(", start, at)
    if opened <= start or text.find(")", opened, at) >= 0:
        return -1
    before = len(text[:opened].rstrip()) - 1
    return before if text[before] == WORK else -1


def is_source(text: str, start: int, at: int) -> bool:
    """Whether a title is that of a book or a song, in a sentence that begins at ``start``."""
    lead = _lead(text, start, at)
    return bool(PATTERNS["source"].search(lead) or PATTERNS["source-behind"].match(text, at + 1))


def _lead(text: str, start: int, at: int) -> str:
    return text[max(start, at - _REACH) : at]


def is_in_passing(text: str, start: int, at: int) -> bool:
    """Whether a sentence names a title in passing, so that it speaks of what it spoke of before."""
    lead = _lead(text, start, at)
    passing = any(PATTERNS[key].search(lead) for key in ("in-passing", "from", "part-elsewhere"))
    if PATTERNS["possessor"].match(text, at + 1):
        return True
    return passing or is_source(text, start, at) or is_bracketed(text, start, at, len(text))


def is_topic(text: str, start: int, at: int) -> bool:
    """Whether a sentence speaks of a title: it begins with it, or says what it is."""
    lead = _lead(text, start, at)
    if PATTERNS["earlier"].search(lead):
        return False
    is_said = PATTERNS["leads-in"].search(lead) and PATTERNS["apposition"].match(text, at + 1)
    return at - start <= _TOPIC_LEAD or bool(is_said)
