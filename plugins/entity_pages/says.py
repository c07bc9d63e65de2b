"""Everything that somebody says in the texts: a section of their page, and a page of its own for much."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from plugins.archive.claim import Claim
from plugins.archive.entity import Entity, Kind
from plugins.archive.source import Rights
from plugins.archive.span import Span
from plugins.entity_pages.draft import HOME_CRUMB
from plugins.entity_pages.facts import PageFacts
from plugins.entity_pages.gathering import LISTS
from plugins.entity_pages.notes import NOT_QUOTED, place_url
from plugins.entity_pages.reading import pieces, sentence_around
from plugins.entity_pages.says_views import SaidGroup, SaidPassage, SaidQuote, SaidTopic, Says
from plugins.entity_pages.site import Site
from plugins.entity_pages.source_record import date_of, published
from plugins.entity_pages.views import PageView, Piece
from plugins.entity_pages.voices import Voice

HANDFUL = 5
"""So many passages stand on the person's page; more have a page of their own."""

FIRST = 3
"""How many of them the person's page shows then."""

LONG = 40
"""Words after which the person's page ends a passage with its sentence, where another page has it whole."""

_WORD = re.compile(r"\S+")

GAP = Piece(" … ")
"""Stands for what a text says between two stretches of somebody's words."""

EXCERPTS = "Of this text only words are quoted that a fact of the archive rests on."


def says(facts: PageFacts, person: str) -> Says | None:
    """What a person says, for their page; None where no text that may be told of has a word of theirs."""
    voices = _in_order(person, facts.site)
    if not voices:
        return None
    made = _says(person, voices, facts.site)
    if len(voices) <= HANDFUL:
        return made
    return replace(made, url=says_url(person), groups=_groups(voices[:FIRST], facts.site, longest=LONG))


def says_pages(site: Site) -> Iterator[PageView]:
    """The pages of those who say more than their own page has room for, in the order of ids."""
    for person in sorted(site.voices):
        entity, voices = site.archive.entities[person], _in_order(person, site)
        if len(voices) > HANDFUL and _has_section(entity):
            yield _page(entity, _says(person, voices, site), site)


def says_url(person: str) -> str:
    """The address of all that a person says; no record can stand there, whatever its id."""
    return f"people/{person}/says.html"


def counted(made: Says) -> str:
    """How much there is, in words."""
    passages = f"{made.passages} {'passage' if made.passages == 1 else 'passages'}"
    return f"{passages} in {made.texts} {'text' if made.texts == 1 else 'texts'}"


def _has_section(entity: Entity) -> bool:
    return entity.has_page and entity.kind is Kind.PERSON


def _page(entity: Entity, made: Says, site: Site) -> PageView:
    line = f"{counted(made)}, by what they speak of and in the order of the texts."
    ref = site.ref(entity.id)
    return PageView(
        url=says_url(entity.id),
        template="says.html",
        title=made.title,
        description=line,
        entity=ref,
        crumbs=(HOME_CRUMB, LISTS[Kind.PERSON].ref, ref, replace(ref, url=says_url(entity.id), name="Says")),
        lead=line,
        says=made,
        film=site.ref(site.film.id) if site.film else None,
    )


def _in_order(person: str, site: Site) -> list[Voice]:
    """What somebody says, older texts first; those without a date last, by name."""

    def place(one: Voice) -> tuple[object, ...]:
        date = date_of(site.record(one.source).text("published"))
        return (date is None, date.order if date else (), site.ref(one.source).name.casefold(), one.source)

    return sorted(site.voices.get(person, ()), key=place)


def _says(person: str, voices: list[Voice], site: Site) -> Says:
    return Says(
        title=f"What {site.titles.get(person, site.ref(person).name)} says",
        url=None,
        passages=len(voices),
        texts=len({one.source for one in voices}),
        topics=_topics(voices, site),
        groups=_groups(voices, site),
    )


def _topics(voices: Iterable[Voice], site: Site) -> tuple[SaidTopic, ...]:
    """What is spoken of, in most passages first, then in the order of an index."""
    about: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        for entity in dict.fromkeys(link.entity for link in voice.topics):
            about[entity].append(voice)
    entities = site.archive.entities
    order = sorted(about, key=lambda one: (-len(about[one]), entities[one].sort_name.casefold(), one))
    return tuple(SaidTopic(site.ref(one), f"about-{one}", _groups(about[one], site, one)) for one in order)


def _groups(
    voices: Iterable[Voice], site: Site, topic: str | None = None, longest: int | None = None
) -> tuple[SaidGroup, ...]:
    """The passages by text: of a ``topic`` the sentences that name it, with ``longest`` the first words."""
    return tuple(
        SaidGroup(
            source=site.ref(source),
            anchor=f"in-{source}",
            published=published(source, site),
            passages=tuple(_passage(voice, site, topic, longest) for voice in inside),
            withheld=_withheld(source, site),
        )
        for source, inside in groupby(voices, key=lambda one: one.source)
    )


def _passage(voice: Voice, site: Site, topic: str | None, longest: int | None) -> SaidPassage:
    text = site.documents.by_id[voice.source].text
    words: tuple[Piece, ...] = ()
    if site.shows_text(voice.source):
        words = _naming(voice, topic, text, site) if topic else _words(voice, longest, text, site)
    return SaidPassage(
        paragraph=voice.number,
        url=place_url(site.ref(voice.source).url, voice.number),
        words=words,
        quotes=() if words or topic else _quotes(voice, site),
        length=voice.length(text),
        topics=site.refs(dict.fromkeys(link.entity for link in voice.topics)),
        teller=site.ref(voice.teller) if voice.teller else None,
    )


def _naming(voice: Voice, topic: str, text: str, site: Site) -> tuple[Piece, ...]:
    """Each sentence that names a topic, once, with the name marked where it stands first."""
    marked: dict[Span, Span] = {}
    for link in voice.topics:
        if link.entity == topic:
            around = next(span for span in voice.spans if span.contains(link.span))
            marked.setdefault(sentence_around(text, around, link.span), link.span)
    return _joined([pieces(text, span, voice.topics, site, name) for span, name in marked.items()])


def _words(voice: Voice, longest: int | None, text: str, site: Site) -> tuple[Piece, ...]:
    """The words with their names linked; up to the end of the sentence in which they become too long."""
    made: list[tuple[Piece, ...]] = []
    left = longest
    for place, span in enumerate(voice.spans):
        words = list(_WORD.finditer(text, span.start, span.end))
        end = span.end
        if left is not None and len(words) > left:
            end = sentence_around(text, span, Span(*words[left].span())).end
        made.append(pieces(text, Span(span.start, end), voice.topics, site))
        left = left - len(words) if left is not None else None
        if end < span.end or (left is not None and left <= 0 and place + 1 < len(voice.spans)):
            return (*_joined(made), Piece(" …"))
    return _joined(made)


def _joined(stretches: list[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    first, *others = stretches
    return (*first, *(piece for one in others for piece in (GAP, *one)))


def _quotes(voice: Voice, site: Site) -> tuple[SaidQuote, ...]:
    """What is quoted of the words because a fact rests on it; nothing is quoted for this page's sake."""
    by_span: dict[Span, list[Claim]] = defaultdict(list)
    for claim in site.archive.claims_from.get(voice.source, ()):
        span = claim.pointer.span if claim.pointer else None
        if span is not None and claim.original and voice.holds(span):
            by_span[span].append(claim)
    spans = sorted(by_span, key=lambda span: (span.start, -span.end))
    return tuple(
        SaidQuote(by_span[span][0].original or "", tuple(dict.fromkeys(one.id for one in by_span[span])))
        for place, span in enumerate(spans)
        if not any(before.contains(span) for before in spans[:place])
    )


def _withheld(source: str, site: Site) -> str | None:
    if site.shows_text(source):
        return None
    return EXCERPTS if site.rights(source) is Rights.EXCERPT else NOT_QUOTED
