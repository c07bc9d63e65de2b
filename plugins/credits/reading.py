"""One text's credits put together: each with its work, its part, and what became of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from plugins.archive.annotation import CreditLine
from plugins.credits.crewing import find_crew
from plugins.credits.draft import Draft
from plugins.credits.jobs import CAST, CINEMATOGRAPHER, DIRECTOR
from plugins.credits.listed import find_listed
from plugins.credits.makers import Makers
from plugins.credits.outcome import FINAL, RECAST, REPLACED, Outcome, mode_at
from plugins.credits.parts import find_parts
from plugins.credits.passage import Named, Passage
from plugins.credits.speaking import find_spoken
from plugins.credits.subjects import Subjects

MAKER = "credits/2"

_OWN_ROLE = re.compile(
    r"(?P<who>ⓟ)[^.;:!?ⓒⓟ]{0,60}? (?:perform|play|record|read|do)(?:s|ed|ing|es)? (?:his|her|their) "
    r"(?:[\w-]+ ){0,3}(?:role|part)\b"
)
"""``ⓟ in a box, performing her voice-only role``: which role that is, the text has told."""

_HIMSELF = re.compile(r" (?:him|her)self\b| (?:on|in|with) an? ")
"""What a director did who did not only direct the shooting: ``shot it herself``, ``shot it on a Bolex``."""


class Reading:
    """The credits of one text.

    ``own`` is the film that its record says it is about, ``film`` the archive's; ``films`` are those of the
    characters of which a person has said it.
    """

    def __init__(self, passages: Sequence[Passage], own: str, film: str, films: Mapping[str, str]) -> None:
        self._passages = passages
        self._films = films
        self._subjects = Subjects(passages, own, film)
        self._makers = Makers(passages, self._subjects)

    def lines(self) -> Iterator[CreditLine]:
        """The credits, each once for each place that states it."""
        found = [*find_listed(self._passages), *find_crew(self._passages), *find_spoken(self._passages)]
        crew = self._known_crew([one for one in found if one.role != CAST])
        cast = self._makers.without_owners(find_parts(self._passages), crew)
        taken = {one.place for one in cast}
        cast += [one for one in found if one.role == CAST and one.place not in taken]
        cast += list(self._own_roles(cast))
        self._recast(cast)
        for one in _once((*cast, *crew)):
            yield from self._lines_of(one)

    def _lines_of(self, one: Draft) -> Iterator[CreditLine]:
        for work in one.works or (self._work_of(one),):
            yield CreditLine(
                source=one.passage.document.source,
                span=one.passage.raw(one.start, one.end),
                person=one.person,
                name="" if one.person else one.name or one.passage.words(one.at, one.at + 1),
                role=one.role,
                work=work,
                character=one.character.entity if one.character else "",
                part=one.part,
                status=one.outcome.status,
                mode=one.mode,
                wording=one.wording,
                reason=f"{one.reason}; {one.outcome.words}" if one.outcome.words else one.reason,
                maker=MAKER,
            )

    def _work_of(self, one: Draft) -> str:
        """The character's film where a person has said it, else what the words around speak of."""
        character = one.character.entity if one.character else ""
        if character in self._films:
            return self._films[character]
        return self._subjects.work(one.passage, one.start, one.end, character, strict=one.role != CAST)

    def _known_crew(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The jobs on a film, without those that the words leave open."""
        with_works = [(one, one.works[0] if one.works else self._work_of(one)) for one in drafts]
        directors = {(one.person, work) for one, work in with_works if one.sure and one.role == DIRECTOR}
        return [one for one, work in with_works if self._is_known(one, work, directors)]

    def _is_known(self, one: Draft, work: str, directors: Collection[tuple[str, str]]) -> bool:
        """Whether somebody had a job on a work.

        A film's directors are known: ``the director X`` is one of them, or a guest. They shoot films without
        holding the camera. And ``his editor`` is the film's if he has to do with it.
        """
        owns = self._makers.owns(one.person, work)
        if "job" in one.reason and not one.works and not owns:
            others = self._makers.owners_of(work) | {who for who, film in directors if film == work}
            if not one.sure or (one.role == DIRECTOR and others - {one.person}):
                return False
        if one.role == CINEMATOGRAPHER and owns and not _HIMSELF.match(one.passage.text, one.end):
            return False
        return not one.whose or self._makers.is_prominent(one.whose)

    def _own_roles(self, cast: Sequence[Draft]) -> Iterator[Draft]:
        """What the text says of somebody's own role, where it has said which that is."""
        parts: dict[str, dict[str, Named]] = defaultdict(dict)
        for one in cast:
            if one.character:
                parts[one.person].setdefault(one.character.entity, one.character)
        for passage in self._passages:
            for match in _OWN_ROLE.finditer(passage.text):
                who = passage.names.get(match.start("who"))
                known = list(parts[who.entity].values()) if who else []
                if len(known) == 1:
                    mode = mode_at(passage, *match.span())
                    at, reason = match.start("who"), "in a part of one’s own"
                    yield Draft(passage, *match.span(), at, CAST, reason, known[0], mode=mode)

    def _recast(self, cast: Sequence[Draft]) -> None:
        """Whoever had a part for a time, in a text that tells of a new cast, was replaced."""
        told = any(RECAST.search(passage.text) for passage in self._passages)
        performers: dict[str, set[str]] = defaultdict(set)
        for one in cast:
            if one.character:
                performers[one.character.entity].add(one.person)
        gone = set()
        for one in cast:
            if one.character and one.outcome.bounded:
                is_one_of_several = len(performers[one.character.entity]) > 1
                if told or is_one_of_several or one.outcome.status == REPLACED:
                    gone.add((one.person, one.character.entity))
        for one in cast:
            is_gone = one.character is not None and (one.person, one.character.entity) in gone
            if is_gone and one.outcome.status == FINAL:
                one.outcome = Outcome(REPLACED, "the part was cast anew", bounded=True)


def _once(drafts: Iterable[Draft]) -> list[Draft]:
    """Each credit of a name once, by the first form that found it: what comes later is less sure."""
    found: dict[object, Draft] = {}
    for one in drafts:
        part = one.character.entity if one.character else one.part
        found.setdefault((one.place, one.role, part if one.role == CAST else "", one.works), one)
    return list(found.values())
