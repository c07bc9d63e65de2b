"""What a text says of a quotation in the words after it: who says it, or that somebody does.

A tag that names nobody (``he says``, ``says the poster``) is one too: it keeps the names of others away.
Where its words are a pronoun or a role, they are its referent: ``pronouns`` may know who is meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plugins.archive.span import Span
from plugins.quotations.saying import (
    ACCORDING,
    AUXILIARIES,
    DETERMINERS,
    ENGLISH,
    HAS,
    OTHER_LANGUAGES,
    PHRASES,
    PRONOUNS,
    SAID,
    SAY,
    SAYS,
    TELLS,
)
from plugins.quotations.spoken_names import (
    ends_after_verb,
    read_who,
)
from plugins.quotations.tokens import Tokens

LONGEST_COMPLEMENT = 14
"""Words between a verb of saying and the quotation it brings: ``told the paper in the spring,``."""

LONGEST_APPOSITION = 24
"""Words and marks between two commas after a name: ``Bell, the film’s producer, says``."""

LONGEST_ROLE = 4
"""Words that a role and its article have: ``the costume designer``."""

PERSONAL = frozenset({"he", "she"})
"""Pronouns that may be resolved; what others mean, a text seldom shows."""


@dataclass(frozen=True, slots=True)
class Tag:
    """Who says it, None where nobody is named; ``end`` is the number of the token after the tag.

    ``referent`` are the words that stand for a speaker without a name: ``she``, ``the director``.
    """

    rule: str
    name: Span | None
    end: int
    referent: Span | None = None


def referent(tokens: Tokens, start: int, end: int) -> Span | None:
    """The place of words that are ``he`` or ``she``, or ``the`` with a role; None for others."""
    if end - start == 1 and tokens[start].low in PERSONAL:
        return Span(tokens[start].start, tokens[start].end)
    role = 1 < end - start <= LONGEST_ROLE and tokens[start].low == "the" and tokens[end - 1].is_role
    if role and all(token.is_small and not token.owns for token in tokens[start + 1 : end]):
        return Span(tokens[start].start, tokens[end - 1].end)
    return None


def verb_at(tokens: Tokens, at: int) -> int:
    """The token after the verb of saying that begins here; ``at`` itself where none does."""
    if at >= len(tokens) or not tokens[at].is_word:
        return at
    token = tokens[at]
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if (token.low, following) in PHRASES:
        return at + 2
    if token.text in HAS and following in SAID:
        return at + 2
    if token.text in SAYS or (at == 0 and token.low in ENGLISH):
        return at + 1
    return at


def skip_auxiliaries(tokens: Tokens, at: int) -> int:
    while at < len(tokens) and (tokens[at].text in AUXILIARIES or tokens[at].text.endswith("ly")):
        at += 1
    return at


def _verb_after_subject(tokens: Tokens, at: int) -> int:
    """The token after the verb of saying whose subject ends here, an apposition between them skipped."""
    if at < len(tokens) and tokens[at].text == ",":
        until = min(len(tokens), at + LONGEST_APPOSITION)
        close = next((end for end in range(at + 2, until) if tokens[end].text == ","), None)
        if close is None or not is_apposition(tokens, at + 1):
            return at
        at = close + 1
    verb = skip_auxiliaries(tokens, at)
    if verb > at and verb < len(tokens) and tokens[verb].text in SAY:
        return verb + 1
    end = verb_at(tokens, verb) if verb else verb
    return end if end > verb else at


def _ends_before_verb(tokens: Tokens, at: int) -> bool:
    return _verb_after_subject(tokens, at) > at


def is_apposition(tokens: Tokens, at: int) -> bool:
    """Whether what begins here, after a name and a comma, says who its bearer is."""
    first = tokens[at]
    return (
        first.low in DETERMINERS | {"who", "whose", "one", "then", "now", "also"}
        or first.text.isdigit()
        or first.is_role
        or first.owns
    )


def verb_then_name(tokens: Tokens, at: int) -> Tag | None:
    """``says Varga``, ``explains costume designer K. K. Maes, who``.

    A tag without a name where something else is said to speak, None where no verb of saying begins here.
    """
    verb = verb_at(tokens, at)
    if verb == at:
        return None
    if verb < len(tokens) and tokens[verb].text == "," and tokens[verb - 1].is_word:
        return Tag("unnamed", None, verb)
    romance = tokens[verb - 1].text in OTHER_LANGUAGES | SAID
    if romance and verb < len(tokens) and tokens[verb].text in {"de", "del", "di", "da", "du", "al", "el"}:
        return Tag("unnamed", None, verb)
    who = read_who(tokens, verb, ends_after_verb)
    if who is None:
        return Tag("unnamed", None, verb, _after_verb(tokens, verb))
    return Tag("verb-name", *who)


def _after_verb(tokens: Tokens, at: int) -> Span | None:
    """The pronoun or the role that follows a verb of saying and ends there: ``says the director.``"""
    for end in range(at + 1, min(len(tokens), at + LONGEST_ROLE) + 1):
        found = referent(tokens, at, end)
        if found is not None and ends_after_verb(tokens, end):
            return found
    return None


def name_then_verb(tokens: Tokens, at: int) -> Tag | None:
    """``Varga says``, ``the producer, Jo Bell, has said``; None where no name with such a verb begins."""
    if at < len(tokens) and tokens[at].text == "as":
        at += 1
    who = read_who(tokens, at, _ends_before_verb)
    return Tag("name-verb", who[0], _verb_after_subject(tokens, who[1])) if who else None


def unnamed(tokens: Tokens, at: int) -> Tag | None:
    """``he says``, ``the second assistant says``: somebody or something that the clause does not name."""
    for place in range(at, min(len(tokens), at + LONGEST_COMPLEMENT)):
        if not tokens[place].is_word:
            return None
        verb = _verb_after_subject(tokens, place)
        if verb > place or verb_at(tokens, place) > place:
            end = max(verb, verb_at(tokens, place))
            meant = referent(tokens, at, place) if _ends_clause(tokens, end) else None
            return Tag("unnamed", None, end, meant)
    return None


def _ends_clause(tokens: Tokens, at: int) -> bool:
    """Whether no clause of another follows a verb: ``he says Bell told him`` brings somebody else's words."""
    if at >= len(tokens) or tokens[at - 1].text in TELLS:
        return True
    return not tokens[at].is_capital and tokens[at].low not in PRONOUNS


def according_to(tokens: Tokens, at: int, ends: Callable[[Tokens, int], bool]) -> Tag | None:
    """``according to Varga``, and the like in other languages."""
    for words in ACCORDING:
        if tuple(token.low for token in tokens[at : at + len(words)]) == words:
            who = read_who(tokens, at + len(words), ends)
            return Tag("according-to", *who) if who else Tag("unnamed", None, at + len(words))
    return None
