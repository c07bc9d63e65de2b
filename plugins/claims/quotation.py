"""Which claims show the words they rest on: within the rights, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plugins.archive.claim import Claim
from plugins.archive.settings import Settings
from plugins.archive.span import Span
from plugins.sources.library import Documents
from plugins.sources.rights import allotment, quote, words_in

WEIGHTS = {"credit": 1, "praises": 2, "minds": 2, "date": 3, "event": 3, "note": 4}
"""What yields first when a source may not be quoted further: a fact of an infobox (0), on which
sources may differ in their very words, comes before a credit, an opinion, an event, a name's note."""


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


def _spend(claims: list[Claim], documents: Documents, settings: Settings) -> set[tuple[str, Span]]:
    """The passages that are shown."""
    shown: set[tuple[str, Span]] = set()
    spent: dict[str, list[Span]] = {}
    placed = [(WEIGHTS.get(one.property, 0), place) for one in claims if (place := _place(one))]
    for _, (source, span) in sorted(set(placed)):
        document = documents.by_id.get(source)
        if document is None or span.end > len(document.text) or quote(document, span, settings) is None:
            continue
        limit = allotment(document, settings)
        together = [*spent.get(source, ()), span]
        if limit is not None and words_in(document, together, settings) > limit:
            continue
        spent[source] = together
        shown.add((source, span))
    return shown
