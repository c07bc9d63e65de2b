"""The words of a value: without links and marks, folded, and what is left of them when a part was read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from plugins.markdown_it.render import WIKI_LINK


def words_of(*lines: str) -> frozenset[str]:
    """The words of some lines, as tables of words are written."""
    return frozenset(word for line in lines for word in line.split())


_EMPTY = words_of(
    "a an the of in on at to for from by with and or as it its this that is was be been are were has had",
)
"""Words that hold a sentence together and limit nothing."""

_NEGATING = words_of(
    "no not never none nor neither without un non ex former hardly but except only alone",
)
"""Words that turn the rest round: a value that has one more of them says something else, not more."""

_VERSIONS = words_of(
    "cut version edit print directors theatrical extended festival television tv broadcast dvd restored",
    "original international domestic worldwide overseas abroad uncut censored rough first final",
)
"""Words that tell one state or market of a work from another."""

_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W_]*(?:[’'][^\W_]+)?|[0-9]+")
_OPENING = re.compile(r"^(?:(?:in|at|on|for|of)\s+)+", re.IGNORECASE)
_SIGN = re.compile(r"[^\w$€£¥₹.]+|(?<!\d)\.|\.(?!\d)")


def plain(value: str) -> str:
    """A value without its wiki links: their labels, or the words of their ids.

    >>> plain("made by [[ines-varga|Varga]] in [[ostend]]")
    'made by Varga in ostend'
    """
    return WIKI_LINK.sub(lambda link: link[2] or link[1].strip().replace("-", " "), value)


def folded(value: str) -> str:
    """A value so that two ways of writing the same words are one: no case, accent, quotation mark or article.

    >>> folded("The “Óscar” of 2013!") == folded("oscar of 2013")
    True
    """
    letters = unicodedata.normalize("NFKD", plain(value).replace("’", "").replace("'", ""))
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()
    return " ".join(word for word in _SIGN.sub(" ", bare).split() if word not in {"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class Rest:
    """What a value says besides its length, date, amount or number.

    ``words`` are those of it that say anything. ``limit`` are those that limit the value to something: “New
    York” in “18 December, New York”, the version in “140 minutes, director’s cut”. ``said`` is the rest as it
    was written.
    """

    words: frozenset[str] = frozenset()
    limit: frozenset[str] = field(default=frozenset(), compare=False)
    said: str = field(default="", compare=False)


NO_REST = Rest()
"""A value that was read whole."""


def rest_of(value: str, match: re.Match[str], says_nothing: frozenset[str] = frozenset()) -> Rest:
    """What is left of a value when a part of it was read.

    Only names, numbers and words for a version limit a value; of other words a program cannot tell, and a
    contradiction that is shown in vain does less harm than one that is hidden. ``says_nothing`` are words
    that are idle beside a value of its kind.
    """
    left = f"{value[: match.start()]} {value[match.end() :]}"
    words = frozenset(folded(left).split()) - _EMPTY - says_nothing
    named = {folded(word) for word in _NAME.findall(value) if not value.startswith(word)}
    said = _OPENING.sub("", re.sub(r"^\((.*)\)$", r"\1", " ".join(left.strip(" ,;:–—-").split())))
    return Rest(words, words & (named | _VERSIONS), said)


@dataclass(frozen=True, slots=True)
class Words:
    """A value that is compared by its words alone."""

    said: str

    @property
    def key(self) -> object:
        """Two values with the same key say the same."""
        return "words", self.said

    def holds(self, other: Words) -> bool:
        """Whether this one says all that the other says, and more: its words are among ours.

        Not where the rest turns them round, as in “not married”.
        """
        own, others = set(self.said.split()), set(other.said.split())
        return others < own and bool(others - _EMPTY) and not (own - others) & _NEGATING


def read_words(value: str) -> Words:
    """Any value, as words."""
    return Words(folded(value))
