"""The record of a new source, a page to fill in: what its text says, and comments where it says nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from plugins.archive.source import Document
from plugins.archive.span import Pointer, digest_of
from plugins.authority.choices import SOURCE_KINDS
from plugins.authority.schema import ADDRESS
from plugins.importing.detected import Detected, Field, on_one_line

NOT_YET = "Not yet summarised."

BODY = """\
This record waits for its reader: an abstract in the archive’s own words is still to be written. Until then it
tells only what the text says of itself.
"""

_HEAD = """\
# Made by invoke import. What stands here is what the text says of itself; what it does not say is a comment.
# Next: write summary and abstract in your own words, fill in what you know from where you found the text
# (never from memory), and run: invoke check\
"""

_KEYS = (
    # The keys of the schema that a text can fill, with the field that fills them.
    ("title", Field.HEADLINE),
    ("kind", Field.KIND),
    ("author", Field.AUTHOR),
    ("outlet", Field.OUTLET),
    ("published", Field.PUBLISHED),
    ("lang", Field.LANGUAGE),
)

_FILM_FACTS = {
    Field.RUNNING_TIME: ("running-time", "{} minutes"),
    Field.RELEASE_YEAR: ("release-year", "{}"),
    Field.RATING: ("rating", "{}"),
    Field.COUNTRY: ("country", "{}"),
}
"""Facts of the film, as the record of a film has them: property and value."""


def record_page(
    record_id: str,
    name: str,
    document: Document,
    detected: Iterable[Detected],
    sha256: str,
    text_sha256: str | None,
    file: str,
) -> str:
    """The page of ``content/sources/<record_id>.md``, which the schema finds no fault with.

    ``sha256`` is the original's and ``file`` its name in the library; ``text_sha256`` is that of the text
    read from a web page, None for a text. Nothing of the text is in it but the values of its keys.
    """
    found = tuple(detected)
    lines = ["---", _HEAD, f"name: {quoted(name)}"]
    lines += (_key(key, field, found, document) for key, field in _KEYS)
    lines += ["rights: summary", f"sha256: {sha256}"]
    lines += [f"text-sha256: {text_sha256}"] if text_sha256 else []
    lines += [f"file: {file}", *_url(found), "# film:  the id of the record of the film that it is about"]
    lines += [f"summary: {NOT_YET}", *_film_facts(record_id, document, found), "---", BODY]
    return "\n".join(lines)


def _key(key: str, field: Field, found: tuple[Detected, ...], document: Document) -> str:
    values = [one.value for one in found if one.field is field and plain(one.value)]
    if key == "kind" and not values:
        return f"kind: other  # not recorded; one of {', '.join(SOURCE_KINDS)}"
    if values:
        return f"{key}: {quoted(_listed(values) if field is Field.AUTHOR else values[0])}"
    open_to = [one for one in found if one.field is _CANDIDATE.get(field)]
    if open_to:
        choice = ", ".join(f"{plain(one.value)} ({_where(one, document)})" for one in open_to)
        return f"# {key}:  the text has several: {choice}"
    return f"# {key}:  not recorded"


_CANDIDATE = {Field.OUTLET: Field.OUTLET_CANDIDATE, Field.PUBLISHED: Field.PUBLISHED_CANDIDATE}


def _url(found: tuple[Detected, ...]) -> list[str]:
    url = next((one.value for one in found if one.field is Field.URL), None)
    return [f"url: {quoted(url)}" if url and re.fullmatch(ADDRESS, url) else "# url:  not recorded"]


def _film_facts(record_id: str, document: Document, found: tuple[Detected, ...]) -> Iterator[str]:
    """What the text says of the film, as comments in the form in which a film's record takes them."""
    facts = [one for one in found if one.field in _FILM_FACTS and one.span is not None]
    if facts:
        yield "# The text says this of the film; it belongs under facts: in the film's own record."
    for one in facts:
        name, form = _FILM_FACTS[one.field]
        cite = _pointer(record_id, one, document)
        yield f"#   - {{property: {name}, value: {quoted(form.format(one.value))}, cite: {quoted(cite)}}}"


def _pointer(record_id: str, one: Detected, document: Document) -> str:
    if one.span is None:
        return record_id
    segment = document.segment_at(one.span.start)
    number = segment.number if segment else None
    return str(Pointer(record_id, number, one.span, digest_of(one.span.of(document.text))))


def _where(one: Detected, document: Document) -> str:
    segment = document.segment_at(one.span.start) if one.span else None
    return f"p{segment.number}" if segment else one.rule


def _listed(names: list[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def plain(value: str) -> str:
    """A value as one line that every reader of YAML takes, and in which no wiki link begins."""
    shown = "".join(sign for sign in on_one_line(value) if not _UNWRITABLE.match(sign))
    return shown.replace("[[", "[ [")


def quoted(value: str) -> str:
    """A value between quotation marks, as YAML and JSON both write it."""
    return json.dumps(plain(value), ensure_ascii=False)


_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
