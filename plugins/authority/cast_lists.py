"""Lists of a cast with keys that no record has, in the words and entries of ours."""

from __future__ import annotations

from typing import Any

from plugins.authority.nearest import form_of
from plugins.authority.schema import FOLDERS
from plugins.authority.words_for_keys import PARTS


def as_played(one: Any) -> Any:
    """A row of a cast list with keys of its own as a line: ``{actor: Bram Oster, part: Gull}``."""
    if not isinstance(one, dict):
        return one
    who, part = (
        next((said for name, said in one.items() if form_of(name) in words and isinstance(said, str)), "")
        for words in (_WHO, _PART_OF)
    )
    return f"{who} as {part}" if who and part else who or one


_WHO = frozenset({"person", "actor", "actress", "name", "performer", "who", "darsteller"})
_PART_OF = PARTS | {"character", "character-name", "as", "figur"}


def performers_in(value: Any) -> Any:
    """Credits as the record of a character has them, where nobody needs a role."""
    if not isinstance(value, list):
        return value
    return [
        {name: said for name, said in one.items() if name in _PERFORMED} if isinstance(one, dict) else one
        for one in value
    ]


_PERFORMED = FOLDERS["characters"].keys["performed-by"].items or {}
