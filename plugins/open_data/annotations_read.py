"""Web annotations read back into what they were made from; what we do not write is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from plugins.archive.span import DIGEST_LENGTH, Span
from plugins.open_data.selectors import Quoted, Target, problems_of
from plugins.open_data.web_annotations import (
    HEAD,
    SEPARATOR,
    Described,
    Identified,
    WebAnnotation,
)

_SOURCE = re.compile(r"sources/([a-z0-9][a-z0-9-]*)\.html")
_DIGEST = re.compile(rf"[0-9a-f]{{{DIGEST_LENGTH}}}")

POSITION, QUOTATION = "TextPositionSelector", "TextQuoteSelector"

_TEXT, _NUMBER, _TABLE, _LIST = "a text", "a whole number from 0", "an object", "a list"

_SHAPES: dict[str, Callable[[Any], bool]] = {
    _TEXT: lambda value: isinstance(value, str),
    _NUMBER: lambda value: type(value) is int and value >= 0,
    _TABLE: lambda value: isinstance(value, dict),
    _LIST: lambda value: isinstance(value, list),
}


class UnreadableAnnotations(ValueError):
    """A page of annotations that is none of ours. ``problems`` are all of them, each with its item."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problems))


class _Fault(Exception):
    """What is wrong with one item."""


def read_annotations(written: bytes, texts: Mapping[str, str] | None = None) -> tuple[WebAnnotation, ...]:
    """The annotations of a page, in its order.

    ``texts`` are originals by the ids of their sources. In those that are given, every selector must lead to
    one place, the same for all selectors of an annotation.

    Raises:
        UnreadableAnnotations: it is no page of ours, of another version, or has any item that is at fault.
    """
    items = _items_of(written)
    found: list[WebAnnotation] = []
    problems: list[str] = []
    seen: set[str] = set()
    for number, item in enumerate(items, 1):
        called = f"item {number}" + (f" ({item['id']})" if isinstance(item, dict) and "id" in item else "")
        try:
            one = _annotation(item)
            if item["id"] in seen:
                raise _Fault("its id has been used before")
            seen.add(item["id"])
        except _Fault as fault:
            problems.append(f"{called}: {fault}")
            continue
        text = (texts or {}).get(one.target.source)
        if text is not None:
            problems += (f"{called}: {said}" for said in problems_of(one.target, text))
        found.append(one)
    if problems:
        raise UnreadableAnnotations(problems)
    return tuple(found)


def _items_of(written: bytes) -> list[Any]:
    try:
        page = json.loads(written.decode("utf-8"))
    except (ValueError, RecursionError) as fault:
        raise UnreadableAnnotations([f"this is no JSON in UTF-8: {fault}"]) from None
    if not isinstance(page, dict):
        raise UnreadableAnnotations(["expected an annotation page, an object"])
    others = {name for name, value in HEAD.items() if page.get(name) != value}
    problems = [f"{name!r} is {page.get(name)!r}, expected {HEAD[name]!r}" for name in HEAD if name in others]
    problems += [f"{name!r} is no part of a page" for name in page if name not in HEAD and name != "items"]
    if not isinstance(page.get("items"), list):
        problems.append("'items' is missing, or no list")
    if problems:
        raise UnreadableAnnotations(problems)
    items: list[Any] = page["items"]
    return items


def _annotation(item: Any) -> WebAnnotation:
    _check(item, {"id": _TEXT, "type": _TEXT, "motivation": _TEXT, "body": "", "target": _TABLE})
    if item["type"] != "Annotation":
        raise _Fault(f"its type is {item['type']!r}, expected 'Annotation'")
    target = _target(item["target"])
    read = _MOTIVATIONS.get(item["motivation"])
    if read is None:
        raise _Fault(f"its motivation is {item['motivation']!r}, expected one of {', '.join(_MOTIVATIONS)}")
    return read(item, target)


def _identified(item: Any, target: Target) -> Identified:
    if not isinstance(item["body"], str):
        raise _Fault("its body is no address, which the motivation 'identifying' asks for")
    expected = f"#m-{target.source}-{target.span.start}-{target.span.end}"
    if item["id"] != expected:
        raise _Fault(f"its id does not fit its target, expected {expected!r}")
    return Identified(target, item["body"])


def _described(item: Any, target: Target) -> Described:
    body = item["body"]
    if not isinstance(body, dict):
        raise _Fault("its body is no TextualBody, which the motivation 'describing' asks for")
    _check(body, {"type": _TEXT, "value": _TEXT}, "body")
    parts = body["value"].split(SEPARATOR, 2)
    if body["type"] != "TextualBody" or len(parts) != 3:
        raise _Fault("its body is no TextualBody of the form 'subject: property: value'")
    if not item["id"].startswith("#"):
        raise _Fault("its id is no fragment, expected '#' and the id of a claim")
    return Described(target, item["id"][1:], *parts)


_MOTIVATIONS: dict[str, Callable[[Any, Target], WebAnnotation]] = {
    "identifying": _identified,
    "describing": _described,
}


def _target(target: Any) -> Target:
    _check(target, {"source": _TEXT, "selector": _LIST}, "target")
    named = _SOURCE.fullmatch(target["source"])
    if named is None:
        raise _Fault(f"its source is {target['source']!r}, expected the page of a source")
    kinds = [one.get("type") if isinstance(one, dict) else None for one in target["selector"]]
    if kinds not in ([POSITION], [POSITION, QUOTATION]):
        raise _Fault(f"expected a {POSITION} and then at most a {QUOTATION}, found {kinds}")
    position, *quotations = target["selector"]
    _check(position, {"type": _TEXT, "start": _NUMBER, "end": _NUMBER}, POSITION, {"digest": _TEXT})
    if position["start"] >= position["end"]:
        raise _Fault(f"its position runs from {position['start']} to {position['end']}")
    quoted = _quoted(quotations[0]) if quotations else None
    span, digest = Span(position["start"], position["end"]), position.get("digest")
    if quoted and len(quoted.exact) != len(span):
        raise _Fault(f"its quotation has {len(quoted.exact)} signs, and its position {len(span)}")
    if (digest is None) is (quoted is None):
        raise _Fault("expected the words or their digest, and one of the two only")
    if digest is not None and not _DIGEST.fullmatch(digest):
        raise _Fault(f"its digest is {digest!r}, expected {DIGEST_LENGTH} hexadecimal digits")
    return Target(named[1], span, quoted, digest)


def _quoted(selector: Any) -> Quoted:
    _check(selector, {"type": _TEXT, "exact": _TEXT}, QUOTATION, {"prefix": _TEXT, "suffix": _TEXT})
    if "" in selector.values():
        raise _Fault(f"a part of its {QUOTATION} is empty")
    return Quoted(selector["exact"], selector.get("prefix", ""), selector.get("suffix", ""))


def _check(row: Any, must: Mapping[str, str], where: str = "", may: Mapping[str, str] | None = None) -> None:
    """Whether a part has what it must have, and nothing that would be lost."""
    if not isinstance(row, dict):
        raise _Fault("it is no object")
    of = f" of its {where}" if where else ""
    known = {**must, **(may or {})}
    for name in must:
        if name not in row:
            raise _Fault(f"there is no {name!r}{of}")
    for name, value in row.items():
        if name not in known:
            raise _Fault(f"{name!r}{of} is nothing that we write")
        if known[name] and not _SHAPES[known[name]](value):
            raise _Fault(f"{name!r}{of} is {value!r}, expected {known[name]}")
