"""Suggestions as values: where, what, why, how sure, and what each answer would write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.archive.span import Span
from plugins.authority.record import Refusal
from plugins.authority.schema import SuggestionCode


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where something stands in a file. Line and column count from 1, columns in code points."""

    path: str
    line: int
    col: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.col}"


@dataclass(frozen=True, order=True, slots=True)
class Spot:
    """A stretch of a source's text."""

    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class NewJudgement:
    """A line of ``judgements.yaml``: what the words at a spot mean; None where they name nothing."""

    spot: Spot
    entity: str | None


@dataclass(frozen=True, slots=True)
class NewRecord:
    """An entry of a file of ``content/authority/``, its keys in the order in which they are written."""

    file: str
    values: Mapping[str, object]

    @property
    def id(self) -> str:
        return str(self.values["id"])


@dataclass(frozen=True, slots=True)
class NewPage:
    """A Markdown file of its own, by its path in the content folder."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class NewVariant:
    """One more form in the ``variants`` of a record, by the path of its file in the content folder."""

    file: str
    record: str
    form: str


@dataclass(frozen=True, slots=True)
class NewRefusal:
    """A line of ``refusals.yaml``; who, when and why are those of whoever answers."""

    refusal: Refusal


Change = NewJudgement | NewRecord | NewPage | NewVariant | NewRefusal
"""What an answer writes into ``content/``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers: what it says, and what it writes."""

    label: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that a program would decide if it might.

    ``name`` are the words that it is about and ``reason`` why it is made, a sentence without its mark.
    ``spots`` are all places that it speaks of, the first of which is ``at``; empty where it is about
    records. ``accept`` is what a yes writes; where it is empty, a yes is no answer, and ``choices``, by
    number, or a person's own hands must do it. ``nothing`` is the answer 0, and a no writes ``refusals``.
    ``blocked`` says why nothing can be written yet; it is empty where something can. ``others`` are the
    places of the spots after the first.
    """

    at: Place
    code: SuggestionCode
    name: str
    reason: str
    confidence: float
    does: str
    refusals: tuple[Refusal, ...]
    spots: tuple[Spot, ...] = ()
    kind: str | None = None
    records: tuple[str, ...] = ()
    accept: tuple[Change, ...] = ()
    choices: tuple[Choice, ...] = ()
    nothing: Choice | None = None
    blocked: str = ""
    others: tuple[Place, ...] = ()

    @property
    def order(self) -> tuple[object, ...]:
        """By file, line and column; what is surest first at one place."""
        return (self.at, -self.confidence, self.code, self.name, self.records)

    def is_applied_from(self, least: float) -> bool:
        """Whether a yes can be said to it by rule, without a person's answer."""
        return bool(self.accept) and not self.blocked and self.confidence >= least
