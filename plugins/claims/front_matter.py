"""What records claim: facts, credits, events, the record of a source, the points of a review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.archive.claim import ASSERTED, Claim
from plugins.archive.entity import Kind
from plugins.archive.span import Pointer
from plugins.authority.choices import ASPECTS
from plugins.authority.record import Record, pointers
from plugins.authority.wiki_links import WikiLinks
from plugins.markdown_it.front_matter import Path
from plugins.markdown_it.render import find_wiki_links

Placed = tuple[Claim, Path]
"""A claim with the way to its pointer (or value) in the record."""

OPINION = "opinion"

SOURCE_PROPERTIES = ("title", "author", "outlet", "published")
"""What the record of a source claims of the source; a source is its own witness for these."""

EVENT_QUALIFIERS = ("basis", "derivation", "phase", "place")


def claims_of(record: Record, wiki_links: WikiLinks) -> Iterator[Placed]:
    """The claims of one record, in the order in which it makes them."""
    for number, fact in enumerate(record.items("facts")):
        yield from _fact(record, fact, ("facts", number), wiki_links)
    for number, credit in enumerate(record.items("credits")):
        yield from _credit(record, credit, ("credits", number))
    for number, credit in enumerate(record.items("performed-by")):
        yield from _performer(record, credit, ("performed-by", number))
    if record.kind.kind is Kind.EVENT and record.has_page:
        yield from _event(record)
    elif record.kind.kind is Kind.SOURCE:
        yield from _source(record, wiki_links)
    elif not record.has_page and record.text("note"):
        yield from _cited(
            {"cite": record.values.get("cite")},
            (),
            subject=record.id,
            property="note",
            value=record.text("note"),
        )


def _fact(record: Record, fact: dict[str, Any], way: Path, wiki_links: WikiLinks) -> Iterator[Placed]:
    value = fact.get("value")
    if not isinstance(value, str) or not isinstance(fact.get("property"), str):
        return
    yield from _cited(
        fact,
        way,
        subject=record.id,
        property=fact["property"],
        value=value,
        status=fact.get("status") or ASSERTED,
        note=fact.get("note"),
        about=_named_in(value, wiki_links),
    )


def _credit(record: Record, credit: dict[str, Any], way: Path) -> Iterator[Placed]:
    """A credit in the record of the work or of the person: the same claim either way."""
    work = record.id if record.kind.kind is Kind.WORK else credit.get("work")
    person = record.id if record.kind.kind is Kind.PERSON else credit.get("person")
    role = credit.get("role")
    if not (isinstance(work, str) and isinstance(person, str) and isinstance(role, str)):
        return
    part = credit.get("character") or credit.get("character-name")
    value = f"{person} as {part}" if part else f"{role}: {person}"
    qualifiers = {"person": person, "role": role}
    for key in ("character", "character-name", "mode"):
        if credit.get(key):
            qualifiers[key] = credit[key]
    about = (person, credit["character"]) if credit.get("character") else (person,)
    yield from _credit_claims(credit, way, work, value, qualifiers, about)


def _performer(record: Record, credit: dict[str, Any], way: Path) -> Iterator[Placed]:
    film, person = record.text("film"), credit.get("person")
    if film is None or not isinstance(person, str):
        return
    qualifiers = {"character": record.id, "person": person, "role": "cast"}
    if credit.get("mode"):
        qualifiers["mode"] = credit["mode"]
    yield from _credit_claims(credit, way, film, f"{person} as {record.id}", qualifiers, (record.id, person))


def _credit_claims(
    credit: dict[str, Any],
    way: Path,
    work: str,
    value: str,
    qualifiers: dict[str, str],
    about: tuple[str, ...],
) -> Iterator[Placed]:
    yield from _cited(
        credit,
        way,
        subject=work,
        property="credit",
        value=value,
        status=credit.get("status") or "final",
        note=credit.get("note"),
        qualifiers=tuple(sorted(qualifiers.items())),
        about=about,
    )


def _event(record: Record) -> Iterator[Placed]:
    """An event is a claim about a date; one that no source dates is a claim that it took place."""
    date = record.text("date")
    qualifiers = {key: text for key in EVENT_QUALIFIERS if (text := record.text(key))}
    about = tuple(
        dict.fromkeys(one for key in ("people", "characters", "works") for one in record.texts(key))
    )
    yield from _cited(
        record.values,
        (),
        subject=record.id,
        property="date" if date else "event",
        value=date or record.name,
        status=record.text("status") or "happened",
        qualifiers=tuple(sorted(qualifiers.items())),
        about=about + ((place,) if (place := record.text("place")) else ()),
    )


def _source(record: Record, wiki_links: WikiLinks) -> Iterator[Placed]:
    for key in SOURCE_PROPERTIES:
        if text := record.text(key):
            yield Claim(record.id, key, text, Pointer(record.id)), (key,)
    film = record.text("film") or record.id
    if verdict := record.text("verdict"):
        yield (
            Claim(film, "verdict", verdict, Pointer(record.id), status=OPINION, about=(record.id,)),
            ("verdict",),
        )
    for key in ("praises", "minds"):
        for number, point in enumerate(record.items(key)):
            yield from _point(record, point, (key, number), film, wiki_links)


def _point(
    record: Record, point: dict[str, Any], way: Path, film: str, wiki_links: WikiLinks
) -> Iterator[Placed]:
    """An opinion of the film; without a passage the whole review is its witness, as for its verdict.

    What it is about is no part of its id, and may be told better later.
    """
    value = point.get("point")
    if not isinstance(value, str):
        return
    topics = _texts(point.get("about"))
    named = (one for one in topics if one not in ASPECTS)
    yield from _cited(
        point,
        way,
        Pointer(record.id),
        subject=film,
        property=str(way[0]),
        value=value,
        status=OPINION,
        about=tuple(dict.fromkeys((record.id, *_named_in(value, wiki_links), *named))),
        aspects=tuple(dict.fromkeys(one for one in topics if one in ASPECTS)),
    )


def _cited(
    values: dict[str, Any], way: Path, witness: Pointer | None = None, **claim: Any
) -> Iterator[Placed]:
    """One claim for each passage; without any, of the ``witness``, or of the editor's own."""
    cites = values.get("cite")
    found = False
    for number, pointer in enumerate(_readable(cites)):
        found = True
        place = (*way, "cite", number) if isinstance(cites, list) else (*way, "cite")
        yield Claim(pointer=pointer, **claim), place
    if not found:
        yield Claim(pointer=witness, **claim), way


def _readable(cites: Any) -> tuple[Pointer, ...]:
    """The pointers that can be read; the others were reported when the record was checked."""
    written = cites if isinstance(cites, list) else [cites]
    found: list[Pointer] = []
    for one in written:
        if isinstance(one, str):
            try:
                found += pointers(one)
            except ValueError:
                continue
    return tuple(found)


def _texts(value: Any) -> tuple[str, ...]:
    """One text or a list of them; what is neither was reported when the record was checked."""
    written = value if isinstance(value, list) else [value]
    return tuple(one for one in written if isinstance(one, str))


def _named_in(value: str, wiki_links: WikiLinks) -> tuple[str, ...]:
    ids = (wiki_links.target_of(link.target) for link in find_wiki_links(value))
    return tuple(dict.fromkeys(one for one in ids if one))
