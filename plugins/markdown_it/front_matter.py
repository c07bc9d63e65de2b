"""YAML front matter as text with places, so that a fault can be shown where it stands.

Scalars stay as they were written: ``2013`` is the text 2013 and no number, ``2012-06-21`` no day of
a calendar. Only null, true and false are read as YAML means them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from plugins.archive.errors import Code, Problem, problem

FENCE = "---"

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""What no page can show, and UTF-8 cannot write: control characters, and halves of a surrogate pair."""

Path = tuple[str | int, ...]
"""The way to a value: keys and, in lists, positions from 0."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a page says before its body. ``places`` maps the way to a value to its line and column.

    ``body_line`` is the line of the file on which ``body`` begins, counted from 1.
    """

    values: dict[str, Any]
    body: str
    body_line: int
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_front_matter(text: str, path: str) -> FrontMatter:
    """The front matter and body of a page; faults are carried, not raised."""
    lines = text.removeprefix("\ufeff").split("\n")
    if lines[0].rstrip() != FENCE:
        found = problem(
            path, 1, 1, Code.NO_FRONT_MATTER, "the first line is not ---; begin with --- and name:"
        )
        return FrontMatter({}, text, 1, problems=(found,))
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        message = "the front matter is not closed; put --- on a line of its own after the last key"
        return FrontMatter({}, "", 1, problems=(problem(path, 1, 1, Code.NO_FRONT_MATTER, message),))
    values, places, problems = read_yaml("\n".join(lines[1:end]) + "\n", path, first_line=2)
    if not isinstance(values, dict):
        values = {}
        if not problems:
            message = "front matter is a list of key: value lines; begin with name:"
            problems = (problem(path, 2, 1, Code.WRONG_TYPE, message),)
    body = "\n".join(lines[end + 1 :])
    blank = len(body) - len(body.lstrip("\n"))
    return FrontMatter(values, body.strip("\n"), end + 2 + blank, places, problems)


def read_yaml(
    text: str, path: str, first_line: int = 1
) -> tuple[Any, dict[Path, tuple[int, int]], tuple[Problem, ...]]:
    """The value of a YAML text, the places of its parts, and its faults.

    Refuses aliases: no record needs them, and a few lines of them can stand for gigabytes. Refuses tags:
    every value is a text, and what a tag asks for would be done without being seen.
    """
    places: dict[Path, tuple[int, int]] = {}
    problems: list[Problem] = []
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                message = "an alias (*name) is not read; write it out, or quote a text that begins with *"
                at = _place(event.start_mark, first_line)
                return None, places, (problem(path, *at, Code.BAD_YAML, message),)
            if getattr(event, "tag", None):
                message = "a tag (!name) is not read; leave it out, or quote a text that begins with !"
                at = _place(event.start_mark, first_line)
                return None, places, (problem(path, *at, Code.BAD_YAML, message),)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as fault:
        at = _place(fault.problem_mark or fault.context_mark, first_line)
        message = f"{fault.problem}; quote a value that holds a colon, a # or a quotation mark"
        return None, places, (problem(path, *at, Code.BAD_YAML, message),)
    except (ValueError, OverflowError):
        # PyYAML hands on what chr() says of an escape beyond Unicode.
        message = 'an escape like "\\UFFFFFFFF" stands for no letter or sign; write the text itself'
        return None, places, (problem(path, first_line, 1, Code.BAD_YAML, message),)
    except (yaml.YAMLError, RecursionError) as fault:
        message = f"{str(fault).splitlines()[0]}; the file holds something that is not YAML text"
        return None, places, (problem(path, first_line, 1, Code.BAD_YAML, message),)
    value = _value(node, (), path, first_line, places, problems) if node is not None else None
    return value, places, tuple(problems)


def _place(mark: Any, first_line: int) -> tuple[int, int]:
    """Line and column of a mark of the parser's, counted from 1; the first line without one."""
    return (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)


def _value(
    node: yaml.Node,
    way: Path,
    path: str,
    first_line: int,
    places: dict[Path, tuple[int, int]],
    problems: list[Problem],
) -> Any:
    places.setdefault(way, (node.start_mark.line + first_line, node.start_mark.column + 1))
    if isinstance(node, yaml.ScalarNode):
        if unprintable := _UNPRINTABLE.search(node.value):
            message = (
                f"the escape for {unprintable.group()!r} stands for no letter or sign; write the text itself"
            )
            problems.append(problem(path, *places[way], Code.BAD_YAML, message))
            return None
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(one, (*way, number), path, first_line, places, problems)
            for number, one in enumerate(node.value)
        ]
    mapping: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        at = (key_node.start_mark.line + first_line, key_node.start_mark.column + 1)
        if key in mapping:
            problems.append(
                problem(path, *at, Code.BAD_YAML, f"the key {key!r} stands here a second time; keep one")
            )
        mapping[key] = _value(value_node, (*way, key), path, first_line, places, problems)
        places[(*way, key, "")] = at
    return mapping


def _scalar(node: yaml.ScalarNode) -> str | bool | None:
    if node.style is None:
        if node.value in {"", "~", "null", "Null", "NULL"}:
            return None
        if node.value in {"true", "false"}:
            return bool(node.value == "true")
    return str(node.value)
