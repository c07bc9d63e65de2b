"""What templates see of what somebody says: passages by text, and by what they speak of."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.entity_pages.views import DateWords, Piece, Ref


@dataclass(frozen=True, slots=True)
class SaidQuote:
    """Words that the page of a fact shows anyway, with the claims that rest on them."""

    words: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaidPassage:
    """What somebody says in one paragraph.

    ``words`` are empty where the text may not be shown; then ``quotes`` are what its rights allow of it, and
    ``topics`` what it is about. ``length`` counts words. ``teller`` is in whose answer it is quoted, or None.
    ``also`` are topics that the words are about besides the one under which they stand, and that do not have
    them.
    """

    paragraph: int
    url: str
    words: tuple[Piece, ...]
    quotes: tuple[SaidQuote, ...]
    length: int
    topics: tuple[Ref, ...]
    teller: Ref | None
    also: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidGroup:
    """The passages in one text. ``withheld`` says why no words are shown, or None.

    ``scraps`` are passages of a few words that name nothing.
    """

    source: Ref
    anchor: str
    published: DateWords | None
    passages: tuple[SaidPassage, ...]
    withheld: str | None
    scraps: tuple[SaidPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidTopic:
    """What is spoken of, in ``count`` passages: one thing, or several that are always named together.

    ``groups`` have the sentences that name it, where they may be shown; those that more than two topics share
    only under one of them. ``elsewhere`` are those that have the others, by their first, with their anchors.
    """

    refs: tuple[Ref, ...]
    anchor: str
    count: int
    groups: tuple[SaidGroup, ...]
    elsewhere: tuple[tuple[Ref, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Says:
    """Everything that somebody says in the texts, or the first of it.

    ``passages``, ``texts`` and ``topics`` are of everything. ``url`` is the page that has it all, None where
    ``groups`` are all.
    """

    title: str
    url: str | None
    passages: int
    texts: int
    topics: tuple[SaidTopic, ...]
    groups: tuple[SaidGroup, ...]
