"""Hooks the search index into Pelican's build: the stage, and the generator that writes its files."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.archive.flow import adding, flow_of
from plugins.incremental.build import Build
from plugins.incremental.collector import let_go
from plugins.incremental.writing import write_files
from plugins.search_index.client import client_files
from plugins.search_index.export import FOLDER
from plugins.search_index.stage import STAGES, STATE


class SearchIndexGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes ``search_files`` below the output folder, and the scripts that read them."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002 Pelican calls it so
        flow = flow_of(self.settings)
        if flow.value("settings").search:
            # It takes as much memory as all that pages are made of, which are written by now.
            flow.release("settings", "kept")
            let_go()
            write_files(self.output_path, flow.value("search_files") | client_files(FOLDER))


add_stages = adding(STAGES)


def give_state(pelican: Pelican) -> None:
    """The folder beside what is known of the site, if there will be another build."""
    build = Build.of_settings(pelican.settings)
    if build.found:
        flow_of(pelican.settings).give(STATE, build.found.folder)


def add_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 Pelican calls it so
    return SearchIndexGenerator


def register() -> None:
    signals.initialized.connect(add_stages)
    signals.initialized.connect(give_state)
    signals.get_generators.connect(add_generator)
