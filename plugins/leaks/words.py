"""What is compared: words, folded as the search folds them, so that no setting of type hides a copy.

A term is what ``plugins.search_index.analyzer.terms`` makes of a text, with one difference: scripts that
put no space between words (Japanese, Chinese, Thai) are compared sign by sign, since their "word" may be
a whole sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from plugins.search_index.analyzer import fold

_TERM = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_SIGN = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, kana and Han, as folding leaves them."""

_LETTERS_ALONE = "".join(sign if sign.isalnum() or sign == "'" else " " for sign in map(chr, range(128)))
"""A table for ``str.translate``: letters, digits and apostrophes stay."""


def terms_of(text: str) -> list[str]:
    """The terms of a text in their order.

    >>> terms_of("Odile’s <b>lamp</b>")
    ['odile', 'b', 'lamp', 'b']
    >>> terms_of("灯台 2")
    ['灯', '台', '2']
    """
    folded = _folded(text)
    if not folded.isascii():
        return [_plain(run) if "'" in run else run for run in _TERM.findall(folded)]
    # Five times as fast: nearly all text is ASCII once it is folded.
    runs = folded.translate(_LETTERS_ALONE).split()
    return list(_without_apostrophes(runs)) if "'" in folded else runs


def is_sign(term: str) -> bool:
    """Whether a term is one sign of a script without spaces between words."""
    return _SIGN.match(term) is not None


def offset_of_term(text: str, number: int) -> int:
    """Where the term with that number, from 0, begins in the text; the text's length beyond the last.

    Slow: folding changes lengths, so every piece between white space is folded anew.
    """
    before = 0
    for piece in re.finditer(r"\S+", text):
        inside = len(terms_of(piece.group()))
        if before + inside > number:
            return piece.start() + _offset_in_piece(piece.group(), number - before)
        before += inside
    return len(text)


def _offset_in_piece(piece: str, number: int) -> int:
    """The same in a piece without white space, by the lengths of its characters when they are folded."""
    ends = list(accumulate(len(_folded(character)) for character in piece))
    start = [match.start() for match in _TERM.finditer(_folded(piece))][number]
    return bisect_right(ends, start)


def _without_apostrophes(runs: list[str]) -> Iterator[str]:
    for run in runs:
        if "'" not in run:
            yield run
        else:
            yield from map(_plain, _TERM.findall(run))


def _folded(text: str) -> str:
    """``fold(text)``, several times as fast where most letters are ASCII, signs set apart."""
    if not text.isascii():
        text = _NOT_ASCII.sub(_fold_match, text)
        if _SIGN.search(text):
            text = _SIGN.sub(r" \g<0> ", text)
    return text.lower().replace("`", "'")


def _fold_match(match: re.Match[str]) -> str:
    return fold(match.group())


def _plain(run: str) -> str:
    return run.removesuffix("'s").replace("'", "")
