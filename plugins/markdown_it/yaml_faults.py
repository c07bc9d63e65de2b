"""Why a front matter cannot be read, in words that need no knowledge of YAML, and at the place to mend.

PyYAML tells where it had to give up, which is often a line below the slip, and in words of its own. What
people really write wrong is a short list: tabs, colons and quotation marks in values, lines too far in.
"""

from __future__ import annotations

import re
from itertools import takewhile

from plugins.markdown_it.as_meant import between_brackets, has_hyphens
from plugins.markdown_it.bracket_faults import (
    behind_bracket,
    below_braces,
    below_text,
    between,
    comma_behind,
    crossed,
    no_hyphen,
    unclosed,
)
from plugins.markdown_it.entry_faults import (
    FREQUENT,
    IN_ENTRIES,
    entry_mark,
    second_key,
    spaces,
    uneven,
    without_hyphen,
)
from plugins.markdown_it.yaml_lines import BLOCK, Found, Line, Rule, in_entry, quoted, read_lines

BEGUN = "a list begins on the line below its key, or stands between brackets"
"""What is wrong with a hyphen behind a key."""

NEAR = 200
"""So many lines around the one at which the parser gave up are looked at: the slip is never farther."""

OTHERWISE = (
    "from here on nothing can be read; write each key on a line of its own: the key, a colon, a space, the "
    "value, and put a value with special signs between quotation marks"
)
"""What is said where none of the slips below is found."""

_NO_GAP = re.compile(r"( *(?:- +)*)([a-z][a-z0-9-]*):(?!//)([^\s:].*)")
_ODD_COLON = re.compile(r"( *(?:- +)*)([a-z][a-z-]*)(：|:[\u00a0\u2007\u202f\u3000])\s*(\S.*)")
_NO_ITEM_GAP = re.compile(r"( *)-([^\s-].*)")
_NO_COLON = re.compile(r" *(?:- +)*([a-z][a-z-]*) +:?(\S.*)")
_EQUALS = re.compile(r" *(?:- +)*([a-z][a-z-]*)(?: *= *|; *| +(?:->|=>|[–—-]) +)(\S.*)")
_CURLY = "“”„‟«»‘’‚"
_STARTS = frozenset("@`%&*!|>?")
"""Signs with which no value may begin that has no quotation marks."""

_BULLET = re.compile(r" *([*+•·‣▪–—]|\d{1,2}[.)]) +(\S.*)")
_SEVERAL = re.compile(r"(?:\"[^\"]*\"|'[^']*')(?:, ?(?:\"[^\"]*\"|'[^']*'))+")
"""Values between quotation marks of their own."""


def explain(text: str, line: int, column: int) -> Found:
    """What is wrong with a text that PyYAML gave up at a line and column, all counted from 0."""
    lines = text.split("\n")
    read = [one for one in read_lines(lines) if line - NEAR <= one.number <= line + NEAR]
    before = [one for one in reversed(read) if one.number <= line]
    first: tuple[Rule, ...] = (_tab, entry_mark, _open_quote)
    for rule in first:
        if found := next((told for one in read if one.number <= line and (told := rule(one, read))), None):
            return found
    for one in before:
        for rule in _RULES:
            found = rule(one, read)
            # What already stands there mends nothing: another line is to blame.
            if found is not None and not _stands_there(found[2], one.text):
                return (line, column, found[2]) if rule is between and one.number == line else found
    line = min(line, len(lines) - 1)
    return line, min(column, len(lines[line])), OTHERWISE


def _stands_there(message: str, text: str) -> bool:
    words = _words(text)
    return _words(message).endswith(f" {words}") and not _words(message).endswith(f" - {words}")


def _words(text: str) -> str:
    # A space that is none for a program is a slip itself.
    return " ".join(re.split(r"[ \t]+", text.strip(" ")))


def explain_words(text: str) -> Found:
    """What is wrong with a text that has no key at all."""
    for one in read_lines(text.split("\n")):
        if found := _no_gap(one, []) or _equals(one, []):
            return found
        if one.key and one.column > one.indent:
            message = "no hyphen stands before the keys of a record; begin each of them at the margin"
            return one.number, one.indent, f"{message}: {one.mended(one.value)}"
    first = next((one for one in read_lines(text.split("\n")) if not one.key), None)
    words = first.value.strip("\"'[]{} -") if first else ""
    return 0, 0, f"front matter is a list of key: value lines; begin with name: {words}".rstrip()


def _tab(line: Line, _: list[Line]) -> Found | None:
    lead = "".join(takewhile(str.isspace, line.text))
    if "\t" not in lead:
        return None
    return (
        line.number,
        lead.index("\t"),
        "a tab stands before the words; put spaces in its place, two for each step",
    )


def _open_quote(line: Line, all_lines: list[Line]) -> Found | None:
    """A quotation mark without its second, where the next line begins with a key of its own."""
    mark = line.value[:1]
    if mark not in {'"', "'"} or _closing(line.value) is not None:
        return None
    below = next((one for one in all_lines if one.number > line.number), None)
    if below is not None and not below.key and not below.text.lstrip().startswith("- "):
        return None
    words = line.value[1:].strip()
    return line.number, line.at, f"the quotation mark is not closed; write {line.mended(quoted(words))}"


def _closing(value: str) -> int | None:
    """Where the quotation mark that a value begins with is closed."""
    mark = value[0]
    pattern = r'"(?:[^"\\]|\\.)*"' if mark == '"' else r"'(?:[^']|'')*'"
    found = re.match(pattern, value)
    return found.end() if found else None


def _behind_quote(line: Line, _: list[Line]) -> Found | None:
    if line.value[:1] not in {'"', "'"}:
        return None
    end = _closing(line.value)
    if end is None or not (behind := line.value[end:].strip()) or behind.startswith("#"):
        return None
    column = line.at + line.value.index(behind[0], end)
    if _SEVERAL.fullmatch(line.value):
        whole = line.mended(f"[{line.value}]")
        return line.number, column, f"several values stand between brackets; write {whole}"
    if line.value.endswith(line.value[0]) and line.value[0] not in line.value[:end][1:-1]:
        whole = line.mended(quoted(line.value[1:-1]))
        return line.number, column, f"the mark that holds the value stands inside it too; write {whole}"
    whole = line.mended(quoted(line.value))
    return line.number, column, f"words stand behind the closing quotation mark; hold all of it: {whole}"


def _wiki_marks(line: Line, _: list[Line]) -> Found | None:
    """Apostrophes that make words bold in a wiki, at the beginning of a value."""
    if not re.match(r"'{2,3}[^'\s]", line.value):
        return None
    meant = re.sub(r"''([^']+)''", r"*\1*", re.sub(r"'{3}([^']+)'{3}", r"**\1**", line.value))
    return line.number, line.at, f"words are bold between two stars; write {line.mended(quoted(meant))}"


def _curly(line: Line, _: list[Line]) -> Found | None:
    if line.value[:1] not in set(_CURLY) or ": " not in line.value:
        return None
    whole = line.mended(quoted(line.value.strip(_CURLY)))
    return line.number, line.at, f"curly quotation marks hold no value together; write straight ones: {whole}"


def _link(line: Line, _: list[Line]) -> Found | None:
    if not line.value.startswith("[["):
        return None
    whole = line.mended(quoted(line.value))
    return (
        line.number,
        line.at,
        f"a value that begins with a link stands between quotation marks; write {whole}",
    )


def _colon(line: Line, _: list[Line]) -> Found | None:
    value = re.split(r" #", line.value)[0]
    if not value or value[0] in "\"'[{" or not (line.key or line.column > line.indent):
        return None
    found = re.search(r":(?= |$)", value)
    if found is None:
        return None
    if told := second_key(line, value):
        return line.number, line.at + found.start(), told
    message = f"a colon in a value needs quotation marks around the value; write {line.mended(quoted(value))}"
    return line.number, line.at + found.start(), message


def _sign(line: Line, _: list[Line]) -> Found | None:
    sign = line.value[:1]
    if sign not in _STARTS or BLOCK.fullmatch(line.value):
        return None
    message = f"a value that begins with {sign} stands between quotation marks"
    if word := _WORD_ALONE.fullmatch(line.value):
        told = f"{line.mended(word[1])}, or if the sign belongs to it, {line.mended(quoted(line.value))}"
        return line.number, line.at, f"{message}; write {told}"
    return line.number, line.at, f"{message}; write {line.mended(quoted(line.value))}"


_WORD_ALONE = re.compile(r"[@`%&*!|>?]+ ?([a-z][a-z0-9-]*)[*`]*")
"""An id or a choice behind a sign that programs for notes or for pages have."""


def told_of_sign(text: str, line: int) -> str:
    """What is told of the value of a line, counted from 0, for the sign that it begins with; else empty."""
    found = next((_sign(one, []) for one in read_lines(text.split("\n")) if one.number == line), None)
    return found[2] if found else ""


def _further_in(line: Line, all_lines: list[Line]) -> Found | None:
    """A key that stands in another column than the keys that it belongs to."""
    above = next((one for one in reversed(all_lines) if one.number < line.number), None)
    if above is None or not line.key or line.column == above.column or not (above.key or above.column):
        return None
    if line.column > above.column:
        return _inside(line, above) if above.value else None
    columns = {one.column: one.key for one in reversed(all_lines) if one.number < line.number and one.key}
    if line.column in columns or line.column > line.indent:
        return None
    near = min(columns, key=lambda one: abs(one - line.column))
    if near and not line.column:
        first = next(one for one in all_lines if one.key)
        return first.number, 0, f"the line begins with {spaces(near)}; begin it at the margin"
    message = f"the line stands under no other key; begin it under {columns[near]!r}"
    return line.number, line.column, f"{message}, with {spaces(near)} before it"


def _inside(line: Line, above: Line) -> Found:
    """What looks like a key and stands further in than one that has its value."""
    if " " in line.key:
        message = f"a colon in a value needs quotation marks around it; put all of {above.key!r} between them"
        return line.number, line.text.index(":"), message
    message = f"the line stands further in than the one above it; begin it under {above.key or '-'!r}"
    return line.number, line.column, f"{message}, with {spaces(above.column)} before it"


def _odd_colon(line: Line, _: list[Line]) -> Found | None:
    """A colon of another script behind a key, or a space behind it that is none for a program."""
    found = _ODD_COLON.fullmatch(line.text.rstrip())
    if found is None:
        return None
    message = (
        "the sign behind the key is no colon"
        if found[3] == "："
        else "what stands behind the colon is no space"
    )
    return line.number, found.start(3), f"{message}; write {found[2]}: {found[4]}"


def _bullet(line: Line, all_lines: list[Line]) -> Found | None:
    """A list with the marks of a text in the place of hyphens."""
    found = _BULLET.fullmatch(line.text.rstrip())
    if (
        line.key
        or found is None
        or not any(one.key and not one.value for one in all_lines if one.number < line.number)
    ):
        return None
    return line.number, found.start(1), f"a hyphen stands before each of a list; write - {found[2]}"


def _quotes_in_brackets(line: Line, _: list[Line]) -> Found | None:
    """A list between brackets with an apostrophe in one of its marks."""
    if not re.fullmatch(r"\[.*'.*\]", line.value) or "{" in line.value:
        return None
    parts = [one.strip() for one in line.value[1:-1].split(",")]
    bare = [
        one[1:-1] if one[:1] in {'"', "'"} and one[:1] == one[-1:] and len(one) > 1 else one for one in parts
    ]
    told = [f'"{one}"' if "'" in one and '"' not in one else in_entry(one) for one in bare]
    whole = f"[{', '.join(told)}]"
    message = "the mark that holds a value stands inside it too"
    return line.number, line.at, f"{message}; write {line.mended(whole)}"


def _no_gap(line: Line, _: list[Line]) -> Found | None:
    found = _NO_GAP.fullmatch(line.text.rstrip())
    if found is None:
        return None
    message = f"a space is missing behind the colon; write {found[2]}: {found[3]}"
    return line.number, found.start(3), message


def _no_item_gap(line: Line, _: list[Line]) -> Found | None:
    found = _NO_ITEM_GAP.fullmatch(line.text.rstrip())
    if found is None or found[2].startswith("--"):
        return None
    return line.number, found.start(2), f"a space is missing behind the hyphen; write - {found[2]}"


def _no_colon(line: Line, _: list[Line]) -> Found | None:
    found = None if line.key else _NO_COLON.fullmatch(line.text.rstrip())
    keys = IN_ENTRIES if line.indent else FREQUENT
    if found is None or not keys.fullmatch(found[1]):
        return None
    message = f"the line has no colon behind its key; write {found[1]}: {found[2]}"
    return line.number, found.end(1), message


def _no_key(line: Line, all_lines: list[Line]) -> Found | None:
    if line.key or line.indent or line.text[0] in "-{[}]\"'":
        return None
    above = next((one for one in reversed(all_lines) if one.number < line.number), None)
    if above is not None and above.key and not above.value:
        whole = above.mended(in_entry(line.value) if ": " in line.value else line.value)
        return line.number, 0, f"a value stands behind its key; write {whole} in place of the two lines"
    message = "the line has no key; if it goes on from the line above, put two spaces before it"
    return line.number, 0, f"{message}, and if it is the page's text, write it below the second ---"


def _no_list_key(line: Line, all_lines: list[Line]) -> Found | None:
    """Entries below a line that has its value: the key of their list is missing."""
    above = next((one for one in reversed(all_lines) if one.number < line.number), None)
    is_first = above is not None and above.key and above.column == above.indent and above.value
    if not is_first or line.column == line.indent:
        return None
    message = "no key stands above this list; write it on a line of its own, like facts: or credits:"
    return line.number, line.indent, message


def _list_beside(line: Line, _: list[Line]) -> Found | None:
    if not has_hyphens(line.value) or not (line.key or line.value[0] in "[{"):
        return None
    message = "no hyphen stands between brackets" if line.value[0] in "[{" else BEGUN
    return line.number, line.at, f"{message}; write {line.mended(between_brackets(line.value))}"


def _equals(line: Line, _: list[Line]) -> Found | None:
    found = _EQUALS.fullmatch(line.text.rstrip())
    if line.key or found is None:
        return None
    message = f"a key and its value stand on either side of a colon; write {found[1]}: {found[2]}"
    return line.number, found.end(1), message


_RULES: tuple[Rule, ...] = (
    _odd_colon,
    _bullet,
    _wiki_marks,
    _curly,
    _link,
    _list_beside,
    _quotes_in_brackets,
    _behind_quote,
    crossed,
    unclosed,
    below_braces,
    below_text,
    comma_behind,
    no_hyphen,
    between,
    behind_bracket,
    _colon,
    _sign,
    uneven,
    _no_list_key,
    _further_in,
    _no_gap,
    _no_item_gap,
    _equals,
    _no_colon,
    _no_key,
    without_hyphen,
)
"""The slips of a line, those first whose line looks like another slip too."""
