"""A maintainer's settings, and the messages when they cannot be used."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.errors import WrongSettings
from plugins.archive.setting_rules import RULES, wrong_settings
from plugins.archive.settings import Edition, Settings
from tests.building import ROOT


def test_only_the_content_folder_must_be_named() -> None:
    made = Settings.from_pelican({"PATH": "content"})
    assert made == Settings(Path("content"), (), Edition.PUBLIC, "", 25, 0.15)


@pytest.mark.parametrize(
    ("configured", "cache"),
    [
        ({}, None),
        ({"CACHE_PATH": "cache"}, None),  # Pelican sets it for a cache of its own
        ({"CACHE_PATH": "cache", "KEEP_RESULTS": False}, None),
        ({"CACHE_PATH": "", "KEEP_RESULTS": True}, None),
        ({"CACHE_PATH": "cache", "KEEP_RESULTS": True}, Path("cache")),
    ],
)
def test_results_are_kept_where_somebody_says_so(configured: dict[str, Any], cache: Path | None) -> None:
    assert Settings.from_pelican({"PATH": "content", **configured}).cache == cache


@pytest.mark.parametrize(
    ("configured", "data"),
    [
        ({}, True),
        ({"PLUGINS": None}, True),  # Pelican takes all that it finds
        ({"PLUGINS": ["plugins.citing", "plugins.open_data"]}, True),
        ({"PLUGINS": ["plugins.citing"]}, False),
    ],
)
def test_there_are_data_where_there_is_a_plugin_for_them(configured: dict[str, Any], data: bool) -> None:
    assert Settings.from_pelican({"PATH": "content", **configured}).data is data


def test_a_place_for_results_that_is_no_folder_is_refused() -> None:
    with pytest.raises(WrongSettings) as fault:
        Settings.from_pelican({"PATH": "content", "KEEP_RESULTS": True, "CACHE_PATH": 7})
    assert str(fault.value) == "CACHE_PATH is 7; it is a folder, or empty"


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("EDITION", "secret", "EDITION is 'secret'; it is 'public' or 'private'"),
        ("EXCERPT_WORDS", "many", "EXCERPT_WORDS is 'many'; it is a count of words"),
        ("EXCERPT_WORDS", -1, "EXCERPT_WORDS is -1; it is a count of words"),
        ("EXCERPT_WORDS", None, "EXCERPT_WORDS is None; it is a count of words"),
        ("EXCERPT_SHARE", 15, "EXCERPT_SHARE is 15; it is a number from 0 to 1"),
        ("EXCERPT_SHARE", "15%", "EXCERPT_SHARE is '15%'; it is a number from 0 to 1"),
        ("EXCERPT_SHARE", float("nan"), "EXCERPT_SHARE is nan; it is a number from 0 to 1"),
        ("EXCERPT_WORDS", True, "EXCERPT_WORDS is True; it is a count of words"),
        ("LIBRARIES", "library", "LIBRARIES is 'library'; it is a list of folders"),
        ("LIBRARIES", [7], "LIBRARIES is [7]; it is a list of folders"),
        ("STUBS", "no", "STUBS is 'no'; it is True or False"),
        ("SITENAME", "", "SITENAME is ''; it is the name of the site"),
        (
            "SITEURL",
            "film.example",
            "SITEURL is 'film.example'; it is the address of the site, https://your.host/archive, or empty",
        ),
        ("PLUGINS", "plugins.claims", "PLUGINS is 'plugins.claims'; it is a list of plugins"),
        ("DEFAULT_LANG", "en_US", "DEFAULT_LANG is 'en_US'; it is a tag of a language: 'en', 'pt-BR'"),
        (
            "ARCHIVE_NAV",
            [("Sources", "sources.html"), ("The film",)],
            "ARCHIVE_NAV is [('Sources', 'sources.html'), ('The film',)]; it is a list of pairs, "
            'each a label and an address: ("Sources", "sources.html")',
        ),
        (
            "DATA_LICENCE",
            ("CC0", "javascript:alert(1)"),
            "DATA_LICENCE is ('CC0', 'javascript:alert(1)'); "
            "it is a licence and the https:// address of its text, or empty",
        ),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_what_would_do(
    name: str, value: Any, message: str
) -> None:
    assert wrong_settings({name: value}) == {name: message}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEFAULT_LANG", "pt-BR"),
        ("DATA_LICENCE", ("CC0", "https://example.org/cc0")),
        ("DATA_LICENCE", ()),
        ("ARCHIVE_FOOTER", []),
        ("LIBRARIES", (Path("library"),)),
        ("EXCERPT_SHARE", 1),
        ("THEME", 7),  # Pelican's own
    ],
)
def test_a_setting_that_can_be_used_is_let_be(name: str, value: Any) -> None:
    assert wrong_settings({name: value}) == {}


def test_all_settings_that_cannot_be_used_are_told_at_once() -> None:
    with pytest.raises(WrongSettings) as fault:
        Settings.from_pelican({"PATH": "content", "STUBS": 0, "FILM": None})
    assert str(fault.value) == (
        "FILM is None; it is the id of a film in quotation marks, or empty\nSTUBS is 0; it is True or False"
    )


def test_each_setting_of_the_archive_has_a_rule() -> None:
    """Those above the line *Pelican* in the project's settings, and what the site is called."""
    own, _, _ = (ROOT / "pelicanconf.py").read_text("utf-8").partition("\n# Pelican.\n")
    named = re.findall(r"^([A-Z_]+) = ", own, re.MULTILINE)
    assert {*named, "DEFAULT_LANG", "PLUGINS"} == {rule.name for rule in RULES}
