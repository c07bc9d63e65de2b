"""What each setting of an archive may be, and which of some settings are something else."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
"""The form of a tag (RFC 5646, 2.1), whatever language it may stand for."""

_EDITIONS = ("public", "private")


@dataclass(frozen=True, slots=True)
class SettingRule:
    """What a setting is: whether a value ``holds``, and in words what was expected."""

    name: str
    holds: Callable[[Any], bool]
    expected: str


def _is_language(value: Any) -> bool:
    return isinstance(value, str) and bool(_LANGUAGE.fullmatch(value))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_truth(value: Any) -> bool:
    return isinstance(value, bool)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_share(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _is_path(value: Any) -> bool:
    return isinstance(value, str | Path)


def _are_folders(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(map(_is_path, value))


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and (not value or value.startswith(("https://", "http://", "/")))


def _are_plugins(value: Any) -> bool:
    return value is None or isinstance(value, list | tuple)


def _is_menu(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(
        isinstance(one, list | tuple) and len(one) == 2 and all(map(_is_name, one)) for one in value
    )


def _is_licence(value: Any) -> bool:
    return not value or (
        _is_menu([value]) and value[1].startswith(("https://", "http://")) and value[1].isprintable()
    )


_TRUTH = "True or False"
_MENU = 'a list of pairs, each a label and an address: ("Sources", "sources.html")'

RULES = (
    SettingRule("SITENAME", _is_name, "the name of the site"),
    SettingRule("SITESUBTITLE", _is_text, "a text, or empty"),
    SettingRule("SITEURL", _is_address, "the address of the site, https://your.host/archive, or empty"),
    SettingRule("DEFAULT_LANG", _is_language, "a tag of a language: 'en', 'pt-BR'"),
    SettingRule("FILM", _is_text, "the id of a film in quotation marks, or empty"),
    SettingRule("EDITION", lambda value: value in _EDITIONS, "'public' or 'private'"),
    SettingRule("LIBRARIES", _are_folders, "a list of folders"),
    SettingRule("EXCERPT_WORDS", _is_count, "a count of words"),
    SettingRule("EXCERPT_SHARE", _is_share, "a number from 0 to 1"),
    SettingRule("STUBS", _is_truth, _TRUTH),
    SettingRule("SEARCH", _is_truth, _TRUTH),
    SettingRule("SOCIAL_CARDS", _is_truth, _TRUTH),
    SettingRule("PALETTE", _is_path, "a stylesheet (.css) in the archive's folder, or empty"),
    SettingRule("DATA_LICENCE", _is_licence, "a licence and the https:// address of its text, or empty"),
    SettingRule("KEEP_RESULTS", _is_truth, _TRUTH),
    SettingRule("CACHE_PATH", _is_path, "a folder, or empty"),
    SettingRule("ARCHIVE_NAV", _is_menu, _MENU),
    SettingRule("ARCHIVE_FOOTER", _is_menu, _MENU),
    SettingRule("PLUGINS", _are_plugins, "a list of plugins"),
)
"""In the order in which ``pelicanconf.py`` has them, and whoever reads faults goes through them."""


def wrong_settings(settings: Mapping[str, Any]) -> dict[str, str]:
    """By name what is said of each setting that cannot be used: what it is, and what was expected.

    In the order of ``RULES``. A setting that is not there has no fault, and of one without a rule nothing is
    known: Pelican and its plugins have hundreds.

    >>> wrong_settings({"EXCERPT_WORDS": "many", "SEARCH": True, "THEME": 7})
    {'EXCERPT_WORDS': "EXCERPT_WORDS is 'many'; it is a count of words"}
    """
    return {
        rule.name: f"{rule.name} is {reprlib.repr(settings[rule.name])}; it is {rule.expected}"
        for rule in RULES
        if rule.name in settings and not rule.holds(settings[rule.name])
    }
