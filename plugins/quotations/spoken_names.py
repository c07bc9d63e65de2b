"""The name of a person among the words beside a quotation, read without a list of names.

A name is a run of words with capitals, with the small words, initials and hyphens that names have. That
it is a speaker's is shown only by what stands around it; what leaves a doubt is no name here.
"""

from __future__ import annotations

from collections.abc import Callable

from plugins.archive.span import Span
from plugins.quotations.saying import (
    AFTER_NAME,
    BEFORE_CLAUSE,
    BREAKS,
    DETERMINERS,
    FIRST_PARTICLES,
    GERMAN_ROLES,
    HEADS_OF,
    LEAD_WORDS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    SUFFIXES,
)
from plugins.quotations.tokens import Tokens

LONGEST_NAME = 7
"""Words. Longer runs of capitals are headlines."""

LONGEST_DESCRIPTION = 12
"""Words between a verb of saying and the name: ``says singer and old friend``."""

_NO_NAME = PRONOUNS | PREPOSITIONS | DETERMINERS | BEFORE_CLAUSE
_CLAUSE_MARKS = frozenset([",", ";", ":", "—", "–", "(", "…", "..."])


Ends = Callable[[Tokens, int], bool]


def run_from(tokens: Tokens, at: int) -> int:
    """The end of the run of a name's words that begins at a token; ``at`` itself where none begins.

    A possessive (``Varga’s``) ends the run, and is in it.
    """
    end = at
    while end < len(tokens) and tokens[end].text in FIRST_PARTICLES:
        end += 1
    if end >= len(tokens) or not tokens[end].is_capital:
        return at
    while end < len(tokens):
        token = tokens[end]
        if not token.is_capital:
            particles = _particles_end(tokens, end)
            if particles == end:
                break
            end = particles
            continue
        end += 1
        if token.owns:
            return end
    with_suffix = end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].text in SUFFIXES
    return end + 2 if with_suffix else end


def _particles_end(tokens: Tokens, at: int) -> int:
    """Where the small words inside a name end; ``at`` itself where no name goes on after them."""
    end = at
    while end < len(tokens) and tokens[end].text in PARTICLES and end - at < 3:
        end += 1
    return end if end < len(tokens) and tokens[end].is_capital else at


def name_in(tokens: Tokens, start: int, end: int) -> Span | None:
    """The bare name of a run: without titles, roles and the words of a sentence's start before it.

    None where no name is left, and where it is too long for one. A role alone is a name, but where nouns
    have capitals: Carpenter, Driver and Singer are surnames.
    """
    while end - start > 1 and (tokens[start].is_title or tokens[start].low in LEAD_WORDS):
        start += 1
    # "Deputy Chief Minister Bell": what stands before a role belongs to it.
    start = max((at + 1 for at in range(start, end - 1) if tokens[at].is_role), default=start)
    while end - start > 1 and tokens[start].is_title:
        start += 1
    first = tokens[start]
    if end - start > LONGEST_NAME or tokens[end - 1].owns or first.low in _NO_NAME or first.is_title:
        return None
    if first.low in GERMAN_ROLES and end - start == 1:
        return None
    return Span(first.start, tokens[end - 1].end)


def ends_after_verb(tokens: Tokens, at: int) -> bool:
    """Whether a name that follows its verb has ended: ``says Varga.``, ``says Varga of the lamp``."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    if token.is_small:
        if token.text == "and":
            return not _names_another(tokens, at + 1)
        return token.text in AFTER_NAME or token.text.endswith("ly")
    if token.text == ",":
        return not _is_list(tokens, at + 1)
    return not token.is_word and not token.text.isdigit() and token.text not in "&/-+"


def _names_another(tokens: Tokens, at: int) -> bool:
    """``says Varga and director Ruiz``: a second speaker within a few words."""
    for token in tokens[at : at + 4]:
        if token.is_capital:
            return True
        if not token.is_role and token.low not in DETERMINERS:
            return False
    return at >= len(tokens)


def _is_list(tokens: Tokens, at: int) -> bool:
    """Whether more names follow, up to an ``and``: several people speak."""
    end = run_from(tokens, at)
    if end == at or end >= len(tokens) or tokens[end - 1].owns:
        return False
    following = [token.text for token in tokens[end : end + 2]]
    return following[0] in {"and", "&"} or following == [",", "and"]


def read_who(tokens: Tokens, at: int, ends: Ends) -> tuple[Span, int] | None:
    """The name that a description leads to, and the token after it: ``producer Vincent Bell`` is one.

    ``ends`` says of a token whether a name may end before it. None where the words name nobody: no
    name, another's possession (``Varga’s brother``), several people, or something that has a name but
    no voice (``the film Tin``).
    """
    begin, limit = at, min(len(tokens), at + LONGEST_DESCRIPTION)
    while at < limit:
        end = run_from(tokens, at)
        if end > at and not tokens[end - 1].owns and ends(tokens, end):
            name = name_in(tokens, at, end)
            if name is not None:
                return (name, end) if _is_apt(tokens, begin, at) else None
        elif end == at:
            end = _description_end(tokens, at)
            if end == at:
                return None
        at = end
    return None


def _is_apt(tokens: Tokens, begin: int, at: int) -> bool:
    """Whether the description before a name is a person's: none, or one that ends with a role."""
    if at == begin or tokens[at].is_title:
        return True
    last = tokens[at - 2] if tokens[at - 1].text == "," and at - 2 >= begin else tokens[at - 1]
    if last.is_role or last.owns or last.text.endswith("-old"):
        return True
    return any(
        token.text == "of" and tokens[place - 1].text in HEADS_OF
        for place, token in enumerate(tokens[begin + 1 : at - 1], begin + 1)
    )


def _description_end(tokens: Tokens, at: int) -> int:
    """The token after one step of a description; ``at`` itself where it breaks off."""
    token = tokens[at]
    if token.text == "of":
        noun = at > 0 and tokens[at - 1].text in HEADS_OF and at + 1 < len(tokens) and tokens[at + 1].is_small
        return at + 2 if noun and tokens[at + 1].low not in BREAKS | DETERMINERS else at
    if token.text == ",":
        return at + 1 if at > 0 and tokens[at - 1].is_role else at
    if token.is_word:
        # Italian has an article where French has a pronoun: "spiega il regista".
        article = token.text == "il" and at + 1 < len(tokens) and tokens[at + 1].is_role
        return at if token.low in BREAKS and not article else at + 1
    return at + 1 if token.text.isdigit() or token.text in "-–/&" else at


def run_before(tokens: Tokens, end: int) -> int:
    """The start of the run of a name's words that ends before a token; ``end`` itself where none does."""
    start = end
    while start > 0 and end - start <= LONGEST_NAME:
        token = tokens[start - 1]
        inside = start < end and token.text in PARTICLES and start > 1
        if (token.is_capital and (start == end or not token.owns)) or (
            inside and (tokens[start - 2].is_capital or tokens[start - 2].text in PARTICLES)
        ):
            start -= 1
        else:
            break
    while 0 < start < end and tokens[start - 1].text in FIRST_PARTICLES:
        start -= 1
    return start


def is_subject(tokens: Tokens, start: int) -> bool:
    """Whether the name that begins at a token begins its clause, its description apart.

    The tokens are those of one sentence, from its beginning. Refuses a name after a preposition (``a
    letter from Varga says``) and the second of two (``Bell and Varga``).
    """
    at = start
    while at > 0 and start - at <= LONGEST_DESCRIPTION:
        token = tokens[at - 1]
        if not token.is_word:
            return token.text in _CLAUSE_MARKS and _may_begin(tokens, at, start)
        if token.low in BEFORE_CLAUSE and not (token.text == "and" and _joins(tokens, at - 1)):
            return _may_begin(tokens, at, start)
        of_a_head = token.text == "of" and at > 1 and tokens[at - 2].text in HEADS_OF
        if token.low in PRONOUNS or (token.low in PREPOSITIONS and not of_a_head):
            return False
        at -= 1
    return at == 0 and _may_begin(tokens, at, start)


def _joins(tokens: Tokens, at: int) -> bool:
    """Whether an ``and`` joins what somebody is (``writer and director``), or two people."""
    before = at - 2 if at > 1 and tokens[at - 1].text == "," else at - 1
    return before >= 0 and (tokens[before].is_capital or tokens[before].is_role)


def _may_begin(tokens: Tokens, at: int, start: int) -> bool:
    """Whether the words before a name say what its bearer is: none, or a role or a possessor at their end."""
    last = tokens[start - 1]
    return (
        at == start
        or last.is_role
        or last.is_title
        or last.owns
        or (last.text.endswith("ly") and start - at == 1)
    )


def surname(text: str, name: Span) -> str:
    """The last word of a name: what two forms of it have in common, where it is one person's."""
    return name.of(text).split()[-1]
