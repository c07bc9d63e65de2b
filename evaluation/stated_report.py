"""What was measured of stated texts, as lines for people and as JSON for programs.

Of the texts that are held out only the figures are told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from evaluation.figures import Ratio
from evaluation.stated_credits import CreditsOfText, ReadCredit, mode_of, modes_of, status_of
from evaluation.stated_dates import DatesOfText, ReadDate
from evaluation.stated_measures import Half, Measured, One
from plugins.archive.date_expression import DateExpression
from plugins.archive.span import Span

Lists = Mapping[str, Callable[[One], Iterator[str]]]
"""The lists of a text by their titles, a line for each thing that is told."""


def stated_as_text(measured: Measured[One], lists: Lists[One]) -> str:
    """The figures of both halves beside each other, then the lists of the texts that may be looked at."""
    lines: list[str] = []
    for names in measured.by_names:
        counts = {half: measured.counts(names, half) for half in Half}
        lines += [f"{names[:1].upper()}{names[1:]}", "", f"  {'':44}{Half.LOOKED_AT:26}{Half.HELD_OUT}"]
        lines += [
            f"  {name:44}{ratio!s:26}{counts[Half.HELD_OUT].get(name, Ratio())}"
            for name, ratio in counts[Half.LOOKED_AT].items()
        ]
        for title, found in _listed(measured, names, lists).items():
            lines += [f"  {title} ({len(found)})", *(f"    {line}" for line in found)]
        lines.append("")
    return "\n".join(lines).rstrip()


def stated_as_json(measured: Measured[One], lists: Lists[One]) -> str:
    """The same as JSON; a share of none is null."""
    data: dict[str, Any] = {"digest": measured.digest}
    for names in measured.by_names:
        data[names] = {
            "counts": {
                half: {
                    name: {"part": ratio.part, "whole": ratio.whole, "share": ratio.share}
                    for name, ratio in measured.counts(names, half).items()
                }
                for half in Half
            },
            **_listed(measured, names, lists),
        }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _listed(measured: Measured[One], names: str, lists: Lists[One]) -> dict[str, list[str]]:
    """The lines of each list that has any, each with the text in which it stands."""
    found = {
        title: [
            f"{one.stated.name.split('_')[0]}:{line}"
            for one in measured.of(names, Half.LOOKED_AT)
            for line in lines_of(one)
        ]
        for title, lines_of in lists.items()
    }
    return {title: lines for title, lines in found.items() if lines}


def _missed_dates(text: DatesOfText) -> Iterator[str]:
    for one in text.dates:
        if not one.is_right and not one.stated.optional:
            yield _about(text, one)


def _other_status(text: DatesOfText) -> Iterator[str]:
    for one in text.dates:
        if one.match and one.match.status is not one.stated.status and not one.stated.optional:
            yield f"{_place(text, one)}  {one.stated.status}, not {one.match.status} ({one.stated.why})"


def _too_precise(text: DatesOfText) -> Iterator[str]:
    for one in text.dates:
        if one.is_too_precise:
            yield _about(text, one)


def _taken(text: DatesOfText) -> Iterator[str]:
    for none, one in text.taken:
        words = none.quote.of(text.stated.text)
        yield f"{none.quote.start} “{words}” ({none.why})  found {_found(one)}"


def _spurious(text: DatesOfText) -> Iterator[str]:
    for one in text.spurious:
        yield f"{one.span.start}  found {_found(one)}"


LISTS_OF_DATES: Lists[DatesOfText] = {
    "missed": _missed_dates,
    "another status": _other_status,
    "too precise": _too_precise,
    "no dates, taken for dates": _taken,
    "dates where none is annotated": _spurious,
}


def _place(text: DatesOfText, one: ReadDate) -> str:
    return f"{one.stated.quote.start} “{one.stated.quote.of(text.stated.text)}”"


def _about(text: DatesOfText, one: ReadDate) -> str:
    wanted = " or ".join(one.stated.accepted) or "no date"
    found = "; ".join(map(_found, one.found)) or "nothing"
    return f"{_place(text, one)}  expected {wanted} ({one.stated.why}), found {found}"


def _found(one: DateExpression) -> str:
    steps = "; ".join(step.says for step in one.derivation)
    return f"“{' '.join(one.quote.split())}” {one.edtf or 'in words'} ({one.status}, {one.basis}: {steps})"


def _missed_credits(text: CreditsOfText) -> Iterator[str]:
    for row, found in text.cast:
        if not found:
            what = f"{row.person} as {row.character or row.part or 'somebody'}"
            yield _missed(text, row.quote, what, row.person, row.character)
    for job, found in text.crew:
        if not found:
            yield _missed(text, job.quote, f"{job.person}, {job.role}", job.person)


def _other_outcome(text: CreditsOfText) -> Iterator[str]:
    for row, found in text.cast:
        if found and not (status_of(found) == row.status and mode_of(found) in modes_of(row)):
            got = f"{status_of(found)}, {mode_of(found) or 'no mode'}"
            part = row.character or row.part
            yield f"{row.quote.start} {row.person} as {part}  {row.status}, {row.mode}, not {got}"


def _wrong(text: CreditsOfText) -> Iterator[str]:
    for one in text.wrong:
        yield _read(text, one)


def _traps(text: CreditsOfText) -> Iterator[str]:
    for trap, one in text.taken:
        words = trap.quote.of(text.stated.text)
        yield f"{trap.quote.start} {trap.person} “{words}” ({trap.why})  read {_read(text, one)}"


LISTS_OF_CREDITS: Lists[CreditsOfText] = {
    "missed": _missed_credits,
    "another status or mode": _other_outcome,
    "wrong credits of the film": _wrong,
    "traps taken": _traps,
}


def _missed(text: CreditsOfText, quote: Span, what: str, *entities: str) -> str:
    unknown = [one for one in entities if one and one not in text.linked]
    here = [one for one in text.read if one.is_at(quote)]
    elsewhere = [one for one in text.elsewhere if one.is_at(quote)]
    why = "no form found"
    if unknown:
        why = f"nothing is linked to {', '.join(unknown)}"
    elif here:
        why = f"there is read {'; '.join(_read(text, one) for one in here)}"
    elif elsewhere:
        why = "; ".join(f"of {one.line.work or 'no work'} is read {_read(text, one)}" for one in elsewhere)
    return f"{quote.start} {what} “{quote.of(text.stated.text)}”  {why}"


def _read(text: CreditsOfText, one: ReadCredit) -> str:
    said = f"{one.person} as {one.words or 'somebody'}" if one.is_cast else f"{one.person}, {one.line.role}"
    words = " ".join(one.line.span.of(text.stated.text).split())
    return f"{one.line.span.start} {said} ({one.line.reason}): “{words}”"
