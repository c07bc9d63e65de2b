"""Hooks the feeds into Pelican's build: the generator that writes them where there is a log of changes."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.archive.flow import flow_of, needing
from plugins.entity_pages.new_pages import PAGES, new_pages
from plugins.entity_pages.news import FEED, news
from plugins.feed.atom import atom_feed
from plugins.feed.pages import pages_feed
from plugins.incremental.writing import write_files


class FeedGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes ``changes.xml`` and ``pages.xml``."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002 Pelican calls it so
        flow, address = flow_of(self.settings), self.settings["SITEURL"]
        root = f"{address}/" if address else ""
        log, site = flow.value("change_log"), flow.value("site")
        told, come = news(log, site, root), new_pages(log, site)
        if told and come:
            title, language = self.settings["SITENAME"], self.settings["DEFAULT_LANG"]
            feeds = {
                FEED: atom_feed(told, title, root, language),
                PAGES: pages_feed(come, title, root, language),
            }
            write_files(self.output_path, feeds)


refuse_alone = needing("feed", (), "change_log", "site")


def add_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 Pelican calls it so
    return FeedGenerator


def register() -> None:
    signals.initialized.connect(refuse_alone)
    signals.get_generators.connect(add_generator)
