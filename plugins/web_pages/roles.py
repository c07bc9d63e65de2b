"""What each paragraph of a page is by the page's markup: of the text, of the comments, or around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from bs4.element import Tag

from plugins.archive.source import Role
from plugins.web_pages.main_text import MainText
from plugins.web_pages.paragraphs import Paragraph, letters_in
from plugins.web_pages.signs import signs_of, words_of

OUTSIDE = "outside-main-text"
LINKS = "links-only"

LONGEST_LINK = 160
"""Code points of a paragraph that is nothing but a link. A whole paragraph may be a link by mistake."""

PROSE = 140
"""Code points of a paragraph outside the main text that is taken for text all the same: better a line of
the page too much than a paragraph of the text too few."""

HEAD = 10
"""Paragraphs before the main text among which its headline, byline and day are looked for."""

_ROLES = {
    "heading": Role.HEADING,
    "caption": Role.CAPTION,
    "byline": Role.BYLINE,
    "date": Role.DATE,
    "quotation": Role.QUOTATION,
    "item": Role.ITEM,
}
_SHORT = frozenset({Role.HEADING, Role.BYLINE, Role.DATE})

LONGEST_LINE = 200
"""Code points of a byline, a date or a heading: what is longer is text that has such a class."""

WHOLE = frozenset({"html", "body", "main", "article"})
"""Elements that no class of theirs sets apart: they hold a page or its text."""

_COMMENT_ID = re.compile(r"(?:li-|div-)?comment[-_]?\d+", re.IGNORECASE)
_COMMENT_CLASSES = frozenset(
    {
        ("comment",),
        ("comment", "item"),
        ("commentitem",),
        ("comment", "block"),
        ("post", "comment"),
        ("kommentar",),
        ("commentaire",),
        ("comentario",),
        ("commento",),
    }
)


@dataclass(frozen=True, slots=True)
class Part:
    """The role of a paragraph, the sign that gave it, and its place among comments."""

    role: Role | None = None
    rule: str = ""
    depth: int = 0
    begins: bool = True


@dataclass(slots=True)
class _Around:
    """What the elements around a place say, the innermost first where only one can be right."""

    apart: str = ""
    own: Part = field(default_factory=Part)
    comments: Tag | None = None
    comment: Tag | None = None


def find_parts(paragraphs: Sequence[Paragraph], soup: Tag) -> list[Part]:
    """One part for each paragraph, in their order."""
    return list(_Page(paragraphs, soup).parts())


class _Page:
    def __init__(self, paragraphs: Sequence[Paragraph], soup: Tag) -> None:
        self._paragraphs = paragraphs
        self._tags = list(soup.find_all(True))
        self._signs = {id(tag): signs_of(tag) for tag in self._tags}
        self._letters = letters_in(paragraphs, self._tags)
        self._whole = sum(len(one.text) for one in paragraphs)
        self._around = {id(soup): _Around()}
        for tag in self._tags:
            self._around[id(tag)] = self._enter(tag)
        text = [one for one in paragraphs if not self._of(one).apart and self._of(one).comments is None]
        self._main = MainText(text, self._tags, self._signs)
        self._begun: set[int] = set()
        self._threads: dict[int, tuple[int, Tag]] = {}
        self._with_terms: dict[int, bool] = {}

    def _of(self, paragraph: Paragraph) -> _Around:
        return self._around[id(paragraph.element)]

    def _enter(self, tag: Tag) -> _Around:
        before = self._around[id(tag.parent)]
        signs = self._signs[id(tag)]
        around = _Around(before.apart, before.own, before.comments, before.comment)
        if not around.apart:
            around.apart = self._apart(tag, signs)
        for group, role in _ROLES.items():
            # A box around a whole text has such a class at times; then it says nothing of the lines in it.
            if group in signs and (role not in _SHORT or self._letters[id(tag)] <= LONGEST_LINE):
                around.own = Part(role, signs[group])
        if "comments" in signs and around.comments is None and tag.name not in WHOLE:
            around.comments = tag
        if _is_comment(tag) and (around.comments is not None or _has_comment_id(tag)):
            around.comments = around.comments or tag
            around.comment = tag
        return around

    def _apart(self, tag: Tag, signs: dict[str, str]) -> str:
        """The sign that sets an element apart from the text; none does that to most of a page."""
        if self._is_most(tag) or tag.name in WHOLE:
            return ""
        if "surely-not" in signs:
            return signs["surely-not"]
        if "perhaps-not" in signs and not self._is_of_its_article(tag):
            return signs["perhaps-not"]
        return ""

    def _is_of_its_article(self, tag: Tag) -> bool:
        """Whether a head or a foot is an article's or a comment's own, and not the page's."""
        if self._around[id(tag.parent)].comment is not None or _is_comment(tag):
            return True
        return tag.name in {"header", "footer"} and _is_in_article(tag)

    def _is_most(self, tag: Tag) -> bool:
        return 2 * self._letters[id(tag)] > self._whole

    def parts(self) -> Iterator[Part]:
        first = next((at for at, one in enumerate(self._paragraphs) if self._main.holds(one)), 0)
        linked = [_is_link(one) for one in self._paragraphs]
        for place, paragraph in enumerate(self._paragraphs):
            around = self._of(paragraph)
            if around.comment is not None and not around.apart:
                yield self._comment(around.comment)
            elif around.comments is not None or around.apart:
                yield self._in_comments(paragraph, around) or Part(Role.RESIDUE, around.apart or "comments")
            elif self._main.holds(paragraph):
                beside = linked[max(place - 1, 0)] or linked[min(place + 1, len(linked) - 1)]
                is_links = linked[place] and beside and around.own.role is not Role.HEADING
                yield Part(Role.RESIDUE, LINKS) if is_links else around.own
            else:
                yield self._outside(paragraph, around, first - HEAD <= place < first and not linked[place])

    def _outside(self, paragraph: Paragraph, around: _Around, above: bool) -> Part:
        is_head = above and around.own.role in {Role.HEADING, Role.BYLINE, Role.DATE, Role.CAPTION}
        is_prose = len(paragraph.text) >= PROSE and paragraph.linked < 0.3
        return around.own if is_head or is_prose else Part(Role.RESIDUE, OUTSIDE)

    def _comment(self, tag: Tag) -> Part:
        """A reader's words. A comment inside another that has words already answers it."""
        depth, holder = self._thread(tag)
        begins = id(holder) not in self._begun
        self._begun.add(id(holder))
        return Part(Role.COMMENT, "comments", depth, begins)

    def _thread(self, tag: Tag) -> tuple[int, Tag]:
        """The depth of a comment and the element that it begins with: the outermost that is no other's."""
        chain = [tag]
        while id(chain[-1]) not in self._threads:
            outer = self._around[id(chain[-1].parent)].comment
            if outer is None:
                self._threads[id(chain[-1])] = (1, chain[-1])
            else:
                chain.append(outer)
        for one in reversed(chain[:-1]):
            depth, holder = self._threads[id(self._around[id(one.parent)].comment)]
            answers = id(holder) in self._begun
            self._threads[id(one)] = (depth + 1, one) if answers else (depth, holder)
        return self._threads[id(tag)]

    def _in_comments(self, paragraph: Paragraph, around: _Around) -> Part | None:
        """A list of terms under the comments: each term names a reader, and what follows is said."""
        if around.comments is None or around.apart or paragraph.element.name not in {"dt", "dd", "p"}:
            return None
        within = paragraph.element.find_parent("dl") if paragraph.element.name == "p" else paragraph.element
        if within is None or not self._has_terms(around.comments):
            return None
        return Part(Role.COMMENT, "comments", 1, paragraph.element.name == "dt")

    def _has_terms(self, comments: Tag) -> bool:
        """Whether there is a list of terms; each of thousands of comments asks it of all."""
        known = self._with_terms.get(id(comments))
        if known is None:
            known = self._with_terms[id(comments)] = comments.find("dl") is not None
        return known


def _is_comment(tag: Tag) -> bool:
    if _has_comment_id(tag) or "comment" in str(tag.get("itemprop") or "").split():
        return True
    return any(words_of(str(one)) in _COMMENT_CLASSES for one in tag.get_attribute_list("class") if one)


def _has_comment_id(tag: Tag) -> bool:
    return _COMMENT_ID.fullmatch(str(tag.get("id") or "")) is not None


def _is_in_article(tag: Tag) -> bool:
    return any(one.name in {"article", "main"} for one in islice(tag.parents, DEEPEST))


DEEPEST = 200
"""Elements around another that are looked at: no page that people read is so deep."""


def _is_link(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= LONGEST_LINK and paragraph.linked > 0.8
