"""Names that may be alike, by keys that they share: time grows with the names, not with their pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from plugins.suggestions.likeness import SHORTEST_WITH_A_TYPO
from plugins.suggestions.nicknames import FULL_FORMS
from plugins.suggestions.spelling import name_key

MOST_OF_A_KEY = 50
"""Names of one key that are still compared with each other; where more share it, it tells nothing."""


class NameIndex:
    """The owners of names, by every key under which an alike name would look for them.

    Two names that ``likeness`` finds alike share a key: their letters, their letters without one (Mor and
    Fraenkel's deletion neighbourhood, which finds every single edit), or a given name with the surname.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._owners: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, owner in names:
            for key in _keys(name):
                self._owners[key].append((name, owner))

    def alike(self, name: str) -> Iterator[tuple[str, str]]:
        """The names with their owners that share a key with a name, in alphabetical order."""
        found: set[tuple[str, str]] = set()
        for key in _keys(name):
            owners = self._owners.get(key, ())
            if len(owners) <= MOST_OF_A_KEY:
                found.update(owners)
        yield from sorted(found)


def _keys(name: str) -> set[str]:
    key = name_key(name)
    found = {key} if key else set()
    if len(key) >= SHORTEST_WITH_A_TYPO - 1:
        found.update(key[:place] + key[place + 1 :] for place in range(len(key)))
    words = key.split()
    if len(words) > 1:
        given, surname = words[0], words[-1]
        found.update(f"{one}|{surname}" for one in (given, given[0], *FULL_FORMS.get(given, ())))
    return found
