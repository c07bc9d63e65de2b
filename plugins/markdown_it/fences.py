"""The two lines of hyphens around front matter: what stands in their place where one of them is missing."""

from __future__ import annotations

import re

FENCE = "---"

_NEARLY = re.compile(r"\s*(?:-{2,}|[-—–]{1,4}|[_=*+~]{1,5}|-(?: -)+|`{3}\w*)\s*")
"""What people and their editors make of three hyphens."""

_KEY = re.compile(r"(?:- )?[\w-]+:(?:\s.*)?")
_OF_FRONT_MATTER = re.compile(rf"{_KEY.pattern}|[ \t]+\S.*|-(?:\s.*)?|[\]}}].*")
"""A key, what is indented below one, an entry of a list, the end of a list."""

_REMARK = re.compile(r"#.*")
_HEADING = re.compile(r"#{1,6} +(?P<words>.*?)[ #]*")


def not_opened(page: str, stem: str) -> str:
    """What is wrong with a page that does not begin with the fence, and what to do.

    ``stem`` is the name of its file without the ending.
    """
    lines = [line.rstrip() for line in page.split("\n")]
    first = lines[0].strip()
    opens = next((number for number, line in enumerate(lines) if line == FENCE), None)
    if not page.strip():
        return f"the file is empty; write into it {_four_lines(lines, stem)}"
    if first == "+++":
        advice = "write --- there and at the end, and between them name: value for name = value"
        return f"the first line is +++ and not ---; {advice}"
    if first.startswith("{"):
        advice = f"without brackets and commas, write {_four_lines(lines, stem)}"
        return f"the first line is {first[:20]!r} and not ---; {advice}"
    if opens and not first and opens < 4:
        return "the first line is empty; take away what stands above the ---"
    if opens == 1 and first.startswith("```"):
        return f"the first line is {first!r} and not ---; take it away, and the ``` below"
    if _NEARLY.fullmatch(first):
        return f"the first line is {first!r} and not ---; write three hyphens"
    if _KEY.fullmatch(first):
        below = "" if opens else f", and another below line {_end_of_keys(lines)}"
        return f"the first line is not ---; put --- on a line of its own above it{below}"
    if opens and _KEY.fullmatch(lines[opens + 1] if len(lines) > opens + 1 else ""):
        advice = f"move what stands above the --- of line {opens + 1} below the second ---"
        return f"the first line is not ---; {advice}"
    return f"the first line is not ---; write above it {_four_lines(lines, stem)}"


def not_closed(page: str) -> tuple[int, str]:
    """The line, from 0, before which the second fence is missing, and what to do."""
    lines = page.split("\n")
    for number, line in enumerate(lines[1:], 1):
        if _NEARLY.fullmatch(line):
            return (
                number,
                f"the front matter is not closed: here stands {line.strip()!r}; write three hyphens, ---",
            )
    last = _end_of_keys(lines[1:])
    below = next((number for number, line in enumerate(lines) if number > last and line.strip()), None)
    if below is None:
        return last, "the front matter is not closed; put --- on a line of its own below this line"
    return below, "the front matter is not closed; put --- on a line of its own above this line"


def _four_lines(lines: list[str], stem: str) -> str:
    heading = next((found["words"] for line in lines if (found := _HEADING.fullmatch(line))), "")
    name = heading or " ".join(word.capitalize() for word in re.split(r"[\s_-]+", stem) if word)
    if ": " in name or not name[:1].isalnum():
        name = '"{}"'.format(name.replace('"', "'"))
    third = "summary: and one sentence"
    return f"four lines: the first ---, the second name: {name}, the third {third}, the fourth ---"


def _end_of_keys(lines: list[str]) -> int:
    """The number, from 1, of the last line that belongs to keys, as far as they reach; 0 for none.

    A remark belongs to the key below it; what looks like one and has no key below it is a heading.
    """
    last = 0
    for number, line in enumerate(lines, 1):
        if _OF_FRONT_MATTER.fullmatch(line):
            last = number
        elif line.strip() and not (_REMARK.fullmatch(line) and _is_remark(lines, number)):
            break
    return last


def _is_remark(lines: list[str], number: int) -> bool:
    below = next((line for line in lines[number:] if not _REMARK.fullmatch(line)), "")
    return _OF_FRONT_MATTER.fullmatch(below) is not None
