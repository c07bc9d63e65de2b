"""The figures of the searches side by side, and as ratios with what is aimed at."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

OURS, PAGEFIND = "intertitle", "pagefind"

TITLES = {OURS: "ours", PAGEFIND: "Pagefind", "minisearch": "MiniSearch", "lunr": "lunr"}
"""What the searches are called, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing of all searches that have it, by their name.

    ``aim`` is the most that ours may be: as a ratio to Pagefind's, or by itself where ``of_ours`` is set.
    It is None where nothing is aimed at.
    """

    name: str
    unit: str
    values: Mapping[str, float]
    aim: float | None = None
    of_ours: bool = False

    @property
    def ratio(self) -> float | None:
        """Ours ÷ Pagefind's, or None where one of them was not measured."""
        theirs = self.values.get(PAGEFIND)
        return self.values[OURS] / theirs if theirs and OURS in self.values else None

    @property
    def reached(self) -> bool | None:
        """Whether the aim is reached; None where there is none, or nothing to compare with."""
        value = self.values.get(OURS) if self.of_ours else self.ratio
        return None if self.aim is None or value is None else value <= self.aim


def as_table(count: int, figures: Iterable[Figure], remarks: Sequence[str] = ()) -> str:
    """The figures of that many pages, one a line, and below them what the reader has to know."""
    heads = "".join(f"{title:>12}" for title in TITLES.values())
    lines = [f"{f'{count:,} pages':46}{heads}{'ours ÷ Pf':>11}  aim"]
    lines += [_line(one) for one in figures]
    return "\n".join([*lines, *(f"  {remark}" for remark in remarks)])


def as_json(by_count: Mapping[int, Sequence[Figure]], remarks: Sequence[str] = ()) -> str:
    """The same for programs: a list of figures for each number of pages."""
    figures = {
        str(count): [
            {
                "name": one.name,
                "unit": one.unit,
                "values": dict(one.values),
                "ratio": one.ratio,
                "aim": one.aim,
                "aim of": OURS if one.of_ours else "ratio",
                "reached": one.reached,
            }
            for one in figures
        ]
        for count, figures in by_count.items()
    }
    return json.dumps({"pages": figures, "remarks": list(remarks)}, ensure_ascii=False, indent=1)


def _line(figure: Figure) -> str:
    values = "".join(f"{_written(figure.values.get(name), figure.unit):>12}" for name in TITLES)
    ratio = "" if figure.ratio is None else f"{figure.ratio:.3f}"
    return f"  {f'{figure.name}, {figure.unit}':44}{values}{ratio:>11}  {_aim(figure)}".rstrip()


def _written(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if unit in {"bytes", "files", "requests", "rounds"} else f"{value:,.2f}"


def _aim(figure: Figure) -> str:
    if figure.aim is None:
        return ""
    of = f" {figure.unit}" if figure.of_ours else ""
    verdict = {True: "reached", False: "MISSED", None: "not compared"}[figure.reached]
    return f"≤ {figure.aim:,g}{of}: {verdict}"
