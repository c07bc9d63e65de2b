"""All claims of an archive: from front matter and from annotations, with their wording and faults."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.annotation import CreditLine
from plugins.archive.claim import Claim
from plugins.archive.errors import Problem
from plugins.archive.settings import Settings
from plugins.authority.record import Records
from plugins.authority.wiki_links import WikiLinks
from plugins.claims.correction import find_corrections, with_corrections
from plugins.claims.front_matter import claims_of
from plugins.claims.quotation import with_wording
from plugins.claims.verification import fault_of
from plugins.sources.library import Documents


@dataclass(frozen=True)
class Claims:
    """Every claim once, in the order of subject, property, value and pointer."""

    made: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


def assert_claims(
    records: Records,
    wiki_links: WikiLinks,
    documents: Documents,
    credit_lines: tuple[CreditLine, ...],
    settings: Settings,
) -> Claims:
    """The claims of all records and credit lines; a pointer that does not hold is a fault."""
    by_id: dict[str, Claim] = {}
    problems: list[Problem] = []
    for record in records.by_id.values():
        for claim, way in claims_of(record, wiki_links):
            problems += fault_of(claim.pointer, record, way, documents)
            by_id.setdefault(claim.id, claim)
    for line in credit_lines:
        if read := _read_in_text(line, records, documents):
            by_id.setdefault(read.id, read)
    claims = sorted(by_id.values(), key=_order)
    corrections = find_corrections(records, documents)
    problems += corrections.problems
    worded = with_wording(with_corrections(claims, corrections), documents, settings)
    return Claims(tuple(worded), tuple(dict.fromkeys(problems)))


def _order(claim: Claim) -> tuple[str, str, str, str]:
    return (claim.subject, claim.property, claim.value, str(claim.pointer or ""))


def _read_in_text(line: CreditLine, records: Records, documents: Documents) -> Claim | None:
    """A credit that a program read; the film is the one whose cast the character is in."""
    character = records.by_id.get(line.character)
    film = character.text("film") if character else None
    if film is None:
        return None
    qualifiers = {"character": line.character, "person": line.person, "role": "cast"}
    if line.mode:
        qualifiers["mode"] = line.mode
    return Claim(
        subject=film,
        property="credit",
        value=f"{line.person} as {line.character}",
        pointer=documents.by_id[line.source].pointer_to(line.span),
        maker=line.maker,
        qualifiers=tuple(sorted(qualifiers.items())),
        about=(line.character, line.person),
    )
