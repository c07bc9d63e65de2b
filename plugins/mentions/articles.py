"""The names of an ordinary Pelican site, found in its own articles and pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from plugins.mentions.naming import Named, Namer, counted, with_links

LISTS = ("pages", "articles", "authors", "categories", "tags")
"""What ``MENTIONS_OF`` may name: lists of Pelican's context."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A name in an article, for templates: ``url`` is printed behind ``SITEURL``."""

    name: str
    url: str
    times: int


def link_names_of(settings: Mapping[str, Any], context: Mapping[str, Any]) -> None:
    """Give articles and pages ``mentions``, and a link at the first place of each name."""
    namer = Namer([*_listed(settings.get("MENTION_NAMES", {})), *_named(settings, context)])
    for one in _contents(context):
        own = _address(one)
        places = [place for place in namer.places(one._content) if place.named.link != own]
        one._content = with_links(one._content, places)
        one.mentions = [Mentioned(named.forms[0], named.url, n) for named, n in counted(places).items()]


def _contents(context: Mapping[str, Any]) -> Iterator[Any]:
    for first in (*context["articles"], *context["pages"]):
        yield from (one for one in (first, *first.translations) if one.save_as)


def _listed(names: Mapping[str, str]) -> Iterator[Named]:
    return (Named((name,), address, address, is_listed=True) for name, address in names.items())


def _named(settings: Mapping[str, Any], context: Mapping[str, Any]) -> Iterator[Named]:
    asked: Iterable[str] = settings.get("MENTIONS_OF", ("pages", "authors"))
    for kind in (one for one in LISTS if one in asked):
        if kind in ("pages", "articles"):
            yield from (_of_content(one) for one in context[kind] if one.save_as)
        else:
            labels = (label for label, _ in context[kind] if label.save_as)
            yield from (_of_label(label, kind == "authors") for label in labels)


def _of_content(one: Any) -> Named:
    others = str(one.metadata.get("aliases") or one.metadata.get("variants") or "")
    forms = (_plain(one.title), *(form.strip() for form in others.split(",") if form.strip()))
    return Named(forms, _address(one), one.url, is_person=one.metadata.get("kind") == "person")


def _of_label(label: Any, is_person: bool) -> Named:
    return Named((label.name,), f"{{{type(label).__name__.lower()}}}{label.name}", label.url, is_person)


def _address(one: Any) -> str:
    return f"{{filename}}/{quote(one.get_relative_source_path())}"


def _plain(written: Any) -> str:
    return Markup(str(written)).striptags()  # noqa: S704 what is taken away cannot do harm
