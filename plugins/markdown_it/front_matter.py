"""YAML front matter as text with places, so that a fault can be shown where it stands.

Scalars stay as they were written: ``2013`` is the text 2013 and no number, ``2012-06-21`` no day of
a calendar. Only null, true and false are read as YAML means them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import yaml

from plugins.archive.errors import Code, Problem, problem
from plugins.markdown_it.as_meant import as_meant
from plugins.markdown_it.fences import FENCE, not_closed, not_opened
from plugins.markdown_it.quick_yaml import (
    DEEPEST,
    LONGEST_VALUE,
    PLAIN,
    UNPRINTABLE,
    Place,
    Places,
    quick_value,
)
from plugins.markdown_it.quick_yaml import Path as Path
from plugins.markdown_it.yaml_faults import explain, explain_words, told_of_sign
from plugins.markdown_it.yaml_lines import Line, in_entry, quoted, read_lines

_CLOSING = re.compile(r"\n---[^\S\n]*(?=\n|\Z)")
"""The line that ends front matter; spaces after the hyphens are not seen, so they do not matter."""

LONGEST_FRONT_MATTER = 65_536
"""Letters. The longest of a film with all its credits has a tenth of that."""

FIRST_LINE = 2
"""The line on which front matter begins; the first is its fence."""

MOST_KEYS = 10_000
"""Keys in one front matter, those of entries counted each time."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a page says before its body. ``places`` maps the way to a value to its line and column.

    ``body_line`` is the line of the file on which ``body`` begins, counted from 1. ``is_meant`` tells that a
    line could not be read, and that the values are what was probably meant.
    """

    values: dict[str, Any]
    body: str
    body_line: int
    places: Mapping[Path, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    is_meant: bool = False


def read_front_matter(text: str, path: str) -> FrontMatter:
    """The front matter and body of a page; faults are carried, not raised."""
    page = text.removeprefix("\ufeff")
    first, _, _ = page.partition("\n")
    if first.rstrip() != FENCE:
        message = not_opened(page, PurePosixPath(path).stem)
        return FrontMatter({}, text, 1, problems=(problem(path, 1, 1, Code.NO_FRONT_MATTER, message),))
    closing = _CLOSING.search(page, len(first))
    if closing is None:
        line, message = not_closed(page)
        return FrontMatter({}, "", 1, problems=(problem(path, line + 1, 1, Code.NO_FRONT_MATTER, message),))
    written = page[len(first) + 1 : closing.start() + 1] or "\n"
    values, places, problems = _read_values(written, path)
    below = () if problems else _lists_below_values(written, path)
    problems += (*_cut_by_sign(written, path), *below)
    is_meant = not values and bool(problems)
    if is_meant and (meant := _read_as_meant(written, path, problems[0].line)):
        values, places = meant
    body = page[closing.end() + 1 :]
    stripped = body.lstrip("\n")
    body_line = page.count("\n", 0, closing.end()) + 2 + len(body) - len(stripped)
    return FrontMatter(values, stripped.rstrip("\n"), body_line, places, problems, is_meant and bool(values))


def as_kept(page: FrontMatter) -> list[Any] | None:
    """A page as JSON holds it, without its body's words; None for one with a fault, which is read again."""
    if page.problems or not isinstance(page.places, Places):
        return None
    return [page.values, page.places.numbers.tolist(), page.body_line, len(page.body)]


def from_kept(kept: list[Any], text: str) -> FrontMatter:
    """The page of a text that ``as_kept`` was given."""
    values, numbers, body_line, length = kept
    ends = len(text.rstrip("\n"))
    return FrontMatter(values, text[ends - length : ends], body_line, Places(values, numbers, FIRST_LINE))


def front_digest(text: str, body_line: int) -> str:
    """The sha256 in hex of the lines of a page that stand before its body."""
    return hashlib.sha256("\n".join(text.split("\n", body_line - 1)[: body_line - 1]).encode()).hexdigest()


def _read_values(written: str, path: str) -> tuple[dict[str, Any], Mapping[Path, Place], tuple[Problem, ...]]:
    """The values of a front matter without its fences, none of one that is no list of keys."""
    if len(written) > LONGEST_FRONT_MATTER:
        message = (
            f"the front matter has {len(written)} letters; the longest that is read has "
            f"{LONGEST_FRONT_MATTER}; move prose below the second ---"
        )
        return {}, {}, (problem(path, 2, 1, Code.BAD_YAML, message),)
    values, places, problems = read_yaml(written, path, first_line=FIRST_LINE, most_keys=MOST_KEYS)
    if isinstance(values, dict):
        return values, places, problems
    if not problems:
        line, column, message = explain_words(written)
        problems = (problem(path, line + FIRST_LINE, column + 1, Code.WRONG_TYPE, message),)
    return {}, places, problems


def _cut_by_sign(written: str, path: str) -> Iterator[Problem]:
    """Values that end at a # with words behind it, as nothing behind it is read: ``Film #2``."""
    for one in read_lines(written.split("\n")) if _SIGN.search(written) else ():
        found = _SIGN.search(one.value)
        if found and one.key and one.value[0] not in "\"'[{#" and one.value[: found.start()].strip():
            message = f"what stands behind {found[0].strip()[:1]} is a remark, and not read"
            told = f"write {one.key}: {quoted(one.value)}, or if it is one, put a space behind the #"
            at = one.at + found.end() - 2
            yield problem(path, one.number + FIRST_LINE, at + 1, Code.BAD_YAML, f"{message}; {told}")


_SIGN = re.compile(r"\s#[^\s#]")
"""A sign of a remark with something right behind it, as numbers and tags of the web have it."""


def _lists_below_values(written: str, path: str) -> Iterator[Problem]:
    """Entries below a value that stand further in: they are read as more of its words."""
    if not _ITEM_BELOW.search(written):
        return
    above: Line | None = None
    items: list[Line] = []
    for one in (*read_lines(written.split("\n")), None):
        if above and one and one.text.lstrip().startswith("- ") and one.indent > above.column:
            items.append(one)
            continue
        if above and items and _IS_PLAIN.match(above.value):
            yield _read_on(above, items, path)
        above, items = one, []


def _read_on(above: Line, items: list[Line], path: str) -> Problem:
    """What is told of entries that are read as more of the words above them."""
    said = [one.text.strip()[2:].strip() for one in items]
    words = above.mended(quoted(" ".join([above.value, *said])))
    message = f"what stands here is read as more words of the value above; write all of it there: {words}"
    told = "or, where a list may stand, each behind a hyphen below its key, in one column"
    at = items[0]
    return problem(path, at.number + FIRST_LINE, at.indent + 1, Code.BAD_YAML, f"{message}; {told}")


_ITEM_BELOW = re.compile(r"(?m)^( *)(?=\S)[^\n]*[^\s:] *\n\1 +- ")
"""An entry further in than the line above it, on which something stands."""

_IS_PLAIN = re.compile(r"[^\s\"'\[{|>#&*!]")


def _read_as_meant(written: str, path: str, line: int) -> tuple[dict[str, Any], dict[Path, Place]] | None:
    """The values that were meant where one line keeps all from being read; None where nobody can tell.

    Their faults are told together with that of the line.
    """
    for meant in as_meant(written, line - FIRST_LINE):
        values, places, problems = read_yaml(meant, path, first_line=FIRST_LINE, most_keys=MOST_KEYS)
        if isinstance(values, dict) and not problems:
            added = meant.count("\n") - written.count("\n")
            return values, {way: (at[0] - added * (at[0] > line), at[1]) for way, at in places.items()}
    return None


def read_yaml(
    text: str, path: str, first_line: int = 1, most_keys: int | None = None
) -> tuple[Any, Mapping[Path, Place], tuple[Problem, ...]]:
    """The value of a YAML text, the places of its parts, and its faults.

    Refuses aliases: no record needs them, and a few lines of them can stand for gigabytes. Refuses tags:
    every value is a text, and what a tag asks for would be done without being seen. Refuses values that are
    too deep or too long, and more than ``most_keys`` keys.
    """
    quick = quick_value(text, most_keys)
    if quick is None:
        return read_carefully(text, path, first_line, most_keys)
    value, numbers = quick
    return value, Places(value, numbers, first_line) if numbers else {}, ()


def read_carefully(
    text: str, path: str, first_line: int = 1, most_keys: int | None = None
) -> tuple[Any, Mapping[Path, Place], tuple[Problem, ...]]:
    """What ``read_yaml`` gives, by PyYAML's own parser: slow, and the only one whose messages are printed."""
    places: dict[Path, Place] = {}
    problems: list[Problem] = []
    try:
        if refused := _refused(text, path, first_line):
            return None, places, (refused,)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line, column, message = explain(text, *((mark.line, mark.column) if mark else (0, 0)))
        return None, places, (problem(path, line + first_line, column + 1, Code.BAD_YAML, message),)
    except (ValueError, OverflowError):
        # PyYAML hands on what chr() says of an escape beyond Unicode.
        message = 'an escape like "\\UFFFFFFFF" stands for no letter or sign; write the text itself'
        return None, places, (problem(path, first_line, 1, Code.BAD_YAML, message),)
    except (yaml.YAMLError, RecursionError) as fault:
        message = f"{str(fault).splitlines()[0]}; the file holds something that is not YAML text"
        return None, places, (problem(path, first_line, 1, Code.BAD_YAML, message),)
    value = _value(node, (), path, first_line, places, problems) if node is not None else None
    if most_keys is not None:
        problems += _too_many(places, path, most_keys)
    return value, places, tuple(problems)


def _refused(text: str, path: str, first_line: int) -> Problem | None:
    """The first thing that no record needs and that could make reading it long."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        message = ""
        if isinstance(event, yaml.AliasEvent):
            otherwise = "an alias (*name) is not read; write it out, or quote a text that begins with *"
            message = told_of_sign(text, _place(event.start_mark, 0)[0]) or otherwise
        elif getattr(event, "tag", None):
            otherwise = "a tag (!name) is not read; leave it out, or quote a text that begins with !"
            message = told_of_sign(text, _place(event.start_mark, 0)[0]) or otherwise
        elif isinstance(event, yaml.ScalarEvent) and len(event.value) > LONGEST_VALUE:
            message = (
                f"a value has {len(event.value)} letters; the longest that is read has {LONGEST_VALUE}; "
                "write the rest into the body of a page"
            )
        elif depth > DEEPEST:
            message = f"lists and keys stand more than {DEEPEST} deep in each other; set them side by side"
        if message:
            return problem(path, *_place(event.start_mark, first_line), Code.BAD_YAML, message)
    return None


def _too_many(places: Mapping[Path, Place], path: str, most_keys: int) -> Iterator[Problem]:
    keys = sorted(at for way, at in places.items() if way and way[-1] == "")
    if len(keys) > most_keys:
        message = f"the front matter has {len(keys)} keys; the most are {most_keys}; make several pages of it"
        yield problem(path, *keys[most_keys], Code.BAD_YAML, message)


def _place(mark: Any, first_line: int) -> Place:
    """Line and column of a mark of the parser's, counted from 1; the first line without one."""
    return (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)


def _value(
    node: yaml.Node,
    way: Path,
    path: str,
    first_line: int,
    places: dict[Path, Place],
    problems: list[Problem],
) -> Any:
    places.setdefault(way, (node.start_mark.line + first_line, node.start_mark.column + 1))
    if isinstance(node, yaml.ScalarNode):
        if unprintable := UNPRINTABLE.search(node.value):
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
                problem(
                    path,
                    *at,
                    Code.BAD_YAML,
                    f"the key {key!r} stands here a second time; {_as_one(key, mapping[key], value_node)}",
                )
            )
        mapping[key] = _value(value_node, (*way, key), path, first_line, places, problems)
        places[(*way, key, "")] = at
    return mapping


def _as_one(key: str, first: Any, node: yaml.Node) -> str:
    """What to do with a key that stands there twice."""
    if isinstance(node, yaml.SequenceNode):
        return "put all entries under one"
    if key not in _OF_SEVERAL or not isinstance(first, str) or not isinstance(node, yaml.ScalarNode):
        return "keep one"
    return f"keep one, or of both write {key}: [{in_entry(first)}, {in_entry(node.value)}]"


_OF_SEVERAL = frozenset({"variants", "aliases", "people", "characters", "works", "cite", "not", "about"})
"""Keys that take several values."""


def _scalar(node: yaml.ScalarNode) -> str | bool | None:
    value = str(node.value)
    return value if node.style is not None else PLAIN.get(value, value)
