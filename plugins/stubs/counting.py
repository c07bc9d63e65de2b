"""Which places of a discovered name count: not those inside a recorded name, nor those in German prose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from plugins.archive.entity import ANIMATE
from plugins.archive.span import Span
from plugins.authority.names import Bearer, Names
from plugins.authority.record import Records
from plugins.discovery.merging import Discovered
from plugins.lexicon.words import is_common, is_given_name
from plugins.mentions.folding import folded_form, is_only_spaced, straight
from plugins.mentions.short_forms import short_forms

CAPITAL_NOUNS = frozenset({"bar", "de", "gsw", "ksh", "lb", "nds"})
"""Languages, as BCP 47 has them, in which every noun has a capital: there it tells of no name."""

MOST_WORDS = 12
"""Words of a recorded name that others are looked for in."""

_WORD = re.compile(r"\w+")


_Around = dict[tuple[int, int], set[str]]
"""The names around some words, by where in the name the words begin, and by its length: two numbers of which
few are different, however many names have the words."""


class RecordedNames:
    """The names that records list, as far as discovered ones may be parts of them."""

    def __init__(self, names: Names) -> None:
        self._around: dict[str, _Around] = {}
        self._things: set[str] = set()
        for name in names.forms:
            form = _folded(name.form)
            for start, end in _stretches(form):
                around = self._around.setdefault(form[start:end], defaultdict(set))
                around[start, len(form)].add(form)
            if not any(names.bearers[key].kind in ANIMATE for key in name.candidates):
                self._things.add(form)

    def stand_around(self, text: str, span: Span) -> bool:
        """Whether a place is a part of a longer name that a record lists: the second half of a title."""
        around = self._around.get(_folded(span.of(text)))
        if not around:
            return False
        near, begin = _FoldedNear(text, span, around), span.start
        return any(near.at(begin - start, length) in forms for (start, length), forms in around.items())

    def end(self, one: Discovered) -> bool:
        """Whether what is taken for somebody ends like a recorded work or place, and begins like nobody.

        *How Long Is Nosferatu?* made a Long Is Nosferatu whose surname was the film’s name, and no mention
        of the film was sure any more. Whose first word is a given name and nothing else may have any surname.
        """
        first = one.name.split()[0]
        if one.kind not in ANIMATE or (is_given_name(first) and not is_common(first)):
            return False
        surnames = short_forms(Bearer("", one.kind, one.name)).surnames
        return any(_folded(form) in self._things for form in surnames)


class _FoldedNear:
    """The folded stretches of a text around a place: folded at once where folding moves no offset there."""

    def __init__(self, text: str, span: Span, around: _Around) -> None:
        self._text = text
        self._first = max(span.start - max(start for start, _ in around), 0)
        near = text[self._first : span.start + max(length - start for start, length in around)]
        straightened = straight(near).casefold()
        self._is_in_step = is_only_spaced(near) and len(straightened) == len(near)
        self._near = straightened

    def at(self, start: int, length: int) -> str:
        """A stretch as names are compared; of several spaces that it holds no name has two, nor has it."""
        if start < 0:
            return ""
        if self._is_in_step:
            return self._near[start - self._first : start - self._first + length]
        return _folded(self._text[start : start + length])


def languages_of(recorded: Records) -> dict[str, str]:
    """The language of each source of which one is recorded, without its region."""
    return {
        key: lang.partition("-")[0].lower()
        for key, one in recorded.by_id.items()
        if one.folder == "sources" and (lang := one.text("lang"))
    }


def _stretches(form: str) -> Iterator[tuple[int, int]]:
    """Every stretch of words that is not the whole of a form."""
    words = [found.span() for found in _WORD.finditer(form)][:MOST_WORDS]
    for place, (start, _) in enumerate(words):
        for _, end in words[place:]:
            if end - start < len(form):
                yield start, end


def _folded(form: str) -> str:
    return folded_form(form).casefold()
