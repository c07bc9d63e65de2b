"""The full names of a text, found by what may be short for them: surnames, given names, nicknames, titles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from plugins.archive.entity import ANIMATE, Kind
from plugins.authority.names import Bearer
from plugins.discovery.tally import Surface
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.words import is_common, is_given_name
from plugins.mentions.short_forms import ShortForms, short_forms

SHORTEST_NICKNAME = 3
"""Letters that a nickname shares with the given name that it begins: ``Juci`` of ``Jucimara``."""

ALIKE = 4
"""Letters that two forms of a given name share where neither begins the other: ``Mzeko``, ``Mzekala``."""

LONGEST_GIVEN = 30
"""Letters of a given name that are looked at."""

MOST_WORDS = 30
"""Words of a title that shorter ones are looked for in; about three times the longest."""

MOST_KEPT = 8192
"""Names whose short forms are kept for the next place, and the next text."""

_INITIALS = re.compile(r"((?:[^\W\d_]\. ?){2,})")
WORD = re.compile(r"\w+")


@lru_cache(maxsize=MOST_KEPT)
def forms_as_person(name: str) -> ShortForms:
    """The short forms of a name if it is a person's."""
    return short_forms(Bearer("", Kind.PERSON, name))


class FullNames:
    """The full names of people and parts in a text, by what may be short for them."""

    def __init__(self, surfaces: Iterable[Surface]) -> None:
        self._by_form: dict[str, set[str]] = defaultdict(set)
        self._by_end: dict[str, set[str]] = defaultdict(set)
        self._by_beginning: dict[str, set[str]] = defaultdict(set)
        for one in surfaces:
            if not one.is_single and (one.leaning in ANIMATE or one.personal):
                for form in _forms(one.words):
                    self._by_form[bare(form)].add(one.words)
            if not one.is_single and one.leaning in ANIMATE:
                first, *others = one.words.split()
                for place in range(len(others)):
                    self._by_end[" ".join(others[place:])].add(one.words)
                for length in range(SHORTEST_NICKNAME, min(len(first), LONGEST_GIVEN) + 1):
                    self._by_beginning[first[:length]].add(one.words)

    def shortened_by(self, one: Surface, still: Iterable[str]) -> set[str]:
        """Whom a surface may be short for: by a rule, or else by its likeness to one that is still there."""
        owners = self._by_form.get(bare(without_honorific(one.words)), set()) - {one.words}
        return owners or (self._longer(one) | self._nicknamed(one)).intersection(still)

    def _longer(self, one: Surface) -> set[str]:
        """Names that end with one of several words: ``Fernando León de Aranoa`` with ``León de Aranoa``."""
        return set() if one.is_single or one.leaning is Kind.WORK else self._by_end.get(one.words, set())

    def _nicknamed(self, one: Surface) -> set[str]:
        """Names whose given name a single word begins, or begins like."""
        word = one.words
        if not one.is_single or is_common(word):
            return set()
        begun = {words for words in self._by_beginning.get(word, ()) if len(words.split()[0]) - len(word) > 1}
        if len(word) > ALIKE and not is_given_name(word):
            alike = self._by_beginning.get(word[:ALIKE], ())
            begun |= {words for words in alike if words.split()[0] != word}
        return begun


def longer_titles(titles: Iterable[str], word: re.Pattern[str] = WORD) -> dict[str, list[str]]:
    """For each title of several words the others that hold it as whole words, in their own order."""
    known = list(titles)
    wanted = {title for title in known if " " in title}
    found: dict[str, list[str]] = defaultdict(list)
    for title in known:
        for part in {part for part in _parts(title, word) if part in wanted and part != title}:
            found[part].append(title)
    return found


def _parts(title: str, word: re.Pattern[str]) -> Iterator[str]:
    """Every stretch of a title from the start of a word to the end of one, as far as it is looked at."""
    words = [found.span() for found in word.finditer(title)][:MOST_WORDS]
    for place, (start, _) in enumerate(words):
        for _, end in words[place:]:
            yield title[start:end]


def without_honorific(words: str) -> str:
    """A name without what politeness puts before it: ``Park`` for ``Mr. Park``."""
    first, _, rest = words.partition(" ")
    return rest.lstrip(". ") if rest and first.rstrip(".").lower() in ENGLISH.honorifics else words


def bare(words: str) -> str:
    """A name in the one spacing of its initials."""
    return words.replace(". ", ".").rstrip(".")


def _forms(words: str) -> Iterator[str]:
    """The short forms of a full name, its initials among them."""
    forms = forms_as_person(words)
    yield from (*forms.surnames, *forms.given)
    if found := _INITIALS.match(words):
        yield found[1].strip()
