"""Which plugin gives which value, so that one that is missing can be named."""

from __future__ import annotations

from collections.abc import Collection, Iterable

GIVERS = {
    "archive": "archive",
    "build": "incremental",
    "change_log": "changes",
    "changed_originals": "claims",
    "citing_files": "citing",
    "claims": "claims",
    "credit_lines": "credits",
    "data_files": "open_data",
    "date_expressions": "dates",
    "dated_passages": "claims",
    "dates": "dates",
    "discovered": "discovery",
    "documents": "sources",
    "doubles": "authority",
    "entities": "authority",
    "headwords": "entity_pages",
    "kept": "incremental",
    "linked_data": "linked_data",
    "links": "authority",
    "mentions": "mentions",
    "names": "authority",
    "originals": "sources",
    "pages": "entity_pages",
    "preview_files": "previews",
    "prose": "authority",
    "quotations": "quotations",
    "recorded": "stubs",
    "records": "stubs",
    "search_files": "search_index",
    "search_pages": "entity_pages",
    "search_state": "search_index",
    "settlements": "claims",
    "site": "entity_pages",
    "stub_names": "stubs",
    "told_words": "entity_pages",
    "wiki_links": "authority",
    "written": "authority",
}
"""The folder of the plugin by the name of the value. A test compares this with the stages' own tables."""


def absent(plugin: str, values: Iterable[str], loaded: Collection[str]) -> list[str]:
    """The plugins whose values ``plugin`` needs and that are not among ``loaded``, in the order of names.

    ``settings`` are given by the build itself.
    """
    there = {name.rpartition(".")[2] for name in loaded} | {plugin}
    return sorted({GIVERS[value] for value in values if value in GIVERS} - there)


def told_absent(plugin: str, missing: Iterable[str]) -> str:
    """The line that a maintainer reads who asked for a plugin without what it needs."""
    named = " and ".join(f"plugins.{one}" for one in missing)
    return (
        f"plugins.{plugin} needs {named}: add them to PLUGINS, or take plugins.{plugin} out "
        "(the archive's pelicanconf.py lists plugins that fit together)"
    )
