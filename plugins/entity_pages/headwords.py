"""Headwords that were looked up in an earlier build: a dictionary is opened for new words alone.

To open one takes a fifth of a second, nearly all of what is done about the words of a small archive.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from plugins.incremental.as_json import as_json, from_json
from plugins.incremental.keys import digest_of_code

HEADWORDS = "headwords"
"""The name, for a store and for the flow of a build, of what an earlier build has left; None without one."""


class Headwords:
    """What words are filed under, as ``headword`` has it; asked only for those that are not ``known``.

    Words are in small letters. ``asked`` has those that somebody has asked for.
    """

    def __init__(self, headword: Callable[[str], str], known: Mapping[str, str] | None = None) -> None:
        self.asked: dict[str, str] = {}
        self._headword = headword
        self._known = known or {}

    def __call__(self, word: str) -> str:
        found = self.asked.get(word)
        if found is None:
            known = self._known.get(word)
            found = self.asked[word] = self._headword(word) if known is None else known
        return found

    def beside(self) -> Headwords:
        """The same for another process, of which nobody has asked yet."""
        return Headwords(self._headword, self._known)

    def as_bytes(self) -> bytes:
        """What ``from_bytes`` reads: the words that were asked for, most of which are their own headwords."""
        others = {word: found for word, found in self.asked.items() if word != found}
        own = [word for word in self.asked if word not in others]
        return as_json({"by": _by(), "own": own, "others": others})

    @classmethod
    def from_bytes(cls, headword: Callable[[str], str], written: bytes | None) -> Headwords:
        """Those that were written; none where another dictionary, or another version of this code, did it."""
        with suppress(AttributeError, LookupError, TypeError, ValueError):
            told = from_json(written or b"{}")
            if told["by"] == _by():
                return cls(headword, {word: word for word in told["own"]} | told["others"])
        return cls(headword)


def _by() -> str:
    return digest_of_code("entity_pages", "lexicon")
