"""The lines of a front matter that cannot be read, in their parts, and values as they may be written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Found = tuple[int, int, str]
"""Line and column, counted from 0, and what is wrong there, with what to do."""

_LINE = re.compile(
    r"(?P<indent> *)(?P<items>(?:- +)*)(?:(?P<key>[\w-][^:\"'{}\[\]]*?):(?P<gap> +|$))?(?P<value>.*)"
)
BLOCK = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?")

_ALONE = re.compile(
    r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|\[[^\[\]{}:]*\]|[^\s\"'\[\]{},:#&*!|>%@`-][^,:\[\]{}#]*"
)
"""A value that can stand between braces as it is."""

SHOWN = 60
"""Letters of what was found that a message repeats; what is to be written is never cut."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of front matter in its parts; ``value`` stands at the column ``at``."""

    number: int
    text: str
    indent: int
    column: int
    key: str
    value: str
    at: int

    def mended(self, value: str) -> str:
        """How the line reads with another value, whole: somebody may copy it over the old one."""
        return f"{self.key}: {value}" if self.key else f"- {value}"


Rule = Callable[[Line, list[Line]], Found | None]
"""What a line has wrong, seen beside all lines; None for nothing of the kind."""


def quoted(value: str) -> str:
    """A value between the quotation marks that hold it."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'{}'".format(value.replace("'", "''"))


def in_entry(value: str) -> str:
    """A value as it stands between the braces of an entry.

    >>> in_entry("June 3, 1931"), in_entry("Szeged")
    ('"June 3, 1931"', 'Szeged')
    """
    return value if _ALONE.fullmatch(value) else quoted(value)


def text_in_entry(value: str) -> str:
    """A text as it stands between the braces of an entry, also where it looks like a list or is in quotes.

    >>> text_in_entry("[..2003]"), text_in_entry("'Lo' Maes")
    ('"[..2003]"', '"\\'Lo\\' Maes"')
    """
    return quoted(value) if value[:1] in {"[", '"', "'"} else in_entry(value)


def read_lines(lines: list[str]) -> Iterator[Line]:
    """The lines that have keys or entries; text set off by > or | and comments are passed over."""
    block: int | None = None
    for number, text in enumerate(lines):
        bare = text.strip()
        if not bare or bare.startswith("#"):
            continue
        indent = len(text) - len(text.lstrip(" \t"))
        if block is not None and indent > block:
            continue
        parts = _LINE.fullmatch(text)
        if parts is None:
            continue
        value = parts["value"].rstrip()
        block = indent if BLOCK.fullmatch(value) else None
        column = len(parts["indent"]) + len(parts["items"])
        yield Line(number, text, indent, column, parts["key"] or "", value, parts.start("value"))
