"""The figures that must not get worse, with a digest of the annotation that they were measured on.

All are shares of which more is better, so that each has a floor and none a ceiling: instead of the traps
that were taken, those that were passed; instead of what was found wrongly, what was found soundly.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path

from evaluation.discovered import GROUPED, grouping_f1
from evaluation.figures import Ratio, Tally
from evaluation.linked import Linked
from evaluation.mentions import OfGold, OfMarkedTexts

FLOORS = Path(__file__).parent / "floors.json"

DIGITS = 4
"""Decimals that are kept, rounded down: one mention of some thousand that is lost must still show."""

Figures = Mapping[str, float]


@dataclass(frozen=True)
class Floors:
    """What one annotation is held to: its digest, and the floors of each measurement on it."""

    digest: str
    by_measurement: Mapping[str, Figures]


class LoweredFloors(ValueError):
    """Figures that lie below their floors; the message has a line for each."""


def floors_of_gold(measured: OfGold) -> Floors:
    """What the annotation could be held to, after this measurement."""
    return Floors(
        measured.digest,
        {
            "with records": _figures_of_links(measured.with_records),
            "discovery": _figures_of_discovery(measured.discovered.counts),
        },
    )


def floors_of_marked_texts(measured: OfMarkedTexts) -> Floors:
    """What the marked texts could be held to, after this measurement."""
    return Floors(measured.digest, {"discovery": _figures_of_discovery(measured.counts)})


def read_floors(file: Path = FLOORS) -> dict[str, Floors]:
    """The pinned floors by the name of their annotation; none where the file is not there."""
    written = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return {name: Floors(one["digest"], one["floors"]) for name, one in written.items()}


def below(measured: Floors, pinned: Floors) -> tuple[str, ...]:
    """A line for each figure that lies below its floor, or is no longer measured."""
    return tuple(
        f"{measurement}, {name}: {now:.{DIGITS}f} is below its floor, {least:.{DIGITS}f}"
        for measurement, figures in pinned.by_measurement.items()
        for name, least in figures.items()
        if (now := measured.by_measurement.get(measurement, {}).get(name, 0.0)) < least
    )


def pin_floors(measured: Mapping[str, Floors], *, lower: bool = False, file: Path = FLOORS) -> None:
    """Write what was measured as the floors of its annotations; those of others stay.

    Raises:
        LoweredFloors: a floor would sink and ``lower`` is not set; nothing is written then.
    """
    pinned = read_floors(file)
    sinking = [
        f"{name}, {line}"
        for name, one in measured.items()
        if name in pinned
        for line in below(one, pinned[name])
    ]
    if sinking and not lower:
        raise LoweredFloors("\n".join(sinking))
    written = {
        name: {"digest": one.digest, "floors": one.by_measurement}
        for name, one in sorted({**pinned, **measured}.items())
    }
    file.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _figures_of_links(linked: Linked) -> Figures:
    return {
        "precision": share_kept(linked.counts["precision"]),
        "recall": share_kept(linked.counts["recall"]),
        "recall, mean of entities": rounded_down(linked.macro_recall),
        "traps passed": share_kept(linked.counts["traps taken"].rest),
    }


def _figures_of_discovery(counts: Tally) -> Figures:
    return {
        **{
            name: share_kept(counts[name]) for name in counts if name == "found" or name.startswith("found, ")
        },
        "found soundly": share_kept(counts["wrong"].rest),
        "kind right": share_kept(counts["kind right"]),
        "found once": share_kept(counts["found again"].rest),
        **{f"{of} grouped: F1": rounded_down(grouping_f1(counts, of)) for of in GROUPED},
        "links: precision": share_kept(counts["links: precision"]),
        "links: recall": share_kept(counts["links: recall"]),
        "traps passed": share_kept(counts["links: traps taken"].rest),
    }


def share_kept(ratio: Ratio) -> float:
    """A share as a floor keeps it."""
    return rounded_down(ratio.share)


def rounded_down(share: float | None) -> float:
    """Rounded down, a share of none counting as 0: a figure that cannot be given has no floor to keep."""
    step: int = 10**DIGITS
    return floor((share or 0.0) * step + 1e-9) / step
