"""Which claims show the words they rest on: within the rights, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plugins.archive.claim import EDITOR, Claim
from plugins.archive.properties import property_of
from plugins.archive.settings import Settings
from plugins.archive.span import Span
from plugins.sources.library import Documents
from plugins.sources.rights import allotment, quote, words_shown

EVIDENCE = 0
"""The weight of a property of which a subject has one value at a time: where sources differ on it, their very
words are the evidence."""

WEIGHTS = {"credit": 1, "date": 2, "event": 2, "praises": 3, "minds": 3, "note": 5}
"""What yields last to first when no more of a source may be quoted: after the evidence, credits, events,
opinions, and before the notes on mere names every other fact."""

FACT = 4
"""The weight of all properties that are not named."""

READ_DATE = 6
"""The weight of a date that a program read: nobody has said yet that it matters."""


def with_wording(claims: Iterable[Claim], documents: Documents, settings: Settings) -> Iterator[Claim]:
    """The claims in the same order, each with as much of its wording as its source may show.

    A source that allows excerpts has an allotment of words. It is spent by weight, then in the order
    of the text; a claim that no longer fits keeps its pointer and goes without words.
    """
    all_claims = list(claims)
    shown = _spend(all_claims, documents, settings)
    for claim in all_claims:
        place = _place(claim)
        document = documents.by_id.get(place[0]) if place else None
        if place is None or document is None or place not in shown:
            yield claim
        else:
            yield replace(claim, original=quote(document, place[1], settings))


def _place(claim: Claim) -> tuple[str, Span] | None:
    if claim.pointer is None or claim.pointer.span is None:
        return None
    return claim.pointer.source, claim.pointer.span


def _weight(claim: Claim) -> int:
    if claim.property == "date" and claim.maker != EDITOR:
        return READ_DATE
    weight = WEIGHTS.get(claim.property, FACT)
    return weight if property_of(claim.property).several else EVIDENCE


def _fits(words: range, shown: set[int], limit: int, longest: int) -> bool:
    """Whether a quotation keeps within the allotment, and makes no long run with those beside it."""
    first, last = words.start, words.stop
    while first - 1 in shown:
        first -= 1
    while last in shown:
        last += 1
    return last - first <= longest and len(shown) + sum(word not in shown for word in words) <= limit


def _spend(claims: list[Claim], documents: Documents, settings: Settings) -> set[tuple[str, Span]]:
    """The passages that are shown."""
    shown: set[tuple[str, Span]] = set()
    spent: dict[str, set[int]] = {}
    placed = [(_weight(one), place) for one in claims if (place := _place(one))]
    for _, (source, span) in sorted(set(placed)):
        document = documents.by_id.get(source)
        if document is None or span.end > len(document.text) or quote(document, span, settings) is None:
            continue
        limit = allotment(document, settings)
        # Of a text that may be shown whole nobody counts the words.
        if limit is not None:
            together = spent.setdefault(source, set())
            words = words_shown(document, span, settings)
            if not _fits(words, together, limit, settings.excerpt_words):
                continue
            together |= set(words)
        shown.add((source, span))
    return shown
