"""One text's credits put together: each with its work, its part, and what became of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from plugins.archive.annotation import CreditLine
from plugins.archive.source import Document
from plugins.credits.crewing import bands_in, find_crew
from plugins.credits.draft import Draft
from plugins.credits.jobs import CAST, CINEMATOGRAPHER, CRAFTS, DIRECTOR, WRITER
from plugins.credits.listed import find_listed
from plugins.credits.makers import Makers
from plugins.credits.named import Named
from plugins.credits.outcome import (
    ANNOUNCED,
    FINAL,
    NOT_MADE_YET,
    PLAIN,
    RECAST,
    REPLACED,
    VOICE,
    Outcome,
    mode_at,
)
from plugins.credits.parts import find_parts
from plugins.credits.passage import Passage, passages_of
from plugins.credits.speaking import find_spoken
from plugins.credits.subjects import Subjects
from plugins.credits.versions import set_versions_apart
from plugins.credits.vocabulary import vocabulary_of

MAKER = "credits/4"


def read_text(
    document: Document, names: Sequence[Named], own: str, film: str, films: Mapping[str, str]
) -> tuple[list[CreditLine], list[str]]:
    """The credits of a text in its order, and what it calls a work though it says that it made the music."""
    passages = list(passages_of(document, names))
    bands = {one for passage in passages for one in bands_in(passage)}
    return sorted(Reading(passages, own, film, films).lines()), sorted(bands)


_OWN_ROLE = re.compile(
    r"(?P<who>ⓟ)[^.;:!?ⓒⓟ]{0,60}? (?:perform|play|record|read|do)(?:s|ed|ing|es)? (?:his|her|their) "
    r"(?:[\w-]+ ){0,3}(?:role|part)\b"
)
"""``ⓟ in a box, performing her voice-only role``: which role that is, the text has told."""

_WHOSE_FILM = "whose film it is"
_MADE = frozenset({"made", "makes", "making"})
_OPENING = 4
"""Passages at a text's start in which “somebody's drama” is the film that it is about."""

_SAID_TO_DIRECT = frozenset(
    {"a job before its holder", "a job behind its holder", "a pronoun that has a job"}
)

_OF_FILMS = re.compile(r"(?i)screen|script|scenarist|teleplay")
"""What only films have: a screenwriter needs no other word that tells of the film."""

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
        passages = self._passages
        words = vocabulary_of("\n".join(passage.text for passage in passages))
        found = [*find_listed(passages), *find_crew(passages, words), *find_spoken(passages, words)]
        parts = find_parts(passages, words)
        players = {one.person for one in parts if not one.owning and one.mode != VOICE}
        crew = self._known_crew([one for one in found if one.role != CAST], players)
        cast = self._makers.without_owners(parts, crew)
        taken = {one.place for one in cast}
        cast += [one for one in found if one.role == CAST and one.place not in taken]
        cast += list(self._own_roles(cast))
        cast = _with_parts_of_others(cast)
        cast = _without_mere_plans(cast)
        self._recast(cast)
        set_versions_apart(cast)
        found = _once((*cast, *crew))
        self._announce(found)
        for one in found:
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

    def _known_crew(self, drafts: Sequence[Draft], players: Collection[str]) -> list[Draft]:
        """The jobs on a film, without those that the words leave open."""
        with_works = [(one, one.works[0] if one.works else self._work_of(one)) for one in drafts]
        sure = {(one.person, work) for one, work in with_works if one.sure and one.role == DIRECTOR}
        doing = {
            (one.person, work)
            for one, work in with_works
            if one.sure and one.role == DIRECTOR and one.reason not in _SAID_TO_DIRECT
        }
        called = {(one.person, work) for one, work in with_works if self._is_called_director(one)}
        return [
            one
            for one, work in with_works
            if (
                self._is_whose_film(one, work, doing | called, players)
                if one.reason == _WHOSE_FILM
                else self._is_known(one, work, sure)
            )
        ]

    def _is_whose_film(
        self, one: Draft, work: str, directors: Collection[tuple[str, str]], players: Collection[str]
    ) -> bool:
        """Whether the film that is called somebody's has them for its director.

        It is the text's own film, which nobody else is said to direct, and they do not play in it.
        """
        others = {who for who, film in directors if film == work} - {one.person}
        is_early = one.works or one.wording in _MADE or self._is_in_the_opening(one)
        return bool(is_early and self._subjects.is_own(work) and not others and one.person not in players)

    def _is_in_the_opening(self, one: Draft) -> bool:
        return any(one.passage is passage for passage in self._passages[:_OPENING])

    def _is_known(self, one: Draft, work: str, directors: Collection[tuple[str, str]]) -> bool:
        """Whether somebody had a job on a work.

        A film's directors are known: ``the director X`` is one of them, or a guest. They shoot films without
        holding the camera. And ``his editor`` is the film's if he has to do with it.
        """
        owns = self._makers.owns(one.person, work)
        if "job" in one.reason and not one.works and not owns:
            others = self._makers.owners_of(work) | {who for who, film in directors if film == work}
            others -= {one.person}
            is_plain = one.sure or _OF_FILMS.search(one.wording) or self._is_lead_maker(one, work)
            if others and one.role == DIRECTOR and one.outcome.bounded:
                one.outcome = Outcome(REPLACED, "another directs it", bounded=True)
            elif not is_plain or (one.role == DIRECTOR and others):
                return False
            is_open = not (one.is_tied or one.role in CRAFTS)
            if is_open and self._subjects.is_after_another(one.passage, one.start):
                return False
        if one.role == CINEMATOGRAPHER and owns and not _HIMSELF.match(one.passage.text, one.end):
            return False
        return not one.whose or self._makers.is_prominent(one.whose)

    def _is_called_director(self, one: Draft) -> bool:
        return (
            one.role == DIRECTOR and one.reason in _SAID_TO_DIRECT and self._makers.is_prominent(one.person)
        )

    def _is_lead_maker(self, one: Draft, work: str) -> bool:
        """Whether a mere ``director X`` is the film's: the text is about it, and comes back to X."""
        is_maker = one.role in {DIRECTOR, WRITER}
        return is_maker and self._subjects.is_own(work) and self._makers.is_prominent(one.person)

    def _own_roles(self, cast: Sequence[Draft]) -> Iterator[Draft]:
        """What the text says of somebody's own role, where it has said which that is."""
        parts: dict[str, dict[str, Named]] = defaultdict(dict)
        for one in cast:
            if one.character:
                parts[one.person].setdefault(one.character.entity, one.character)
        for passage in self._passages if parts else ():
            for match in _OWN_ROLE.finditer(passage.text):
                who = passage.names.get(match.start("who"))
                known = list(parts[who.entity].values()) if who else []
                if len(known) == 1:
                    mode = mode_at(passage, *match.span())
                    at, reason = match.start("who"), "in a part of one’s own"
                    yield Draft(passage, *match.span(), at, CAST, reason, known[0], mode=mode)

    def _announce(self, drafts: Sequence[Draft]) -> None:
        """A film that somebody is still to direct is not made: whoever else is told of is announced too."""
        if not drafts:
            return
        directed = [one for one in drafts if one.role == DIRECTOR and one.outcome.status == ANNOUNCED]
        coming = {work for one in directed for work in one.works or (self._work_of(one),)} - {""}
        coming |= {self._subjects.at(*place) for place in self._not_made_yet()} - {""}
        for one in drafts:
            if coming and one.outcome == PLAIN and not one.works and self._work_of(one) in coming:
                one.outcome = Outcome(ANNOUNCED, "the film is still to be made")

    def _not_made_yet(self) -> Iterator[tuple[Passage, int]]:
        """Where the text says of a film that it is still to be shot."""
        for passage in self._passages:
            if NOT_MADE_YET.needs & ~passage.had:
                continue
            for match in NOT_MADE_YET.finditer(passage.text):
                yield passage, match.start()

    def _recast(self, cast: Sequence[Draft]) -> None:
        """Whoever had a part for a time, in a text that tells of a new cast, was replaced."""
        if not cast:
            return
        told = any(RECAST.search(one.text) for one in self._passages if not RECAST.needs & ~one.had)
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


def _with_parts_of_others(cast: Sequence[Draft]) -> list[Draft]:
    """The cast, with what whoever replaces another, or speaks for another, is known to play.

    A person of whom it is not told what another took over has had some part in any case.
    """
    parts: dict[str, dict[object, Draft]] = defaultdict(dict)
    for one in cast:
        if not one.is_open and not one.like:
            part = one.character.entity if one.character else one.part
            parts[one.person].setdefault(part, one)
    found = []
    for one in cast:
        if one.like and one.is_open and len(known := list(parts[one.like].values())) == 1:
            one = replace(one, character=known[0].character, part=known[0].part)
        found.append(one)
    return found


def _without_mere_plans(cast: Sequence[Draft]) -> list[Draft]:
    """The cast without those who were to have a part that nobody else is said to have."""
    had = {one.character.entity for one in cast if one.character and not one.planned}
    return [one for one in cast if not one.planned or (one.character and one.character.entity in had)]


def _once(drafts: Iterable[Draft]) -> list[Draft]:
    """Each credit of a name once, by the first form that found it: what comes later is less sure."""
    found: dict[object, Draft] = {}
    for one in drafts:
        part = one.character.entity if one.character else one.part
        found.setdefault((one.place, one.role, part if one.role == CAST else "", one.works), one)
    return list(found.values())
