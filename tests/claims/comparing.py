"""Claims for tests of their relations, written as a source, a value and, behind a bar, a status."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.archive.claim import Claim
from plugins.archive.relation import Comparison, Topic
from plugins.archive.span import Pointer
from plugins.claims.comparing import compare_claims

FILM = "tin-harbour"


def claim(written: str, name: str = "running-time") -> Claim:
    """The claim that “weekly: 125 minutes | approximate” states of the film.

    ``editor`` is no source. A value behind an equals sign is one of the property before it.
    """
    source, _, rest = written.partition(": ")
    value, _, status = rest.partition(" | ")
    before, _, behind = value.partition(" = ")
    name, value = (before, behind) if behind else (name, value)
    pointer = None if source == "editor" else Pointer(source)
    return Claim(FILM, name, value, pointer, status or "asserted")


def compared(name: str, *written: str) -> Comparison:
    """The comparison of a property of the film."""
    return by_topic(claim(one, name) for one in written)[FILM, name, None]


def by_topic(claims: Iterable[Claim]) -> dict[Topic, Comparison]:
    return {one.topic: one for one in compare_claims(claims)}


def credit(person: str, role: str, source: str | None, status: str = "final", **qualifiers: str) -> Claim:
    """A credit of the film, as a record or a program makes it."""
    part = qualifiers.get("character")
    value = f"{person} as {part}" if part else f"{role}: {person}"
    told = tuple(sorted({"person": person, "role": role, **qualifiers}.items()))
    pointer = Pointer(source) if source else None
    return Claim(FILM, "credit", value, pointer, status, qualifiers=told)
