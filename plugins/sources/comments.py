"""Readers' comments: where they begin, which blocks are one comment, and which comment answers which.

A saved page shows comments in one of three ways: its markup says so; they are numbered and indented; or
each has a head with its writer's name, and mostly the day, above or below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plugins.archive.source import Label, Role
from plugins.sources.blocks import indent_of
from plugins.sources.draft import Draft, Text
from plugins.sources.lines import is_heading
from plugins.sources.rules import AGO, DATE, TIME, WORDS, fold

NUMBERED = re.compile(r"\d{1,5}\.\s")
"""How a reader's comment begins where the page numbered them."""

_NAME = r"[^\s:!?][^:!?]{0,38}?"
_TO = rf"(?: ?\(?(?:{WORDS['in_reply_to']}) ?(?P<to>[^():]{{1,40}}?)\)?)?"
_WHEN = rf"(?:{DATE}(?:,? ?(?:[-|·•@,] ?)?(?:at |um |à )?{TIME})?|{AGO})"
_TAIL = r"(?: ?[-|·•#].{0,30})?"

_SAYS = re.compile(
    rf"(?:at {TIME}, )?(?P<name>{_NAME}){_TO} (?:{WORDS['says']})(?: on {_WHEN})?"
    rf"(?: ?(?::|\.\.\.|…))(?: ?{_WHEN})?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d|\ban? \w+ ago")
_SAID = re.compile(r":|\.\.\.|…")
_NAMED_AND_DATED = re.compile(
    rf"(?:(?:posted |comment )?by |from )?(?P<name>{_NAME}){_TO}(?:,| ?[|·•/-]| on| @)? ?"
    rf"(?:\(?{_WHEN}\)?){_TAIL}",
    re.IGNORECASE,
)
_DATED = re.compile(rf"(?:posted |on )?{_WHEN}{_TAIL}", re.IGNORECASE)
_LONE_NAME = re.compile(rf"(?P<name>[^\W_][^:!?,;()]{{0,38}}?){_TO}", re.IGNORECASE)

_COUNTS = frozenset({"comment-count"})
_BUTTONS = re.compile(
    rf"(?:{WORDS['thread_button']})(?: ?[·•|/] ?(?:{WORDS['thread_button']}))*(?: ›)?", re.IGNORECASE
)


LONGEST_HEAD = 120
"""Code points of a line that names a comment's writer."""


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


MOST_AFTER = 4
"""Lines of the page, known by no rule, that may stand under a thread."""


def _first_numbered(text: Text) -> int | None:
    """The place of the block that begins numbered comments, or None.

    They run to the end of the text but for what the page puts under them, and its title. Unknown lines
    there are let pass only under a thread with answers, which a list in mid-article has not.
    """
    first = None
    indents: set[int] = set()
    unknown = 0
    for place in range(len(text.drafts) - 1, -1, -1):
        draft = text.drafts[place]
        if draft.label is Label.RESIDUE:
            continue
        indent = indent_of(draft.span, text.raw)
        if not indent:
            if first is None and _may_stand_under_comments(text, draft):
                continue
            if first is None and unknown < MOST_AFTER and len(draft.span) <= LONGEST_HEAD:
                unknown += 1
                continue
            break
        if NUMBERED.match(text.raw, draft.span.start, draft.span.end):
            first = place
            indents.add(indent)
    return first if not unknown or len(indents) > 1 else None


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


@dataclass(slots=True)
class _Thread:
    """The comments so far, for those that follow to be nested under."""

    indents: list[tuple[int, Draft]] = field(default_factory=list)
    by_name: dict[str, Draft] = field(default_factory=dict)

    def begin(self, draft: Draft, head: re.Match[str], indent: int) -> None:
        """A comment under the one that it is indented under, or whose writer it names."""
        while self.indents and self.indents[-1][0] >= indent:
            self.indents.pop()
        parent = self.indents[-1][1] if self.indents else None
        answered = head.groupdict().get("to")
        if answered:
            parent = self.by_name.get(answered.strip().casefold(), parent)
        draft.parent = parent.number if parent else None
        draft.depth = parent.depth + 1 if parent else 1
        self.indents.append((indent, draft))
        self.by_name[head["name"].strip().casefold()] = draft


def _mark_headed(text: Text) -> None:
    """Comments with a head: a name and a day, or a name that ``says``."""
    start = _start_of_headed(text)
    if start is None:
        return
    thread = _Thread()
    current: Draft | None = None
    rest_of_head = 0
    for place in range(start, len(text.drafts)):
        draft = text.drafts[place]
        head = None if rest_of_head else _head(text, place)
        if head is not None:
            thread.begin(draft, head[0], indent_of(draft.span, text.raw))
            draft.is_now(Label.COMMENT, "comment-head")
            current, rest_of_head = draft, head[1] - 1
        elif draft.label is Label.RESIDUE and not rest_of_head:
            # Buttons stand inside a thread; a form, a count or links end it.
            if _BUTTONS.fullmatch(text.folded(draft)) is None and draft.rule not in {
                *_COUNTS,
                "share-button",
            }:
                current = None
        elif current is not None:
            draft.is_now(Label.COMMENT, "comment-head" if rest_of_head else "comment-continued")
            draft.begins = False
            draft.depth = current.depth
            rest_of_head = max(rest_of_head - 1, 0)


def _start_of_headed(text: Text) -> int | None:
    """Where comments with heads begin: after a line that announces them, or at the first that ``says``."""
    after_text = after_count = False
    for place, draft in enumerate(text.drafts):
        if draft.rule in _COUNTS:
            after_count = True
        elif draft.label is not Label.RESIDUE:
            head = _head(text, place)
            if head is not None and (after_count or (after_text and head[0].re is _SAYS)):
                return place
            after_text = after_text or draft.label is None
            after_count = False
    return None


def _head(text: Text, place: int) -> tuple[re.Match[str], int] | None:
    """The head of a comment and how many blocks it takes, or None where none begins."""
    draft = text.drafts[place]
    if len(draft.span) > LONGEST_HEAD:
        return None
    # Cheap looks first: most lines have neither a number nor a colon, nor a line with one below them.
    words = text.words(draft)
    after = text.drafts[place + 1] if place + 1 < len(text.drafts) else None
    below = text.words(after) if after is not None and len(after.span) <= LONGEST_HEAD else ""
    if not any(_NUMBER.search(line) or _SAID.search(line) for line in (words, below)):
        return None
    folded = text.folded(draft)
    dated_after = _NUMBER.search(below) is not None and _DATED.fullmatch(fold(below)) is not None
    numbered = _NUMBER.search(folded) is not None
    if numbered and _DATED.fullmatch(folded):
        return None
    if _SAID.search(folded) and (says := _SAYS.fullmatch(folded)):
        return says, 2 if dated_after else 1
    if numbered and (named := _NAMED_AND_DATED.fullmatch(folded)):
        return named, 1
    lone = _LONE_NAME.fullmatch(folded) if dated_after else None
    return (lone, 2) if lone else None


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
