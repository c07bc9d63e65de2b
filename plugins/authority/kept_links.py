"""What the mentions of texts mean, kept from one build to the next."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from sys import intern
from typing import Any

from plugins.archive.annotation import Link, Mention, Undecided
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.authority.names import Bearer, Names
from plugins.incremental.kept import Kept
from plugins.incremental.keys import digest_of, digest_of_code, text_alone
from plugins.lexicon.words import load_words
from plugins.mentions.all_mentions import CODE, decode_mentions, encode_mentions
from plugins.sources.library import Documents

LinkDocument = Callable[[Document, Iterable[Mention], Mapping[str, Bearer]], Iterable[Link | Undecided]]


def linked(
    mentions: Mapping[str, Sequence[Mention]],
    documents: Documents,
    names: Names,
    kept: Kept,
    link: LinkDocument,
) -> Iterator[Link | Undecided]:
    """What ``link`` makes of the open mentions of texts, by the ids of these: now, or in an earlier build.

    That rests on a text, on its mentions, and on what is known of their candidates and of those to whom it
    refers. ``link`` is given nothing else.
    """
    code = digest_of_code(*CODE)
    texts = [_Open.of(documents.by_id[source], own, names) for source, own in mentions.items()]
    keys = [digest_of(code, documents.keys[one.document.source], *one.decisive(names)) for one in texts]
    found = kept.results("links", keys, lambda place: texts[place].linked(link), load_words)
    for one, plain in zip(texts, found, strict=True):
        yield from decode_links(plain, one.document.source)


@dataclass(frozen=True, slots=True)
class _Open:
    """The open mentions of a text, without their source, with those whom they concern."""

    document: Document
    mentions: list[Any]
    bearers: dict[str, Bearer]

    @classmethod
    def of(cls, document: Document, mentions: Sequence[Mention], names: Names) -> _Open:
        bearers = names.concerned(it for one in mentions for it in one.candidates)
        return cls(document, encode_mentions(mentions), bearers)

    def decisive(self, names: Names) -> Iterator[str]:
        """All besides the text that decides what they mean."""
        yield json.dumps(self.mentions)
        yield from (names.facts[one] for one in self.bearers)

    def linked(self, link: LinkDocument) -> list[Any]:
        return encode_links(link(text_alone(self.document), decode_mentions(self.mentions, ""), self.bearers))


def encode_links(links: Iterable[Link | Undecided]) -> list[Any]:
    """The links of one text, and what is undecided, as JSON holds them: without their source."""
    return [
        [one.span.start, one.span.end, one.entity, one.reason, one.maker, one.confidence]
        if isinstance(one, Link)
        else [one.span.start, one.span.end, one.candidates, one.reason]
        for one in links
    ]


def decode_links(plain: Iterable[list[Any]], source: str) -> Iterator[Link | Undecided]:
    """What ``encode_links`` wrote, in a source."""
    for start, end, entity, reason, *more in plain:
        if more:
            maker, confidence = more
            # The same few thousand ids stand in hundreds of thousands of links.
            yield Link(source, Span(start, end), intern(entity), intern(reason), intern(maker), confidence)
        else:
            yield Undecided(source, Span(start, end), tuple(map(intern, entity)), intern(reason))
