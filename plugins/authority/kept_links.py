"""What the mentions of a text mean, kept from one build to the next."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from plugins.archive.annotation import Link, Mention, Undecided
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.authority.names import Bearer, Names
from plugins.incremental.kept import Kept
from plugins.incremental.keys import digest_of, digest_of_code, key_of_text, text_alone
from plugins.mentions.all_mentions import CODE, decode_mentions, encode_mentions

LinkDocument = Callable[[Document, Iterable[Mention], Mapping[str, Bearer]], Iterable[Link | Undecided]]


def linked(
    document: Document, mentions: Sequence[Mention], names: Names, kept: Kept, link: LinkDocument
) -> Iterator[Link | Undecided]:
    """What ``link`` makes of the open mentions of a text: now, or in an earlier build.

    That rests on the text, on these mentions, and on what is known of their candidates and of those to
    whom it refers. ``link`` is given nothing else.
    """
    plain = encode_mentions(mentions)
    bearers = names.concerned(it for one in mentions for it in one.candidates)
    facts = (names.facts[one] for one in bearers)
    key = digest_of(digest_of_code(*CODE), key_of_text(document), json.dumps(plain), *facts)

    def make() -> list[Any]:
        return encode_links(link(text_alone(document), decode_mentions(plain, ""), bearers))

    return decode_links(kept.result("links", key, make), document.source)


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
            yield Link(source, Span(start, end), entity, reason, *more)
        else:
            yield Undecided(source, Span(start, end), tuple(entity), reason)
