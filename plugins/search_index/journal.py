"""Pages that were edited since the last whole export: an edit is always made upon what that export left."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from plugins.search_index.page import SearchPage
from plugins.search_index.state import HALF, Unusable, remove_left

NAME = "search-edits"

FORM = "intertitle search edits 1"


@dataclass(frozen=True, slots=True)
class Journal:
    """``base`` names what the whole export left, ``build`` the files after the last edit."""

    base: str
    build: str
    pages: Sequence[SearchPage] = ()


def read_journal(folder: Path, base: str, build: str) -> Journal:
    """The edits since an export; none if there were none.

    Raises:
        Unusable: they cannot be read.
    """
    try:
        data = (folder / NAME).read_bytes()
    except FileNotFoundError:
        return Journal(base, build)
    except OSError as fault:
        raise Unusable("the edits cannot be read") from fault
    first, _, body = data.partition(b"\n")
    if first != _first_line(body):
        raise Unusable("the edits are damaged")
    told = json.loads(body)
    if told["base"] != base:
        # Edits of an export before that one.
        return Journal(base, build)
    return Journal(base, told["build"], [_page(one) for one in told["pages"]])


def write_journal(folder: Path, journal: Journal) -> None:
    """Keep the edits, whole or not at all.

    Raises:
        Unusable: they cannot be kept.
    """
    told = {"base": journal.base, "build": journal.build, "pages": [asdict(page) for page in journal.pages]}
    body = json.dumps(told, separators=(",", ":")).encode()
    try:
        remove_left(folder)
        handle, beside = tempfile.mkstemp(prefix=HALF, dir=folder)
        with os.fdopen(handle, "wb") as new:
            new.write(_first_line(body) + b"\n" + body)
        Path(beside).replace(folder / NAME)
    except OSError as fault:
        raise Unusable("the edits cannot be kept") from fault


def merged(earlier: Iterable[SearchPage], later: Iterable[SearchPage]) -> list[SearchPage]:
    """All pages that were edited, each as it is now."""
    return list(({page.url: page for page in earlier} | {page.url: page for page in later}).values())


def _first_line(body: bytes) -> bytes:
    return f"{FORM} {hashlib.sha256(body).hexdigest()}".encode()


def _page(told: dict[str, Any]) -> SearchPage:
    lists: dict[str, Any] = {key: tuple(one) if isinstance(one, list) else one for key, one in told.items()}
    return SearchPage(**lists)
