"""English words that stand beside names or in them: the table of ``english.toml``, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path


@dataclass(frozen=True, slots=True)
class English:
    """Sets of words in small letters; each field is a table of ``english.toml``, explained there."""

    function: frozenset[str]
    jobs: frozenset[str]
    honorifics: frozenset[str]
    given: frozenset[str]
    ranks: frozenset[str]
    works: frozenset[str]
    characters: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]
    calendar: frozenset[str]
    peoples: frozenset[str]
    terms: frozenset[str]
    plays: frozenset[str]


def _read() -> English:
    table = tomllib.loads((Path(__file__).parent / "english.toml").read_text("utf-8"))
    return English(**{one.name: frozenset(table[one.name].split()) for one in fields(English)})


ENGLISH = _read()
