"""``invoke check``: every fault in the content, also those with which a site can be built."""

from __future__ import annotations

from contextlib import suppress

from invoke.exceptions import Exit

from commands.configured import settings_of
from commands.formats import FORMATS, refuse_unknown
from plugins.archive.errors import ContentFaults
from plugins.stages import archive_flow

CHECKED = (
    *("wiki_links", "dates", "prose", "doubles", "settlements", "changed_originals", "links", "claims"),
    *("site", "change_log"),
)
"""The values whose making finds every fault, each by itself: one that stumbles keeps no other from it.

Pages are made from the site without finding more, and so they are not made here.
"""


def check(library: list[str] | None, content: str, format_: str) -> None:
    """Tell every fault, without building."""
    refuse_unknown("format", format_, FORMATS)
    flow = archive_flow(settings_of(library, content))
    try:
        for name in CHECKED:
            with suppress(ContentFaults):
                flow.sound_value(name)
        flow.refuse_faults()
        archive = flow.value("archive")
    except ContentFaults as faults:
        FORMATS[format_](faults.problems)
        raise Exit(code=1) from None
    flow.value("kept").forget()
    if format_ == "json":
        FORMATS[format_](())
    elif format_ == "text":
        print(f"No faults: {len(archive.entities)} records, {len(archive.claims)} claims.")
