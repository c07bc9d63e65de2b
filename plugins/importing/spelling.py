"""Names that a page sets in capitals, in the letters in which people write them."""

from __future__ import annotations

import re

from plugins.importing.detected import on_one_line

SMALL_WORDS = r"(?:of|the|and|in|on|for|de|la|le|les|del|di|des|du|der|und|et|e|y|an?|to)"
"""Words that stay small inside a title."""

_ACRONYM = (
    "BBC|NPR|GQ|MTV|CNN|NME|[LA]A|U[KS]A?|NYC?|TV|AV|[AB]FI|IFC|PBS|[AC]BC|CBS|HBO|ZDF|ARD|A[FPRT]P?|UPI"
)
"""Abbreviations that could be spoken as words and are not."""

_WORD = re.compile(r"[^\W_]+(?:(?<=\w\w)[’'][^\W_]+)?")


def person_spelled(name: str, text: str) -> str:
    """A person's name on one line; in capitals, as the text spells it elsewhere, or with capital initials."""
    name = on_one_line(name)
    if not _is_in_capitals(name):
        return name
    return _spelled_in(text, name) or _WORD.sub(lambda word: word.group().capitalize(), name)


def title_spelled(name: str, text: str) -> str:
    """An outlet's name on one line; in capitals, as the text spells it elsewhere, or as titles are set.

    >>> title_spelled("THE ART OF FILM", "")
    'The Art of Film'
    >>> title_spelled("NPR WEEKLY", "")
    'NPR Weekly'
    """
    name = on_one_line(name)
    if not _is_in_capitals(name):
        return name
    return _spelled_in(text, name) or " ".join(
        _in_title(word, first=not place) for place, word in enumerate(name.split())
    )


def _is_in_capitals(name: str) -> bool:
    return name == name.upper() != name.lower()


def _spelled_in(text: str, name: str) -> str | None:
    """The name as it stands in a text with capital first letters, at the first place; None for nowhere."""
    for match in re.finditer(r"\s+".join(re.escape(word) for word in name.split()), text, re.IGNORECASE):
        found = on_one_line(match.group())
        words = found.split()
        if found != found.upper() and all(
            word[0].isupper() or re.fullmatch(SMALL_WORDS, word) for word in words
        ):
            return found
    return None


def _in_title(word: str, first: bool) -> str:
    if not first and re.fullmatch(SMALL_WORDS, word.lower()):
        return word.lower()
    stands_for_words = "." in word.rstrip(".") or not re.search("[AEIOUYÀ-Ý]", word)
    return word if stands_for_words or re.fullmatch(_ACRONYM, word) else _WORD.sub(_capitalized, word)


def _capitalized(word: re.Match[str]) -> str:
    return word.group().capitalize()
