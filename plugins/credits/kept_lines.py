"""The credits of texts, each by itself: kept from one build to the next under all that decides them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from sys import intern
from typing import Any

from plugins.archive.annotation import CreditLine
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.credits.named import Named
from plugins.incremental.kept import Kept
from plugins.incremental.keys import digest_of, digest_of_code, key_of_text, text_alone

CODE = ("archive", "credits", "importing", "lexicon", "mentions", "quotations", "sources")
"""Plugins whose code and tables decide which credits a text states."""


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text with its names in their order, and what is known of films.

    ``own`` is the film that its record says it is about, ``film`` the archive's; ``films`` are those of the
    characters that it names, where a person has said it.
    """

    document: Document
    names: Sequence[Named]
    own: str
    film: str
    films: Mapping[str, str]

    @property
    def key(self) -> str:
        """The digest of all that can change its credits."""
        names = [
            (one.entity, one.kind.value, one.span.start, one.span.end, one.is_open) for one in self.names
        ]
        known = json.dumps([names, self.own, self.film, sorted(self.films.items())])
        return digest_of(digest_of_code(*CODE), key_of_text(self.document), known)


@dataclass(frozen=True, slots=True)
class CreditsOfText:
    """What one text states, in its order, and what it calls a work though it says that it made the music."""

    lines: tuple[CreditLine, ...]
    bands: tuple[str, ...]


def credits_of(texts: Sequence[NamedText], kept: Kept) -> list[CreditsOfText]:
    """The credits of each text, in the order of the texts: made now, or in an earlier build."""

    def prepare() -> None:
        # Whoever reads no text waits for none of the forms.
        import plugins.credits.reading  # noqa: F401

    def make(place: int) -> list[Any]:
        from plugins.credits.reading import read_text

        one = texts[place]
        lines, bands = read_text(text_alone(one.document), one.names, one.own, one.film, one.films)
        return [encode_lines(lines), bands]

    found = kept.results("credits", [one.key for one in texts], make, prepare)
    return [
        CreditsOfText(tuple(decode_lines(lines, text.document.source)), tuple(bands))
        for text, (lines, bands) in zip(texts, found, strict=True)
    ]


def encode_lines(lines: Iterable[CreditLine]) -> list[Any]:
    """The lines of one text as JSON holds them, without their source."""
    return [
        (
            *(one.span.start, one.span.end, one.person, one.name, one.role, one.work, one.character),
            *(one.part, one.status, one.mode, one.wording, one.reason, one.maker),
        )
        for one in lines
    ]


def decode_lines(plain: Iterable[list[Any]], source: str) -> Iterator[CreditLine]:
    """The lines that ``encode_lines`` wrote, in a source. Many share their words, which are held once."""
    for start, end, *words in plain:
        yield CreditLine(source, Span(start, end), *map(intern, words))
