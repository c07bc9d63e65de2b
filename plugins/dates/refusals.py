"""What looks like a date and is none: titles, ages, money, counts, styles."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plugins.archive.span import Span
from plugins.dates.phrases import Phrase

_TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "refusals.toml").read_text("utf-8"))

_WINDOW = 64
"""Code points on either side that are looked at."""


def _any_of(patterns: str | Iterable[str]) -> re.Pattern[str]:
    rows = [patterns] if isinstance(patterns, str) else list(patterns)
    return re.compile(
        "|".join(f"(?:{one})" for one in rows).replace(" ", r"\s+").replace(r"\s+?", r"\s*"), re.I
    )


_YEAR = {name: _any_of(rows) for name, rows in _TABLE["year"].items()}
_NEVER = {
    (table, name): _any_of(rows)
    for table in ("decade", "century", "any")
    for name, rows in _TABLE[table].items()
}
_SMALL = frozenset(_TABLE["title"]["small"].split())
_LONGEST_TITLE: int = _TABLE["title"]["longest"]


def is_refused(text: str, sentence: Span, phrase: Phrase) -> bool:
    """Whether the words around a phrase say that it is no date."""
    left = text[max(sentence.start, phrase.span.start - _WINDOW) : phrase.span.start]
    right = text[phrase.span.end : min(sentence.end, phrase.span.end + _WINDOW)]
    if phrase.makes == "year" and not is_year(left, right, int(phrase.get("year")), phrase.held["whole"]):
        return True
    whole = left + right
    return any(
        (name == "never_before" and pattern.search(left))
        or (name == "never_behind" and pattern.match(right))
        or (name == "never_in_sentence" and pattern.search(whole))
        for (table, name), pattern in _NEVER.items()
        if table in {"any", phrase.makes}
    )


def is_year(left: str, right: str, year: int, words: str) -> bool:
    """Whether a number of four digits is a year, by the words on both sides.

    >>> is_year("a film from ", ".", 1999, "1999"), is_year("she needs ", " extras", 1999, "1999")
    (True, False)
    """
    if _YEAR["never_before"].search(left) or _YEAR["never_behind"].match(right):
        return False
    if year % 100 == 0 and _YEAR["round_behind"].match(right):
        return False
    if len(words) > 4:
        return True
    if _YEAR["said_before"].search(left):
        return True
    if _YEAR["as_adjective"].search(left):
        return _YEAR["noun_behind"].match(right) is not None
    if not left.strip(" “\"‘'(*"):
        return _YEAR["as_subject"].match(right) is not None or not right.strip(' .)”"')
    return False


def is_title(words: str, phrase: str) -> bool:
    """Whether words between marks are a title: short, no sentence, with capitals on all but small words.

    >>> is_title("Summer of ’42", "Summer of ’42"), is_title("class of ’99,", "’99")
    (True, False)
    """
    inner = words.strip("“”„‟\"‘’'«»*_ ,.")
    if not inner or len(inner) > _LONGEST_TITLE or re.search(r"[.!?]\s", inner):
        return False
    if inner == phrase.strip("’'"):
        return True
    if re.search(r"[.!?]$", words.strip("“”\"‘’'*_ ")):
        return False
    words_of_it = re.findall(r"[^\W\d_]+", re.sub(r"[’'](?:s|re|ll|d|t|ve|m)\b", "", inner))
    told = [word for word in words_of_it if word not in _SMALL]
    return bool(told) and all(word[0].isupper() for word in told)
