"""What a web page states of itself in its markup, as values of the same fields as what its words show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.importing.bylines import names_in
from plugins.importing.detected import Detected, Field, on_one_line
from plugins.web_pages.facts import PageFact

_FIELDS = {
    "title": Field.HEADLINE,
    "author": Field.AUTHOR,
    "outlet": Field.OUTLET,
    "published": Field.PUBLISHED,
    "lang": Field.LANGUAGE,
    "url": Field.URL,
    "comment-count": Field.COMMENT_COUNT,
}


def stated_by(facts: Iterable[PageFact]) -> tuple[Detected, ...]:
    """The preferred statement of each field; of authors all that are made in that way, of titles all.

    No statement has a span: markup is not part of the text that offsets count in. Left out are dates that
    are none, a count of no comments, and an author who is the outlet or nobody (``admin``). The outlet
    behind a title is cut off.
    """
    by_field: dict[str, list[PageFact]] = {}
    for fact in facts:
        by_field.setdefault(fact.field, []).append(fact)
    outlet = next((on_one_line(one.value) for one in by_field.get("outlet", ())), "")
    return tuple(
        Detected(_FIELDS[field], value, None, f"page: {rule}")
        for field in _FIELDS
        for value, rule in _values(field, by_field, outlet)
    )


def _values(field: str, by_field: Mapping[str, list[PageFact]], outlet: str) -> Iterator[tuple[str, str]]:
    found = by_field.get(field, ())
    if field == "author":
        yield from _authors(found, outlet)
    elif field == "title":
        yield from ((without_outlet(on_one_line(fact.value), outlet), fact.rule) for fact in found)
    else:
        for fact in found[:1]:
            value = on_one_line(fact.value)
            value = value.split("-")[0].lower() if field == "lang" else value
            if (
                value
                and (field != "published" or _is_date(value))
                and (field, value) != ("comment-count", "0")
            ):
                yield value, fact.rule


def _authors(found: Iterable[PageFact], outlet: str) -> Iterator[tuple[str, str]]:
    """Names of people, from the first kind of statement that names any."""
    chosen = ""
    seen: set[str] = set()
    for fact in found:
        for name in names_in(on_one_line(fact.value)):
            if name.casefold() in {outlet.casefold(), *seen} or chosen not in {"", fact.rule}:
                continue
            chosen = fact.rule
            seen.add(name.casefold())
            yield name, fact.rule


def without_outlet(title: str, outlet: str) -> str:
    """A page's title without the outlet's name that sites put behind it, or before it.

    >>> without_outlet("Tin and Fog | The Quay", "The Quay")
    'Tin and Fog'
    """
    if not outlet:
        return title
    name = re.escape(outlet)
    cut = re.sub(rf"\s*[|·•:–—-]\s*{name}\s*$|^\s*{name}\s*[|·•:–—-]\s*", "", title, flags=re.IGNORECASE)
    return cut.strip() or title


def _is_date(value: str) -> bool:
    try:
        Edtf.parse(value)
    except UnreadableDate:
        return False
    return True
