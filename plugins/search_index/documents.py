"""What a hit shows of each document, and how these stand in a file together."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from plugins.search_index.analyzer import terms
from plugins.search_index.bits import shared_beginning
from plugins.search_index.excerpts import Passage
from plugins.search_index.page import SearchPage
from plugins.search_index.shard import encode

SLUG = "*"
"""Stands in an address for the title's terms with a dash between two, which most addresses are made of."""

_PASSAGES = 4
"""How many values stand before the passages and their anchors."""


def document_of(page: SearchPage, passages: Sequence[Passage]) -> str:
    """The values of a document in the order of docs/index-format.md, as JSON."""
    address = page.url.replace("-".join(terms(page.title)), SLUG, 1)
    return _told([address, page.title, page.year or "", page.summary, *_excerpts(passages), page.lang])


def with_passages(document: str, passages: Sequence[Passage]) -> str:
    """The same document, of which other passages may be shown."""
    told = json.loads(document)
    told += [""] * (_PASSAGES + 3 - len(told))
    return _told([*told[:_PASSAGES], *_excerpts(passages), *told[_PASSAGES + 2 :]])


def documents_shard(documents: Sequence[str]) -> dict[str, Any]:
    """Documents, and what all their addresses begin and end with told once."""
    entries = [json.loads(document) for document in documents]
    urls = [url for url, *_ in entries]
    before = _shared_by(urls)
    after = _shared_by([url[len(before) :][::-1] for url in urls])[::-1]
    told = [[url[len(before) : len(url) - len(after)], *others] for url, *others in entries]
    return {"before": before, "after": after, "documents": told}


def _excerpts(passages: Sequence[Passage]) -> tuple[Any, Any]:
    anchors = [anchor for anchor, _ in passages]
    return [text for _, text in passages], anchors if any(anchors) else ""


def _told(values: list[Any]) -> str:
    """Without empty values at the end."""
    while not values[-1]:
        values.pop()
    return encode(values)


def _shared_by(urls: list[str]) -> str:
    """What all begin with."""
    return urls[0][: min(shared_beginning(urls[0], url) for url in urls)]
