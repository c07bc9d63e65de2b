"""Slips with the entries of a list: the marks they begin with, their columns, and two keys in one line."""

from __future__ import annotations

import re
from itertools import takewhile

from plugins.markdown_it.yaml_lines import Found, Line

FREQUENT = re.compile(
    r"name|summary|title|kind|year|date|status|phase|film|people|place|cite|variants|author|outlet"
)
"""Keys by which a line is known that lacks its colon."""

IN_ENTRIES = re.compile(
    r"property|value|person|work|role|character|character-name|mode|status|point|about|cite|note"
)
"""The same within entries."""

_ENTRY_MARK = re.compile(r" *(-(?=[^\s-])|(?:[*+•·‣▪–—]|\d{1,2}[.)]) +)((?:[a-z][a-z-]*: +\S|\{).*)")
_ANOTHER_KEY = re.compile(
    rf"(?P<first>.*?\S),? +(?P<rest>(?:{FREQUENT.pattern}|{IN_ENTRIES.pattern}): +\S.*)"
)
"""A value behind which another key stands in the same line."""


def entry_mark(line: Line, _: list[Line]) -> Found | None:
    """An entry without the hyphen and the space that it begins with: the lines below it look wrong then."""
    found = _ENTRY_MARK.fullmatch(line.text.rstrip())
    if found is None:
        return None
    if found[1] == "-":
        return line.number, found.start(2), f"a space is missing behind the hyphen; write - {found[2]}"
    return line.number, found.start(1), f"a hyphen stands before each of a list; write - {found[2]}"


def uneven(line: Line, all_lines: list[Line]) -> Found | None:
    """An entry whose hyphen stands in another column than those of the same list."""
    items = [one for one in all_lines if one.text.lstrip().startswith("- ")]
    if line in items:
        of_list = takewhile(
            lambda one: one in items or one.indent > line.indent,
            (one for one in reversed(all_lines) if one.number < line.number),
        )
        wrong, other = line, next((one for one in of_list if one in items), None)
    else:
        before = next((one for one in reversed(items) if one.number < line.number), None)
        if before is None or not line.key or not 0 < line.column < before.column:
            return None
        wrong, other = before, next((one for one in items if one.number > line.number), None)
        if other is not None and other.indent + len("- ") != line.column:
            return None
    if other is None or wrong.indent == other.indent:
        return None
    message = f"the hyphens of a list stand in one column; begin the line with {spaces(other.indent)}"
    return wrong.number, wrong.indent, message


def spaces(number: int) -> str:
    return {0: "no space", 1: "1 space"}.get(number, f"{number} spaces")


def second_key(line: Line, value: str) -> str:
    """What is told of a value that holds another key, or an entry without its braces; empty for any other."""
    whole = f"{line.key}: {value}" if line.key else value
    inside = whole.strip("([{)]} ")
    has_brackets = value[-1] == "}" and "{" not in value if line.key else value[0] == "("
    if line.column > line.indent and has_brackets and _ANOTHER_KEY.fullmatch(inside):
        return f"braces hold an entry that is written in one line; write - {{{inside}}}"
    found = _ANOTHER_KEY.fullmatch(value) if line.key else None
    if found is None:
        return ""
    hyphen = "- " if line.column > line.indent else ""
    first = f"{hyphen}{line.mended(found['first'])}"
    return f"a second key stands in this line; write two lines: {first} and below it {found['rest']}"
