"""A name in a text whose credits are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.entity import Kind
from plugins.archive.span import Span


@dataclass(frozen=True, slots=True)
class Named:
    """A name: whose it is, and whether that was left undecided.

    ``entity`` is empty for a band or a company without a record.
    """

    entity: str
    kind: Kind
    span: Span
    is_open: bool = False


def without_record(name: Named) -> Named:
    """A name of a band or a company, after all, that has no record; its words are all that is known."""
    return Named("", Kind.ORGANISATION, name.span)
