"""A date while it is read, before the words behind it have had their say."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.date_expression import DateBasis, DateExpression, DateStatus, DerivationStep
from plugins.archive.span import Span
from plugins.dates.course import STORY, Anchor, anchor_of
from plugins.dates.extents import Extent
from plugins.dates.phrases import Phrase
from plugins.dates.resolved import Resolved

MAKER = "dates/1"


@dataclass(slots=True)
class Found:
    """A date while its paragraph is read.

    ``fronted`` where its sentence begins with it, in the present; ``heads`` where it heads an entry;
    ``is_earlier`` where the past perfect tells it.
    """

    phrase: Phrase
    span: Span
    sentence: Span
    resolved: Resolved
    status: DateStatus
    fronted: bool = False
    heads: bool = False
    is_earlier: bool = False

    @property
    def anchor(self) -> Anchor | None:
        """The date as one that others may be counted from; “by the summer of 2010” stands in that summer."""
        extent = self.resolved.core or self.resolved.extent
        return anchor_of(STORY, extent.edtf if extent else None, self.span)

    def expression(self, source: str, text: str) -> DateExpression:
        """What the archive keeps of it."""
        extent = self.resolved.extent
        return DateExpression(
            source,
            self.span,
            self.span.of(text),
            self.sentence,
            extent.edtf if extent else None,
            self.resolved.basis,
            self.status,
            self.resolved.steps,
            MAKER,
        )

    def call_off(self) -> None:
        """Call off what the sentence before announced; what happened stays."""
        if self.status is DateStatus.ANNOUNCED:
            self.status = DateStatus.CANCELLED

    def is_now(self, scene: Anchor) -> None:
        """Give a time that stayed words the date that the text goes on to tell."""
        step = DerivationStep(f"the text goes on to say when: {scene.written}", "date behind it", scene.span)
        self.resolved = Resolved(
            Extent(scene.period), DateBasis.INFERRED, (*self.resolved.steps, step), moves=False
        )
