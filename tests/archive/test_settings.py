"""A maintainer's settings, and the messages when they cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plugins.archive.errors import SettingFault
from plugins.archive.settings import Edition, Settings


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
    with pytest.raises(SettingFault) as fault:
        Settings.from_pelican({"PATH": "content", "KEEP_RESULTS": True, "CACHE_PATH": 7})
    assert str(fault.value) == "CACHE_PATH is 7; it is a folder"


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
        ("LIBRARIES", "library", "LIBRARIES is 'library'; it is a list of folders"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_what_would_do(
    name: str, value: Any, message: str
) -> None:
    with pytest.raises(SettingFault) as fault:
        Settings.from_pelican({"PATH": "content", name: value})
    assert str(fault.value) == message
