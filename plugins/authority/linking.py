"""Which entity each mention means: what only one record answers to, and what people decided.

A mention with several candidates is never guessed at; it goes to the list of the undecided.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.archive.annotation import Link, Mention, Undecided
from plugins.archive.errors import Code, Problem, problem
from plugins.archive.span import Span
from plugins.authority.record import Judgement, Records
from plugins.sources.library import Documents

MAKER = "authority/1"

PRONOUNS = frozenset(
    [
        "i",
        "me",
        "my",
        "we",
        "us",
        "our",
        "you",
        "your",
        "he",
        "him",
        "his",
        "she",
        "her",
        "hers",
        "it",
        "its",
        "they",
        "them",
        "their",
        "who",
        "whom",
        "what",
        "this",
        "that",
        "these",
        "those",
    ]
)
"""English words that are titles of films now and then, and words of every sentence always."""

SUBJECT_VERBS = frozenset(
    [
        "is",
        "isn't",
        "was",
        "wasn't",
        "has",
        "had",
        "will",
        "would",
        "does",
        "did",
        "can",
        "could",
        "may",
        "might",
    ]
)
"""After these a pronoun of the object form is a title: “Her is”, never “her is”."""


@dataclass(frozen=True)
class Links:
    """What mentions mean, in the order of sources and spans, and what is left to people."""

    made: tuple[Link, ...]
    undecided: tuple[Undecided, ...]
    problems: tuple[Problem, ...] = ()


def link_mentions(mentions: tuple[Mention, ...], records: Records, documents: Documents) -> Links:
    """Links for the mentions of all documents. Judgements win over the program, span by span.

    A judgement on a text that is not at hand rests until it is.
    """
    at_hand = [one for one in records.judgements if one.source in documents.by_id]
    judged = {(one.source, one.span): one for one in at_hand}
    made: list[Link] = [_judged(one) for one in at_hand if one.entity is not None]
    undecided: list[Undecided] = []
    for mention in mentions:
        if _is_judged(mention, judged):
            continue
        doubt = _doubt(mention, documents)
        if doubt is not None:
            undecided.append(Undecided(mention.source, mention.span, mention.candidates, doubt))
        else:
            reason = "the only record with this name"
            made.append(Link(mention.source, mention.span, mention.candidates[0], reason, MAKER, 1.0))
    return Links(tuple(sorted(made)), tuple(sorted(undecided)), _misplaced(records, documents))


def _judged(one: Judgement) -> Link:
    return Link(
        one.source, one.span, one.entity or "", f"decided by {one.who}, {one.when}: {one.why}", one.who, 1.0
    )


def _is_judged(mention: Mention, judged: dict[tuple[str, Span], Judgement]) -> bool:
    if (mention.source, mention.span) in judged:
        return True
    return any(source == mention.source and span.overlaps(mention.span) for source, span in judged)


def _doubt(mention: Mention, documents: Documents) -> str | None:
    """Why a program cannot decide this mention, or None when it can."""
    if len(mention.candidates) > 1:
        return "several records answer to this name"
    text = documents.by_id[mention.source].text
    words = mention.span.of(text)
    if words.lower() in PRONOUNS:
        return _doubt_about_pronoun(text, mention.span)
    return None


def _doubt_about_pronoun(text: str, span: Span) -> str | None:
    """A title that is a pronoun: sure where only a name can stand, and in doubt elsewhere.

    In mid-sentence the capital decides. At a sentence's start every word has one, so only a verb
    that a pronoun of this form cannot have before it does. Inside quotation marks of its own the
    word may be spoken of as a word.
    """
    before, after = text[: span.start], text[span.end :]
    if re.search(r"[“\"‘']\s*$", before) and re.match(r"[,.]?[”\"’']", after):
        return "a word in quotation marks may be the title or the word itself"
    starts_sentence = not before.strip() or re.search(r"[.!?…:—]\W*$|[\r\n]\W*$", before)
    if not starts_sentence:
        return None
    following = re.match(r"\s+([\w’']+)", after)
    if following and following[1].replace("’", "'") in SUBJECT_VERBS:
        return None
    return "at the start of a sentence a pronoun has a capital anyway"


def _misplaced(records: Records, documents: Documents) -> tuple[Problem, ...]:
    found = []
    for one in records.judgements:
        document = documents.by_id.get(one.source)
        if document is not None and one.span.end > len(document.text):
            message = f"{one.source} ends at {len(document.text)}, before {one.span.end}; mend start and end"
            found.append(problem(one.path, one.line, one.col, Code.QUOTE_NOT_FOUND, message))
    return tuple(found)
