"""Slips with the entries of a list: the marks they begin with, their columns, and two keys in one line."""

from __future__ import annotations

import re
from itertools import takewhile

from plugins.markdown_it.yaml_lines import Found, Line

FREQUENT = re.compile(
    r"name|sort-name|summary|title|kind|year|date|status|phase|film|people|characters|works|place|cite|variants"
    r"|translation|lang|rights|url|file|author|outlet|published|verdict|praises|minds|facts|credits|performed-by"
)
"""Keys by which a line is known that lacks its colon."""

IN_ENTRIES = re.compile(
    r"property|value|person|work|role|character|character-name|mode|status|point|about|cite|note"
)
"""The same within entries."""

_ENTRY_MARK = re.compile(r" *(-(?=[^\s-])|(?:[*+•·‣▪–—]|\d{1,2}[.)]) +)((?:[a-z][a-z-]*: +\S|\{).*)")
_AN_ID = re.compile(r"[a-z0-9-]+(?: p\d+)?")
_TWICE = re.compile(r" *- +(?:- +)+([a-z][a-z-]*: +\S.*)")
_ANOTHER_KEY = re.compile(
    rf"(?P<first>.*?\S)(?P<comma>,?) +(?P<rest>(?:{FREQUENT.pattern}|{IN_ENTRIES.pattern}): +\S.*)"
)
"""A value behind which another key stands in the same line."""


def entry_mark(line: Line, _: list[Line]) -> Found | None:
    """An entry without the hyphen and the space that it begins with: the lines below it look wrong then."""
    found = _ENTRY_MARK.fullmatch(line.text.rstrip())
    if twice := _TWICE.fullmatch(line.text.rstrip()):
        return line.number, line.indent, f"one hyphen stands before an entry; write - {twice[1]}"
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
        if before is None or not line.key or not line.column or line.column == before.column:
            return None
        wrong, other = before, next((one for one in items if one.number > line.number), None)
        if other is not None and (
            other.indent + len("- ") != line.column or before.indent < other.indent > line.column
        ):
            return None
    of_entry = [one for one in all_lines if one.number >= line.number and one.column == line.column]
    if other is None and (line in items or len(of_entry) < 2):
        return None
    column = other.indent if other else line.column - len("- ")
    if wrong.indent == column:
        return None
    what = "the hyphens of a list stand in one column" if other else "the hyphen stands two before its keys"
    return wrong.number, wrong.indent, f"{what}; begin the line with {spaces(column)}"


def without_hyphen(line: Line, all_lines: list[Line]) -> Found | None:
    """A line of a list that lacks its hyphen, or a line of an entry that lacks its colon."""
    if line.key or not line.indent or line.column > line.indent or line.value[-1:] in {",", "]"}:
        return None
    beside = [
        one
        for one in (
            next((one for one in reversed(all_lines) if one.number < line.number), None),
            next((one for one in all_lines if one.number > line.number), None),
        )
        if one is not None
    ]
    if any(one.column == line.column and one.key for one in beside):
        message = "the line has no colon; write its key, a colon, a space and its value, or take it out"
        return line.number, line.column, message
    if not any(one.column > one.indent for one in beside):
        return None
    return line.number, line.column, f"a hyphen stands before each of a list; write - {line.value}"


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
    # In prose a colon may stand behind any word.
    if found is None or not (found["comma"] or (line.indent and _AN_ID.fullmatch(found["first"]))):
        return ""
    hyphen = "- " if line.column > line.indent else ""
    first = f"{hyphen}{line.mended(found['first'])}"
    return f"a second key stands in this line; write two lines: {first} and below it {found['rest']}"
