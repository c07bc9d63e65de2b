"""Texts about other films, each with the credits and the dates that it states, read from a folder.

A text is two files of one name, a ``.txt`` and a ``.json``; what the annotation holds is told in
``tests/stated_texts/README.md``. The newest texts are held out: their misses are counted and never shown, so
that no rule is made for them. Once somebody has looked at them, newer ones have to take their place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.date_meaning import meaning
from evaluation.gold import GoldEntity, UnreadableGold, digest_of_files
from plugins.archive.date_expression import DateStatus
from plugins.archive.entity import Kind
from plugins.archive.span import Span
from plugins.authority.choices import CREDIT_STATUSES, MODES

FILM = "film"
"""The id of a text's own film."""

FIRST_HELD_OUT = 21
"""The number of the first text that nobody who makes rules has looked at."""

_KINDS = {"people": Kind.PERSON, "characters": Kind.CHARACTER, "works": Kind.WORK}


@dataclass(frozen=True, slots=True)
class StatedPart:
    """Who plays whom. ``character`` is empty for a part that only words tell (``part``), or nothing does."""

    person: str
    character: str
    part: str
    mode: str
    status: str
    quote: Span


@dataclass(frozen=True, slots=True)
class StatedJob:
    """Who did what on the film; ``role`` is the annotator's word."""

    person: str
    role: str
    status: str
    quote: Span


@dataclass(frozen=True, slots=True)
class StatedTrap:
    """Words that look like a credit of the film for somebody and are none."""

    person: str
    quote: Span
    why: str


@dataclass(frozen=True, slots=True)
class StatedDate:
    """Words that say when. ``accepted`` is EDTF, the best first; none means that no date follows."""

    quote: Span
    accepted: tuple[str, ...]
    status: DateStatus
    why: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class NoDate:
    """Words that look like a date and are none."""

    quote: Span
    why: str


@dataclass(frozen=True)
class StatedText:
    """One annotated text. The film is one of the ``entities``, under ``FILM``.

    ``years`` are those that the annotation gives to works, by id.
    """

    name: str
    text: str
    published: str
    kind: str
    entities: tuple[GoldEntity, ...]
    years: Mapping[str, int]
    cast: tuple[StatedPart, ...]
    crew: tuple[StatedJob, ...]
    traps: tuple[StatedTrap, ...]
    dates: tuple[StatedDate, ...]
    not_dates: tuple[NoDate, ...]
    digest: str

    @property
    def is_held_out(self) -> bool:
        """Whether the text only counts: its number is ``FIRST_HELD_OUT`` or higher."""
        number = self.name.split("_")[0]
        return number.isdecimal() and int(number) >= FIRST_HELD_OUT


def read_stated_texts(folder: Path) -> tuple[StatedText, ...]:
    """The texts of a folder in the order of their names.

    Raises:
        UnreadableGold: there is none, or one of them does not fit its annotation.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise UnreadableGold(f"{folder} holds no texts with what they state (*.json beside *.txt)")
    return tuple(_read(file) for file in files)


def digest_of_stated(texts: Iterable[StatedText]) -> str:
    """One digest for all texts of a folder, and for what is annotated in them."""
    return digest_of_files((one.name, one.digest.encode("ascii")) for one in texts)


def _read(file: Path) -> StatedText:
    own = file.with_suffix(".txt")
    try:
        data, written = own.read_bytes(), file.read_bytes()
        return _text(file.stem, data.decode("utf-8"), json.loads(written), digest_of_both(data, written))
    except UnreadableGold as fault:
        raise UnreadableGold(f"{file.name}: {fault}") from None
    except (OSError, KeyError, TypeError, ValueError) as fault:
        raise UnreadableGold(f"{file.name} cannot be read: {fault!r}") from None


def digest_of_both(text: bytes, annotation: bytes) -> str:
    """One digest for a text and its annotation."""
    return digest_of_files([("text", text), ("annotation", annotation)])


def _text(name: str, text: str, written: Mapping[str, Any], digest: str) -> StatedText:
    ids = _Ids(written)

    def quote(row: Mapping[str, Any]) -> Span:
        return _only_place(text, row["quote"])

    return StatedText(
        name,
        text,
        written["published"],
        written["kind"],
        (GoldEntity(FILM, Kind.WORK.value, written["film"]["name"]), *ids.entities()),
        {ids.of("works", key): one["year"] for key, one in written["works"].items() if one["year"]}
        | ({FILM: written["film"]["year"]} if written["film"]["year"] else {}),
        tuple(
            StatedPart(
                ids.of("people", row["person"]),
                ids.of("characters", row["character"]) if row["character"] else "",
                row["part"] or "",
                _one_of(MODES, row["mode"]),
                _one_of(tuple(CREDIT_STATUSES), row["status"]),
                quote(row),
            )
            for row in written["cast"]
        ),
        tuple(
            StatedJob(
                ids.of("people", row["person"]),
                row["role"],
                _one_of(tuple(CREDIT_STATUSES), row["status"]),
                quote(row),
            )
            for row in written["crew"]
        ),
        tuple(
            StatedTrap(ids.of("people", row["person"]), quote(row), row["why"]) for row in written["traps"]
        ),
        tuple(
            StatedDate(
                quote(row),
                tuple(map(_edtf, row["edtf"])),
                DateStatus(row["status"]),
                row["why"],
                bool(row.get("optional")),
            )
            for row in written["dates"]
        ),
        tuple(NoDate(quote(row), row["why"]) for row in written["not_dates"]),
        digest,
    )


class _Ids:
    """What an annotation's keys are called among all its entities: an id that is as good for a record."""

    def __init__(self, written: Mapping[str, Any]) -> None:
        self._written = {group: written[group] for group in _KINDS}

    def of(self, group: str, key: str) -> str:
        """The id of a key; one that two groups have gets the kind's name as well."""
        if key not in self._written[group]:
            raise UnreadableGold(f"{key!r} is none of its {group}")
        shared = sum(key in entries for entries in self._written.values()) > 1 or key == FILM
        return f"{key}_{_KINDS[group].value}".replace("_", "-") if shared else key.replace("_", "-")

    def entities(self) -> Iterable[GoldEntity]:
        for group, entries in self._written.items():
            for key, one in entries.items():
                aliases = tuple(one.get("variants", ()))
                yield GoldEntity(self.of(group, key), _KINDS[group].value, one["name"], aliases)


def _only_place(text: str, quote: str) -> Span:
    if text.count(quote) != 1:
        raise UnreadableGold(f"{quote!r} stands {text.count(quote)} times in its text, not once")
    start = text.index(quote)
    return Span(start, start + len(quote))


def _one_of(words: tuple[str, ...], word: str) -> str:
    if word not in words:
        raise UnreadableGold(f"{word!r} is none of {', '.join(words)}")
    return word


_GROUPED = re.compile(r"\d{4}-(?:2[5-9]|3\d|4[01])")
"""Quarters, halves and the seasons of a hemisphere: EDTF of level 2, which the archive never writes."""


def _edtf(written: str) -> str:
    if meaning(written) is None and not _GROUPED.fullmatch(written):
        raise UnreadableGold(f"{written!r} is no EDTF date")
    return written
