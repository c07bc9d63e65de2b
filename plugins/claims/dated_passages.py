"""Events that nobody has recorded: the dates that a program read stand in for them, with their passages."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from plugins.archive.annotation import Link
from plugins.archive.claim import Claim
from plugins.archive.date_expression import DateExpression, Precision
from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.entity import Entity, Kind
from plugins.archive.properties import WRITTEN_FROM
from plugins.archive.settings import Settings
from plugins.archive.source import Document, Label, Rights
from plugins.authority.linking import Links
from plugins.authority.record import Record, Records, pointers
from plugins.dates.english import in_words
from plugins.dates.texts import DatesOfTexts
from plugins.sources.library import Documents

UNSORTED = "unsorted"
"""The phase of what a program found: nobody has said yet to which part of the film's making it belongs."""

TELLS = frozenset(
    {
        *(Label.BODY, Label.QUESTION, Label.ANSWER, Label.HEADING, Label.CAPTION),
        *(Label.CREDIT_BLOCK, Label.FILM_FACTS),
    }
)
"""Labels of segments that tell of the film. A byline dates the text, and readers' comments date nothing."""


_QUOTED = re.compile("“[^”]*”")
"""Words of the text in a step: whatever a step takes from it stands in quotation marks."""

_WRITTEN_DATE = re.compile(r"[\[{]?(?:\.\.)?/?[0-9X]{4}[0-9X?~%/.,\[\]{}-]*")
"""What may be EDTF in a step; whether it is, the parser says."""

BESIDE = 8
"""Code points between two dates that are one: a comma, a preposition and spaces."""


@dataclass(frozen=True, slots=True)
class DatedPassage:
    """An event that a program stands in for: what it is called, and the claim of its date."""

    entity: Entity
    claim: Claim


def find_dated_passages(
    dates: DatesOfTexts,
    links: Links,
    documents: Documents,
    records: Records,
    entities: Sequence[Entity],
    settings: Settings,
) -> tuple[DatedPassage, ...]:
    """The dates of texts on which no recorded event rests, in the order of sources and offsets.

    As soon as one event cites a text, the rest of its dates waits for people: whoever has begun to record
    chooses what the timeline holds. A text that was written from others of the archive tells nothing of its
    own. Words that come to no date are none, nor is what stands in a text of which only the record may be
    told. None where the settings want no stubs.
    """
    if not settings.stubs:
        return ()
    kinds = {one.id: one.kind for one in entities}
    waiting = _cited_by_events(records) | _written_from_others(records)
    named: dict[str, list[Link]] = defaultdict(list)
    for link in sorted(links.made, key=lambda one: one.span.start):
        named[link.source].append(link)
    return tuple(
        passage
        for source, document in documents.by_id.items()
        if source not in waiting and document.rights is not Rights.LINK
        for passage in _in_text(
            document, dates.by_source.get(source, ()), _Names(named[source], kinds), records.by_id[source]
        )
    )


def _cited_by_events(records: Records) -> set[str]:
    """The sources on which recorded events rest."""
    events = (one for one in records.of(Kind.EVENT) if one.has_page)
    return {pointer.source for one in events for pointer in pointers(one.values.get("cite"))}


def _written_from_others(records: Records) -> set[str]:
    """The sources whose records say that they were written from other texts."""
    return {
        one.id
        for one in records.of(Kind.SOURCE)
        if any(fact.get("property") == WRITTEN_FROM for fact in one.items("facts"))
    }


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of one text in its order, and the kinds of what they mean."""

    links: Sequence[Link]
    kinds: dict[str, Kind]

    def within(self, expression: DateExpression) -> dict[str, Kind]:
        """What the sentence of a date names, each once, in the order of the text."""
        sentence = expression.sentence
        first, last = (
            bisect_left(self.links, end, key=lambda one: one.span.start)
            for end in (sentence.start, sentence.end)
        )
        inside = (one.entity for one in self.links[first:last])
        return {one: self.kinds[one] for one in inside if one in self.kinds}


def _in_text(
    document: Document, expressions: Sequence[DateExpression], names: _Names, record: Record
) -> Iterator[DatedPassage]:
    """The dated passages of one text; what a sentence dates twice to the same is one."""
    seen: set[tuple[int, str]] = set()
    for one, following in zip_longest(expressions, expressions[1:]):
        segment = document.segment_at(one.span.start)
        if one.edtf is None or segment is None or segment.label not in TELLS:
            continue
        # Films of the century: that dates nothing.
        if one.precision is Precision.CENTURY or (following and _is_told_better(one, following)):
            continue
        if (one.sentence.start, one.edtf.written) not in seen:
            seen.add((one.sentence.start, one.edtf.written))
            yield _passage(document, one, one.edtf, segment.number, names.within(one), record)


def _is_told_better(one: DateExpression, following: DateExpression) -> bool:
    """Whether the next words say the same more exactly: “two years later, on 9 July 2004”."""
    if one.edtf is None or following.edtf is None or following.span.start - one.span.end > BESIDE:
        return False
    return one.edtf.first <= following.edtf.first and following.edtf.last <= one.edtf.last


def _passage(
    document: Document,
    one: DateExpression,
    date: Edtf,
    paragraph: int,
    named: dict[str, Kind],
    record: Record,
) -> DatedPassage:
    name = f"Paragraph {paragraph} of {record.name}"
    key = f"dated-{document.source}-{one.span.start}"
    place = next((entity for entity, kind in named.items() if kind is Kind.PLACE), None)
    qualifiers = {"basis": one.basis.value, "phase": UNSORTED}
    if place is not None:
        qualifiers["place"] = place
    if (steps := derivation_of(one)) is not None:
        qualifiers["derivation"] = steps
    claim = Claim(
        subject=key,
        property="date",
        value=date.written,
        pointer=document.pointer_to(one.sentence),
        status=one.status.value,
        maker=one.maker,
        qualifiers=tuple(sorted(qualifiers.items())),
        about=tuple(named),
    )
    url = f"sources/{document.source}.html#p{paragraph}"
    return DatedPassage(Entity(key, Kind.EVENT, name, name, (), url, "", False, is_stub=True), claim)


def derivation_of(one: DateExpression) -> str | None:
    """How a date was worked out, in words of ours only; None where the text states it.

    What a step quotes of the text is left out, and dates are put into words.
    """
    if len(one.derivation) < 2:
        return None
    steps = "; ".join(_QUOTED.sub("the words", step.says) for step in one.derivation)
    return _WRITTEN_DATE.sub(_put_into_words, steps)


def _put_into_words(written: re.Match[str]) -> str:
    try:
        return in_words(Edtf.parse(written[0]))
    except UnreadableDate:
        return written[0]
