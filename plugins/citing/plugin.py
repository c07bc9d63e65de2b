"""Hooks citing into Pelican's build: the stage, its files, and what templates ask of the page they print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer
from rjsmin import jsmin

from plugins.archive.flow import adding, flow_of, needing
from plugins.citing.citation import Citation, citation
from plugins.citing.files import FOLDER
from plugins.citing.items import Container, item_of_page, item_of_source
from plugins.citing.stage import STAGES
from plugins.entity_pages.views import PageView
from plugins.incremental.build import Build

SCRIPT = Path(__file__).parent / "client" / "cite.js"


class CitingGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes ``output/cite`` and the bibliography in ``output/data``."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002 Pelican calls it so
        script = {f"{FOLDER}/start.js": f"{jsmin(SCRIPT.read_text('utf-8'))}\n".encode()}
        Build.of_settings(self.settings).write(
            Path(self.output_path), flow_of(self.settings).value("citing_files") | script
        )


add_stages = adding(STAGES)
refuse_alone = needing("citing", STAGES)


def add_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 Pelican calls it so
    return CitingGenerator


def add_citations(generator: Any) -> None:
    """Give templates ``cite_page(page, subtitle)`` and ``cite_source(page)``."""
    if not hasattr(generator, "env"):
        return
    settings = generator.settings

    def cite_page(page: PageView, about: str) -> Citation:
        container = Container(settings["SITENAME"], about, settings["SITEURL"])
        return citation(item_of_page(page, container))

    def cite_source(page: PageView) -> Citation | None:
        if page.entity is None or page.source is None:
            return None
        return citation(item_of_source(page.entity, page.source))

    generator.env.globals |= {"cite_page": cite_page, "cite_source": cite_source}


def register() -> None:
    signals.initialized.connect(refuse_alone)
    signals.initialized.connect(add_stages)
    signals.generator_init.connect(add_citations)
    signals.get_generators.connect(add_generator)
