"""The words by which a text is found that may not be shown: which they are, and nothing else of them.

docs/decisions/0014-found-but-not-shown.md says what others could learn from such a list, and what is
kept back for that reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.archive.settings import Settings
from plugins.archive.source import Document, Label, Rights
from plugins.mentions.finding import UNREAD
from plugins.search_index.analyzer import fold, terms
from plugins.sources.rights import shows_text

FOUND = frozenset({Rights.EXCERPT, Rights.SUMMARY})
"""Rights of texts that are found without being shown. Of a text with ``link`` only the record is kept."""

FEWEST = 200
"""Different words that a text must have to be found by them: about 300 words, a page of a book. Of fewer
a reader with patience puts sentences together again, as from the letters of an anagram."""

LONGEST = 30
"""Letters of the longest word; the compounds of German and Finnish films stay below it."""

_LEFT_OUT = UNREAD | {Label.COMMENT}

_ADDRESS = re.compile(r"[@#=_\\|~]|://|\w[.:]\w\w|/.*/")
"""What no word has inside: an e-mail address, an account, a link, the name of a file. A full stop without
a space after it goes with them, and with it two words."""

_WORD = re.compile(r"[^\W\d_]+")

_NUMBER = re.compile(r"(?:\d{1,2}|(?:1[5-9]|20)\d\d)[^\W\d_]{0,2}")
"""A year, or one or two digits, with what may stand behind them (*1970s*, *21st*). Longer numbers are
telephones and accounts as often as sums."""

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1980-\u19df\u1a20-\u1aaf\u1b00-\u1b7f\u3040-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua48f\ua980-\ua9df\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Signs of scripts without spaces between words: what stands between two spaces is a sentence there, so
they are given one by one or not at all."""


def unshown_words(document: Document, settings: Settings) -> tuple[str, ...]:
    """The terms of a text that this edition does not show, each once and in the order of code points.

    Empty for a text that is shown, for one of which only the record is kept, and for one that is too
    short. Never among them: words of readers' comments and of the page around a text, addresses, long
    numbers, and runs of signs that are written without spaces.
    """
    if shows_text(document, settings) or document.rights not in FOUND:
        return ()
    found = sorted(set(_terms(document)))
    return tuple(found) if len(found) >= FEWEST else ()


def _terms(document: Document) -> Iterator[str]:
    for segment in document.segments:
        if segment.label not in _LEFT_OUT:
            for written in fold(segment.span.of(document.text)).split():
                if not _ADDRESS.search(written):
                    yield from filter(_is_plain, terms(written))


def _is_plain(term: str) -> bool:
    """Whether a term is a word like others, or a small number."""
    longest = 1 if _UNSPACED.search(term) else LONGEST
    return len(term) <= longest and bool(_WORD.fullmatch(term) or _NUMBER.fullmatch(term))
