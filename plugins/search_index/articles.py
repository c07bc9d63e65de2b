"""Pelican's own articles and pages as pages of the search, for sites that are no archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from plugins.archive.source import Role
from plugins.search_index.page import SearchPage

if TYPE_CHECKING:
    from plugins.web_pages.page import WebPage

ARTICLE, PAGE = "article", "static-page"
"""The kinds that readers may choose between."""


def found_among(articles: Iterable[Any], pages: Iterable[Any], language: str) -> tuple[SearchPage, ...]:
    """All that a site publishes, with its translations; what is not written to a file is left out.

    ``articles`` and ``pages`` are those of Pelican's context, so drafts and hidden ones are not among them.
    """
    kinds = chain(((one, ARTICLE) for one in articles), ((one, PAGE) for one in pages))
    written = ((one, kind) for first, kind in kinds for one in (first, *first.translations) if one.save_as)
    return tuple({one.save_as: _search_page(one, kind, language) for one, kind in written}.values())


def _search_page(content: Any, kind: str, language: str) -> SearchPage:
    # An archive has no articles, and to import what reads HTML takes longer than most of its stages.
    from plugins.web_pages.page import read_web_page

    shown = read_web_page(f"<article>{content.content}</article>".encode())
    named = [*getattr(content, "tags", ()), *([content.category] if kind == ARTICLE else [])]
    date = getattr(content, "date", None)
    return SearchPage(
        url=str(content.url).lstrip("/") or content.save_as,
        title=_plain(content.title),
        kind=kind,
        headings=(*_headings(shown), *map(str, named)),
        body="\n\n".join(" ".join(block.span.of(shown.text).split()) for block in shown.blocks),
        people=tuple(str(one) for one in getattr(content, "authors", ())),
        year=str(date.year) if date else None,
        summary=_plain(content.metadata.get("summary") or ""),
        lang="" if content.lang == language else content.lang,
    )


def _headings(shown: WebPage) -> Iterator[str]:
    return (block.span.of(shown.text) for block in shown.blocks if block.role is Role.HEADING)


def _plain(written: Any) -> str:
    """A title or a summary, which Pelican may hold as HTML, without its markup."""
    return Markup(str(written)).striptags()  # noqa: S704 what is taken away cannot do harm
