"""Capitals in a sentence that only a title explains: those on small words, and on words of every day."""

from __future__ import annotations

import re

from plugins.discovery.forms import NAMED_OTHERWISE
from plugins.discovery.runs import Run
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.tables import words
from plugins.lexicon.words import is_common, is_given_name, is_often_given, is_surname

_OPENS = re.compile(r"(?: (?:the|a|an|of|to|my|your|in|on|with|for|her|his|and|is|it|we)){1,3} [A-Z]")
_LEADS_ON = re.compile(r"(?: (?:of|the|a|an|in|on|to|for|with|and the|by)){1,3} ([A-Z]\w+)(?! [A-Z])")

_EXCLAIMED = words("i i'm ok god")
_DETERMINERS = words("the a an this that its our their")
"""Before a capital they make it a term: ``the Method``."""

_ALONE_NO_TITLE = ENGLISH.function | ENGLISH.jobs | ENGLISH.organisations | ENGLISH.ranks
_NEVER_FIRST = ENGLISH.jobs | ENGLISH.ranks | ENGLISH.honorifics | ENGLISH.peoples | ENGLISH.calendar | {"i"}
_NEVER_LED_TO = ENGLISH.organisations | ENGLISH.terms | ENGLISH.calendar | ENGLISH.peoples | ENGLISH.jobs


def leads_on(run: Run) -> bool:
    """Whether small words join words of every day with capitals: ``Portrait of a Lady on Fire``."""
    if run.passage.headline or not run.is_common or run.possessive or run.lead or run.ends_otherwise:
        return False
    if run.is_single and run.tokens[0].low in _ALONE_NO_TITLE:
        return False
    if run.after.startswith(" of ") and any(token.low in NAMED_OTHERWISE for token in run.tokens):
        return False
    found = _LEADS_ON.match(run.after)
    if found is None or " and " in found[0] or found[1].lower() in _NEVER_LED_TO:
        return False
    return is_common(found[1]) and not is_often_given(found[1])


def opens_title(run: Run) -> bool:
    """Whether it is a small word from which others lead to a capital: ``Where the Wild``."""
    if not run.is_function_word or run.opens or run.passage.headline or run.tokens[0].low in _EXCLAIMED:
        return False
    return bool(_OPENS.match(run.after))


def begins_title(run: Run) -> bool:
    """Whether it is several words of every day, or of which at least the first and the last are such."""
    first = run.tokens[0]
    if run.is_single or run.opens or run.passage.headline or run.lead or run.word_before in _DETERMINERS:
        return False
    if run.ends_otherwise or run.is_elsewhere_named or run.looks_personal or first.low in _NEVER_FIRST:
        return False
    if first.low.endswith("ing") and is_common(first.word):
        return True
    names = (one for one in (run.words[0], run.words[-1]) if not is_common(one))
    if any(is_given_name(one) or is_surname(one) for one in names):
        return first.low in ENGLISH.function
    if first.low in ENGLISH.function:
        return True
    # ``Mad Hullabaloo`` may be anybody's name; three words of which one is common are a title's.
    return is_common(first.word) and (len(run.tokens) > 2 or is_common(run.words[-1]))
