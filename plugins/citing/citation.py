"""All forms in which one thing can be cited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference for people, and the same for programs: ``forms`` are name, ending and text of each."""

    key: str
    reference: Reference
    forms: tuple[tuple[str, str, str], ...]


def citation(item: Item) -> Citation:
    """The item in all forms."""
    forms = tuple((name, ending, write(item).strip()) for name, ending, write in FORMS.values())
    return Citation(item.id, reference(item), forms)
