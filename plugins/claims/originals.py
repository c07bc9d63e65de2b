"""Originals that are no longer the pinned ones, with every claim that rested on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.archive.claim import Claim
from plugins.archive.errors import Code, Problem
from plugins.authority.record import Record, Records
from plugins.authority.wiki_links import WikiLinks
from plugins.claims.front_matter import claims_of
from plugins.claims.whereabouts import spans_with_digest
from plugins.sources.decoding import UnreadableOriginal
from plugins.sources.library import Library, read_original

TRIED = 5
"""Pointers by which a file is known again as a changed original; one whose words stand in it is proof."""


@dataclass(frozen=True)
class ChangedOriginals:
    """The sources whose texts were changed, in the order of ids, and the faults that say so."""

    sources: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


Suspect = tuple[str, Path | None]
"""The digest of a text that may be a changed original, and its file; None for one beside its record."""

NONE_CHANGED = ChangedOriginals()
"""Every text that is at hand is the pinned one."""


def find_changed_originals(records: Records, library: Library) -> ChangedOriginals:
    """The texts that are at hand and are not the pinned ones.

    A text beside its record is known by its name. A file of a library is one only if it has the record's name
    and words that the record's pointers quote: any text may be called ``review.txt``. A pinned original that
    is not there at all is no fault.
    """
    changed: dict[str, Problem] = {}
    # Nearly always nobody is suspected, and then nobody asks what rests on whom.
    resting: dict[str, tuple[Claim, ...]] | None = None
    for record, suspects in _suspected(records, library):
        resting = _claims_by_source(records) if resting is None else resting
        claims = resting[record.id]
        for digest, file in suspects:
            if file is None or _holds_words(file, claims):
                name = file.name if file else f"{record.id}.txt"
                changed[record.id] = _fault(record, name, digest, claims)
                break
    return ChangedOriginals(tuple(changed), tuple(changed.values()))


def _claims_by_source(records: Records) -> dict[str, tuple[Claim, ...]]:
    """The claims that rest on a passage of each source, each once; a title rests on none."""
    found: dict[str, dict[str, Claim]] = defaultdict(dict)
    # Links decide whom a claim speaks of, and nothing of its id.
    nobody = WikiLinks({}, {})
    for record in records.by_id.values():
        for claim, _ in claims_of(record, nobody):
            if claim.pointer and (claim.pointer.paragraph or claim.pointer.span):
                found[claim.pointer.source].setdefault(claim.id, claim)
    return defaultdict(tuple, {source: tuple(claims.values()) for source, claims in found.items()})


def _suspected(records: Records, library: Library) -> Iterator[tuple[Record, list[Suspect]]]:
    """The sources of which some text is at hand that is not the pinned one, but may be it changed."""
    unpinned = _unpinned_by_name(records, library)
    for record in records.sources:
        if not record.values:
            # What cannot be read may pin anything; its own fault is told already.
            continue
        beside, pinned = library.beside.get(record.id), record.text("sha256")
        suspects: list[Suspect] = []
        if beside is not None and beside != pinned:
            suspects = [(beside, None)]
        elif pinned is not None and pinned not in library.files:
            named = {*unpinned.get(record.text("file") or "", ()), *unpinned.get(f"{record.id}.*", ())}
            suspects = sorted(named, key=lambda one: str(one[1]))
        if suspects:
            yield record, suspects


def _unpinned_by_name(records: Records, library: Library) -> dict[str, list[Suspect]]:
    """The files of a library that no record pins: each by its name, and by that with ``*`` for its ending."""
    pinned = {one.text(key) for one in records.sources for key in ("sha256", "text-sha256")}
    found: dict[str, list[Suspect]] = defaultdict(list)
    for digest, file in library.files.items():
        if digest not in pinned:
            found[file.name].append((digest, file))
            found[f"{file.stem}.*"].append((digest, file))
    return found


def _holds_words(file: Path, claims: tuple[Claim, ...]) -> bool:
    """Whether words that the claims quote stand in a file, wherever."""
    try:
        text = read_original(file.read_bytes()).text
    except UnreadableOriginal:
        return False
    quoted = {
        (claim.pointer.span, claim.pointer.digest or "")
        for claim in claims
        if claim.pointer and claim.pointer.span
    }
    longest = sorted(quoted, key=lambda one: (-len(one[0]), one))[:TRIED]
    return any(next(spans_with_digest(text, len(span), digest), None) for span, digest in longest)


def _fault(record: Record, name: str, digest: str, claims: tuple[Claim, ...]) -> Problem:
    ids = ", ".join(sorted(claim.id for claim in claims))
    count = {0: "no claim rests", 1: "1 claim rests"}.get(len(claims), f"{len(claims)} claims rest")
    message = (
        f"{name} has the digest {digest} and is not the pinned text; "
        f"{count} on it{f' ({ids})' if ids else ''}; restore the text, or pin the new one with "
        f"sha256: {digest} and mend the pointers into it"
    )
    return record.fault(Code.ORIGINAL_CHANGED, message, "sha256")
