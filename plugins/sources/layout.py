"""What a block is by where it stands: above the text, between its paragraphs, or after its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.archive.source import Label, Role
from plugins.sources.draft import Draft, Text
from plugins.sources.headings import is_heading
from plugins.sources.rules import CLOSING_RULES, DATE, LONGEST_NOTE, LONGEST_RESIDUE, rule_for
from plugins.sources.speakers import is_in_capitals, is_name

FILE_NAME = re.compile(
    r"(?:IMG|DSC|DSCN|MV5B|tumblr|screen ?shot)[ _-]?\w*|[\w-]{1,60}\.(?:jpe?g|png|gif|webp)", re.IGNORECASE
)
"""What a picture leaves of itself where a page is saved as text."""

_SECTIONS = frozenset(
    [
        "film",
        "films",
        "movie",
        "movies",
        "cinema",
        "review",
        "reviews",
        "interview",
        "interviews",
        "profile",
        "profiles",
        "culture",
        "arts",
        "art",
        "features",
        "feature",
        "news",
        "festival",
        "festivals",
        "opinion",
        "essay",
        "essays",
        "obituary",
        "obituaries",
        "television",
        "tv",
        "entertainment",
        "column",
        "columns",
        "critic's-notebook",
        "conversation",
        "q&a",
        "books",
        "music",
        "magazine",
        "style",
        "exclusive",
        "oral-history",
        "in-conversation",
        "kritik",
        "kino",
        "feuilleton",
        "critique",
        "critiques",
        "entretien",
        "entretiens",
        "cine",
        "entrevista",
        "entrevistas",
        "crítica",
        "intervista",
        "recensione",
        "recensioni",
        "film-review",
        "movie-review",
        "capsule",
        "capsules",
        "roundtable",
        "portrait",
        "porträt",
        "spotlight",
        "dispatch",
        "dispatches",
        "awards",
        "trade",
        "retrospective",
    ]
)

_BYLINE = re.compile(
    r"(?:(?:written |text |words |story |interview(?:ed)? |review(?:ed)? |posted |reported |as told to |article |published |propos recueillis |by )?by|von|par|por|di|a cura di|propos recueillis par|interview(?: by| von)?:"
    r"|(?:text|words|texte|texto|testo|author|story|interview|reviewer|autor|auteur|写真・文|文|取材・文|聞き手)(?: by)? ?[:：])\s+(?P<names>.{2,90})",
    re.IGNORECASE,
)
_BYLINE_TAIL = re.compile(
    rf"(?:,? ?(?:[|•·,/-] ?|on |am |le |el )?(?:{DATE}.{{0,40}}))$|(?:,? ?[|•·/-] ?.{{2,50}})$|,? (?:staff (?:writer|critic)|film critic|chief (?:film )?critic|senior \w+|contributing \w+|special to .{{2,30}}|editor|critic|correspondent)$",
    re.IGNORECASE,
)


def is_byline(folded: str) -> bool:
    """Whether a block names who wrote the text: ``By Ines Varga``, ``Words: Bram Oster | 3 May 2011``.

    What follows ``by`` must be names; ``By the end of the film`` is none.
    """
    match = _BYLINE.fullmatch(folded)
    if match is None:
        return False
    names = _BYLINE_TAIL.sub("", match["names"]).strip(" .")
    parts = re.split(r",? (?:and|und|et|y|e|&|with|mit|avec) |, |、", names)
    return bool(names) and all(_is_writer(part.strip()) for part in parts if part.strip())


def _is_writer(part: str) -> bool:
    return (
        is_name(part)
        or is_in_capitals(part)
        or part.casefold() in {"the archive", "staff", "the editors", "our staff", "admin", "the staff"}
    )


def is_section(words: str) -> bool:
    """Whether a line is a magazine's section: ``profile``, ``FILM REVIEW``, ``Interviews``."""
    few = words.split()
    key = "-".join(few).casefold()
    if not few or len(few) > 4 or not words[-1].isalnum():
        return False
    return (
        key in _SECTIONS
        or (len(few) <= 3 and words == words.lower() and words != words.upper())
        or (all(word.casefold().strip("/|&·-") in _SECTIONS | {"", "the", "and", "of"} for word in few))
    )


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
    """Sections, headings and bylines; then the titles of other texts after the end."""
    _mark_head(text)
    _mark_between(text)
    _mark_after_end(text)


def _is_paragraph(text: Text, draft: Draft) -> bool:
    """Whether a block is of the text itself: nothing that stands like a heading or a line of the page."""
    if draft.label in {Label.QUESTION, Label.ANSWER}:
        return True
    if draft.label is not None:
        return False
    words = text.words(draft)
    return not is_heading(words) and len(words) > 30


def _mark_head(text: Text) -> None:
    """What stands above the first paragraph: sections, the headline, the byline."""
    head: list[Draft] = []
    for draft in text.drafts:
        if _is_paragraph(text, draft) and not (
            len(draft.span) <= LONGEST_RESIDUE // 2 and is_byline(text.folded(draft))
        ):
            break
        head.append(draft)
    else:
        return
    titled = any(draft.label is Label.HEADING for draft in head)
    free = [draft for draft in head if draft.label is None]
    last_heading = max((place for place, draft in enumerate(free) if _is_title(text, draft)), default=-1)
    for place, draft in enumerate(free):
        words = text.words(draft)
        if is_byline(text.folded(draft)):
            draft.is_now(Label.BYLINE, "byline")
        elif not titled and is_section(words) and (place < last_heading or words == words.lower()):
            draft.is_now(Label.SECTION, "section-label")
        elif is_heading(words) and (not text.marked_up or not titled or draft.block.bold):
            draft.is_now(Label.HEADING, "heading")
            titled = True


def _is_title(text: Text, draft: Draft) -> bool:
    return is_heading(text.words(draft)) and not is_byline(text.folded(draft))


def _mark_between(text: Text) -> None:
    """Subheadings and stray captions among the paragraphs."""
    places = [
        place
        for place, draft in enumerate(text.drafts)
        if draft.label in {None, Label.QUESTION, Label.ANSWER}
    ]
    if not places:
        return
    last = max((place for place in places if _is_paragraph(text, text.drafts[place])), default=-1)
    pictures = 0
    for place in places:
        draft = text.drafts[place]
        if draft.label is not None or place > last or (text.marked_up and not draft.block.bold):
            continue
        words = text.words(draft)
        if FILE_NAME.fullmatch(words):
            draft.is_now(Label.CAPTION, "image-name")
            continue
        if not is_heading(words) or len(places) == 1:
            continue
        numbered = _IMAGE_NUMBER.fullmatch(words)
        if numbered is not None and place != places[0] and pictures < MOST_PICTURES:
            pictures += 1
            if _is_image_name(text, numbered["name"], words):
                draft.is_now(Label.CAPTION, "image-name")
                continue
        draft.is_now(Label.HEADING, "heading")


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
        if is_byline(text.folded(draft)) or _SIGNED.fullmatch(words):
            draft.is_now(Label.BYLINE, "byline")
        elif is_heading(words) or FILE_NAME.fullmatch(words):
            draft.is_now(Label.RESIDUE, "title-after-the-end")


_SIGNED = re.compile(r"(?:[—–-]\s?|~\s?)[A-Z][^.!?:]{2,40}")

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
