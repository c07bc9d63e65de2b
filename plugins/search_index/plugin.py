"""Hooks the search index into Pelican's build: the stage, and the generator that writes its files."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.archive.flow import flow_of
from plugins.search_index.stage import STAGES


class SearchIndexGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes ``search_files`` below the output folder."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002 Pelican calls it so
        files: dict[str, bytes] = flow_of(self.settings).value("search_files")
        for path, content in files.items():
            target = Path(self.output_path) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def add_stages(pelican: Pelican) -> None:
    flow = flow_of(pelican.settings)
    for stage in STAGES:
        flow.add(stage)


def add_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 Pelican calls it so
    return SearchIndexGenerator


def register() -> None:
    signals.initialized.connect(add_stages)
    signals.get_generators.connect(add_generator)
