"""What was measured, as lines for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict
from typing import Any

from evaluation.discovered import GROUPED, Discovered, grouping_f1
from evaluation.figures import Tally, as_share
from evaluation.linked import Linked, Miss
from evaluation.mentions import OfGold, OfMarkedTexts

LISTS = {
    "wrong": "found, and none of them",
    "kinds_wrong": "of another kind",
    "split": "found several times",
    "merged": "several in one",
}
"""The lists of entities, by attribute, with their titles."""

COLUMNS = ("found", "wrong", "kind right", "found again")
"""The counts that the line of a marked text shows, after which its F1 of grouping and its links follow."""

OF_LINKS = ("links: precision", "links: recall", "links: traps taken")


def mentions_as_text(gold: OfGold | None, marked: OfMarkedTexts | None) -> str:
    """The report on whatever was measured."""
    lines: list[str] = []
    if gold is not None:
        if gold.absent:
            lines += [f"Not at hand, so that all in them is missed: {', '.join(gold.absent)}", ""]
        lines += ["With our records", "", *_linked(gold.with_records), ""]
        lines += ["Discovery, with empty content", "", *_discovered(gold.discovered), ""]
    if marked is not None:
        lines += ["Discovery in marked texts, each by itself", ""]
        for name, one in marked.by_text.items():
            lines += [f"  {name}", *(f"  {line}" for line in _lists(one))]
        lines += ["", *_table(marked), "", "  all marked texts", *_counts(marked.counts)]
    return "\n".join(lines).rstrip()


def mentions_as_json(gold: OfGold | None, marked: OfMarkedTexts | None) -> str:
    """The same as JSON; a share of none is null."""
    data: dict[str, Any] = {}
    if gold is not None:
        data["gold"] = {
            "digest": gold.digest,
            "absent": gold.absent,
            "with_records": _linked_data(gold.with_records),
            "discovery": _discovered_data(gold.discovered),
        }
    if marked is not None:
        data["marked"] = {
            "digest": marked.digest,
            "discovery": _counts_data(marked.counts),
            "by_text": {name: _discovered_data(one) for name, one in marked.by_text.items()},
        }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _linked(one: Linked) -> Iterator[str]:
    yield from _figures(one.counts)
    yield _figure("precision, mean of entities", as_share(one.macro_precision))
    yield _figure("recall, mean of entities", as_share(one.macro_recall))
    yield from _misses(one, one.missed)


def _discovered(one: Discovered) -> Iterator[str]:
    yield from _counts(one.counts)
    yield from _lists(one)


def _misses(one: Linked, missed: Collection[Miss]) -> Iterator[str]:
    taken = [f"{trap.source}:{trap.span.start} “{trap.surface}”" for trap in one.traps_taken]
    yield from _with_title(f"traps taken ({len(taken)})", taken)
    yield from _with_title(f"wrong links ({len(one.wrong)})", map(_miss, one.wrong))
    yield from _with_title(f"missed ({len(missed)})", map(_miss, missed))


def _miss(one: Miss) -> str:
    return f"{one.source}:{one.start} “{one.surface}”  expected {one.expected}  got {one.got}  ({one.reason})"


def _lists(one: Discovered) -> Iterator[str]:
    """Entities by name, then single links; what is missed for want of an entity is not told again."""
    missing = {entity.id for entity in one.missing}
    told = [f"{entity.id} ({entity.kind})" for entity in one.missing]
    yield from _with_title(f"not found ({len(missing)})", told)
    for attribute, title in LISTS.items():
        found: tuple[str, ...] = getattr(one, attribute)
        yield from _with_title(f"{title} ({len(found)})", found)
    missed = [miss for miss in one.linked.missed if miss.expected not in missing]
    yield from _misses(one.linked, missed)


def _with_title(title: str, lines: Iterable[str]) -> list[str]:
    """Lines under their title; nothing where there are none."""
    found = [f"    {line}" for line in lines]
    return [f"  {title}", *found] if found else []


def _counts(counts: Tally) -> Iterator[str]:
    yield from _figures(counts)
    for of in GROUPED:
        yield _figure(f"{of} grouped: F1", as_share(grouping_f1(counts, of)))


def _figures(counts: Tally) -> Iterator[str]:
    return (_figure(name, ratio) for name, ratio in counts.items())


def _figure(name: str, value: object) -> str:
    return f"  {name:44}{value}"


def _table(marked: OfMarkedTexts) -> Iterator[str]:
    titles = [*COLUMNS, *(f"{of} F1" for of in GROUPED), *(name.removeprefix("links: ") for name in OF_LINKS)]
    yield f"  {'':26}" + "".join(f"{title:>12}" for title in titles)
    for name, counts in (
        *((name, one.counts) for name, one in marked.by_text.items()),
        ("all", marked.counts),
    ):
        shares = [counts[one].share for one in COLUMNS]
        shares += [grouping_f1(counts, of) for of in GROUPED]
        shares += [counts[one].share for one in OF_LINKS]
        yield f"  {name:26}" + "".join(f"{as_share(share).strip():>12}" for share in shares)


def _linked_data(one: Linked) -> dict[str, Any]:
    return {
        "counts": _tally_data(one.counts),
        "macro_precision": one.macro_precision,
        "macro_recall": one.macro_recall,
        "wrong": [asdict(miss) for miss in one.wrong],
        "missed": [asdict(miss) for miss in one.missed],
    }


def _discovered_data(one: Discovered) -> dict[str, Any]:
    lists = {attribute: list(getattr(one, attribute)) for attribute in LISTS}
    missing = [entity.id for entity in one.missing]
    return {**_counts_data(one.counts), "missing": missing, **lists, "links": _linked_data(one.linked)}


def _counts_data(counts: Tally) -> dict[str, Any]:
    return {
        "counts": _tally_data(counts),
        "grouping_f1": {of: grouping_f1(counts, of) for of in GROUPED},
    }


def _tally_data(counts: Tally) -> dict[str, Any]:
    return {name: {"part": one.part, "whole": one.whole, "share": one.share} for name, one in counts.items()}
