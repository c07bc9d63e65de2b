"""The tables that pages are made from, and pages as files that stay while what they read stays the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from plugins.archive.assemble import Archive
from plugins.archive.relation import Relations
from plugins.authority.record import Record, Records
from plugins.authority.schema import RecordKind
from plugins.authority.wiki_links import WikiLinks
from plugins.entity_pages.planning import PagePlan, Pages
from plugins.entity_pages.rewording import keep_words, words_of
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import PageView
from plugins.incremental.build import FILES, Build
from plugins.incremental.keys import digest_of
from plugins.incremental.making import FilePlan, Plain, make_files
from plugins.incremental.reads import prepare
from plugins.search_index.page import SearchPage
from plugins.sources.library import Documents

DEEP = (Site, Archive, Records, WikiLinks, Documents, Relations)
"""What holds tables. Everything else that a builder reads counts as a whole."""

MANY = 100
"""Pages for which all templates of the theme are read, in 0.28 s. The two dozen that are made in every build
need so few that it takes 0.2 s less to read these alone (measured with the bundled archive)."""

TOGETHER = 500
"""What is kept of the words of so many pages is written at a time: some megabytes."""


@dataclass(frozen=True)
class Tables:
    """Everything that a page may read.

    ``linked_data`` is what each page is about, and ``findable`` what the search knows of it, by its address.
    """

    site: Site
    linked_data: Mapping[str, Any]
    findable: Mapping[str, SearchPage]


def pages_as_files(
    pages: Pages,
    tables: Tables,
    write: Callable[[PagePlan, Tables], bytes | None],
    build: Build,
    folder: Path,
    frame: object,
    read_templates: Callable[[], object] = lambda: None,
) -> dict[str, float]:
    """Write the pages that read something else than they did, and take the others over from the last site.

    ``write`` gives what is kept of a page's words. ``frame`` is what stands around every page; with another
    one all pages are written. ``read_templates`` is called before many are. Gives the seconds that each one
    took that was written.
    """
    prepare(tables, DEEP)
    plans = [
        FilePlan(plan.url, partial(write, plan), None if plan.gathers else plan.given, plan.gathers)
        for plan in pages.plans
    ]
    basis = digest_of(build.basis, repr(frame)) if build.basis else ""
    waiting: dict[str, bytes] = {}

    def keep(path: str, words: bytes | None) -> None:
        if words:
            waiting[words_of(path)] = words
        if len(waiting) == TOGETHER:
            build.remember(waiting)
            waiting.clear()

    def prepare_for(count: int) -> None:
        # All once, and not in each process again; the few that a few pages need are read when they do.
        if count >= MANY:
            read_templates()

    keeper = build.keeper(folder)
    made, seconds = make_files(plans, tables, DEEP, basis, build.made, keeper, _PLAIN, keep, prepare_for)
    stay = [words_of(plan.url) for plan in pages.plans if plan.url not in seconds]
    build.remember({FILES: made.as_bytes(), **build.recalled(stay), **waiting})
    return seconds


def words_to_keep(page: PageView, tables: Tables, html: bytes) -> bytes | None:
    """What is kept of the words of a page; None for one without a record that has a file of its own."""
    site = tables.site
    if page.entity is None or page.url != page.entity.url or page.entity.id not in site.records.by_id:
        return None
    record = site.record(page.entity.id)
    found = tables.findable.get(page.url)
    if found is None or not record.front:
        return None
    worded = keep_words(record, html, str(page.body), found, site.find_target(""))
    return worded.as_bytes() if worded else None


def _record_written(record: Record) -> tuple[Any, ...]:
    return tuple, (_VALUE_OF_RECORD(record),)


_VALUE_OF_RECORD = attrgetter(*(one.name for one in fields(Record) if one.compare))
"""What a record says. Where in its file that stands, no page shows."""


def _kind_written(kind: RecordKind) -> tuple[Any, ...]:
    # Its keys are the schema, which is code; each record would write all of it.
    return tuple, ((kind.kind.value, kind.url),)


_PLAIN: Plain = {Record: _record_written, RecordKind: _kind_written}
