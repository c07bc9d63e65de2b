"""Hooks the search index into Pelican's build: the stage, and the generator that writes its files.

In a site that is no archive, Pelican's own articles and pages are what may be found.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.archive.flow import adding, flow_of
from plugins.archive.givers import absent
from plugins.incremental.build import Build
from plugins.incremental.collector import let_go
from plugins.incremental.kept import Kept
from plugins.incremental.writing import write_files
from plugins.search_index.articles import found_among
from plugins.search_index.client import client_files
from plugins.search_index.stage import STAGES, STATE

TEMPLATES = Path(__file__).with_name("templates")
"""The search page, the box and the style of sites whose theme has none."""


class SearchIndexGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes ``search_files`` below the output folder, and the scripts that read them."""

    def generate_output(self, writer: Writer) -> None:
        flow = flow_of(self.settings)
        if not flow.value("settings").search:
            return
        if is_alone(self.settings):
            self._write_alone(writer)
            return
        from plugins.search_index.export import FOLDER

        # It takes as much memory as all that pages are made of, which are written by now.
        flow.release_all_but("settings", "search_files")
        let_go()
        Build.of_settings(self.settings).write(
            Path(self.output_path), flow.value("search_files") | client_files(FOLDER)
        )

    def _write_alone(self, writer: Writer) -> None:
        from plugins.search_index.export import FOLDER, export

        settings = flow_of(self.settings).value("settings")
        pages = found_among(self.context["articles"], self.context["pages"], settings.language)
        files = export(pages, Kept(settings.cache), settings.language) | client_files(FOLDER)
        write_files(
            self.output_path, {**files, f"{FOLDER}/search.css": (TEMPLATES / "search.css").read_bytes()}
        )
        relative = self.settings["RELATIVE_URLS"]
        writer.write_file("search.html", self.get_template("search_index"), self.context, relative)


def is_alone(settings: Mapping[str, Any]) -> bool:
    """Whether no plugin that gives pages of an archive is there."""
    return bool(absent("search_index", ("search_pages",), settings["PLUGINS"]))


add_stages = adding(STAGES)


def give_state(pelican: Pelican) -> None:
    """The folder beside what is known of the site, if there will be another build."""
    build = Build.of_settings(pelican.settings)
    if build.found:
        flow_of(pelican.settings).give(STATE, build.found.folder)


def add_templates(generator: Any) -> None:
    """Where a theme has no templates of these names, there are ours."""
    if hasattr(generator, "env") and is_alone(generator.settings):
        generator.env.loader = ChoiceLoader([*generator.env.loader.loaders, FileSystemLoader(TEMPLATES)])


def add_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 Pelican calls it so
    return SearchIndexGenerator


def register() -> None:
    signals.initialized.connect(add_stages)
    signals.initialized.connect(give_state)
    signals.generator_init.connect(add_templates)
    signals.get_generators.connect(add_generator)
