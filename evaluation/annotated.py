"""Where the documents of an archive are annotated: found by their bytes, checked letter by letter."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation.gold import Gold, Row, Trap, UnreadableGold
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.sources.library import digest_of_bytes, originals_in


@dataclass(frozen=True)
class AnnotatedText:
    """A document of which ``source`` is the annotation's name, annotated up to a code point."""

    source: str
    document: Document
    end: int

    def holds(self, span: Span) -> bool:
        return span.end <= self.end


def source_of(file: str) -> str:
    """What an annotation calls a file: its name up to the first underscore, or to its ending.

    >>> source_of("017_first_review.txt"), source_of("essay.txt")
    ('017', 'essay')
    """
    return Path(file).stem.split("_")[0]


def sources_by_digest(texts: Container[str], libraries: Iterable[Path]) -> dict[str, str]:
    """The annotation's name for each of its ``texts`` in the libraries, by the sha256 of their bytes.

    Raises:
        UnreadableGold: two files with different bytes answer to one name.
    """
    found: dict[str, str] = {}
    for folder in libraries:
        for file in originals_in(folder):
            if (source := source_of(file.name)) in texts:
                found[digest_of_bytes(file.read_bytes())] = source
    for source in found.values():
        if list(found.values()).count(source) > 1:
            raise UnreadableGold(f"the annotation's {source} may be one of several files of the libraries")
    return found


def annotated_texts(
    gold: Gold, sources: Mapping[str, str], documents: Mapping[str, Document]
) -> dict[str, AnnotatedText]:
    """The annotated documents, by the archive's ids. Texts that are not at hand are missing.

    The annotation ends with the segment in which its last row stands.

    Raises:
        UnreadableGold: a row's surface is not what the text has at its span.
    """
    found = {}
    for id_, document in documents.items():
        source = sources.get(document.original.sha256)
        if source is not None:
            end = gold.ends[source]
            last = document.segment_at(max(end - 1, 0))
            found[id_] = AnnotatedText(source, document, max(end, last.span.end) if last else end)
    texts = {one.source: one.document.text for one in found.values()}
    annotated: tuple[Row | Trap, ...] = (*gold.rows, *gold.others, *gold.traps)
    for row in annotated:
        if row.source in texts and (there := row.span.of(texts[row.source])) != row.surface:
            raise UnreadableGold(f"{row.source}:{row.span.start} has {there!r}, not {row.surface!r}")
    return found
