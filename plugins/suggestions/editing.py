"""Files of records with something added, and every byte that was there still there.

Nothing is written anew from its values: what people wrote, their comments, their order and their spaces
stay, and new text goes between. The result is read once more and compared with what was to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from plugins.importing.record_page import quoted
from plugins.markdown_it.fences import FENCE
from plugins.markdown_it.front_matter import read_yaml
from plugins.suggestions.entries import as_line

VARIANTS = "variants"
"""The key of the other forms of a name."""

ALIASES = "aliases"
"""Another word for it, which stays where somebody has written it."""


class Uneditable(ValueError):
    """A text to which nothing can be added without a risk; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class _Insertion:
    """New text that stands instead of a stretch of the old one, mostly an empty stretch."""

    start: int
    end: int
    text: str


def with_entries(text: str, entries: Sequence[Mapping[str, object]]) -> str:
    """A file that is a list of entries, with more at its end, each on a line of its own.

    Raises:
        Uneditable: the file is no list that can be read, or goes on behind its list.
    """
    old = _values(text)
    if old is not None and not isinstance(old, list):
        raise Uneditable("the file is no list of entries; begin each with a hyphen")
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    eol = _line_end(text)
    if isinstance(node, yaml.SequenceNode) and node.flow_style:
        made = _applied(text, [_into_flow_list(node, [as_line(one) for one in entries], eol)])
    else:
        column = node.start_mark.column if isinstance(node, yaml.SequenceNode) else 0
        begin = "" if not text or text.endswith("\n") or text == "\ufeff" else eol
        made = text + begin + "".join(f"{' ' * column}- {as_line(one)}{eol}" for one in entries)
    _check(made, [*(old or []), *(dict(one) for one in entries)])
    return made


def with_variants(text: str, forms: Mapping[str, Sequence[str]]) -> str:
    """A list of entries of which some, by their ids, have more ``variants``.

    Raises:
        Uneditable: the file cannot be read, has no such entry, or sets its ``variants`` in a way that a
            program cannot add to.
    """
    old = _values(text)
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    entries = node.value if isinstance(node, yaml.SequenceNode) and isinstance(old, list) else []
    found: dict[str, yaml.MappingNode] = {}
    for entry, values in zip(entries, old or [], strict=False):
        if isinstance(entry, yaml.MappingNode) and isinstance(values, dict):
            found.setdefault(str(values.get("id")), entry)
    if absent := sorted(set(forms) - set(found)):
        raise Uneditable(f"it has no entry with the id {absent[0]!r} any more")
    made = _applied(text, [_more_texts(text, found[key], more) for key, more in forms.items()])
    wanted = [
        _extended(one, forms.get(str(one.get("id")), ())) if isinstance(one, dict) else one for one in old
    ]
    _check(made, wanted)
    return made


def with_page_variants(text: str, forms: Sequence[str]) -> str:
    """A Markdown page with more ``variants`` in its front matter.

    Raises:
        Uneditable: as for a list of entries.
    """
    return with_page_texts(text, VARIANTS, forms)


def with_page_texts(
    text: str, key: str, texts: Sequence[str], behind: Sequence[str] = ("sort-name", "name")
) -> str:
    """A Markdown page with more texts in a list of its front matter; a new key stands behind one of others.

    Raises:
        Uneditable: as for a list of entries.
    """
    start, end = _front_matter(text)
    head = text[start:end]
    old = _values(head)
    node = yaml.compose(head, Loader=yaml.SafeLoader)
    if not isinstance(node, yaml.MappingNode) or not isinstance(old, dict):
        raise Uneditable("its front matter is no list of key: value lines")
    made = _applied(head, [_more_texts(head, node, texts, key, behind)])
    _check(made, _extended(old, texts, key))
    return text[:start] + made + text[end:]


def _front_matter(text: str) -> tuple[int, int]:
    """Where the lines between the two fences of a page begin and end."""
    lines = text.split("\n")
    if lines[0].removeprefix("\ufeff").rstrip() != FENCE:
        raise Uneditable("its first line is not ---")
    position = start = len(lines[0]) + 1
    for line in lines[1:]:
        if line.rstrip() == FENCE:
            return start, position
        position += len(line) + 1
    raise Uneditable("its front matter is not closed")


def _values(text: str) -> Any:
    """What a text of YAML says.

    Raises:
        Uneditable: it has a fault; its first line and message.
    """
    value, _, problems = read_yaml(text, "")
    if problems:
        first = problems[0]
        raise Uneditable(f"line {first.line} of its YAML has a fault: {first.message}")
    return value


def _check(made: str, wanted: Any) -> None:
    value, _, problems = read_yaml(made, "")
    if problems or value != wanted:
        raise Uneditable("its YAML is set in a way that a program cannot add to; add it by hand")


def _extended(values: Mapping[str, Any], texts: Iterable[str], key: str = VARIANTS) -> dict[str, Any]:
    added = list(texts)
    if not added:
        return dict(values)
    key = _as_written(key, values)
    known = values.get(key)
    first = [known] if isinstance(known, str) else known or []
    return {**values, key: [*first, *added]}


def _as_written(key: str, there: Iterable[str]) -> str:
    """The word under which a record has a key."""
    return ALIASES if key == VARIANTS and ALIASES in there else key


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _applied(text: str, insertions: Iterable[_Insertion]) -> str:
    made = text
    for one in sorted(insertions, key=lambda one: one.start, reverse=True):
        made = made[: one.start] + one.text + made[one.end :]
    return made


def _into_flow_list(node: yaml.SequenceNode, items: Sequence[str], eol: str) -> _Insertion:
    """More items for a list in brackets: behind its last, or behind its opening bracket."""
    if not node.value:
        place = node.start_mark.index + 1
        return _Insertion(place, place, ", ".join(items))
    last = node.value[-1]
    lines = node.end_mark.line > node.start_mark.line
    between = f",{eol}{' ' * last.start_mark.column}" if lines else ", "
    return _Insertion(last.end_mark.index, last.end_mark.index, "".join(between + one for one in items))


def _more_texts(
    text: str,
    node: yaml.MappingNode,
    texts: Sequence[str],
    key: str = VARIANTS,
    behind: Sequence[str] = ("sort-name", "name", "id"),
) -> _Insertion:
    """Texts behind those that a list of a record has; a new key where it has none."""
    items = [quoted(one) for one in texts]
    own = _as_written(key, [known.value for known, _ in node.value])
    for known, value in node.value:
        if known.value == own:
            return _into_list(text, known, value, items)
    return _new_key(text, node, key, f"[{', '.join(items)}]", behind)


def _into_list(text: str, key: yaml.Node, value: yaml.Node, items: list[str]) -> _Insertion:
    eol = _line_end(text)
    if isinstance(value, yaml.SequenceNode) and value.flow_style:
        return _into_flow_list(value, items, eol)
    if isinstance(value, yaml.SequenceNode):
        place, begin = _next_line(text, value.value[-1].end_mark.index)
        lines = "".join(f"{' ' * value.start_mark.column}- {one}{eol}" for one in items)
        return _Insertion(place, place, (eol if begin else "") + lines)
    start, end = value.start_mark.index, value.end_mark.index
    if not isinstance(value, yaml.ScalarNode) or value.style in {"|", ">"}:
        raise Uneditable("its list is set in a way that a program cannot add to; add it by hand")
    if start == end:
        place = text.index(":", key.end_mark.index) + 1
        return _Insertion(place, place, f" [{', '.join(items)}]")
    is_nothing = value.style is None and value.value in {"~", "null", "Null", "NULL"}
    # A single text counts as a list of one, and becomes one.
    single = text[start:end] if value.style else quoted(value.value)
    return _Insertion(start, end, f"[{', '.join(items if is_nothing else [single, *items])}]")


def _new_key(text: str, node: yaml.MappingNode, new: str, value: str, behind: Sequence[str]) -> _Insertion:
    """A key behind the names of a record, where people write it."""
    names = {key.value: (key, value) for key, value in node.value}
    chosen = next((names[one] for one in behind if one in names), None)
    if chosen is None:
        raise Uneditable(f"it has no name to write the {new} behind")
    key, last = chosen
    if node.flow_style:
        word = f'"{new}"' if getattr(key, "style", None) == '"' else new
        return _Insertion(last.end_mark.index, last.end_mark.index, f", {word}: {value}")
    eol = _line_end(text)
    place, begin = _next_line(text, last.end_mark.index)
    line = f"{' ' * key.start_mark.column}{new}: {value}{eol}"
    return _Insertion(place, place, (eol if begin else "") + line)


def _next_line(text: str, index: int) -> tuple[int, bool]:
    """Where the line after that of an offset begins, and whether a line end is still to be put before it."""
    place = text.find("\n", index)
    return (len(text), True) if place < 0 else (place + 1, False)
