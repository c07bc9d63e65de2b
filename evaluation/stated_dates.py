"""Dates read in stated texts, against those that they state: right, too precise, or no dates at all.

An annotator writes one fair reading, and another may be as fair. Three that say no more than the annotated
one are taken for right:

- the same end with the other left open: *lived until 1997* is ``1997`` to one and ``../1997`` to another,
  *by Easter* ``1988-04-03`` or ``[..1988-04-03]``;
- some time between two ends, for the stretch between the same ends: ``[2022-07..2022-12]`` and
``2022-07/2022-12``;
- about a date, where it is counted from another: *two years ago* is ``2002`` or ``2002~``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from evaluation.date_meaning import UNKNOWN, End, days_left_open, meaning
from evaluation.figures import Ratio, Tally
from evaluation.floors import Floors
from evaluation.stated_archives import FOUND, KNOWN, archive_of
from evaluation.stated_measures import Measured
from evaluation.stated_texts import NoDate, StatedDate, StatedText, digest_of_stated, read_stated_texts
from plugins.archive.date_expression import DateBasis, DateExpression, DateStatus

RIGHT, RESOLVED, STATUS = "right", "right, of what comes to a date", "status right"
TOO_PRECISE, TOO_SOON = "too precise", "announced, shown as happened"
TAKEN, SPURIOUS, WRONG = "no dates taken", "where no date is annotated", "found wrongly"
LESS_IS_BETTER = frozenset({TOO_PRECISE, TOO_SOON, TAKEN, SPURIOUS, WRONG})


@dataclass(frozen=True)
class ReadDate:
    """A stated date with the expressions that overlap its quote, in the order of the text."""

    stated: StatedDate
    found: tuple[DateExpression, ...]

    @property
    def match(self) -> DateExpression | None:
        """The first expression that is right."""
        return next((one for one in self.found if self.allows(one)), None)

    @property
    def is_right(self) -> bool:
        """Whether a right one was found, or where no date follows, none that comes to one."""
        if not self.stated.accepted:
            return all(one.edtf is None for one in self.found)
        return self.match is not None

    @property
    def is_too_precise(self) -> bool:
        """Whether any expression claims to know more than every accepted date."""
        return any(self._exceeds(one) for one in self.found)

    @property
    def is_shown_too_soon(self) -> bool:
        is_announced = self.stated.status is DateStatus.ANNOUNCED
        return is_announced and self.match is not None and self.match.status is DateStatus.HAPPENED

    def allows(self, one: DateExpression) -> bool:
        """Whether an expression means an accepted date."""
        if one.edtf is None:
            return False
        is_counted = one.basis is DateBasis.RELATIVE
        return any(is_as_fair(one.edtf.written, date, is_counted=is_counted) for date in self.stated.accepted)

    def _exceeds(self, one: DateExpression) -> bool:
        if one.edtf is None or self.allows(one):
            return False
        least = min(map(days_left_open, self.stated.accepted), default=days_left_open(UNKNOWN))
        return days_left_open(one.edtf.written) < least


@dataclass(frozen=True)
class DatesOfText:
    """One text measured. ``expressions`` is all that was found in it."""

    stated: StatedText
    expressions: tuple[DateExpression, ...]

    @cached_property
    def dates(self) -> tuple[ReadDate, ...]:
        """The stated dates, each with what was found for it."""
        return tuple(
            ReadDate(one, tuple(found for found in self.expressions if found.span.overlaps(one.quote)))
            for one in self.stated.dates
        )

    @cached_property
    def taken(self) -> tuple[tuple[NoDate, DateExpression], ...]:
        """What is no date, with the expression that makes it one."""
        return tuple(
            (none, next(one for one in self._beside_dates if one.span.overlaps(none.quote)))
            for none in self.stated.not_dates
            if any(one.span.overlaps(none.quote) for one in self._beside_dates)
        )

    @cached_property
    def spurious(self) -> tuple[DateExpression, ...]:
        """The expressions where nothing is annotated."""
        quotes = [none.quote for none in self.stated.not_dates]
        return tuple(one for one in self._beside_dates if not any(map(one.span.overlaps, quotes)))

    @cached_property
    def resolved(self) -> tuple[DateExpression, ...]:
        """The expressions that come to a date."""
        return tuple(one for one in self.expressions if one.edtf is not None)

    @property
    def wrong(self) -> tuple[DateExpression, ...]:
        """The expressions that come to a date which is right for nothing that they overlap."""
        return tuple(one for one in self.resolved if not any(date.allows(one) for date in self.dates))

    @property
    def counts(self) -> Tally:
        """The counts; what is optional has no say in what was found."""
        asked = [one for one in self.dates if not one.stated.optional]
        dated = [one for one in asked if one.stated.accepted]
        right = [one for one in dated if one.match]
        announced = [one for one in right if one.stated.status is DateStatus.ANNOUNCED]
        return {
            RIGHT: _how_many(one.is_right for one in asked),
            RESOLVED: _how_many(one.match is not None for one in dated),
            STATUS: _how_many(
                one.match is not None and one.match.status is one.stated.status for one in right
            ),
            TOO_PRECISE: _how_many(one.is_too_precise for one in self.dates),
            TOO_SOON: _how_many(one.is_shown_too_soon for one in announced),
            TAKEN: Ratio(len(self.taken), len(self.stated.not_dates)),
            SPURIOUS: Ratio(len(self.spurious), len(self.resolved)),
            WRONG: Ratio(len(self.wrong), len(self.resolved)),
        }

    @cached_property
    def _beside_dates(self) -> tuple[DateExpression, ...]:
        """The expressions that come to a date and overlap no stated one."""
        quotes = [one.quote for one in self.stated.dates]
        return tuple(one for one in self.resolved if not any(map(one.span.overlaps, quotes)))


def is_as_fair(found: str, stated: str, *, is_counted: bool = False) -> bool:
    """Whether a date means a stated one, or says as much in one of the ways that an archivist may choose.

    >>> is_as_fair("../1997", "1997"), is_as_fair("[2022-07..2022-12]", "2022-07/2022-12")
    (True, True)
    >>> is_as_fair("1998", "1997"), is_as_fair("1997", "../1997"), is_as_fair("1997~", "1997")
    (False, False, False)
    """
    read, meant = meaning(found), meaning(stated)
    if read is None or meant is None or read == meant:
        return read == meant and read is not None
    if is_counted and read[0] == meant[0] and tuple(map(_sharp, read[1])) == meant[1]:
        return True
    if "." not in read[0] and read[0] != "/":
        return False
    ends = [one for one in read[1] if one is not None]
    if len(ends) == 1:
        return meant[0] == "" and tuple(ends) == meant[1]
    return read[0] == "[.." and meant == ("/", read[1])


def _sharp(end: End | None) -> End | None:
    return None if end is None else replace(end, approximate=False)


def measure_stated_dates(folder: Path) -> Measured[DatesOfText]:
    """The dates that are read in each text of a folder, as the only text of an archive.

    Raises:
        UnreadableGold: a text cannot be read, or does not fit its annotation.
    """
    texts = read_stated_texts(folder)
    return Measured(
        digest_of_stated(texts), {names: [_measure(one, names) for one in texts] for names in (KNOWN, FOUND)}
    )


def _measure(stated: StatedText, names: str) -> DatesOfText:
    with archive_of(stated, names) as flow:
        by_source: Mapping[str, Sequence[DateExpression]] = flow.sound_value("date_expressions").by_source
        (own,) = by_source.values()
        return DatesOfText(stated, tuple(own))


def floors_of_stated_dates(measured: Measured[DatesOfText]) -> Floors:
    """What the texts could be held to, after this measurement."""
    return measured.floors(LESS_IS_BETTER)


def _how_many(each: Iterable[bool]) -> Ratio:
    told = list(each)
    return Ratio(sum(told), len(told))
