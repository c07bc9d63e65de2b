"""Indexes: listings of a kind, the A to Z, and who is named beside whom."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from dataclasses import replace

from markupsafe import Markup

from plugins.archive.assemble import filed_under
from plugins.archive.entity import Entity, Kind
from plugins.entity_pages.draft import ref_of_name
from plugins.entity_pages.facts import PageFacts
from plugins.entity_pages.gathering import CREDITS, DISAGREEMENTS, LISTS, REVIEWS, TIMELINE, gathered
from plugins.entity_pages.mentioned import how_often, mentioned
from plugins.entity_pages.shared_names import SharedName
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import Card, LetterEntry, LetterGroup, MentionGroup

NUMBERS = "0–9"
"""The heading of the A to Z under which names that begin with a digit stand."""

TOGETHER = 12
"""How many names “named together with” lists at most: two lines on a wide screen."""

DOORS = 6
"""How many ways in the home page offers: what can be taken in at a glance."""

_TOGETHER_KINDS = (Kind.PERSON, Kind.CHARACTER, Kind.WORK)
_NAMED_TOGETHER = frozenset(kind.value for kind in _TOGETHER_KINDS)

CROWD = 200
"""Names in one paragraph, with more of which it is a list: each would stand beside thousands of others."""


def listing(kind: Kind, site: Site) -> tuple[Card, ...]:
    """The pages of a kind in the order of an index, with how often each is named.

    Of sources it is counted how many claims rest on them.
    """
    return tuple(card(entity, site) for entity in site.archive.of(kind) if entity.has_page)


def card(entity: Entity, site: Site) -> Card:
    """An entry for one entity. A stub has no summary of its own: its entry says how many texts name it."""
    if entity.kind is Kind.SOURCE:
        claims = site.archive.claims_from.get(entity.id, ())
        return Card(site.ref(entity.id), entity.summary, len(claims), "claim")
    found = site.stub_names.get(entity.id)
    line = entity.summary if found is None else in_texts(len(found.texts))
    return Card(site.ref(entity.id), line, how_often(entity.id, site))


def in_texts(count: int) -> str:
    """How many texts name something, as the line of an entry."""
    return f"In {count} {'text' if count == 1 else 'texts'}."


def together(entity: str, site: Site) -> tuple[Card, ...]:
    """Who and what is named in the same paragraphs, most often first; ``count`` is of paragraphs.

    A paragraph with a crowd of names tells of nobody that they belong together. Of those named as often, what
    people have recorded comes before what a program found.
    """
    near = (names for names in site.named_beside.get(entity, ()) if len(names) <= CROWD)
    beside = Counter(other for names in near for other in names)
    found = [site.ref(other) for other in beside if other != entity]
    named = [ref for ref in found if ref.kind in _NAMED_TOGETHER]
    best = sorted(named, key=lambda ref: (-beside[ref.id], ref.is_stub, ref.id))[:TOGETHER]
    return tuple(Card(ref, "", beside[ref.id]) for ref in best)


def ways_in(site: Site) -> tuple[Card, ...]:
    """The doors of the home page: six, as far as so many pages have something on them."""
    made, film = gathered(site), site.film
    doors = [
        (
            CREDITS,
            "Cast and crew",
            "Who made it, who is seen or heard in it, and what became of their parts.",
        ),
        (
            TIMELINE,
            "How it was made",
            f"{len(site.archive.events)} events, as precise as their sources; plans are kept apart.",
        ),
        (
            DISAGREEMENTS,
            DISAGREEMENTS.title,
            f"{_topics(len(site.anchors))} with more than one value: who states each, and what that means.",
        ),
        (REVIEWS, "What was written of it", "Reviews side by side: what each praises, what each minds."),
        (
            LISTS[Kind.SOURCE],
            "The sources",
            f"{len(site.archive.of(Kind.SOURCE))} texts, and what rests on each of them.",
        ),
        *((LISTS[kind], LISTS[kind].title, LISTS[kind].line) for kind in _TOGETHER_KINDS),
    ]
    cards = [Card(replace(section.ref, name=name), line) for section, name, line in doors if section in made]
    if film is not None:
        told = "where the texts name it" if film.is_stub else "what its sources say of it"
        cards.insert(0, Card(site.ref(film.id), f"The film, and {told}."))
    return tuple(cards[:DOORS])


def _topics(count: int) -> str:
    return f"{count} {'topic' if count == 1 else 'topics'}"


def letters(site: Site, facts: PageFacts | None = None) -> tuple[LetterGroup, ...]:
    """The A to Z: every name, and every name that several share. Filed under the letter without its accent.

    With ``facts``, names that have no page carry their note and their mentions.
    """
    names = (one for one in site.archive.of(*(set(Kind) - {Kind.PAGE})) if site.has_record(one))
    entries = [_entry(entity, site, facts) for entity in names]
    entries += [_shared_entry(name) for name in site.shared_names]
    filed: dict[str, list[LetterEntry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda one: (filed_under(one.sort_name), one.anchor)):
        filed[letter_of(entry.sort_name)].append(entry)
    return tuple(
        LetterGroup(
            letter, "letter-" + ("0-9" if letter == NUMBERS else letter.lower()), tuple(filed[letter])
        )
        for letter in sorted(filed)
    )


def _shared_entry(name: SharedName) -> LetterEntry:
    return LetterEntry(ref_of_name(name), name.name, name.id, None, None, ())


def letter_of(sort_name: str) -> str:
    """The letter under which an index files a name, without its accent, or the heading for digits."""
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
