"""From what builds took to the figures of the report, with what is aimed at."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from statistics import median

from benchmarks.builds_changes import Outcome
from benchmarks.builds_report import HUGO, OURS, PELICAN, Aim, Figure
from benchmarks.builds_sites import Run

MEGABYTE = 1_000_000

WORTH = 0.005
"""The share of a build from which on a stage is named."""

MEMORY = (Aim(600), Aim(1.0, HUGO))
POWER = (Aim(1.1),)

_AIMS_OF_CHANGES = {
    "no change": (Aim(0.5),),
    "one page's words edited": (Aim(0.05, PELICAN), Aim(0.25, HUGO)),
}
"""Of other changes the number of pages is aimed at: those that show what has changed, and no others."""

Runs = Mapping[str, Sequence[Run]]
"""The builds of each generator by its name, one for each round."""

_READ: dict[str, Callable[[Run], float]] = {
    "clock": lambda run: run.taken.wall,
    "processor": lambda run: run.taken.cpu,
    "memory at most": lambda run: run.taken.memory / MEGABYTE,
    "written": lambda run: run.files,
    "written, all": lambda run: run.size,
}
_UNITS = {
    "clock": "s",
    "processor": "s",
    "memory at most": "MB",
    "written": "files",
    "written, all": "bytes",
}


def middle(runs: Sequence[Run], what: str) -> float:
    """The median over the rounds of a figure that ``_READ`` names."""
    return median(_READ[what](run) for run in runs)


def figures_of(title: str, runs: Runs, aims: Mapping[str, tuple[Aim, ...]]) -> list[Figure]:
    """All that is measured of whole builds; ``aims`` by the name of the figure."""
    return [
        Figure(
            f"{title}: {what}",
            unit,
            {name: middle(of, what) for name, of in runs.items() if of},
            aims.get(what, ()),
        )
        for what, unit in _UNITS.items()
    ]


def figures_of_pages(one: Runs, two: Runs) -> list[Figure]:
    """Pages alone, on one core and on two; stock Pelican uses one."""
    on_one = figures_of("pages, 1 core", one, {"processor": (Aim(0.4, PELICAN),)})
    on_two = figures_of("pages, 2 cores", two, {"clock": (Aim(1.3, HUGO),)})
    return [*on_one, *on_two[:3]]


def figures_of_everything(runs: Runs) -> list[Figure]:
    """Texts, pages, search and data of ours, beside the pages alone of the others."""
    return figures_of("everything, 2 cores", runs, {"clock": (Aim(1.0, PELICAN),), "memory at most": MEMORY})


def figures_of_stages(runs: Sequence[Run]) -> list[Figure]:
    """Seconds of the stages of the last round, the longest first, as long as they are worth a line."""
    stages = runs[-1].told.get("stages", ()) if runs else ()
    told = sorted(stages, key=lambda stage: -stage["seconds"])
    least = WORTH * sum(one["seconds"] for one in told)
    return [
        Figure(f"stage {one['name']}", "s", {OURS: one["seconds"]}) for one in told if one["seconds"] >= least
    ]


def figures_of_change(name: str, runs: Sequence[Run], outcome: Outcome, whole: Runs) -> list[Figure]:
    """A build after a change, beside the whole builds of the others."""
    known = {which: of for which, of in whole.items() if which != OURS}
    aims = _AIMS_OF_CHANGES.get(name, ())
    times = [
        Figure(
            f"{name}: {what}",
            "s",
            {OURS: middle(runs, what), **{which: middle(of, what) for which, of in known.items() if of}},
            aims if what == "clock" else (),
        )
        for what in ("clock", "processor")
    ]
    counted = [Figure(f"{name}: written", "pages", {OURS: outcome.written})]
    if name == "one person renamed":
        counted.append(Figure(f"{name}: written without the name", "pages", {OURS: outcome.strayed}))
    stale = Figure(f"{name}: not as a clean build makes it", "files", {OURS: outcome.stale}, (Aim(0),))
    return [*times, *counted, stale]


def power(sizes: tuple[int, int], values: tuple[float, float]) -> float:
    """The exponent with which a figure grows from one number of pages to another: 1 is in proportion."""
    return math.log(values[1] / values[0]) / math.log(sizes[1] / sizes[0])


def figures_of_growth(by_size: Mapping[int, Runs]) -> list[Figure]:
    """How whole builds grow: between the ends, which is aimed at, and from each size to the next."""
    sizes = sorted(by_size)
    ends = [(sizes[0], sizes[-1])] if len(sizes) > 1 else []
    steps = list(pairwise(sizes)) if len(sizes) > 2 else []
    return [
        Figure(
            f"{what}, {first:,} to {last:,} pages",
            "power",
            _powers(by_size, (first, last), what),
            POWER if (first, last) in ends else (),
        )
        for first, last in (*ends, *steps)
        for what in ("clock", "processor", "memory at most")
    ]


def _powers(by_size: Mapping[int, Runs], sizes: tuple[int, int], what: str) -> dict[str, float]:
    first, last = (by_size[size] for size in sizes)
    return {
        name: power(sizes, (middle(first[name], what), middle(last[name], what)))
        for name in first
        if first[name] and last.get(name)
    }
