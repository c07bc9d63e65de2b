"""Markup taken off: HTML, XML, feeds and SVG as their readers see them, and as a program may read them.

Two ways of reading tags. *All* takes whatever looks like a tag for one, in scripts, comments and attributes
too, so that markup inside a string or ``srcdoc`` falls away with the rest. *Shown* heeds quotation marks and
leaves out what no browser shows. Both are linear: no pattern here looks ahead for an end that may not come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plugins.leaks.reading import Edit

_ANY_TAG = re.compile(r"<!\[CDATA\[|<[A-Za-z/!?][^<>]*>?|--!?>|\]\]>")
_TAG = re.compile(
    r"<(?:!--|!\[CDATA\[|(?P<name>/?[A-Za-z][^\s/<>]*+)(?P<plain>(?:[^<>=]++|=\"[^<>\"]*+\")*+>)?+|[!?/])|\]\]>"
)
"""``plain`` is the rest of a tag that has no sign to trip over in its values."""
_QUOTE_OR_END = re.compile(r"=\s*+(?P<quote>[\"'])|>")

_UNSEEN = frozenset({"script", "style", "noscript", "template"})
"""Elements whose content is no part of the text around them."""

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside audio blockquote body br button canvas caption center col colgroup dd
        details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6
        head header hgroup hr html iframe img input legend li link main menu meta nav object ol optgroup
        option p pre search section select source style script summary svg table tbody td template text
        textarea tfoot th thead title tr track ul video""",
    )
)
"""Elements that part the words before them from those after; all others may stand inside a word."""


def any_tag_as_space(text: str) -> list[Edit]:
    return [(*match.span(), " ") for match in _ANY_TAG.finditer(text)] if _is_nested(text) else []


def any_tag_as_nothing(text: str) -> list[Edit]:
    return [(*match.span(), "") for match in _ANY_TAG.finditer(text)] if _is_nested(text) else []


def _is_nested(text: str) -> bool:
    """Whether there may be tags in what is not shown; else all tags are those of the text that is."""
    return text.count("<") != len(_hidden(text))


def shown_with_spaces(text: str) -> list[Edit]:
    return [(start, end, " ") for start, end, _ in _hidden(text)]


def shown_without_spaces(text: str) -> list[Edit]:
    return [(start, end, "") for start, end, _ in _hidden(text)]


def shown_in_blocks(text: str) -> list[Edit]:
    """As a browser sets it: the tags of blocks part words, those inside a line do not."""
    return [(start, end, " " if name in _BLOCKS else "") for start, end, name in _hidden(text)]


@lru_cache(maxsize=1)
def _hidden(text: str) -> tuple[tuple[int, int, str], ...]:
    """What is not shown, from left to right, each with the name of its element or nothing.

    Kept for the last text: it is read in three ways, one after another.
    """
    return tuple(_find_hidden(text))


def _find_hidden(text: str) -> Iterator[tuple[int, int, str]]:
    done, missing = 0, set[str]()
    while tag := _TAG.search(text, done):
        start = tag.start()
        name = (tag["name"] or "").lower()
        if tag.group() == "<!--":
            done = _end_of(text, "-->", tag.end(), missing)
        elif name:
            done = tag.end() if tag["plain"] else _end_of_tag(text, tag.end(), missing)
            if name in _UNSEEN:
                done = _end_of_element(text, name, done, missing)
        elif tag.group() in {"<![CDATA[", "]]>"}:
            done = tag.end()
        else:
            done = _end_of(text, ">", tag.end(), missing)
        yield start, done, name.strip("/")


def _end_of(text: str, end: str, start: int, missing: set[str]) -> int:
    """Behind the next ``end``, or ``start`` where there is none; that is looked for once only."""
    if end in missing:
        return start
    place = text.find(end, start)
    if place < 0:
        missing.add(end)
        return start
    return place + len(end)


def _end_of_tag(text: str, start: int, missing: set[str]) -> int:
    done = start
    while found := _QUOTE_OR_END.search(text, done) if ">" not in missing else None:
        quote = found["quote"]
        if quote is None:
            return found.end()
        done = _end_of(text, quote, found.end(), missing)
    missing.add(">")
    return start


def _end_of_element(text: str, name: str, start: int, missing: set[str]) -> int:
    """Before the end tag of an element that is not shown; where there is none, it shows."""
    key = f"</{name}"
    if key in missing:
        return start
    found = re.compile(re.escape(key), re.IGNORECASE).search(text, start)
    if found is None:
        missing.add(key)
        return start
    return found.start()


def part_of_markup(text: str, offset: int) -> str:
    """What part of a page holds an offset: ``html text``, ``attribute alt``, ``comment``, ``script``."""
    start = 0
    for start, end, name in _hidden(text):
        if offset < start:
            break
        if offset < end:
            return _named_part(text[start:end], name, offset - start)
    return "html text"


def _named_part(hidden: str, name: str, offset: int) -> str:
    if hidden.startswith("<!--"):
        return "comment"
    if name in _UNSEEN and offset >= _end_of_tag(hidden, 1, set()):
        return name
    attributes = re.findall(r"([^\s=\"'<>/]+)\s*=", hidden[:offset])
    return f"attribute {attributes[-1].lower()}" if attributes else "tag"
