"""The figures of the generators side by side, and as ratios with what is aimed at."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

OURS, PELICAN, HUGO = "intertitle", "pelican", "hugo"

TITLES = {OURS: "ours", PELICAN: "Pelican", HUGO: "Hugo"}
"""What the generators are called, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class Aim:
    """The most that ours may be: as a ratio to a generator's figure, or by itself where ``of`` is ours."""

    most: float
    of: str = OURS


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing of all generators that have it, by their name."""

    name: str
    unit: str
    values: Mapping[str, float]
    aims: tuple[Aim, ...] = ()

    def ratio(self, of: str) -> float | None:
        """Ours ÷ that generator's, or None where one of them was not measured."""
        theirs = self.values.get(of)
        return self.values[OURS] / theirs if theirs and OURS in self.values else None

    def reached(self, aim: Aim) -> bool | None:
        """Whether the aim is reached; None where there is nothing to compare with."""
        value = self.values.get(OURS) if aim.of == OURS else self.ratio(aim.of)
        return None if value is None else value <= aim.most


def as_table(title: str, figures: Iterable[Figure], remarks: Sequence[str] = ()) -> str:
    """The figures, one a line, and below them what the reader has to know."""
    heads = "".join(f"{one:>13}" for one in TITLES.values())
    lines = [f"{title:58}{heads}{'÷ Pelican':>11}{'÷ Hugo':>9}  aims"]
    lines += [_line(one) for one in figures]
    return "\n".join([*lines, *(f"  {remark}" for remark in remarks)])


def as_json(by_title: Mapping[str, Sequence[Figure]], remarks: Sequence[str] = ()) -> str:
    """The same for programs: a list of figures under each title."""
    told = {title: [_as_data(one) for one in figures] for title, figures in by_title.items()}
    return json.dumps({"figures": told, "remarks": list(remarks)}, ensure_ascii=False, indent=1)


def _as_data(figure: Figure) -> dict[str, Any]:
    return {
        "name": figure.name,
        "unit": figure.unit,
        "values": dict(figure.values),
        "ratios": {of: ratio for of in (PELICAN, HUGO) if (ratio := figure.ratio(of)) is not None},
        "aims": [{"most": one.most, "of": one.of, "reached": figure.reached(one)} for one in figure.aims],
    }


def _line(figure: Figure) -> str:
    values = "".join(f"{_written(figure.values.get(name), figure.unit):>13}" for name in TITLES)
    ratios = [figure.ratio(of) for of in (PELICAN, HUGO)]
    told = "".join(
        f"{'' if one is None else f'{one:.3f}':>{width}}" for one, width in zip(ratios, (11, 9), strict=True)
    )
    aims = "; ".join(_told(figure, one) for one in figure.aims)
    return f"  {f'{figure.name}, {figure.unit}':56}{values}{told}  {aims}".rstrip()


def _written(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if unit in {"bytes", "files", "pages"} else f"{value:,.2f}"


def _told(figure: Figure, aim: Aim) -> str:
    of = f" {figure.unit}" if aim.of == OURS else f" of {TITLES[aim.of]}"
    verdict = {True: "reached", False: "MISSED", None: "not compared"}[figure.reached(aim)]
    return f"≤ {aim.most:,g}{of}: {verdict}"
