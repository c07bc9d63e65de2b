"""``invoke rights``: whether a built site shows more of a text than its rights allow."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from invoke.exceptions import Exit

from commands.configured import settings_of
from commands.formats import FORMATS, refuse_unknown
from commands.places import OUTPUT, home_of
from plugins.archive.errors import ContentFaults
from plugins.leaks.report import as_data, summary
from plugins.leaks.scan import leaks_in
from plugins.stages import archive_flow


def rights(output: str, library: list[str] | None, content: str, edition: str, format_: str) -> None:
    """Compare every byte of a built site with the originals."""
    refuse_unknown("format", format_, FORMATS)
    settings = settings_of(library, content, edition)
    folder = Path(output or home_of(content) / OUTPUT[settings.edition.value])
    if not folder.is_dir():
        raise Exit(f"{folder} is no folder; `invoke build` makes the site", 2)
    flow = archive_flow(settings)
    try:
        documents = flow.sound_value("documents").by_id
        flow.sound_value("changed_originals")
        records, entities = flow.value("records"), flow.sound_value("entities")
    except ContentFaults as faults:
        FORMATS[format_](faults.problems)
        raise Exit(code=1) from None
    report = leaks_in(
        folder,
        documents.values(),
        flow.value("settings"),
        names=[
            *(name for one in entities for name in (one.name, *one.variants)),
            *(name for one in records.sources for key in ("author", "outlet") if (name := one.text(key))),
        ],
        # A page prints a source's kind above its name, as magazines do above a headline.
        titles={
            one.id: (one.name, one.text("title") or "", f"{one.text('kind')} {one.name}")
            for one in records.sources
        },
        absent=[one.id for one in records.sources if one.id not in documents],
        told=_tell_size if sys.stderr.isatty() else None,
    )
    if format_ == "json":
        print(json.dumps(as_data(report), ensure_ascii=False, indent=1))
    else:
        FORMATS[format_](report.problems)
    if format_ == "text":
        print("\n".join(summary(report)))
    if report.problems:
        raise Exit(code=1)


def _tell_size(size: int) -> None:
    """How far a search is, in the last line of a terminal."""
    print(f"\r{size / 1e6:.0f} MB searched ", end="", file=sys.stderr, flush=True)
