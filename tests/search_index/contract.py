"""The contract between the index that Python writes and the client that reads it.

`tests/contract/ranking.json` holds made-up pages, the files that they become, and for each query the
ranking that the oracle gives. People write `pages` and `cases` (label, query, and `first` where a
reader would insist on a page); after a change that is meant, this writes the rest anew:

    python -m tests.search_index.contract
"""

from __future__ import annotations

import json
from codecs import BOM_UTF16_LE
from pathlib import Path
from typing import Any

from plugins.search_index.export import export
from plugins.search_index.page import SearchPage
from tests.search_index.oracle import Oracle

FOLDER = Path(__file__).resolve().parent.parent / "contract"
RANKING = FOLDER / "ranking.json"

SMALL_SHARDS = 800
"""Bytes of a shard in the contract: small, so that the client has to choose among several."""


def read(name: str) -> dict[str, Any]:
    """One contract by its file's name."""
    value: dict[str, Any] = json.loads((FOLDER / name).read_text("utf-8"))
    return value


def pages_of(contract: dict[str, Any]) -> tuple[SearchPage, ...]:
    return tuple(_page_of(page) for page in contract["pages"])


def _page_of(written: dict[str, Any]) -> SearchPage:
    lists = ("names", "headings", "people")
    values: dict[str, Any] = {key: tuple(one) if key in lists else one for key, one in written.items()}
    return SearchPage(**values)


def text_of(content: bytes) -> str:
    """What a file says, in whichever of its two encodings it is written."""
    return content.decode("utf-16" if content.startswith(BOM_UTF16_LE) else "utf-8")


def accepted(contract: dict[str, Any]) -> dict[str, Any]:
    """The contract with files and rankings as they are now."""
    pages = pages_of(contract)
    oracle = Oracle(pages)
    cases = [
        {
            **{key: case[key] for key in ("label", "query", "first")},
            "ranked": [[hit.url, hit.signal, hit.score] for hit in oracle.ranked(case["query"])],
        }
        for case in contract["cases"]
    ]
    files = {path: text_of(content) for path, content in export(pages, shard_bytes=SMALL_SHARDS).items()}
    return {
        "about": "Pages, the index that they become, and how queries rank them; see "
        "tests/search_index/contract.py. Read by pytest and by node --test.",
        "pages": contract["pages"],
        "cases": cases,
        "files": files,
    }


if __name__ == "__main__":
    RANKING.write_text(
        json.dumps(accepted(read("ranking.json")), ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
