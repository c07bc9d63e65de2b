"""What a page's own markup states of it: title, author, outlet, date, language, address, comments."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bs4.element import Comment, Tag

from plugins.archive.span import Span
from plugins.web_pages.tree import Tree


@dataclass(frozen=True, order=True, slots=True)
class PageFact:
    """One statement of a page's markup about the page.

    ``field`` is title, author, outlet, published, lang, url or comment-count. ``value`` is what is stated,
    white space folded; a date as far as it is stated (``2013-10``). ``span`` is where the value, or the
    element that states it, stands in the HTML; ``rule`` names the element, property or key.
    """

    field: str
    value: str
    rule: str
    span: Span


_META = {
    "og:title": ("title", 0),
    "twitter:title": ("title", 4),
    "dc.title": ("title", 5),
    "author": ("author", 0),
    "article:author": ("author", 1),
    "parsely-author": ("author", 3),
    "sailthru.author": ("author", 3),
    "dc.creator": ("author", 4),
    "og:site_name": ("outlet", 0),
    "dc.publisher": ("outlet", 3),
    "article:published_time": ("published", 0),
    "date": ("published", 5),
    "pubdate": ("published", 5),
    "publish-date": ("published", 5),
    "publication_date": ("published", 5),
    "parsely-pub-date": ("published", 5),
    "dc.date": ("published", 6),
    "dc.date.issued": ("published", 6),
    "dcterms.issued": ("published", 6),
    "og:url": ("url", 1),
    "content-language": ("lang", 2),
    "og:locale": ("lang", 3),
}
"""Properties of ``meta`` with their field and rank: of several statements the lowest counts first."""

_FIELDS = ("title", "author", "outlet", "published", "lang", "url", "comment-count")
_ARTICLES = re.compile(
    r"(?:.*Article|BlogPosting|.*Posting|Review|CriticReview|Interview|Report|WebPage|ItemPage|CreativeWork)"
)
"""Types of JSON-LD that are the page's text. A film's own author and date are not the page's."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T\s])|(\d{4})(\d{2})(\d{2})(?=$|T)")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_SAVED_FROM = re.compile(r"saved from url=\(\d{1,6}\)(https?://\S{1,4096})|\burl: (https?://\S{1,4096})")
_RAW_COMMA = re.compile(r",\s*([}\]])")


def find_facts(tree: Tree) -> tuple[PageFact, ...]:
    """The statements of a page by field, the preferred one first; of those that say the same, the first."""
    ranked = sorted(_statements(tree), key=lambda one: (_FIELDS.index(one[1].field), one[0], one[1].span))
    kept: dict[tuple[str, str], PageFact] = {}
    for _, fact in ranked:
        kept.setdefault((fact.field, fact.value), fact)
    return tuple(kept.values())


def _statements(tree: Tree) -> Iterator[tuple[int, PageFact]]:
    for tag in tree.soup.find_all(["html", "meta", "link", "title", "h1", "time", "script", "a", "span"]):
        for field, rank, value, rule in _in_tag(tag):
            stated = _CHECKS[field](" ".join(value.split()))
            if stated:
                yield rank, PageFact(field, stated, rule, _place(tree, tag, value))
    for comment in (one for one in tree.soup.descendants if isinstance(one, Comment)):
        if found := _SAVED_FROM.search(str(comment)[:5000]):
            address = found[1] or found[2]
            start = max(tree.source.find(address), 0)
            yield 3, PageFact("url", address, "saved-from", Span(start, start + len(address)))


def _strings(tag: Tag) -> Iterator[str]:
    """The strings of an element up to some length: where none is closed, each holds all that follow."""
    length = 0
    for string in tag.strings:
        yield string
        length += len(string)
        if length > LONGEST_NAME:
            return


LONGEST_NAME = 600
"""Code points of a title or an author, beyond which it is none."""


def _in_tag(tag: Tag) -> Iterator[tuple[str, int, str, str]]:
    name = tag.name.lower()
    content = str(tag.get("content") or "")
    if name == "meta" and content:
        for key in ("property", "name", "http-equiv"):
            for stated in str(tag.get(key) or "").lower().split():
                if stated in _META and (key == "http-equiv") == (stated == "content-language"):
                    yield (*_META[stated], content, stated)
        properties = str(tag.get("itemprop") or "").lower().split()
        if "datepublished" in properties:
            yield "published", 2, content, "itemprop-datepublished"
    elif name == "html":
        yield "lang", 0, str(tag.get("lang") or tag.get("xml:lang") or ""), "html-lang"
    elif name == "link" and "canonical" in [str(one).lower() for one in tag.get_attribute_list("rel")]:
        yield "url", 0, str(tag.get("href") or ""), "canonical"
    elif name == "title" and tag.parent is not None and tag.parent.name != "svg":
        yield "title", 3, tag.get_text(), "title"
    elif name == "h1":
        yield "title", 2, " ".join(_strings(tag)), "h1"
    elif name == "time" and (tag.has_attr("pubdate") or {"published", "entry-date"} & set(_classes(tag))):
        yield "published", 3, str(tag.get("datetime") or ""), "time-pubdate"
    elif name == "script" and "ld+json" in str(tag.get("type") or "").lower():
        yield from _in_linked_data(tag.get_text())
    elif "author" in [str(one).lower() for one in (*tag.get_attribute_list("rel"), tag.get("itemprop"))]:
        yield "author", 5, "".join(_strings(tag)), "rel-author"


def _classes(tag: Tag) -> list[str]:
    return [str(one) for one in tag.get_attribute_list("class") if one]


def _in_linked_data(script: str) -> Iterator[tuple[str, int, str, str]]:
    try:
        data = json.loads(
            _RAW_COMMA.sub(r"\1", script.strip().removeprefix("<!--").removesuffix("-->")), strict=False
        )
    except (ValueError, RecursionError):
        return
    records = list(_records(data))
    by_id = {str(one["@id"]): one for one in records if "@id" in one and "name" in one}
    for record in records:
        types = [str(one).rsplit("/", 1)[-1] for one in _each(record.get("@type"))]
        if not any(_ARTICLES.fullmatch(one) for one in types):
            continue
        later = int(set(types) <= {"WebPage", "ItemPage", "CreativeWork"})
        plain = (
            ("headline", "title", 1),
            ("datePublished", "published", 1 + later),
            ("commentCount", "comment-count", 0),
        )
        for key, field, rank in plain:
            if isinstance(record.get(key), str | int):
                yield field, rank, str(record[key]), f"json-ld-{key}"
        for key, field in (("author", "author"), ("publisher", "outlet")):
            for one in _each(record.get(key)):
                named = by_id.get(str(one.get("@id")), one).get("name") if isinstance(one, dict) else one
                if isinstance(named, str):
                    yield field, 2, named, f"json-ld-{key}"


def _records(data: Any) -> Iterator[dict[str, Any]]:
    """The outermost objects, and those of a ``@graph``."""
    for one in _each(data):
        if isinstance(one, dict):
            yield one
            yield from (inner for inner in _each(one.get("@graph")) if isinstance(inner, dict))


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _place(tree: Tree, tag: Tag, value: str) -> Span:
    """Where the value stands after the element's beginning, or the beginning itself."""
    start = tree.offset(tag.sourceline, tag.sourcepos)
    found = tree.source.find(value, start, start + max(len(value), 1) + 20_000)
    end = tree.source.find(">", start) + 1
    return Span(found, found + len(value)) if found >= 0 and value else Span(start, max(end, start))


def _date(value: str) -> str:
    match = _DATE.match(value)
    return "-".join(part for part in match.groups() if part) if match else ""


_CHECKS: Mapping[str, Callable[[str], str]] = {
    "title": lambda value: value[:500],
    "author": lambda value: "" if value.startswith("http") or len(value) > 300 else value,
    "outlet": lambda value: value[:200],
    "published": _date,
    "lang": lambda value: value.replace("_", "-") if _LANG.fullmatch(value) else "",
    "url": lambda value: value if re.match(r"https?://\S+$", value) else "",
    "comment-count": lambda value: value if value.isdigit() else "",
}
