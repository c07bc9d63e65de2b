"""Links of a page's text that lead to a place of the site by its address, and what to write for lost ones.

Records are linked by their ids, whatever folder a page lies in. An address that leads to a page may stand;
one that leads to none is dead on the site, however it looks in an editor.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import join, normpath
from urllib.parse import unquote

from plugins.authority.nearest import bare, closest, record_named, to_make
from plugins.authority.record import Record
from plugins.authority.schema import FOLDERS

PAGES_OF_THE_SITE = frozenset(
    f"{name}.html"
    for name in (
        *("404", "a-z", "changes", "characters", "credits", "data", "disagreements", "index", "people"),
        *("reviews", "search", "sources", "timeline", "words", "works"),
    )
)
"""The pages that gather what records say. Which of them an archive has, only its build knows."""

_ENDING = re.compile(r"\.[a-z0-9]{1,5}\Z", re.IGNORECASE)
_OF_A_PAGE = re.compile(r"\.html?\Z", re.IGNORECASE)
_HOST = re.compile(
    r"(?://)?(?P<host>(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:com|org|net|edu|gov|info|io|tv|eu|uk|de|fr))"
    r"(?:[/?#]\S*)?)",
    re.IGNORECASE,
)
"""An address of the web without what a browser sets before it."""

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def lost(address: str, label: str, record: Record, by_id: Mapping[str, Record]) -> str:
    """What is wrong with a link of a record's text, and what to write; empty where it leads somewhere."""
    if _MAIL.fullmatch(address):
        return f"{address} needs mailto: before it; write [{label}](mailto:{address})"
    if found := _HOST.fullmatch(address):
        return f"{address} lacks its beginning; write [{label}](https://{found['host']})"
    path, _, part = address.partition("#")
    path = unquote(path.partition("?")[0])
    if not path or _leads(path, record, by_id):
        return ""
    name = _OF_A_PAGE.sub("", path.rstrip("/")).rpartition("/")[2]
    named = record_named(name, by_id.values())
    if " " in address and named is None:
        # Markdown makes no link of it, and the page shows it as it stands.
        return ""
    lead = f"there is no page {address}"
    if path.startswith("/"):
        lead = f"{address} leads out of a site that lies in a folder"
    behind = f"{'#' if part else ''}{part}|{label}]]"
    if named is not None:
        return f"{lead}; write [[{named.id}{behind}"
    up = "../" if record.kind.url else ""
    if f"{name}.html" in PAGES_OF_THE_SITE:
        return f"{lead}; write [{label}]({up}{name}.html)"
    if close := closest(bare(name), by_id, 0.7) or getattr(record_named(label, by_id.values()), "id", ""):
        return f"{lead}; did you mean [[{close}{behind}?"
    web = "of a page of the web write the whole address, https:// and all"
    return f"{lead}; {web}; else {to_make(label)}, or write {label} without brackets"


def _leads(path: str, record: Record, by_id: Mapping[str, Record]) -> bool:
    """Whether a path leads to a page, or to a file of which only a build knows whether it is there."""
    if _ENDING.search(path) and not _OF_A_PAGE.search(path):
        return True
    if path.startswith("/") or not path.endswith(".html"):
        return False
    *folders, file = normpath(join(record.kind.url or "", path)).split("/")
    stem = file.removesuffix(".html")
    if not folders:
        return file in PAGES_OF_THE_SITE or _is_page(stem, "", by_id)
    if folders[0] in {one.url for one in FOLDERS.values()}:
        # What lies below the page of a record is a further page of it.
        return _is_page([*folders[1:], stem][0], folders[0], by_id)
    return folders[0] != ".."


def _is_page(record_id: str, url: str, by_id: Mapping[str, Record]) -> bool:
    there = by_id.get(record_id)
    return there is not None and there.kind.url == url
