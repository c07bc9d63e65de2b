"""Runs of capital words: what may be a name, before anything is known of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from plugins.discovery.tokens import Passage, Token
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.words import is_common, is_country, is_given_name, is_often_given, is_place, is_surname
from plugins.mentions.short_forms import SUFFIX
from plugins.quotations.saying import PARTICLES

WINDOW = 120
"""Folded code points on either side of a run that its evidence is looked for in."""

_JOINED = frozenset({" ", ". ", " & ", " + "})
_ABBREVIATIONS = frozenset({"mr", "mrs", "ms", "dr", "prof", "st", "capt", "lt", "sgt", "bros"})
_SAYER = frozenset("i i'm i'd i'll i've".split())
"""Always with a capital, and never in a name."""

_NO_PARTICLES = frozenset({"do", "i", "y", "e", "och", "al", "mac", "ap", "la", "le", "los", "las", "den", "dos", "das"})
NUMBERED = frozenset("stage scene act chapter part episode volume take page room reel screen row day unit".split())
"""Words whose number makes them a place in a building or a book."""

_COUNTED = re.compile(r"\d+\w?|[IVXL]+|[A-Z]|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten")

BREAKS = frozenset(
    "photo photos photograph photographs photography image images credit courtesy illustration starring "
    "featuring directed written produced screenplay".split()
)
"""Words of lines of credits; they are part of no name."""

PLACE_STARTS = frozenset("San Santa Santo São Saint St Los Las Mount Lake Port Fort Puerto Rio Sant Santiago".split())
"""First words of the names of places."""

_OF_EVERY_DAY = frozenset(
    "year time times season volume part chapter scene act story page pages picture image feature world god lord neon "
    "focus universal paramount columbia apple stars rating home menu share like opinion foreign sound song great cold "
    "effects design country language genre release culture arts actor actress score zoom".split()
)
"""Terms that end a title as well as anything."""

_AGES = frozenset("young old little poor dear".split())

_OF_OFFICE = frozenset(
    "bank bay board bureau cape city coast department duke duchess earl faculty gulf head house isle king queen palace "
    "lord master minister mayor president prince princess secretary sea state strait tower university bishop order "
    "school chamber court directorate hall council ministry chief".split()
) - {"house", "king", "queen", "city", "lord", "master", "prince"}
"""First words that ``of`` joins to the name of an office or a place."""

LED = ENGLISH.jobs | ENGLISH.works | ENGLISH.characters
"""Words that stand before a name at a sentence's start and are no part of it: ``Director Ines Varga``."""


@dataclass(frozen=True)
class Run:
    """Capital words in a row, at folded offsets of one passage.

    ``lead`` is the word that was taken off its front (a job, an honorific), in small letters. ``opens``
    tells that its first word would have a capital anyway.
    """

    text: str
    passage: Passage
    tokens: tuple[Token, ...]
    lead: str = ""

    @cached_property
    def start(self) -> int:
        return self.tokens[0].start

    @cached_property
    def end(self) -> int:
        last = self.tokens[-1]
        if self.text.startswith(".", last.end) and SUFFIX.fullmatch(last.word + ".") and last.word in {"Jr", "Sr"}:
            return last.end + 1
        return last.end

    @cached_property
    def surface(self) -> str:
        return self.text[self.start : self.end]

    @property
    def opens(self) -> bool:
        return self.tokens[0].opens and not self.lead

    @property
    def possessive(self) -> bool:
        return self.tokens[-1].possessive

    @cached_property
    def before(self) -> str:
        return self.text[max(self.passage.start, self.start - WINDOW) : self.start]

    @cached_property
    def after(self) -> str:
        """What follows; a possessive ending is the first of it."""
        return self.text[self.end : min(self.passage.end, self.end + WINDOW)]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.word for token in self.tokens)

    @cached_property
    def word_before(self) -> str:
        found = re.search(r"([\w'-]+)[ ]$", self.before)
        return self.lead or (found[1].lower() if found else "")

    @cached_property
    def word_after(self) -> str:
        found = re.match(r" ([\w'-]+)", self.after)
        return found[1].lower() if found else ""

    @property
    def is_single(self) -> bool:
        return len(self.tokens) == 1

    @cached_property
    def is_common(self) -> bool:
        """Whether all its words are words of every day."""
        return all(is_common(token.word) or token.low in PARTICLES for token in self.tokens)

    @cached_property
    def looks_personal(self) -> bool:
        """Whether it has the form of a person's full name: a given name or initials, then another word."""
        first, last = self.tokens[0], self.tokens[-1]
        if "of" in self.words:
            return False
        if len(self.tokens) < 2 or len(self.tokens) > 5 or self.ends_otherwise or last.word[0].isdigit():
            return False
        if first.low in ENGLISH.calendar or first.low in ENGLISH.function:
            return False
        if last.is_acronym and is_common(last.word):
            return False
        if (is_country(first.word) and is_common(last.word)) or first.word in PLACE_STARTS:
            return False
        if is_place(last.word) and not is_often_given(first.word):
            if any(token.word in {"di", "de", "da", "del"} for token in self.tokens[1:-1]):
                return False
        if first.is_initial or any(token.is_initial for token in self.tokens[:-1]):
            return not last.is_initial and last.is_capital
        if any(token.word in PARTICLES for token in self.tokens[1:-1]):
            return True
        if any(token.low in ENGLISH.function for token in self.tokens[1:]):
            return False
        if re.fullmatch(r"[A-Z]\w+-[a-z]\w+|[A-Z]\w{2,}-[A-Z]\w{2,}", last.word) or last.word in {"Jr", "Sr"}:
            return True
        if not is_given_name(first.word):
            return False
        if not is_common(first.word) or is_often_given(first.word):
            return True
        return not is_common(last.word) or is_surname(last.word)

    @cached_property
    def is_unknown_pair(self) -> bool:
        """Whether it is two or three words of which no dictionary knows one, in mid-sentence."""
        if not 2 <= len(self.tokens) <= 3 or self.passage.headline or self.ends_otherwise:
            return False
        if self.tokens[0].is_acronym or self.is_elsewhere_named:
            return False
        return not any(is_common(token.word) or token.word[0].isdigit() for token in self.tokens)

    @cached_property
    def ends_otherwise(self) -> bool:
        """Whether its last word is that of an organisation, a place, a prize."""
        first, last = self.tokens[0].word, self.tokens[-1].low
        if self.tokens[0].low in ENGLISH.honorifics:
            return False
        if "of" in self.words[1:]:
            head = self.tokens[: self.words.index("of")]
            if last in ENGLISH.terms:
                return True
            return any(token.low in ENGLISH.organisations | _OF_OFFICE for token in head)
        if self.tokens[0].low in {"my", "a", "your", "our"}:
            return False
        if not self.is_single and last in ENGLISH.terms - _OF_EVERY_DAY and not self.tokens[-1].is_initial:
            return True
        if is_given_name(first) and not is_common(first) and is_surname(self.tokens[-1].word):
            return False
        return (last in ENGLISH.organisations and not self.is_single) or "&" in self.surface or "+" in self.surface

    @property
    def _is_a_date(self) -> bool:
        """Whether the words beside make a month of what is a given name too: ``in June``, ``April 12``."""
        dated = re.search(r"\b(?:in|on|since|until|by|last|next|of|this|late|early|mid|from|to) $|\d $", self.before)
        return bool(dated or re.match(r",? \d", self.after))

    @cached_property
    def ends_like_a_place(self) -> bool:
        """Whether its last word ends the names of places, papers and prizes, and of titles too."""
        return not self.is_single and self.tokens[-1].low in ENGLISH.places and not self.looks_personal

    @cached_property
    def is_elsewhere_named(self) -> bool:
        """Whether it is known as something else than a person or a work: a place, a term, a day, a people."""
        low = self.surface.lower().rstrip(".")
        if not self.is_single and self.tokens[0].low in NUMBERED and _COUNTED.fullmatch(self.tokens[1].word):
            return True
        if self.is_single:
            token = self.tokens[0]
            if low in ENGLISH.calendar and is_often_given(self.surface):
                return self._is_a_date
            if low in ENGLISH.calendar | ENGLISH.peoples | ENGLISH.terms | ENGLISH.organisations:
                return True
            if token.is_initial and len(token.word) > 3:
                return is_place(self.surface) or low in {"l.a", "u.s", "u.k", "n.y", "d.c", "u.s.a"}
        if low in ENGLISH.terms or self.words[0] in {"Best"}:
            return True
        if self.tokens[-1].low in ENGLISH.calendar and not self.is_single and not self.looks_personal:
            return self.tokens[0].low not in ENGLISH.function and not is_common(self.words[0])
        if not self.is_single and self.words[0] in PLACE_STARTS and not self.is_common:
            return True
        if self.tokens[0].low in PARTICLES:
            return False
        if not self.is_single and is_place(self.words[-1]) and not self.looks_personal and len(self.words[-1]) > 4:
            return self.tokens[0].low not in ENGLISH.function and not is_given_name(self.words[-1])
        if is_country(self.surface):
            return True
        if not is_place(self.surface):
            return False
        named = self.is_single and is_given_name(self.surface)
        return not named or bool(re.search(r"\b(?:[Ii]n|to|from|at|near|outside|leaving|of|for) $", self.before))


def find_runs(text: str, passage: Passage) -> Iterator[Run]:
    """The runs of a passage in order, each as long as its words stand side by side.

    A function word at a sentence's start is left out, and a job or an honorific before a name: they are
    its ``lead``. A small particle between two capitals is a word of the name.
    """
    row: list[Token] = []
    tokens = passage.tokens
    for place, token in enumerate(tokens):
        if row and not _joins(text, row[-1], token):
            yield from _trimmed(text, passage, row)
            row = []
        if (token.low in BREAKS and (token.is_capital or row)) or token.low in _SAYER:
            if row:
                yield from _trimmed(text, passage, row)
            row = []
        elif token.is_capital or (row and token.word in PARTICLES - _NO_PARTICLES and _capital_follows(text, tokens, place)):
            row.append(token)
        elif row and _of_links(text, tokens, place, row):
            row.append(token)
        elif row and token.word == "the" and row[-1].word == "of":
            row.append(token)
        elif row and token.word in _NO_PARTICLES and _is_inside_a_name(text, tokens, place, row):
            row.append(token)
        elif token.word[0].isdigit() and row and not token.opens and len(token.word) < 5 and not row[-1].is_initial:
            row.append(token)
        elif row:
            yield from _trimmed(text, passage, row)
            row = []
    if row:
        yield from _trimmed(text, passage, row)


def _is_surname_first(tokens: list[Token]) -> bool:
    """Names like ``Song Kang-ho``, whose first word is a word of English too."""
    return bool(re.fullmatch(r"[A-Z]\w+-[a-z]\w+", tokens[1].word))


def _of_links(text: str, tokens: tuple[Token, ...], place: int, row: list[Token]) -> bool:
    """Whether ``of`` joins two capitals into one name: ``Lawrence of Arabia``, ``House of Cards``."""
    if tokens[place].word != "of" or row[0].opens or row[-1].possessive:
        return False
    if len(row) > 1 and not all(is_common(token.word) for token in row):
        return False
    here = place + 1
    if here < len(tokens) and tokens[here].word == "the":
        here += 1
    further = here + 1 < len(tokens) and tokens[here + 1].is_capital and text[tokens[here].end] == " "
    if further and is_given_name(row[0].word):
        return False
    return here < len(tokens) and tokens[here].is_capital and not tokens[here].opens and (
        text[row[-1].end : tokens[here].start] in {" of ", " of the "}
    )


def _joins(text: str, before: Token, token: Token) -> bool:
    between = text[before.end : token.start]
    if before.possessive or token.opens or between not in _JOINED:
        return False
    return between != ". " or before.low in _ABBREVIATIONS or before.word in {"Jr", "Sr"}


def _capital_follows(text: str, tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a particle, or two in a row, lead to a capital."""
    for here in range(place + 1, min(place + 3, len(tokens))):
        if text[tokens[here - 1].end : tokens[here].start] != " ":
            return False
        if tokens[here].is_capital:
            return True
        if tokens[here].word not in PARTICLES:
            return False
    return False


def _is_inside_a_name(text: str, tokens: tuple[Token, ...], place: int, row: list[Token]) -> bool:
    return _capital_follows(text, tokens, place) and len(row) == 1 and not is_common(row[0].word)


def _trimmed(text: str, passage: Passage, row: list[Token]) -> Iterator[Run]:
    """The run without what stands before and after the name in capitals of its own."""
    tokens = list(row)
    lead = ""
    if tokens[0].opens or passage.headline:
        while tokens and tokens[0].low in ENGLISH.function and (len(tokens) > 1 or not passage.headline):
            if tokens[0].low in {"the", "a", "an"} and len(tokens) > 1 and tokens[1].low not in ENGLISH.jobs:
                break
            lead = "" if not tokens[0].opens else lead
            tokens = tokens[1:]
    while len(tokens) > 1 and (
        (tokens[0].low in LED and not _is_surname_first(tokens) and not is_given_name(tokens[0].word) and (tokens[0].opens or tokens[0].low in ENGLISH.jobs))
        or (tokens[0].low in ENGLISH.honorifics and len(tokens) > 2)
        or (tokens[0].low in ENGLISH.peoples and len(tokens) > 2)
        or (tokens[0].low in _AGES and len(tokens) > 2)
        or re.search(r"-(?:year-)?old$", tokens[0].word)
    ):
        lead = tokens[0].low
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].low in ENGLISH.calendar and not tokens[-1].is_initial and len(tokens) > 2:
        tokens = tokens[:-1]
    if tokens and any(token.is_capital for token in tokens):
        yield Run(text, passage, tuple(tokens), lead)
