"""Words of a text as readers see them: names linked, and the sentence around a mention."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.archive.annotation import Link
from plugins.archive.span import Span
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import Piece

_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])")
_LONGEST = 2_000
"""Code points of a sentence on either side of a name: some paragraphs of thousands have no full stop."""

_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|Bros|No)\.$")


def pieces(
    text: str, span: Span, links: Iterable[Link], site: Site, marked: Span | None = None
) -> tuple[Piece, ...]:
    """The words of a span, names linked. ``marked`` is highlighted instead of linked.

    Links that do not lie wholly in the span are left out; of overlapping ones the first stays.
    """
    found: list[Piece] = []
    position = span.start
    for link in sorted(links, key=lambda one: one.span):
        if link.span.start < position or link.span.end > span.end or link.entity not in site.archive.entities:
            continue
        if link.span.start > position:
            found.append(Piece(text[position : link.span.start]))
        is_marked = link.span == marked
        ref = None if is_marked else site.ref(link.entity)
        found.append(Piece(link.span.of(text), ref, mark=is_marked))
        position = link.span.end
    if position < span.end:
        found.append(Piece(text[position : span.end]))
    return tuple(found)


def sentence_around(text: str, segment: Span, mention: Span) -> Span:
    """The sentence of a segment in which a mention stands.

    Refuses to end a sentence after an initial or a title (``K. K. Barrett``, ``Warner Bros.``).
    """
    first, last = max(segment.start, mention.start - _LONGEST), min(segment.end, mention.end + _LONGEST)
    # Where it is longer, it begins and ends between two words.
    start = first if first == segment.start else text.find(" ", first, mention.start) + 1 or first
    end = last if last == segment.end else max(text.rfind(" ", mention.end, last), mention.end)
    for match in _SENTENCE_END.finditer(text, first, last):
        if _ABBREVIATION.search(text, max(segment.start, match.start() - 6), match.start() + 1):
            continue
        if match.end() <= mention.start:
            start = match.end()
        elif match.start() >= mention.end - 1:
            end = match.end()
            break
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
