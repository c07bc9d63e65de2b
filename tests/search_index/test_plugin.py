"""What Pelican gets from the plugin."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plugins.archive.flow import FLOW, Flow
from plugins.archive.settings import Settings
from plugins.incremental.kept import Kept
from plugins.search_index.client import SCRIPTS, client_files
from plugins.search_index.page import SearchPage
from plugins.search_index.plugin import SearchIndexGenerator
from plugins.search_index.stage import STAGES
from tests.building import ROOT

PLUGIN = ROOT / "plugins" / "search_index"


def _named(module: Path) -> str:
    return module.relative_to(PLUGIN).as_posix()


def test_the_files_are_written_below_the_output_folder(tmp_path: Path) -> None:
    pages = (SearchPage(url="films/her.html", title="Her", kind="work"),)
    flow = Flow({"search_pages": pages, "settings": Settings(tmp_path), "kept": Kept()})
    for stage in STAGES:
        flow.add(stage)
    settings: dict[str, Any] = {FLOW: flow, "PLUGINS": ["plugins.entity_pages"]}
    generator = SearchIndexGenerator.__new__(SearchIndexGenerator)
    generator.settings, generator.output_path = settings, str(tmp_path)
    generator.generate_output(None)
    written = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.js")}
    assert written == flow.value("search_files") | client_files("search")
    assert "search/manifest.js" in written


@pytest.mark.parametrize(
    "module", sorted(PLUGIN.glob("[!_]*.py")) + sorted(PLUGIN.glob("client/*.js")), ids=_named
)
def test_every_module_is_in_the_readme(module: Path) -> None:
    assert f"{module.name}`" in (PLUGIN / "README.md").read_text("utf-8")


def test_every_script_of_the_client_is_in_one_file_of_the_site() -> None:
    """But for the one that only tests load."""
    loaded = [module for modules in SCRIPTS.values() for module in modules]
    written = {path.stem for path in PLUGIN.glob("client/*.js")}
    assert sorted(loaded) == sorted(written - {"whoosh"})
