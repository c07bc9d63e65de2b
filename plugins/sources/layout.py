"""What a block is by where it stands: above the text, between its paragraphs, or after its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.archive.source import Label, Role
from plugins.sources.credit_lines import is_credit_line
from plugins.sources.draft import Draft, Text
from plugins.sources.lines import (
    FILE_NAME,
    LONGEST_BYLINE,
    LONGEST_HEADING,
    is_byline,
    is_heading,
    is_known_section,
    is_lone_name,
    is_quoted_title,
    is_section,
    writers_in,
)
from plugins.sources.rules import CLOSING_RULES, LONGEST_NOTE

LONGEST_TITLE_QUESTION = 12
"""Words of a headline that asks."""

MOST_CLOSING = 8
"""Blocks from the end of a text among which its closing notes are looked for."""


def mark_bylines(text: Text) -> None:
    """Lines that name the writer, wherever they stand; ``Written by`` among credits is the film's writer."""
    for draft in text.free():
        if len(draft.span) <= LONGEST_BYLINE and is_byline(text.folded(draft)):
            draft.is_now(Label.BYLINE, "byline")
    _mark_written_by(text)
    _mark_jobs_among_credits(text)
    _mark_lone_name(text)


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


def mark_places(text: Text) -> None:
    """Sections and headings; then the titles of other texts after the end."""
    _mark_head(text)
    _mark_between(text)
    _mark_after_end(text)


def _mark_jobs_among_credits(text: Text) -> None:
    """``Image: Ines Varga`` credits a picture, and among a film's credits its cinematographer."""
    for place, draft in enumerate(text.drafts):
        if draft.label in {Label.PHOTO_CREDIT, Label.CAPTION} and is_credit_line(text.folded(draft)):
            around = text.drafts[max(place - 1, 0) : place + 2]
            if any(one.label is Label.CREDIT_BLOCK for one in around):
                draft.is_now(Label.CREDIT_BLOCK, "credit-line")


def _mark_written_by(text: Text) -> None:
    """``Written by Ines Varga`` among credits names the film's writer, and by itself the text's."""
    for place, draft in enumerate(text.drafts):
        around = text.drafts[max(place - 1, 0) : place + 2]
        alone = not any(one.label in _LISTED for one in around if one is not draft)
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
        if _is_paragraph(text, draft) and not (draft.label is None and _is_title(text.words(draft))):
            break
        head.append(draft)
    else:
        return
    titled = False
    title_words = {
        place: text.words(draft)
        for place, draft in enumerate(head)
        if draft.label is None and _is_title(text.words(draft))
    }
    sections = [place for place, draft in enumerate(head) if _is_section_line(text, draft)]
    titles = {place for place in title_words if place not in sections}
    titles |= {place for place, draft in enumerate(head) if draft.label is Label.HEADING}
    last = max(titles, default=-1)
    # A name above the page's links or its section is the site's; the title is below them.
    links = [place for place, draft in enumerate(head) if draft.label is Label.RESIDUE]
    above = max((place for place in (*links, *sections) if place < last), default=-1)
    for place, draft in enumerate(head):
        titled = titled or draft.label is Label.HEADING
        if draft.label is not None:
            continue
        words = text.words(draft)
        if place in sections and not titled and (place < last or words == words.lower()):
            draft.is_now(Label.SECTION, "section-label")
        elif place < above and not titled and place in title_words:
            draft.is_now(Label.RESIDUE, "site-name")
        elif (
            place in title_words
            and not (titled and is_quoted_title(words))
            and (not text.marked_up or not titled or draft.block.bold)
        ):
            draft.is_now(Label.HEADING, "heading")
            titled = True


def _is_title(words: str) -> bool:
    """Whether a line above the text could be its title: a question of any length may, there."""
    asks = words[-1] in "?？" and len(words.split()) <= LONGEST_TITLE_QUESTION
    return is_heading(words[:-1] if asks else words) or is_quoted_title(words)


def _is_section_line(text: Text, draft: Draft) -> bool:
    return draft.label is None and len(draft.span) <= LONGEST_LINE and is_section(text.words(draft))


def _mark_between(text: Text) -> None:
    """Subheadings and stray captions among the paragraphs."""
    flow = [draft for draft in text.drafts if draft.label is None or draft.label in _TURNS]
    last = max((place for place, draft in enumerate(flow) if _is_paragraph(text, draft)), default=-1)
    talks = any(draft.label in _TURNS for draft in flow)
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
        if talks and is_quoted_title(words):
            draft.is_now(Label.HEADING, "heading")
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


_LISTED = frozenset({Label.CREDIT_BLOCK, Label.FILM_FACTS})


def _mark_after_end(text: Text) -> None:
    """Short lines without a sentence's end after the last paragraph: other texts' titles.

    One above credits is their heading.
    """
    texts = [place for place, draft in enumerate(text.drafts) if _is_paragraph(text, draft)]
    for place in range(texts[-1] + 1 if texts else len(text.drafts), len(text.drafts)):
        draft = text.drafts[place]
        words = text.words(draft) if draft.label is None else ""
        after = text.drafts[place + 1].label if place + 1 < len(text.drafts) else None
        if words and is_heading(words) and after in _LISTED:
            draft.is_now(Label.HEADING, "heading")
        elif words and (is_heading(words) or FILE_NAME.fullmatch(words)):
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


def mark_section_above(text: Text) -> None:
    """The section by itself right above the headline, which pages set among their links."""
    for place, draft in enumerate(text.drafts[1:], 1):
        if draft.label is Label.HEADING:
            above = text.drafts[place - 1]
            before = text.drafts[place - 2] if place > 1 else None
            alone = before is None or not is_known_section(text.words(before))
            if above.label is Label.RESIDUE and alone and is_known_section(text.words(above)):
                above.is_now(Label.SECTION, "section-label")
            return
