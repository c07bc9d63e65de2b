"""How far a title without marks reaches: over small words, and over commas."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from plugins.discovery.runs import Run
from plugins.discovery.titles import LONGEST_TITLE, SMALL
from plugins.discovery.tokens import Token
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.words import is_common, is_given_name, is_often_given, is_place
from plugins.quotations.saying import PRONOUNS

LONGEST_REACH = 30
"""Words; about three times the longest title. What reaches farther is a list or a cry."""

MOST_SMALL = 3
"""Small words in a row that a title holds: ``Once Upon a Time in the West``."""

LEAST_LISTED = 3
"""Single words with commas that make a title without an ``and``: ``Bread, Wire, Sunday``."""

_SEVERAL = re.compile(r"\b(?:\w+s|include|between|both|like|as|mid-period) [\"'_*]?$")
"""Before a row of titles: ``other films include Tomboy and Girlhood``."""

_GOES_ON_AS_A_LIST = re.compile(r",? (?:and|or|&) (?:The |A )?[A-Z]")
_SUBTITLE = re.compile(r": (?:A|An|The) [A-Z]\w*(?:(?: (?:of|the|a|an|in|to|for|and)){0,3} [A-Z]\w*)*")
"""Behind a title and a colon: ``Baahubali: The Beginning``."""

_PLACE = re.compile(r", ([A-Z]\w+(?: [A-Z]\w+)?)(?=[,.;:)'\"]| which| and| who|$)")


def reach(run: Run, tokens: Sequence[Token]) -> int:
    """The folded offset up to which a title that begins with a run reaches, over small words and on.

    Small words are crossed only to a capital, ``and`` only between words of every day, and what looks
    like a person or a place is not reached over a preposition: ``The Master with Philip Seymour Hoffman``.
    A single word takes a place behind a comma with it: ``Paris, Texas``.
    """
    if run.is_single and run.tokens[0].low in PRONOUNS:
        end = run.end
    else:
        place = bisect_left(tokens, run.tokens[-1].start, key=attrgetter("start")) + 1
        end = _over_commas(run, tokens, place) or _over_small_words(run, tokens, place)
    if subtitle := _SUBTITLE.match(run.text, end, run.passage.end):
        end = subtitle.end()
    found = _PLACE.match(run.text, end, run.passage.end) if run.is_single else None
    return found.end(1) if found and is_place(found[1]) and not is_place(run.surface) else end


def _over_small_words(run: Run, tokens: Sequence[Token], place: int) -> int:
    """Where the last capital ends that small words lead to; ``place`` is that of the word behind the run."""
    end, last, farthest = run.end, run.tokens[-1], min(place + LONGEST_REACH, len(tokens))
    while place < farthest:
        if last.possessive:
            if run.words[0] not in {"The", "A", "An", "My"} or not _is_owned(tokens[place]):
                return end
            following, small = [tokens[place]], []
        else:
            small = _small_words(run.text, tokens, place)
            following = _capitals(run.text, tokens, place + len(small)) if small else []
            if not following or not _crosses(run, small, following):
                return end
        last = following[-1]
        end, place = last.end, place + len(small) + len(following)
    return end


def _is_owned(token: Token) -> bool:
    """Whether a word of every day with a capital stands behind a possessive: ``The Keeper's Lamp``."""
    return token.is_capital and not token.opens and is_common(token.word) and not is_given_name(token.word)


def _small_words(text: str, tokens: Sequence[Token], place: int) -> list[Token]:
    """The small words from a place on, side by side, and beside the word before them."""
    row: list[Token] = []
    while len(row) < MOST_SMALL and place < len(tokens) and tokens[place].word in SMALL:
        if text[tokens[place - 1].end : tokens[place].start] != " ":
            return []
        row.append(tokens[place])
        place += 1
    return row


def _capitals(text: str, tokens: Sequence[Token], place: int) -> list[Token]:
    """The capitals from a place on, side by side and beside the word before; none where a sentence begins."""
    row: list[Token] = []
    while place < len(tokens) and tokens[place].is_capital and not tokens[place].opens:
        if text[tokens[place - 1].end : tokens[place].start] != " " or (row and row[-1].possessive):
            break
        row.append(tokens[place])
        place += 1
    return row


def _over_commas(run: Run, tokens: Sequence[Token], place: int) -> int:
    """Where a title of single words and commas ends, 0 where it is none: ``Bread, Wire, Sunday``.

    A list has an ``and``, unless it repeats the word: ``New York, New York``.
    """
    text = run.text
    if not run.is_single:
        return 0
    again = run.end + len(f", {run.surface}")
    if text[run.end : again] == f", {run.surface}" and not text[again : again + 1].isalnum():
        return 0 if run.possessive else again
    if not is_common(run.surface) or run.is_given:
        return 0
    last, count = run.tokens[-1], 1
    for token in tokens[place : place + LONGEST_TITLE]:
        listed = token.is_capital and (is_common(token.word) or token.low in ENGLISH.calendar)
        if token.opens or not listed or text[last.end : token.start] != ", ":
            break
        last, count = token, count + 1
    if not LEAST_LISTED <= count <= LONGEST_TITLE or _GOES_ON_AS_A_LIST.match(text, last.end):
        return 0
    return last.end


def _crosses(run: Run, small: Sequence[Token], following: Sequence[Token]) -> bool:
    """Whether small words that lead to capitals are a title's."""
    over = [token.word for token in small]
    if over[0] == "of":
        return True
    if over == ["and", "the"]:
        common = all(is_common(token.word) and not is_often_given(token.word) for token in following)
        return common and (run.words[0] == "The" or run.is_single)
    if over[0] in {"and", "or"}:
        single = run.is_single and len(following) == 1 and len(over) == 1
        common = run.is_common and is_common(following[0].word) and following[0].word not in {"The", "A"}
        return single and common and not _SEVERAL.search(run.before)
    if len(following) > 1 and is_given_name(following[0].word):
        return False
    if is_place(" ".join(token.word for token in following)):
        return False
    if run.is_common and all(
        is_common(token.word) and token.low not in ENGLISH.calendar for token in following
    ):
        return True
    first = run.tokens[0].low
    return first in ENGLISH.function or first.endswith("in'") or (first.endswith("ing") and is_common(first))
