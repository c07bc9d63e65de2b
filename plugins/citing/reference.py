"""An item as a formatted reference, by a style of the Citation Style Language."""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from plugins.citing.csl import csl_item
from plugins.citing.item import Item
from plugins.dates.english import in_words

STYLE = Path(__file__).with_name("intertitle.csl")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference for people: as text to copy, and as HTML with what it appeared in in italics."""

    text: str
    html: Markup


@lru_cache(maxsize=4096)
def reference(item: Item) -> Reference:
    """The reference in the archive's style.

    Raises:
        ValueError: an item with neither a title nor a description.
    """
    if not item.heading:
        raise ValueError(f"{item.id} has neither a title nor a description")
    told = csl_item(item)
    if item.issued and (item.issued.uncertain or item.issued.approximate):
        # A style knows one kind of doubt, and calls both “about”.
        told["issued"] = {"literal": in_words(item.issued)}
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
