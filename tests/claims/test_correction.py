"""A source that corrects itself: its last word wins, its first stays visible."""

from __future__ import annotations

import pytest

from plugins.archive.claim import Claim
from plugins.archive.source import Document, Erratum, Original, Rights
from plugins.archive.span import Pointer, Span
from plugins.claims.correction import find_corrections, with_corrections
from plugins.sources.segments import segment
from tests.making import documents, pointer_to, record, records, span_of

TEXT = (
    "The harbour was built of tin in Oslo, and it took a year.\n"
    "Nadia Bell waited there for fog.\n"
    "Correction: The harbour was built in Bergen, not in Oslo."
)
WRONG = pointer_to(TEXT, "built of tin in Oslo")
RIGHT = pointer_to(TEXT, "built in Bergen", paragraph=3)


def claim_of(words: str, paragraph: int = 1) -> Claim:
    return Claim("tin-harbour", "place", words, Pointer.parse(pointer_to(TEXT, words, paragraph=paragraph)))


def corrected(claim: Claim, document: Document, **values: object) -> str | None:
    """The pointer by which a claim is corrected, as a contributor would write it."""
    made = find_corrections(records(record("review", "sources", **values)), documents(document))
    assert made.problems == ()
    (found,) = with_corrections([claim], made)
    return str(found.corrected_by) if found.corrected_by else None


@pytest.fixture
def plain() -> Document:
    return Document("review", Rights.FULL, Original("0" * 64, TEXT), segment("review", TEXT))


@pytest.fixture
def tied() -> Document:
    """The text with its erratum tied by a program."""
    passage = span_of(TEXT, "The harbour was built of tin in Oslo, and it took a year.")
    erratum = Erratum(
        Span(TEXT.index("Correction"), len(TEXT)),
        passage,
        span_of(TEXT, "Oslo"),
        span_of(TEXT, "Bergen"),
        "exact words",
    )
    return Document("review", Rights.FULL, Original("0" * 64, TEXT), segment("review", TEXT), (erratum,))


def test_a_claim_that_rests_on_a_corrected_passage_is_taken_back(plain: Document) -> None:
    claim = claim_of("built of tin in Oslo")
    assert corrected(claim, plain, errata=[{"passage": WRONG, "reads": RIGHT}]) == RIGHT
    assert corrected(claim, plain) is None


def test_the_correction_itself_stands(plain: Document) -> None:
    errata = [{"passage": WRONG, "reads": RIGHT}]
    assert corrected(claim_of("built in Bergen", paragraph=3), plain, errata=errata) is None


def test_the_rest_of_the_text_stands(plain: Document) -> None:
    errata = [{"passage": WRONG, "reads": RIGHT}]
    assert corrected(claim_of("took a year"), plain, errata=errata) is None
    assert corrected(claim_of("waited there for fog", paragraph=2), plain, errata=errata) is None


def test_a_claim_whose_words_hold_much_more_than_the_wrong_ones_stands(tied: Document) -> None:
    """That the harbour was of tin is not taken back with its place."""
    assert corrected(claim_of("The harbour was built of tin in Oslo"), tied) is None
    assert corrected(claim_of("in Oslo"), tied) is not None


def test_a_program_ties_what_no_record_states(tied: Document) -> None:
    assert corrected(claim_of("Oslo"), tied) == pointer_to(TEXT, "Bergen", paragraph=3)


def test_a_persons_word_stands_before_a_programs(tied: Document) -> None:
    errata = [{"passage": pointer_to(TEXT, "took a year"), "reads": RIGHT}]
    assert corrected(claim_of("Oslo"), tied, errata=errata) is None
    assert corrected(claim_of("took a year"), tied, errata=errata) == RIGHT


def test_what_is_taken_back_reads_as_retracted_and_keeps_its_id(plain: Document) -> None:
    """Ids are promises to whoever links to a claim, with the original at hand or without."""
    claim = claim_of("built of tin in Oslo")
    made = find_corrections(
        records(record("review", "sources", errata=[{"passage": WRONG, "reads": RIGHT}])), documents(plain)
    )
    (found,) = with_corrections([claim], made)
    assert (found.id, found.status, found.standing) == (claim.id, "asserted", "retracted")


def test_a_stated_correction_is_verified_like_every_pointer(plain: Document) -> None:
    errata = [{"passage": WRONG[:-1] + "0", "reads": RIGHT}]
    made = find_corrections(records(record("review", "sources", errata=errata)), documents(plain))
    assert [one.code for one in made.problems] == ["QUOTE-NOT-FOUND"]
