"""All that the files of an index hold, before it is cut into files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plugins.search_index.bits import Numbers
from plugins.search_index.documents import document_of
from plugins.search_index.entries import Entries
from plugins.search_index.excerpts import Passage
from plugins.search_index.facets import Traits, facet_shards, kinds_of, traits_of
from plugins.search_index.fields import Field
from plugins.search_index.forms import families
from plugins.search_index.page import SearchPage
from plugins.search_index.spelling import spellable
from plugins.search_index.term_shards import TermEntries

if TYPE_CHECKING:
    from plugins.search_index.inverted import Inverted


@dataclass(frozen=True, slots=True)
class Contents:
    """``terms`` with their ``family`` and ``entries``, ``far`` those of them whose ``places`` stand apart.

    ``documents`` are as JSON. ``lengths[field, document]`` counts terms. ``spelling`` are the strings that a
    slip may mean. ``kinds`` are what the manifest says of them, ``facets`` the shard of each by its name, or
    None where that has not changed.
    """

    fields: Sequence[Field]
    language: str
    terms: Sequence[str]
    family: Numbers
    entries: Entries
    far: Sequence[str]
    places: Entries
    documents: Sequence[str]
    lengths: Numbers
    spelling: Sequence[str]
    kinds: Mapping[str, Any]
    facets: Mapping[str, dict[str, Any] | None]


def contents_of(
    index: Inverted,
    told: TermEntries,
    documents: Sequence[str],
    traits: Sequence[Traits],
    stems: Mapping[str, str],
    fields: Sequence[Field],
    language: str,
) -> Contents:
    """Those of a whole index. ``told`` are its terms as bits; ``stems`` has those that are not the term."""
    return Contents(
        fields,
        language,
        index.terms,
        families(index.terms, stems),
        told.entries,
        [index.terms[number] for number in told.aside.tolist()],
        told.places,
        documents,
        index.lengths,
        spellable(index, fields),
        kinds_of(traits),
        facet_shards(traits),
    )


def documents_of(pages: Sequence[SearchPage], passages: Sequence[Sequence[Passage]]) -> list[str]:
    return [document_of(page, told) for page, told in zip(pages, passages, strict=True)]


def all_traits(pages: Sequence[SearchPage]) -> list[Traits]:
    return [traits_of(page) for page in pages]
