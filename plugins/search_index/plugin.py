"""Hooks the search index into Pelican's build: the stage, and the generator that writes its files."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.archive.flow import adding, flow_of
from plugins.incremental.writing import write_files
from plugins.search_index.client import client_files
from plugins.search_index.export import FOLDER
from plugins.search_index.stage import STAGES


class SearchIndexGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes ``search_files`` below the output folder, and the scripts that read them."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002 Pelican calls it so
        files = flow_of(self.settings).value("search_files")
        write_files(self.output_path, files | client_files(FOLDER))


add_stages = adding(STAGES)


def add_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 Pelican calls it so
    return SearchIndexGenerator


def register() -> None:
    signals.initialized.connect(add_stages)
    signals.get_generators.connect(add_generator)
