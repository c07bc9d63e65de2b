"""Hooks previews into Pelican's build: the stage, and the generator that writes its files."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.archive.flow import adding, flow_of, needing
from plugins.incremental.build import Build
from plugins.previews.stage import STAGES


class PreviewsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes ``output/previews``."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002 Pelican calls it so
        Build.of_settings(self.settings).write(
            Path(self.output_path), flow_of(self.settings).value("preview_files")
        )


add_stages = adding(STAGES)
refuse_alone = needing("previews", STAGES)


def add_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 Pelican calls it so
    return PreviewsGenerator


def register() -> None:
    signals.initialized.connect(refuse_alone)
    signals.initialized.connect(add_stages)
    signals.get_generators.connect(add_generator)
