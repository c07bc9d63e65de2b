"""Names as people mistype and vary them: letters without accents and capitals, signs of joining alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from plugins.mentions.folding import folded_form

_OTHER_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "-": " "})
_POINTS = str.maketrans("", "", ".'\"")


def loosened(folded: str) -> str:
    """A folded text, letter by letter, in small letters without accents; a hyphen is a space.

    As long as the text itself, so that offsets hold; what has no single letter (``ß``) stays.

        >>> loosened("Mourir Auprès de Toi")
        'mourir aupres de toi'
    """
    if folded.isascii():
        return folded.lower().replace("-", " ")
    table = {ord(sign): _plain(sign) for sign in set(folded) if not sign.isascii()}
    return folded.translate(table).lower().translate(_OTHER_LETTERS)


def _plain(sign: str) -> str:
    bare = "".join(one for one in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(one))
    low = bare.lower()
    return low if len(low) == 1 else sign


def without_accents(folded: str) -> str:
    """A folded name whose letters have lost their accents and kept their capitals."""
    return "".join(
        plain.upper() if sign.isupper() else plain
        for sign, plain in zip(folded, map(_plain, folded), strict=True)
    )


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """The same for names that differ only in accents, capitals, points, hyphens, apostrophes and article.

    >>> name_key("K.K. Barrett") == name_key("K. K. Barrett") == name_key("KK Barrett")
    True
    """
    loose = _without_article(loosened(folded_form(name))).replace(" & ", " and ")
    spaced = re.sub(r"(?<=\w)\.(?=\w)", ". ", loose).translate(_POINTS)
    words = re.sub(r"[^\w ]", " ", spaced).split()
    return re.sub(r"(?<=\b\w) (?=\w\b)", "", " ".join(words))


def _without_article(loose: str) -> str:
    """A loosened name without ``the``, and without ``a`` where two words are left: ``An Ho`` is a person."""
    if loose.startswith("the ") and len(loose) > 4:
        return loose[4:]
    article, _, rest = loose.partition(" ")
    return rest if article in {"a", "an"} and " " in rest else loose


def difference(one: str, other: str) -> str:
    """In what two names of one key differ, as a person would say it."""
    first, second = folded_form(one), folded_form(other)
    if without_accents(first) == without_accents(second):
        return "accents"
    if first.casefold() == second.casefold():
        return "capitals"
    low = [loosened(name) for name in (first, second)]
    if low[0] == low[1]:
        return "accents and capitals" if "-" not in first + second else "a hyphen"
    if _without_article(low[0]) == _without_article(low[1]):
        return "the article"
    if "." in one + other:
        return "the points of initials"
    return "signs and spaces"
