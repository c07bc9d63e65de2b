"""Hooks the feed into Pelican's build: the generator that writes it where there is a log of changes."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.archive.flow import flow_of
from plugins.entity_pages.news import FEED, news
from plugins.feed.atom import atom_feed
from plugins.incremental.writing import write_files


class FeedGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes ``changes.xml``."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002 Pelican calls it so
        flow, address = flow_of(self.settings), self.settings["SITEURL"]
        root = f"{address}/" if address else ""
        told = news(flow.value("change_log"), flow.value("site"), root)
        if told:
            title, language = self.settings["SITENAME"], self.settings["DEFAULT_LANG"]
            write_files(self.output_path, {FEED: atom_feed(told, title, root, language)})


def add_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 Pelican calls it so
    return FeedGenerator


def register() -> None:
    signals.get_generators.connect(add_generator)
