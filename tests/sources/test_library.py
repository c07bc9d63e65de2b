"""Originals: known by their bytes, read without guessing."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.settings import Settings
from plugins.archive.source import Rights
from plugins.incremental.kept import Kept
from plugins.incremental.keys import key_of_text
from plugins.sources.decoding import UnreadableOriginal, read_text
from plugins.sources.library import cut_documents, read_library, read_original, rights_of
from tests.making import record, records


@given(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(
        lambda text: not text.startswith("\ufeff")
    )
)
def test_a_text_is_read_as_it_is(text: str) -> None:
    """Line ends, no-break spaces and all: offsets count in it."""
    assert read_text(text.encode("utf-8")) == text
    assert read_text(text.encode("utf-8-sig")) == text


@given(st.binary())
def test_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = read_text(data)
    except UnreadableOriginal:
        return
    text.encode("utf-8")


def test_the_encoding_is_never_guessed() -> None:
    with pytest.raises(UnreadableOriginal, match=r"^byte 3 is not UTF-8$"):
        read_text("caf\u00e9".encode("latin-1"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings_show_themselves_by_their_mark(encoding: str) -> None:
    assert read_text("tin".encode(encoding)) == "tin"


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (b"tin\xff", 3),
        (b"\xef\xbb\xbftin\xff", 6),
        (b"tin\0fog", 3),
        (b"\xef\xbb\xbft\0", 4),
        ("caf\u00e9\0".encode(), 5),
        ("tin\0".encode("utf-16"), 8),
        ("tin".encode("utf-16")[:-1], 6),
    ],
)
def test_a_refusal_says_which_byte_stands_in_the_way(data: bytes, offset: int) -> None:
    """So that a person finds the place in a file that no editor opens."""
    with pytest.raises(UnreadableOriginal) as refused:
        read_text(data)
    assert refused.value.offset == offset
    assert str(refused.value).startswith(f"byte {offset} is ")


def test_an_original_is_known_by_its_bytes_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "library" / "deep").mkdir(parents=True)
    (tmp_path / "library" / "deep" / "any name.txt").write_bytes(b"Fog.")
    (tmp_path / "library" / "picture.png").write_bytes(b"no text")
    library = read_library(Settings(tmp_path, libraries=(tmp_path / "library", tmp_path / "none")))
    pinned = record("review", "sources", sha256=sha256(b"Fog.").hexdigest(), rights="excerpt")
    cut = cut_documents(records(pinned, record("other", "sources")), library)
    assert {name: (one.text, one.rights) for name, one in cut.by_id.items()} == {
        "review": ("Fog.", Rights.EXCERPT)
    }


@pytest.mark.parametrize("written", [None, "free", ["full"]])
def test_rights_are_summary_until_somebody_says_otherwise(written: object) -> None:
    assert rights_of(record("review", "sources", rights=written)) is Rights.SUMMARY


PAGE = b"<!DOCTYPE html><html><body><article><h1>Tin and fog</h1><p>Fog came in.</p></article></body></html>"
READ = "Tin and fog\n\nFog came in."


def saved(folder: Path, **files: bytes) -> Settings:
    """Settings with a library that holds these files."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return Settings(folder, libraries=(folder,))


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def test_a_saved_page_is_told_by_its_bytes_and_read_as_its_text(tmp_path: Path) -> None:
    """Whatever its file is called: names change nothing."""
    library = read_library(saved(tmp_path, **{"page.txt": PAGE}))
    cut = cut_documents(records(record("page", "sources", sha256=digest(PAGE))), library)
    document = cut.by_id["page"]
    assert document.text == READ
    assert [one.label.value for one in document.segments] == ["heading", "body"]


def test_a_page_is_read_as_the_text_that_was_pinned_with_it(tmp_path: Path) -> None:
    """Pointers count in that text: another reading of the same page must not move them."""
    then = b"Fog came in, as it was read then."
    library = read_library(saved(tmp_path, **{"page.html": PAGE, "page.html.txt": then}))
    pinned = record("page", "sources", sha256=digest(PAGE), **{"text-sha256": digest(then)})
    assert cut_documents(records(pinned), library).by_id["page"].text == then.decode()


def test_a_page_whose_pinned_text_is_lost_is_a_fault(tmp_path: Path) -> None:
    library = read_library(saved(tmp_path, **{"page.html": PAGE}))
    pinned = record("page", "sources", sha256=digest(PAGE), **{"text-sha256": digest(b"lost")})
    cut = cut_documents(records(pinned), library)
    assert [one.code for one in cut.problems] == ["EXTRACTION-CHANGED"]
    assert cut.by_id == {}


def test_the_text_of_a_page_is_enough_to_read_it(tmp_path: Path) -> None:
    """Whoever was given the text alone has the same offsets."""
    library = read_library(saved(tmp_path, **{"page.html.txt": READ.encode()}))
    pinned = record("page", "sources", sha256=digest(PAGE), **{"text-sha256": digest(READ.encode())})
    assert cut_documents(records(pinned), library).by_id["page"].text == READ


TEXT = (
    b"The Quay\n\nBy Lotte Maes\n\nFog came in.\n\nCorrection: it was mist, not fog.\n\n1. A reader writes."
)

PINS: dict[str, tuple[dict[str, bytes], dict[str, str]]] = {
    "a text": ({"text.txt": TEXT}, {"sha256": digest(TEXT)}),
    "a page": ({"page.html": PAGE}, {"sha256": digest(PAGE)}),
    "the text of a page": (
        {"page.html.txt": READ.encode()},
        {"sha256": digest(PAGE), "text-sha256": digest(READ.encode())},
    ),
    "a page that was read otherwise": (
        {"page.html": PAGE, "page.html.txt": b"Fog."},
        {"sha256": digest(PAGE), "text-sha256": digest(b"Fog.")},
    ),
    "a page whose text is lost": (
        {"page.html": PAGE},
        {"sha256": digest(PAGE), "text-sha256": digest(b"lost")},
    ),
    "no text": ({"text.txt": b"caf\xe9"}, {"sha256": digest(b"caf\xe9")}),
    "a text that is elsewhere": ({}, {"sha256": digest(TEXT)}),
}


@pytest.mark.parametrize("pins", PINS)
def test_an_original_that_was_cut_is_not_cut_again_and_reads_the_same(tmp_path: Path, pins: str) -> None:
    files, values = PINS[pins]
    library = read_library(saved(tmp_path, **files))
    recorded = records(record("text", "sources", **values))
    first, kept = cut_documents(recorded, library, Kept(tmp_path / "kept")), Kept(tmp_path / "kept")
    again = cut_documents(recorded, library, kept)
    assert again == first == cut_documents(recorded, library)
    assert again.keys == first.keys == {key: key_of_text(one) for key, one in first.by_id.items()}
    assert not kept.made


def test_corrections_that_a_record_states_are_cut_anew(tmp_path: Path) -> None:
    library, kept = read_library(saved(tmp_path, **{"text.txt": TEXT})), Kept()
    stated = {"passage": "text p3 25-28 445b8aed0398", "reads": "text p4 58-62 445b8aed0398"}
    for errata in ([], [stated]):
        recorded = records(record("text", "sources", sha256=digest(TEXT), errata=errata))
        assert cut_documents(recorded, library, kept) == cut_documents(recorded, library)
    assert kept.made == {"documents": 2}


@given(st.binary())
def test_any_bytes_are_an_original_or_are_refused(data: bytes) -> None:
    try:
        original = read_original(data)
    except UnreadableOriginal:
        return
    assert original.sha256 == digest(data)
