"""``invoke check``: every fault in the content, also those with which a site can be built."""

from __future__ import annotations

from contextlib import suppress

from invoke.exceptions import Exit

from commands.configured import settings_of
from commands.formats import FORMATS, as_typed, print_lines, refuse_unknown
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
        FORMATS[format_](as_typed(faults.problems, content))
        if format_ == "text" and (unread := flow.value("written").unread):
            print_lines([_of_unread(len(unread))])
        raise Exit(code=1) from None
    flow.value("kept").forget()
    if format_ == "json":
        FORMATS[format_](())
    elif format_ == "text":
        print_lines([f"No faults: {len(archive.entities)} records, {len(archive.claims)} claims."])


def _of_unread(number: int) -> str:
    """What a reader has to know of faults that are not told yet."""
    files = "1 file could not be read: it" if number == 1 else f"{number} files could not be read: they"
    return f"{files} may have more faults, which are told when those above are mended."
