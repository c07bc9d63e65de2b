"""Tiny annotations for tests, written as marked texts, and what an archive makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from evaluation.annotated import AnnotatedText
from evaluation.discovered import Discovered, measure_discovery
from evaluation.gold import Gold
from evaluation.linked import Linked, judge_links
from evaluation.marked_texts import read_marked_text
from plugins.archive.annotation import Link, Undecided
from plugins.archive.entity import Entity, Kind
from plugins.archive.span import Span
from tests.making import document

MAKER = "tests/1"


@dataclass
class Annotated:
    """One annotated text, ``review``, and the archive's links in it."""

    gold: Gold
    text: str

    def span(self, words: str, nth: int = 1) -> Span:
        """Where the words stand for the nth time."""
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def link(self, words: str, entity: str, nth: int = 1) -> Link:
        return Link("review", self.span(words, nth), entity, "a test says so", MAKER, 1.0)

    def undecided(self, words: str, *candidates: str) -> Undecided:
        return Undecided("review", self.span(words), candidates, "a test leaves it open")

    def texts(self) -> dict[str, AnnotatedText]:
        return {"review": AnnotatedText("review", document(self.text), self.gold.ends["review"])}

    def linked(
        self,
        *links: Link,
        undecided: Iterable[Undecided] = (),
        other_kinds: Mapping[str, Kind] | None = None,
        unknown: Iterable[str] = (),
    ) -> Linked:
        """The links, with records that have the annotation's ids.

        A record is of its entity's kind, or a place; ``unknown`` are people of whom the annotation knows
        nothing.
        """
        kinds = {
            one.id: Kind(one.kind) if one.is_judged else Kind.PLACE for one in self.gold.entities
        } | dict.fromkeys(unknown, Kind.PERSON)
        same = {one: one for one in kinds if one not in set(unknown)}
        return judge_links(self.gold, self.texts(), links, undecided, {**kinds, **(other_kinds or {})}, same)

    def discovered(self, entities: Mapping[str, Kind], *links: Link) -> Discovered:
        """The links to entities that were found in the text, by id."""
        found = [entity(name, kind) for name, kind in entities.items()]
        return measure_discovery(self.gold, self.texts(), links, (), found)


def annotated(marked: str, **changed: object) -> Annotated:
    """The annotation of a marked text; ``changed`` are values of its first row."""
    read = read_marked_text("review", marked)
    first, *rest = read.gold.rows or (None,)
    rows = (replace(first, **changed), *rest) if first and changed else read.gold.rows  # type: ignore[arg-type]
    return Annotated(replace(read.gold, rows=tuple(rows)), read.text)


def entity(name: str, kind: Kind = Kind.PERSON, variants: tuple[str, ...] = ()) -> Entity:
    """An entity whose id is its name in small letters."""
    id_ = name.lower().replace(" ", "-")
    return Entity(id_, kind, name, name, variants, f"{id_}.html", "", False)
