"""The portrait of a name as paths: what the page's SVG says, in points that a picture can be drawn from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.entity_pages.portrait import portrait

Point = tuple[float, float]

STEPS = 12
"""Straight pieces in the place of each curve; at the size of a card nobody sees them."""

_PATH = re.compile(r"<path (?P<attributes>[^>]*?)d=\"(?P<path>[^\"]*)\"/>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_COMMAND = re.compile(r"([MCvz])([^MCvz]*)")


@dataclass(frozen=True, slots=True)
class Path:
    """One line, or one filled shape where ``width`` is 0. ``opacity`` lies between 0 and 1."""

    points: tuple[Point, ...]
    width: float
    opacity: float


def voice_of(name: str, kind: str) -> tuple[Path, ...]:
    """The paths of the portrait of a name, in the portrait's own units.

    >>> first = voice_of("Ines Varga", "person")[0]
    >>> len(first.points), first.width, first.opacity
    (2, 2.4, 1.0)
    """
    found: list[Path] = []
    for match in _PATH.finditer(portrait(name, kind)):
        attributes = dict(_ATTRIBUTE.findall(match["attributes"]))
        width = 0.0 if attributes["fill"] == "currentColor" else float(attributes["stroke-width"])
        opacity = float(attributes.get("fill-opacity", 1))
        found += (Path(points, width, opacity) for points in _lines(match["path"]))
    return tuple(found)


def _lines(path: str) -> list[tuple[Point, ...]]:
    lines: list[list[Point]] = []
    for command, written in _COMMAND.findall(path):
        numbers = [float(one) for one in written.split()]
        if command == "M":
            lines.append([(numbers[0], numbers[1])])
        elif command == "v":
            x, y = lines[-1][-1]
            lines[-1].append((x, y + numbers[0]))
        elif command == "C":
            bend, other, end = ((numbers[place], numbers[place + 1]) for place in (0, 2, 4))
            lines[-1] += _curve(lines[-1][-1], bend, other, end)
    return [tuple(line) for line in lines]


def _curve(start: Point, bend: Point, other: Point, end: Point) -> list[Point]:
    """The points of a cubic Bézier curve after its start."""
    points = []
    for step in range(1, STEPS + 1):
        t = step / STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x, y = (
            sum(weight * one[axis] for weight, one in zip(weights, (start, bend, other, end), strict=True))
            for axis in (0, 1)
        )
        points.append((x, y))
    return points
