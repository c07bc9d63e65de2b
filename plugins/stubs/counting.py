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
from plugins.mentions.folding import folded_form
from plugins.mentions.short_forms import short_forms

CAPITAL_NOUNS = frozenset({"bar", "de", "gsw", "ksh", "lb", "nds"})
"""Languages, as BCP 47 has them, in which every noun has a capital: there it tells of no name."""

MOST_WORDS = 12
"""Words of a recorded name that others are looked for in."""

_WORD = re.compile(r"\w+")


class RecordedNames:
    """The names that records list, as far as discovered ones may be parts of them."""

    def __init__(self, names: Names) -> None:
        self._around: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._things: set[str] = set()
        for name in names.forms:
            form = _folded(name.form)
            for start, end in _stretches(form):
                self._around[form[start:end]].append((form, start))
            if not any(names.bearers[key].kind in ANIMATE for key in name.candidates):
                self._things.add(form)

    def stand_around(self, text: str, span: Span) -> bool:
        """Whether a place is a part of a longer name that a record lists: the second half of a title."""
        for form, start in self._around.get(_folded(span.of(text)), ()):
            begin = span.start - start
            if begin >= 0 and _folded(text[begin : begin + len(form)]) == form:
                return True
        return False

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
