"""The stage of the search index: which values it takes, and which it gives.

What makes the index is imported when it is made: until then pages need the memory (numpy takes 12 MB).
"""

from __future__ import annotations

from pathlib import Path

from plugins.archive.flow import Stage
from plugins.archive.settings import Settings
from plugins.incremental.kept import Kept
from plugins.search_index.page import SearchPage

STATE = "search_state"
"""The flow's name for the folder in which an export leaves what edits need; None where nothing is left."""


def _nowhere(_: Settings) -> None:
    return None


def _files(
    pages: tuple[SearchPage, ...], settings: Settings, kept: Kept, state: Path | None
) -> dict[str, bytes]:
    from plugins.search_index.export import export

    return export(pages, kept, settings.language, state=state)


STAGES = (
    Stage("search_index: state", takes=("settings",), gives=STATE, make=_nowhere),
    Stage(
        "search_index", takes=("search_pages", "settings", "kept", STATE), gives="search_files", make=_files
    ),
)
