"""Everything that somebody says in the texts: a section of their page, and a page of its own for much."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from plugins.archive.claim import Claim
from plugins.archive.entity import Entity, Kind
from plugins.archive.source import Rights
from plugins.archive.span import Span
from plugins.entity_pages.draft import HOME_CRUMB
from plugins.entity_pages.facts import PageFacts
from plugins.entity_pages.gathering import LISTS
from plugins.entity_pages.notes import NOT_QUOTED
from plugins.entity_pages.planning import PagePlan
from plugins.entity_pages.reading import pieces, sentence_around
from plugins.entity_pages.says_order import best_first, is_scrap
from plugins.entity_pages.says_topics import Naming, Topic, topics_of
from plugins.entity_pages.says_views import SaidGroup, SaidPassage, SaidQuote, SaidTopic, Says
from plugins.entity_pages.site import Site
from plugins.entity_pages.source_record import date_of, published
from plugins.entity_pages.statement_pages import place_url
from plugins.entity_pages.views import PageView, Piece
from plugins.entity_pages.voices import Voice

T = TypeVar("T")

HANDFUL = 5
"""So many passages stand on the person's page, the best first; all of more have a page of their own."""

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
    site = facts.site
    made, best = _says(person, voices, site), best_first(voices, site)
    if len(voices) <= HANDFUL:
        return replace(made, groups=_groups(best, site))
    return replace(made, url=says_url(person), groups=_groups(best[:HANDFUL], site, LONG))


def says_plans(site: Site) -> Iterator[PagePlan]:
    """The pages of those who say more than their own page has room for, in the order of ids."""
    for person in sorted(site.voices):
        entity = site.archive.entities[person]
        if len(site.voices[person]) > HANDFUL and _has_section(entity):
            yield PagePlan(says_url(person), "says.html", _page, (entity,))


def says_url(person: str) -> str:
    """The address of all that a person says; no record can stand there, whatever its id."""
    return f"people/{person}/says.html"


def counted(made: Says) -> str:
    """How much there is, in words."""
    passages = f"{made.passages} {'passage' if made.passages == 1 else 'passages'}"
    return f"{passages} in {made.texts} {'text' if made.texts == 1 else 'texts'}"


def _has_section(entity: Entity) -> bool:
    return entity.has_page and entity.kind is Kind.PERSON


def _page(entity: Entity, site: Site) -> PageView:
    made = _says(entity.id, _in_order(entity.id, site), site)
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
        topics=tuple(_topic(one, site) for one in topics_of(voices, site)),
        groups=_groups(voices, site),
    )


def _topic(topic: Topic, site: Site) -> SaidTopic:
    return SaidTopic(
        refs=site.refs(topic.entities),
        anchor=_anchor(topic.entities[0]),
        count=topic.count,
        groups=tuple(
            _group(source, site, [_named(one, site) for one in inside])
            for source, inside in _by_source(topic.namings, lambda one: one.voice.source).items()
        ),
        elsewhere=tuple((site.ref(one), _anchor(one)) for one in topic.elsewhere),
    )


def _anchor(entity: str) -> str:
    return f"about-{entity}"


def _groups(voices: Iterable[Voice], site: Site, longest: int | None = None) -> tuple[SaidGroup, ...]:
    """The passages by text, in their order; with ``longest`` the first words. Scraps are kept apart."""
    groups = []
    for source, inside in _by_source(voices, lambda one: one.source).items():
        passages = [_whole(one, site, longest) for one in inside if not is_scrap(one, site)]
        scraps = [_whole(one, site, longest) for one in inside if is_scrap(one, site)]
        groups.append(_group(source, site, passages, scraps))
    return tuple(groups)


def _group(
    source: str, site: Site, passages: Sequence[SaidPassage], scraps: Sequence[SaidPassage] = ()
) -> SaidGroup:
    return SaidGroup(
        source=site.ref(source),
        anchor=f"in-{source}",
        published=published(source, site),
        passages=tuple(passages),
        scraps=tuple(scraps),
        withheld=_withheld(source, site),
    )


def _by_source(things: Iterable[T], source_of: Callable[[T], str]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for one in things:
        found[source_of(one)].append(one)
    return found


def _whole(voice: Voice, site: Site, longest: int | None) -> SaidPassage:
    text = site.documents.by_id[voice.source].text
    words = _words(voice, longest, text, site) if site.shows_text(voice.source) else ()
    return replace(_passage(voice, site), words=words, quotes=() if words else _quotes(voice, site))


def _named(naming: Naming, site: Site) -> SaidPassage:
    """The sentences that name a topic, with the name marked where it stands first in each."""
    voice = naming.voice
    text = site.documents.by_id[voice.source].text
    words: tuple[Piece, ...] = ()
    if site.shows_text(voice.source):
        runs = [pieces(text, span, voice.topics, site, name) for span, name in naming.sentences]
        words = _joined(runs)
    return replace(_passage(voice, site), words=words, also=site.refs(naming.also))


def _passage(voice: Voice, site: Site) -> SaidPassage:
    """A passage without its words."""
    return SaidPassage(
        paragraph=voice.number,
        url=place_url(site.ref(voice.source).url, voice.number),
        words=(),
        quotes=(),
        length=voice.length(site.documents.by_id[voice.source].text),
        topics=site.refs(dict.fromkeys(link.entity for link in voice.topics)),
        teller=site.ref(voice.teller) if voice.teller else None,
    )


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
