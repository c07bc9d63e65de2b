"""``invoke cite``: the pointer to a passage."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from invoke.exceptions import Exit

from commands.configured import settings_of
from plugins.archive.source import Document
from plugins.sources.passages import Passage, find_nearly, find_passages
from plugins.stages import archive_flow


def cite(words: str, source: str, library: list[str] | None, content: str) -> None:
    """Print where the words stand, ready to be pasted after ``cite:``."""
    documents = archive_flow(settings_of(library, content)).value("documents").by_id
    if source and source not in documents:
        known = ", ".join(documents) or "none"
        raise Exit(f"no original of {source!r} is at hand; those at hand: {known}", 2)
    chosen = [documents[source]] if source else list(documents.values())
    found = _found(find_passages, chosen, words)
    if not found and (found := _found(find_nearly, chosen, words)):
        sys.stderr.write(f"{words!r} stands nowhere to the letter; with other marks or capitals it does:\n")
    for passage in found:
        print(f"{passage.pointer}\n    {passage.context}")
    if not found:
        raise Exit(f"{words!r} stands in none of {len(chosen)} texts", 1)


def _found(
    find: Callable[[Document, str], Iterable[Passage]], documents: Iterable[Document], words: str
) -> list[Passage]:
    return [one for document in documents for one in find(document, words)]
