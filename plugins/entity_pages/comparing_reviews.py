"""Reviews beside each other: for each thing that they speak of, who praises it and who minds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.archive.claim import Claim
from plugins.archive.entity import Kind
from plugins.archive.relation import echoes_among
from plugins.authority.choices import ASPECTS
from plugins.entity_pages.facts import PageFacts
from plugins.entity_pages.review_views import ReviewComparison, ReviewSide, ReviewTopic
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import Ref

PRAISES, MINDS = "praises", "minds"


@dataclass(frozen=True, slots=True)
class _Finding:
    """A point of a review. ``place`` is where the review has it, so that the same point is known again."""

    review: str
    praises: bool
    place: int
    claims: tuple[Claim, ...]


_Topic = tuple[tuple[str, ...], list[_Finding]]
"""Aspects and ids that the very same points are about, with those points in the order of the reviews."""


def compare_reviews(reviews: Iterable[str], facts: PageFacts) -> ReviewComparison | None:
    """What reviews agree and differ on; None where no two of them speak of the same.

    Reviews differ on what one praises and another, or the same one, minds. What the same points are about is
    one topic. What more of them speak of comes before the others, and notes are numbered in that order. A
    review that was written from another of them agrees with nobody.
    """
    all_reviews = tuple(reviews)
    echoes = echoes_among(all_reviews, facts.site.relations.models)
    topics = _topics((one for one in all_reviews if one not in echoes), facts)
    shared = sorted(
        (one for one in topics if len(_reviews(one)) > 1), key=lambda one: len(_reviews(one)), reverse=True
    )
    if not shared:
        return None
    alone = [one for one in topics if len(_reviews(one)) == 1]
    return ReviewComparison(
        differing=tuple(_topic(one, facts) for one in shared if _is_mixed(one)),
        agreed=tuple(_topic(one, facts) for one in shared if not _is_mixed(one)),
        alone=tuple(_topic(one, facts) for one in alone),
    )


def _topics(reviews: Iterable[str], facts: PageFacts) -> list[_Topic]:
    """All that points are about: aspects in the order of their table, then entities as an index has them."""
    about: dict[str, list[_Finding]] = defaultdict(list)
    for review in reviews:
        for finding in _findings(review, facts):
            for topic in _about(finding, facts.site):
                about[topic].append(finding)
    merged: dict[tuple[tuple[str, bool, int], ...], list[str]] = defaultdict(list)
    for topic in sorted(about, key=lambda one: _place(one, facts.site)):
        merged[tuple((one.review, one.praises, one.place) for one in about[topic])].append(topic)
    return [(tuple(same), about[same[0]]) for same in merged.values()]


def _findings(review: str, facts: PageFacts) -> Iterator[_Finding]:
    for name in (PRAISES, MINDS):
        for place, claims in enumerate(facts.point_claims(review, name)):
            yield _Finding(review, name == PRAISES, place, claims)


def _about(finding: _Finding, site: Site) -> dict[str, None]:
    """What a point is about, besides the film and the reviews themselves."""
    film = site.film.id if site.film else None
    known = site.archive.entities
    return dict.fromkeys(
        topic
        for claim in finding.claims
        for topic in (*claim.aspects, *claim.about)
        if topic in claim.aspects
        or (topic != film and topic in known and known[topic].kind is not Kind.SOURCE)
    )


def _place(topic: str, site: Site) -> tuple[int, str, str]:
    if topic in ASPECTS:
        return list(ASPECTS).index(topic), "", topic
    return len(ASPECTS), site.archive.entities[topic].sort_name.casefold(), topic


def _reviews(topic: _Topic) -> dict[str, None]:
    return dict.fromkeys(one.review for one in topic[1])


def _is_mixed(topic: _Topic) -> bool:
    return len({one.praises for one in topic[1]}) == 2


def _topic(topic: _Topic, facts: PageFacts) -> ReviewTopic:
    words, findings = topic
    sides = tuple(_side(review, findings, facts) for review in _praise_first(findings))
    return ReviewTopic(
        anchor=f"on-{words[0]}",
        labels=tuple(_label(word, facts.site) for word in words),
        told=_told(sides),
        sides=sides,
    )


def _praise_first(findings: Iterable[_Finding]) -> list[str]:
    """The reviews: those that only praise, those that do both, those that only mind."""
    found: dict[str, set[bool]] = defaultdict(set)
    for one in findings:
        found[one.review].add(one.praises)
    return sorted(found, key=lambda review: (False in found[review], True not in found[review]))


def _label(topic: str, site: Site) -> Ref:
    """An aspect by its label, which leads nowhere; an entity by its name."""
    if topic in ASPECTS:
        return Ref(topic, "", ASPECTS[topic], "aspect")
    return site.ref(topic)


def _side(review: str, findings: Iterable[_Finding], facts: PageFacts) -> ReviewSide:
    own = [one for one in findings if one.review == review]
    return ReviewSide(
        review=facts.site.ref(review),
        praises=tuple(facts.point(one.claims) for one in own if one.praises),
        minds=tuple(facts.point(one.claims) for one in own if not one.praises),
    )


def _told(sides: tuple[ReviewSide, ...]) -> str:
    """How many praise and mind a topic, in words: “both praise it”, “2 praise it, 1 minds it”."""
    both = sum(bool(one.praises and one.minds) for one in sides)
    counts = (
        (sum(bool(one.praises) for one in sides) - both, "praises it", "praise it"),
        (sum(bool(one.minds) for one in sides) - both, "minds it", "mind it"),
        (both, "does both", "do both"),
    )
    there = [one for one in counts if one[0]]
    if len(there) == 1 and len(sides) > 1:
        count, _, many = there[0]
        return f"{'both' if count == 2 else f'all {count}'} {many}"
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in there)
