"""What rests on the passages of a source: notes for its margin."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from plugins.archive.claim import PLAIN, Claim
from plugins.archive.span import Span
from plugins.dates.english import said
from plugins.entity_pages.facts import label_of
from plugins.entity_pages.marked_text import MarkedText
from plugins.entity_pages.reading_views import Margin, MarginNote, NoteGroup
from plugins.entity_pages.site import Site

TEXT_LINE = 66
"""Code points on a line of the text; the style sheet's measure has as many of this typeface."""

NOTE_LINE = 29
"""Code points on a line of the margin, measured with its small capitals."""

LINES_BESIDE = 1.5
"""Lines of the margin beside one line of the text: 20 pixels beside 31."""

LEAST_ROOM = 3
"""Lines of notes beside the shortest paragraph: one note with its words."""

SLACK = 2
"""Lines too many that are shown all the same: the fold would take one of them."""

LEMMA = 44
"""Code points of a lemma that is not shortened: a line and a bit of the margin."""


def margin_notes(
    claims: Iterable[Claim], site: Site, page_url: str, quoting: bool = True
) -> tuple[MarginNote, ...]:
    """What rests on a passage, in the order of the passages; claims that say the same are one note.

    Left out are claims of the record itself: they point at no paragraph, and its own page prints them.
    ``quoting`` adds the words, where the rights allow them.
    """
    found: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=_in_text_order):
        if claim.subject in site.archive.entities and not _is_of_the_record(claim):
            status = "" if claim.standing in PLAIN else claim.standing
            quote = claim.original or "" if quoting else ""
            found[claim.subject, _label(claim), _value(claim, site), status, quote].append(claim)
    return tuple(
        MarginNote(
            claims=tuple(dict.fromkeys(claim.id for claim in same)),
            subject=site.ref(subject),
            label=label,
            value=site.line(value, page_url),
            status=same[0].standing,
            quote=quote or None,
        )
        for (subject, label, value, _, quote), same in found.items()
    )


def margin_of(marked: MarkedText, length: int, claims: Iterable[Claim], site: Site, page_url: str) -> Margin:
    """The notes of a paragraph whose text is shown, gathered by the words that they rest on.

    ``length`` is the paragraph's in code points: as many groups stand beside it as it is high, one at
    least. Call it when the text is made: a group leads back to its words only where they have an anchor.
    """
    cited = marked.cited
    by_words: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        span = claim.pointer.span if claim.pointer else None
        place = bisect_right(cited, span.start, key=lambda one: one.start) - 1 if span else -1
        by_words[place if place >= 0 and span and cited[place].overlaps(span) else -1].append(claim)
    groups = [
        _group(cited[place] if place >= 0 else None, by_words[place], marked, site, page_url)
        for place in sorted(by_words)
    ]
    return _fitted([group for group in groups if group.notes], length)


def _group(
    words: Span | None, claims: Iterable[Claim], marked: MarkedText, site: Site, page_url: str
) -> NoteGroup:
    notes = margin_notes(claims, site, page_url, quoting=False)
    if words is None:
        return NoteGroup("", "", "", notes)
    anchor = f"w{words.start}"
    return NoteGroup(
        anchor=f"n{words.start}",
        words=anchor if anchor in marked.anchors else "",
        lemma=lemma(words.of(marked.text)),
        notes=notes,
    )


def lemma(words: str) -> str:
    """Words as the head of a note about them: long ones by their beginning and their end."""
    words = " ".join(words.split())
    if len(words) <= LEMMA:
        return words
    head, _, _ = words[: LEMMA * 3 // 5].rpartition(" ")
    _, _, tail = words[-LEMMA * 2 // 5 :].partition(" ")
    return f"{head or words[: LEMMA * 3 // 5]} … {tail}".strip()


def _fitted(groups: list[NoteGroup], length: int) -> Margin:
    """Notes beside a paragraph of a length in code points, while there is room; the rest is folded."""
    room = max(LEAST_ROOM, int(LINES_BESIDE * (1 + length // TEXT_LINE)))
    if sum(_height(group) for group in groups) <= room + SLACK:
        return Margin(tuple(groups))
    beside: list[NoteGroup] = []
    folded: list[NoteGroup] = []
    for group in groups:
        fitting = 0 if folded else _fitting(group, room)
        fitting = fitting if beside else max(1, fitting)
        if fitting:
            beside.append(replace(group, notes=group.notes[:fitting]))
            room -= _height(group)
        if fitting < len(group.notes):
            # Its anchor is where the group begins.
            anchor = "" if fitting else group.anchor
            folded.append(replace(group, anchor=anchor, notes=group.notes[fitting:]))
    return Margin(tuple(beside), tuple(folded))


def _height(group: NoteGroup) -> int:
    return _lines(group.lemma) + sum(_lines(_printed(note)) for note in group.notes)


def _fitting(group: NoteGroup, room: int) -> int:
    """How many notes of a group there is room for, in lines of the margin."""
    room -= _lines(group.lemma)
    for place, note in enumerate(group.notes):
        room -= _lines(_printed(note))
        if room < 0:
            return place
    return len(group.notes)


def _printed(note: MarginNote) -> str:
    return f"{note.subject.name} {note.label} {note.value.striptags()} {note.status}"


def _lines(words: str) -> int:
    return -(-len(words) // NOTE_LINE)


def _is_of_the_record(claim: Claim) -> bool:
    pointer = claim.pointer
    return pointer is not None and claim.subject == pointer.source and pointer.paragraph is None


def _label(claim: Claim) -> str:
    """What a claim is about, in a word: the job of a credit, the property of a fact."""
    if claim.property in {"date", "event"}:
        return "Event"
    return label_of(claim.qualifier("role") or claim.property)


def _value(claim: Claim, site: Site) -> str:
    """A claim's value as Markdown for people: names for ids, words for dates."""
    if claim.property == "credit":
        person, character = claim.qualifier("person"), claim.qualifier("character")
        part = f"[[{character}]]" if character else claim.qualifier("character-name")
        return f"[[{person}]] as {part}" if part else f"[[{person}]]"
    if claim.property in {"date", "event"}:
        summary = site.archive.entities[claim.subject].summary
        return summary or said(claim.value)
    return said(claim.value)


def _in_text_order(claim: Claim) -> tuple[int, str, str]:
    span = claim.pointer.span if claim.pointer else None
    return (span.start if span else -1, claim.subject, claim.id)
