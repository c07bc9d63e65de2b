"""Records for texts that nobody has recorded: what each text says of itself, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.authority.record import Record, Records
from plugins.authority.schema import FOLDERS
from plugins.markdown_it.front_matter import read_front_matter
from plugins.sources.library import Library


def with_stub_sources(written: Records, originals: Library) -> Records:
    """The records, with one for each text of the libraries where nobody has recorded any source.

    As soon as one source has a record, the others wait for theirs: whoever has begun to record chooses
    what the archive holds. ``invoke import`` writes the very records that stand in here.
    """
    if written.sources or not originals.files:
        return written
    return replace(written, by_id=dict(sorted({**written.by_id, **dict(_stubs(written, originals))}.items())))


def _stubs(written: Records, originals: Library) -> Iterator[tuple[str, Record]]:
    # Where anything is recorded, nobody waits for what reads web pages.
    from plugins.importing.holdings import Holdings
    from plugins.importing.plan import Place, plan_import
    from plugins.importing.saved_files import SavedFile

    files = [SavedFile(file.name, file.read_bytes()) for _, file in sorted(originals.files.items())]
    for entry in plan_import(files, Holdings(written, frozenset(), {}, {}, frozenset())).entries:
        for made in entry.files:
            if made.place is Place.SOURCES:
                page = read_front_matter(made.data.decode("utf-8"), made.name)
                yield (
                    entry.id,
                    Record(
                        entry.id,
                        "sources",
                        FOLDERS["sources"],
                        f"content/sources/{made.name}",
                        page.values,
                        page.body,
                        page.body_line,
                        page.places,
                        is_stub=True,
                    ),
                )
