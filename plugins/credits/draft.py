"""A credit as a form found it, before it is known whose part a pronoun means and which work is spoken of."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.credits.passage import Named, Passage
from plugins.credits.standing import FINAL, Standing


@dataclass(slots=True)
class Draft:
    """``start`` and ``end`` are those of the form in its passage, ``at`` the person’s offset there.

    ``character`` is a part’s name, None where the text has only words for it (``part``) or none at all.
    ``works`` are those that the form itself names. ``sure`` drafts need nothing else to speak for them.
    """

    passage: Passage
    start: int
    end: int
    at: int
    person: Named
    role: str
    reason: str
    character: Named | None = None
    part: str = ""
    wording: str = ""
    standing: Standing = field(default_factory=lambda: Standing(FINAL))
    mode: str = ""
    works: tuple[str, ...] = ()
    sure: bool = True
    owning: bool = False
    person_before: str = ""
    """Whose the job is said to be, where a pronoun determines it: ``Varga and her editor``."""
    alone: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where the person stands in the text: sorts drafts."""
        return (self.passage.segment.span.start, self.at)
