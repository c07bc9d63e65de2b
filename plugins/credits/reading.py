"""One text’s credits put together: each with its work, its part, and what became of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plugins.archive.annotation import CreditLine
from plugins.credits.crewing import find_crew
from plugins.credits.draft import Draft
from plugins.credits.jobs import CAST
from plugins.credits.listed import find_listed
from plugins.credits.parts import find_parts
from plugins.credits.passage import Passage
from plugins.credits.standing import FINAL, RECAST, REPLACED, Standing
from plugins.credits.subjects import Subjects

MAKER = "credits/2"

AUTHORS = frozenset({"director", "writer"})
"""Jobs of which a film’s holders are known, so that a bare noun before a name tells nothing new."""

_OWNED_WORK = re.compile(
    r"(?P<who>ⓟ)'s? (?:(?!(?:and|or|with|in|of|about|from|at|on)\b)[\w-]+,? ){0,4}?(?P<work>ⓦ)"
    r"|(?P<work2>ⓦ)(?: ?\([^)]*\))?, (?:the|an?) (?:[\w-]+ ){1,5}?(?:by|from) (?:[\w-]+ ){0,4}?(?P<who2>ⓟ)"
    r"|(?P<work3>ⓦ)(?: ?\([^)]*\))?,? by (?P<who3>ⓟ)"
)
_AUTHORED = re.compile(
    r"(?P<who>ⓟ)'s? (?:[\w-]+ ){0,3}?(?:novel|book|play|tale|poem|story|memoir|script|screenplay|film|movie|debut|direction|camera)\b"
    r"|(?:novelist|author|writer|director|filmmaker|playwright|poet) (?P<too>ⓟ)"
)
_OWN_ROLE = re.compile(r"(?P<who>ⓟ)[^.;:!?ⓒⓟ]{0,60}? (?:performing|playing|perform|performs|performed|recording|reading|does|doing) (?:his|her|their) (?:[\w-]+ ){0,3}(?:role|part)\b")


_OWNED_FILM = re.compile(
    r"(?P<who>ⓟ)'s? (?:(?!(?:and|or|with|in|of|about|from|at|on)\b)[\w'-]+,? ){0,4}?(?:film|movie|drama|comedy|debut|feature|thriller|epic|tale|fable|documentary|picture)\b"
)
_OPENING = 4
"""Passages at a text’s start in which “somebody’s drama” is the film that it is about."""

_HIMSELF = re.compile(r" (?:him|her)self\b| (?:on|in|with) an? ")


class Reading:
    """The credits of one text. ``own`` is the film that its record says it is about, ``film`` the archive’s."""

    def __init__(self, passages: Sequence[Passage], own: str, film: str, films: Mapping[str, str]) -> None:
        self._passages = passages
        self._films = films
        self._subjects = Subjects(passages, own, film)

    def lines(self) -> Iterator[CreditLine]:
        """The credits, each once for each passage that states it."""
        crew = [*find_listed(self._passages), *find_crew(self._passages)]
        listed = [one for one in crew if one.role == CAST]
        crew = self._known_crew([one for one in crew if one.role != CAST])
        makers = {one.person.entity for one in crew if one.role in AUTHORS} | self._authors()
        directors = {one.person.entity for one in crew if one.role == "director"}
        cast = _without_makers(find_parts(self._passages), makers, directors)
        cast += _new(listed, cast)
        cast += self._own_roles(cast)
        self._recast(cast)
        for one in _once((*cast, *crew)):
            yield from self._lines_of(one)

    def _lines_of(self, one: Draft) -> Iterator[CreditLine]:
        character = one.character.entity if one.character else ""
        for work in one.works or (self._work_of(one, character),):
            yield CreditLine(
                source=one.passage.document.source,
                span=one.passage.raw(one.start, one.end),
                person=one.person.entity,
                role=one.role,
                work=work,
                character=character,
                part=one.part,
                status=one.standing.status,
                mode=one.mode,
                wording=one.wording,
                reason=f"{one.reason}; {one.standing.words}" if one.standing.words else one.reason,
                maker=MAKER,
            )

    def _work_of(self, one: Draft, character: str) -> str:
        """The character’s film where a person has said it; else that of the words around; else of the text."""
        if character in self._films:
            return self._films[character]
        return self._subjects.work(one.passage, one.start, one.end, character, strict=one.role != CAST)

    def _known_crew(self, drafts: Iterable[Draft]) -> list[Draft]:
        """The jobs on a film that the text says; a bare ``director X`` only of one who is known to be it."""
        drafts = list(drafts)
        sure = [one for one in drafts if one.sure and one.role in AUTHORS]
        known = {(one.person.entity, one.role, self._place(one)) for one in sure}
        owners = self._owners()
        kept = []
        for one in drafts:
            work = self._place(one)
            if one.role in AUTHORS and not one.works and "job" in one.reason:
                others = {who for who, role, film in known if (role, film) == (one.role, work) and who != one.person.entity}
                others |= {who for who, film in owners if film == work}
                is_known = (one.person.entity, work) in owners
                if not (is_known or (one.sure and (one.role == "writer" or not others))):
                    continue
            if one.role == "cinematographer" and (one.person.entity, work) in owners and not _HIMSELF.match(one.passage.text, one.end):
                # Directors shoot films, too.
                continue
            if one.person_before and not self._is_prominent(one.person_before):
                continue
            kept.append(one)
        return kept

    def _place(self, one: Draft) -> str:
        """The work of a job; what is not sure to be one counts for a section’s own work only."""
        return one.works[0] if one.works else self._subjects.work(one.passage, one.start, one.end, strict=True)

    def _owners(self) -> set[tuple[str, str]]:
        """Whose a work is called: ``Ines Varga's The Tin Harbour``."""
        found = set()
        for passage in self._passages:
            for match in _OWNED_WORK.finditer(passage.text):
                which = next(one for one in ("", "2", "3") if match[f"who{one}"])
                work = passage.names.get(match.start(f"work{which}"))
                who = passage.names.get(match.start(f"who{which}"))
                if who and work:
                    found.add((who.entity, work.entity))
        for passage in self._passages[:_OPENING]:
            for match in _OWNED_FILM.finditer(passage.text):
                who = passage.names.get(match.start("who"))
                if who:
                    found.add((who.entity, self._subjects.work(passage, *match.span())))
        return found

    def _is_prominent(self, person: str) -> bool:
        """Whether somebody is named in several passages, and so ``his editor`` is an editor of this film."""
        return sum(any(one.entity == person for one in passage.names.values()) for passage in self._passages) > 1

    def _authors(self) -> set[str]:
        """People who make up what others play, as far as the text shows it."""
        found = {who for who, _ in self._owners()}
        for passage in self._passages:
            for match in _AUTHORED.finditer(passage.text):
                at = match.start("who") if match["who"] else match.start("too")
                if at in passage.names:
                    found.add(passage.names[at].entity)
        return found

    def _own_roles(self, cast: Sequence[Draft]) -> Iterator[Draft]:
        """What the text says of somebody’s own role, where it has said which that is."""
        parts = defaultdict(set)
        for one in cast:
            if one.character:
                parts[one.person.entity].add(one.character)
        for passage in self._passages:
            for match in _OWN_ROLE.finditer(passage.text):
                at = match.start("who")
                who = passage.names.get(at)
                known = {part.entity: part for part in parts[who.entity]} if who else {}
                if who and len(known) == 1:
                    from plugins.credits.standing import mode_at

                    (part,) = known.values()
                    yield Draft(passage, *match.span(), at, who, CAST, "in a part of one’s own", part, mode=mode_at(passage, *match.span()))

    def _recast(self, cast: Sequence[Draft]) -> None:
        """Whoever had a part for a time, in a text that tells of a new cast, was replaced."""
        told = any(RECAST.search(passage.text) for passage in self._passages)
        performers = defaultdict(set)
        for one in cast:
            if one.character:
                performers[one.character.entity].add(one.person.entity)
        replaced = {
            (one.person.entity, one.character.entity)
            for one in cast
            if one.character and (one.standing.status == REPLACED or (one.standing.bounded and (told or len(performers[one.character.entity]) > 1)))
        }
        for one in cast:
            if one.character and (one.person.entity, one.character.entity) in replaced and one.standing.status == FINAL:
                one.standing = Standing(REPLACED, "the text tells that the part was cast anew")


def _without_makers(drafts: Iterable[Draft], makers: set[str], directors: set[str]) -> list[Draft]:
    """The drafts without those in which a name may own the part because it made it up, or another plays it.

    Directors portray people, too, without playing them.
    """
    drafts = [
        one
        for one in drafts
        if not (one.person.entity in directors and "portray" in one.passage.text[one.start : one.end])
    ]
    played = {one.character.entity for one in drafts if one.character and not one.owning}
    return [
        one
        for one in drafts
        if not one.owning or (one.person.entity not in makers and one.character and one.character.entity not in played)
    ]


def _new(listed: Iterable[Draft], cast: Sequence[Draft]) -> list[Draft]:
    """The people of lists whose part does not stand beside them."""
    taken = {one.place for one in cast}
    return [one for one in listed if one.place not in taken]


def _once(drafts: Iterable[Draft]) -> list[Draft]:
    """Each credit of a name once, the first form that found it; what comes later is less sure."""
    found: dict[object, Draft] = {}
    for one in drafts:
        part = one.character.entity if one.character else one.part
        found.setdefault((one.place, one.role, part if one.role == CAST else "", one.works), one)
    return list(found.values())
