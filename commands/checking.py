"""``invoke check``: every fault in the content."""

from __future__ import annotations

from invoke.exceptions import Exit

from commands.configured import settings_of
from commands.formats import FORMATS, refuse_unknown
from plugins.archive.errors import ContentFaults
from plugins.stages import archive_flow


def check(library: list[str] | None, content: str, format_: str) -> None:
    """Tell every fault, without building."""
    refuse_unknown("format", format_, FORMATS)
    flow = archive_flow(settings_of(library, content))
    try:
        flow.sound_value("pages")
        archive = flow.value("archive")
    except ContentFaults as faults:
        FORMATS[format_](faults.problems)
        raise Exit(code=1) from None
    flow.value("kept").forget()
    if format_ == "json":
        FORMATS[format_](())
    elif format_ == "text":
        print(f"No faults: {len(archive.entities)} records, {len(archive.claims)} claims.")
