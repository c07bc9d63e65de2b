"""How text becomes terms, at build time. ``client/analyzer.js`` does the same in the browser.

Three rules, in this order; ``tests/contract/analyzer.json`` holds both languages to them:

1. **Fold** each character by itself: compatibility forms decomposed (NFKD), combining marks and
   invisible format characters dropped, lower case, letters that do not decompose spelt in ASCII
   (``ß`` is ss), every apostrophe ``'``, every quotation mark ``"``, every dash ``-``, every space
   (no-break, thin) a plain one. Fractions and raised figures stand apart: ``8½`` is 8 1/2.
2. **A term** is a run of letters and digits; an apostrophe between two of them does not part it.
   So initials fall apart the same way however they are set: ``K. K.`` and ``K.K.`` are k, k.
3. **A possessive** loses its ``'s``; any other apostrophe is left out: ``I'm`` is im.

There is no list of stop words, and a single letter or digit is a term: *Her*, *M*, *It* and *8½* are
titles. What these rules refuse: to stem (``letters`` does not find *letter*), and to part the words of
scripts that write none apart (a Japanese title is one term).
"""

from __future__ import annotations

import re
import unicodedata

_SINGLE = dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02b9\u02bb\u02bc\u0060\u00b4\uff07", "'")
_DOUBLE = dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02", '"')
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
_LETTERS = {
    "\u00df": "ss", "\u00e6": "ae", "\u0153": "oe", "\u00f8": "o", "\u0142": "l", "\u0111": "d",
    "\u00f0": "d", "\u00fe": "th", "\u0131": "i", "\u0127": "h", "\u03c2": "\u03c3",
}  # fmt: skip
_SIGNS = {**_SINGLE, **_DOUBLE, **_DASHES, "\u2044": "/"}

PARAGRAPH = "\n\n"
"""What parts the values of a field, and the paragraphs of a body. Positions jump here."""

GAP = 16
"""Positions left free between two paragraphs or two values, so that no phrase reaches across. Any
number from 2 would do that; 16 also keeps them out of a window of words that stand near each other."""

_TERM = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_PARAGRAPH = re.compile(r"\n\s*\n")


def _fold_character(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    kind = unicodedata.category(character)
    if kind == "Cf":
        return ""
    if kind.startswith("Z"):
        return " "
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).lower())
    folded = "".join(
        _LETTERS.get(one, _SIGNS.get(one, one)) for one in lower if unicodedata.category(one)[0] != "M"
    )
    return f" {folded}" if kind == "No" else folded


class _Folds(dict[int, str]):
    """A table for ``str.translate`` that learns a character when it first meets it."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text as it is compared. Lengths change: a position in the result is none in ``text``.

    >>> fold("Mourir Auprès de Toi")
    'mourir aupres de toi'
    """
    return text.translate(_FOLDS)


def terms(text: str) -> list[str]:
    """The terms of a text in their order, repeated ones repeated.

    >>> terms("K.K. Barrett\N{RIGHT SINGLE QUOTATION MARK}s sets")
    ['k', 'k', 'barrett', 'sets']
    """
    return [_plain(match.group()) for match in _TERM.finditer(fold(text))]


def placed_terms(text: str) -> list[tuple[int, str]]:
    """The terms with their positions from 0, a gap where a paragraph ends.

    >>> placed_terms("To Die\\n\\nby Your Side")[1:3]
    [(1, 'die'), (18, 'by')]
    """
    placed: list[tuple[int, str]] = []
    position = 0
    for paragraph in _PARAGRAPH.split(text):
        found = terms(paragraph)
        placed.extend(enumerate(found, position))
        position += len(found) + (GAP if found else 0)
    return placed


def folded_name(name: str) -> str:
    """A title or name as the exact-title signal compares it: its terms, one space between two.

    >>> folded_name("If....") == folded_name("if")
    True
    """
    return " ".join(terms(name))


def _plain(run: str) -> str:
    return run.removesuffix("'s").replace("'", "")
