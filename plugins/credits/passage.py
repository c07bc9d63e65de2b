"""A segment as its credits are looked for: each name one sign, so that a pattern reads like a sentence.

``Samantha (voiced by Scarlett Johansson)`` is ``ⓒ (voiced by ⓟ)`` here. Marks are straight, white space is
single; quotation marks and italics around a name are gone, and so is a title before it (``Dr. Pugh``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from plugins.archive.entity import Kind
from plugins.archive.source import Document, Segment
from plugins.archive.span import Span
from plugins.lexicon.english import ENGLISH
from plugins.mentions.folding import SAME_LENGTH
from plugins.quotations.sentences import find_sentences

PERSON, GROUP, PART, WORK, ELSE = "ⓟⓞⓒⓦⓛ"
"""The signs of people, of bands and companies, of characters, of works, and of whatever else has a name."""

SIGN_OF = {Kind.PERSON: PERSON, Kind.ORGANISATION: GROUP, Kind.CHARACTER: PART, Kind.WORK: WORK}
SIGNS = PERSON + GROUP + PART + WORK + ELSE

_UNUSED = str.maketrans(dict.fromkeys(SIGNS, " "))
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


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a passage: whose it is, and whether that was left undecided."""

    entity: str
    kind: Kind
    span: Span
    is_open: bool = False


@dataclass(frozen=True)
class Passage:
    """A segment's text with signs for names.

    ``names`` are by their offset in ``text``. ``starts`` gives for each offset the one in the raw text.
    """

    document: Document
    segment: Segment
    text: str
    names: Mapping[int, Named]
    starts: tuple[int, ...]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, as spans of ``text``."""
        return tuple(find_sentences(self.text, Span(0, len(self.text)))) if self.text else ()

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds an offset."""
        ends = [one.end for one in self.sentences]
        return min(bisect_left(ends, offset + 1), len(ends) - 1)

    def raw(self, start: int, end: int) -> Span:
        """The raw span of a stretch that is not empty."""
        return Span(self.starts[start], self._end_of(end - 1))

    def _end_of(self, offset: int) -> int:
        name = self.names.get(offset)
        return name.span.end if name else self.starts[offset] + 1

    def named(self, sign: str, start: int, end: int) -> tuple[Named, ...]:
        """The names in a stretch that have one of some signs, in order."""
        return tuple(self.names[at] for at in range(start, end) if self.text[at] in sign and at in self.names)

    def words(self, start: int, end: int) -> str:
        """The raw words of a stretch, on one line."""
        return " ".join(self.raw(start, end).of(self.document.text).split()) if start < end else ""


def read_passage(document: Document, segment: Segment, names: Iterable[Named]) -> Passage:
    """The passage of a segment; ``names`` are those that stand in it, in order."""
    raw = document.text
    signs: list[str] = []
    starts: list[int] = []
    named: dict[int, Named] = {}
    place = segment.span.start
    for name in (*names, None):
        end = name.span.start if name else segment.span.end
        if name and name.span.start < place:
            continue
        signs += raw[place:end].translate(SAME_LENGTH).translate(_UNUSED)
        starts += range(place, end)
        if name:
            named[len(signs)] = name
            signs.append(SIGN_OF.get(name.kind, ELSE))
            starts.append(name.span.start)
            place = name.span.end
            if _is_owner(raw, name):
                signs += "'s"
                starts += (place, place)
                place += 1
    return _without(document, segment, "".join(signs), named, starts)


def _is_owner(raw: str, name: Named) -> bool:
    """Whether a name that ends in s owns what follows: ``Todd Haynes’ film``."""
    if name.kind is Kind.WORK or raw[name.span.end - 1] not in "sxzSXZ":
        return False
    opened = raw[name.span.start - 1 : name.span.start].translate(SAME_LENGTH) in {"'", '"'}
    return (
        not opened
        and re.match(r"' ", raw[name.span.end : name.span.end + 2].translate(SAME_LENGTH)) is not None
    )


def _without(
    document: Document, segment: Segment, text: str, named: Mapping[int, Named], starts: list[int]
) -> Passage:
    gone = {at for match in _GONE.finditer(text) for at in range(*match.span())}
    kept = [at for at in range(len(text)) if at not in gone]
    return Passage(
        document,
        segment,
        "".join(text[at] for at in kept),
        {new: named[old] for new, old in enumerate(kept) if old in named},
        tuple(starts[at] for at in kept),
    )
