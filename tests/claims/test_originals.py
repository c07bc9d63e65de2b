"""One letter changed, in a hash, a pointer or a text; a text deleted: what each does to a whole archive.

The messages are asserted whole: they are all that a contributor sees.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.errors import ContentFaults
from plugins.archive.flow import Flow
from plugins.archive.settings import Settings
from plugins.stages import archive_flow
from tests.making import ARCHIVE, REVIEW, front_matter, pointer_to, write_archive

FILM = "films/tin-harbour.md"
TIMES = pointer_to(REVIEW, "ninety minutes", "harbour-review", paragraph=4)
FOG = pointer_to(REVIEW, "fills it with fog", "harbour-review", paragraph=2)
SHA = hashlib.sha256(REVIEW.encode()).hexdigest()


def film(*cites: str) -> str:
    facts = [{"property": "running-time", "value": "90 minutes", "cite": cite} for cite in cites]
    return front_matter({**ARCHIVE[FILM], "facts": facts, "credits": []})


def flow_of(content: Path, library: Path | None = None) -> Flow:
    return archive_flow(
        Settings(content, (library,) if library else (), film="tin-harbour", excerpt_share=1.0, stubs=False)
    )


def faults(flow: Flow) -> list[str]:
    try:
        flow.sound_value("pages")
    except ContentFaults as found:
        return [str(one) for one in found.problems]
    return []


def claims(flow: Flow, name: str = "running-time") -> list[Any]:
    return [one for one in flow.sound_value("claims").made if one.property == name]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The original, away from its record and under another name."""
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "harbour.txt").write_bytes(REVIEW.encode())
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The archive without the text beside its record."""
    made = write_archive(tmp_path, {FILM: film(TIMES, FOG)})
    (made / "sources" / "harbour-review.txt").unlink()
    return made


def test_with_the_original_at_hand_the_claims_have_words(content: Path, library: Path) -> None:
    flow = flow_of(content, library)
    assert faults(flow) == []
    assert [one.original for one in claims(flow)] == ["fills it with fog", "ninety minutes"]


def test_a_deleted_original_leaves_citations_without_words_and_no_fault(content: Path, library: Path) -> None:
    with_words = claims(flow_of(content, library))
    (library / "harbour.txt").unlink()
    flow = flow_of(content, library)
    assert faults(flow) == []
    assert [one.original for one in claims(flow)] == [None, None]
    assert [one.id for one in claims(flow)] == [one.id for one in with_words]


def test_a_letter_changed_in_an_original_of_a_library_names_all_that_rested_on_it(
    content: Path, library: Path
) -> None:
    """The file has the record's name and words that its pointers quote: it is no other text."""
    ids = sorted(
        one.id
        for one in flow_of(content, library).sound_value("claims").made
        if one.pointer and one.pointer.paragraph and one.maker == "editor"
    )
    changed = REVIEW.replace("longer", "lomger").encode()
    (library / "harbour.txt").write_bytes(changed)
    digest = hashlib.sha256(changed).hexdigest()
    assert faults(flow_of(content, library)) == [
        f"content/sources/harbour-review.md:11:12: ORIGINAL-CHANGED harbour.txt has the digest {digest} and "
        f"is not the pinned text; {len(ids)} claims rest on it ({', '.join(ids)}); restore the text, or pin "
        f"the new one with sha256: {digest} and mend the pointers into it"
    ]


def test_an_original_with_a_line_before_it_is_known_again(content: Path, library: Path) -> None:
    (library / "harbour.txt").write_bytes(b"Saved today.\n\n" + REVIEW.encode())
    assert [one.split()[1] for one in faults(flow_of(content, library))] == ["ORIGINAL-CHANGED"]


def test_another_text_of_the_same_name_is_no_changed_original(content: Path, library: Path) -> None:
    (library / "harbour.txt").write_bytes(b"A weather report: fog in the morning.\n")
    assert faults(flow_of(content, library)) == []


def test_a_letter_changed_beside_the_record_is_told_with_its_claims(tmp_path: Path) -> None:
    changed = REVIEW.replace("tin", "tim", 1)
    made = write_archive(tmp_path, {FILM: film(TIMES), "sources/harbour-review.txt": changed})
    ids = sorted(
        one.id
        for one in flow_of(write_archive(tmp_path / "sound", {FILM: film(TIMES)})).sound_value("claims").made
        if one.pointer and one.pointer.paragraph and one.maker == "editor"
    )
    digest = hashlib.sha256(changed.encode()).hexdigest()
    assert faults(flow_of(made)) == [
        "content/sources/harbour-review.md:11:12: ORIGINAL-CHANGED harbour-review.txt has the digest "
        f"{digest} and is not the pinned text; {len(ids)} claims rest on it ({', '.join(ids)}); restore the "
        f"text, or pin the new one with sha256: {digest} and mend the pointers into it"
    ]


def test_a_letter_changed_in_the_pinned_digest_is_told_in_the_same_way(tmp_path: Path) -> None:
    source = {
        **ARCHIVE["sources/harbour-review.md"],
        "sha256": "0" + SHA[1:] if SHA[0] != "0" else "1" + SHA[1:],
    }
    made = write_archive(tmp_path, {"sources/harbour-review.md": front_matter(source)})
    (message,) = faults(flow_of(made))
    assert message.startswith(
        f"content/sources/harbour-review.md:11:12: ORIGINAL-CHANGED harbour-review.txt has the digest {SHA} "
        "and is not the pinned text; "
    )


def test_a_letter_changed_in_a_pointers_digest_names_the_one_that_was_meant(tmp_path: Path) -> None:
    wrong = TIMES[:-1] + ("0" if TIMES[-1] != "0" else "1")
    made = write_archive(tmp_path, {FILM: film(wrong)})
    span = TIMES.split()[2]
    assert faults(flow_of(made)) == [
        f"content/films/tin-harbour.md:17:12: QUOTE-NOT-FOUND the words at {span} of harbour-review are not "
        f"the quoted ones, though their digest is nearly the same; if they are meant: {TIMES}"
    ]


def test_a_digit_changed_in_a_pointers_span_names_the_place_of_its_words(tmp_path: Path) -> None:
    start, end = TIMES.split()[2].split("-")
    wrong = TIMES.replace(f"{start}-{end}", f"{int(start) - 10}-{end}")
    made = write_archive(tmp_path, {FILM: film(wrong)})
    assert faults(flow_of(made)) == [
        f"content/films/tin-harbour.md:17:12: QUOTE-NOT-FOUND the words at {int(start) - 10}-{end} of "
        f"harbour-review are not the quoted ones; those stand in p4, line 7: {TIMES}"
    ]


def test_a_third_running_time_changes_the_values_and_nothing_else(tmp_path: Path) -> None:
    """Two sides in conflict become three; every claim that was there keeps its id."""

    def with_times(folder: str, *values: str) -> Flow:
        facts = [
            {"property": "running-time", "value": value, "cite": "harbour-review p4"} for value in values
        ]
        values_of_film = front_matter({**ARCHIVE[FILM], "facts": facts})
        return flow_of(write_archive(tmp_path / folder, {FILM: values_of_film}))

    two = with_times("two", "90 minutes", "91 minutes")
    three = with_times("three", "90 minutes", "91 minutes", "95 minutes")
    sides = [
        flow.sound_value("claims").relations.about("tin-harbour", "running-time").sides
        for flow in (two, three)
    ]
    assert [[side.value for side in one] for one in sides] == [
        ["90 minutes", "91 minutes"],
        ["90 minutes", "91 minutes", "95 minutes"],
    ]
    before, after = ({one.id for one in flow.sound_value("claims").made} for flow in (two, three))
    assert before < after
    assert len(after - before) == 1
