"""The two lines of hyphens around front matter: what stands in their place where one of them is missing."""

from __future__ import annotations

import re

FENCE = "---"

_NEARLY = re.compile(r"\s*(?:-{2,}|[—–_=*+~]{1,5}|-(?: -)+|`{3}\w*)\s*")
"""What people and their editors make of three hyphens."""

_OF_FRONT_MATTER = re.compile(r"\s*(?:#.*)?|[\w-]+:(?:\s.*)?|[ \t]+\S.*|-(?:\s.*)?|[\]}].*")
"""A blank line, a comment, a key, what is indented below one, an entry of a list, the end of a list."""


def not_opened(page: str) -> str:
    """What is wrong with a page that does not begin with the fence, and what to do."""
    lines = page.split("\n")
    first = lines[0].strip()
    if FENCE in (one.rstrip() for one in lines[1:4]) and not first:
        return "the first line is empty; take away what stands above the ---"
    if first and _NEARLY.fullmatch(first):
        return f"the first line is {first!r} and not ---; write three hyphens"
    return "the first line is not ---; begin with --- and name:"


def not_closed(page: str) -> tuple[int, str]:
    """The line, from 0, before which the second fence is missing, and what to do."""
    lines = page.split("\n")
    for number, line in enumerate(lines[1:], 1):
        if _NEARLY.fullmatch(line):
            return (
                number,
                f"the front matter is not closed: here stands {line.strip()!r}; write three hyphens, ---",
            )
    for number, line in enumerate(lines[1:], 1):
        if not _OF_FRONT_MATTER.fullmatch(line):
            return number, "the front matter is not closed; put --- on a line of its own above this line"
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    return last, "the front matter is not closed; put --- on a line of its own below this line"
