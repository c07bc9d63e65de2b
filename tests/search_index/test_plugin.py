"""What Pelican gets from the plugin."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plugins.archive.flow import FLOW, Flow
from plugins.archive.settings import Settings
from plugins.incremental.kept import Kept
from plugins.search_index.client import client_files
from plugins.search_index.page import SearchPage
from plugins.search_index.plugin import SearchIndexGenerator
from plugins.search_index.stage import STAGES


def test_the_files_are_written_below_the_output_folder(tmp_path: Path) -> None:
    pages = (SearchPage(url="films/her.html", title="Her", kind="work"),)
    flow = Flow({"search_pages": pages, "settings": Settings(tmp_path), "kept": Kept()})
    for stage in STAGES:
        flow.add(stage)
    settings: dict[str, Any] = {FLOW: flow}
    generator = SearchIndexGenerator.__new__(SearchIndexGenerator)
    generator.settings, generator.output_path = settings, str(tmp_path)
    generator.generate_output(None)
    written = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.js")}
    assert written == flow.value("search_files") | client_files("search")
    assert "search/manifest.js" in written
