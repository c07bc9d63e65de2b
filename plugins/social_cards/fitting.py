"""Words set into the room that there is: as large as they fit, on lines of about the same length."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

ELLIPSIS = "…"

Measure = Callable[[str, int], float]
"""The width of a text in letters of a size."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A size of letters, and how many lines of it there may be."""

    size: int
    lines: int


@dataclass(frozen=True, slots=True)
class Lines:
    """Words as they are set."""

    size: int
    lines: tuple[str, ...]


def fitted(words: str, width: int, settings: Iterable[Setting], measure: Measure) -> Lines:
    """Words in the first of the settings in which they fit, else cut short in the last.

    >>> letters = lambda text, size: len(text) * size
    >>> fitted("The Long Way to Ostend", 90, [Setting(9, 1), Setting(7, 2)], letters).lines
    ('The Long Way', 'to Ostend')
    >>> fitted("The Long Way to Ostend", 70, [Setting(10, 2)], letters).lines
    ('The', 'Long…')
    """
    size, lines = 0, [""]
    most = 0
    for one in settings:
        size, most = one.size, one.lines
        lines = list(_wrapped(words, width, size, measure))
        if len(lines) <= most and all(measure(line, size) <= width for line in lines):
            return Lines(size, tuple(_balanced(words, width, size, len(lines), measure)))
    return Lines(size, tuple(_cut(lines, most, width, size, measure)))


def _wrapped(words: str, width: float, size: int, measure: Measure) -> Iterator[str]:
    """Lines that are filled one after the other; a word that is too long stands alone on its own."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}" if line else word
        if line and measure(longer, size) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def _balanced(words: str, width: int, size: int, count: int, measure: Measure) -> list[str]:
    """As many lines as narrow as they can be."""
    low, high = width // max(count, 1), width
    while low < high:
        middle = (low + high) // 2
        lines = list(_wrapped(words, middle, size, measure))
        if len(lines) <= count and all(measure(line, size) <= middle for line in lines):
            high = middle
        else:
            low = middle + 1
    return list(_wrapped(words, high, size, measure))


def _cut(lines: list[str], most: int, width: int, size: int, measure: Measure) -> Iterator[str]:
    """The first lines, each as far as it fits; the last says that there is more."""
    kept = lines[:most]
    for number, line in enumerate(kept, 1):
        is_last = number == len(kept) < len(lines)
        yield line if not is_last and measure(line, size) <= width else _shortened(line, width, size, measure)


def _shortened(line: str, width: int, size: int, measure: Measure) -> str:
    """A line without its last words, or of one word its last letters, so that the sign after it fits."""
    while line and measure(line + ELLIPSIS, size) > width:
        line = line.rpartition(" ")[0] or line[:-1]
    return line.rstrip(" ,;:.") + ELLIPSIS
