"""Links against an annotation: which are right or wrong, what was missed, which traps were taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from evaluation.annotated import AnnotatedText
from evaluation.figures import Ratio, Tally, mean
from evaluation.gold import JUDGED, Gold, Row, Trap
from plugins.archive.annotation import Link, Undecided
from plugins.archive.entity import Kind
from plugins.archive.span import Span

NOTHING = "nothing"


@dataclass(frozen=True, order=True, slots=True)
class Miss:
    """A link that is wrong, or a required mention without a right one, with what was expected there."""

    source: str
    start: int
    surface: str
    expected: str
    got: str
    reason: str


@dataclass(frozen=True)
class Linked:
    """The links of an archive, measured.

    ``precision`` and ``recall`` hold the counts of each entity of the annotation: precision of what was
    linked to it, recall of what is required of it. ``counts`` are those of all links, also of those to
    entities that the annotation does not know.
    """

    counts: Tally
    precision: Mapping[str, Ratio]
    recall: Mapping[str, Ratio]
    wrong: tuple[Miss, ...]
    missed: tuple[Miss, ...]
    traps_taken: tuple[Trap, ...]

    @property
    def macro_precision(self) -> float | None:
        """The mean over entities that were linked at least once."""
        return mean(one.share for one in self.precision.values())

    @property
    def macro_recall(self) -> float | None:
        """The mean over entities of which something is required."""
        return mean(one.share for one in self.recall.values())


class Verdict(Enum):
    """What a link is worth. NEUTRAL counts neither way: an optional mention, or what is not judged."""

    RIGHT = "right"
    NEUTRAL = "neutral"
    WRONG = "wrong"


@dataclass(frozen=True)
class _Judged:
    """A link in an annotated part, with what the annotation calls its source and its entity."""

    link: Link
    source: str
    entity: str | None
    kind: Kind
    verdict: Verdict
    row: Row | None


@dataclass(frozen=True)
class _Texts:
    """An annotation, with the documents it speaks of and the names it has for their entities."""

    gold: Gold
    texts: Mapping[str, AnnotatedText]
    same: Mapping[str, str]

    def surface(self, one: Link | Undecided) -> str:
        return one.span.of(self.texts[one.source].document.text)

    def called(self, entity: str) -> str:
        """An entity by the annotation's id; one that it does not know by ours, in brackets."""
        return self.same.get(entity, f"[{entity}]")


def judge_links(
    gold: Gold,
    texts: Mapping[str, AnnotatedText],
    links: Iterable[Link],
    undecided: Iterable[Undecided],
    kinds: Mapping[str, Kind],
    same: Mapping[str, str],
) -> Linked:
    """Everything that the links of the annotated parts are worth.

    ``texts`` are by the archive's id of a source, ``kinds`` by its id of an entity; ``same`` gives the
    annotation's id for the entities that it knows. A link to a person, character or work is right where
    its very span is annotated with that entity, and wrong elsewhere. Rows of texts that are not at hand
    are missed.
    """
    here = _Texts(gold, texts, same)
    judged = [
        _judge(one, here, kinds[one.entity])
        for one in links
        if one.source in texts and texts[one.source].holds(one.span) and one.entity in kinds
    ]
    left = [one for one in undecided if one.source in texts]
    scored = [one for one in judged if one.kind in JUDGED and one.verdict is not Verdict.NEUTRAL]
    right = frozenset(one.row for one in scored if one.row)
    required = [row for row in gold.rows if row.required]
    missed = [row for row in required if row not in right]
    taken = [trap for trap in gold.traps if any(_takes(one, trap) for one in judged)]
    counts = {
        "precision": _right_of(scored),
        "recall": _hit_of(required, right),
        "traps taken": Ratio(len(taken), len(gold.traps)),
        "missed, undecided with the right candidate": Ratio(
            sum(_is_left_open(row, left, here) for row in missed), len(missed)
        ),
    }
    for kind in JUDGED:
        own = [row for row in required if gold.by_id[row.entity].kind == kind.value]
        counts[f"precision, {kind.value}"] = _right_of(one for one in scored if one.kind is kind)
        counts[f"recall, {kind.value}"] = _hit_of(own, right)
    sought = [one.id for one in gold.sought]
    return Linked(
        counts,
        {entity: _right_of(one for one in scored if one.entity == entity) for entity in sought},
        {entity: _hit_of((row for row in required if row.entity == entity), right) for entity in sought},
        tuple(sorted(_as_wrong(one, here) for one in scored if one.verdict is Verdict.WRONG)),
        tuple(sorted(_as_miss(row, judged, left, here) for row in missed)),
        tuple(taken),
    )


def _right_of(judged: Iterable[_Judged]) -> Ratio:
    verdicts = [one.verdict for one in judged]
    return Ratio(verdicts.count(Verdict.RIGHT), len(verdicts))


def _hit_of(rows: Iterable[Row], right: frozenset[Row]) -> Ratio:
    hit = [row in right for row in rows]
    return Ratio(sum(hit), len(hit))


def _judge(link: Link, here: _Texts, kind: Kind) -> _Judged:
    source, entity = here.texts[link.source].source, here.same.get(link.entity)

    def equal(rows: Iterable[Row]) -> Row | None:
        own = (row for row in rows if row.source == source and link.span in row.spans)
        return next((row for row in own if entity in row.entities), None)

    row = equal(here.gold.rows)
    if row is not None:
        verdict = Verdict.RIGHT if row.required else Verdict.NEUTRAL
    else:
        verdict = Verdict.NEUTRAL if equal(here.gold.others) else Verdict.WRONG
    return _Judged(link, source, entity, kind, verdict, row)


def _takes(one: _Judged, trap: Trap) -> bool:
    """Whether a link walks into a trap; one that equals a row of the annotation does not.

    Over words that name nothing, any link to a person, character or work does; a style or a term, of which
    there is no annotation, may stand there. Over words that belong to something, a link of any kind does
    that stands on just these words and leads elsewhere.
    """
    if one.source != trap.source or one.verdict is not Verdict.WRONG:
        return False
    if trap.correct is None:
        return one.kind in JUDGED and one.link.span.overlaps(trap.span)
    return one.link.span == trap.span and one.entity != trap.correct


def _is_left_open(row: Row, undecided: Iterable[Undecided], here: _Texts) -> bool:
    return any(
        not {here.same.get(one) for one in left.candidates}.isdisjoint(row.entities)
        for left in undecided
        if here.texts[left.source].source == row.source and left.span in row.spans
    )


def _as_wrong(one: _Judged, here: _Texts) -> Miss:
    gold = here.gold
    there = [row for row in (*gold.rows, *gold.others) if _is_at(row, one.source, one.link.span)]
    traps = [trap.correct for trap in gold.traps if trap.source == one.source and trap.span == one.link.span]
    expected = [f"{row.entity} “{row.surface}”" for row in there] or [trap for trap in traps if trap]
    return Miss(
        one.source,
        one.link.span.start,
        here.surface(one.link),
        ", ".join(expected) or NOTHING,
        here.called(one.link.entity),
        one.link.reason,
    )


def _as_miss(row: Row, judged: Iterable[_Judged], undecided: Iterable[Undecided], here: _Texts) -> Miss:
    got, reasons = zip(*_instead(row, judged, undecided, here), strict=True)
    return Miss(row.source, row.span.start, row.surface, row.entity, "; ".join(got), "; ".join(reasons))


def _instead(
    row: Row, judged: Iterable[_Judged], undecided: Iterable[Undecided], here: _Texts
) -> Iterator[tuple[str, str]]:
    """What was made of a missed mention, and why: links, else what was left to people, else nothing."""
    links = [one.link for one in judged if _is_at(row, one.source, one.link.span)]
    for link in links:
        yield f"{here.called(link.entity)} “{here.surface(link)}”", link.reason
    left = [one for one in undecided if _is_at(row, here.texts[one.source].source, one.span)]
    for one in left:
        yield f"undecided: {', '.join(here.called(entity) for entity in one.candidates)}", one.reason
    if not links and not left:
        known = row.entity in here.same.values()
        at_hand = row.source in {text.source for text in here.texts.values()}
        yield (
            NOTHING,
            (
                "the text is not at hand"
                if not at_hand
                else "no mention found"
                if known
                else "no such entity found"
            ),
        )


def _is_at(row: Row, source: str, span: Span) -> bool:
    return row.source == source and any(span.overlaps(one) for one in row.spans)
