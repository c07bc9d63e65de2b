"""Whose a film and its people are: makers own parts that they do not play."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from plugins.credits.draft import Draft
from plugins.credits.jobs import DIRECTOR, WRITER
from plugins.credits.passage import Passage
from plugins.credits.subjects import Subjects

_OPENING = 4
"""Passages at a text's start in which “somebody's drama” is the film that it is about."""

_NO_BREAK = r"(?:(?!(?:and|or|with|in|of|about|from|at|on)\b)[\w'-]+,? ){0,4}?"
_OWNED_WORKS = (
    re.compile(rf"(?P<who>ⓟ)'s? {_NO_BREAK}(?P<work>ⓦ)"),
    re.compile(
        r"(?P<work>ⓦ)(?: ?\([^)]*\))?, (?:the|an?) (?:[\w-]+ ){1,5}?(?:by|from) (?:[\w-]+ ){0,4}?(?P<who>ⓟ)"
    ),
    re.compile(r"(?P<work>ⓦ)(?: ?\([^)]*\))?,? by (?P<who>ⓟ)"),
)
_OWNED_FILM = re.compile(
    rf"(?P<who>ⓟ)'s? {_NO_BREAK}"
    r"(?:film|movie|drama|comedy|debut|feature|thriller|epic|tale|fable|documentary|picture)\b"
)
_AUTHORS = (
    re.compile(
        r"(?P<who>ⓟ)'s? (?:[\w-]+ ){0,3}?"
        r"(?:novel|book|play|tale|poem|story|memoir|script|screenplay|film|movie|debut|direction|camera)\b"
    ),
    re.compile(r"(?:novelist|author|writer|director|filmmaker|playwright|poet) (?P<who>ⓟ)"),
)


class Makers:
    """Who makes what others play, as far as one text shows it."""

    def __init__(self, passages: Sequence[Passage], subjects: Subjects) -> None:
        self._passages = passages
        self._subjects = subjects

    def owns(self, person: str, work: str) -> bool:
        """Whether a work is called somebody's: ``Ines Varga's The Tin Harbour``."""
        return (person, work) in self._owned

    def owners_of(self, work: str) -> set[str]:
        """Those whose a work is called."""
        return {person for person, owned in self._owned if owned == work}

    def is_prominent(self, person: str) -> bool:
        """Whether somebody is named in several passages, and so has to do with what the text is about."""
        return self._passages_naming[person] > 1

    @cached_property
    def _passages_naming(self) -> Counter[str]:
        """In how many passages each entity is named."""
        return Counter(
            entity for passage in self._passages for entity in {one.entity for one in passage.names.values()}
        )

    def without_owners(self, drafts: Sequence[Draft], crew: Sequence[Draft]) -> list[Draft]:
        """The cast without those of whom a part may be because they made it up, or that another plays.

        Directors portray people, too, without playing them.
        """
        if not drafts:
            return []
        makers = {one.person for one in crew if one.role in {DIRECTOR, WRITER}}
        directors = {one.person for one in crew if one.role == DIRECTOR}
        makers |= {person for person, _ in self._owned} | set(self._authors())
        drafts = [one for one in drafts if not (one.person in directors and "portray" in one.words)]
        played = {one.character.entity for one in drafts if one.character and not one.owning}
        return [
            one
            for one in drafts
            if not one.owning
            or (one.person not in makers and not (one.character and one.character.entity in played))
        ]

    @cached_property
    def _owned(self) -> frozenset[tuple[str, str]]:
        found = set()
        for passage in self._passages:
            for pattern in _OWNED_WORKS:
                for match in pattern.finditer(passage.text):
                    who, work = (passage.names.get(match.start(group)) for group in ("who", "work"))
                    if who and work:
                        found.add((who.entity, work.entity))
        for passage in self._passages[:_OPENING]:
            for match in _OWNED_FILM.finditer(passage.text):
                if who := passage.names.get(match.start("who")):
                    found.add((who.entity, self._subjects.work(passage, *match.span())))
        return frozenset(found)

    def _authors(self) -> Iterator[str]:
        for passage in self._passages:
            for pattern in _AUTHORS:
                found: Iterable[re.Match[str]] = pattern.finditer(passage.text)
                for match in found:
                    if who := passage.names.get(match.start("who")):
                        yield who.entity
