"""The passages that a page rests on, numbered as they are first used."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.archive.claim import Claim
from plugins.archive.source import Rights
from plugins.archive.span import Pointer
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import Cited, Marker, Note

NOT_HELD = "This copy of the archive does not hold the text."
NOT_QUOTED = "The text belongs to its author and is not quoted here."
WHOLE_PARAGRAPH = "The whole paragraph says so."
SPENT = "The archive quotes no more of this text."


Passage = tuple[Pointer, str | None]
"""What has a number: the words that a pointer names; where none are shown, their paragraph and the reason."""


class NoteBook:
    """Collects the notes of one page. The same passage has one number, however often it is cited.

    Words that are not shown are no more than their paragraph to a reader, so that has the number then.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self._numbers: dict[Passage, int] = {}
        self._words: dict[Passage, str] = {}

    def cite(self, claims: Iterable[Claim]) -> Cited:
        """The ids of claims, and the markers of the notes with the passages that they rest on."""
        ids: list[str] = []
        markers: dict[int, Marker] = {}
        for claim in claims:
            ids.append(claim.id)
            if claim.pointer is None:
                continue
            passage = self._passage(claim.pointer, claim.original)
            number = self._numbers.setdefault(passage, len(self._numbers) + 1)
            markers[number] = Marker(number, None if claim.original else self._url(claim.pointer))
        return Cited(tuple(dict.fromkeys(ids)), tuple(markers[number] for number in sorted(markers)))

    def notes(self) -> tuple[Note, ...]:
        """Every passage cited so far, in the order of numbers."""
        return tuple(self._note(number, passage) for passage, number in self._numbers.items())

    def _passage(self, pointer: Pointer, words: str | None) -> Passage:
        if not words:
            return Pointer(pointer.source, pointer.paragraph), withheld(pointer, self._site)
        self._words.setdefault((pointer, None), words)
        return pointer, None

    def _note(self, number: int, passage: Passage) -> Note:
        pointer, reason = passage
        return Note(
            number=number,
            source=self._site.ref(pointer.source),
            paragraph=pointer.paragraph,
            url=self._url(pointer),
            quote=self._words.get(passage),
            withheld=reason,
        )

    def _url(self, pointer: Pointer) -> str:
        return self._site.passage_url(pointer.source, pointer.paragraph)


def withheld(pointer: Pointer, site: Site) -> str | None:
    """Why a passage is cited without its words, as a sentence; None for a source as a whole."""
    if pointer.paragraph is None and pointer.span is None:
        return None
    if site.document(pointer.source) is None:
        return NOT_HELD
    if site.shows_text(pointer.source):
        return WHOLE_PARAGRAPH
    if site.rights(pointer.source) is Rights.EXCERPT:
        return SPENT if pointer.span else WHOLE_PARAGRAPH
    return NOT_QUOTED
