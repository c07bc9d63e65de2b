"""Right and wrong words as a correction sets them against each other: ``43, not 34``, ``Oslo; … Bergen``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from plugins.archive.span import Span
from plugins.errata.compared_words import Word, words_of

_NOT = re.compile(
    r"(?P<mark>[,(—–-]\s*|\s)(?:and\s+)?(?P<no>not|rather\s+than|instead\s+of)\s+", re.IGNORECASE
)
_NOT_BUT = re.compile(r"\bnot\s+(?P<wrong>[^,;.]{1,80}?),?\s+but\s+(?P<right>[^,;.]{1,80})", re.IGNORECASE)
_STOP = re.compile(
    r"[;:!?)\]—]|,(?!\d)|\.(?!\d)|\s[–-]\s|\s(?:and|but)\s(?=(?:the|it|he|she|they|that|his|her|its)\b)"
)
_IS = re.compile(
    r"\b(?:(?:amended|updated|corrected|revised|changed)\s+to(?:\s+be)?|is|was|are|were|been|be|reads?|plays?|played"
    r"|to|as|should\s+have\s+(?:said|read|been))\s+",
    re.IGNORECASE,
)
_CHANGED_TO = re.compile(r"\b(?:amended|updated|corrected|revised|changed)\s+to(?:\s+be)?\s+", re.IGNORECASE)
_IN_NAMES = frozenset(["of", "the", "van", "von", "de", "der", "den", "del", "la", "le", "da", "di", "and"])


@dataclass(frozen=True, slots=True)
class Contrast:
    """Words that are wrong, and those that stand in their place, as few of either as differ.

    ``phrase`` is the wrong words with those around them that the correction repeats (``March 4``, where
    only the 4 is wrong): what to look for first.
    """

    right: Span | None
    wrong: Span
    phrase: Span


def contrast(right: Sequence[Word], wrong: Sequence[Word]) -> Contrast:
    """The contrast of two phrases; ``right`` is empty where it is not said, ``wrong`` never.

    Words that both begin or end with alike are left out, unless one is then only a part of the other
    (``Jo Ann Bell`` against ``Jo Bell``).
    """
    one, other = list(right), list(wrong)
    while min(len(one), len(other)) > 1 and one[0].key == other[0].key:
        one, other = one[1:], other[1:]
    while min(len(one), len(other)) > 1 and one[-1].key == other[-1].key:
        one, other = one[:-1], other[:-1]
    keys, others = {word.key for word in one}, {word.key for word in other}
    if keys != others and one and (keys < others or others < keys):
        one, other = list(right), list(wrong)
    one, other = without_ends(one) or one, without_ends(other) or other
    return Contrast(span_of(one) if one else None, span_of(other), span_of(without_ends(wrong) or wrong))


def span_of(words: Sequence[Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)


def without_ends(words: Sequence[Word]) -> list[Word]:
    """Words without the empty ones before and after them."""
    kept = [place for place, word in enumerate(words) if not word.is_empty]
    return list(words[kept[0] : kept[-1] + 1]) if kept else []


def until_stop(text: str, start: int, end: int) -> Span:
    """The phrase that begins at an offset, up to the next mark or clause."""
    stop = _STOP.search(text, start, end)
    return Span(start, max(start, stop.start() if stop else end))


def complement(text: str, piece: Span) -> list[Word]:
    """What a statement says that something is: ``It is Hoyte``, ``has been corrected to Denver``."""
    mark = _CHANGED_TO.search(text, piece.start, piece.end) or _IS.search(text, piece.start, piece.end)
    return without_ends(words_of(text, until_stop(text, mark.end(), piece.end))) if mark else []


def find_contrasts(text: str, piece: Span) -> Iterator[Contrast]:
    """Wherever a piece of a correction says ``this, not that``, in order."""
    both = _NOT_BUT.search(text, piece.start, piece.end)
    if both:
        right, wrong = (without_ends(words_of(text, Span(*both.span(name)))) for name in ("right", "wrong"))
        if right and wrong:
            yield contrast(right, wrong)
        return
    begin = piece.start
    for mark in _NOT.finditer(text, piece.start, piece.end):
        if mark.start() < begin:
            continue
        stated, denied = Span(begin, mark.start()), until_stop(text, mark.end(), piece.end)
        right, wrong = words_of(text, stated), words_of(text, denied)
        if right and wrong and _is_contrast(mark, right, wrong):
            counterpart = _counterpart(text, stated, right, wrong)
            if counterpart:
                yield contrast(counterpart, wrong)
                begin = denied.end


def _is_contrast(mark: re.Match[str], right: Sequence[Word], wrong: Sequence[Word]) -> bool:
    """Whether a ``not`` sets two things against each other, and does not deny its verb."""
    if wrong[0].key in {"as", "because", "that", "only", "yet"}:
        return False
    if mark["mark"].strip() or mark["no"].lower() != "not":
        return True
    return right[-1].is_strong and wrong[0].is_strong


def _counterpart(text: str, stated: Span, right: list[Word], wrong: list[Word]) -> list[Word]:
    """The words of the right statement that stand in the place of the wrong ones."""
    first, tail = wrong[0], right[-len(wrong) :]
    numbers = [word for word in right if word.is_number]
    if any(word.is_number for word in wrong) and numbers:
        if [word.is_number for word in tail] == [word.is_number for word in wrong]:
            return tail
        return numbers[-1:] if first.is_number and len(wrong) == 1 else complement(text, stated)
    if not first.is_strong:
        at = max((place for place, word in enumerate(right) if word.key == first.key), default=None)
        return right[at:] if at is not None else complement(text, stated) or tail
    start = len(right)
    while start > 0 and (right[start - 1].is_strong or right[start - 1].key in _IN_NAMES):
        start -= 1
    return without_ends(right[start:]) or complement(text, stated)


def differing(claim: list[Word], right: list[Word]) -> Contrast | None:
    """The one thing that two statements say differently: a number, a name or a title on either side.

    None where they differ in more, or where the same things stand in other places.
    """
    for kind in (_is_number, _is_strong):
        ours, theirs = _only_in(claim, right, kind), _only_in(right, claim, kind)
        if len(theirs) > 1:
            theirs = [run for run in theirs if any(_match(claim, mine, right, run) for mine in ours)]
        if len(ours) > 1 and len(theirs) == 1:
            ours = [run for run in ours if _match(claim, run, right, theirs[0])]
        if len(ours) == 1 and len(theirs) == 1:
            return contrast(theirs[0], ours[0])
    return None


def _is_number(word: Word) -> bool:
    return word.is_number


def _is_strong(word: Word) -> bool:
    return word.is_strong


def _only_in(words: list[Word], others: list[Word], kind: Callable[[Word], bool]) -> list[list[Word]]:
    """The runs of words of a kind that one statement has and the other has not."""
    known = {word.key for word in others}
    runs: list[list[Word]] = []
    last = -2
    for place, word in enumerate(words):
        if kind(word) and word.key not in known:
            if last == place - 1:
                runs[-1].append(word)
            else:
                runs.append([word])
            last = place
    return runs


def _match(words: list[Word], run: list[Word], others: list[Word], other: list[Word]) -> bool:
    """Whether two runs stand after the same word or before the same word."""
    return bool(_neighbours(words, run) & _neighbours(others, other))


def _neighbours(words: list[Word], run: list[Word]) -> set[tuple[str, int]]:
    first, last = words.index(run[0]), words.index(run[-1])
    before = {(words[first - 1].key, -1)} if first else set()
    return before | ({(words[last + 1].key, 1)} if last + 1 < len(words) else set())
