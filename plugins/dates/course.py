"""Where a text stands in time while it is read: its own date, the scene, the course of the story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from plugins.archive.date_expression import DerivationStep, Precision
from plugins.archive.edtf import Edtf
from plugins.archive.span import Span
from plugins.dates.periods import BeyondCalendar, Period, around, ends_of, period_of

TEXT, ENTRY, SCENE, STORY, SAID = (
    "the text’s own date",
    "the entry’s date",
    "the passage’s scene",
    "the date told before",
    "when it was said",
)


COVER_DATE = 31
"""Days by which the date of an issue may lie behind its words: magazines are dated ahead."""

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


def _never() -> bool:
    return False


@dataclass(slots=True)
class Course:
    """The anchors that hold where the reading stands; each None where there is none.

    ``scene`` is what a passage is set in, told in the present where ``is_present``; ``in_scene`` says that
    this paragraph stands in it. ``story`` is the last date on the line of what this paragraph tells,
    ``carried`` that of the paragraph before; ``before`` the last date in this sentence, ``planned`` the last
    that it announces or calls off, ``promised`` that in this paragraph; ``said`` when the words of a
    quotation were said. ``is_lost`` says that the story went on to a time that nobody tells.

    ``quoted`` is the last date of what this paragraph quotes, which holds where somebody ``speaks``.
    ``tells_in_present`` tells whether this paragraph has a verb of the present, ``told_in_present`` whether
    the one before had: few dates ask for it, and it takes long to look for. ``has_come_back`` is whether the
    section has spoken of the text's own time.

    ``entry`` is the date that heads a diary's entry, and stands for the text's own date in it,
    ``last_entry`` that of the entry before.

    ``line`` and ``line_before`` are what ``story`` and ``before`` are without the dates that are told in
    passing, since a month goes on from where the story stands: the year of a film that is named, a birth,
    what a relative clause tells of somebody.
    """

    published: Anchor | None = None
    entry: Anchor | None = None
    scene: Anchor | None = None
    is_present: bool = False
    in_scene: bool = False
    story: Anchor | None = None
    carried: Anchor | None = None
    carried_line: Anchor | None = None
    before: Anchor | None = None
    planned: Anchor | None = None
    promised: Anchor | None = None
    said: Anchor | None = None
    is_lost: bool = False
    tells_in_present: Callable[[], bool] = _never
    told_in_present: Callable[[], bool] = _never
    has_come_back: bool = False
    speaks: bool = False
    quoted: Anchor | None = None
    last_entry: Anchor | None = None
    line: Anchor | None = None
    line_before: Anchor | None = None

    def begin_paragraph(self, tells_in_present: Callable[[], bool]) -> None:
        """Go on to the next paragraph, which stands in the scene if both are told in the present."""
        self.in_scene = self.scene is not None and self.is_present and tells_in_present()
        self.told_in_present, self.tells_in_present = self.tells_in_present, tells_in_present
        self.carried = self.story
        self.carried_line = self.line
        self.story = self.line = self.promised = self.quoted = None
        self.is_lost = False
        self.begin_sentence()

    def begin_sentence(self) -> None:
        """Go on to the next sentence."""
        self.before = self.line_before = self.planned = self.said = None

    @property
    def own(self) -> Anchor | None:
        """When the passage was written: the date of its entry, or that of the text."""
        return self.entry or self.published

    def is_long_past(self, anchor: Anchor) -> bool:
        """Whether a time lies far behind the one in which the passage was written."""
        return self.own is not None and (self.own.first - anchor.last).days > LONG_PAST

    def is_own(self, anchor: Anchor) -> bool:
        """Whether a time is that of the whole text, or close before it, as a report's date line is."""
        return self.published is not None and (self.published.first - anchor.last).days <= 2 * COVER_DATE

    def is_ahead(self, anchor: Anchor) -> bool:
        """Whether a time lies behind that of the whole text's date, an issue's days aside."""
        return self.published is not None and (anchor.first - self.published.last).days > COVER_DATE

    def begin_entry(self, entry: Anchor) -> None:
        """Begin an entry: no scene and no story of the one before reaches into it."""
        self.entry = self.last_entry = entry
        self.scene, self.in_scene = None, False
        self.come_back()

    def far_behind(self) -> Anchor | None:
        """What the paragraph before told, where that is long past: such a story goes on in its own time.

        Not where the paragraph turns to the present after one told in the past; and of a year alone not
        where the section has spoken of the text's own time.
        """
        carried = self.carried_line
        if carried is None or self.in_scene or (self.tells_in_present() and not self.told_in_present()):
            return None
        if carried.precision.rank >= Precision.YEAR.rank and self.has_come_back:
            return None
        return carried if self.is_long_past(carried) else None

    def go_on(self, anchor: Anchor, *, in_passing: bool) -> None:
        """Go on to a date that the story has come to; one told in passing does not move its line."""
        self.story, self.is_lost = anchor, False
        if not in_passing:
            self.line = anchor

    def come_back(self) -> None:
        """Come back from a story to the text's own time, from which months are counted again."""
        self.line = self.carried_line = self.quoted = None
        self.has_come_back = True

    def start_anew(self) -> None:
        """Begin a section, which no story of the one before reaches into."""
        self.story = self.carried = self.line = self.carried_line = self.entry = None
        self.has_come_back = False

    def set_scene(self, scene: Anchor, *, is_present: bool) -> None:
        """Set this passage, and those that follow it in the present, in a time."""
        self.scene, self.is_present, self.in_scene = scene, is_present, is_present

    def moment(self) -> Anchor | None:
        """When the words are spoken, for ``ago`` and ``next year``.

        In a quotation that is when it was said; else the scene where the paragraph stands in it; else
        the text's own date.
        """
        return self.said or (self.scene if self.in_scene else None) or self.own

    def told(self) -> Anchor | None:
        """When the story stands, for ``later`` and ``the next day``: never the text's own date.

        A scene told in the present is left where a paragraph tells in the past.
        """
        scene = self.scene if self.in_scene or not self.is_present else None
        spoken = self.quoted if self.speaks else None
        return (
            self.before
            or spoken
            or self.story
            or (scene if self.in_scene else None)
            or self.carried
            or scene
            or self.entry
        )

    def told_here(self) -> Anchor | None:
        """The last date of this paragraph, or the scene in which it stands."""
        return self.before or self.quoted or self.story or (self.scene if self.in_scene else None)

    def moments(self) -> tuple[Anchor, ...]:
        """The moments that a day without a year may be seen from, the nearest to the words first."""
        found = (self.said, self.scene if self.in_scene else None, self.own)
        return tuple(one for one in found if one is not None)
