"""What excerpts are cut from after an edit: of the edited pages, and of others in the same part."""

from __future__ import annotations

from collections import Counter

import numpy as np

from plugins.search_index.excerpts import Passage, material, rarity_of
from plugins.search_index.fields import FIELDS, Form
from plugins.search_index.inverted import Column
from plugins.search_index.left import Left
from plugins.search_index.page import SearchPage
from plugins.search_index.posted import Posted

_TEXT = next(which for which, field in enumerate(FIELDS) if field.form is Form.TEXT)


def passages_after(left: Left, posted: Posted) -> dict[int, list[Passage]]:
    """By document the passages of all for which they may have changed."""
    if left.room is None:
        return {document: material(page, None, {}) for document, page in posted.pages.items()}
    by_part: dict[int, set[int]] = {}
    for document in posted.pages:
        by_part.setdefault(int(left.part[document]), set()).add(document)
    return {
        document: told
        for part, edited in by_part.items()
        for document, told in _of_part(left, posted, part, edited).items()
    }


def _of_part(left: Left, posted: Posted, part: int, edited: set[int]) -> dict[int, list[Passage]]:
    had, has = posted.words(_TEXT)
    change: Counter[str] = Counter()
    for document in edited:
        change.update(has[document])
        change.subtract(had[document])
    rarity = _Rarities(left, part, change)
    pages = {document: posted.pages[document] for document in edited}
    for word in (word for word, by in change.items() if by):
        for document in rarity.bearers(word).tolist() if rarity.moved(word) else ():
            if document not in pages and left.body[document] > (left.room or 0):
                body, anchors = left.text_of(document)
                pages[document] = SearchPage("-", "-", "-", body=body, anchors=tuple(anchors))
    return {document: material(page, left.room, rarity) for document, page in pages.items()}


class _Rarities(dict[str, int]):
    """How much words tell in a part after an edit, looked up when they are asked for."""

    def __init__(self, left: Left, part: int, change: Counter[str]) -> None:
        super().__init__()
        self._left, self._change = left, change
        self._within = left.part == part
        self._pages = int(np.count_nonzero(self._within))

    def bearers(self, word: str) -> Column:
        """The documents of the part that had a word before the edit."""
        number = self._left.number_of.get(word)
        for which, postings in self._left.lists_of(number) if number is not None else ():
            if which == _TEXT:
                documents = self._left.document[postings]
                found: Column = documents[self._within[documents]]
                return found
        return np.zeros(0, dtype=np.int32)

    def moved(self, word: str) -> bool:
        """Whether a word tells more or less than before; not if nobody had it, or nobody has it."""
        before = len(self.bearers(word))
        now = before + self._change[word]
        return before > 0 and now > 0 and rarity_of(before, self._pages) != rarity_of(now, self._pages)

    def get(self, word: str, _default: int = 0) -> int:  # type: ignore[override]
        if word not in self:
            bearing = len(self.bearers(word)) + self._change[word]
            self[word] = rarity_of(bearing, self._pages)
        return self[word]
