"""The contract between the index that Python writes and the client that reads it.

`tests/contract/ranking.json` holds made-up pages, the files that they become, and for each query the
ranking that the oracle gives. People write `pages` and `cases` (label, query, and `first` where a
reader would insist on a page); after a change that is meant, this writes the rest anew:

    python -m tests.search_index.contract

`tests/contract/answers.json` holds other pages, and for each query what a reader may expect of its operators,
filters and mended slips. People write `pages` and `cases` (label, query, the `filters` that are set, and
which pages it `finds`; where it matters also `first`, `unknown`, `corrected`, `apart`, and the hits that are
`unshown`); the program writes the files.

`tests/contract/bits.json` holds code words and sorted strings (`words`: how each is written, its value, and
what else that takes; then `strings`), and the characters that they become.
"""

from __future__ import annotations

import json
from codecs import BOM_UTF16_LE
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from plugins.search_index.bits import Codes, codes_of, gamma_word, in_a_row, lay, packed, rice_word, spelt_out
from plugins.search_index.export import export
from plugins.search_index.page import SearchPage
from tests.search_index.oracle import Oracle

FOLDER = Path(__file__).resolve().parent.parent / "contract"
RANKING = FOLDER / "ranking.json"
ANSWERS = FOLDER / "answers.json"
BITS = FOLDER / "bits.json"

_WRITTEN: dict[str, Callable[..., tuple[int, int]]] = {
    "gamma": gamma_word,
    "rice": rice_word,
    "plain": lambda value, size: (value, size),
}

SMALL_SHARDS = 800
"""Bytes of a shard in the contract: small, so that the client has to choose among several."""


def read(name: str) -> dict[str, Any]:
    """One contract by its file's name."""
    value: dict[str, Any] = json.loads((FOLDER / name).read_text("utf-8"))
    return value


def pages_of(contract: dict[str, Any]) -> tuple[SearchPage, ...]:
    return tuple(_page_of(page) for page in contract["pages"])


def _page_of(written: dict[str, Any]) -> SearchPage:
    lists = ("names", "headings", "facts", "people", "anchors", "sources")
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
    return {
        "about": "Pages, the index that they become, and how queries rank them; see "
        "tests/search_index/contract.py. Read by pytest and by node --test.",
        "pages": contract["pages"],
        "cases": cases,
        "files": files_of(pages),
    }


def answered(contract: dict[str, Any]) -> dict[str, Any]:
    """The contract of the answers with files as they are now."""
    return {
        "about": "Pages, the index that they become, and what queries find in them; see "
        "tests/search_index/contract.py. Read by pytest and by node --test.",
        "pages": contract["pages"],
        "cases": contract["cases"],
        "files": files_of(pages_of(contract)),
    }


def packed_bits(contract: dict[str, Any]) -> dict[str, Any]:
    """The contract of the bits with the characters that they become now."""
    return {
        "about": "Code words and strings, and the characters that carry them; see "
        "tests/search_index/contract.py. Read by pytest and by node --test.",
        "cases": [
            {**{key: case[key] for key in ("label", "words", "strings")}, "data": _data_of(case)}
            for case in contract["cases"]
        ],
    }


def _data_of(case: dict[str, Any]) -> str:
    words = codes_of([_WRITTEN[how](*values) for how, *values in case["words"]])
    strings = spelt_out(case["strings"])
    codes = Codes(np.append(words.value, strings.value), np.append(words.size, strings.size))
    return packed(lay([in_a_row(codes)], int(codes.size.sum())))


def files_of(pages: tuple[SearchPage, ...]) -> dict[str, str]:
    return {path: text_of(content) for path, content in export(pages, shard_bytes=SMALL_SHARDS).items()}


if __name__ == "__main__":
    for path, now in ((RANKING, accepted), (ANSWERS, answered), (BITS, packed_bits)):
        path.write_text(json.dumps(now(read(path.name)), ensure_ascii=False, indent=1) + "\n", "utf-8")
