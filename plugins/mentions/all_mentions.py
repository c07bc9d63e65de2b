"""The mentions of all texts: made anew only where something has changed that decides them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from sys import intern
from typing import Any

from plugins.archive.annotation import Form, Mention
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.authority.names import Bearer, Name, Names
from plugins.incremental.kept import Kept
from plugins.incremental.keys import digest_of, digest_of_code, text_alone
from plugins.lexicon.words import load_words
from plugins.sources.library import Documents

CODE = ("archive", "authority", "lexicon", "mentions", "quotations")
"""Plugins whose code and tables decide which mentions a text has."""


def find_all_mentions(documents: Documents, names: Names, kept: Kept | None = None) -> tuple[Mention, ...]:
    """The mentions of every document, in the order of sources and offsets.

    Those of a text rest on its words and on the names that these can hold, with what is known of their
    bearers, and on nothing else: where ``kept`` has a result for just these, nothing is looked for.
    """
    kept, texts, code = kept or Kept(), tuple(documents.by_id.values()), digest_of_code(*CODE)
    search = _Search(texts, [digest_of(code, documents.keys[one.source]) for one in texts], names, kept)
    known = digest_of(names.digest, *sorted(search.keys))
    keys: dict[str, str] = kept.result("names", known, search.keys_with_names)
    kept.still_used("words", search.keys)
    found = kept.results("mentions", [keys[one] for one in search.keys], search.find, search.prepare)
    return tuple(
        mention
        for one, plain in zip(texts, found, strict=True)
        for mention in decode_mentions(plain, one.source)
    )


@dataclass(frozen=True)
class _Search:
    """What is looked for in which texts. ``keys`` are the digests of the texts and of the code that reads."""

    texts: Sequence[Document]
    keys: list[str]
    names: Names
    kept: Kept

    @cached_property
    def held(self) -> list[tuple[Name, ...]]:
        """The names that each text can hold."""
        from plugins.mentions.occurring import NamesByWord

        by_word = NamesByWord(self.names.forms)
        words = self.kept.results("words", self.keys, self._words)
        return [by_word.within(frozenset(one.split(" "))) for one in words]

    def keys_with_names(self) -> dict[str, str]:
        """The digests of all that decides the mentions of each text, by the text's own."""
        written, facts = self.names.written, self.names.facts
        return {
            key: digest_of(
                key, *(written[one] for one in forms), *(facts[one] for one in self._bearers(forms))
            )
            for key, forms in zip(self.keys, self.held, strict=True)
        }

    def prepare(self) -> None:
        """Read what is needed for all texts."""
        import plugins.mentions.finding  # noqa: F401

        load_words()
        _ = self.held

    def find(self, place: int) -> list[Any]:
        """The mentions of one text."""
        from plugins.mentions.finding import find_mentions
        from plugins.mentions.matching import NameMatcher

        forms = self.held[place]
        bearers = self._bearers(forms)
        return encode_mentions(find_mentions(text_alone(self.texts[place]), NameMatcher(forms), bearers))

    def _bearers(self, forms: Iterable[Name]) -> dict[str, Bearer]:
        return self.names.concerned(one for name in forms for one in name.candidates)

    def _words(self, place: int) -> str:
        from plugins.mentions.folding import fold
        from plugins.mentions.occurring import words_of

        return " ".join(sorted(words_of(fold(self.texts[place].text).text)))


def encode_mentions(mentions: Iterable[Mention]) -> list[Any]:
    """The mentions of one text as JSON holds them, without their source."""
    return [
        [one.span.start, one.span.end, one.candidates, one.maker, one.form.value, one.familiar]
        for one in mentions
    ]


def decode_mentions(plain: Iterable[list[Any]], source: str) -> Iterator[Mention]:
    """The mentions that ``encode_mentions`` wrote, in a source."""
    for start, end, candidates, maker, form, familiar in plain:
        # The same few thousand ids stand in hundreds of thousands of mentions.
        ids, others = tuple(map(intern, candidates)), tuple(map(intern, familiar))
        yield Mention(source, Span(start, end), ids, intern(maker), Form(form), others)
