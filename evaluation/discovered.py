"""Entities that were found in texts without a record, against an annotation of those texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import comb

from evaluation.annotated import AnnotatedText
from evaluation.figures import Ratio, Tally, f1
from evaluation.gold import JUDGED, Gold, GoldEntity, Row
from evaluation.linked import Linked, judge_links
from plugins.archive.annotation import Link, Undecided
from plugins.archive.entity import Entity
from plugins.archive.span import Span

GROUPED = ("surfaces", "mentions")
"""What is counted in pairs: whether two of them that belong together were found together."""


@dataclass(frozen=True)
class Discovered:
    """What was found, measured; the lists name entities, in the annotation's order or in ours.

    ``missing`` were sought and not found, ``wrong`` are none of the annotation's people, characters and
    works, ``kinds_wrong`` are of another kind than it says, ``split`` were found several times, ``merged``
    hold the mentions of several. ``linked`` are the single links, each found entity being taken for the
    one of the annotation that it stands for.
    """

    counts: Tally
    missing: tuple[GoldEntity, ...]
    wrong: tuple[str, ...]
    kinds_wrong: tuple[str, ...]
    split: tuple[str, ...]
    merged: tuple[str, ...]
    linked: Linked


@dataclass(frozen=True)
class _Found:
    """An entity with its mentions in annotated parts, and the row that each coincides with."""

    entity: Entity
    rows: tuple[Row | None, ...]
    stands_for: str | None


def measure_discovery(
    gold: Gold,
    texts: Mapping[str, AnnotatedText],
    links: Iterable[Link],
    undecided: Iterable[Undecided],
    entities: Iterable[Entity],
) -> Discovered:
    """How well the entities and their links answer to the annotation.

    A found person, character or work counts when it has a mention in an annotated part. It stands for the
    entity with which most of these mentions coincide; mentions that coincide with nothing have no say, for
    the links are counted by themselves. It is wrong where it stands for none, or for something that is
    none of the three. One that stands for an entity of which nothing is required counts neither way.
    """
    links, entities = tuple(links), tuple(entities)
    found = _found(gold, texts, links, entities)
    by_gold = {one.id: [ours for ours in found if ours.stands_for == one.id] for one in gold.sought}
    known = [one for ours in by_gold.values() for one in ours]
    wrong = [one for one in found if not _is_judged(gold, one.stands_for)]
    of_other_kind = [one for one in known if one.entity.kind.value != _kind(gold, one.stands_for)]
    same = {one.entity.id: one.stands_for for one in found if one.stands_for and one not in wrong}
    linked = judge_links(gold, texts, links, undecided, {one.id: one.kind for one in entities}, same)
    again = sum(len(ours) - 1 for ours in by_gold.values() if ours)
    held = [_required(gold, one) for one in found]
    counts = {
        **_found_by_kind(gold, by_gold),
        "wrong": Ratio(len(wrong), len(known) + len(wrong)),
        "kind right": Ratio(len(known) - len(of_other_kind), len(known)),
        "found again": Ratio(again, len(known)),
        **_grouping_of_surfaces(held),
        **_grouping_of_mentions(held),
        **{f"links: {name}": linked.counts[name] for name in ("precision", "recall", "traps taken")},
    }
    return Discovered(
        counts,
        missing=tuple(one for one in gold.sought if not by_gold[one.id]),
        wrong=tuple(_as_wrong(gold, one) for one in wrong),
        kinds_wrong=tuple(
            f"{_shown(one)} is {one.stands_for}, {_kind(gold, one.stands_for)}" for one in of_other_kind
        ),
        split=tuple(
            f"{name}: {', '.join(map(_shown, ours))}" for name, ours in by_gold.items() if len(ours) > 1
        ),
        merged=tuple(_as_merged(one) for one in found if len(_held(one)) > 1),
        linked=linked,
    )


def grouping_f1(counts: Tally, of: str) -> float | None:
    """F1 of the pairs of what is GROUPED, read off their precision and recall."""
    return f1(counts[f"{of} grouped: precision"], counts[f"{of} grouped: recall"])


def coinciding(rows: Iterable[Row], source: str, span: Span) -> Row | None:
    """The row that a mention coincides with: at its span, at another of its spans, or mostly.

    Mostly means that they share more than half of the longer one. The largest share wins, then order.
    """
    best: tuple[int, int, Row] | None = None
    for row in rows:
        if row.source != source:
            continue
        shared = max(_shared(span, one) for one in row.spans)
        exact = 2 if span == row.span else 1 if span in row.alt_spans else 0
        if shared and (best is None or (exact, shared) > best[:2]):
            best = exact, shared, row
    return best[2] if best else None


def _shared(one: Span, other: Span) -> int:
    """Code points in both, 0 where that is half of the longer one or less."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both if 2 * both > max(len(one), len(other)) else 0


def _found(
    gold: Gold, texts: Mapping[str, AnnotatedText], links: Iterable[Link], entities: Iterable[Entity]
) -> list[_Found]:
    """People, characters and works with a mention in an annotated part, in the order of entities."""
    rows: dict[str, list[Row | None]] = defaultdict(list)
    annotated = (*gold.rows, *gold.others)
    for link in links:
        text = texts.get(link.source)
        if text is not None and text.holds(link.span):
            rows[link.entity].append(coinciding(annotated, text.source, link.span))
    order = {one.id: place for place, one in enumerate(gold.entities)}
    found = []
    for one in entities:
        if one.kind in JUDGED and one.id in rows:
            said = Counter(entity for row in rows[one.id] if row for entity in row.entities)
            stands_for = min(said, key=lambda name: (-said[name], order[name]), default=None)
            found.append(_Found(one, tuple(rows[one.id]), stands_for))
    return found


def _found_by_kind(gold: Gold, by_gold: Mapping[str, list[_Found]]) -> Tally:
    counts = {"found": Ratio(sum(map(bool, by_gold.values())), len(by_gold))}
    for kind in JUDGED:
        own = [bool(ours) for name, ours in by_gold.items() if _kind(gold, name) == kind.value]
        counts[f"found, {kind.value}"] = Ratio(sum(own), len(own))
    return counts


def _grouping_of_surfaces(held: Iterable[set[Row]]) -> Tally:
    """Pairs of surfaces: precision of those that share a found entity, recall of those that should.

    ``held`` are the required mentions of each found entity. A surface counts once for each entity that it
    names, in whatever texts.
    """
    groups = [{(row.entity, row.surface) for row in rows} for rows in held]
    together = {pair for group in groups for pair in combinations(sorted(group), 2)}
    items = sorted(set[tuple[str, str]]().union(*groups))
    belong = {(one, other) for one, other in combinations(items, 2) if one[0] == other[0]}
    return _pairs("surfaces", len(together & belong), len(together), len(belong))


def _grouping_of_mentions(held: Iterable[set[Row]]) -> Tally:
    """The same for the pairs of required mentions; large entities have a large say here."""
    grouped = [(number, row) for number, rows in enumerate(held) for row in rows]
    right = _pairs_in((number, row.entity) for number, row in grouped)
    together = _pairs_in(number for number, _ in grouped)
    belong = _pairs_in(row.entity for row in {row for _, row in grouped})
    return _pairs("mentions", right, together, belong)


def _pairs_in(groups: Iterable[Hashable]) -> int:
    return sum(comb(size, 2) for size in Counter(groups).values())


def _pairs(of: str, right: int, together: int, belong: int) -> Tally:
    return {f"{of} grouped: precision": Ratio(right, together), f"{of} grouped: recall": Ratio(right, belong)}


def _required(gold: Gold, one: _Found) -> set[Row]:
    """The mentions of people, characters and works that are required and that a found entity holds."""
    return {row for row in one.rows if row and row.required and _is_judged(gold, row.entity)}


def _kind(gold: Gold, entity: str | None) -> str:
    return gold.by_id[entity].kind if entity else ""


def _is_judged(gold: Gold, entity: str | None) -> bool:
    return entity is not None and gold.by_id[entity].is_judged


def _held(one: _Found) -> Counter[str]:
    """How many mentions of each of the annotation's entities a found one holds."""
    return Counter(row.entity for row in one.rows if row)


def _shown(one: _Found) -> str:
    return f"“{one.entity.name}” [{one.entity.id}, {one.entity.kind.value}]"


def _as_wrong(gold: Gold, one: _Found) -> str:
    mentions = f"{len(one.rows)} mention{'s' if len(one.rows) > 1 else ''}"
    what = f"{one.stands_for}, {_kind(gold, one.stands_for)}" if one.stands_for else "nothing"
    return f"{_shown(one)}, {mentions}, is {what}"


def _as_merged(one: _Found) -> str:
    held = ", ".join(f"{name} {count}" for name, count in _held(one).most_common())
    return f"{_shown(one)}: {held}"
