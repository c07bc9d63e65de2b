"""Where something stands in an original, and how a contributor points at it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

DIGEST_LENGTH = 12
"""Hex digits of a quote's sha256 kept in a pointer: 48 bits, far more than a person could hit by accident."""


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A stretch of one raw text: code points, zero-based, the end not included."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0 or later, not {self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def digest_of(quote: str) -> str:
    """The first hex digits of the sha256 of the quoted text in UTF-8, as pointers carry it."""
    return hashlib.sha256(quote.encode("utf-8")).hexdigest()[:DIGEST_LENGTH]


class UnreadablePointer(ValueError):
    """A ``cite`` that is not of the form ``source p23 100-120 0123456789ab``."""


@dataclass(frozen=True, order=True, slots=True)
class Pointer:
    """A citation of one source, as exact as the contributor could make it.

    ``paragraph`` counts the blocks of the original from 1; ``span`` and ``digest`` come together
    and pin the very words. A pointer to a whole source has none of the three.

        >>> Pointer.parse("new-york-profile p11 2517-2553 d1b01d1db999").paragraph
        11
        >>> str(Pointer.parse("new-york-profile p11"))
        'new-york-profile p11'
    """

    source: str
    paragraph: int | None = None
    span: Span | None = None
    digest: str | None = None

    @classmethod
    def parse(cls, written: str) -> Pointer:
        """The pointer that a ``cite`` states.

        Raises:
            UnreadablePointer: any other form; the message says what was expected.
        """
        match = _WRITTEN.fullmatch(written.strip())
        if match is None:
            raise UnreadablePointer(written)
        span = None
        if match["start"] is not None:
            start, end = int(match["start"]), int(match["end"])
            if start >= end:
                raise UnreadablePointer(written)
            span = Span(start, end)
        paragraph = int(match["paragraph"]) if match["paragraph"] else None
        return cls(match["source"], paragraph, span, match["digest"])

    def __str__(self) -> str:
        parts = [self.source]
        if self.paragraph is not None:
            parts.append(f"p{self.paragraph}")
        if self.span is not None:
            parts.append(f"{self.span.start}-{self.span.end} {self.digest}")
        return " ".join(parts)


_WRITTEN = re.compile(
    r"(?P<source>[a-z0-9][a-z0-9-]*)"
    r"(?:\s+p(?P<paragraph>[1-9][0-9]{0,8}))?"
    r"(?:\s+(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9})"
    rf"\s+(?P<digest>[0-9a-f]{{{DIGEST_LENGTH}}}))?"
)

POINTER = re.sub(r"\?P<\w+>", "?:", _WRITTEN.pattern)
"""The form of a pointer, as a pattern without names that other programs read too."""
