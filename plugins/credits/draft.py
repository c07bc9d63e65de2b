"""A credit as a form found it, before it is known which work is spoken of."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.credits.named import Named
from plugins.credits.outcome import PLAIN, Outcome
from plugins.credits.passage import Passage


@dataclass(slots=True)
class Draft:
    """``start`` and ``end`` are those of the form in its passage, ``at`` is the person's offset there.

    ``character`` is a part's name, None where the text has only words for it (``part``) or none at all.
    ``works`` are those that the form itself names. ``sure`` drafts need nothing else to speak for them;
    ``is_tied`` ones have a word before the job that makes it the film's: ``our editor``; of ``owning`` ones
    the person may be the part's maker. ``whose`` is the person whose job a pronoun makes it: ``Varga and her
    editor``; ``like`` is the person whose part this one had or has. ``planned`` ones were to have a part, and
    it is not told that they ever had it. ``name`` is that of somebody without a record, and ``who`` the
    record of a speaker, who is not named there at all.
    """

    passage: Passage
    start: int
    end: int
    at: int
    role: str
    reason: str
    character: Named | None = None
    part: str = ""
    wording: str = ""
    outcome: Outcome = PLAIN
    mode: str = ""
    works: tuple[str, ...] = ()
    sure: bool = True
    is_tied: bool = False
    owning: bool = False
    whose: str = ""
    like: str = ""
    planned: bool = False
    name: str = ""
    who: str = ""

    @property
    def person(self) -> str:
        """The record of the person; empty for somebody who has only a name."""
        return self.who or ("" if self.name else self.passage.names[self.at].entity)

    @property
    def place(self) -> tuple[int, int]:
        """Where the person stands in the text."""
        return (self.passage.segment.span.start, self.at)

    @property
    def is_open(self) -> bool:
        """Whether it tells of no part what it is."""
        return self.character is None and not self.part

    @property
    def words(self) -> str:
        """The words of the form, names as signs."""
        return self.passage.text[self.start : self.end]
