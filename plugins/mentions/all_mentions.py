"""The mentions of all texts: made anew only where something has changed that decides them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from plugins.archive.annotation import Form, Mention
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.authority.names import Names
from plugins.incremental.kept import Kept
from plugins.incremental.keys import digest_of, digest_of_code, key_of_text, text_alone, written_out
from plugins.mentions.finding import find_mentions
from plugins.mentions.folding import fold
from plugins.mentions.matching import NameMatcher
from plugins.mentions.occurring import NamesByWord, words_of
from plugins.sources.library import Documents

CODE = ("archive", "authority", "lexicon", "mentions", "quotations")
"""Plugins whose code and tables decide which mentions a text has."""


def find_all_mentions(documents: Documents, names: Names, kept: Kept | None = None) -> tuple[Mention, ...]:
    """The mentions of every document, in the order of sources and offsets.

    Those of a text rest on its words and on the names that these can hold, with what is known of their
    bearers, and on nothing else: where ``kept`` has a result for just these, nothing is looked for.
    """
    kept = kept or Kept()
    by_word = NamesByWord(names.forms)
    written = {one: written_out(one) for one in names.forms}
    code = digest_of_code(*CODE)

    def mentions_of(document: Document) -> Iterator[Mention]:
        text = key_of_text(document)
        forms = by_word.within(_words(document, digest_of(code, text), kept))
        bearers = names.concerned(one for name in forms for one in name.candidates)
        key = digest_of(code, text, *(written[one] for one in forms), *(names.facts[one] for one in bearers))

        def find() -> list[Any]:
            return encode_mentions(find_mentions(text_alone(document), NameMatcher(forms), bearers))

        return decode_mentions(kept.result("mentions", key, find), document.source)

    return tuple(mention for document in documents.by_id.values() for mention in mentions_of(document))


def _words(document: Document, key: str, kept: Kept) -> frozenset[str]:
    return frozenset(kept.result("words", key, lambda: sorted(words_of(fold(document.text).text))))


def encode_mentions(mentions: Iterable[Mention]) -> list[Any]:
    """The mentions of one text as JSON holds them, without their source."""
    return [
        [one.span.start, one.span.end, one.candidates, one.maker, one.form.value, one.familiar]
        for one in mentions
    ]


def decode_mentions(plain: Iterable[list[Any]], source: str) -> Iterator[Mention]:
    """The mentions that ``encode_mentions`` wrote, in a source."""
    for start, end, candidates, maker, form, familiar in plain:
        yield Mention(source, Span(start, end), tuple(candidates), maker, Form(form), tuple(familiar))
