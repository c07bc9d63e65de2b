"""Bylines, credits and closing notes: what hangs on the lines around a block, and on a page's markup."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.archive.source import Label, Role
from plugins.sources.credit_lines import LISTED, is_credit_line
from plugins.sources.draft import Draft, Text
from plugins.sources.lines import (
    LONGEST_BYLINE,
    LONGEST_LINE,
    is_byline,
    is_heading,
    is_lone_name,
    writers_in,
)
from plugins.sources.rules import CLOSING_RULES, LONGEST_NOTE

MOST_CLOSING = 8
"""Blocks from the end of a text among which its closing notes are looked for."""


_BY_ROLE = {
    Role.HEADING: Label.HEADING,
    Role.BYLINE: Label.BYLINE,
    Role.DATE: Label.METADATA,
    Role.CAPTION: Label.CAPTION,
    Role.RESIDUE: Label.RESIDUE,
}


def mark_roles(drafts: Sequence[Draft]) -> None:
    """What a page's markup says of a block that no rule knows by its words."""
    for draft in drafts:
        role = draft.block.role
        if draft.label is None and role in _BY_ROLE:
            draft.is_now(_BY_ROLE[role], f"page-{draft.block.rule or role.value}")


def mark_bylines(text: Text) -> None:
    """Lines that name the writer, wherever they stand; ``Written by`` among credits is the film's writer."""
    for draft in text.free():
        if len(draft.span) <= LONGEST_BYLINE and is_byline(text.folded(draft)):
            draft.is_now(Label.BYLINE, "byline")
    _mark_written_by(text)
    _mark_jobs_among_credits(text)
    _mark_lone_name(text)


def _mark_written_by(text: Text) -> None:
    """``Written by Ines Varga`` among credits names the film's writer, and by itself the text's."""
    for place, draft in enumerate(text.drafts):
        around = text.drafts[max(place - 1, 0) : place + 2]
        alone = not any(one.label in LISTED for one in around if one is not draft)
        if draft.rule == "credit-line" and alone and is_byline(text.folded(draft)):
            draft.is_now(Label.BYLINE, "byline")


def _mark_jobs_among_credits(text: Text) -> None:
    """``Image: Ines Varga`` credits a picture, and among a film's credits its cinematographer."""
    for place, draft in enumerate(text.drafts):
        if draft.label in {Label.PHOTO_CREDIT, Label.CAPTION} and is_credit_line(text.folded(draft)):
            around = text.drafts[max(place - 1, 0) : place + 2]
            if any(one.label is Label.CREDIT_BLOCK for one in around):
                draft.is_now(Label.CREDIT_BLOCK, "credit-line")


def _mark_lone_name(text: Text) -> None:
    """A name by itself under the headline, where a day follows it or a note at the end tells of it."""
    if any(draft.label is Label.BYLINE for draft in text.drafts[:MOST_CLOSING]):
        return
    last = [
        text.words(draft) for draft in text.drafts[-MOST_CLOSING:] if len(draft.span) <= LONGEST_NOTE // 2
    ]
    for place, draft in enumerate(text.drafts[1:MOST_CLOSING], 1):
        words = text.words(draft) if draft.label is None and len(draft.span) <= LONGEST_BYLINE else ""
        after = text.drafts[place + 1] if place + 1 < len(text.drafts) else None
        dated = after is not None and after.rule == "posting-line"
        told_of = any(note.startswith(f"{words} ") for note in last)
        if words and is_lone_name(words) and (dated or told_of):
            draft.is_now(Label.BYLINE, "lone-name")
            return


def mark_closing(text: Text) -> None:
    """Notes at the end of a text: its last blocks, upwards to the first paragraph that is none.

    Titles and other short lines are passed over. A paragraph that begins with the writer's name is about
    the writer.
    """
    writers = [
        name
        for draft in text.drafts
        if draft.label is Label.BYLINE
        for name in writers_in(text.folded(draft))
    ]
    free = [draft for draft in text.drafts[1:] if draft.label is None][-MOST_CLOSING:]
    for draft in reversed(free):
        if len(draft.span) > LONGEST_NOTE // 2:
            return
        folded = text.folded(draft)
        rule = CLOSING_RULES.find(folded) if len(draft.span) <= LONGEST_NOTE // 4 else None
        if rule is not None:
            draft.is_now(rule.label, rule.name)
        elif any(folded.startswith(f"{name} ") for name in writers):
            draft.is_now(Label.NOTE, "author-note")
        elif not is_heading(folded) and len(folded) > LONGEST_LINE:
            return
