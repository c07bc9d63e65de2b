"""What a text says of a quotation in the words before it: ``Varga told the paper,``, ``VARGA:``."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.span import Span
from plugins.quotations.saying import (
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    NO_PERSON,
    PLAINLY,
    PREPOSITIONS,
    PRONOUNS,
    SAY,
    SAYING,
    TELLS,
)
from plugins.quotations.spoken_names import (
    is_subject,
    name_in,
    read_who,
    run_before,
    run_from,
)
from plugins.quotations.tags import (
    LONGEST_APPOSITION,
    LONGEST_COMPLEMENT,
    LONGEST_ROLE,
    Tag,
    according_to,
    is_apposition,
    referent,
    verb_at,
)
from plugins.quotations.tokens import Tokens

LONGEST_LABEL = 6
"""Words before the colon that make a speaker's label."""

_NEW_CLAUSE = BREAKS - PREPOSITIONS - {"me", "him", "her", "us", "them", "this", "these", "one", "no", "not"}
"""Words that cannot stand between a verb of saying and its quotation: another clause has begun."""

_NEW_MAIN_CLAUSE = frozenset({"and", "but", "then", "as", "so"})
"""Words before a subject that is no part of what another says."""


def _at_the_end(tokens: Tokens, at: int) -> bool:
    return at == len(tokens)


@dataclass(frozen=True, slots=True)
class Lead:
    """The words of a sentence before a quotation, without the comma or colon at their end.

    ``brought`` says that there was one, ``labels`` that it is a colon in the first sentence of its
    paragraph, and ``plain`` that the quotation might be a title, so that nothing may come between it and
    the verb.
    """

    tokens: Tokens
    brought: bool
    labels: bool
    plain: bool


def tag_before(lead: Lead) -> Tag | None:
    """The tag that the words before a quotation end with."""
    if lead.brought:
        name = label(lead.tokens) if lead.labels else None
        if name is not None:
            return Tag("label", name, len(lead.tokens))
        if tag := _in_the_words_of(lead.tokens):
            return tag
    return _said_before(lead)


def label(tokens: Tokens) -> Span | None:
    """The name that a paragraph's first words are, a role in brackets apart: ``VARGA (director)``."""
    end = run_from(tokens, 0)
    rest = [token.text for token in tokens[end:]]
    if not 0 < end <= LONGEST_LABEL or (rest and (rest[0] != "(" or rest[-1] != ")")):
        return None
    if any(token.low in NO_PERSON for token in tokens[:end]) or (end == 1 and tokens[0].is_role):
        return None
    return name_in(tokens, 0, end)


def _in_the_words_of(tokens: Tokens) -> Tag | None:
    """``according to Varga``, ``in Varga’s words``, ``in the words of Varga``."""
    for at in range(max(0, len(tokens) - LONGEST_COMPLEMENT), len(tokens)):
        if tag := according_to(tokens, at, _at_the_end):
            return tag if tag.end == len(tokens) else None
        low = [token.low for token in tokens[at : at + 4]]
        if low == ["in", "the", "words", "of"]:
            who = read_who(tokens, at + 4, _at_the_end)
            return Tag("words-of", *who) if who else None
        if low[:1] == ["in"] and tokens[-1].text == "words" and tokens[-2].owns:
            end = run_from(tokens, at + 1)
            if end == len(tokens) - 1:
                owner = tokens[end - 1]
                name = Span(tokens[at + 1].start, owner.end - (1 if owner.text[-1] in "'’" else 2))
                return Tag("words-of", name, len(tokens))
    return None


def _said_before(lead: Lead) -> Tag | None:
    """The last verb of saying before a mark, where it brings the quotation, with its subject."""
    tokens = lead.tokens
    for verb in range(len(tokens) - 1, max(-1, len(tokens) - LONGEST_COMPLEMENT - 2), -1):
        if tokens[verb].text in SAYING:
            return Tag("unnamed", None, len(tokens)) if verb == len(tokens) - 1 else None
        end = verb_at(tokens, verb)
        if end == verb and tokens[verb].text in SAY and verb and tokens[verb - 1].text in AUXILIARIES:
            end = verb + 1
        if end > verb:
            return _with_subject(lead, verb, end)
    return None


def _with_subject(lead: Lead, verb: int, end: int) -> Tag | None:
    tokens = lead.tokens
    inverted = read_who(tokens, end, _at_the_end) if lead.brought and _opens_clause(tokens, verb) else None
    if inverted is not None:
        return Tag("says-name", *inverted)
    if not _leaves_it(lead, verb, end):
        return None
    nobody = Tag("unnamed", None, len(tokens))
    if end < len(tokens) and _opens_clause(tokens, verb) and tokens[end].low in PRONOUNS:
        return nobody
    subject = verb
    while subject > 0 and (
        tokens[subject - 1].text in AUXILIARIES or tokens[subject - 1].text.endswith("ly")
    ):
        subject -= 1
    if subject > 0 and tokens[subject - 1].text == ",":
        subject = _before_apposition(tokens, subject - 1)
    who = [token.text for token in tokens[max(0, subject - 2) : subject]] == [",", "who"]
    subject -= 2 * who
    start = run_before(tokens, subject)
    if start == subject:
        if subject == 0 or tokens[subject - 1].low in DETERMINERS:
            return None
        return Tag("unnamed", None, len(tokens), _stands_for(tokens, subject))
    is_speaker = is_subject(tokens, start) or (who and tokens[start - 1].is_role)
    name = name_in(tokens, start, subject) if is_speaker else None
    # With a capital only because the sentence begins: "Director says".
    if name is None or (subject == 1 and tokens[0].is_role):
        return Tag("unnamed", None, len(tokens), _stands_for(tokens, subject))
    return Tag("name-says", name, len(tokens))


def _stands_for(tokens: Tokens, end: int) -> Span | None:
    """The pronoun or the role before a verb, where it begins a clause of its own."""
    for start in range(end - 1, max(-1, end - LONGEST_ROLE - 1), -1):
        found = referent(tokens, start, end)
        if found is not None:
            first = start == 0 or not tokens[start - 1].is_word or tokens[start - 1].low in _NEW_MAIN_CLAUSE
            return found if first else None
    return None


def _opens_clause(tokens: Tokens, at: int) -> bool:
    return at == 0 or not tokens[at - 1].is_word or tokens[at - 1].low in {"as", "which", "and", "but"}


def _before_apposition(tokens: Tokens, close: int) -> int:
    """The comma after a name that an apposition up to ``close`` follows; ``close`` where there is none."""
    for at in range(close - 1, max(0, close - LONGEST_APPOSITION), -1):
        if tokens[at].text == ",":
            return at if tokens[at - 1].is_capital and is_apposition(tokens, at + 1) else close
    return close


def _leaves_it(lead: Lead, verb: int, end: int) -> bool:
    """Whether the words after a verb leave the quotation to it: to whom, where, when, how it was said."""
    words = lead.tokens[end:]
    said = lead.tokens[verb].text
    if not lead.brought:
        return said in PLAINLY and [token.text for token in words] in ([], ["that"])
    if not words or lead.plain:
        return not words
    first = words[0]
    if said in TELLS and first.low in PRONOUNS:
        words = words[1:]
    elif said not in TELLS and not (
        first.text in PREPOSITIONS or first.text.endswith("ly") or first.text in AUXILIARIES
    ):
        return False
    return all(token.is_word or token.text.isdigit() or token.text in "’'-." for token in words) and not any(
        token.low in _NEW_CLAUSE for token in words
    )
