"""One film page in the forms that the searches take: HTML for Pagefind, records for MiniSearch and lunr."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from pathlib import Path

from plugins.search_index.page import SearchPage


def write_site(pages: Iterable[SearchPage], folder: Path) -> None:
    """The pages as a site of HTML files below ``folder``, at their addresses."""
    for page in pages:
        file = folder / page.url
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_html(page), "utf-8")


def as_html(page: SearchPage) -> str:
    """A page as a normal site writes it: what is to be searched stands in ``main``, the title in ``h1``."""
    director, *cast = page.people or ("unknown",)
    paragraphs = "\n".join(f"<p>{escape(text)}</p>" for text in page.body.split("\n\n"))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(page.title)} ({page.year}) | Film pages</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{escape(page.summary)}">
</head>
<body>
<header>
<nav aria-label="Site"><a href="../index.html">Film pages</a> <a href="../people.html">People</a></nav>
</header>
<main data-pagefind-body>
<h1>{escape(page.title)}</h1>
<p class="summary">{escape(page.summary)}</p>
<dl>
<dt>Year</dt><dd data-pagefind-meta="year">{page.year}</dd>
<dt>Director</dt><dd>{escape(director)}</dd>
<dt>Cast</dt><dd>{escape(", ".join(cast))}</dd>
</dl>
{paragraphs}
</main>
<footer><p>One of many film pages.</p></footer>
</body>
</html>
"""


def write_documents(pages: Iterable[SearchPage], file: Path) -> None:
    """The same pages as a JSON list with ``id``, ``url``, ``title``, ``people`` and ``text``."""
    documents = [
        {
            "id": number,
            "url": page.url,
            "title": page.title,
            "people": ", ".join(page.people),
            "text": f"{page.summary} {page.year}\n\n{page.body}",
        }
        for number, page in enumerate(pages)
    ]
    file.write_text(json.dumps(documents, ensure_ascii=False), "utf-8")
