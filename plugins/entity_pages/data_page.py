"""The open data as people meet them: what each file holds, how many records, and one to look at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from plugins.authority.linking import Links
from plugins.entity_pages.gathering import DATA
from plugins.entity_pages.site import Site
from plugins.open_data.catalogue import CATALOGUE, DataFile
from plugins.open_data.files import Row, data_rows


@dataclass(frozen=True, slots=True)
class ShownField:
    """Fields of a record that are told together, as the file spells them, and what they say."""

    names: Markup
    says: Markup


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A data file. ``example`` is its first record, set out for reading; empty where there is none."""

    file: DataFile
    records: int
    fields: tuple[ShownField, ...]
    example: str


def data_files_shown(site: Site, links: Links) -> tuple[ShownFile, ...]:
    """Every data file of a site, in the order of the catalogue.

    Records are made once more to be counted, and let go at once: nobody holds them when pages are made.
    """
    made = data_rows(
        *(site.archive, site.relations, site.records, site.documents, links, site.quotations), site.settings
    )
    return tuple(_shown(file, iter(made[file.name]), site) for file in CATALOGUE)


def _shown(file: DataFile, rows: Iterator[Row], site: Site) -> ShownFile:
    first = next(rows, None)
    records = sum(1 for _ in rows) + (first is not None)
    fields = tuple(
        ShownField(site.line(names, DATA.url), site.line(says, DATA.url)) for names, says in file.fields
    )
    example = "" if first is None else json.dumps(first, ensure_ascii=False, indent=2)
    return ShownFile(file, records, fields, example)
