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
ARTICLE_PATHS = [""]
PAGE_PATHS = []
ARTICLE_URL = ARTICLE_SAVE_AS = "{category}/{slug}.html"
DEFAULT_PAGINATION = 10
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {"extension_configs": {"markdown.extensions.extra": {}}, "output_format": "html5"}
"""

_HUGO_SETTINGS = """\
baseURL = "https://example.org/"
title = "The same pages"
disableKinds = ["rss", "sitemap", "404"]
relativeURLs = true
uglyURLs = true
[taxonomies]
tag = "tags"
author = "authors"
[pagination]
pagerSize = 10
disableAliases = true
"""

_BASE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<title>{{ site.Title }} - {{ .Title }}</title>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
{{ range .Params.tags }}<meta name="tags" content="{{ . }}">
{{ end }}</head>
<body>
<header><hgroup><h1><a href="/index.html">{{ site.Title }}</a></h1></hgroup>
<nav><ul>{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
</header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><address>Made for a measurement.</address></footer>
</body>
</html>
"""

_SINGLE = """\
{{ define "main" }}
<article>
<header><h2><a href="{{ .RelPermalink }}" rel="bookmark">{{ .Title }}</a></h2></header>
{{ .Content }}
<footer>
<p>Published:
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "Mon 02 January 2006" }}</time></p>
<address>By {{ range .GetTerms "authors" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</address>
<p>Category: {{ with .CurrentSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>
<p>Tags: {{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p>
</footer>
</article>
{{ end }}
"""

_LISTED = """\
{{ range .Pages }}<article>
<header><h2><a href="{{ .RelPermalink }}" rel="bookmark">{{ .Title }}</a></h2></header>
<section>{{ .Params.summary }}</section>
<footer>
<p>Published:
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "Mon 02 January 2006" }}</time></p>
<address>By {{ range .GetTerms "authors" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</address>
</footer>
</article>
{{ end }}{{ if gt .TotalPages 1 }}<nav><ul>
{{ if .HasPrev }}
<li><a href="{{ .First.URL }}">first</a></li><li><a href="{{ .Prev.URL }}">before</a></li>{{ end }}
<li>Page {{ .PageNumber }} / {{ .TotalPages }}</li>
{{ if .HasNext }}
<li><a href="{{ .Next.URL }}">next</a></li><li><a href="{{ .Last.URL }}">last</a></li>{{ end }}
</ul></nav>{{ end }}
"""

_LIST = """\
{{ define "main" }}<h2>{{ .Title }}</h2>
{{ partial "listed.html" (.Paginate .RegularPages) }}{{ end }}
"""

_HOME = """\
{{ define "main" }}<h2>All articles</h2>
{{ partial "listed.html" (.Paginate site.RegularPages) }}{{ end }}
"""

_TERMS = """\
{{ define "main" }}<h2>{{ .Title }}</h2>
<ul>{{ range .Data.Terms.Alphabetical }}
<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> ({{ .Count }})</li>{{ end }}</ul>{{ end }}
"""

_CATEGORIES = """\
{{ define "main" }}<h2>{{ .Title }}</h2>
<ul>{{ range site.Sections }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> ({{ len .RegularPages }})</li>{{ end }}</ul>{{ end }}
"""

_ARCHIVES = """\
{{ define "main" }}<h2>{{ .Title }}</h2>
<dl>{{ range site.RegularPages }}
<dt>{{ .Date.Format "Mon 02 January 2006" }}</dt>
<dd><a href="{{ .RelPermalink }}">{{ .Title }}</a></dd>{{ end }}</dl>{{ end }}
"""

_LAYOUTS = {
    "index.html": _HOME,
    "_default/baseof.html": _BASE,
    "_default/single.html": _SINGLE,
    "_default/list.html": _LIST,
    "_default/terms.html": _TERMS,
    "_default/term.html": _LIST,
    "_default/categories.html": _CATEGORIES,
    "_default/archives.html": _ARCHIVES,
    "partials/listed.html": _LISTED,
}
"""Templates that print what those of Pelican's simple theme do."""

_LISTS = ("archives", "categories")
"""Pages that Pelican makes of its own accord, and Hugo when it is told to."""


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
    """A site of Hugo: ``hugo.toml``, ``content/``, and the layouts."""

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
    for name, template in _LAYOUTS.items():
        layout = folder / "layouts" / name
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(template, "utf-8")
    for name in _LISTS:
        listed = f"---\ntitle: {name.title()}\nlayout: {name}\nbuild: {{list: never}}\n---\n"
        (folder / "content" / f"{name}.md").write_text(listed, "utf-8")
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
    return _WIKI_LINK.sub(written, page.prose) + text
