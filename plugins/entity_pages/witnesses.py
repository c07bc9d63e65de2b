"""The passages that state one value, each with its source and its date."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from plugins.archive.claim import EDITOR, Claim
from plugins.archive.span import Pointer
from plugins.entity_pages.disagreement_views import Witness
from plugins.entity_pages.site import Site
from plugins.entity_pages.source_record import published


def witnesses(claims: Iterable[Claim], site: Site, echoes: Collection[str] = ()) -> tuple[Witness, ...]:
    """The passages of claims, each once, in the order of the claims; none for an editor's decision.

    ``echoes`` are sources that were written from others of them. A paragraph that is quoted is not named
    again for words of it that may not be shown.
    """
    by_pointer: dict[Pointer, list[Claim]] = {}
    for claim in claims:
        if claim.pointer:
            by_pointer.setdefault(claim.pointer, []).append(claim)
    made = [_witness(pointer, group, site, echoes) for pointer, group in by_pointer.items()]
    quoted = {one.url for one in made if one.quote}
    bare = {one.url: one for one in reversed(made) if not one.quote and one.url not in quoted}
    return tuple(one for one in made if one.quote or bare.get(one.url) is one)


def _witness(pointer: Pointer, claims: list[Claim], site: Site, echoes: Collection[str]) -> Witness:
    ref = site.ref(pointer.source)
    corrected = next((one.corrected_by for one in claims if one.corrected_by), None)
    return Witness(
        source=ref,
        published=published(pointer.source, site),
        paragraph=pointer.paragraph,
        url=site.passage_url(pointer.source, pointer.paragraph),
        quote=next((one.original for one in claims if one.original), None),
        corrected=site.passage_url(corrected.source, corrected.paragraph) if corrected else None,
        is_echo=pointer.source in echoes,
        is_read=all(one.maker != EDITOR for one in claims),
    )
