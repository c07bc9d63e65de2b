"""Hooks redirects into Pelican's build: the generator that writes a page at each former address."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.archive.flow import flow_of, needing
from plugins.entity_pages.site import Site, root_of
from plugins.incremental.writing import write_files
from plugins.redirects.former import former_addresses

TEMPLATE = "redirect"
"""The theme's template of such a page."""


class RedirectsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes a page that leads on at each address that a renamed record had."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002 Pelican calls it so
        site: Site = flow_of(self.settings).value("site")
        former = former_addresses(site.records)
        for address, now in former.items():
            root = root_of(address).rstrip("/") or "."
            html = self.get_template(TEMPLATE).render(self.context, now=site.ref(now), root=root)
            write_files(self.output_path, {address: html.encode("utf-8")})


refuse_alone = needing("redirects", (), "site")


def add_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 Pelican calls it so
    return RedirectsGenerator


def register() -> None:
    signals.initialized.connect(refuse_alone)
    signals.get_generators.connect(add_generator)
