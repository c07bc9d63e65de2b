"""The tables that pages are made from, and pages as files that stay while what they read stays the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any

from plugins.archive.assemble import Archive
from plugins.archive.relation import Relations
from plugins.authority.record import Record, Records
from plugins.authority.schema import RecordKind
from plugins.authority.wiki_links import WikiLinks
from plugins.entity_pages.planning import PagePlan, Pages
from plugins.entity_pages.site import Site
from plugins.incremental.build import Build
from plugins.incremental.keys import digest_of
from plugins.incremental.making import FilePlan, MadeFiles, Plain, make_files
from plugins.incremental.reads import prepare
from plugins.sources.library import Documents

DEEP = (Site, Archive, Records, WikiLinks, Documents, Relations)
"""What holds tables. Everything else that a builder reads counts as a whole."""


@dataclass(frozen=True)
class Tables:
    """Everything that a page may read. ``linked_data`` is what each page is about, by its address."""

    site: Site
    linked_data: Mapping[str, Any]


def pages_as_files(
    pages: Pages,
    tables: Tables,
    write: Callable[[PagePlan, Tables], None],
    build: Build,
    folder: Path,
    frame: object,
) -> tuple[MadeFiles, dict[str, float]]:
    """Write the pages that read something else than they did, and take the others over from the last site.

    Gives how all of them are made, and the seconds that those took which were written.

    ``frame`` is what stands around every page; with another one all pages are written.
    """
    prepare(tables, DEEP)
    plans = [
        FilePlan(plan.url, partial(write, plan), None if plan.gathers else plan.given, plan.gathers)
        for plan in pages.plans
    ]
    basis = digest_of(build.basis, repr(frame)) if build.basis else ""
    return make_files(plans, tables, DEEP, basis, build.made, build.keeper(folder), _PLAIN)


def _record_written(record: Record) -> tuple[Any, ...]:
    return tuple, (tuple(getattr(record, one.name) for one in fields(record)),)


def _kind_written(kind: RecordKind) -> tuple[Any, ...]:
    # Its keys are the schema, which is code; each record would write all of it.
    return tuple, ((kind.kind.value, kind.url),)


_PLAIN: Plain = {Record: _record_written, RecordKind: _kind_written}
