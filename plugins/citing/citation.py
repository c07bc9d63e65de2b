"""All forms in which one thing can be cited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup

from plugins.citing.bibtex import bibtex
from plugins.citing.csl import csl_item, csl_json
from plugins.citing.item import Item
from plugins.citing.reference import Reference, reference
from plugins.citing.ris import ris

FORMS: dict[str, tuple[str, str, Callable[[Item], str]]] = {
    "bibtex": ("BibTeX", "bib", lambda item: bibtex([item])),
    "ris": ("RIS", "ris", lambda item: ris([item])),
    "csl": ("CSL-JSON", "json", lambda item: csl_json([csl_item(item)])),
}
"""The forms for programs: what each is called, the ending of its files, and what makes it."""

_TITLE, _URL = "\ue000", "\ue001"
"""Stand for a title and an address that are put in later: no style changes a sign of private use."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference for people, and the same for programs: ``forms`` are name, ending and text of each."""

    key: str
    reference: Reference
    forms: tuple[tuple[str, str, str], ...]


def citation(item: Item) -> Citation:
    """The item in all forms."""
    return _with_forms(item, reference(item))


def citation_of_page(item: Item) -> Citation:
    """The same for one of many pages that differ in title and address: formatted once for all of them."""
    formatted = _pattern(replace(item, id="page", title=_TITLE, url=_URL if item.url else ""))
    text = formatted.text.replace(_TITLE, item.title).replace(_URL, item.url)
    marked = (
        str(formatted.html)
        .replace(_TITLE, str(Markup.escape(item.title)))
        .replace(_URL, str(Markup.escape(item.url)))
    )
    return _with_forms(item, Reference(text, Markup(marked)))  # noqa: S704 both are escaped


@lru_cache(maxsize=16)
def _pattern(item: Item) -> Reference:
    return reference(item)


def _with_forms(item: Item, formatted: Reference) -> Citation:
    forms = tuple((name, ending, write(item).strip()) for name, ending, write in FORMS.values())
    return Citation(item.id, formatted, forms)
