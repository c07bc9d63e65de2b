"""The table of all stages up to the pages, for commands that need no Pelican."""

from plugins.archive.flow import Flow
from plugins.archive.settings import Settings
from plugins.archive.stage import STAGES as ARCHIVE
from plugins.authority.stage import STAGES as AUTHORITY
from plugins.changes.stage import STAGES as CHANGES
from plugins.claims.stage import STAGES as CLAIMS
from plugins.credits.stage import STAGES as CREDITS
from plugins.dates.stage import STAGES as DATES
from plugins.discovery.stage import STAGES as DISCOVERY
from plugins.entity_pages.stage import STAGES as PAGES
from plugins.incremental.stage import STAGES as INCREMENTAL
from plugins.linked_data.stage import STAGES as LINKED_DATA
from plugins.mentions.stage import STAGES as MENTIONS
from plugins.quotations.stage import STAGES as QUOTATIONS
from plugins.sources.stage import STAGES as SOURCES
from plugins.stubs.stage import STAGES as STUBS

STAGES = (
    *INCREMENTAL,
    *SOURCES,
    *DISCOVERY,
    *STUBS,
    *MENTIONS,
    *DATES,
    *CREDITS,
    *AUTHORITY,
    *CLAIMS,
    *ARCHIVE,
    *QUOTATIONS,
    *CHANGES,
    *LINKED_DATA,
    *PAGES,
)


def archive_flow(settings: Settings) -> Flow:
    """A flow that can make everything up to the views of the pages, without Pelican."""
    flow = Flow({"settings": settings})
    for stage in STAGES:
        flow.add(stage)
    return flow
