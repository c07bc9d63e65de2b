"""The stage of the search index: which values it takes, and which it gives."""

from __future__ import annotations

from plugins.archive.flow import Stage
from plugins.archive.settings import Settings
from plugins.incremental.kept import Kept
from plugins.search_index.export import export
from plugins.search_index.page import SearchPage


def _files(pages: tuple[SearchPage, ...], settings: Settings, kept: Kept) -> dict[str, bytes]:
    return export(pages, kept, settings.language)


STAGES = (
    Stage("search_index", takes=("search_pages", "settings", "kept"), gives="search_files", make=_files),
)
