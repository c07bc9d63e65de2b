"""Credits read in stated texts, against those that they state: who, what, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from evaluation.figures import Ratio, Tally
from evaluation.floors import Floors
from evaluation.gold import Gold
from evaluation.identity import folded, same_entities
from evaluation.stated_archives import FOUND, KNOWN, archive_of
from evaluation.stated_measures import Measured
from evaluation.stated_texts import (
    FILM,
    StatedJob,
    StatedPart,
    StatedText,
    StatedTrap,
    digest_of_stated,
    read_stated_texts,
)
from plugins.archive.annotation import CreditLine
from plugins.archive.assemble import CREDIT_ORDER
from plugins.archive.span import Span
from plugins.credits.jobs import CAST, roles_of_label
from plugins.credits.outcome import SCREEN
from plugins.lexicon.english import ENGLISH

PAIRS, STATUS, MODE = "cast pairs found", "cast pairs, status right", "cast pairs, mode right"
PERFORMERS, CREW = "performers found", "crew found"
WRONG, TRAPS = "wrong", "traps taken"
LESS_IS_BETTER = frozenset({WRONG, TRAPS})


@dataclass(frozen=True, slots=True)
class ReadCredit:
    """A credit of the text's film that was read, in the annotation's ids.

    Whoever the annotation does not know has our name in brackets. ``words`` are what a part is called.
    """

    line: CreditLine
    person: str
    character: str
    words: str

    @property
    def is_cast(self) -> bool:
        return self.line.role == CAST

    @property
    def is_open(self) -> bool:
        """Whether somebody plays, and it is not told what."""
        return self.is_cast and not self.words

    def is_at(self, span: Span) -> bool:
        return self.line.span.overlaps(span)

    def plays(self, row: StatedPart) -> bool:
        """Whether it states the row's pair: with the part, or with nothing where nothing is told of it.

        A part in words is compared by its words, and with those of a name too: ``the Pilot``.
        """
        if not self.is_cast or self.person != row.person:
            return False
        if self.character or not self.words:
            named = self.character == row.character
            return named or bool(self.character and not row.character and _share(self.words, row.part))
        return _share(self.words, f"{row.part} {row.character.replace('-', ' ')}")

    def may_be(self, row: StatedPart) -> bool:
        """Whether it is true: the pair, less than it, or words for a part that has a name."""
        if not self.is_cast or self.person != row.person:
            return False
        return self.plays(row) or self.is_open or bool(row.character and not self.character)

    def does(self, row: StatedJob) -> bool:
        return self.person == row.person and self.line.role in _roles(row)


def _roles(row: StatedJob) -> tuple[str, ...]:
    """The roles of a row; what no word of ours tells is a role by its own name, so that it is missed."""
    return roles_of_label(row.role) or (row.role,)


_SELVES = frozenset({"himself", "herself", "themselves", "itself", "oneself"})


def _share(one: str, other: str) -> bool:
    """Whether two descriptions have a word in common that tells something."""
    return not _telling(one).isdisjoint(_telling(other))


def _telling(words: str) -> set[str]:
    told = folded(words).split()
    if not _SELVES.isdisjoint(told):
        return {"oneself"}
    found = {word for word in told if word not in ENGLISH.function and word != "s"}
    return found | {word.removesuffix("s") for word in found if len(word) > 3}


@dataclass(frozen=True)
class CreditsOfText:
    """One text measured.

    ``read`` are the credits of its film, ``elsewhere`` those of other works and of none; ``linked`` are the
    entities to which a name of the text was given.
    """

    stated: StatedText
    read: tuple[ReadCredit, ...]
    elsewhere: tuple[ReadCredit, ...]
    linked: frozenset[str]

    @cached_property
    def cast(self) -> tuple[tuple[StatedPart, tuple[ReadCredit, ...]], ...]:
        """The stated pairs, each with what states it."""
        return tuple((row, tuple(one for one in self.read if one.plays(row))) for row in self.stated.cast)

    @cached_property
    def crew(self) -> tuple[tuple[StatedJob, tuple[ReadCredit, ...]], ...]:
        """The stated jobs, each with what states it."""
        return tuple((row, tuple(one for one in self.read if one.does(row))) for row in self.stated.crew)

    @cached_property
    def wrong(self) -> tuple[ReadCredit, ...]:
        """What the annotation does not have."""
        return tuple(one for one in self.read if not self._is_right(one))

    @cached_property
    def taken(self) -> tuple[tuple[StatedTrap, ReadCredit], ...]:
        """The traps whose words became a credit of the film, each with the first that they became."""
        return tuple(
            (trap, found[0]) for trap in self.stated.traps if (found := [*self._from_the_words_of(trap)])
        )

    @property
    def counts(self) -> Tally:
        right = [(row, found) for row, found in self.cast if found]
        players = {row.person for row in self.stated.cast}
        return {
            PAIRS: Ratio(len(right), len(self.cast)),
            STATUS: _how_many(status_of(found) == row.status for row, found in right),
            MODE: _how_many(mode_of(found) in modes_of(row) for row, found in right),
            PERFORMERS: Ratio(len(players & {one.person for one in self.read if one.is_cast}), len(players)),
            CREW: _how_many(bool(found) for _, found in self.crew),
            WRONG: Ratio(len(self.wrong), len(self.read)),
            TRAPS: Ratio(len(self.taken), len(self.stated.traps)),
        }

    def _is_right(self, one: ReadCredit) -> bool:
        return any(map(one.may_be, self.stated.cast)) or any(map(one.does, self.stated.crew))

    def _from_the_words_of(self, trap: StatedTrap) -> Iterator[ReadCredit]:
        """The trap's person's credits at its words, but for those at words that state a true one as well."""
        rows: tuple[StatedPart | StatedJob, ...] = (*self.stated.cast, *self.stated.crew)
        own = [row.quote for row in rows if row.person == trap.person]
        for one in self.read:
            if one.person == trap.person and one.is_at(trap.quote) and not any(map(one.is_at, own)):
                yield one


def status_of(found: Iterable[ReadCredit]) -> str:
    """The status that a page would show for what was read."""
    statuses = {one.line.status for one in found}
    return next(status for status in CREDIT_ORDER if status in statuses)


def mode_of(found: Iterable[ReadCredit]) -> str:
    """The first mode that is told; empty where none is."""
    return next((one.line.mode for one in found if one.line.mode), "")


def modes_of(row: StatedPart) -> set[str]:
    """The modes that are right: of somebody on screen it need not be said."""
    return {row.mode, ""} if row.mode == SCREEN else {row.mode}


def measure_stated_credits(folder: Path) -> Measured[CreditsOfText]:
    """The credits that are read in each text of a folder, as the only text of an archive.

    Raises:
        UnreadableGold: a text cannot be read, or does not fit its annotation.
    """
    texts = read_stated_texts(folder)
    return Measured(
        digest_of_stated(texts), {names: [_measure(one, names) for one in texts] for names in (KNOWN, FOUND)}
    )


def floors_of_stated_credits(measured: Measured[CreditsOfText]) -> Floors:
    """What the texts could be held to, after this measurement."""
    return measured.floors(LESS_IS_BETTER)


def _measure(stated: StatedText, names: str) -> CreditsOfText:
    gold = Gold(stated.entities, (), (), (), {}, stated.digest)
    with archive_of(stated, names) as flow:
        entities = {one.id: one for one in flow.sound_value("entities")}
        same = same_entities(gold, entities.values())
        lines: Sequence[CreditLine] = flow.sound_value("credit_lines")
        linked = frozenset(same[one.entity] for one in flow.value("links").made if one.entity in same)

    def called(entity: str) -> str:
        return same.get(entity, f"[{entity}]") if entity else ""

    ids = {folded(name).rstrip("."): one.id for one in stated.entities for name in (one.name, *one.aliases)}

    def part_called(character: str) -> str:
        """The id of a part; one that was found under a name with the dot of its sentence is the same."""
        known = same.get(character, "")
        return known or ids.get(folded(entities[character].name).rstrip("."), called(character))

    read = [
        ReadCredit(
            one,
            called(one.person) or ids.get(folded(one.name).rstrip("."), f"[{one.name}]"),
            part_called(one.character) if one.character else "",
            entities[one.character].name if one.character else one.part,
        )
        for one in lines
    ]
    of_film = tuple(one for one in read if same.get(one.line.work) == FILM)
    return CreditsOfText(stated, of_film, tuple(one for one in read if one not in of_film), linked)


def _how_many(each: Iterable[bool]) -> Ratio:
    told = list(each)
    return Ratio(sum(told), len(told))
