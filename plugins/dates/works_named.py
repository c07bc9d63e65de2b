"""Which works a text names where, and which film a passage speaks of while it names none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plugins.archive.source import Document, Label
from plugins.archive.span import Span
from plugins.dates.phases import OWN as OWN

WORK, CHARACTER = "\ue000", "\ue001"
"""Signs for private use that stand for a linked title, and for somebody in a story, at the same length."""

_OF_A_HEAD, _OF_THE_FIRST, _OF_ANY = 4, 3, 1
"""How much it counts that a heading, the first paragraph, and any paragraph names a work."""

_LEADS_BY = 1.5
"""How many times as much as any other work a text's own film must count."""

_PASSAGE = 2_000
"""Code points before some words in which a passage may have turned to another work."""

_HEADS = frozenset({Label.HEADING, Label.SECTION})
_TITLE = re.compile(r"[*_]{1,2}[A-Z][^*_\n]{0,60}[*_]{1,2}")


def own_film(source: str) -> str:
    """What stands for the film of a text that names none: the same in all of that text, and in no other."""
    return OWN + source


class WorksNamed:
    """The works that one text names. ``subject`` is the film that it is about, None where nobody can tell.

    ``is_new`` says that this film was new when the text was written: “his new film” is no other then.
    """

    def __init__(
        self,
        text: str,
        subject: str | None = OWN,
        works: Iterable[tuple[Span, str]] = (),
        characters: Iterable[Span] = (),
        *,
        is_new: bool = False,
    ) -> None:
        self.subject, self.is_new = subject, is_new
        self._works = sorted(works)
        self._starts = [span.start for span, _ in self._works]
        masked = list(text)
        for span in characters:
            masked[span.start : span.end] = CHARACTER * (span.end - span.start)
        for span, _ in self._works:
            masked[span.start : span.end] = WORK * (span.end - span.start)
        self.masked = "".join(masked)

    def within(self, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """The works that begin in a stretch, in order."""
        place = bisect_left(self._starts, start)
        while place < len(self._works) and self._starts[place] < end:
            yield self._works[place]
            place += 1

    def spoken_of(self, home: str | None, start: int, end: int, turned_to: re.Pattern[str]) -> str | None:
        """The film that a passage from ``start`` on speaks of at ``end``; None where it may be another.

        It is ``home``, what its section is about, unless another work was named since, or words that
        ``turned_to`` knows, or a title that nobody has linked.
        """
        start = since = max(start, end - _PASSAGE)
        for span, work in self.within(start, end):
            since = span.end if work == home else since
        if home is None or any(work != home for _, work in self.within(since, end)):
            return None
        is_turned = turned_to.search(self.masked, since, end) is not None
        is_titled = not home.startswith(OWN) and _TITLE.search(self.masked, since, end) is not None
        return None if is_turned or is_titled else home


def subject_of(document: Document, works: Sequence[tuple[Span, str]], film: str | None) -> str | None:
    """The film that a text is about: what its record says, or the work that it names by far the most.

    None where several may be; where it names none at all, what ``own_film`` says.
    """
    if film:
        return film
    if not works:
        return own_film(document.source)
    first = next((one for one in document.segments if one.label is Label.BODY), None)
    counts: Counter[str] = Counter()
    for segment in document.segments:
        if segment.label is not Label.COMMENT:
            weight = _OF_A_HEAD if segment.label in _HEADS else _OF_ANY
            weight = _OF_THE_FIRST if segment is first else weight
            named = {work for span, work in works if segment.span.contains(span)}
            counts.update(dict.fromkeys(named, weight))
    (best, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return best if most and most >= _LEADS_BY * second else None


def sections(document: Document, named: WorksNamed) -> Mapping[int, str | None]:
    """What each segment speaks of, by its place: in a section whose heading names another work, that work.

    Of a heading that names several others nobody can tell; one that names none changes nothing, nor does
    the title of the text.
    """
    found: dict[int, str | None] = {}
    current, has_begun = named.subject, False
    for segment in document.segments:
        has_begun = has_begun or segment.label not in _HEADS
        if has_begun and segment.label in _HEADS:
            works = {work for _, work in named.within(segment.span.start, segment.span.end)}
            if named.subject in works:
                current = named.subject
            elif works:
                current = works.pop() if len(works) == 1 else None
        found[segment.span.start] = current
    return found
