"""Stretches that are counted from another time: the last ten years, for two weeks, the first weeks."""

from __future__ import annotations

from collections.abc import Callable

from plugins.archive.date_expression import DateStatus, Precision
from plugins.dates.counting import NO_MOMENT, count_of, counted, unit_of
from plugins.dates.course import TEXT
from plugins.dates.phrases import Phrase
from plugins.dates.relative import over_by
from plugins.dates.resolved import Circumstances, Resolved, unresolved
from plugins.dates.shifting import stretch
from plugins.dates.words import SEVERAL, Count


def next_or_last(one: Circumstances) -> Resolved | None:
    """A stretch that begins or ends where the words are spoken or the story stands; the first of another.

    ``For the first weeks``, told in the past, is over by the moment of the words.
    """
    phrase, course = one.phrase, one.course
    which, unit = phrase.get("which"), unit_of(phrase)
    if which == "first":
        moment = course.moment()
        if moment is None or moment.kind == TEXT or not one.tenses.is_over:
            return unresolved(phrase, "the text does not tell when it began")
        return counted(phrase, moment, over_by(moment, unit), moves=False)
    is_ahead = which in {"next", "following", "coming", "ensuing"}
    anchor = (course.told() or course.moment()) if is_ahead else course.moment()
    if anchor is None:
        return unresolved(phrase, NO_MOMENT)
    count = count_of(one) if phrase.get("count") else SEVERAL if _is_plural(phrase) else Count(1, 1)
    return counted(phrase, anchor, stretch(anchor, count, unit, 1 if is_ahead else -1), moves=False)


def _is_plural(phrase: Phrase) -> bool:
    return phrase.held["whole"].endswith(("s", "S"))


def lasting(one: Circumstances) -> Resolved | None:
    """A length of time, where the sentence tells when it began, or that it goes on; else no date.

    A length alone says how long, and not when: “it ran for three weeks”, “on 21 October, for 45 days”. What
    it is the length of has its own time (“for two weeks of shooting”), and so has what is still to come.
    """
    phrase, course = one.phrase, one.course
    if not phrase.get("count"):
        return None
    unit, count = unit_of(phrase), count_of(one)
    moment = course.moment()
    if one.tenses.lasts and moment is not None:
        return counted(phrase, moment, stretch(moment, count, unit, -1), moves=False)
    is_fine = course.before is not None and not (
        unit.days and course.before.precision.rank >= Precision.YEAR.rank
    )
    is_date = one.names_thing or one.status is DateStatus.ANNOUNCED
    if course.before is not None and is_fine and not one.is_added and is_date:
        return counted(phrase, course.before, stretch(course.before, count, unit, 1), moves=False)
    return None


STRETCHES: dict[str, Callable[[Circumstances], Resolved | None]] = {
    "stretch": next_or_last,
    "lasting": lasting,
}
"""The functions of this module by what a rule makes."""
