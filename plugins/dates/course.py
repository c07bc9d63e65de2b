"""Where a text stands in time while it is read: its own date, the scene, the course of the story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.archive.date_expression import DerivationStep, Precision
from plugins.archive.edtf import Edtf
from plugins.archive.span import Span
from plugins.dates.periods import BeyondCalendar, Period, around, ends_of, period_of

TEXT, SCENE, STORY, SAID = (
    "the text’s own date",
    "the passage’s scene",
    "the date told before",
    "when it was said",
)


LONG_PAST = 730
"""Days after which what a text tells is no longer its own time."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time that others are counted from: what it is, its days, and the words that give it.

    ``span`` is None for the date of the source's record.
    """

    kind: str
    written: str
    first: date
    last: date
    precision: Precision
    span: Span | None = None

    @property
    def period(self) -> Period:
        """The period of the anchor's precision in which it begins."""
        return around(self.first, self.precision)

    def step(self, rule: str) -> DerivationStep:
        """What a derivation says of it."""
        return DerivationStep(f"{self.kind}: {self.written}", rule, self.span)


def anchor_of(kind: str, edtf: Edtf | None, span: Span | None = None) -> Anchor | None:
    """A date as an anchor; None where it has an open end, no year, or is no day of the calendar."""
    ends = ends_of(edtf) if edtf else None
    if edtf is None or ends is None:
        return None
    period = period_of(edtf)
    try:
        precision = period.precision if period else _precision_of(*ends)
        around(ends[0], precision)
    except BeyondCalendar:
        return None
    return Anchor(kind, edtf.written, *ends, precision, span)


def _precision_of(first: date, last: date) -> Precision:
    """The shortest period that holds both ends, or a century."""
    return next(
        (one for one in Precision if around(first, one) == around(last, one)),
        Precision.CENTURY,
    )


@dataclass(slots=True)
class Course:
    """The anchors that hold where the reading stands; each None where there is none.

    ``scene`` is what a passage is set in, told in the present where ``is_present``; ``in_scene`` says that
    this paragraph stands in it. ``story`` is the last date on the line of what this paragraph tells,
    ``carried`` that of the paragraph before; ``before`` the last date in this sentence, ``planned`` the last
    that it announces or calls off; ``said`` when the words of a quotation were said. ``is_lost`` says that
    the story went on to a time that nobody tells.
    """

    published: Anchor | None = None
    scene: Anchor | None = None
    is_present: bool = False
    in_scene: bool = False
    story: Anchor | None = None
    carried: Anchor | None = None
    before: Anchor | None = None
    planned: Anchor | None = None
    said: Anchor | None = None
    is_lost: bool = False

    def begin_paragraph(self, *, tells_in_present: bool) -> None:
        """Go on to the next paragraph, which stands in the scene if both are told in the present."""
        self.in_scene = self.scene is not None and self.is_present and tells_in_present
        self.carried = self.story
        self.story, self.is_lost = None, False
        self.begin_sentence()

    def begin_sentence(self) -> None:
        """Go on to the next sentence."""
        self.before = self.planned = self.said = None

    def is_long_past(self, anchor: Anchor) -> bool:
        """Whether a time lies far behind the text's own date."""
        return self.published is not None and (self.published.first - anchor.last).days > LONG_PAST

    def far_behind(self) -> Anchor | None:
        """What the paragraph before told, where that is long past: such a story goes on in its own time."""
        if self.carried is None or self.in_scene:
            return None
        return self.carried if self.is_long_past(self.carried) else None

    def set_scene(self, scene: Anchor, *, is_present: bool) -> None:
        """Set this passage, and those that follow it in the present, in a time."""
        self.scene, self.is_present, self.in_scene = scene, is_present, is_present

    def moment(self) -> Anchor | None:
        """When the words are spoken, for ``ago`` and ``next year``.

        In a quotation that is when it was said; else the scene where the paragraph stands in it; else
        the text's own date.
        """
        return self.said or (self.scene if self.in_scene else None) or self.published

    def told(self) -> Anchor | None:
        """When the story stands, for ``later`` and ``the next day``: never the text's own date.

        A scene told in the present is left where a paragraph tells in the past.
        """
        scene = self.scene if self.in_scene or not self.is_present else None
        return self.before or self.story or (scene if self.in_scene else None) or self.carried or scene

    def moments(self) -> tuple[Anchor, ...]:
        """The moments that a day without a year may be seen from, the nearest to the words first."""
        found = (self.said, self.scene if self.in_scene else None, self.published)
        return tuple(one for one in found if one is not None)
