"""How text becomes terms, at build time. ``client/analyzer.js`` does the same in the browser.

Three rules, in this order; ``tests/contract/analyzer.json`` holds both languages to them:

1. **Fold** each character by itself: compatibility forms decomposed (NFKD), combining marks and
   invisible format characters dropped, lower case, letters that do not decompose spelt in ASCII
   (``ß`` is ss), every apostrophe ``'``, every quotation mark ``"``, every dash ``-``, every space
   (no-break, thin) a plain one. Fractions and raised figures stand apart: ``8½`` is 8 1/2.
2. **A term** is a run of letters and digits; an apostrophe between two of them does not part it.
   So initials fall apart the same way however they are set: ``K. K.`` and ``K.K.`` are k, k.
   In scripts that write no spaces between words (Chinese, Japanese, Thai and their kin), each
   character is a term: ``七人の侍`` is four, and a part of it is found by its characters side by side.
3. **A possessive** loses its ``'s``; any other apostrophe is left out: ``I'm`` is im.

There is no list of stop words, and a single letter or digit is a term: *Her*, *M*, *It* and *8½* are
titles. No term is stemmed; which terms are forms of one word is told beside them (``forms.py``).
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

GAP = 1
"""Positions left free between two paragraphs of running text, so that no phrase reaches across."""

VALUE_STEP = 32
"""Each value of a list begins at a multiple of this, as does the title: so a position alone tells where
in its value a word stands. No name is that long."""

SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3021-\u3029\u3041-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
"""Ranges of Thai, Lao, Burmese, Khmer, Kana and Han, as a regular expression has them."""

_TERM = re.compile(rf"(?![\W_])[{SPACELESS}]|(?:(?![{SPACELESS}])[^\W_])+(?:'(?:(?![{SPACELESS}])[^\W_])+)*")
_PLAIN_TERM = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_PARAGRAPH = re.compile(r"\n\s*\n")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


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
    if not text.isascii():
        # Most letters have nothing to fold: one after the other, an English text takes twice as long.
        text = _BEYOND_ASCII.sub(lambda run: run[0].translate(_FOLDS), text)
    return text.lower().replace("`", "'")


def terms(text: str) -> list[str]:
    """The terms of a text in their order, repeated ones repeated.

    >>> terms("K.K. Barrett\N{RIGHT SINGLE QUOTATION MARK}s sets")
    ['k', 'k', 'barrett', 'sets']
    """
    folded = fold(text)
    found = (_PLAIN_TERM if folded.isascii() else _TERM).findall(folded)
    return [_plain(run) if "'" in run else run for run in found] if "'" in folded else found


def placed_terms(text: str) -> list[tuple[int, str]]:
    """The terms of running text with their positions from 0, a gap where a paragraph ends.

    >>> placed_terms("To Die\\n\\nby Your Side")[1:3]
    [(1, 'die'), (3, 'by')]
    """
    placed: list[tuple[int, str]] = []
    position = 0
    for paragraph in _PARAGRAPH.split(text):
        found = terms(paragraph)
        placed.extend(enumerate(found, position))
        position += len(found) + (GAP if found else 0)
    return placed


def placed_values(text: str) -> list[tuple[int, str]]:
    """The terms of a list, its values parted by blank lines; each begins at a multiple of VALUE_STEP.

    >>> placed_values("Ines Varga\\n\\nTom Lind")[1:3]
    [(1, 'varga'), (32, 'tom')]
    """
    placed: list[tuple[int, str]] = []
    position = 0
    for value in _PARAGRAPH.split(text):
        found = terms(value)
        placed.extend(enumerate(found, position))
        position += -(-len(found) // VALUE_STEP) * VALUE_STEP
    return placed


def _plain(run: str) -> str:
    return run.removesuffix("'s").replace("'", "")
