"""Indexes: listings of a kind, the A to Z, ways in, and who is named beside whom."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict

from markupsafe import Markup

from plugins.archive.entity import Entity, Kind
from plugins.entity_pages.facts import PageFacts
from plugins.entity_pages.mentioned import how_often, mentioned
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import Card, LetterEntry, LetterGroup, MentionGroup, Ref

NUMBERS = "0–9"
"""The heading of the A to Z under which names that begin with a digit stand."""

TOGETHER = 12
"""How many names “named together with” lists at most: two lines on a wide screen."""

_TOGETHER_KINDS = frozenset({Kind.PERSON, Kind.CHARACTER, Kind.WORK})


def listing(kind: Kind, site: Site) -> tuple[Card, ...]:
    """The pages of a kind in the order of an index, with how often each is named.

    Of sources it is counted how many claims rest on them.
    """
    return tuple(_card(entity, site) for entity in site.archive.of(kind) if entity.has_page)


def _card(entity: Entity, site: Site) -> Card:
    if entity.kind is Kind.SOURCE:
        claims = site.archive.claims_from.get(entity.id, ())
        return Card(site.ref(entity.id), entity.summary, len(claims), "claim")
    return Card(site.ref(entity.id), entity.summary, how_often(entity.id, site))


def together(entity: str, site: Site) -> tuple[Card, ...]:
    """Who and what is named in the same paragraphs, most often first; ``count`` is of paragraphs."""
    counted = Counter(
        other
        for names in site.named_beside.get(entity, ())
        for other in names
        if other != entity and site.archive.entities[other].kind in _TOGETHER_KINDS
    )
    best = sorted(counted, key=lambda one: (-counted[one], one))[:TOGETHER]
    return tuple(Card(site.ref(one), "", counted[one]) for one in best)


def ways_in(site: Site) -> tuple[Card, ...]:
    """The five doors of the home page."""
    film = site.film
    doors = [
        Card(
            Ref("credits", "credits.html", "Cast and crew", "page"),
            "Who made it and who is heard in it, with the parts that were replaced and cut.",
        ),
        Card(
            Ref("timeline", "timeline.html", "How it was made", "page"),
            f"{len(site.archive.events)} events, as precise as their sources; plans are kept apart.",
        ),
        Card(
            Ref("reviews", "reviews.html", "What was written of it", "page"),
            "Reviews side by side: what each praises, what each minds.",
        ),
        Card(
            Ref("sources", "sources.html", "The sources", "page"),
            f"{len(site.archive.of(Kind.SOURCE))} texts, and what rests on each of them.",
        ),
    ]
    if film is not None:
        doors.insert(0, Card(site.ref(film.id), "The film, and where its sources disagree about it."))
    return tuple(doors)


def letters(site: Site, facts: PageFacts | None = None) -> tuple[LetterGroup, ...]:
    """The A to Z. Names are filed under their first letter without its accent.

    With ``facts``, names that have no page carry their note and their mentions.
    """
    filed: dict[str, list[Entity]] = defaultdict(list)
    for entity in site.archive.of(*(kind for kind in Kind if kind is not Kind.PAGE)):
        filed[_letter(entity.sort_name)].append(entity)
    return tuple(
        LetterGroup(
            letter,
            "letter-" + ("0-9" if letter == NUMBERS else letter.lower()),
            tuple(_entry(entity, site, facts) for entity in filed[letter]),
        )
        for letter in sorted(filed)
    )


def _letter(sort_name: str) -> str:
    for sign in unicodedata.normalize("NFKD", sort_name):
        if sign.isdigit():
            return NUMBERS
        if sign.isalpha():
            return sign.upper()
    return NUMBERS


def _entry(entity: Entity, site: Site, facts: PageFacts | None) -> LetterEntry:
    note: Markup | None = None
    cited = None
    groups: tuple[MentionGroup, ...] = ()
    if not entity.has_page and facts is not None:
        written = site.record(entity.id).text("note")
        note = site.line(written, facts.url) if written else None
        own = [one for one in site.archive.claims_about.get(entity.id, ()) if one.subject == entity.id]
        cited = facts.notes.cite(one for one in own if one.property == "note")
        groups = mentioned(entity.id, site)
    anchor = entity.id if not entity.has_page else f"entry-{entity.id}"
    return LetterEntry(site.ref(entity.id), entity.sort_name, anchor, note, cited, groups)
