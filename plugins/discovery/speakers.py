"""Who speaks in a text, by the labels of turns and the words beside quotations: people, as a rule."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.archive.entity import Kind
from plugins.archive.source import Document, Label
from plugins.archive.span import Span
from plugins.discovery.gathering import Gathered
from plugins.discovery.tally import Evidence, Surface
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.words import is_common, is_given_name
from plugins.mentions.folding import fold
from plugins.quotations.finding import find_quotations

SPEAKS = Evidence(Kind.PERSON, 3.0, "speaks in turns")
IS_QUOTED = Evidence(Kind.PERSON, 2.0, "is quoted")
"""Parts are quoted too, and few of them answer questions."""

OTHERWISE = 2.0
"""From this weight on, a speaker is a paper or a place: whoever speaks for it is not named."""

SHORTEST = 4
"""Letters of a label in capitals that is told from an abbreviation."""


def hear_speakers(document: Document, gathered: Gathered) -> None:
    """Add to the surfaces of a text what speaks for those who speak in it.

    A speaker whose name stands nowhere else is added where it begins with a given name. What is known to
    be neither a person nor a work speaks for nobody.
    """
    in_capitals: dict[str, Surface] = {}
    for form, surface in gathered.surfaces.items():
        in_capitals.setdefault(form.upper(), surface)
    for span, found in _speakers(document):
        words = fold(span.of(document.text)).text
        known = gathered.surfaces.get(words)
        if known is None and len(words) >= SHORTEST:
            known = in_capitals.get(words)
        if known is None and _looks_like_a_name(words):
            known = gathered.at(span, words)
            in_capitals.setdefault(words.upper(), known)
        if known is not None and known.weights.get(None, 0.0) < OTHERWISE:
            known.spans.add(span)
            known.add(found)


def _speakers(document: Document) -> Iterator[tuple[Span, Evidence]]:
    """The labels of turns, then the names of those who are quoted, each in order.

    Papers ask too, under their own names: a label before a question must look like a person's name.
    """
    for segment in document.segments:
        speaker, start = segment.speaker, segment.span.start
        if not speaker or not document.text.startswith(speaker, start):
            continue
        asks = segment.label is Label.QUESTION and _looks_like_a_name(fold(speaker).text)
        if asks or segment.label is Label.ANSWER:
            yield Span(start, start + len(speaker)), SPEAKS
    for quotation in find_quotations(document.text, document.segments):
        if quotation.speaker is not None:
            yield quotation.speaker, IS_QUOTED


def _looks_like_a_name(words: str) -> bool:
    parts = words.split()
    if len(parts) < 2 or all(is_common(one) for one in parts):
        return False
    ends_otherwise = parts[-1].lower() in ENGLISH.organisations | ENGLISH.places
    return is_given_name(parts[0].capitalize()) and not ends_otherwise
