"""What a date is resolved with, and what it resolves to."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.date_expression import DateBasis, DateStatus, DerivationStep
from plugins.archive.span import Span
from plugins.dates.course import Course
from plugins.dates.cues import Tenses
from plugins.dates.extents import Extent
from plugins.dates.milestones import Known
from plugins.dates.modifiers import Modifiers
from plugins.dates.phrases import Phrase


@dataclass(frozen=True, slots=True)
class YearNamed:
    """A year that a sentence names with an event of every year: ``the 2013 Oscars``."""

    year: int
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All that a phrase is resolved with.

    ``sets_scene`` says that the phrase begins a sentence that tells in the present tense. ``known`` is when
    the milestone was that the phrase speaks of, None where it speaks of none. ``is_quoted`` says that
    somebody else says it, ``heads`` that the date begins an entry of a diary or a chronology,
    ``is_added`` that it stands in another part of the sentence than
    the date before it, ``names_thing`` that it goes on with what it is the length of.
    """

    phrase: Phrase
    modifiers: Modifiers
    course: Course
    status: DateStatus
    tenses: Tenses
    sets_scene: bool = False
    year_named: YearNamed | None = None
    known: Known | None = None
    is_quoted: bool = False
    heads: bool = False
    is_added: bool = False
    names_thing: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """What words come to. ``extent`` is None where they say when, and the text does not support a date.

    ``moves`` tells whether the story goes on from there: not from what lies behind it. ``core`` is the time
    itself, where a word of bounds made ``extent`` of it. ``from_text`` says that it is seen from the text's
    own date.
    """

    extent: Extent | None
    basis: DateBasis
    steps: tuple[DerivationStep, ...]
    moves: bool = True
    core: Extent | None = None
    from_text: bool = False


def stated(phrase: Phrase, extent: Extent, *more: DerivationStep) -> Resolved:
    """A date that the words give whole; with ``more`` steps a part of it is concluded."""
    step = DerivationStep("as the words have it", phrase.rule, phrase.span)
    return Resolved(extent, DateBasis.INFERRED if more else DateBasis.STATED, (step, *more))


def unresolved(phrase: Phrase, why: str, basis: DateBasis = DateBasis.RELATIVE) -> Resolved:
    """Words that say when, and stay words."""
    return Resolved(None, basis, (DerivationStep(why, phrase.rule, phrase.span),), moves=False)
