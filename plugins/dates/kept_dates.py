"""The dates of texts, each by itself: kept from one build to the next under all that decides them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from plugins.archive.date_expression import DateBasis, DateExpression, DateStatus, DerivationStep, Precision
from plugins.archive.edtf import Edtf
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.dates.extents import Extent, Shape
from plugins.dates.milestones import Dating, Known
from plugins.dates.periods import Period
from plugins.dates.phases import OWN, Aspect, Milestone, Phase
from plugins.incremental.kept import Kept
from plugins.incremental.keys import digest_of, digest_of_code, key_of_text, text_alone

if TYPE_CHECKING:
    from plugins.dates.finding import TextReading

CODE = ("archive", "dates", "lexicon", "quotations")
"""Plugins whose code and tables decide which dates a text has."""

Occasion = tuple[Milestone, bool]
"""A milestone that may date words of a text, and whether the text has its work's title there."""


@dataclass(frozen=True, slots=True)
class TextToDate:
    """A text with all that decides its dates beside what others tell.

    ``film`` is what its record says it is about. ``works`` and ``characters`` are where it names them,
    ``names`` all names, each with whether only a program knows it. ``years`` are those that the records of
    the film and of the works have, as they are written.
    """

    document: Document
    published: Edtf | None
    film: str | None
    works: Sequence[tuple[Span, str]]
    characters: Sequence[Span]
    names: Sequence[tuple[Span, bool]]
    years: Mapping[str, str]

    @property
    def key(self) -> str:
        """The digest of all this."""
        known = [
            self.published.written if self.published else None,
            self.film,
            [(span.start, span.end, work) for span, work in self.works],
            [(span.start, span.end) for span in self.characters],
            [(span.start, span.end, is_stub) for span, is_stub in self.names],
            self.years,
        ]
        return digest_of(digest_of_code(*CODE), key_of_text(self.document), json.dumps(known))

    def alone(self) -> TextToDate:
        """The same, with no more of the document than the key holds."""
        return replace(self, document=text_alone(self.document))


@dataclass(frozen=True, slots=True)
class DatesOfText:
    """What one text dates by itself, what it dates of milestones, and which of these may date more of it."""

    expressions: tuple[DateExpression, ...]
    datings: tuple[Dating, ...]
    occasions: frozenset[Occasion]


@dataclass(frozen=True, slots=True)
class _KnownThere:
    """The milestones that are known to the readers of one text."""

    by_occasion: Mapping[Occasion, Known]

    def known(self, milestone: Milestone, source: str, *, by_record: bool = True) -> Known | None:  # noqa: ARG002
        return self.by_occasion.get((milestone, by_record))


def dates_of(texts: Sequence[TextToDate], kept: Kept) -> list[DatesOfText]:
    """What each text dates by itself, in the order of the texts."""

    def make(place: int) -> list[Any]:
        from plugins.dates.told_texts import reading_of

        return encode_reading(reading_of(texts[place].alone()))

    found = kept.results("dates", [one.key for one in texts], make, _prepare)
    return [decode_dates(plain, text.document) for plain, text in zip(found, texts, strict=True)]


def dates_by_milestones(
    texts: Sequence[tuple[TextToDate, Mapping[Occasion, Known]]], kept: Kept
) -> dict[str, tuple[DateExpression, ...]]:
    """All dates of texts in which milestones date words, by source; with each text, when these were."""

    def make(place: int) -> list[Any]:
        from plugins.dates.told_texts import reading_of

        text, known = texts[place]
        there = _KnownThere(
            {(_of_no_source(one), by_record): when for (one, by_record), when in known.items()}
        )
        return list(map(_plain, reading_of(text.alone()).expressions(there)))

    keys = [digest_of(text.key, *sorted(map(repr, known.items()))) for text, known in texts]
    found = kept.results("dates-by-milestones", keys, make, _prepare)
    return {
        text.document.source: tuple(_expressions(plain, text.document))
        for plain, (text, _) in zip(found, texts, strict=True)
    }


def _prepare() -> None:
    # Whoever reads no text waits for none of the rules.
    import plugins.dates.told_texts  # noqa: F401


def encode_reading(reading: TextReading) -> list[Any]:
    """What a text was read to say, as JSON holds it, without its source."""
    known_by_nobody = _KnownThere({})
    return [
        list(map(_plain, reading.expressions(known_by_nobody))),
        [
            (*_of_milestone(one.milestone), _of_extent(one.extent), one.status, one.span.start, one.span.end)
            for one in reading.datings
        ],
        sorted((*_of_milestone(one), is_named) for one, is_named in reading.occasions),
    ]


def decode_dates(plain: list[Any], document: Document) -> DatesOfText:
    """What ``encode_reading`` wrote, in a document."""
    expressions, datings, occasions = plain
    source = document.source
    return DatesOfText(
        tuple(_expressions(expressions, document)),
        tuple(
            Dating(_milestone(of, source), _extent(*extent), DateStatus(status), source, Span(start, end))
            for *of, extent, status, start, end in datings
        ),
        frozenset((_milestone(of, source), is_named) for *of, is_named in occasions),
    )


def _plain(one: DateExpression) -> list[Any]:
    steps = [
        (
            step.says,
            step.rule,
            *((step.span.start, step.span.end) if step.span else (None, None)),
            step.source,
        )
        for step in one.derivation
    ]
    spans = (one.span.start, one.span.end, one.sentence.start, one.sentence.end)
    return [*spans, one.edtf.written if one.edtf else None, one.basis, one.status, steps, one.maker]


def _expressions(plain: Iterable[list[Any]], document: Document) -> Iterator[DateExpression]:
    for start, end, begins, ends, written, basis, status, steps, maker in plain:
        yield DateExpression(
            document.source,
            Span(start, end),
            document.text[start:end],
            Span(begins, ends),
            Edtf.parse(written) if written is not None else None,
            DateBasis(basis),
            DateStatus(status),
            tuple(
                DerivationStep(says, rule, None if first is None else Span(first, last), source)
                for says, rule, first, last, source in steps
            ),
            maker,
        )


def _of_milestone(one: Milestone) -> tuple[str, str, str]:
    return one.work, one.phase, one.aspect


def _milestone(plain: Sequence[str], source: str) -> Milestone:
    """A milestone; a text's own film has the text's name in it, which it was read without."""
    work, phase, aspect = plain
    return Milestone(f"{OWN}{source}" if work == OWN else work, Phase(phase), Aspect(aspect))


def _of_no_source(one: Milestone) -> Milestone:
    return replace(one, work=OWN) if one.work.startswith(OWN) else one


def _of_extent(one: Extent) -> list[Any]:
    periods = [
        [each.precision, each.year, each.part, each.day] if each else None for each in (one.first, one.last)
    ]
    return [*periods, one.shape.name, one.about, one.doubt, one.is_sharp, one.is_of_year]


def _extent(first: list[Any], last: list[Any] | None, shape: str, *marks: bool) -> Extent:
    return Extent(_period(*first), _period(*last) if last else None, Shape[shape], *marks)


def _period(precision: str, year: int, part: int, day: int) -> Period:
    return Period(Precision(precision), year, part, day)
