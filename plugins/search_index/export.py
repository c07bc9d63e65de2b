"""The files of ``output/search/``, from pages to bytes. docs/index-format.md says what each holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from plugins.incremental.kept import Kept
from plugins.incremental.workers import spread
from plugins.search_index.contents import all_traits, contents_of, documents_of
from plugins.search_index.excerpts import Passage
from plugins.search_index.fields import FIELDS, Field
from plugins.search_index.filing import FOLDER, SHARD, filed, files_from
from plugins.search_index.forms import LANGUAGE
from plugins.search_index.inverted import Inverted, put_together
from plugins.search_index.left import leave
from plugins.search_index.page import SearchPage
from plugins.search_index.parts import parts_of
from plugins.search_index.term_shards import term_entries

__all__ = ["FOLDER", "SHARD", "export", "files_of"]


def export(
    pages: Sequence[SearchPage],
    kept: Kept | None = None,
    language: str = LANGUAGE,
    shard_bytes: int = SHARD,
    state: Path | None = None,
) -> dict[str, bytes]:
    """Every file of the index by its path in the output, whatever order the pages come in.

    ``kept`` has what earlier calls found in the same pages; the result is the same with and without.
    In the folder ``state`` is left what ``edit.py`` needs, if that can be written.

    Raises:
        ValueError: two pages have the same address.
    """
    ordered = sorted(pages, key=lambda page: page.url)
    for one, other in pairwise(ordered):
        if one.url == other.url:
            raise ValueError(f"two pages have the address {one.url!r}: {one.title!r} and {other.title!r}")
    parts = parts_of(ordered, kept or Kept(), language)
    index = put_together(parts)
    documents = [ordered[number] for number in index.page.tolist()]
    texts = {number: one for part in parts for number, one in zip(part.pages, part.passages, strict=True)}
    passages = [texts[number] for number in index.page.tolist()]
    stems: dict[str, str] = {}
    for part in parts:
        stems.update(part.stems)
    del parts, texts
    return files_of(index, documents, passages, FIELDS, stems, language, shard_bytes, state)


def files_of(
    index: Inverted,
    documents: Sequence[SearchPage],
    passages: Sequence[Sequence[Passage]],
    fields: Sequence[Field] = FIELDS,
    stems: Mapping[str, str] | None = None,
    language: str = LANGUAGE,
    shard_bytes: int = SHARD,
    state: Path | None = None,
) -> dict[str, bytes]:
    """The files of an index, whatever fields it is of: the last one, and no other, is running text.

    ``passages`` has for each document, in their order, what its excerpts are cut from; ``stems`` has those
    of terms that are not their own.
    """
    # Not on all cores: whoever works makes long columns of the index, and those of two at once would be the
    # most that a build ever holds.
    told = term_entries(index, fields)
    traits = all_traits(documents)
    entries = documents_of(documents, passages)
    contents = contents_of(index, told, entries, traits, stems or {}, fields, language)
    result = filed(contents, shard_bytes, do=partial(spread, joins_in=True))
    if state is not None:
        leave(state, index, told, contents, result, documents, traits, stems or {}, shard_bytes)
    return files_from(result.tails)
