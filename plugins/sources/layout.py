"""What a block is by where it stands: above the text, between its paragraphs, or after its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.archive.source import Label, Role
from plugins.sources.draft import Draft, Text
from plugins.sources.lines import (
    FILE_NAME,
    LONGEST_BYLINE,
    LONGEST_HEADING,
    is_byline,
    is_heading,
    is_quoted_title,
    is_section,
)
from plugins.sources.rules import CLOSING_RULES, LONGEST_NOTE, rule_for


def mark_closing(text: Text) -> None:
    """Notes at the end of a text: rules tried from the last block upwards until none fits."""
    for draft in reversed(text.drafts):
        if draft.label is not None:
            continue
        rule = rule_for(text.folded(draft), CLOSING_RULES) if len(draft.span) <= LONGEST_NOTE // 4 else None
        if rule is None:
            return
        draft.is_now(rule.label, rule.name)


def mark_places(text: Text) -> None:
    """Bylines, sections and headings; then the titles of other texts after the end."""
    for draft in text.free():
        if len(draft.span) <= LONGEST_BYLINE and is_byline(text.folded(draft)):
            draft.is_now(Label.BYLINE, "byline")
    _mark_written_by(text)
    _mark_head(text)
    _mark_between(text)
    _mark_after_end(text)


def _mark_written_by(text: Text) -> None:
    """``Written by Ines Varga`` names the film's writer among other credits, and the text's where it stands alone."""
    listed = {Label.CREDIT_BLOCK, Label.FILM_FACTS}
    for place, draft in enumerate(text.drafts):
        around = text.drafts[max(place - 1, 0) : place + 2]
        alone = not any(one.label in listed for one in around if one is not draft)
        if draft.rule == "credit-line" and alone and is_byline(text.folded(draft)):
            draft.is_now(Label.BYLINE, "byline")


_TURNS = frozenset({Label.QUESTION, Label.ANSWER})


def _is_paragraph(text: Text, draft: Draft) -> bool:
    """Whether a block is of the text itself: nothing that stands like a heading or a line of the page."""
    if draft.label is not None:
        return draft.label in _TURNS
    words = text.words(draft)
    return not is_heading(words) and len(words) > 30


def _mark_head(text: Text) -> None:
    """What stands above the first paragraph: sections and the headline."""
    head: list[Draft] = []
    for draft in text.drafts:
        if _is_paragraph(text, draft) and (head or not is_quoted_title(text.words(draft))):
            break
        head.append(draft)
    else:
        return
    titled = any(draft.label is Label.HEADING for draft in head)
    free = [draft for draft in head if draft.label is None]
    last = max((place for place, draft in enumerate(free) if is_heading(text.words(draft))), default=-1)
    for place, draft in enumerate(free):
        words = text.words(draft)
        if not titled and is_section(words) and (place < last or words == words.lower()):
            draft.is_now(Label.SECTION, "section-label")
        elif (is_heading(words) or (place == 0 and is_quoted_title(words))) and (
            not text.marked_up or not titled or draft.block.bold
        ):
            draft.is_now(Label.HEADING, "heading")
            titled = True


def _mark_between(text: Text) -> None:
    """Subheadings and stray captions among the paragraphs."""
    flow = [draft for draft in text.drafts if draft.label is None or draft.label in _TURNS]
    last = max((place for place, draft in enumerate(flow) if _is_paragraph(text, draft)), default=-1)
    if len(flow) < 2:
        return
    pictures = 0
    run: list[Draft] = []
    for draft in flow[: last + 1]:
        words = text.words(draft) if draft.label is None and len(draft.span) <= LONGEST_HEADING else ""
        if FILE_NAME.fullmatch(words):
            draft.is_now(Label.CAPTION, "image-name")
            continue
        numbered = _IMAGE_NUMBER.fullmatch(words)
        if numbered is not None and draft is not flow[0] and pictures < MOST_PICTURES:
            pictures += 1
            if _is_image_name(text, numbered["name"], words):
                draft.is_now(Label.CAPTION, "image-name")
                continue
        if words and _is_line(words) and (draft.block.bold or not text.marked_up):
            run.append(draft)
            continue
        _mark_run(text, run)
        run = []


def _is_line(words: str) -> bool:
    """Whether a block is a heading or a line of verse, of a list, of a sign: no sentence that ends."""
    return is_heading(words) or (len(words) <= LONGEST_LINE and words[-1] not in ".!?…:”\"’'。」")


def _mark_run(text: Text, run: Sequence[Draft]) -> None:
    """One line between paragraphs is a heading, and so may two be; more are verse or a list."""
    if len(run) <= 2 and all(is_heading(text.words(draft)) for draft in run):
        for draft in run:
            draft.is_now(Label.HEADING, "heading")


LONGEST_LINE = 80
"""Code points of a line of verse or of a list."""

MOST_PICTURES = 20
"""Names like a picture's that are looked for in the whole text; more of them are a list's headings."""

_IMAGE_NUMBER = re.compile(r"(?P<name>[A-Z][\w’' -]{0,40}?)[ _-]\d{1,2}")


def _is_image_name(text: Text, name: str, words: str) -> bool:
    """Whether ``Tin 2`` is what software called the second picture of *Tin*, and no second film.

    So it is where the text speaks of *Tin* again and again, and of ``Tin 2`` nowhere else.
    """
    alone = len(re.findall(rf"\b{re.escape(name)}\b", text.raw))
    numbered = len(re.findall(rf"\b{re.escape(words)}\b", text.raw))
    return numbered == 1 and alone - numbered >= 3


def _mark_after_end(text: Text) -> None:
    """Short lines without a sentence's end after the last paragraph: other texts' titles, a byline."""
    after: list[Draft] = []
    paragraphs = 0
    for draft in reversed(text.drafts):
        if draft.label is not None and draft.label not in {Label.QUESTION, Label.ANSWER, Label.BODY}:
            continue
        if _is_paragraph(text, draft):
            paragraphs += 1
            break
        after.append(draft)
    if not paragraphs:
        return
    for draft in after:
        words = text.words(draft)
        if is_heading(words) or FILE_NAME.fullmatch(words):
            draft.is_now(Label.RESIDUE, "title-after-the-end")


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
