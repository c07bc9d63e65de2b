"""The stage of the search index: which value it takes, and which it gives."""

from __future__ import annotations

from plugins.archive.flow import Stage
from plugins.search_index.export import export

STAGES = (Stage("search_index", takes=("search_pages",), gives="search_files", make=export),)
