"""Stand-off annotations: what a maker says of a span, the text left as it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plugins.archive.span import Span


class Form(StrEnum):
    """How a mention comes by its candidates: a form that records list, or one that the text has earned."""

    LISTED = "listed"
    SURNAME = "surname"
    GIVEN = "given name"
    SPEAKER = "speaker’s label"


@dataclass(frozen=True, order=True, slots=True)
class Mention:
    """A name in a text, and the records that answer to it: one, several, or none.

    ``candidates`` are ids in alphabetical order. ``familiar`` are those of them that only a given name
    brings in, where nobody speaks: writers call people by their surnames. ``maker`` is the program's name
    and version.
    """

    source: str
    span: Span
    candidates: tuple[str, ...]
    maker: str
    form: Form = Form.LISTED
    familiar: tuple[str, ...] = ()


@dataclass(frozen=True, order=True, slots=True)
class Link:
    """A mention that was given to one entity, and why. ``confidence`` lies between 0 and 1."""

    source: str
    span: Span
    entity: str
    reason: str
    maker: str
    confidence: float


@dataclass(frozen=True, order=True, slots=True)
class Undecided:
    """A mention that a person must decide, with its candidates."""

    source: str
    span: Span
    candidates: tuple[str, ...]
    reason: str


@dataclass(frozen=True, order=True, slots=True)
class CreditLine:
    """A credit read in a text: that somebody did something on a work, as far as the text says.

    ``span`` holds the whole pattern, name and name. ``person`` is a record; a company or a band that has none
    is only a ``name``. ``role`` is ``cast`` or a job, ``wording`` what the text calls it.
    ``work`` is the one that the text speaks of there. A part is a ``character``, or the words of a ``part``
    that no record has. ``status`` is final, replaced, cut, uncredited, consulted or announced;
    ``mode`` voice or screen. What the text does not say is empty, so that lines have an order.
    """

    source: str
    span: Span
    person: str
    name: str
    role: str
    work: str
    character: str
    part: str
    status: str
    mode: str
    wording: str
    reason: str
    maker: str
