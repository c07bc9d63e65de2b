"""Credits read from texts, measured twice: with the names of the archive's records, and without any.

What editors have written of credits counts in neither measurement.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.annotated import AnnotatedText, annotated_texts, sources_by_digest
from evaluation.figures import Ratio, Tally
from evaluation.floors import Figures, Floors, share_kept
from evaluation.gold import Gold, UnreadableGold, digest_of_files, read_gold
from evaluation.gold_credits import CastRow, CrewRow, GoldCredits, Passage, read_gold_credits
from evaluation.identity import folded, same_entities
from plugins.archive.annotation import CreditLine
from plugins.archive.assemble import CREDIT_ORDER
from plugins.archive.settings import Settings
from plugins.credits.jobs import CAST
from plugins.credits.outcome import SCREEN
from plugins.stages import archive_flow

WRONG, TRAPS = "wrong", "traps taken"
"""The counts of which less is better."""


@dataclass(frozen=True)
class ReadCredits:
    """One measurement. Its lists are lines for people."""

    counts: Tally
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    traps: tuple[str, ...]


@dataclass(frozen=True)
class OfCredits:
    """Both measurements of one annotation. ``absent`` are its texts that the archive does not hold."""

    digest: str
    absent: tuple[str, ...]
    with_records: ReadCredits
    without_records: ReadCredits


@dataclass(frozen=True, slots=True)
class FoundCredit:
    """A credit of the film that was read, in the annotation's names for its source and its entities.

    What the annotation does not know has our name in brackets. ``annotated`` tells whether it stands in an
    annotated part of its text.
    """

    line: CreditLine
    source: str
    person: str
    character: str
    annotated: bool
    surface: str

    def is_at(self, passage: Passage) -> bool:
        return self.source == passage.source and self.line.span.overlaps(passage.span)

    def __str__(self) -> str:
        part = self.character or self.line.part
        said = f"{self.person} as {part}" if part else f"{self.person}, {self.line.role}"
        return f"{self.source}:{self.line.span.start} {said} ({self.line.reason}): “{self.surface}”"


def measure_credits(folder: Path, libraries: Sequence[Path], settings: Settings) -> OfCredits:
    """What credits are read with the names of the records in ``settings``, and with names that were found.

    Raises:
        UnreadableGold: the annotation cannot be read, or does not fit the texts.
        ContentFaults: the records have faults.
    """
    gold, stated = read_gold(folder), read_gold_credits(folder)
    sources = sources_by_digest(gold.ends, libraries)
    with_records, at_hand = _measure(settings, gold, stated, sources)
    with tempfile.TemporaryDirectory() as content:
        without_records, _ = _measure(Settings(Path(content), tuple(libraries)), gold, stated, sources)
    named = dict.fromkeys(one.source for one in stated.passages)
    return OfCredits(
        digest_of_files((name, one.digest.encode()) for name, one in (("gold", gold), ("credits", stated))),
        tuple(source for source in sorted(named) if source not in at_hand),
        with_records,
        without_records,
    )


def floors_of_credits(measured: OfCredits) -> Floors:
    """What the annotation could be held to, after this measurement."""
    return Floors(
        measured.digest,
        {
            "with records": _figures(measured.with_records.counts),
            "without records": _figures(measured.without_records.counts),
        },
    )


def _figures(counts: Tally) -> Figures:
    return {
        **{name: share_kept(ratio) for name, ratio in counts.items() if name not in {WRONG, TRAPS}},
        "read soundly": share_kept(counts[WRONG].rest),
        "traps passed": share_kept(counts[TRAPS].rest),
    }


def _measure(
    settings: Settings, gold: Gold, stated: GoldCredits, sources: Mapping[str, str]
) -> tuple[ReadCredits, set[str]]:
    """What is read for the archive's film, and the annotation's names of the texts at hand."""
    flow = archive_flow(settings)
    same = same_entities(gold, flow.sound_value("entities"))
    texts = annotated_texts(gold, sources, flow.value("documents").by_id)
    _check(stated, texts)
    names = {folded(name): one.id for one in gold.entities for name in (one.name, *one.aliases)}
    film = next((one.id for one in flow.value("records").by_id.values() if one.folder == "films"), None)
    lines = [one for one in flow.value("credit_lines") if one.source in texts]
    found = [_found(one, texts[one.source], same, names) for one in lines if one.work == film]
    linked = {
        same[one.entity] for one in flow.value("links").made if one.source in texts and one.entity in same
    }
    return judge_credits(stated, found, linked), {text.source for text in texts.values()}


def _check(stated: GoldCredits, texts: Mapping[str, AnnotatedText]) -> None:
    by_source = {one.source: one.document.text for one in texts.values()}
    for one in stated.passages:
        if one.source in by_source and (there := one.span.of(by_source[one.source])) != one.surface:
            raise UnreadableGold(f"{one.source}:{one.span.start} has {there!r}, not {one.surface!r}")


def _found(
    one: CreditLine, text: AnnotatedText, same: Mapping[str, str], names: Mapping[str, str]
) -> FoundCredit:
    def called(entity: str) -> str:
        return same.get(entity, f"[{entity}]") if entity else ""

    surface = " ".join(one.span.of(text.document.text).split())
    annotated = text.holds(one.span)
    who = called(one.person) or names.get(folded(one.name), f"[{one.name}]")
    return FoundCredit(one, text.source, who, called(one.character), annotated, surface)


def judge_credits(stated: GoldCredits, found: Sequence[FoundCredit], linked: set[str]) -> ReadCredits:
    """What the credits that were read for the film are worth.

    ``linked`` are the entities that the texts name. A cast pair is found by a line with both names, or by one
    without a named part at a passage of the pair. A mode is right if it is the same, or not said of somebody
    on screen. Wrong is what the annotation does not have in the part of a text that it covers.
    """
    cast = {row: [one for one in found if _states(one, row)] for row in stated.cast}
    crew = {row: [one for one in found if _does(one, row)] for row in stated.crew if row.required}
    right = {row: lines for row, lines in cast.items() if lines}
    rows: tuple[CastRow | CrewRow, ...] = (*cast, *crew)
    passages = [(row.person, one) for row in rows for one in row.evidence]
    annotated = [one for one in found if one.annotated]
    wrong = [one for one in annotated if not _is_right(one, stated)]
    taken = [trap for trap in stated.others if any(_takes(one, trap, stated) for one in found)]
    counts = {
        "cast pairs found": Ratio(len(right), len(cast)),
        "cast pairs, status right": _how_many(_status(lines) == row.status for row, lines in right.items()),
        "cast pairs, mode right": _how_many(_mode(lines) in _modes(row) for row, lines in right.items()),
        "crew rows found": _how_many(map(bool, crew.values())),
        "passages read": _how_many(
            any(one.is_at(passage) and one.person == person for one in found) for person, passage in passages
        ),
        WRONG: Ratio(len(wrong), len(annotated)),
        TRAPS: Ratio(len(taken), len(stated.others)),
    }
    traps = tuple(f"{trap.id}: {trap.person}, {trap.role}" for trap in taken)
    return ReadCredits(counts, tuple(_misses(cast, crew, linked)), tuple(map(str, wrong)), traps)


def _how_many(each: Iterable[bool]) -> Ratio:
    told = list(each)
    return Ratio(sum(told), len(told))


def _states(one: FoundCredit, row: CastRow) -> bool:
    if one.line.role != CAST or one.person != row.person:
        return False
    return one.character == row.character or (not one.character and any(map(one.is_at, row.evidence)))


def _does(one: FoundCredit, row: CrewRow) -> bool:
    return one.person == row.person and one.line.role in row.roles


def _is_right(one: FoundCredit, stated: GoldCredits) -> bool:
    if one.line.role == CAST:
        return any(one.person == row.person and one.character in {"", row.character} for row in stated.cast)
    return any(_does(one, row) for row in stated.crew)


def _takes(one: FoundCredit, trap: CrewRow, stated: GoldCredits) -> bool:
    """Whether a line gives the film what the passage of a trap says of another work."""
    if one.person != trap.person or (trap.roles and one.line.role not in trap.roles):
        return False
    rows: tuple[CastRow | CrewRow, ...] = (*stated.cast, *stated.crew)
    is_own = any(one.is_at(passage) for row in rows if row.person == one.person for passage in row.evidence)
    return any(map(one.is_at, trap.evidence)) and not is_own


def _status(lines: Iterable[FoundCredit]) -> str:
    statuses = {one.line.status for one in lines}
    return next((status for status in CREDIT_ORDER if status in statuses), "")


def _mode(lines: Iterable[FoundCredit]) -> str:
    return next((one.line.mode for one in lines if one.line.mode), "")


def _modes(row: CastRow) -> set[str]:
    return {row.mode, ""} if row.mode == SCREEN else {row.mode}


def _misses(
    cast: Mapping[CastRow, Sequence[FoundCredit]],
    crew: Mapping[CrewRow, Sequence[FoundCredit]],
    linked: set[str],
) -> Iterator[str]:
    for row, lines in cast.items():
        if not lines:
            yield f"{row.id}: {row.person} as {row.character} ({_why(linked, row.person, row.character)})"
        elif _status(lines) != row.status or _mode(lines) not in _modes(row):
            got = f"{_status(lines)}, {_mode(lines) or 'no mode'}"
            yield f"{row.id}: expected {row.status}, {row.mode}, got {got}"
    for job, lines in crew.items():
        if not lines:
            yield f"{job.id}: {job.person}, {job.role} ({_why(linked, job.person)})"


def _why(linked: set[str], *entities: str) -> str:
    unknown = [one for one in entities if one not in linked]
    return f"nothing is linked to {', '.join(unknown)}" if unknown else "no form found"
