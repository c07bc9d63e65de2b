"""Hooks the reader for Markdown into Pelican, for the pages that Pelican itself generates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.readers import BaseReader, Readers

from plugins.markdown_it.front_matter import read_front_matter
from plugins.markdown_it.render import render


class MarkdownItReader(BaseReader):  # type: ignore[misc]  # Pelican has no types
    """Reads a Markdown file as Pelican's readers do: HTML and metadata.

    Metadata keeps the text that was written, but for the keys that Pelican's own generators need
    as values (``date``, ``tags``, ``category`` and the like), which Pelican reads in its own way.
    """

    enabled = True
    file_extensions = ["md", "markdown"]  # noqa: RUF012 the name and type that Pelican looks for

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        page = read_front_matter(Path(source_path).read_text("utf-8"), source_path)
        if page.problems:
            raise ValueError("\n".join(str(one) for one in page.problems))
        metadata = {
            key.lower(): self.process_metadata(key.lower(), value) if isinstance(value, str) else value
            for key, value in page.values.items()
        }
        return str(render(page.body, lambda _: None)), metadata


def add_reader(readers: Readers) -> None:
    for extension in MarkdownItReader.file_extensions:
        readers.reader_classes[extension] = MarkdownItReader


def register() -> None:
    signals.readers_init.connect(add_reader)
