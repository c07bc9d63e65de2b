"""An item as a formatted reference, by a style of the Citation Style Language."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from plugins.archive.edtf import Edtf
from plugins.citing.csl import csl_item
from plugins.citing.item import Item
from plugins.citing.names import Name
from plugins.dates.english import in_words

STYLE = Path(__file__).with_name("intertitle.csl")

_PUT_IN = re.compile(r"(\W*)(\w(?:.*[\w)])?)([^\w)]*)", re.DOTALL)
"""What of a value a style sets as it is, and the marks around that, which its own points and commas meet."""

_PLAIN_DATE = re.compile(r"[1-9]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")

_PARTS_OF_NAME = attrgetter(*(one.name for one in fields(Name)))

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_FIRST_SIGN = 0xE000
_ANY = "cited"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference for people: as text to copy, and as HTML with what it appeared in in italics."""

    text: str
    html: Markup


def reference(item: Item) -> Reference:
    """The reference in the archive's style.

    Raises:
        ValueError: an item with neither a title nor a description.
    """
    if not item.heading:
        raise ValueError(f"{item.id} has neither a title nor a description")
    shape, issued, values = _shape_of(item)
    pattern = formatted(shape, issued)
    marked = pattern.html.translate(
        {place: html.escape(value, quote=False) for place, value in values.items()}
    )
    return Reference(pattern.text.translate(values), Markup(marked))  # noqa: S704 every value is escaped


def _shape_of(item: Item) -> tuple[Item, str, dict[int, str]]:
    """The item with a sign of private use for each value that can be put in later, and those values.

    Between them the sign of its date, or nothing where that is left to the style. A style takes a
    millisecond and more for an item, and an archive has few shapes of them.
    """
    values: dict[int, str] = {}

    def standing_in(value: str) -> str:
        found = _PUT_IN.fullmatch(value)
        # A style makes one space of several.
        if not found or "  " in value:
            return value
        before, words, behind = found.groups()
        sign = _FIRST_SIGN + len(values)
        values[sign] = words
        return f"{before}{chr(sign)}{behind}"

    parts = {part: getattr(item, part) for part in ("title", "description", "container", "url")}
    names = [_PARTS_OF_NAME(one) for one in item.authors]
    if _PRIVATE.search("".join(chain(parts.values(), *names))):
        return item, "", values
    parts = {part: standing_in(value) for part, value in parts.items()}
    authors = tuple(Name(*map(standing_in, one)) for one in names)
    issued = ""
    if item.issued and _is_plain(item.issued):
        issued, item = standing_in(in_words(item.issued)), replace(item, issued=None)
    return replace(item, id=_ANY, lang="", authors=authors, **parts), issued, values


def _is_plain(date: Edtf) -> bool:
    """Whether a style writes a date as we do: a day, month or year without doubt, in four figures."""
    return _PLAIN_DATE.fullmatch(date.written) is not None


@lru_cache(maxsize=4096)
def formatted(item: Item, issued: str = "") -> Reference:
    """The reference of an item with a heading as the style writes all of it.

    ``issued`` stands for the date of one that has none.
    """
    told = csl_item(item)
    if item.issued and (item.issued.uncertain or item.issued.approximate):
        # A style knows one kind of doubt, and calls both “about”.
        issued = in_words(item.issued)
    if issued:
        told["issued"] = {"literal": issued}
    if not item.title:
        told = {variable: value for variable, value in told.items() if variable != "title"}
        told["genre"] = item.description
    # The library sets marks of its own into HTML and leaves those of its values as they are.
    marked = Markup(_formatted(_escaped(told), formatter.html))  # noqa: S704 every value is escaped
    return Reference(html.unescape(marked.striptags()), marked)


def _formatted(told: dict[str, Any], form: object) -> str:
    listed = CitationStylesBibliography(_style(), CiteProcJSON([told]), form)
    listed.register(Citation([CitationItem(told["id"])]))
    return str(listed.bibliography()[0])


@cache
def _style() -> CitationStylesStyle:
    return CitationStylesStyle(str(STYLE), validate=False)


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return html.escape(value, quote=False)
    if isinstance(value, list):
        return [_escaped(one) for one in value]
    if isinstance(value, dict):
        return {name: _escaped(one) for name, one in value.items()}
    return value
