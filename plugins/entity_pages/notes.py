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


class NoteBook:
    """Collects the notes of one page. The same passage has one number, however often it is cited."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._numbers: dict[Pointer, int] = {}
        self._words: dict[Pointer, str] = {}

    def cite(self, claims: Iterable[Claim]) -> Cited:
        """The ids of claims, and the markers of the notes with the passages that they rest on."""
        ids: list[str] = []
        markers: dict[int, Marker] = {}
        for claim in claims:
            ids.append(claim.id)
            if claim.pointer is None:
                continue
            number = self._numbers.setdefault(claim.pointer, len(self._numbers) + 1)
            # The words shown depend on the passage alone, so that all of its claims have them or none.
            if claim.original:
                self._words.setdefault(claim.pointer, claim.original)
            markers[number] = Marker(number, None if claim.original else self._url(claim.pointer))
        return Cited(tuple(dict.fromkeys(ids)), tuple(markers[number] for number in sorted(markers)))

    def notes(self) -> tuple[Note, ...]:
        """Every passage cited so far, in the order of numbers."""
        return tuple(self._note(number, pointer) for pointer, number in self._numbers.items())

    def _note(self, number: int, pointer: Pointer) -> Note:
        source = self._site.ref(pointer.source)
        quote = self._words.get(pointer)
        return Note(
            number=number,
            source=source,
            paragraph=pointer.paragraph,
            url=self._url(pointer),
            quote=quote,
            withheld=None if quote else withheld(pointer, self._site),
        )

    def _url(self, pointer: Pointer) -> str:
        return place_url(self._site.ref(pointer.source).url, pointer.paragraph)


def place_url(source_url: str, paragraph: int | None) -> str:
    """The address of a paragraph on its source's page; of the page itself when there is none."""
    return source_url if paragraph is None else f"{source_url}#p{paragraph}"


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
