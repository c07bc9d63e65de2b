"""Pairs of quotation marks in one paragraph: curly, straight, single, low, angled and cornered.

Marks are matched as brackets are, each kind with its own, so that a mark that nobody closed costs
nothing beyond itself. The one hard sign is the apostrophe, which is also the British closing mark:

- between two letters, or before a word (``’tis``, ``’90s``, ``’n’``), it is always an apostrophe;
- after an s or a clipped word with more text to come (``the boys’ room``, ``nothin’ new``) it closes only
  a quotation for which nothing better follows, and only within one sentence;
- everywhere else it closes the single mark that is open, and where none is open it is an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plugins.archive.span import Span
from plugins.quotations.apostrophes import begins_clipped, ends_clipped
from plugins.quotations.sentences import sentence_ends


@dataclass(frozen=True, order=True, slots=True)
class Quoted:
    """Words between marks, the marks included; ``mark`` is the opening one.

    Where ``closed`` is false no mark closes them, and the span ends with their sentence.
    """

    span: Span
    mark: str
    closed: bool = True


_MARKS = re.compile("[“”„‟\"‘’‚'«»‹›「」『』]")

_CLOSED_BY = {
    "“": '”“"',
    "„": '“”"',
    "‟": "”",
    "”": "”",
    '"': '"”',
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
}
"""What closes each mark where it opens. ``“text“`` is a slip of the keyboard; ``”text”`` and
``»text»`` are Swedish and Finnish, ``»text«`` is how German books set it."""

SINGLE = frozenset("‘‚'")

_SAME_KIND = {"„": "“", "‟": "“", "”": "“", "‚": "‘", "»": "«", "›": "‹"}

_DEEPEST = 16
"""Marks waiting at a time that are looked through; quotations are nested three deep at most."""

_SENTENCE_LEFT_OPEN = 400
"""Code points for which an apostrophe in doubt may stand from its opening mark; a scare quote is short."""


@dataclass(slots=True)
class _Open:
    """A mark waiting for its other half; ``doubt`` is the first place that may close it."""

    place: int
    mark: str
    doubt: int | None = None


@dataclass(slots=True)
class _Paragraph:
    """One pass over the marks of a paragraph."""

    text: str
    span: Span
    waiting: list[_Open] = field(default_factory=list)
    pairs: list[Quoted] = field(default_factory=list)
    never_closed: list[_Open] = field(default_factory=list)

    def read(self) -> None:
        places = [match.start() for match in _MARKS.finditer(self.text, self.span.start, self.span.end)]
        for number, place in enumerate(places):
            following = places[number + 1] if number + 1 < len(places) else None
            self._meet(place, following)
        self._drop(0)

    def _meet(self, place: int, following: int | None) -> None:
        mark = self.text[place]
        if mark in "’'" and self._is_apostrophe(place):
            return
        opened = self._opened_for(mark, place)
        if opened is not None and not (mark in '"”' and self._is_inches(place, following)):
            self._close(opened, place)
        elif mark in _CLOSED_BY and self._opens(place):
            self._open(place)

    def _before(self, place: int) -> str:
        return self.text[place - 1] if place > self.span.start else " "

    def _after(self, place: int) -> str:
        return self.text[place + 1] if place + 1 < self.span.end else " "

    def _opens(self, place: int) -> bool:
        """Whether a mark stands where words begin."""
        mark, before, after = self.text[place], self._before(place), self._after(place)
        if mark in "「『":
            return True
        if mark in "«‹" and not before.isalnum():
            return True
        if after.isspace() and not (mark in "“‘" and self._after(place + 1) in "‘“'\""):
            return False
        if mark in "”»›'\"" and (before in ".,;:!?…)]" or (before.isalnum() and mark != '"')):
            return False
        if mark in "‘'" and (before.isalnum() or begins_clipped(self.text, place + 1, self.span.end)):
            return False
        # Inches, and a straight mark inside a word of Hebrew.
        return not (mark == '"' and (before.isdigit() or "\u0590" <= before <= "\u05ff"))

    def _is_apostrophe(self, place: int) -> bool:
        before, after = self._before(place), self._after(place)
        if after.isalnum():
            return self.text[place] == "’" or before.isalnum() or not self._opens(place)
        return self.text[max(self.span.start, place - 2) : place].lower() in {"’n", "‘n", "'n"}

    def _opened_for(self, mark: str, place: int) -> int | None:
        """The place in ``waiting`` of what a mark closes, or None where it closes nothing."""
        if mark in SINGLE or mark == "’":
            # Apostrophes are many: one never closes past a double mark that is still open.
            at = len(self.waiting) - 1
            return at if at >= 0 and self._closes(self.waiting[at].mark, mark, place) else None
        for at in self._latest():
            if self._closes(self.waiting[at].mark, mark, place):
                return at
        return None

    def _latest(self) -> range:
        return range(len(self.waiting) - 1, max(len(self.waiting) - _DEEPEST, 0) - 1, -1)

    def _closes(self, opening: str, mark: str, place: int) -> bool:
        if mark not in _CLOSED_BY[opening]:
            return False
        if mark in "”’」』" or (mark in "»›" and opening in "«‹"):
            return True
        if mark in "“‘" and opening in "„‚":
            return not self._before(place).isspace() or self._after(place).isspace()
        before, after = self._before(place), self._after(place)
        at_words_end = not before.isspace() and before not in "([{" and not after.isalnum()
        if mark == '"' and opening == '"':
            # With white space on both sides, or a letter on both, only the order tells.
            alike = before.isspace() == after.isspace() and before not in "—–-([{"
            return at_words_end or alike
        return at_words_end

    def _is_inches(self, place: int, following: int | None) -> bool:
        """A mark after a figure, where the next one closes too: it can be no end (``the 12" record``)."""
        if not self._before(place).isdigit() or following is None:
            return False
        mark = self.text[following]
        if mark not in '"”':
            return False
        return mark == "”" or (not self._before(following).isspace() and not self._after(following).isalnum())

    def _open(self, place: int) -> None:
        mark = self.text[place]
        if self.waiting and mark in SINGLE and self.waiting[-1].mark == mark:
            self._drop(len(self.waiting) - 1)
        elif mark == '"':
            at = next((at for at in self._latest() if self.waiting[at].mark == '"'), None)
            if at is not None:
                self._drop(at)
        self.waiting.append(_Open(place, mark))

    def _close(self, at: int, place: int) -> None:
        opened = self.waiting[at]
        if opened.mark in SINGLE and self._is_in_doubt(place):
            opened.doubt = place if opened.doubt is None else opened.doubt
            return
        self._drop(at + 1)
        self.waiting.pop()
        self.pairs.append(Quoted(Span(opened.place, place + 1), opened.mark))

    def _is_in_doubt(self, place: int) -> bool:
        rest = self.text[place + 1 : place + 3]
        goes_on = len(rest) == 2 and rest[0].isspace() and rest[1].isalnum()
        return goes_on and ends_clipped(self.text, self.span.start, place)

    def _drop(self, at: int) -> None:
        """Give up what waits from a place on; what may be closed by an apostrophe in doubt is."""
        for opened in self.waiting[at:]:
            doubt = opened.doubt
            if (
                doubt is not None
                and doubt - opened.place < _SENTENCE_LEFT_OPEN
                and next(sentence_ends(self.text, opened.place, doubt), None) is None
            ):
                self.pairs.append(Quoted(Span(opened.place, doubt + 1), opened.mark))
            elif opened.mark != "'":
                # A straight apostrophe is far likelier than a straight single mark left open.
                self.never_closed.append(opened)
        del self.waiting[at:]


def find_quoted(text: str, paragraph: Span) -> Iterator[Quoted]:
    """The outermost quotations of a paragraph, in order, never overlapping.

    A mark that nothing closes gives one that ends with its sentence, or before it where the next
    quotation of its kind begins; before any next one, where the mark is a single one.
    """
    marks = _Paragraph(text, paragraph)
    marks.read()
    pairs = list(_outermost(marks.pairs))
    yield from _outermost([*pairs, *_left_open(marks, pairs)])


def _outermost(found: list[Quoted]) -> Iterator[Quoted]:
    position = 0
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if one.span.start >= position:
            yield one
            position = one.span.end


def _left_open(marks: _Paragraph, pairs: list[Quoted]) -> Iterator[Quoted]:
    """The marks that nothing closes, each with its extent."""
    kinds = [(pair.span.start, kind_of(pair.mark)) for pair in pairs]
    kinds += [(one.place, kind_of(one.mark)) for one in marks.never_closed]
    next_of_kind: dict[str, int] = {}
    next_of_any = marks.span.end
    ends: dict[int, int] = {}
    for place, kind in sorted(kinds, reverse=True):
        ends[place] = next_of_any if kind == "‘" else next_of_kind.get(kind, marks.span.end)
        next_of_kind[kind] = next_of_any = place
    for one in marks.never_closed:
        limit = ends[one.place]
        end = next(sentence_ends(marks.text, one.place, limit), limit)
        words = marks.text[one.place : end].rstrip()
        yield Quoted(Span(one.place, one.place + len(words)), one.mark, closed=False)


def kind_of(mark: str) -> str:
    """The mark that stands for all with which quotations of one kind open."""
    return _SAME_KIND.get(mark, mark)
