"""Headlines, sections and subheadings: what stands above a text, between its paragraphs, after its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.archive.source import Label
from plugins.sources.credit_lines import LISTED
from plugins.sources.draft import Draft, Text
from plugins.sources.lines import (
    FILE_NAME,
    LONGEST_HEADING,
    LONGEST_LINE,
    is_caption_line,
    is_deck,
    is_heading,
    is_known_section,
    is_quoted_title,
    is_section,
)

LONGEST_TITLE_QUESTION = 12
"""Words of a headline that asks."""


MOST_PICTURES = 20
"""Names like a picture's that are looked for in the whole text; more of them are a list's headings."""


_TURNS = frozenset({Label.QUESTION, Label.ANSWER})


_IMAGE_NUMBER = re.compile(r"(?P<name>[A-Z][\w’' -]{0,40}?)[ _-]\d{1,2}")


def mark_headings(text: Text) -> None:
    """Sections and headings; then the titles of other texts after the end."""
    _mark_head(text)
    _mark_between(text)
    _mark_after_end(text)


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
        if _is_paragraph(text, draft) and not _may_stand_above(text, draft):
            break
        head.append(draft)
    else:
        return
    titled = False
    title_words = {
        place: text.words(draft)
        for place, draft in enumerate(head)
        if draft.label is None and _may_stand_above(text, draft)
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
        elif titled and place in title_words and is_caption_line(words):
            draft.is_now(Label.CAPTION, "who-is-seen")
        elif (
            place in title_words
            and not (titled and is_deck(words))
            and not (titled and is_quoted_title(words))
            and (not text.marked_up or not titled or draft.block.bold)
        ):
            draft.is_now(Label.HEADING, "heading")
            titled = True


def _may_stand_above(text: Text, draft: Draft) -> bool:
    """Whether a block that could be a paragraph may be a title or a caption where it is."""
    words = text.words(draft)
    return draft.label is None and (_is_title(words) or is_caption_line(words))


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
        if draft is not flow[0] and is_caption_line(words):
            draft.is_now(Label.CAPTION, "who-is-seen")
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


def _is_image_name(text: Text, name: str, words: str) -> bool:
    """Whether ``Tin 2`` is what software called the second picture of *Tin*, and no second film.

    So it is where the text speaks of *Tin* again and again, and of ``Tin 2`` nowhere else.
    """
    alone = len(re.findall(rf"\b{re.escape(name)}\b", text.raw))
    numbered = len(re.findall(rf"\b{re.escape(words)}\b", text.raw))
    return numbered == 1 and alone - numbered >= 3


def _mark_after_end(text: Text) -> None:
    """Short lines without a sentence's end after the last paragraph: other texts' titles.

    One above credits is their heading.
    """
    texts = [place for place, draft in enumerate(text.drafts) if _is_paragraph(text, draft)]
    for place in range(texts[-1] + 1 if texts else len(text.drafts), len(text.drafts)):
        draft = text.drafts[place]
        words = text.words(draft) if draft.label is None else ""
        after = text.drafts[place + 1].label if place + 1 < len(text.drafts) else None
        if words and is_heading(words) and after in LISTED:
            draft.is_now(Label.HEADING, "heading")
        elif words and is_caption_line(words):
            draft.is_now(Label.CAPTION, "who-is-seen")
        elif words and (_is_title(words) or FILE_NAME.fullmatch(words)):
            draft.is_now(Label.RESIDUE, "title-after-the-end")


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
