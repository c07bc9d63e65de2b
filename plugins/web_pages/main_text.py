"""Where a page's text stands: the element that its markup says, or the innermost that holds most prose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bs4.element import Tag

from plugins.web_pages.paragraphs import Paragraph, letters_in

SENTENCE = 60
"""Code points from which a paragraph counts as prose. Titles and links of lists are mostly shorter."""

SAID = 0.5
"""Share of a page's prose that an element must hold to be its text because the markup says so."""

MOST = 0.8
"""Share that the innermost element must hold where the markup says nothing."""

LITTLE_MORE = 1.15
HEAD = 300
"""How many code points more than the prose the box around a text may hold: the share, and those above it."""

ROOTS = frozenset({"body", "html", "[document]"})
"""Elements that hold the whole page."""


class MainText:
    """The element that holds the text of a page, by the paragraphs that nothing sets apart."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], tags: Sequence[Tag], signs: Mapping[int, Mapping[str, str]]
    ) -> None:
        prose_of = [one for one in paragraphs if len(one.text) >= SENTENCE and one.linked < 0.5]
        prose = letters_in(prose_of, tags)
        whole = sum(len(one.text) for one in prose_of)
        said = [tag for tag in tags if "main" in signs[id(tag)] and prose[id(tag)] >= SAID * whole]
        inner = [tag for tag in tags if prose[id(tag)] >= MOST * whole]
        # The last in the order of a page is the innermost of those that hold each other.
        best = said or inner
        self._found = _box_of(best[-1]) if best and whole else None
        if self._found is not None:
            self._found = self._box_with_head(self._found, whole, paragraphs, tags)
        self._inside: dict[int, bool] = {}
        for tag in tags:
            self._inside[id(tag)] = tag is self._found or self._inside.get(
                id(tag.parent), self._found is None
            )

    def _box_with_head(
        self, core: Tag, whole: int, paragraphs: Sequence[Paragraph], tags: Sequence[Tag]
    ) -> Tag:
        """The box around the text with its headline, byline and notes, which adds little to it."""
        letters = letters_in(paragraphs, tags)
        box = core
        for around in core.parents:
            if around.name in ROOTS or letters[id(around)] > LITTLE_MORE * whole + HEAD:
                break
            box = around
        return box

    def holds(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph stands in the text's element; every one does where none was found."""
        return self._inside.get(id(paragraph.element), self._found is None)


def _box_of(tag: Tag) -> Tag:
    """The element around a line: one paragraph that holds most prose is not the whole text."""
    while tag.name in _LINES and tag.parent is not None:
        tag = tag.parent
    return tag


_LINES = frozenset(["p", "li", "dd", "dt", "blockquote", "ul", "ol", "dl", "pre", "tr", "tbody"])
