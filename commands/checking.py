"""``invoke check``: every fault in the content, also those with which a site can be built."""

from __future__ import annotations

from invoke.exceptions import Exit

from commands.configured import settings_of
from commands.formats import FORMATS, refuse_unknown
from plugins.archive.errors import ContentFaults
from plugins.archive.flow import Flow
from plugins.stages import archive_flow

CHECKED = ("wiki_links", "dates", "prose", "doubles", "settlements", "changed_originals", "claims", "pages")
"""The values whose making finds every fault, each by itself, so that none stumbles before another is made."""


def check(library: list[str] | None, content: str, format_: str) -> None:
    """Tell every fault, without building."""
    refuse_unknown("format", format_, FORMATS)
    flow = archive_flow(settings_of(library, content))
    try:
        for name in CHECKED:
            _make(flow, name)
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


def _make(flow: Flow, name: str) -> None:
    """Make a value for the faults that are found on the way, so that those of all values are told at once.

    Raises:
        ContentFaults: with every fault so far, where a value stumbled over one of them.
    """
    try:
        flow.sound_value(name)
    except ContentFaults:
        if name == CHECKED[-1]:
            raise
