"""Slips with brackets and braces: one that is not closed, and keys that stand below an entry, not in it."""

from __future__ import annotations

import re
from itertools import takewhile

from plugins.markdown_it.entry_faults import FREQUENT, IN_ENTRIES
from plugins.markdown_it.yaml_lines import SHOWN, Found, Line, in_entry, quoted

_PAIRS = {"[": "]", "{": "}"}
_BEFORE_KEY = re.compile(rf", *+(?=[a-z][a-z-]*: )|(?<! )(?: ++/)?+ ++(?=(?:{IN_ENTRIES.pattern}): )")
"""Where between braces the next key begins, also where no comma stands before it."""

_IS_KEY = re.compile(rf"(?:{IN_ENTRIES.pattern})(?: *[;=:]| )")
"""What is a key without a colon and a space behind it."""

_BRACKETS = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|[\[\]{}]")
"""Brackets, and what stands between quotation marks and has none."""


def crossed(line: Line, _: list[Line]) -> Found | None:
    """A bracket that closes before one that was opened within it: ``[{person: otto]``."""
    if line.value[:1] not in _PAIRS:
        return None
    if line.value[-1] == ")" and _PAIRS[line.value[0]] not in line.value:
        around = "{}" if ": " in line.value else "[]"
        whole = line.mended(f"{around[0]}{line.value[1:-1]}{around[1]}")
        return line.number, line.at + len(line.value) - 1, f") closes nothing here; write {whole}"
    if line.value[-1] in "\"'”" and line.value[-2:-1] == _PAIRS[line.value[0]]:
        whole = line.mended(line.value[:-1])
        return line.number, line.at + len(line.value) - 1, f"no mark stands behind the bracket; write {whole}"
    opened: list[str] = []
    for found in _BRACKETS.finditer(line.value):
        if found[0] in _PAIRS:
            opened.append(_PAIRS[found[0]])
        elif found[0] in _PAIRS.values() and opened and (missing := opened.pop()) != found[0]:
            at = found.start()
            # A line without key and hyphen goes on within brackets; elsewhere one with nothing around it
            # was taken for the other.
            is_other = not opened and bool(line.key or line.column > line.indent)
            message = f"a {missing} is missing before the {found[0]}"
            if is_other:
                message = f"{found[0]} stands here for {missing}"
            before, behind = line.value[:at], line.value[at + is_other :]
            begins = "" if not line.key and line.column == line.indent else line.mended("")
            whole = f"{begins}{before}{missing}{behind}"
            return line.number, line.at + at, f"{message}; write {whole}"
    return None


def unclosed(line: Line, all_lines: list[Line]) -> Found | None:
    opens = line.value[:1]
    closes = _PAIRS.get(opens, "")
    bare = _without_quoted(line.value)
    if not closes or bare.count(opens) <= bare.count(closes):
        return None
    if opens == "{" and (whole := _joined(line, all_lines)):
        message = f"a comma stands between what the braces hold; write {whole} in place of these lines"
        return line.number, line.at, message
    return line.number, line.at, f"the {opens} is not closed; write {closes} at the end of the line"


def _joined(line: Line, all_lines: list[Line]) -> str:
    """An entry whose braces go on below, on one line; empty where no line below closes them."""
    parts = [line.value]
    for one in all_lines:
        if one.number > line.number and (_is_below(one, line) or _goes_on(one, parts[-1])):
            # A key may stand at the end of one line and its value at the beginning of the next.
            begun = f"{parts.pop()} " if parts[-1].endswith(":") else ""
            parts.append(begun + one.text.strip())
            if one.value.endswith("}"):
                begins = f"{line.key}: " * bool(line.key)
                hyphen = "- " if line.column > line.indent else ""
                return f"{hyphen}{begins}{', '.join(part.strip(' ,') for part in parts)}"
        elif one.number > line.number:
            break
    return ""


def _goes_on(line: Line, before: str) -> bool:
    """Whether a line at the margin belongs between the braces that are open above it."""
    return (
        before.endswith((",", ":")) and bool(line.key) and line.value.endswith("}") and "{" not in line.value
    )


def behind_bracket(line: Line, _: list[Line]) -> Found | None:
    if not line.value.startswith("[") or _without_quoted(line.value).rstrip().endswith("]"):
        return None
    if line.key == "url" and (found := re.fullmatch(r"\[[^\]]*\]\((https?://[^\s()]+)\)", line.value)):
        message = "an address stands alone here, without words and brackets"
        return line.number, line.at, f"{message}; write {line.mended(found[1])}"
    message = f"words stand behind the ]; if this is no list, write {line.mended(quoted(line.value))}"
    return line.number, line.at, message


def _without_quoted(value: str) -> str:
    return re.sub(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'", "", value)


def below_braces(line: Line, all_lines: list[Line]) -> Found | None:
    """A key below an entry whose braces are closed: its line belongs inside them."""
    above = [one for one in all_lines if one.number < line.number]
    braces = next(
        (one for one in reversed(above) if one.value.startswith(("{", "[")) and ":" in one.value), None
    )
    if braces is None or not braces.value.endswith(_PAIRS[braces.value[0]]) or not _is_below(line, braces):
        return None
    below = [one for one in all_lines if one.number > braces.number]
    below = list(takewhile(lambda one: _is_below(one, braces) or _is_listed(one, line), below))
    if line not in below:
        return None
    inside = braces.value[1:-1].strip(" ,")
    if FREQUENT.fullmatch(below[0].key) and not IN_ENTRIES.fullmatch(below[0].key):
        return (
            below[0].number,
            below[0].column,
            "a key of the record begins at the margin, with no space before it",
        )
    if below[0].key in {part.partition(":")[0] for part in _BEFORE_KEY.split(inside)}:
        message = f"a hyphen stands before each entry; write - {below[0].key}: {below[0].value}"
        return below[0].number, below[0].column, message
    pairs = ", ".join(f"{one.key}: {_value_of(one, below)}" for one in below if one.key)
    whole = f"{braces.key}: " * bool(braces.key) + f"{{{inside}, {pairs}}}"
    whole = f"- {whole}" if braces.column > braces.indent else whole
    belongs = "the line below { and } belongs" if len(below) == 1 else "the lines below { and } belong"
    message = f"{belongs} inside them; write {whole} in place of these lines"
    return below[0].number, below[0].column, message


def _is_below(line: Line, braces: Line) -> bool:
    """Whether a line is a key without a hyphen that stands as far in as an entry, or as its hyphen."""
    return bool(line.key) and line.column == line.indent > 0 and line.column >= braces.indent


def _value_of(key: Line, lines: list[Line]) -> str:
    """The value of a key as it stands between braces: what is on its line, else the list below it."""
    if key.value:
        return in_entry(key.value)
    below = takewhile(lambda one: not one.key, (one for one in lines if one.number > key.number))
    return f"[{', '.join(in_entry(one.value) for one in below)}]"


def _is_listed(line: Line, key: Line) -> bool:
    """Whether a line is an entry of the list below a key, without a key of its own."""
    return not line.key and line.column > line.indent >= key.column


def no_hyphen(line: Line, all_lines: list[Line]) -> Found | None:
    """An entry between braces below another, as if one hyphen were enough for a list."""
    above = next((one for one in reversed(all_lines) if one.number < line.number), None)
    if above is None or line.key or not (line.value.startswith("{") and line.column == line.indent > 0):
        return None
    has_list = not above.value or (above.column > above.indent and above.value[-1] not in ",[")
    if not has_list:
        return None
    message = f"a hyphen stands before each entry; write - {line.value.rstrip(',')}"
    message += " below the other" if above.value.endswith("}") else ""
    return line.number, line.column, message


def below_text(line: Line, all_lines: list[Line]) -> Found | None:
    """A key below an entry that begins with a value and no key."""
    above = next((one for one in reversed(all_lines) if one.number < line.number), None)
    if above is None or above.key or above.column == above.indent or above.value[:1] in _PAIRS:
        return None
    if not (above.value and _is_below(line, above)) or re.match(
        rf"(?:{IN_ENTRIES.pattern}) *[;=]", above.value
    ):
        return None
    message = f"no key stands before {above.value[:SHOWN]!r}, and keys stand below it"
    return above.number, above.at, f"{message}; write - name: {above.value}"


def comma_behind(line: Line, _: list[Line]) -> Found | None:
    if not (line.value.startswith("{") and line.value.endswith("},")):
        return None
    at = line.at + len(line.value) - 1
    return line.number, at, f"no comma stands behind an entry; write {line.text.strip()[:-1]}"


def between(line: Line, _: list[Line]) -> Found | None:
    if not line.value.startswith("{"):
        return None
    message = "between { and } a value with a comma, a colon or a bracket stands between quotation marks"
    return line.number, line.at, message + "; write " + (_entry(line) or '{name: "Tin: a film"}')


def _entry(line: Line) -> str:
    """An entry between braces with quotation marks around each value that needs them; empty for another."""
    parts = _BEFORE_KEY.split(line.value[1:].rstrip().removesuffix("}").strip(" ,"))
    pairs = [part.partition(": ") for part in parts]
    if not all(key and value for key, _, value in pairs):
        return ""
    whole = ", ".join(f"{key.strip()}: {in_entry(value.strip())}" for key, _, value in pairs)
    return f"- {{{whole}}}" if line.column > line.indent else f"{{{whole}}}"
