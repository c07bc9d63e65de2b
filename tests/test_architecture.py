"""The shape of the program, kept: who imports whom, who reads the clock, and what a plugin looks like."""

from __future__ import annotations

import ast
import runpy
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.building import ROOT

PLUGINS = ROOT / "plugins"

FLOW = (
    "archive",
    "incremental",
    "markdown_it",
    "quotations",
    "lexicon",
    "credits.vocabulary",
    "credits.slots",
    "credits.jobs",
    "authority.choices",
    "authority.schema",
    "authority.record",
    "authority.nearest",
    "authority.nearest_pointer",
    "authority.language_tags",
    "authority.words_for_keys",
    "authority.day_and_place",
    "authority.other_kind",
    "authority.meant_entries",
    "authority.written_out",
    "authority.spot",
    "authority.cites",
    "authority.life",
    "authority.unknown_key",
    "authority.key_for_value",
    "authority.misplaced_credits",
    "authority.misplaced_in_entries",
    "authority.misplaced",
    "authority.id_faults",
    "authority.names_as_written",
    "authority.texts_as_they_stand",
    "authority.roles",
    "authority.text_advice",
    "authority.as_list",
    "authority.checks",
    "authority.content_files",
    "authority.former_ids",
    "authority.kept_pages",
    "authority.entries",
    "authority.doubled_ids",
    "authority.records",
    "authority.names",
    "authority.wiki_links",
    "authority.page_addresses",
    "sources.decoding",
    "web_pages",
    "errata",
    "sources",
    "mentions",
    "dates",
    "authority",
    "importing.detected",
    "importing.film_credits",
    "credits",
    "claims",
    "quotations.all_quotations",
    "quotations.stage",
    "quotations.plugin",
    "quotations.__init__",
    "importing",
    "discovery",
    "stubs",
    "changes",
    "linked_data",
    "search_index.page",
    "search_index.analyzer",
    "open_data",
    "entity_pages",
    "feed",
    "previews",
    "citing",
    "redirects",
    "sitemap",
    "social_cards",
    "search_index",
    "suggestions",
    "renaming",
    "drafting",
    "leaks",
)
"""Plugins in the order in which data flows; an import may only point back along it.

Some modules stand before the rest of their plugin: every stage needs the records, which `authority` reads
before it links; the lines of a credit block are cut for credits as for whoever imports a text; what a
quotation is, whoever looks for names asks too; the pages of the search are a value that `search_index` takes
and others give; and of a text that may not be shown these pages have the terms alone.
"""

HOST = frozenset({"pelican", "blinker", "jinja2"})
"""What only a plugin.py may import: the program that calls us is no business of the pure modules."""

CLOCKS = frozenset({"time", "today", "now", "utcnow", "localtime", "gmtime", "monotonic", "time_ns"})
"""Names that read the clock, as an attribute of the modules time and datetime."""

VAGUE = frozenset({"common", "engine", "handler", "helpers", "manager", "misc", "processor", "utils"})
"""Names that say nothing of what a module holds."""

LONGEST_MODULE = 400
"""Lines after which a module has a second subject; the models that we follow stay below 250."""


def modules() -> list[Path]:
    return sorted(PLUGINS.rglob("*.py"))


def plugin_folders() -> list[Path]:
    return sorted(folder for folder in PLUGINS.iterdir() if any(folder.glob("*.py")))


def connected_folders() -> list[Path]:
    """The plugins that Pelican calls."""
    return [folder for folder in plugin_folders() if (folder / "plugin.py").is_file()]


def plugin_of(module: Path) -> str:
    """The plugin's name, or nothing for what stands beside the plugins."""
    inside = module.relative_to(PLUGINS).parts
    return inside[0] if len(inside) > 1 else ""


def place_of(name: tuple[str, ...]) -> int:
    """Where a module, or a name in it, stands in the flow."""
    whole = ".".join(name[:2])
    return FLOW.index(whole if whole in FLOW else name[0])


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"), str(module))


def imports_of(module: Path) -> Iterator[str]:
    """The full names that a module imports, those inside functions included."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def named(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


each_module = pytest.mark.parametrize("module", modules(), ids=named)
each_plugin = pytest.mark.parametrize("folder", plugin_folders(), ids=lambda folder: folder.name)


def test_every_plugin_has_its_place_in_the_flow() -> None:
    """Whoever adds a plugin says here after which others it comes."""
    assert {folder.name for folder in plugin_folders()} <= set(FLOW)


@each_module
def test_only_plugin_py_imports_pelican(module: Path) -> None:
    """So that every stage runs in a bare Python session, and a test needs no site."""
    if module.name != "plugin.py":
        assert {name for name in imports_of(module) if name.split(".")[0] in HOST} == set()


@each_module
def test_imports_point_back_along_the_flow(module: Path) -> None:
    """A stage knows the values of the stages before it, never who comes after."""
    if plugin_of(module):
        here = place_of(module.relative_to(PLUGINS).with_suffix("").parts)
        ours = {name for name in imports_of(module) if name.startswith("plugins.")}
        assert {name for name in ours if place_of(tuple(name.split(".")[1:])) > here} == set()


@each_module
def test_no_pure_module_reads_the_clock(module: Path) -> None:
    """Same input, same bytes: a module that knows what day it is cannot promise that."""
    if module.name == "plugin.py":
        return
    read = [
        f"{named(module)}:{node.lineno} {ast.unparse(node)}"
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCKS
        and ast.unparse(node.value) in {"time", "datetime", "date", "datetime.datetime", "datetime.date"}
    ]
    assert read == []
    assert {
        name for name in imports_of(module) if name.startswith(("time.", "random", "secrets", "uuid"))
    } == set()


@each_module
def test_a_module_begins_with_what_it_holds(module: Path) -> None:
    """One sentence at least, before the first import."""
    assert ast.get_docstring(tree_of(module))


@each_module
def test_a_module_is_named_by_what_it_holds_and_has_one_subject(module: Path) -> None:
    assert module.stem not in VAGUE
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST_MODULE


@each_plugin
def test_every_plugin_looks_alike(folder: Path) -> None:
    """What it adds, its page and, where it has stages, its only door to Pelican."""
    parts = ["__init__.py", "README.md"]
    if (folder / "stage.py").is_file():
        parts.append("plugin.py")
    assert [name for name in parts if not (folder / name).is_file()] == []


@pytest.mark.parametrize("folder", connected_folders(), ids=lambda folder: folder.name)
def test_a_plugin_registers_without_importing_pelican_first(folder: Path) -> None:
    """`import plugins.dates` costs nothing: `register` imports its `plugin` when Pelican calls it."""
    package = tree_of(folder / "__init__.py")
    register = [node for node in package.body if getattr(node, "name", "") == "register"]
    lazily = [node for one in register for node in ast.walk(one) if isinstance(node, ast.ImportFrom)]
    assert f"plugins.{folder.name}.plugin" in {node.module for node in lazily}
    at_once = [node for node in package.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(node) for node in at_once if "plugin" in ast.unparse(node).split(".")[-1]] == []


@each_plugin
def test_every_plugins_page_has_an_example_that_the_tests_run(folder: Path) -> None:
    assert ">>> " in (folder / "README.md").read_text("utf-8")


def test_the_publishing_settings_are_the_archives_with_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host's own address comes from the environment, so that a fork edits nothing."""
    monkeypatch.setenv("INTERTITLE_SITEURL", "https://archive.example")
    settings = runpy.run_path(str(ROOT / "publishconf.py"))
    assert settings["SITEURL"] == "https://archive.example"
    assert settings["FILM"] == "her"


def test_pelican_loads_every_plugin_once_by_its_dotted_name() -> None:
    """With a plugin path in their stead, plugins could not import each other."""
    import pelicanconf

    assert sorted(pelicanconf.PLUGINS) == [f"plugins.{folder.name}" for folder in connected_folders()]
    assert not getattr(pelicanconf, "PLUGIN_PATHS", [])
