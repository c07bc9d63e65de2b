"""A segment as its credits are looked for: each name one sign, so that a pattern reads like a sentence.

``Samantha (voiced by Scarlett Johansson)`` is ``ⓒ (voiced by ⓟ)`` here. Marks are straight, white space is
single; quotation marks and italics around a name are gone, and so is a title before it (``Dr. Pugh``).
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from plugins.archive.entity import Kind
from plugins.archive.source import Document, Label, Segment
from plugins.archive.span import Span
from plugins.credits.named import Named
from plugins.credits.patterns import words_had
from plugins.lexicon.english import ENGLISH
from plugins.mentions.folding import straight
from plugins.quotations.sentences import find_sentences

PERSON, GROUP, PART, WORK, ELSE = "ⓟⓞⓒⓦⓛ"
"""The signs of people, of bands and companies, of characters, of works, and of whatever else has a name."""

SIGN_OF = {Kind.PERSON: PERSON, Kind.ORGANISATION: GROUP, Kind.CHARACTER: PART, Kind.WORK: WORK}
SIGNS = PERSON + GROUP + PART + WORK + ELSE

READ = frozenset(
    {
        Label.BODY, Label.QUESTION, Label.ANSWER, Label.CAPTION, Label.NOTE, Label.HEADING, Label.SECTION,
        Label.CREDIT_BLOCK, Label.FILM_FACTS,
    }
)  # fmt: skip
"""Segments whose words are the author's, a speaker's or the film's. Readers' comments credit nobody."""

_TITLE = "|".join(sorted((re.escape(one) for one in ENGLISH.honorifics | ENGLISH.ranks), key=len)[::-1])
_GONE = re.compile(
    rf"(?:[\"']|[_*]{{1,3}})(?=[{SIGNS}](?:'s)?[,.!?]?[\"'_*])"  # opening marks of a name
    rf"|(?<=[{SIGNS}])(?:\"|'(?!s\b)(?! ?[a-z{SIGNS}]))|(?<={WORK})'(?!s\b)"  # closing marks
    rf"|(?<=[{SIGNS}][,.!?])[\"'](?!\w)"
    rf"|(?<=[{SIGNS}])[_*]{{1,3}}"
    rf"|(?<![\w'-])(?i:{_TITLE}) (?=[{SIGNS}])"
    r"|(?<= ) +"
)
"""What is left out of a passage: marks and titles of names. Those of a whole sentence stay."""


_BEFORE = max(map(len, ENGLISH.honorifics | ENGLISH.ranks)) + 4
_BEHIND = 12
"""Code points before and behind a name in which marks and titles of it stand."""

_NEAR = 2_000
"""Code points on either side that a sentence has at most where its words are looked through for each credit.

The longest of the five texts has some six hundred; a list may have a million.
"""


@dataclass(frozen=True)
class Passage:
    """A segment's text with signs for names.

    ``names`` are by their offset in ``text``. ``steps`` are (offset here, offset in the raw text) wherever
    the two part, in order, the first of them for the passage's beginning.
    """

    document: Document
    segment: Segment
    text: str
    names: Mapping[int, Named]
    steps: tuple[tuple[int, int], ...]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, as spans of ``text``."""
        return tuple(find_sentences(self.text, Span(0, len(self.text)))) if self.text else ()

    def around(self, start: int, end: int) -> Span:
        """The sentence of a stretch, as far as it is near: some lists have no full stop."""
        sentence = self.sentences[self.sentence_at(start)]
        return Span(max(sentence.start, start - _NEAR), min(sentence.end, max(end, start) + _NEAR))

    @cached_property
    def had(self) -> int:
        """What it has of the words that patterns need: no word is in two sentences."""
        return reduce(or_, self.had_by_sentences, 0)

    @cached_property
    def had_by_sentences(self) -> tuple[int, ...]:
        """The same of each of its sentences."""
        return tuple(words_had(one.of(self.text)) for one in self.sentences)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(one.end for one in self.sentences)

    @cached_property
    def _offsets(self) -> tuple[int, ...]:
        return tuple(sorted(self.names))

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds an offset."""
        return min(bisect_left(self._ends, offset + 1), len(self._ends) - 1)

    def raw(self, start: int, end: int) -> Span:
        """The raw span of a stretch that is not empty."""
        last = self.names.get(end - 1)
        return Span(self._raw(start), last.span.end if last else self._raw(end - 1) + 1)

    def _raw(self, offset: int) -> int:
        here, there = self.steps[bisect_right(self.steps, (offset, sys.maxsize)) - 1]
        return there + offset - here

    def at(self, raw: int) -> int:
        """The first offset that stands at or behind one of the raw text."""
        return bisect_left(range(len(self.text)), raw, key=self._raw)

    def offsets(self, sign: str, start: int, end: int) -> list[int]:
        """The offsets of the names in a stretch that have one of some signs."""
        own = self._offsets[bisect_left(self._offsets, start) : bisect_left(self._offsets, end)]
        return [at for at in own if self.text[at] in sign]

    def named(self, sign: str, start: int, end: int) -> tuple[Named, ...]:
        """The names in a stretch that have one of some signs, in order."""
        return tuple(self.names[at] for at in self.offsets(sign, start, end))

    def words(self, start: int, end: int) -> str:
        """The raw words of a stretch, on one line."""
        return " ".join(self.raw(start, end).of(self.document.text).split()) if start < end else ""


def passages_of(document: Document, names: Sequence[Named]) -> Iterator[Passage]:
    """The passages that name somebody or something, and all answers, in order."""
    place, plain = 0, plain_text(document)
    for segment in document.segments:
        own: list[Named] = []
        while place < len(names) and names[place].span.start < segment.span.end:
            if names[place].span.start >= segment.span.start and names[place].span.end <= segment.span.end:
                own.append(names[place])
            place += 1
        if (own and segment.label in READ) or segment.label is Label.ANSWER:
            yield read_passage(document, segment, own, plain)


def plain_text(document: Document) -> str:
    """A text as passages have it, offset for offset: marks straight, and none of the signs of names."""
    text = straight(document.text)
    for sign in SIGNS:
        text = text.replace(sign, " ")
    return text


def read_passage(document: Document, segment: Segment, names: Sequence[Named], plain: str) -> Passage:
    """The passage of a segment.

    ``names`` are those that stand in it, in order; ``plain`` is the document's ``plain_text``.
    """
    text, place = "", segment.span.start
    steps = [(0, place)]
    named: dict[int, Named] = {}
    for name in names:
        if name.span.start < place:
            continue
        text += plain[place : name.span.start]
        named[len(text)] = name
        place = name.span.end
        steps.append((len(text), name.span.start))
        text += SIGN_OF.get(name.kind, ELSE)
        if _is_owner(plain, name):
            # The s stands on the mark as well, so that all owners look alike.
            steps.append((len(text), place))
            text += "'s"
            place += 1
        steps.append((len(text), place))
    text += plain[place : segment.span.end]
    return _without_marks(Passage(document, segment, text, named, tuple(steps)))


def _is_owner(plain: str, name: Named) -> bool:
    """Whether a name that ends in s owns what follows: ``Todd Haynes’ film``."""
    if name.kind is Kind.WORK or plain[name.span.end - 1] not in "sxzSXZ":
        return False
    opened = plain[max(name.span.start - 1, 0) : name.span.start] in {"'", '"'}
    return not opened and plain[name.span.end : name.span.end + 2] == "' "


def _beside_names(passage: Passage) -> Iterator[tuple[int, int]]:
    """The stretches around names, none overlapping another; all of a passage that has spaces side by side."""
    if "  " in passage.text:
        yield 0, len(passage.text)
        return
    start = end = 0
    for at in passage.offsets(SIGNS, 0, len(passage.text)):
        if at - _BEFORE > end:
            yield start, end
            start = at - _BEFORE
        end = at + _BEHIND
    yield start, end


def _without_marks(passage: Passage) -> Passage:
    """A passage without the marks and titles of its names."""
    gone = [
        match.span()
        for start, end in _beside_names(passage)
        for match in _GONE.finditer(passage.text, start, end)
    ]
    if not gone:
        return passage
    text, steps = "", [*passage.steps[:1]]
    places = [here for here, _ in passage.steps]
    named: dict[int, Named] = {}
    edges = [0, *(edge for span in gone for edge in span), len(passage.text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        moved = len(text) - start
        if start < end:
            steps.append((len(text), passage.raw(start, start + 1).start))
            inside = passage.steps[bisect_right(places, start) : bisect_left(places, end)]
            steps += ((here + moved, there) for here, there in inside)
            named |= {at + moved: passage.names[at] for at in passage.offsets(SIGNS, start, end)}
            text += passage.text[start:end]
    return Passage(passage.document, passage.segment, text, named, tuple(steps))
