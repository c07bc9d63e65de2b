"""Numbers as English writes them: in digits, in words, with halves and quarters."""

from __future__ import annotations

import re

_UP_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "sixteen seventeen eighteen nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

WORDS = {
    **{word: number for number, word in enumerate(" ".join(_UP_TO_TWENTY).split())},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    "dozen": 12,
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

_WORD = "|".join(sorted((*WORDS, *SCALES), key=len, reverse=True))
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"

NUMERAL = rf"(?:{_DIGITS}|(?:an?[ -]+)?(?:{_WORD})\b(?:[ -]+(?:and[ -]+)?(?:{_WORD})\b)*|\ban?\b)"
"""A pattern for one number; a bare ``a`` counts as one, so it is of use before a unit only."""

PART = r"(?:half|a half|a quarter|three[ -]quarters|[½¼¾])"
"""A pattern for what may follow a number behind ``and``: “two and a half”."""

_PARTS = {
    **{"half": 0.5, "a half": 0.5, "½": 0.5},
    **{"a quarter": 0.25, "¼": 0.25},
    **{"three quarters": 0.75, "¾": 0.75},
}


def number_of(numeral: str) -> float:
    """The number that a text which fits NUMERAL writes.

    >>> number_of("twenty-five"), number_of("a hundred and two"), number_of("2,500"), number_of("a")
    (25.0, 102.0, 2500.0, 1.0)
    """
    bare = numeral.strip().casefold()
    if bare[:1].isdigit():
        return float(bare.replace(",", ""))
    whole, part = 0, 0
    for word in re.split(r"[ -]+", bare):
        if word in {"a", "an"}:
            part = 1
        elif word in WORDS:
            part = (part or 1) * WORDS[word] if word == "dozen" else part + WORDS[word]
        elif word == "hundred":
            part = max(part, 1) * SCALES[word]
        elif word in SCALES:
            whole, part = whole + max(part, 1) * SCALES[word], 0
    return float(whole + part)


def part_of(written: str) -> float:
    """The fraction that a text which fits PART writes; 0 for nothing.

    >>> part_of("three-quarters"), part_of("")
    (0.75, 0.0)
    """
    return _PARTS.get(written.casefold().replace("-", " "), 0.0)
