"""A front matter of which one line cannot be read, as it was meant: its values are known all the same.

It is read for the sake of the fault that is told. What should stand there may be an id or a list of ids, and
which those are only the records of the archive know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.markdown_it.yaml_lines import in_entry, quoted

_KEY = re.compile(r"(?P<before> *(?:- +)*[\w-]+: +)(?P<value>\S.*)")
"""A line with a key and a value."""

_PLAIN_ENTRIES = re.compile(r" +- +(?=\S)")
_ENTRIES = re.compile(r"(?<=\}),? *- *(?=\{)")
"""What stands between the entries of a list that is written in one line with hyphens."""

_HYPHEN = re.compile(r"([\[,] *)-(?: +|(?=[\w{\"']))")
"""A hyphen before an entry between brackets, which has none."""

_HYPHEN_FIRST = re.compile(r"(\[ *)- +")
"""A hyphen behind a bracket that opens."""

_READ_AS_TEXT = re.compile("(?:date|published|year|cite): +")
"""The keys of dates and pointers: quotation marks around their value make none of it."""

_COLON = re.compile(r":(?= |$)")
"""A colon by which what stands behind it is read as a value of its own."""

_LINKED_IN_BRACES = re.compile(r"(?<=: )(\[\[[^{}]*?\]\])(?=\}| *, *[a-z-]+: )")
"""Links as the value of a key between braces."""


def as_meant(text: str, number: int) -> Iterator[str]:
    """The texts that may be meant, those first that change less; ``number`` is the line's, counted from 0."""
    lines = text.split("\n")
    found = _KEY.fullmatch(lines[number].rstrip()) if number < len(lines) else None
    if found is None:
        line = lines[number] if number < len(lines) else ""
        meant = _quoted_in_braces(_HYPHEN_FIRST.sub(r"\1", line))
        if meant != line:
            yield _with(lines, number, meant)
        return
    before, value = found["before"], found["value"]
    if value.startswith("[["):
        yield _with(lines, number, f"{before}{quoted(value)}")
    elif value.startswith("- "):
        for begun in _below_its_key(before, value, lines[number + 1 :]):
            yield _with(lines, number, begun)
    elif has_hyphens(value):
        yield _with(lines, number, before + between_brackets(value))
    elif _LINKED_IN_BRACES.search(value):
        yield _with(lines, number, before + _quoted_in_braces(value))
    elif _READ_AS_TEXT.fullmatch(before) and _COLON.search(value) and value[0] not in "\"'[{|>&*!#%@`":
        yield _with(lines, number, before + quoted(value.partition(" #")[0].rstrip()))
    elif before.strip(" -") == "cite:" and value[0] in "\"'":
        # A footnote that begins with the title of its text.
        yield _with(lines, number, before + quoted(value))


def _with(lines: list[str], number: int, line: str) -> str:
    """The text with another line; it may be two, and the places of those below it stay as they are."""
    return "\n".join([*lines[:number], line, *lines[number + 1 :]])


def _quoted_in_braces(line: str) -> str:
    return _LINKED_IN_BRACES.sub(lambda one: quoted(one[1]), line)


def _below_its_key(before: str, value: str, below: list[str]) -> Iterator[str]:
    """A list that begins on the line of its key: between brackets, or on lines of its own."""
    indent = len(before) - len(before.lstrip(" -"))
    following = next((one for one in below if one.strip()), "")
    goes_on = len(following) - len(following.lstrip()) > indent or following.lstrip().startswith("- ")
    if goes_on:
        own = len(before)
        beside = len(following) - len(following.lstrip())
        # Its hyphen stands over those of the others, or two before the keys of its entry.
        for column in dict.fromkeys((own, beside if following.lstrip().startswith("- ") else beside - 2)):
            yield f"{before.rstrip()}\n{' ' * column}{value}"
        return
    yield before + between_brackets(value)


def between_brackets(value: str) -> str:
    """A list whose hyphens stand in the line of its key, or between brackets, as it stands between brackets.

    >>> between_brackets("- {person: otto}"), between_brackets("[- Otto, - Lena]")
    ('[{person: otto}]', '[Otto, Lena]')
    """
    if not value.startswith("-"):
        return _HYPHEN.sub(r"\1", value)
    bare = value.removeprefix("-").strip()
    if bare.startswith("{"):
        return f"[{', '.join(_ENTRIES.split(bare))}]"
    if ": " in bare:
        key, _, rest = bare.partition(": ")
        return f"[{{{key}: {in_entry(rest)}}}]"
    return f"[{', '.join(map(in_entry, _PLAIN_ENTRIES.split(bare)))}]"


def has_hyphens(value: str) -> bool:
    """Whether hyphens of a list stand in a value: as its first sign, or between its brackets."""
    is_list = value.startswith("[") and _HYPHEN.search(value) is not None
    return is_list or value.startswith("- ") or (value[:1] in "{[" and bool(_HYPHEN_FIRST.search(value)))
