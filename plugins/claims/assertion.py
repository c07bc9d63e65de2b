"""All claims of an archive: from front matter and from annotations, with their wording and faults."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plugins.archive.annotation import CreditLine
from plugins.archive.claim import ASSERTED, Claim
from plugins.archive.errors import Problem
from plugins.archive.properties import property_of
from plugins.archive.relation import Relations
from plugins.archive.settings import Settings
from plugins.authority.record import Records
from plugins.authority.wiki_links import WikiLinks
from plugins.claims.comparing import compare_claims, models_of
from plugins.claims.correction import find_corrections, with_corrections
from plugins.claims.dated_passages import DatedPassage
from plugins.claims.front_matter import claims_of
from plugins.claims.originals import NONE_CHANGED, ChangedOriginals
from plugins.claims.quotation import with_wording
from plugins.claims.relating import APPROXIMATE
from plugins.claims.settlements import NO_SETTLEMENTS, Settlements, settle
from plugins.claims.values.fit import place_of
from plugins.claims.verification import fault_of
from plugins.credits.jobs import CAST, roles_of_label
from plugins.sources.library import Documents


@dataclass(frozen=True)
class Claims:
    """Every claim once, in the order of subject, property, value and pointer, and how they relate.

    Lengths, dates, sums and numbers stand from the least to the greatest, all other values by their letters.
    """

    made: tuple[Claim, ...]
    relations: Relations
    problems: tuple[Problem, ...] = ()


def assert_claims(
    records: Records,
    wiki_links: WikiLinks,
    documents: Documents,
    credit_lines: tuple[CreditLine, ...],
    settings: Settings,
    settlements: Settlements = NO_SETTLEMENTS,
    changed_originals: ChangedOriginals = NONE_CHANGED,
    dated_passages: Iterable[DatedPassage] = (),
) -> Claims:
    """The claims of all records, credit lines and dated passages, with their relations.

    A pointer that does not hold is a fault, and so is a settlement of what is no disagreement. A text that
    was changed is not at hand: its claims are citations without words, and ``changed_originals`` tells so.
    """
    by_id: dict[str, Claim] = {}
    problems: list[Problem] = []
    for record in records.by_id.values():
        for claim, way in claims_of(record, wiki_links):
            # The name of what a text is about stands all over it, and tells least of where.
            said = (claim.value, claim.note or "", record.name)
            problems += fault_of(claim.pointer, record, way, documents, said)
            by_id.setdefault(claim.id, claim)
    for read in _read_in_texts(credit_lines, list(by_id.values()), documents):
        by_id.setdefault(read.id, read)
    for passage in dated_passages:
        by_id.setdefault(passage.claim.id, passage.claim)
    claims = sorted(by_id.values(), key=_order)
    corrections = find_corrections(records, documents)
    problems += corrections.problems
    worded = tuple(with_wording(with_corrections(claims, corrections), documents, settings))
    comparisons, unfit = settle(compare_claims(worded), settlements.entries)
    problems += (*unfit, *changed_originals.problems)
    return Claims(worded, Relations(comparisons, models_of(worded)), tuple(dict.fromkeys(problems)))


def _order(claim: Claim) -> tuple[object, ...]:
    place = place_of(property_of(claim.property).kind, claim.value, claim.standing == APPROXIMATE)
    return (claim.subject, claim.property, place, claim.value, str(claim.pointer or ""))


def _read_in_texts(
    lines: Iterable[CreditLine], written: Iterable[Claim], documents: Documents
) -> Iterator[Claim]:
    """The claims of the credits that a program read, but for what is said better already.

    Left out is what the text ties to no work, what an editor states with the same passage, and cast without
    a part, or with a described one, of whom more is known. Where an editor states a credit, its role, status
    and mode are the editor’s.
    """
    stated: dict[_Credit, list[Claim]] = defaultdict(list)
    for claim in written:
        for credit in _credits_of(claim):
            stated[credit].append(claim)
    lines = [line for line in lines if line.work]
    named = {(one.work, one.person) for one in stated if one.role == CAST and one.part}
    named |= {(one.work, one.person) for one in lines if one.character}
    told = {(one.work, one.person) for one in stated if one.role == CAST}
    described = {(one.work, one.person) for one in lines if one.part}
    for line in lines:
        if line.role == CAST and not line.character:
            better = named | told if line.part else named | described
            if (line.work, line.person) in better:
                continue
        editors = stated.get(_Credit(line.work, line.person, line.role, line.character or line.part), [])
        if not any(_cites(claim, line) for claim in editors):
            yield _read_in_text(line, editors, documents)


class _Credit(NamedTuple):
    """What makes two statements the same credit."""

    work: str
    person: str
    role: str
    part: str


def _credits_of(claim: Claim) -> Iterator[_Credit]:
    """The credits that a claim states; of a role in an editor’s own words, those that it is called here."""
    person, role = claim.qualifier("person"), claim.qualifier("role")
    if claim.property == "credit" and person and role:
        part = claim.qualifier("character") or claim.qualifier("character-name") or ""
        for known in roles_of_label(role) or (role,):
            yield _Credit(claim.subject, person, known, part)


def _cites(claim: Claim, line: CreditLine) -> bool:
    """Whether a claim points into the passage of a line."""
    pointer = claim.pointer
    if pointer is None or pointer.source != line.source or pointer.span is None:
        return False
    return pointer.span.overlaps(line.span)


def _read_in_text(line: CreditLine, editors: Sequence[Claim], documents: Documents) -> Claim:
    """The claim of a credit line; ``editors`` are an editor’s claims of the same credit.

    A name that no record has cannot stand among the credits: it is a fact of the work.
    """
    if not line.person:
        return Claim(
            subject=line.work,
            property=line.role.replace(" ", "-"),
            value=line.name,
            pointer=documents.by_id[line.source].pointer_to(line.span),
            status="announced" if line.status == "announced" else ASSERTED,
            maker=line.maker,
        )
    part = line.character or line.part
    role = (editors[0].qualifier("role") if editors else None) or line.role
    qualifiers = {"person": line.person, "role": role}
    for key, value in (("character", line.character), ("character-name", line.part)):
        if value:
            qualifiers[key] = value
    if line.mode and not any(claim.qualifier("mode") for claim in editors):
        qualifiers["mode"] = line.mode
    return Claim(
        subject=line.work,
        property="credit",
        value=f"{line.person} as {part}" if part else f"{role}: {line.person}",
        pointer=documents.by_id[line.source].pointer_to(line.span),
        status=ASSERTED if editors else line.status,
        maker=line.maker,
        qualifiers=tuple(sorted(qualifiers.items())),
        about=(line.character, line.person) if line.character else (line.person,),
    )
