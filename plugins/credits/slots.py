"""What the slots of patterns stand for: ``{name}`` is a pattern by itself, or any of a list of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from plugins.credits.vocabulary import Vocabulary
from plugins.lexicon.words_needed import Needs, needs_of, needs_of_any

_SLOT = re.compile(r"\{([a-z][a-z-]*)\}")

_NOTHING = "(?!)"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; a space in them is any hyphen too.

    Words that begin alike stand together, so that most are passed over with their first letter.

    >>> any_of(["set", "set designer"]), any_of(["set", "cook", "star"])
    ('(?:set[ -]designer|set)', '(?:(?:cook)|(?:star|set))')
    """
    together: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        written = re.escape(word).replace(re.escape(" "), "[ -]")
        together.setdefault(word[:1].casefold(), []).append(written)
    groups = [f"(?:{'|'.join(group)})" for group in together.values()]
    return groups[0] if len(groups) == 1 else f"(?:{'|'.join(groups)})"


class Slots:
    """The slots of a table: patterns that may have slots of their own, and lists; ``shared`` ones besides."""

    def __init__(
        self,
        patterns: Mapping[str, str],
        lists: Mapping[str, Sequence[str]],
        shared: Slots | None = None,
    ) -> None:
        self._patterns, self._lists, self._shared = patterns, lists, shared
        self._needs: dict[str, Needs] = {}
        self._written: dict[tuple[str, Vocabulary], str] = {}

    def filled(self, pattern: str, vocabulary: Vocabulary) -> str:
        """A pattern with its slots filled, lists with the words that the texts have.

        Counts like ``{1,3}`` are no slots.

        >>> slots = Slots({"job": "(?:star|{others})"}, {"others": ["cook", "clown"]})
        >>> slots.filled("an? {job}{1,2}", Vocabulary("Two clowns"))
        'an? (?:star|(?:clown)){1,2}'
        """
        return _SLOT.sub(lambda slot: self._filling(slot[1], vocabulary), pattern)

    def needs(self, slot: str) -> Needs:
        """What a text must have that matches a slot."""
        if self._is_shared(slot):
            return self._shared.needs(slot) if self._shared else ()
        if slot not in self._needs:
            words = self._lists.get(slot)
            self._needs[slot] = needs_of_any(words) if words else needs_of(self._patterns[slot], self.needs)
        return self._needs[slot]

    def _filling(self, slot: str, vocabulary: Vocabulary) -> str:
        if self._shared and self._is_shared(slot):
            return self._shared._filling(slot, vocabulary)
        key = (slot, vocabulary)
        if key not in self._written:
            self._written[key] = self._fill(slot, vocabulary)
        return self._written[key]

    def _fill(self, slot: str, vocabulary: Vocabulary) -> str:
        if slot not in self._lists:
            return self.filled(self._patterns[slot], vocabulary)
        words = vocabulary.among(self._lists[slot])
        return any_of(words) if words else _NOTHING

    def _is_shared(self, slot: str) -> bool:
        return slot not in self._patterns and slot not in self._lists
