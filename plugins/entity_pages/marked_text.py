"""A paragraph's words with all that is marked in them: names, cited words, corrections."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from plugins.archive.annotation import Link
from plugins.archive.span import Span
from plugins.entity_pages.reading import pieces
from plugins.entity_pages.reading_views import Correction, Run, Stretch
from plugins.entity_pages.site import Site


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text of one paragraph. The marks of each kind are in order and do not overlap.

    ``cited`` are the words on which claims rest, see ``cited_words``.
    """

    text: str
    site: Site
    links: Sequence[Link] = ()
    cited: Sequence[Span] = ()
    corrected: Sequence[tuple[Span, Correction]] = ()
    anchors: set[str] = field(default_factory=set)
    """The anchors given so far: the same words have one, also where a correction parts them."""

    def stretches(self, span: Span) -> tuple[Stretch, ...]:
        """A part of the text, every character of it once. A name that a correction cuts is not linked."""
        parts = cut(span, [one for one, _ in self.corrected])
        return tuple(
            Stretch(tuple(self._runs(part)), None if place is None else self.corrected[place][1])
            for part, place in parts
        )

    def _runs(self, span: Span) -> Iterator[Run]:
        for part, place in cut(span, self.cited):
            made = pieces(self.text, part, self._links_in(part), self.site)
            if place is None:
                yield Run(made)
                continue
            start = self.cited[place].start
            anchor = f"w{start}"
            yield Run(
                made,
                anchor="" if anchor in self.anchors else anchor,
                note=f"n{start}",
                is_name=all(piece.ref or not any(map(str.isalnum, piece.text)) for piece in made),
            )
            self.anchors.add(anchor)

    def _links_in(self, span: Span) -> Sequence[Link]:
        first = bisect_left(self.links, span.start, key=lambda link: link.span.start)
        last = bisect_left(self.links, span.end, key=lambda link: link.span.start)
        return self.links[first:last]


def cut(span: Span, marks: Sequence[Span]) -> Iterator[tuple[Span, int | None]]:
    """A span in pieces, in order: those in a mark with the mark's place in the list, the others with None.

    Marks are in order and do not overlap.
    """
    position = span.start
    first = bisect_right(marks, span.start, key=lambda mark: mark.end)
    for place in range(first, len(marks)):
        mark = marks[place]
        if mark.start >= span.end:
            break
        if mark.start > position:
            yield Span(position, mark.start), None
        end = min(mark.end, span.end)
        if max(mark.start, position) < end:
            yield Span(max(mark.start, position), end), place
        position = end
    if position < span.end:
        yield Span(position, span.end), None


def cited_words(spans: Iterable[Span], links: Sequence[Link]) -> tuple[Span, ...]:
    """The words that spans point at, in order: overlapping ones are one, and no name is cut in two.

    ``links`` are in order and do not overlap.
    """
    found: list[Span] = []
    for span in sorted(_whole_names(span, links) for span in spans if len(span)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _whole_names(span: Span, links: Sequence[Link]) -> Span:
    before, last = _link_over(span.start, links), _link_over(span.end - 1, links)
    return Span(
        min(span.start, before.start if before else span.start), max(span.end, last.end if last else span.end)
    )


def _link_over(offset: int, links: Sequence[Link]) -> Span | None:
    place = bisect_right(links, offset, key=lambda link: link.span.start) - 1
    return links[place].span if place >= 0 and offset < links[place].span.end else None


def apart(links: Iterable[Link]) -> tuple[Link, ...]:
    """Links in the order of the text; of overlapping ones the first stays."""
    found: list[Link] = []
    for link in sorted(links, key=lambda one: one.span):
        if not found or link.span.start >= found[-1].span.end:
            found.append(link)
    return tuple(found)
