"""Hooks the list of pages into Pelican's build: the generator that writes it and the rules for robots."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.archive.flow import flow_of, needing
from plugins.entity_pages.gathering import NOT_FOUND
from plugins.entity_pages.sharing import public_address, whole
from plugins.incremental.writing import write_files
from plugins.sitemap.addresses import ROBOTS, robots, sitemaps


class SitemapGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes ``robots.txt``, and ``sitemap.xml`` where the site knows its address."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002 Pelican calls it so
        root, is_private = public_address(self.settings), self.settings["EDITION"] == "private"
        write_files(self.output_path, {ROBOTS: robots(root, is_private)})
        if root:
            pages = sorted(flow_of(self.settings).value("pages").addresses - {NOT_FOUND.url})
            write_files(self.output_path, dict(sitemaps([whole(root, one) for one in pages], root)))


refuse_alone = needing("sitemap", (), "pages")


def add_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 Pelican calls it so
    return SitemapGenerator


def register() -> None:
    signals.initialized.connect(refuse_alone)
    signals.get_generators.connect(add_generator)
