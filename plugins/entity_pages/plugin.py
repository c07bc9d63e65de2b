"""Hooks pages into Pelican's build: the stages, and the generator that writes one file for each view."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.archive.errors import ContentFaults
from plugins.archive.flow import adding, flow_of, needing
from plugins.entity_pages.frame import existing, subtitle
from plugins.entity_pages.gathering import CHANGES, NOT_FOUND
from plugins.entity_pages.headwords import HEADWORDS
from plugins.entity_pages.news import FEED
from plugins.entity_pages.planning import PagePlan, Pages
from plugins.entity_pages.portrait import portrait
from plugins.entity_pages.printing import Printer
from plugins.entity_pages.sharing import public_address, shared, shows_cards, territory_of
from plugins.entity_pages.site import root_of
from plugins.entity_pages.stage import STAGES
from plugins.entity_pages.tables import Tables, pages_as_files, words_to_keep
from plugins.entity_pages.views import NOTHING, PageView, Ref
from plugins.incremental.build import Build
from plugins.incremental.writing import write_files
from plugins.lexicon import dictionary
from plugins.linked_data.json_ld import json_ld

_FRAME = ("ARCHIVE_NAV", "ARCHIVE_FOOTER", "ARCHIVE_FEED", "SITESUBTITLE")
"""What stands around all pages and comes from the content."""


_ASKED = (
    "pages",
    "site",
    "linked_data",
    "search_pages",
    "change_log",
    "settings",
    "kept",
    "build",
)
"""The values of the flow that plugins ask for when they write files."""


class EntityPagesGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Renders every page of the archive with the theme's templates."""

    def generate_context(self) -> None:
        """Plan the pages; with any fault in the content, print all of them and stop with status 1."""
        flow = flow_of(self.settings)
        try:
            self.pages: Pages = flow.sound_value("pages")
        except ContentFaults as faults:
            sys.stderr.writelines(f"{one}\n" for one in faults.problems)
            raise SystemExit(1) from None
        build: Build = flow.value("build")
        if build.found:
            build.remember(flow.value("told_words").state)
        flow.release(*_ASKED)
        # All texts are read.
        dictionary.close()
        film, addresses = flow.value("site").film, self.pages.addresses
        for menu in ("ARCHIVE_NAV", "ARCHIVE_FOOTER"):
            self.context[menu] = existing(self.settings[menu], film, addresses)
        self.context["ARCHIVE_FEED"] = FEED if CHANGES.url in addresses else ""
        self.context["OG_LOCALE"] = territory_of(self.settings["DEFAULT_LANG"])
        self.context["SITESUBTITLE"] = subtitle(self.settings["SITESUBTITLE"], film, flow.value("settings"))

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002 Pelican calls it so
        flow = flow_of(self.settings)
        build: Build = flow.value("build")
        site, search_pages = flow.value("site"), flow.value("search_pages")
        tables = Tables(site, flow.value("linked_data"), {one.url: one for one in search_pages})
        printer = Printer(self.env, self.context)
        with build.timings.of("entity_pages: files"):
            seconds = pages_as_files(
                self.pages,
                tables,
                lambda plan, tables: self._write(plan, tables, printer, build),
                build,
                Path(self.output_path),
                [self.context[name] for name in _FRAME],
                printer.read_templates,
            )
        build.timings.pages.update(seconds)
        del self.pages

    def _write(self, plan: PagePlan, tables: Tables, printer: Printer, build: Build) -> bytes | None:
        """Write a page's file, and give what is kept of its words if there will be another build."""
        page = plan.view(tables.site)
        address = self.settings["SITEURL"]
        # A host shows the page for lost readers at any address, so its links begin at the site's own.
        root = address if page.url == NOT_FOUND.url and address else root_of(page.url).rstrip("/") or "."
        is_shared = shared(page, public_address(self.settings), shows_cards(self.settings))
        written = printer.html(page, root, self._about(page, tables), is_shared).encode("utf-8")
        write_files(self.output_path, {page.url: written})
        signals.content_written.send(f"{self.output_path}/{page.url}", context=printer.variables)
        if build.found is None:
            return None
        return words_to_keep(page, tables, written)

    def _about(self, page: PageView, tables: Tables) -> Markup:
        """What a page tells programs, or nothing. Data leave their page, so they bear the site's address."""
        thing = tables.linked_data.get(page.url)
        root = self.settings["SITEURL"] or root_of(page.url).rstrip("/") or "."
        return json_ld(thing, root) if thing else NOTHING


def add_portraits(generator: Any) -> None:
    """Give templates the filter ``{{ ref|portrait }}``."""
    if hasattr(generator, "env"):
        generator.env.filters["portrait"] = _portrait


def escape_everything(generator: Any) -> None:
    """Whatever ``JINJA_ENVIRONMENT`` says, or forgets: what is printed are words of others."""
    if hasattr(generator, "env"):
        generator.env.autoescape = True


def _portrait(ref: Ref) -> Markup:
    return portrait(ref.name, ref.kind)


def give_headwords(pelican: Pelican) -> None:
    """Those that the last build has looked up."""
    known = Build.of_settings(pelican.settings).recalled([HEADWORDS])
    flow_of(pelican.settings).give(HEADWORDS, known.get(HEADWORDS))


add_stages = adding(STAGES)
refuse_alone = needing("entity_pages", STAGES, "build", "linked_data")


def add_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 Pelican calls it so
    return EntityPagesGenerator


def register() -> None:
    signals.initialized.connect(refuse_alone)
    signals.initialized.connect(add_stages)
    signals.initialized.connect(give_headwords)
    signals.generator_init.connect(add_portraits)
    signals.generator_init.connect(escape_everything)
    signals.get_generators.connect(add_generator)
