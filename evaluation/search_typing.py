"""How a title comes out of somebody's fingers: with a slip, or not yet to its end."""

from __future__ import annotations

import random
import re
from string import ascii_lowercase

SHORTEST = 4
"""Letters of a word in which a slip is made; in a shorter one it would often make another word."""

KEPT = 3
"""Letters that are typed of a last word that is not finished."""

_LETTERS = re.compile(r"[^\W\d_]+")

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def with_a_typo(title: str, draw: random.Random) -> str | None:
    """The title with one slip in one word of four letters or more; None where it has no such word.

    Two letters are swapped, or one is dropped, put in, or replaced. The slip never gives back
    what was meant.

    >>> with_a_typo("The Tin Harbour", random.Random(2))
    'The Tin aHrbour'
    >>> with_a_typo("The Tin", random.Random(1))
    """
    words = [word for word in _LETTERS.finditer(title) if len(word[0]) >= SHORTEST]
    if not words:
        return None
    word = draw.choice(words)
    slipped = word[0]
    while slipped == word[0]:
        slipped = draw.choice((_swapped, _dropped, _inserted, _replaced))(word[0], draw)
    return title[: word.start()] + slipped + title[word.end() :]


def cut_last_word(title: str) -> str | None:
    """The title up to the third letter of its last word; None where that word is no longer than that.

    >>> cut_last_word("The Tin Harbour"), cut_last_word("The Harbour Inn")
    ('The Tin Har', None)
    """
    last = [*_WORDS.finditer(title)][-1:]
    if not last or len(last[0][0]) <= KEPT:
        return None
    return title[: last[0].start() + KEPT]


def _swapped(word: str, draw: random.Random) -> str:
    at = draw.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _dropped(word: str, draw: random.Random) -> str:
    at = draw.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _inserted(word: str, draw: random.Random) -> str:
    at = draw.randrange(len(word) + 1)
    return word[:at] + draw.choice(ascii_lowercase) + word[at:]


def _replaced(word: str, draw: random.Random) -> str:
    at = draw.randrange(len(word))
    return word[:at] + draw.choice(ascii_lowercase) + word[at + 1 :]
