"""Hooks open data into Pelican's build: the stage, and the generator that writes its files."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.archive.flow import adding, flow_of, needing
from plugins.incremental.build import Build
from plugins.open_data.stage import STAGES


class OpenDataGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes ``output/data``."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002 Pelican calls it so
        Build.of_settings(self.settings).write(
            Path(self.output_path), flow_of(self.settings).value("data_files")
        )


add_stages = adding(STAGES)
refuse_alone = needing("open_data", STAGES)


def add_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 Pelican calls it so
    return OpenDataGenerator


def register() -> None:
    signals.initialized.connect(refuse_alone)
    signals.initialized.connect(add_stages)
    signals.get_generators.connect(add_generator)
