"""Which words of a passage stand together as a run, and which are taken off its ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.discovery.passages import Passage
from plugins.discovery.runs import Run
from plugins.discovery.tokens import ABBREVIATIONS, Token
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.tables import words
from plugins.lexicon.words import is_common, is_given_name
from plugins.quotations.saying import PARTICLES

LONGEST_RUN = 30
"""Words; about three times the longest title. Longer rows of capitals are lists and cries, and no names."""

BREAKS = words(
    "photo photos photograph photographs photography image images credit courtesy illustration starring",
    "featuring directed written produced screenplay",
    "i i'm i'd i'll i've",
)
"""Words of lines of credits, and the speaker's own with its eternal capital; they are part of no name."""

LED = ENGLISH.jobs | ENGLISH.works | ENGLISH.characters
"""Words that stand before a name at a sentence's start and are no part of it: ``Director Ines Varga``."""

_BETWEEN = frozenset({" ", ". ", " & ", " + "})

_INNER_PARTICLES = words("do i y e och al mac ap la le los las den dos das")
"""Particles that are words of other languages too: they count between a first and a last name alone."""

_OUTER_PARTICLES = PARTICLES - _INNER_PARTICLES

_BESIDE_A_NAME = ENGLISH.honorifics | ENGLISH.peoples | words("young old little poor dear")
"""Words before a full name that are no part of it: ``Danish Edda Lund``, ``Little Jo Quill``."""

ADDRESSING = words("ask tell thank enter exit")
"""Words before a name at a sentence's start: ``Ask Ilse.``"""

_AGED = re.compile(r".*-(?:year-)?old")
_GIVEN_LAST = re.compile(r"[A-Z]\w+-[a-z]\w+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def find_runs(text: str, passage: Passage) -> Iterator[Run]:
    """The runs of a passage in order, each as long as its words stand side by side.

    A function word at a sentence's start is left out, and a job or an honorific before a name: they are
    its ``lead``. A small particle between two capitals is a word of the name.
    """
    for row in _rows(text, passage.tokens):
        if len(row) <= LONGEST_RUN and (run := _trimmed(text, passage, row)):
            yield run


def _rows(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    row: list[Token] = []
    for place, token in enumerate(tokens):
        if not row and not token.word[0].isupper():
            # Most words; no row begins with one.
            continue
        if row and not _joins(text, row[-1], token):
            yield row
            row = []
        is_of_it = token.is_capital or (row and _is_inside(text, tokens, place, row))
        if is_of_it and token.low not in BREAKS:
            row.append(token)
        elif row:
            yield row
            row = []
    if row:
        yield row


def _joins(text: str, before: Token, token: Token) -> bool:
    """Whether nothing between two words parts a name."""
    between = text[before.end : token.start]
    if before.possessive or token.opens or between not in _BETWEEN:
        return False
    return between != ". " or before.low in ABBREVIATIONS


def _is_inside(text: str, tokens: Sequence[Token], place: int, row: list[Token]) -> bool:
    """Whether a word without a capital goes on with a name: a particle, ``of``, a number."""
    token = tokens[place]
    if token.word in _OUTER_PARTICLES:
        return _leads_to_a_capital(text, tokens, place)
    if token.word in _INNER_PARTICLES:
        in_a_name = len(row) == 1 and not is_common(row[0].word)
        return in_a_name and _leads_to_a_capital(text, tokens, place)
    if token.word == "of":
        return _of_links(text, tokens, place, row)
    if token.word == "the":
        return row[-1].word == "of"
    return token.word[0].isdigit() and not token.opens and len(token.word) < 5 and not row[-1].is_initial


def _leads_to_a_capital(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether a capital follows a particle, or two in a row."""
    for here in range(place + 1, min(place + 3, len(tokens))):
        if text[tokens[here - 1].end : tokens[here].start] != " ":
            return False
        if tokens[here].is_capital:
            return True
        if tokens[here].word not in PARTICLES:
            return False
    return False


def _of_links(text: str, tokens: Sequence[Token], place: int, row: list[Token]) -> bool:
    """Whether ``of`` joins two capitals into one name: ``Lawrence of Arabia``, ``House of Cards``."""
    if row[0].opens or row[-1].possessive or len(row) > LONGEST_RUN:
        return False
    if len(row) > 1 and not all(is_common(token.word) for token in row):
        return False
    there = place + 2 if tokens[place + 1 : place + 2] and tokens[place + 1].word == "the" else place + 1
    if there >= len(tokens) or not tokens[there].is_capital or tokens[there].opens:
        return False
    if text[row[-1].end : tokens[there].start] not in {" of ", " of the "}:
        return False
    # ``Carol of Harbour Pictures`` is somebody, and whose she is.
    goes_on = text.startswith(" ", tokens[there].end) and any(
        token.is_capital for token in tokens[there + 1 : there + 2]
    )
    return not (goes_on and is_given_name(row[0].word))


def _trimmed(text: str, passage: Passage, row: list[Token]) -> Run | None:
    """The run without the capitals before and after the name; None where no capital is left."""
    first, last, lead = _behind_a_date(row, _first_word(row, passage.headline)), len(row), ""
    while last - first > 1 and _is_before_the_name(row, first, last - first):
        lead = row[first].low
        first += 1
    while last - first > 2 and row[last - 1].low in ENGLISH.calendar and not row[last - 1].is_initial:
        last -= 1
    tokens = tuple(row[first:last])
    return Run(text, passage, tokens, lead) if any(token.is_capital for token in tokens) else None


def _first_word(row: list[Token], headline: bool) -> int:
    """The place of the first word that has its capital for a reason; an article before a name stays."""
    first = 0
    if not (headline or row[0].opens):
        return 0
    while first < len(row) and row[first].low in ENGLISH.function:
        alone = first + 1 == len(row)
        if alone and headline:
            break
        if not alone and row[first].low in {"the", "a", "an"} and row[first + 1].low not in ENGLISH.jobs:
            break
        first += 1
    return first


def _behind_a_date(row: list[Token], first: int) -> int:
    """The place behind a month and its year: in ``In May 2012 Varga rows`` they are no part of a name."""
    for place in range(max(first, 1), min(first + 2, len(row) - 1)):
        if row[place - 1].low in ENGLISH.calendar and _YEAR.fullmatch(row[place].word):
            return place + 1
    return first


def _is_the_sentences(token: Token, following: Token) -> bool:
    """Whether a first word has its capital from the sentence that it opens: ``Afterwards Nadia Bell``."""
    is_word = token.opens and is_common(token.word) and not is_given_name(token.word)
    return is_word and is_given_name(following.word) and not is_common(following.word)


def _is_before_the_name(row: list[Token], first: int, count: int) -> bool:
    token = row[first]
    if first == 0 and count > 2 and _is_the_sentences(token, row[1]):
        return True
    if (count > 2 and token.low in _BESIDE_A_NAME) or (token.opens and token.low in ADDRESSING):
        return True
    if token.low in LED and not is_given_name(token.word) and (token.opens or token.low in ENGLISH.jobs):
        # In ``Song Kang-ho`` the first word is a surname.
        return not _GIVEN_LAST.fullmatch(row[first + 1].word)
    return bool(_AGED.fullmatch(token.word))
