"""Credits read from texts, against an annotation made by hand: with the archive’s records for names, and without any.

What editors have written of credits does not count, in neither measurement. The annotation’s ``credits.json``
has the cast and the crew of one film with the passages that state them, and credits of other works: traps.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.annotated import AnnotatedText, annotated_texts, sources_by_digest
from evaluation.figures import Ratio, Tally
from evaluation.floors import Floors, share_kept
from evaluation.gold import Gold, UnreadableGold, digest_of_files, read_gold
from evaluation.identity import same_entities
from plugins.archive.annotation import CreditLine
from plugins.archive.assemble import CREDIT_ORDER
from plugins.archive.settings import Settings
from plugins.archive.span import Span
from plugins.credits.jobs import CAST, roles_of_label
from plugins.credits.standing import FINAL, REPLACED, SCREEN, VOICE
from plugins.stages import archive_flow

FILE = "credits.json"

OPTIONAL = frozenset({"informal"})
"""Statuses of crew that no list of a film would have: friends who lent a room."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place that states a credit."""

    source: str
    span: Span
    surface: str


@dataclass(frozen=True, slots=True)
class CastRow:
    """Somebody in a part, with what became of it in our words; ``mode`` is empty where there is none."""

    id: str
    character: str
    person: str
    status: str
    mode: str
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class CrewRow:
    """Somebody’s job on the film, or in a trap on another work. ``roles`` are those of our table; empty for a
    role that it does not know."""

    id: str
    role: str
    roles: tuple[str, ...]
    person: str
    required: bool
    evidence: tuple[Passage, ...]


@dataclass(frozen=True)
class GoldCredits:
    """The credits of one film, and those of other works that must never be given to it."""

    cast: tuple[CastRow, ...]
    crew: tuple[CrewRow, ...]
    others: tuple[CrewRow, ...]
    digest: str

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(one for row in (*self.cast, *self.crew, *self.others) for one in row.evidence)


@dataclass(frozen=True)
class ReadCredits:
    """One measurement. Lists are lines for people."""

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


def measure_credits(folder: Path, libraries: Sequence[Path], settings: Settings) -> OfCredits:
    """What credits are read with the names of the records in ``settings``, and with names that were found.

    Raises:
        UnreadableGold: the annotation cannot be read, or does not fit the texts.
        ContentFaults: the records have faults.
    """
    gold, credits = read_gold(folder), read_gold_credits(folder)
    sources = sources_by_digest(gold, libraries)
    with_records, at_hand = _measure(settings, gold, credits, sources)
    with tempfile.TemporaryDirectory() as content:
        without, _ = _measure(Settings(Path(content), tuple(libraries)), gold, credits, sources)
    absent = tuple(source for source in sorted({one.source for one in credits.passages}) if source not in at_hand)
    return OfCredits(digest_of_files([("gold", gold.digest.encode()), (FILE, credits.digest.encode())]), absent, with_records, without)


def read_gold_credits(folder: Path) -> GoldCredits:
    """The credits of an annotation.

    Raises:
        UnreadableGold: the file is missing, or a row lacks something.
    """
    try:
        data = (folder / FILE).read_bytes()
        written = json.loads(data)
        return GoldCredits(
            tuple(map(_cast_row, written["cast"])),
            tuple(map(_crew_row, written["crew"])),
            tuple(map(_crew_row, written["other_works"])),
            digest_of_files([(FILE, data)]),
        )
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UnreadableGold(f"{folder} holds no credits that can be read: {fault!r}") from None


def floors_of_credits(measured: OfCredits) -> Floors:
    """What the annotation could be held to, after this measurement."""
    return Floors(
        measured.digest,
        {"with records": _figures(measured.with_records), "without records": _figures(measured.without_records)},
    )


def _figures(one: ReadCredits) -> Mapping[str, float]:
    counts = {name: ratio for name, ratio in one.counts.items() if not name.startswith(("wrong", "traps"))}
    return {
        **{name: share_kept(ratio) for name, ratio in counts.items()},
        "soundly read": share_kept(one.counts["wrong"].rest),
        "traps passed": share_kept(one.counts["traps taken"].rest),
    }


def _cast_row(item: Any) -> CastRow:
    status = REPLACED if item["status"].startswith("replaced") else FINAL if item["status"] == "released" else item["status"]
    mode = VOICE if item["mode"].startswith("voice") else SCREEN if "screen" in item["mode"] else ""
    return CastRow(item["id"], item["character"], item["performer"], status, mode, tuple(_passages(item)))


def _crew_row(item: Any) -> CrewRow:
    roles = roles_of_label(item["role"].split(":")[0])
    required = item.get("status", "") not in OPTIONAL and bool(roles)
    return CrewRow(item.get("id") or str(item.get("work")), item["role"], roles, item["entity"], required, tuple(_passages(item)))


def _passages(item: Any) -> Iterator[Passage]:
    for one in item["evidence"]:
        yield Passage(one["source"], Span(one["start"], one["end"]), one["surface"])


@dataclass(frozen=True, slots=True)
class _Line:
    """A credit that was read, in the annotation’s names for its source and its entities (ours in brackets)."""

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


def _measure(
    settings: Settings, gold: Gold, credits: GoldCredits, sources: Mapping[str, str]
) -> tuple[ReadCredits, set[str]]:
    flow = archive_flow(settings)
    entities = flow.sound_value("entities")
    same = same_entities(gold, entities)
    texts = annotated_texts(gold, dict(sources), flow.value("documents").by_id)
    _check(credits, texts)
    films = [one.id for one in flow.value("records").by_id.values() if one.folder == "films"]
    lines = [
        _named(one, texts[one.source], same)
        for one in flow.value("credit_lines")
        if one.source in texts and one.work in films[:1]
    ]
    links = {same.get(one.entity, "") for one in flow.value("links").made if one.source in texts}
    return judge_credits(credits, lines, links), {text.source for text in texts.values()}


def _check(credits: GoldCredits, texts: Mapping[str, AnnotatedText]) -> None:
    by_source = {one.source: one.document.text for one in texts.values()}
    for one in credits.passages:
        if one.source in by_source and (there := one.span.of(by_source[one.source])) != one.surface:
            raise UnreadableGold(f"{one.source}:{one.span.start} has {there!r}, not {one.surface!r}")


def _named(one: CreditLine, text: AnnotatedText, same: Mapping[str, str]) -> _Line:
    def called(entity: str) -> str:
        return same.get(entity, f"[{entity}]") if entity else ""

    surface = " ".join(one.span.of(text.document.text).split())
    return _Line(one, text.source, called(one.person), called(one.character), text.holds(one.span), surface)


def judge_credits(credits: GoldCredits, lines: Sequence[_Line], named: set[str]) -> ReadCredits:
    """What the credits that were read for the film are worth; ``named`` are the entities linked in its texts.

    A cast pair is found by a line with both names, or by one that gives the performer no named part where the
    annotation has the pair. The mode is right if it is the same, or not said of somebody on screen.
    """
    cast = {row: [one for one in lines if _states(one, row)] for row in credits.cast}
    crew = {
        row: [one for one in lines if one.person == row.person and one.line.role in row.roles]
        for row in credits.crew
        if row.required
    }
    found = {row: stated for row, stated in cast.items() if stated}
    wrong = [one for one in lines if one.annotated and not _is_right(one, credits)]
    taken = [trap for trap in credits.others if any(_takes(one, trap, credits) for one in lines)]
    passages = [(row, one) for row in (*credits.cast, *crew) for one in row.evidence]
    read = [one for row, one in passages if any(line.is_at(one) and line.person == row.person for line in lines)]
    annotated = [one for one in lines if one.annotated]
    return ReadCredits(
        {
            "cast pairs found": Ratio(len(found), len(cast)),
            "cast pairs: status right": Ratio(sum(_status(stated) == row.status for row, stated in found.items()), len(found)),
            "cast pairs: mode right": Ratio(sum(_mode(stated) in _modes(row) for row, stated in found.items()), len(found)),
            "crew rows found": Ratio(sum(map(bool, crew.values())), len(crew)),
            "passages read": Ratio(len(read), len(passages)),
            "wrong": Ratio(len(wrong), len(annotated)),
            "traps taken": Ratio(len(taken), len(credits.others)),
        },
        tuple(_misses(cast, crew, named)),
        tuple(map(str, wrong)),
        tuple(f"{trap.id}: {trap.person}, {trap.role}" for trap in taken),
    )


def _states(one: _Line, row: CastRow) -> bool:
    if one.line.role != CAST or one.person != row.person:
        return False
    return one.character == row.character or (not one.character and any(map(one.is_at, row.evidence)))


def _is_right(one: _Line, credits: GoldCredits) -> bool:
    if one.line.role == CAST:
        own = [row for row in credits.cast if row.person == one.person]
        return any(one.character in {"", row.character} for row in own)
    return any(row.person == one.person and one.line.role in row.roles for row in credits.crew)


def _takes(one: _Line, trap: CrewRow, credits: GoldCredits) -> bool:
    """Whether a line gives the film what the passage of a trap says of another work."""
    if one.person != trap.person or (trap.roles and one.line.role not in trap.roles):
        return False
    own = [passage for row in (*credits.cast, *credits.crew) if row.person == one.person for passage in row.evidence]
    return any(map(one.is_at, trap.evidence)) and not any(map(one.is_at, own))


def _status(stated: Iterable[_Line]) -> str:
    statuses = {one.line.status for one in stated}
    return next((status for status in CREDIT_ORDER if status in statuses), "")


def _mode(stated: Iterable[_Line]) -> str:
    return next((one.line.mode for one in stated if one.line.mode), "")


def _modes(row: CastRow) -> set[str]:
    return {row.mode, ""} if row.mode == SCREEN else {row.mode}


def _misses(
    cast: Mapping[CastRow, Sequence[_Line]], crew: Mapping[CrewRow, Sequence[_Line]], named: set[str]
) -> Iterator[str]:
    for row, stated in cast.items():
        if not stated:
            yield f"{row.id}: {row.person} as {row.character} ({_reason(named, row.person, row.character)})"
        elif (status := _status(stated)) != row.status or _mode(stated) not in _modes(row):
            yield f"{row.id}: {status} {_mode(stated) or 'no mode'}, expected {row.status} {row.mode}"
    for job, stated in crew.items():
        if not stated:
            yield f"{job.id}: {job.person}, {job.role} ({_reason(named, job.person)})"


def _reason(named: set[str], *entities: str) -> str:
    unknown = [one for one in entities if one not in named]
    return f"nothing is linked to {', '.join(unknown)}" if unknown else "no form found"
