"""What an excerpt can be cut from: the whole text of a page, or in a large archive its telling sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from heapq import heapify, heappop, heappush
from itertools import chain
from typing import TYPE_CHECKING

from plugins.search_index.analyzer import terms
from plugins.search_index.fields import FIELDS, Form
from plugins.search_index.page import SearchPage

if TYPE_CHECKING:
    from plugins.search_index.whoosh_index import Postings

_PARAGRAPH = re.compile(r"\n\s*\n")
_END = ".!?\u2026\u3002\uff01\uff1f\u0964\u06d4\u061f"
"""What ends a sentence, in Latin script, Chinese and Japanese, Hindi, Urdu and Arabic."""
_SENTENCE = re.compile(rf"[^{_END}]*(?:[{_END}]+[\"'\u201d\u2019)\]\u300d\u300f]*|$)\s*")
_OFTEN = 3
"""A word counts more in a page that repeats it, up to this often."""
_AGAIN = 5
"""How many times less a word counts that an earlier sentence has: excerpts are wanted for many words."""
_EVEN = 6
"""Words added to a sentence's length, so that a very short one does not win by that alone."""

Passage = tuple[str, str]
"""A fragment of the page, or "", and a text that stands there."""


def rarities(postings: Postings, pages: int) -> dict[str, int]:
    """How much each word of some pages' texts tells about one of them: more, the fewer have it."""
    which = next(number for number, field in enumerate(FIELDS) if field.form is Form.TEXT)
    first = sum(len(terms) for terms in postings.terms[:which])
    words = postings.terms[which]
    return {
        word: rarity_of(spread, pages) for word, spread in zip(words, postings.spread[first:], strict=False)
    }


def rarity_of(bearing: int, pages: int) -> int:
    """What a word tells that so many of some pages have: a step more, from 1, whenever half as many have it.

    In steps, as another word in one page would else move what all the others show.
    """
    return ((pages + 1) // bearing).bit_length()


def material(page: SearchPage, room: int | None, rarity: Mapping[str, int]) -> list[Passage]:
    """The paragraphs of a page, or such of its sentences as fit into ``room`` characters, in their order.

    Those are taken that hold the most of what is rare elsewhere and frequent here: where a page is among the
    best for a word, that word is likely to be in them. Sentences that follow each other stay together.
    """
    paragraphs = _PARAGRAPH.split(page.body) if page.body else []
    anchors = [*page.anchors, *[""] * len(paragraphs)]
    if room is None or len(page.body) <= room:
        return [(anchor, text) for anchor, text in zip(anchors, paragraphs, strict=False) if text]
    sentences = _sentences(paragraphs)
    taken = _most_telling([text for _, text in sentences], room, rarity)
    return [(anchors[number], _shortened(text.strip(), room)) for number, text in _joined(sentences, taken)]


def _sentences(paragraphs: Sequence[str]) -> list[tuple[int, str]]:
    """Each sentence with the number of its paragraph, and with the space behind it."""
    return [
        (number, match.group())
        for number, paragraph in enumerate(paragraphs)
        for match in _SENTENCE.finditer(paragraph)
        if match.group().strip()
    ]


def _joined(sentences: Sequence[tuple[int, str]], taken: Sequence[int]) -> list[tuple[int, str]]:
    """Those that were taken, in one where they follow each other in a paragraph."""
    passages: list[tuple[int, str]] = []
    before = (-2, -1)
    for at in taken:
        number, text = sentences[at]
        if before == (at - 1, number):
            passages[-1] = (number, passages[-1][1] + text)
        else:
            passages.append((number, text))
        before = (at, number)
    return passages


def _most_telling(sentences: Sequence[str], room: int, rarity: Mapping[str, int]) -> list[int]:
    """The numbers of the sentences to keep, ascending; at least one, if there is any.

    What a sentence gains only falls while others are taken, so one that is still ahead of what all others
    gained when they were last asked is the best, and the others need not be asked again.
    """
    words = [terms(sentence) for sentence in sentences]
    often = Counter(chain.from_iterable(words))
    worth = {word: rarity.get(word, 0) * min(count, _OFTEN) for word, count in often.items()}
    shortest = min(map(len, sentences), default=0)
    said: set[str] = set()
    taken: list[int] = []
    waiting = [(-_gain(one, worth), at) for at, one in enumerate(words)]
    heapify(waiting)
    while waiting and (room >= shortest or not taken):
        _, at = heappop(waiting)
        if taken and len(sentences[at]) > room:
            continue
        now = (-_gain(words[at], worth, said), at)
        if waiting and now > waiting[0]:
            heappush(waiting, now)
            continue
        taken.append(at)
        room -= len(sentences[at])
        said.update(words[at])
    return sorted(taken)


def _gain(words: Sequence[str], worth: Mapping[str, int], said: Set[str] = frozenset()) -> float:
    """What a sentence would add, by its length."""
    different = set(words)
    again = different & said if said else ()
    total: float = sum(map(worth.__getitem__, different))
    if again:
        # Without what they would add as new ones.
        whole = sum(map(worth.__getitem__, again))
        total = total - whole + whole / _AGAIN
    return total / (len(words) + _EVEN)


def _shortened(text: str, room: int) -> str:
    """A sentence that is longer than all the room ends at a word, and says so."""
    if len(text) <= room:
        return text
    short = text[: max(room - 1, 0)]
    return f"{short.rpartition(' ')[0] or short}\u2026"
