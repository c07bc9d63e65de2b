"""What an archive is about: the folds of claims that become pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from plugins.archive.claim import Claim
from plugins.archive.edtf import Edtf


class Kind(Enum):
    """What an entity is. A film is a work; its own folder is a matter of address."""

    PERSON = "person"
    CHARACTER = "character"
    WORK = "work"
    EVENT = "event"
    SOURCE = "source"
    ORGANISATION = "organisation"
    PLACE = "place"
    TERM = "term"
    PAGE = "page"


ANIMATE = frozenset({Kind.PERSON, Kind.CHARACTER})
"""Kinds whose names have short forms, and for which people say he, she and who."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing with a name. ``type`` refines the kind (film, song; interview, review).

    ``url`` is relative to the site's root; a short authority record's points into the A to Z.
    ``has_page`` tells the two apart. ``year`` is EDTF or None for not recorded. ``is_stub`` says that no
    person has looked at it yet: a program stands in for its record.
    """

    id: str
    kind: Kind
    name: str
    sort_name: str
    variants: tuple[str, ...]
    url: str
    summary: str
    has_page: bool
    type: str | None = None
    lang: str | None = None
    translation: str | None = None
    year: Edtf | None = None
    is_stub: bool = False


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody's part in a work: a fold of the claims that state it, never a fact of its own.

    ``character`` is an id, ``part`` the name of a part that has no record; both None for crew.
    ``status`` is final, replaced, cut, uncredited, consulted or announced; ``mode`` voice or screen.
    """

    work: str
    person: str
    role: str
    character: str | None
    part: str | None
    status: str
    mode: str | None
    note: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, was announced, or was called off.

    ``date`` is None when no source dates it. ``basis`` says how the date is known: stated, relative
    (``derivation`` tells the steps) or inferred.
    """

    id: str
    name: str
    date: Edtf | None
    status: str
    phase: str
    basis: str
    derivation: str | None
    people: tuple[str, ...]
    characters: tuple[str, ...]
    works: tuple[str, ...]
    place: str | None
    summary: str
    claims: tuple[Claim, ...]
