"""What somebody speaks of: topics with the sentences that name them, each sentence at most twice.

Topics that are named in exactly the same sentences are one. A sentence that more than two topics share
stands under one of them, with the others named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.archive.span import Span
from plugins.entity_pages.reading import sentence_around
from plugins.entity_pages.site import Site
from plugins.entity_pages.voices import Voice

SHARED = 2
"""So many topics show the same sentence; of more, one shows it."""

Place = tuple[str, Span]
"""A sentence of a source."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The sentences of a passage that name a topic, each with the name where it stands first.

    ``also`` are other topics that the sentences name, and that do not show them.
    """

    voice: Voice
    sentences: tuple[tuple[Span, Span], ...]
    also: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple((self.voice.source, sentence) for sentence, _ in self.sentences)


@dataclass(frozen=True, slots=True)
class Topic:
    """What is spoken of, in ``count`` passages.

    ``elsewhere`` are the first entities of the topics that show sentences which are left out of ``namings``.
    """

    entities: tuple[str, ...]
    count: int
    namings: tuple[Naming, ...]
    elsewhere: tuple[str, ...] = ()


def topics_of(voices: Iterable[Voice], site: Site) -> list[Topic]:
    """The topics of passages, those of most passages first, then in the order of an index."""
    found = _merged(_namings(voices, site), site)
    owners = _owners(found, site)
    return [_without_the_shared(one, found, owners) for one in found]


def _namings(voices: Iterable[Voice], site: Site) -> Mapping[str, list[Naming]]:
    about: dict[str, list[Naming]] = defaultdict(list)
    for voice in voices:
        text = site.documents.by_id[voice.source].text
        named: dict[str, dict[Span, Span]] = defaultdict(dict)
        for link in voice.topics:
            around = next(span for span in voice.spans if span.contains(link.span))
            named[link.entity].setdefault(sentence_around(text, around, link.span), link.span)
        for entity, sentences in named.items():
            about[entity].append(Naming(voice, tuple(sentences.items())))
    return about


def _merged(about: Mapping[str, list[Naming]], site: Site) -> list[Topic]:
    entities = site.archive.entities
    order = sorted(about, key=lambda one: (-len(about[one]), entities[one].sort_name.casefold(), one))
    same: dict[tuple[tuple[Place, ...], ...], list[str]] = defaultdict(list)
    for entity in order:
        same[tuple(one.places for one in about[entity])].append(entity)
    return [Topic(tuple(named), len(about[named[0]]), tuple(about[named[0]])) for named in same.values()]


def _owners(topics: Sequence[Topic], site: Site) -> dict[Place, Topic]:
    """Under which topic each sentence stands that too many share: the one that has least besides."""
    holders: dict[Place, list[Topic]] = defaultdict(list)
    for topic in topics:
        for naming in topic.namings:
            for place in naming.places:
                holders[place].append(topic)
    return {
        place: min(sharing, key=lambda one: one.count)
        for place, sharing in holders.items()
        if len(sharing) > SHARED and site.shows_text(place[0])
    }


def _without_the_shared(topic: Topic, topics: Sequence[Topic], owners: Mapping[Place, Topic]) -> Topic:
    """A topic with the sentences that it shows itself; with all of them where it would have none."""
    kept: list[Naming] = []
    elsewhere: dict[str, None] = {}
    for naming in topic.namings:
        own = []
        for sentence, name in naming.sentences:
            owner = owners.get((naming.voice.source, sentence), topic)
            if owner is topic:
                own.append((sentence, name))
            else:
                elsewhere[owner.entities[0]] = None
        if own:
            kept.append(Naming(naming.voice, tuple(own), _also(topic, naming.voice, own, topics, owners)))
    if not kept:
        return topic
    return Topic(topic.entities, topic.count, tuple(kept), tuple(elsewhere))


def _also(
    topic: Topic,
    voice: Voice,
    sentences: Sequence[tuple[Span, Span]],
    topics: Sequence[Topic],
    owners: Mapping[Place, Topic],
) -> tuple[str, ...]:
    places = {(voice.source, sentence) for sentence, _ in sentences}
    owned = {place for place in places if place in owners}
    if not owned:
        return ()
    return tuple(
        entity
        for other in topics
        if other is not topic and any(owned.intersection(one.places) for one in other.namings)
        for entity in other.entities
    )
