"""Where a span of a source stands in the file of its original, for whoever opens that file in an editor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.authority.record import Records
from plugins.importing.places import Lines
from plugins.sources.decoding import UnreadableOriginal, read_text
from plugins.sources.library import Documents, Library
from plugins.suggestions.suggestion import Place, Spot
from plugins.web_pages.page import WebPage, read_web_page


@dataclass(frozen=True, slots=True)
class _File:
    """A file with its lines; a saved page maps spans of its text to spans of its HTML."""

    path: str
    lines: Lines
    page: WebPage | None = None

    def at(self, span: Span) -> Place:
        there = self.page.page_span(span) if self.page else span
        return Place(self.path, *self.lines.at(there.start))


@dataclass(frozen=True)
class OriginalPlaces:
    """Places in originals. Each file is read once, when the first place in it is asked for.

    ``shown`` makes the name of a file that a person reads: as they named its folder, or short.
    """

    records: Records
    documents: Documents
    library: Library
    shown: Callable[[Path], str] = str
    _files: dict[str, _File] = field(default_factory=dict)

    def at(self, spot: Spot) -> Place:
        """The place of a spot; in a text that is in no file, its source stands for the file's name."""
        if spot.source not in self._files:
            self._files[spot.source] = self._file(self.documents.by_id[spot.source])
        return self._files[spot.source].at(spot.span)

    def _file(self, document: Document) -> _File:
        record = self.records.by_id.get(document.source)
        pins = [record.text(key) for key in ("sha256", "text-sha256")] if record else []
        for path in filter(None, (self.library.files.get(pin or "") for pin in pins)):
            file = _read(path, self.shown(path), document)
            if file is not None:
                return file
        return _File(document.source, Lines(document.text))


def _read(path: Path, shown: str, document: Document) -> _File | None:
    """The file, if the document's text was read from it."""
    data = path.read_bytes()
    try:
        if document.original.blocks is not None:
            page = read_web_page(data)
            return _File(shown, Lines(page.source), page) if page.text == document.text else None
        return _File(shown, Lines(document.text)) if read_text(data) == document.text else None
    except UnreadableOriginal:
        return None
