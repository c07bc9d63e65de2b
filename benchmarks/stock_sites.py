"""The pages of a made-up archive for generators that know nothing of archives: stock Pelican, and Hugo."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from benchmarks.made_archive import MadeArchive, MadePage, Named

_WIKI_LINK = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]]+)\]\]")

_PELICAN_SETTINGS = """\
SITENAME = "The same pages"
SITEURL = ""
PATH = "content"
OUTPUT_PATH = "output"
THEME = "simple"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
LOCALE = "C"
RELATIVE_URLS = True
ARTICLE_URL = ARTICLE_SAVE_AS = "{category}/{slug}.html"
DEFAULT_PAGINATION = 10
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {"extension_configs": {"markdown.extensions.extra": {}}, "output_format": "html5"}
"""

_HUGO_SETTINGS = """\
baseURL = "https://example.org/"
title = "The same pages"
disableKinds = ["rss", "sitemap"]
relativeURLs = true
uglyURLs = true
[taxonomies]
tag = "tags"
author = "authors"
[pagination]
pagerSize = 10
"""

_BASE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{ .Title }} - {{ site.Title }}</title>
</head>
<body>
<header><h1><a href="/">{{ site.Title }}</a></h1></header>
<nav><ul>{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
<main>{{ block "main" . }}{{ end }}</main>
<footer>Made for a measurement.</footer>
</body>
</html>
"""

_SINGLE = """\
{{ define "main" }}
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
{{ .Content }}
<footer>
<p>Published: <time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time></p>
<address>By {{ range .GetTerms "authors" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</address>
<p>Tags: {{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p>
</footer>
{{ end }}
"""

_LIST = """\
{{ define "main" }}
<h2>{{ .Title }}</h2>
<ol>{{ range (.Paginate .RegularPages).Pages }}
<li><article>
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Date.Format "2006-01-02" }}</p>
<div>{{ .Params.summary }}</div>
</article></li>{{ end }}</ol>
{{ with .Paginator }}<p>Page {{ .PageNumber }} of {{ .TotalPages }}</p>{{ end }}
{{ end }}
"""


def write_for_pelican(archive: MadeArchive, folder: Path) -> None:
    """A site of stock Pelican: ``pelicanconf.py`` and ``content/``, every page an article."""

    def link(target: Named) -> str:
        return f"{{filename}}../{target.folder}/{target.id}.md"

    for page in archive.pages:
        front = (
            f"Title: {page.named.name}",
            f"Slug: {page.named.id}",
            f"Date: {page.date}",
            f"Category: {page.named.folder}",
            f"Tags: {', '.join(page.tags)}",
            f"Authors: {page.author}",
            f"Summary: {page.summary}",
        )
        _write(folder / "content", page, "\n".join(front), _body(page, archive, link))
    (folder / "pelicanconf.py").write_text(_PELICAN_SETTINGS, "utf-8")


def write_for_hugo(archive: MadeArchive, folder: Path) -> None:
    """A site of Hugo: ``hugo.toml``, ``content/``, and layouts that print what Pelican's simple theme does."""

    def link(target: Named) -> str:
        return f"../{target.folder}/{target.id}.html"

    for page in archive.pages:
        front = (
            "---",
            f'title: "{page.named.name}"',
            f"slug: {page.named.id}",
            f"date: {page.date}",
            f"tags: [{', '.join(page.tags)}]",
            f'authors: ["{page.author}"]',
            f'summary: "{page.summary}"',
            "---",
        )
        _write(folder / "content", page, "\n".join(front), _body(page, archive, link))
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    for name, template in (("baseof", _BASE), ("single", _SINGLE), ("list", _LIST), ("terms", _LIST)):
        (layouts / f"{name}.html").write_text(template, "utf-8")
    (folder / "hugo.toml").write_text(_HUGO_SETTINGS, "utf-8")


def _write(content: Path, page: MadePage, front: str, body: str) -> None:
    home = content / page.named.folder
    home.mkdir(parents=True, exist_ok=True)
    (home / f"{page.named.id}.md").write_text(f"{front}\n\n{body}\n", "utf-8")


def _body(page: MadePage, archive: MadeArchive, link: Callable[[Named], str]) -> str:
    """The Markdown of a page with ordinary links; a source's text follows its abstract, as on our page."""

    def written(match: re.Match[str]) -> str:
        return f"[{match[2]}]({link(archive.named[match[1]])})"

    text = f"\n\n{page.text}" if page.text is not None else ""
    return _WIKI_LINK.sub(written, page.prose.markdown) + text
