"""Errata tied to what they correct: to one sentence of the article or to none, and never by a guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.archive.source import Erratum, Label, Segment
from plugins.archive.span import Span
from plugins.errata.compared_words import words_of
from plugins.errata.corrections import find_corrections
from plugins.errata.passages_by_words import Article
from plugins.errata.tie import Tying
from plugins.errata.ties import NOWHERE, SILENT, TOO_MANY

TEXT = frozenset({Label.HEADING, Label.BODY, Label.QUESTION, Label.ANSWER, Label.CAPTION})
"""Labels of the segments in which a passage is looked for first."""

AROUND_THE_TEXT = frozenset(
    {Label.SECTION, Label.BYLINE, Label.PHOTO_CREDIT, Label.CREDIT_BLOCK, Label.FILM_FACTS, Label.NOTE}
)
"""Where it is looked for when the text proper does not have the words."""

MOST_ERRATA = 200
"""Segments of errata that are tied. A page has a few; what has more is a list of corrections."""


def tie_errata(text: str, segments: Sequence[Segment]) -> tuple[Erratum, ...]:
    """What each erratum of a text corrects, in the order of the text; several where one corrects several.

    A passage is a sentence of the article that has the words which the erratum calls wrong, or that makes
    the statement which it takes back. ``struck`` are those very words, or the clause that must be reworded
    where the erratum does not give them. A passage that has the right words already has no ``struck``.
    ``reads`` are the erratum's words that stand instead: as few as differ, or the right statement whole.
    ``reason`` says why a passage was found or not, without a word of the text.

    Refuses to choose: where several sentences might be meant, or none has the words, ``passage`` is None.
    Comments, residue and metadata are not looked at.
    """
    errata = [segment.span for segment in segments if segment.label is Label.ERRATUM]
    if not errata:
        return ()
    sought = [word for span in errata for word in words_of(text, span)]
    articles = [Article(text, segments, labels, sought) for labels in (TEXT, AROUND_THE_TEXT)]
    tied = [erratum for span in errata[:MOST_ERRATA] for erratum in _tied(text, span, articles)]
    return (*tied, *(Erratum(span, None, None, None, TOO_MANY) for span in errata[MOST_ERRATA:]))


def _tied(text: str, span: Span, articles: Sequence[Article]) -> Iterator[Erratum]:
    corrections = list(find_corrections(text, span))
    for correction in corrections:
        tie = Tying(text, articles[0], span, correction).tie()
        if tie.reason == NOWHERE:
            tie = Tying(text, articles[1], span, correction).tie()
        reads = correction.contrast.right if correction.contrast else correction.right
        yield Erratum(span, tie.passage, tie.struck, tie.reads or reads, tie.reason)
    if not corrections:
        yield Erratum(span, None, None, None, SILENT)
