"""One thing changed in a whole archive: what each change does to a build, told to the letter."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.claims.paper_lighthouse import (
    COST,
    FILM,
    FOG,
    NINETY,
    NINETY_TWO,
    ORIGINALS,
    REVIEW,
    SETTLED,
    SETTLEMENTS,
    TEXTS,
    THIRD,
    Lighthouse,
    build_lighthouse,
    build_tampered,
    other_digit,
    with_span,
)
from tests.making import pointer_to

IN_FILM = f"content/{FILM}:"
IN_SETTLEMENTS = f"content/{SETTLEMENTS}:"


@pytest.fixture
def lighthouse(tmp_path: Path) -> Lighthouse:
    return build_lighthouse(tmp_path)


def span_of(pointer: str) -> str:
    return pointer.split()[2]


def test_the_archive_is_sound_before_anybody_tampers(lighthouse: Lighthouse) -> None:
    assert lighthouse.faults() == []


@pytest.mark.parametrize(
    ("right", "line", "place"),
    [(NINETY, 9, "p4, line 7"), (NINETY_TWO, 12, "p3, line 5"), (COST, 18, "p1, line 1")],
    ids=["excerpt", "summary", "link"],
)
def test_a_letter_of_a_digest(lighthouse: Lighthouse, right: str, line: int, place: str) -> None:
    """Whatever the rights of the text: the message has none of its words."""
    lighthouse.change(FILM, right, other_digit(right))
    assert lighthouse.faults() == [
        f"{IN_FILM}{line}:11: QUOTE-NOT-FOUND the words at {span_of(right)} of {right.split()[0]} are not "
        f"the quoted ones, though their digest is nearly the same; if those in {place} are meant: {right}"
    ]


@pytest.mark.parametrize(("start", "end"), [(1, 0), (-10, 0), (0, 1), (0, -1), (3, 3), (-9, -9)])
def test_a_number_of_a_span(lighthouse: Lighthouse, start: int, end: int) -> None:
    wrong = with_span(NINETY, start, end)
    lighthouse.change(FILM, NINETY, wrong)
    assert lighthouse.faults() == [
        f"{IN_FILM}9:11: QUOTE-NOT-FOUND the words at {span_of(wrong)} of quay-review are not the quoted "
        f"ones; those stand in p4, line 7: {NINETY}"
    ]


def test_words_that_are_nowhere(lighthouse: Lighthouse) -> None:
    """The passage that says most of what the claim says is named with its line."""
    wrong = pointer_to(REVIEW, "ninety minutes", "quay-review", 4).replace(NINETY[-12:], "0123456789ab")
    lighthouse.change(FILM, NINETY, wrong).change(FILM, "90 minutes", "ninety minutes, with fog")
    assert lighthouse.faults() == [
        f"{IN_FILM}9:11: QUOTE-NOT-FOUND the words at {span_of(wrong)} of quay-review are not the quoted "
        "ones; nearest to the claim is p4, line 7: find its words with `invoke cite`, or restore the original"
    ]


@pytest.mark.parametrize("paragraph", ["p3", "p9"])
def test_a_number_of_a_paragraph_beside_words(lighthouse: Lighthouse, paragraph: str) -> None:
    lighthouse.change(FILM, NINETY, NINETY.replace("p4", paragraph))
    assert lighthouse.faults() == [
        f"{IN_FILM}9:11: QUOTE-NOT-FOUND the words at {span_of(NINETY)} stand in p4, line 7, "
        f"and not in {paragraph}; write p4"
    ]


def test_a_number_of_a_paragraph_alone(lighthouse: Lighthouse) -> None:
    lighthouse.change(FILM, FOG, "quay-review p9")
    assert lighthouse.faults() == [
        f"{IN_FILM}15:11: QUOTE-NOT-FOUND quay-review has 4 paragraphs, no p9; "
        "nearest to the claim is p4, line 7: find its words with `invoke cite`"
    ]


def test_words_that_stand_twice_and_no_longer_where_they_were(lighthouse: Lighthouse) -> None:
    first = FOG
    start = REVIEW.index("fog", REVIEW.index("fog") + 1)
    wrong = with_span(first, 4, 4)
    lighthouse.change(FILM, first, wrong)
    assert lighthouse.faults() == [
        f"{IN_FILM}15:11: QUOTE-NOT-FOUND the words at {span_of(wrong)} of quay-review are not the quoted "
        f"ones; those stand 2 times, at {span_of(first)} in p4, line 7 and {start}-{start + 3} in p4, "
        "line 7: cite the one that is meant"
    ]


def test_words_in_the_place_of_a_span(lighthouse: Lighthouse) -> None:
    """Which place is meant they cannot tell: the source is what is left of it."""
    lighthouse.change(FILM, FOG, "quay-review fog")
    assert lighthouse.faults() == [
        f"{IN_FILM}15:11: BAD-POINTER 'quay-review fog' is no pointer; did you mean 'quay-review'?"
    ]


def test_a_source_that_nobody_has_recorded(lighthouse: Lighthouse) -> None:
    lighthouse.change(FILM, NINETY, NINETY.replace("quay-review", "quai-review"))
    assert lighthouse.faults() == [
        f"{IN_FILM}9:11: UNKNOWN-ID no source is called 'quai-review'; did you mean 'quay-review'?"
    ]


def changed_original(lighthouse: Lighthouse, source: str, path: str, old: str, new: str) -> str:
    """The one message about a text of which some words were changed."""
    ids = lighthouse.claims_on(source)
    text = ORIGINALS[source].replace(old, new).encode()
    lighthouse.change(path, old, new)
    digest = hashlib.sha256(text).hexdigest()
    rest = f"{len(ids)} claims rest" if len(ids) > 1 else f"{len(ids)} claim rests"
    assert ids
    return (
        f"content/sources/{source}.md:8:9: ORIGINAL-CHANGED {source}.txt has the digest {digest} and is not "
        f"the pinned text; {rest} on it ({', '.join(ids)}); restore the text, or pin the new one with "
        f"sha256: {digest} and mend the pointers into it"
    )


@pytest.mark.parametrize(
    ("source", "old", "new"),
    [
        ("quay-review", "most of them", "most of then"),
        ("stairs-talk", "March", "Marsh"),
        ("paper-note", "together", "togethre"),
    ],
)
def test_a_letter_of_an_original(lighthouse: Lighthouse, source: str, old: str, new: str) -> None:
    """All that rested on it is named: nobody has to look for what may be wrong now."""
    message = changed_original(lighthouse, source, f"{source}.txt", old, new)
    assert lighthouse.faults() == [message]


def test_a_letter_of_a_text_beside_its_record(lighthouse: Lighthouse) -> None:
    lighthouse.change(FILM, "\n---\n", f"\n{THIRD}")
    message = changed_original(lighthouse, "own-history", TEXTS, "kitchen", "kitschen")
    assert lighthouse.faults() == [message]


def test_an_original_that_is_gone_takes_its_words_and_no_claim(lighthouse: Lighthouse) -> None:
    before = {one.id: one.original for one in lighthouse.flow.sound_value("claims").made}
    (lighthouse.library / "quay-review.txt").unlink()
    after = {one.id: one.original for one in lighthouse.flow.sound_value("claims").made}
    assert lighthouse.faults() == []
    assert set(after) == set(before)
    assert "ninety minutes" in before.values()
    assert set(after.values()) == {None}


def test_an_original_under_another_name_is_the_same_text(lighthouse: Lighthouse) -> None:
    before = lighthouse.flow.sound_value("claims").made
    (lighthouse.library / "quay-review.txt").rename(lighthouse.library / "saved from the web (2).txt")
    assert lighthouse.faults() == []
    assert [(one.id, one.original) for one in lighthouse.flow.sound_value("claims").made] == [
        (one.id, one.original) for one in before
    ]


def test_a_settlement_whose_disagreement_is_gone(lighthouse: Lighthouse) -> None:
    lighthouse.write(SETTLEMENTS, SETTLED).change(
        FILM, f"  - property: running-time\n    value: 90 minutes\n    cite: {NINETY}\n", ""
    )
    assert lighthouse.faults() == [
        f"{IN_SETTLEMENTS}2:13: WRONG-VALUE the running-time of paper-lighthouse has one value; "
        "there is nothing to settle, so remove the entry"
    ]


def test_a_settlement_whose_value_is_gone(lighthouse: Lighthouse) -> None:
    lighthouse.write(SETTLEMENTS, SETTLED).change(FILM, "92 minutes", "93 minutes")
    assert lighthouse.faults() == [
        f"{IN_SETTLEMENTS}3:10: WRONG-VALUE no source gives '92 minutes' for the running-time of "
        "paper-lighthouse; did you mean '93 minutes'?"
    ]


FAULTS_OF_TAMPERED = [
    (f"{IN_SETTLEMENTS}3:10", "WRONG-VALUE"),
    (f"{IN_FILM}9:11", "QUOTE-NOT-FOUND"),
    (f"{IN_FILM}15:11", "QUOTE-NOT-FOUND"),
    (f"{IN_FILM}18:11", "QUOTE-NOT-FOUND"),
    (f"{IN_FILM}21:11", "UNKNOWN-ID"),
    ("content/sources/stairs-talk.md:8:9", "ORIGINAL-CHANGED"),
]
"""In the order of files and lines."""


def test_all_faults_are_told_in_one_run(tmp_path: Path) -> None:
    found = [one.split(" ", 2)[:2] for one in build_tampered(tmp_path).faults()]
    assert [(place.removesuffix(":"), code) for place, code in found] == FAULTS_OF_TAMPERED


def test_no_message_has_words_of_a_text(tmp_path: Path) -> None:
    """It may go into a public log, and most of the texts belong to others."""
    said = " ".join(build_tampered(tmp_path).faults())
    for text in ORIGINALS.values():
        words = text.split()
        runs = [" ".join(words[place : place + 3]) for place in range(len(words) - 2)]
        assert [run for run in runs if run in said] == []
