"""Whom ``the director`` means: who is called so in the paragraph, or who alone has the job on the film."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.quotations.people_named import Known, Named, Sentence
from plugins.quotations.saying import words
from plugins.quotations.tokens import Tokens

_NARROWER = words(
    "production costume sound music musical art casting second first third executive associate line creative",
    "lighting visual effects special stunt set script title location camera post-production managing",
)
"""Words before a role that make it another: the art director does not direct."""


def who_has_the_job(job: str, before: Sequence[Sentence], at: int, known: Known) -> str | None:
    """The key of whom a role means at an offset, None where it may mean two or nobody.

    ``before`` are the sentences of the paragraph up to the tag. Whoever is called so in them
    (``director Ines Varga``) goes first; else it is who alone has the job in the credits, where they name
    nobody else.
    """
    called = [one for sentence in before for one in _called(job, sentence) if one[0].span.end <= at]
    if called:
        keys = {one.key for one, _ in called}
        return called[0][0].key if len(keys) == 1 and all(exact for _, exact in called) else None
    bearers = known.jobs.get(job, frozenset())
    named = {one.key for sentence in before for one in sentence.named if one.span.end <= at}
    return next(iter(bearers)) if len(bearers) == 1 and named <= bearers else None


def _called(job: str, sentence: Sentence) -> Iterator[tuple[Named, bool]]:
    """The names of a sentence beside which the job's last word stands, and whether the whole job does."""
    starts = {token.start: at for at, token in enumerate(sentence.tokens)}
    for one in sentence.named:
        at = starts.get(one.span.start)
        if at is None:
            continue
        for phrase in (_phrase_before(sentence.tokens, at), _phrase_after(sentence, one, at)):
            if phrase and phrase.split()[-1] == job.split()[-1]:
                yield one, phrase == job


def _phrase_before(tokens: Tokens, at: int) -> str:
    """``costume designer`` of ``her costume designer, Bell``; empty where no role stands there."""
    return _phrase(tokens, at - 1 if at and tokens[at - 1].text == "," else at)


def _phrase_after(sentence: Sentence, one: Named, at: int) -> str:
    """``costume designer`` of ``Bell, her costume designer,``."""
    tokens = sentence.tokens
    while at < len(tokens) and tokens[at].start < one.span.end:
        at += 1
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return ""
    end = at + 1
    while end < len(tokens) and tokens[end].is_word and not tokens[end].is_role:
        end += 1
    while end < len(tokens) and tokens[end].is_role:
        end += 1
    return _phrase(tokens, end)


def _phrase(tokens: Tokens, end: int) -> str:
    """The role that ends at a token, with the words that tell it from other roles."""
    start = end
    while start > 0 and tokens[start - 1].is_word and (tokens[start - 1].is_role or _narrows(tokens, start)):
        start -= 1
    return " ".join(token.low for token in tokens[start:end])


def _narrows(tokens: Tokens, start: int) -> bool:
    return tokens[start].is_role and tokens[start - 1].low in _NARROWER if start < len(tokens) else False
