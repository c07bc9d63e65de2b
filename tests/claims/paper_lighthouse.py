"""An archive to tamper with, about *The Paper Lighthouse*, which nobody made: four texts, four rights.

Records are written as people write them, so that the line and the column of every fault can be counted.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from plugins.archive.claim import EDITOR
from plugins.archive.errors import ContentFaults
from plugins.archive.flow import Flow
from plugins.archive.settings import Settings
from plugins.stages import archive_flow
from tests.making import pointer_to

REVIEW = """\
A lighthouse made of paper

By Jo Ruiz

Tove Lind folds a whole coast out of paper and lights it with one lamp, which she carries about herself.

It runs for ninety minutes, and fog stands in most of them. Where there is no fog there is a gull, or the \
noise of a gull, made by the keeper's brother behind a curtain that everybody can see.
"""

TALK = """\
A talk on the stairs

We met Tove Lind below the lamp room.

The cut that was locked in March is ninety-two minutes long, with the names at its end.
"""

NOTE = """\
All the paper together cost four thousand crowns.
"""

HISTORY = """\
How the light was folded

The reels in the cellar were timed by hand, with a kitchen clock, at ninety-four minutes.
"""

ORIGINALS = {"quay-review": REVIEW, "stairs-talk": TALK, "paper-note": NOTE, "own-history": HISTORY}

TEXTS = "sources/own-history.txt"
"""The archive's own text stands beside its record; the others are in a library."""

NINETY = pointer_to(REVIEW, "ninety minutes", "quay-review", 4)
NINETY_TWO = pointer_to(TALK, "ninety-two minutes", "stairs-talk", 3)
NINETY_FOUR = pointer_to(HISTORY, "ninety-four minutes", "own-history", 2)
COST = pointer_to(NOTE, "four thousand crowns", "paper-note", 1)
FOG = pointer_to(REVIEW, "fog", "quay-review", 4)

FILM = "films/paper-lighthouse.md"
SETTLEMENTS = "authority/settlements.yaml"

FACTS = f"""\
---
name: The Paper Lighthouse
kind: film
year: "2011"
summary: A keeper folds his own light.
facts:
  - property: running-time
    value: 90 minutes
    cite: {NINETY}
  - property: running-time
    value: 92 minutes
    cite: {NINETY_TWO}
  - property: weather
    value: fog
    cite: {FOG}
  - property: budget
    value: 4000 crowns
    cite: {COST}
---
"""

THIRD = f"""\
  - property: running-time
    value: 94 minutes
    cite: {NINETY_FOUR}
---
"""
"""The end of the film's record with a third running time."""

SETTLED = """\
- subject: paper-lighthouse
  property: running-time
  value: 92 minutes
  who: Ada Moor
  when: 2026-11
  why: The print was timed
"""


def source_record(source: str, rights: str, kind: str, published: str) -> str:
    digest = hashlib.sha256(ORIGINALS[source].encode()).hexdigest()
    title = ORIGINALS[source].partition("\n")[0]
    return f"""\
---
name: {source.replace("-", " ").capitalize()}
title: {title}
kind: {kind}
published: {published}
lang: en
rights: {rights}
sha256: {digest}
film: paper-lighthouse
summary: What it says of the film.
---
"""


RECORDS = {
    FILM: FACTS,
    "people/tove-lind.md": "---\nname: Tove Lind\nsummary: She folds.\n---\n",
    "sources/quay-review.md": source_record("quay-review", "excerpt", "review", "2011-09-30"),
    "sources/stairs-talk.md": source_record("stairs-talk", "summary", "interview", "2011-05"),
    "sources/paper-note.md": source_record("paper-note", "link", "other", "2012"),
    "sources/own-history.md": source_record("own-history", "full", "essay", "2013"),
}


@dataclass(frozen=True)
class Lighthouse:
    """The archive on disk; what ``change`` does to a file is all that sets it apart from the sound one."""

    content: Path
    library: Path

    def change(self, path: str, old: str, new: str) -> Lighthouse:
        """Put ``new`` in the place of the only ``old`` in a file of the content folder, or of the library."""
        file = self.content / path if (self.content / path).is_file() else self.library / path
        before = file.read_bytes().decode()
        assert before.count(old) == 1, (path, old)
        file.write_bytes(before.replace(old, new).encode())
        return self

    def write(self, path: str, text: str) -> Lighthouse:
        (self.content / path).parent.mkdir(exist_ok=True)
        (self.content / path).write_bytes(text.encode())
        return self

    @property
    def options(self) -> tuple[str, ...]:
        """How a command is told of it."""
        return "--content", str(self.content), "--library", str(self.library)

    @property
    def flow(self) -> Flow:
        return archive_flow(Settings(self.content, (self.library,), film="paper-lighthouse"))

    def faults(self) -> list[str]:
        """Everything that `invoke check` prints; nothing for a sound archive."""
        try:
            self.flow.sound_value("pages")
        except ContentFaults as found:
            return [str(one) for one in found.problems]
        return []

    def claims_on(self, source: str) -> list[str]:
        """The ids of what people claim of a passage of a text, in order, while nobody has tampered with it.

        What a program read is gone with the text that it was read in.
        """
        made = (one for one in self.flow.sound_value("claims").made if one.maker == EDITOR)
        return sorted(
            one.id for one in made if one.pointer and one.pointer.source == source and one.pointer.paragraph
        )


def build_lighthouse(folder: Path) -> Lighthouse:
    """The sound archive below a folder."""
    made = Lighthouse(folder / "content", folder / "library")
    for path, text in {**RECORDS, TEXTS: HISTORY}.items():
        file = made.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    made.library.mkdir()
    for source, text in ORIGINALS.items():
        if source != "own-history":
            (made.library / f"{source}.txt").write_bytes(text.encode())
    return made


def other_digit(pointer: str) -> str:
    """A pointer with the last letter of its digest changed."""
    return pointer[:-1] + ("0" if pointer[-1] != "0" else "1")


def with_span(pointer: str, start: int = 0, end: int = 0) -> str:
    """A pointer with its two numbers changed by so much."""
    source, paragraph, span, digest = pointer.split()
    first, last = map(int, span.split("-"))
    return f"{source} {paragraph} {first + start}-{last + end} {digest}"


def build_tampered(folder: Path) -> Lighthouse:
    """The archive with faults in four files at once."""
    made = build_lighthouse(folder)
    made.change(FILM, NINETY, other_digit(NINETY)).change(FILM, FOG, with_span(FOG, 4, 4))
    made.change(FILM, COST, COST.replace("p1", "p2"))
    made.change(FILM, "\n---\n", f"\n{THIRD}").change(FILM, "own-history p2", "own-histori p2")
    made.change("stairs-talk.txt", "March", "Marsh")
    return made.write(SETTLEMENTS, SETTLED.replace("92", "99"))
