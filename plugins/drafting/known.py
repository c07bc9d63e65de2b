"""What is known of a name that no record has: from the stub that a program has put in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.archive.claim import Claim
from plugins.authority.schema import NO_FACTS_WRITTEN
from plugins.claims.credited import CREDIT, FINAL
from plugins.discovery.merging import Discovered
from plugins.drafting.draft import Known
from plugins.importing.record_page import quoted
from plugins.mentions.folding import folded_form
from plugins.sources.library import Documents
from plugins.stubs.names import variants_to_list

MOST_PLACES = 8
"""As many places are named in a new record."""


def known_of(
    name: str, stubs: Mapping[str, Discovered], documents: Documents, claims: Iterable[Claim]
) -> Known:
    """The forms, the first places and the facts of a name; nothing where the texts do not introduce it."""
    asked = folded_form(name).casefold()
    for stub_id, found in stubs.items():
        if asked in {folded_form(one).casefold() for one in (found.name, *found.variants)}:
            forms = {found.name, *variants_to_list(found)} - {name}
            return Known(tuple(sorted(forms)), _places(found, documents), _facts(stub_id, claims))
    return Known()


def _places(found: Discovered, documents: Documents) -> tuple[str, ...]:
    first = {seen.source: seen for seen in reversed(found.sightings)}
    seen = [first[source] for source in sorted(first)]
    more = [one for one in found.sightings if one not in seen]
    return tuple(
        str(documents.by_id[one.source].pointer_to(one.span)) for one in [*seen, *more][:MOST_PLACES]
    )


def _facts(stub_id: str, claims: Iterable[Claim]) -> tuple[str, ...]:
    """Claims that programs have read with the stub in them, as whoever writes the record may use them."""
    about = [one for one in claims if one.pointer and stub_id in {one.subject, *one.about}]
    return tuple(line for one in about if (line := _line(one, stub_id)))


def _line(claim: Claim, stub_id: str) -> str:
    """A claim as an entry of the record; "" for one that has a place of its own."""
    if claim.property == CREDIT:
        told = _credit(claim, stub_id)
    elif claim.property in NO_FACTS_WRITTEN:
        return ""
    else:
        told = [f"property: {claim.property}", f"value: {quoted(claim.value)}"]
    return f"- {{{', '.join(told)}, cite: {quoted(str(claim.pointer))}}}"


def _credit(claim: Claim, stub_id: str) -> list[str]:
    """A credit as the record takes it: a person's names the work, a work's the person, a part's who plays."""
    asked = {key: claim.qualifier(key) for key in ("person", "role", "character", "character-name", "mode")}
    if asked["person"] == stub_id:
        asked = {"work": claim.subject, **asked, "person": None}
    elif asked["character"] == stub_id:
        asked = {key: asked[key] for key in ("person", "mode")}
    asked["status"] = None if claim.status == FINAL else claim.status
    return [
        f"{key}: {quoted(value) if key == 'character-name' else value}"
        for key, value in asked.items()
        if value
    ]
