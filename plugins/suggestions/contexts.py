"""The words around a spot, for the person who decides: messages on a terminal, never text of ``content/``."""

from __future__ import annotations

from plugins.archive.span import Span
from plugins.suggestions.material import Material
from plugins.suggestions.suggestion import Spot

AROUND = 120
"""Code points of a sentence on either side of a name; hardly a decision needs more."""

MOST = 3
"""Places of one suggestion that are shown."""


def contexts(material: Material, spots: tuple[Spot, ...]) -> list[str]:
    """The sentences of the first spots, each on one line with its name between square brackets."""
    shown = [context(material, spot) for spot in spots[:MOST]]
    more = len(spots) - len(shown)
    return [*shown, f"and {more} more {'place' if more == 1 else 'places'}"] if more > 0 else shown


def context(material: Material, spot: Spot) -> str:
    text = material.documents.by_id[spot.source].text
    sentence = material.sentence(spot)
    start, end = max(sentence.start, spot.span.start - AROUND), min(sentence.end, spot.span.end + AROUND)
    before = ("…" if start > sentence.start else "") + Span(start, spot.span.start).of(text)
    after = Span(spot.span.end, end).of(text) + ("…" if end < sentence.end else "")
    return printable(f"{before}[{spot.span.of(text)}]{after}")


def printable(words: str) -> str:
    """Words on one line, without signs that a terminal would obey."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
