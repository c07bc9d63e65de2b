"""Names that several people, characters or works answer to, and the page that tells them apart."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from plugins.archive.assemble import filed_under
from plugins.archive.file_names import usable
from plugins.authority.record import Records
from plugins.authority.wiki_links import NAMED, candidates_by_name

FOLDER = "names"
"""Where the pages stand; no folder of records has that name."""

DIGITS = 8
"""Hexadecimal digits that stand for the letters which an address cannot have."""


@dataclass(frozen=True, slots=True)
class SharedName:
    """A name and the ids of those who answer to it, two or more; those first whose whole name it is."""

    name: str
    url: str
    bearers: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.url.removesuffix(".html").replace("/", "-")


def shared_names(records: Records) -> tuple[SharedName, ...]:
    """The names of an archive that mean more than one thing, in the order of their addresses.

    A name means its bearers, and whoever has it as a word of a longer name, as for wiki links. Spellings
    that make one address are one name, so that no two pages meet: ``Drop`` and ``DROP``.
    """
    spellings: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for form, ids in candidates_by_name(records).items():
        bearers = [one for one in ids if records.by_id[one].kind.kind in NAMED]
        if bearers:
            spellings[address_of_name(form)][form] = bearers
    found = []
    for url, forms in sorted(spellings.items()):
        bearers = list(dict.fromkeys(one for ids in forms.values() for one in ids))
        if len(bearers) > 1:
            found.append(SharedName(_usual(forms), url, tuple(bearers)))
    return tuple(found)


def title_of_name(name: SharedName) -> str:
    """What the page of a name is called, in words that are no name themselves."""
    return f"{name.name} may mean …"


def address_of_name(name: str) -> str:
    """The address of a name's page: its words, and a digest where they hold letters that it cannot have.

    >>> address_of_name("Amélie’s House")
    'names/amelies-house.html'
    """
    letters = "".join(one for one in filed_under(name) if one.isalnum() or one.isspace() or one in "-/")
    words = re.findall("[a-z0-9]+", letters)
    if not words or not letters.isascii():
        words.append(sha256(unicodedata.normalize("NFC", name).encode()).hexdigest()[:DIGITS])
    return f"{FOLDER}/{usable('-'.join(words))}.html"


def _usual(forms: Iterable[str]) -> str:
    """Of several spellings the one that is not all capitals, then the first."""
    return min(forms, key=lambda form: (form.isupper(), form.islower(), form))
