"""Readers' comments: where they begin, which blocks are one comment, and which comment answers which.

A saved page shows comments in one of three ways: its markup says so; they are numbered and indented; or
each has a head with its writer's name, and mostly the day, above or below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.archive.source import Label, Role
from plugins.sources.blocks import indent_of
from plugins.sources.draft import Draft, Text
from plugins.sources.headings import is_heading
from plugins.sources.rules import AGO, DATE, LONGEST_RESIDUE, TIME

NUMBERED = re.compile(r"\d{1,5}\.\s")
"""How a reader's comment begins where the page numbered them."""

_NAME = r"[^\s.:!?][^.:!?]{0,38}?"
_WHEN = rf"(?:{DATE}(?:,? ?(?:[-|·•@,] ?)?(?:at |um |à )?{TIME})?|{AGO})"
_SAYING = r"(?:says|said|writes|wrote|commented|replied|schreibt|sagt|meint|dit|a écrit|dice|dijo|ha scritto)"

_SAYS = re.compile(rf"{_NAME} {_SAYING}(?: on {_WHEN})?(?: ?(?::|\.\.\.|…))(?: ?{_WHEN})?", re.IGNORECASE)
_NAMED_AND_DATED = re.compile(
    rf"(?:by |from |posted by |comment by )?{_NAME}(?:,| ?[|·•/-]| on| @)? ?(?:\(?{_WHEN}\)?)(?: ?[-|·•#].{{0,30}})?",
    re.IGNORECASE,
)
_DATED = re.compile(rf"(?:posted |on )?{_WHEN}(?: ?[-|·•#].{{0,30}})?", re.IGNORECASE)
_LONE_NAME = re.compile(r"[^\W_][^.:!?,;]{0,38}")

_COUNTS = frozenset({"comment-count"})
_BUTTONS = re.compile(
    r"(?:reply|like|report|flag|permalink|antworten|répondre|responder|rispondi|\d+ likes?|see more|edit|share)(?: ?[·•|/] ?(?:reply|like|report|share.?|flag))*(?: ›)?",
    re.IGNORECASE,
)


def mark_comments(text: Text) -> None:
    """Label readers' comments and nest them; nothing where the text shows none.

    Comments stand after the text, so an indented list in mid-article is none, and a name with a date is
    the head of a comment only after the page said that comments follow, or where such heads repeat.
    """
    if any(draft.block.role is Role.COMMENT for draft in text.drafts):
        _nest_marked_up(text.drafts)
        return
    first = _first_numbered(text)
    if first is not None:
        _nest_numbered(text, first)
        return
    _mark_headed(text)


def _nest_marked_up(drafts: Sequence[Draft]) -> None:
    """By the page's own markup."""
    open_comments: list[int] = []
    for draft in drafts:
        if draft.block.role is not Role.COMMENT:
            continue
        depth = max(draft.block.depth, 1)
        draft.is_now(Label.COMMENT, draft.block.rule or "page-comment")
        if draft.block.begins or len(open_comments) < depth:
            del open_comments[depth - 1 :]
            depth = len(open_comments) + 1
            draft.parent = open_comments[-1] if open_comments else None
            open_comments.append(draft.number)
        else:
            del open_comments[depth:]
            draft.begins = False
        draft.depth = len(open_comments)


def _first_numbered(text: Text) -> int | None:
    """The place of the block that begins numbered comments, or None.

    They run to the end of the text but for what the page puts under them and its title.
    """
    first = None
    for place in range(len(text.drafts) - 1, -1, -1):
        draft = text.drafts[place]
        if draft.label is Label.RESIDUE:
            continue
        if not indent_of(draft.span, text.raw):
            if first is None and _may_stand_under_comments(text, draft):
                continue
            break
        if NUMBERED.match(text.raw, draft.span.start, draft.span.end):
            first = place
    return first


def _may_stand_under_comments(text: Text, draft: Draft) -> bool:
    """Whether a block could be the page's own after the thread: known for another thing, or a title."""
    return draft.label is not None or is_heading(text.words(draft))


def _nest_numbered(text: Text, first: int) -> None:
    """Comments with numbers are nested by indent, and hold what is indented after them."""
    open_comments: list[tuple[int, int]] = []
    for draft in text.drafts[first:]:
        indent = indent_of(draft.span, text.raw)
        if draft.label is Label.RESIDUE and not (indent and _is_said(text, draft)):
            continue
        if not indent:
            continue
        if NUMBERED.match(text.raw, draft.span.start, draft.span.end):
            while open_comments and open_comments[-1][0] >= indent:
                open_comments.pop()
            draft.is_now(Label.COMMENT, "numbered-comment")
            draft.parent = open_comments[-1][1] if open_comments else None
            open_comments.append((indent, draft.number))
        else:
            # A paragraph further left than its comment's number closes that comment, and goes on with
            # the one that it is indented under.
            while len(open_comments) > 1 and open_comments[-1][0] >= indent:
                open_comments.pop()
            draft.is_now(Label.COMMENT, "comment-continued")
            draft.begins = False
        draft.depth = len(open_comments)


def _is_said(text: Text, draft: Draft) -> bool:
    """Whether indented words among comments are a reader's, though a rule took them for the page's.

    Buttons are the page's; ``More from Varga, please!`` is not.
    """
    return _BUTTONS.fullmatch(text.folded(draft)) is None


def _mark_headed(text: Text) -> None:
    """Comments with a head: a name and a day, or a name that ``says``."""
    start = _start_of_headed(text)
    if start is None:
        return
    indents: list[tuple[int, int]] = []
    in_comment = False
    drafts = text.drafts
    place = start
    while place < len(drafts):
        draft = drafts[place]
        height = _head(text, place)
        if height:
            indent = indent_of(draft.span, text.raw)
            while indents and indents[-1][0] >= indent:
                indents.pop()
            for step, part in enumerate(drafts[place : place + height]):
                part.is_now(Label.COMMENT, "comment-head")
                part.begins = step == 0
                part.parent = indents[-1][1] if indents and part.begins else None
                part.depth = len(indents) + 1
            indents.append((indent, draft.number))
            in_comment = True
            place += height
            continue
        if draft.label is Label.RESIDUE:
            # Buttons stand inside a thread; a form, a count or links end it.
            if _BUTTONS.fullmatch(text.folded(draft)) is None:
                in_comment = in_comment and draft.rule in {"comment-count", "share-button"}
        elif in_comment:
            draft.is_now(Label.COMMENT, "comment-continued")
            draft.begins = False
            draft.depth = len(indents)
        place += 1


def _start_of_headed(text: Text) -> int | None:
    """Where comments with heads begin: after a count of comments, or at the first of two heads that say so."""
    for place, draft in enumerate(text.drafts):
        if draft.rule in _COUNTS:
            after = next(
                (p for p in range(place + 1, len(text.drafts)) if text.drafts[p].label is not Label.RESIDUE),
                None,
            )
            if after is not None and _head(text, after):
                return after
    says = [
        place
        for place, draft in enumerate(text.drafts)
        if _short(draft) and _SAYS.fullmatch(text.folded(draft))
    ]
    return says[0] if says and all(_is_after_text(text, place) for place in says[:1]) else None


def _is_after_text(text: Text, place: int) -> bool:
    return any(draft.label is None for draft in text.drafts[:place])


def _short(draft: Draft) -> bool:
    return len(draft.span) <= LONGEST_RESIDUE // 2


def _head(text: Text, place: int) -> int:
    """How many blocks from here are the head of a comment; 0 for none."""
    draft = text.drafts[place]
    if not _short(draft):
        return 0
    folded = text.folded(draft)
    after = text.drafts[place + 1] if place + 1 < len(text.drafts) else None
    dated_after = after is not None and _short(after) and _DATED.fullmatch(text.folded(after)) is not None
    if _SAYS.fullmatch(folded):
        return 2 if dated_after else 1
    if _DATED.fullmatch(folded):
        return 0
    if _NAMED_AND_DATED.fullmatch(folded):
        return 1
    return 2 if dated_after and _LONE_NAME.fullmatch(folded) else 0


def comment_groups(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, int]]:
    """Each block that begins a segment, with the place after its last block: comments hold several."""
    place = 0
    while place < len(drafts):
        end = place + 1
        if drafts[place].label is Label.COMMENT:
            while end < len(drafts) and drafts[end].label is Label.COMMENT and not drafts[end].begins:
                end += 1
        yield drafts[place], end
        place = end
