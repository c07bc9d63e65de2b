"""What all page builders share, put together; and records that stand in the place of a page of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.archive.assemble import Archive
from plugins.archive.errors import Code, Problem
from plugins.archive.settings import Edition, Settings
from plugins.authority.entities import HOME, address_of
from plugins.authority.linking import Links
from plugins.authority.record import Records
from plugins.authority.schema import FORMER_IDS
from plugins.authority.wiki_links import WikiLinks
from plugins.claims.assertion import Claims
from plugins.discovery.merging import Discovered
from plugins.entity_pages.gathering import GATHERING
from plugins.entity_pages.pictures import sizes_of
from plugins.entity_pages.site import Site
from plugins.quotations.all_quotations import Quotations
from plugins.sources.library import Documents


def build_site(
    archive: Archive,
    records: Records,
    wiki_links: WikiLinks,
    documents: Documents,
    links: Links,
    stub_names: dict[str, Discovered],
    claims: Claims,
    quotations: Quotations,
    settings: Settings,
) -> Site:
    """What all page builders share; a record in the place of a page of ours is a fault.

    What was left undecided is a maintainer's business: no builder of the public edition sees it.
    """
    undecided = links.undecided if settings.edition is Edition.PRIVATE else ()
    problems = tuple(_displaced(records))
    pictures = sizes_of(settings.content)
    return Site(
        *(archive, records, wiki_links, documents, settings, undecided, stub_names, problems),
        relations=claims.relations,
        pictures=pictures,
        quotations=quotations,
    )


def _displaced(records: Records) -> Iterator[Problem]:
    """Records at an address where a gathering page stands, and a home page that stands elsewhere."""
    for record in records.by_id.values():
        if record.id == HOME:
            if record.folder != "pages":
                message = f"{HOME!r} is the id of the home page, which stands in pages; choose another id"
                yield record.fault(Code.BAD_ID, message)
        elif address_of(record) in GATHERING:
            message = f"the archive makes {address_of(record)} itself; give the file another name"
            yield record.fault(Code.BAD_ID, message)
        for former in record.texts(FORMER_IDS):
            if address_of(replace(record, id=former)) in GATHERING:
                message = f"{former!r} is the address of a page that the archive makes; take it off the list"
                yield record.fault(Code.BAD_ID, message, FORMER_IDS)
