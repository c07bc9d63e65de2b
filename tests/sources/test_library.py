"""Originals: known by their bytes, read without guessing."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.settings import Settings
from plugins.archive.source import Rights
from plugins.sources.decoding import UnreadableOriginal, read_text
from plugins.sources.library import cut_documents, read_library, rights_of
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
