"""What of a value would be shown or read otherwise than it was meant: HTML, marks around a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from plugins.archive.entity import Kind
from plugins.archive.errors import Code, Problem
from plugins.authority.spot import Spot
from plugins.authority.words_for_keys import FACTS, ROLES
from plugins.markdown_it.yaml_lines import in_entry

_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates; the marks that only settle how a sign beside them is read may stay."""

_ENTITY = re.compile(
    r"&(?:amp|quot|apos|nbsp|[mn]dash|szlig|[A-Za-z]{1,2}(?:uml|acute|grave|circ|cedil|tilde|ring|slash|lig));"
)
"""Signs of names as HTML has them, which are copied with a page."""

_AS_THEY_STAND = frozenset({"name", "sort-name", "variants"})
"""Keys whose values are no Markdown."""

_AS_PRINTED = frozenset({"name", "title", "author", "outlet"})
"""What a page of the web tells of itself."""

_BETWEEN_CURLY = re.compile("[“„«»‘‚]([^“”„«»‘’‚]+)[”“«»’‘]")
"""A value whose quotation marks a word processor has made; straight ones would hold it and be gone."""

_TITLED = frozenset({Kind.WORK, Kind.SOURCE})
"""Kinds whose names may have quotation marks of their own."""


def value_faults(value: str, spot: Spot, *further: str | int) -> Iterator[Problem]:
    """What of a text would be shown, or read, otherwise than it was meant."""
    yield from turning(value, spot, *further)
    yield from _entity(value, spot, *further)
    yield from _curly(value, spot, *further)
    yield from _comma(value, spot, *further)


def _curly(value: str, spot: Spot, *further: str | int) -> Iterator[Problem]:
    if spot.name not in _AS_THEY_STAND or spot.record.kind.kind in _TITLED:
        return
    if found := _BETWEEN_CURLY.fullmatch(value):
        message = f"the quotation marks are shown as a part of {value}; write {in_entry(found[1])}"
        yield spot.wrong(Code.WRONG_VALUE, message, *further)


def _comma(value: str, spot: Spot, *further: str | int) -> Iterator[Problem]:
    """A comma behind a value, as between the values of a list or of a program, and marks that end no name."""
    ends = "," if _ENTITY_AT_END.search(value) else ",;"
    if spot.name in _WORDS and value.rstrip(_SIGNS) in _WORDS[spot.name]:
        ends = _SIGNS
    is_open = value.count('"') == 1 and value[-1] == '"' and not value[-2:-1].isdigit()
    bare = value.rstrip().rstrip(ends + '"' * is_open).rstrip()
    # A text that is imported is called as it calls itself.
    if spot.record.folder == "sources" and spot.name in _AS_PRINTED:
        return
    if bare and bare != value.rstrip():
        told = in_entry(bare) if further else f"{spot.name}: {in_entry(bare)}"
        mark = {",": "a comma", ";": "a semicolon", '"': "a quotation mark"}.get(value.rstrip()[-1], "a sign")
        yield spot.wrong(Code.WRONG_VALUE, f"{mark} ends the value, and is shown; write {told}", *further)


_WORDS = {"property": frozenset(FACTS.values()), "role": frozenset(ROLES.values())}
"""Words of which is known that no sign ends them, by the key behind which they stand."""

_SIGNS = ".,;:!"
_ENTITY_AT_END = re.compile(r"&\w{1,10};\Z")


def turning(value: str, spot: Spot, *further: str | int) -> Iterator[Problem]:
    """A sign that turns the direction of what is printed after the value; a page is not one value's."""
    if found := _TURNS.search(value):
        message = f"U+{ord(found.group()):04X} turns the direction of what follows it; leave it out"
        yield spot.wrong(Code.WRONG_VALUE, f"{message}, letters know theirs", *further)


def _entity(value: str, spot: Spot, *further: str | int) -> Iterator[Problem]:
    """A sign as HTML writes it, in a value that is shown as it stands."""
    # A text that is imported is called as it calls itself.
    is_ours = spot.name in _AS_THEY_STAND and spot.record.folder != "sources"
    if is_ours and (found := _ENTITY.search(value)):
        message = f"{found[0]} is shown as it stands here; write {in_entry(unescape(value))}"
        yield spot.wrong(Code.WRONG_VALUE, message, *further)
