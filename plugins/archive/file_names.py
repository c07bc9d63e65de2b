"""Names that a file can have on every machine: on those that tell no large letters from small ones too."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id looks like: it becomes part of an address, so nothing in it can leave its folder."""

LONGEST = 100
"""Letters of a name without its ending: with a folder and an ending it fits into any file system."""

DIGITS = 8
"""Hexadecimal digits that stand for what is left out of a name."""

_TAKEN_BY_WINDOWS = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Devices; no file can be called so there, whatever its ending."""

_SPELLED = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_APOSTROPHES = str.maketrans("", "", "’'")


def words_of(name: str) -> list[str]:
    """The words of a name in the letters of an id; none for a name in another script.

    >>> words_of("Jonze’s Café, 2")
    ['jonzes', 'cafe', '2']
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_APOSTROPHES).translate(_SPELLED))
    return re.findall("[a-z0-9]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))


def as_id(name: str) -> str:
    """A name in the form of an id; empty for a name in another script.

    >>> as_id("Otto Brandt.md"), as_id("Lena_Vogt")
    ('otto-brandt', 'lena-vogt')
    """
    return "-".join(words_of(name.removesuffix(".md")))


def why_unusable(name: str) -> str | None:
    """Why a name in small letters, digits and hyphens is no file's on some machine; None for one that is.

    >>> why_unusable("aux")
    'is the name of a device on some machines'
    """
    if _TAKEN_BY_WINDOWS.fullmatch(name):
        return "is the name of a device on some machines"
    return f"is longer than {LONGEST} letters" if len(name) > LONGEST else None


def usable(name: str) -> str:
    """The name where it can be a file's, else another that is made of it: cut, and told apart by a digest.

    >>> usable("amy-adams"), usable("con")
    ('amy-adams', 'con-1143da2b')
    """
    if why_unusable(name) is None:
        return name
    return f"{name[: LONGEST - DIGITS - 1].rstrip('-')}-{sha256(name.encode()).hexdigest()[:DIGITS]}"
