"""The forms of records as texts may misspell them, found in a text by one automaton."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from plugins.archive.entity import ANIMATE, Kind
from plugins.authority.names import Bearer, Name, Names
from plugins.lexicon.words import is_common
from plugins.mentions.earning import forms_of
from plugins.mentions.folding import Folded, folded_form
from plugins.mentions.matching import Match, NameMatcher
from plugins.suggestions.spelling import loosened

SHORTEST = 3
"""Letters of a form. Shorter ones are the words and signs of every text."""


class Part(Enum):
    """Which part of a record's names a form is."""

    LISTED = "a name"
    SURNAME = "a surname"
    GIVEN = "a given name"
    PLURAL = "a plural"
    ARTICLE = "a name without its article"


@dataclass(frozen=True, order=True, slots=True)
class Spelling:
    """A form as a record or a rule writes it, whose it is, and which part of their names."""

    form: str
    entity: str
    part: Part


class Spellings:
    """Every form of every record, under the letters that are left of it without accents and capitals."""

    def __init__(self, names: Names) -> None:
        self._by_letters: dict[str, dict[Spelling, None]] = defaultdict(dict)
        for spelling in _spellings(names):
            letters = _letters(spelling.form)
            if len(letters) >= SHORTEST:
                self._by_letters[letters][spelling] = None
        self._matcher = NameMatcher(Name(letters, ()) for letters in self._by_letters)

    def find(self, folded: Folded) -> Iterator[tuple[Match, tuple[Spelling, ...]]]:
        """The places of a folded text at which a form may stand, with its spellings, in order of ends.

        A single word counts only with a capital.
        """
        loose = replace(folded, text=loosened(folded.text))
        for match in self._matcher.find(loose):
            surface = folded.text[match.start : match.end]
            if " " in surface or surface != surface.lower():
                known = self._by_letters.get(_letters(surface))
                if known:
                    yield match, tuple(known)


def _letters(form: str) -> str:
    return loosened(folded_form(form)).replace(". ", ".")


def _spellings(names: Names) -> Iterator[Spelling]:
    by_bearer: Mapping[str, list[str]] = _forms(names)
    for entity, forms in by_bearer.items():
        bearer = names.bearers[entity]
        for form in forms:
            yield Spelling(form, entity, Part.LISTED)
            yield from _joined(form, entity)
            article, _, rest = form.partition(" ")
            if article == "The" and rest and not (is_common(rest) and " " not in rest):
                yield Spelling(rest, entity, Part.ARTICLE)
            if " " in form and bearer.kind in ANIMATE:
                yield Spelling(_plural(form), entity, Part.PLURAL)
            yield from _short(bearer, form)


def _forms(names: Names) -> dict[str, list[str]]:
    """The forms of each bearer but for those that count only between quotation marks."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names.forms:
        if not name.quoted:
            for entity in name.candidates:
                found[entity].append(name.form)
    return found


def _joined(form: str, entity: str) -> Iterator[Spelling]:
    for sign, word in ((" & ", " and "), (" and ", " & ")):
        if sign in form:
            yield Spelling(form.replace(sign, word), entity, Part.LISTED)


def _short(bearer: Bearer, form: str) -> Iterator[Spelling]:
    forms = forms_of(bearer, form)
    for surname in forms.surnames:
        yield Spelling(surname, bearer.id, Part.SURNAME)
        yield Spelling(_plural(surname), bearer.id, Part.PLURAL)
    for given in forms.given:
        yield Spelling(given, bearer.id, Part.GIVEN)


def _plural(form: str) -> str:
    return form + ("es" if form.endswith(("s", "x", "z", "ch", "sh")) else "s")


def kinds_of(names: Names, spellings: tuple[Spelling, ...]) -> frozenset[Kind]:
    """The kinds of those who have some spellings."""
    return frozenset(names.bearers[one.entity].kind for one in spellings)
