"""Whether a name that was found is whole, or the half of a longer one that no record knows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from plugins.archive.entity import Kind
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.tables import words
from plugins.lexicon.words import is_common, is_given_name
from plugins.mentions.speech import is_said

TITLED = frozenset({Kind.WORK, Kind.ORGANISATION, Kind.PLACE, Kind.TERM, Kind.EVENT})
"""Kinds whose names grow: after ``The Master``, ``Builder`` makes another title of it."""

EXPLAINED = ENGLISH.jobs | ENGLISH.honorifics | ENGLISH.ranks | ENGLISH.characters | ENGLISH.peoples
"""Words that may have a capital before a name and be no part of it: ``Director Varga``."""

OPENERS = words("unlike watching seeing enter exit poor dear according thanks")
"""Words that open a sentence before a name and belong to no title that anybody made."""

GREETINGS = words("hello hi hey please thanks ok okay oh ah yes no")

SMALL = words("a an the and or nor but of in on at to by for from with as vs my your his her its")
"""Words that titles leave small."""

_NEXT = re.compile(r" ((?:[^\W\d_]|\d)[\w'&.*-]*)")
_BEFORE = re.compile(r"([\w'.&-]+) $")
_ADDRESS = re.compile(r"://|www\.|@|#|\.(?:com|org|net|html?)\b|/\w+/", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)*[A-Za-z]?$|[IVX]{2,}$")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_ELIDED = re.compile(r"(?<![^\W_])[A-Z]'$")
_HYPHENATED = re.compile(r"([\w-]*[^\W_])-$")
_IN_MARKS = re.compile(
    r"\"([^\"]{3,80})\""
    r"|(?<![\w'])'([^'\"]{1,80}(?:'\w[^'\"]{0,40}){0,3})'(?![\w'])"
    r"|(?<!\w)([_*])([^_*]{3,80})\3(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Around:
    """A folded text with what is known of its names.

    ``starts`` and ``ends`` are those of names of several words, ``titles`` the stretches in marks that
    look like titles.
    """

    text: str
    starts: frozenset[int]
    ends: frozenset[int]
    titles: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A name where it was found, with the kinds of those who answer to it.

    ``short`` tells that the rest of a name may stand beside it: it is one word, or a short form.
    ``headline`` tells that the words around have capitals anyway.
    """

    start: int
    end: int
    kinds: frozenset[Kind]
    short: bool
    headline: bool


def is_whole(around: Around, one: Stretch) -> bool:
    """Whether the words beside a name leave it a name of its own.

    Refuses half of a name with a hyphen (``Amy-like``), an initial, a title with a number behind it
    (``Her 2``), a part of a longer title in marks (``“Us and Them”``), and a name with another capital
    beside it that nothing explains (``Samantha Jones``, ``Paris Match``).
    """
    if _in_address(around.text, one) or _in_title(around, one):
        return False
    return _ends_there(around, one) and _begins_there(around, one)


def titles_in_marks(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a folded text between quotation marks or signs of italics that look like titles.

    All words but the small ones have capitals, two of them at least; nothing ends a clause within, and
    nobody says them.
    """
    for found in _IN_MARKS.finditer(text):
        group = 1 if found[1] else 2 if found[2] else 4
        start = found.start(group)
        end = start + len(found[group].rstrip(",.!?"))
        words = text[start:end].split()
        large = [word for word in words if word.lower() not in SMALL]
        if len(large) < 2 or not words[0][0].isupper() or any(word[0].islower() for word in large):
            continue
        if any(word.endswith((",", ".", "!", "?", ";", ":")) for word in words[:-1]):
            continue
        if not is_said(text[max(0, start - 40) : start], text[end : end + 80]):
            yield start, end


def _in_address(text: str, one: Stretch) -> bool:
    first, last = text.rfind(" ", 0, one.start) + 1, text.find(" ", one.end)
    run = text[first : last if last >= 0 else len(text)]
    return len(run) > one.end - one.start and bool(_ADDRESS.search(run))


def _in_title(around: Around, one: Stretch) -> bool:
    """Whether a title in marks goes on beside the name with words that are not only a role or a greeting."""
    place = bisect_right(around.titles, one.start, key=itemgetter(0)) - 1
    start, end = around.titles[place] if place >= 0 else (one.start, one.end)
    if one.end <= end and (start, end) != (one.start, one.end):
        rest = f"{around.text[start : one.start]} {around.text[one.end : end]}".lower().split()
        return not all(word.rstrip(".") in EXPLAINED | GREETINGS for word in rest if word not in {"'s", "'"})
    return False


def _ends_there(around: Around, one: Stretch) -> bool:
    text, end = around.text, one.end
    if text.startswith(("-", "&"), end) and text[end + 1 : end + 2].isalnum():
        # A dash between two names is a hyphen here: it may join them where the first is full.
        return not one.short and text[end] == "-" and text[end + 1].isupper()
    if end - one.start == 1 and text.startswith(".", end):
        return False
    following = _NEXT.match(text, end)
    if following is None or following.start(1) in around.starts:
        return True
    word = following[1]
    if _NUMBER.match(word):
        return not one.kinds & TITLED or bool(_YEAR.fullmatch(word))
    if not word[0].isupper():
        return True
    if one.headline:
        return not one.short or (is_common(word) and not is_given_name(word))
    if not one.short and not one.kinds & TITLED:
        return True
    return word.rstrip(".'").lower() in ENGLISH.function and word.lower() not in {"the", "a", "an"}


def _begins_there(around: Around, one: Stretch) -> bool:
    text, start = around.text, one.start
    if start > 1 and text[start - 1] in "-&" and text[start - 2].isalnum():
        joined = _HYPHENATED.search(text, max(0, start - 40), start)
        return not one.short or bool(joined and not joined[1][:1].isupper())
    if _ELIDED.search(text, max(0, start - 3), start):
        return not one.short
    before = _BEFORE.search(text, max(0, start - 40), start)
    if before is None or not before[1][0].isupper() or start - 1 in around.ends:
        return True
    word = before[1].rstrip(".").lower()
    opens = _opens_sentence(text, start - 1 - len(before[1]))
    if not one.short:
        return opens or one.headline or not _begins_title(word)
    if word.endswith(("'s", "s'")) or word in ENGLISH.function | EXPLAINED:
        return True
    if re.fullmatch(r"[^\W\d_]\.?", before[1]):
        return False
    if before[1].endswith("."):
        return True
    if one.headline:
        return is_common(word) and not is_given_name(before[1]) and not word.endswith("ing")
    return opens and (word.endswith("ly") or word in OPENERS)


def _begins_title(word: str) -> bool:
    """Whether a word with a capital in mid-sentence begins a longer title: ``Being John Malkovich``."""
    return word.endswith("ing") and is_common(word)


def _opens_sentence(text: str, offset: int) -> bool:
    while offset and text[offset - 1] in " \"'([*_–—-":
        offset -= 1
    return not offset or text[offset - 1] in ".!?:;…"
