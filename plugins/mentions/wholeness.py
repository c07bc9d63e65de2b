"""Whether a name that was found is whole, or the half of a longer one that no record knows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.archive.entity import Kind
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.words import is_common, is_given_name

_NEXT = re.compile(r" ((?:[^\W\d_]|\d)[\w'&.*-]*)")
_BEFORE = re.compile(r"([\w'.&-]+) $")
_ADDRESS = re.compile(r"://|www\.|@|#|\.(?:com|org|net|html?)\b|/\w+/", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)*[A-Za-z]?$|[IVX]{2,}$")

TITLED = frozenset({Kind.WORK, Kind.ORGANISATION, Kind.PLACE, Kind.TERM, Kind.EVENT})
"""Kinds whose names grow: after ``The Master``, ``Builder`` makes another title of it."""


@dataclass(frozen=True, slots=True)
class Around:
    """A folded text with what is known of its names: where each begins and ends.

    ``headline`` tells that the words around have capitals anyway.
    """

    text: str
    starts: frozenset[int]
    ends: frozenset[int]


def is_whole(around: Around, start: int, end: int, kinds: frozenset[Kind], *, headline: bool) -> bool:
    """Whether the words beside a name leave it a name of its own.

    Refuses half of a name with a hyphen (``Amy-like``), a title with a number behind it (``Her 2``), and a
    name with another capital beside it that nothing explains (``Samantha Jones``, ``Paris Match``).
    """
    text = around.text
    single = " " not in text[start:end]
    if _in_address(text, start, end):
        return False
    return _is_open_behind(around, end, single, kinds, headline) and _is_open_before(around, start, single, headline)


def _in_address(text: str, start: int, end: int) -> bool:
    first, last = text.rfind(" ", 0, start) + 1, text.find(" ", end)
    run = text[first : last if last >= 0 else len(text)]
    return len(run) > end - start and bool(_ADDRESS.search(run))


def _is_open_behind(around: Around, end: int, single: bool, kinds: frozenset[Kind], headline: bool) -> bool:
    text = around.text
    if text.startswith("-", end) and text[end + 1 : end + 2].isalnum():
        # A span of years or names joined by a dash is written with spaces or a longer dash, folded alike.
        return not single and text[end + 1].isupper()
    following = _NEXT.match(text, end)
    if following is None or following.start(1) in around.starts:
        return True
    word = following[1]
    if _NUMBER.match(word):
        return not kinds & TITLED or _is_year(word)
    if not word[0].isupper():
        return True
    if headline:
        return not single or (is_common(word) and not is_given_name(word))
    if not single and not kinds & TITLED:
        return True
    return word.rstrip(".'").lower() in ENGLISH.function and word.lower() not in {"the", "a", "an"}


def _is_open_before(around: Around, start: int, single: bool, headline: bool) -> bool:
    text = around.text
    if start and text[start - 1] == "-" and start > 1 and text[start - 2].isalnum():
        word = re.search(r"[\w-]*$", text[: start - 1])
        return not single or bool(word and not word[0][:1].isupper())
    if not single:
        return True
    before = _BEFORE.search(text, max(0, start - 40), start)
    if before is None or not before[1][0].isupper() or start - 1 in around.ends:
        return True
    word = before[1].rstrip(".").lower()
    if word.endswith("'s") or word.endswith("s'") or word in ENGLISH.function:
        return True
    if word in ENGLISH.jobs | ENGLISH.honorifics | ENGLISH.ranks | ENGLISH.characters | ENGLISH.peoples:
        return True
    if re.fullmatch(r"[^\W\d_]\.?", before[1]):
        return False
    if before[1].endswith("."):
        return True
    opens = _opens_sentence(text, start - 1 - len(before[1]))
    if headline:
        return is_common(word) and not is_given_name(before[1]) and not word.endswith("ing")
    return opens and (word.endswith("ly") or before[1].endswith(".") or word in _OPENERS)


_OPENERS = frozenset("unlike watching seeing enter exit poor dear according thanks".split())
"""Words that open a sentence before a name and belong to no title that anybody made."""


def _opens_sentence(text: str, offset: int) -> bool:
    before = text[:offset].rstrip(" \"'([*_-")
    return not before or before[-1] in ".!?:;…"


def _is_year(word: str) -> bool:
    return bool(re.fullmatch(r"(?:18|19|20)\d\d", word))
