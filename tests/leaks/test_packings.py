"""What is packed is found wherever it stands, and bytes are taken for text when they are one."""

from __future__ import annotations

import base64
import bz2
import gzip
import lzma
import os
import zipfile
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.leaks.decoding import decoded, encoding_of, slices, texts_within
from plugins.leaks.packed import Unopened, Unpacked, unpacked_streams
from plugins.leaks.pictures import section_ends
from plugins.leaks.spelt import spelt_bytes
from tests.leaks.planting import BODY, jpeg, png, webp

TEXT = BODY.encode()

STREAMS = {
    "gzip": gzip.compress(TEXT),
    "zlib": zlib.compress(TEXT),
    "bzip2": bz2.compress(TEXT),
    "xz": lzma.compress(TEXT),
}


@pytest.mark.parametrize("name", STREAMS)
@given(before=st.binary(max_size=50), after=st.binary(max_size=50))
def test_a_stream_is_found_at_any_byte(name: str, before: bytes, after: bytes) -> None:
    data = b"\0" + before + b"\0" + STREAMS[name] + after
    assert TEXT in {one.data for one in unpacked_streams(data) if isinstance(one, Unpacked)}


@pytest.mark.parametrize("window", range(9, 16))
def test_a_zlib_stream_of_any_window_is_found(window: int) -> None:
    """Writers of pictures choose small windows for short texts."""
    maker = zlib.compressobj(9, zlib.DEFLATED, window)
    data = maker.compress(TEXT) + maker.flush()
    assert [one.data for one in unpacked_streams(data) if isinstance(one, Unpacked)] == [TEXT]


def test_streams_one_after_another_are_all_found() -> None:
    data = gzip.compress(TEXT[:300]) + gzip.compress(TEXT[300:])
    assert b"".join(one.data for one in unpacked_streams(data) if isinstance(one, Unpacked)) == TEXT


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_members_of_an_archive_are_found_without_its_directory(method: int) -> None:
    """Which a writer may have forgotten, or told lies in."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("a.txt", TEXT)
    data = file.getvalue()[: file.getvalue().index(b"PK\x01\x02")]
    assert [one.data for one in unpacked_streams(data) if isinstance(one, Unpacked)] == [TEXT]


def test_a_packing_that_python_does_not_know_is_told() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", TEXT)
    assert [one.reason for one in unpacked_streams(file.getvalue()) if isinstance(one, Unopened)] == [
        "holds 'a.txt', packed by method 14 of zip"
    ]


@given(st.binary(max_size=300))
def test_noise_is_no_packing_that_has_to_be_told(data: bytes) -> None:
    """A picture must not be refused because its points look like a stream."""
    assert [one for one in unpacked_streams(data) if isinstance(one, Unopened)] == []


@given(st.text(st.sampled_from("AZaz09+/"), max_size=9), st.text(st.sampled_from("AZaz09+/"), max_size=9))
def test_base64_is_found_between_letters(before: str, after: str) -> None:
    """Where it begins in a row of letters nobody knows."""
    text = before + base64.b64encode(TEXT).decode().rstrip("=") + after
    found = [one.data for one in spelt_bytes(text, lambda _: True)]
    assert any(TEXT[10:-10] in data for data in found)


def test_digests_and_addresses_are_no_bytes_in_letters() -> None:
    """A data file has thousands of them, and nothing is in them."""
    text = f'"{"0123456789abcdef" * 4}", "films/where-the-tin-harbour-ends/index.html"'
    assert list(spelt_bytes(text, lambda _: True)) == []


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"", "utf-8"),
        ("naïve".encode(), "utf-8"),
        (b"na\xefve", "utf-8"),
        ("tin harbour".encode("utf-16"), "utf-16-le"),
        ("tin harbour".encode("utf-16-be"), "utf-16-be"),
        ("tin harbour".encode("utf-32"), "utf-32-le"),
        ("tin harbour".encode("utf-32-be"), "utf-32-be"),
        (bytes(1000), None),
        (bytes(range(256)), None),
    ],
)
def test_an_encoding_is_known_by_the_bytes(data: bytes, encoding: str | None) -> None:
    assert encoding_of(data) == encoding


def test_single_bytes_of_windows_are_read_among_utf_8() -> None:
    assert decoded("“tin” ".encode() + b"\x93fog\x94", "utf-8") == "“tin” “fog”"


@given(st.lists(st.text(st.sampled_from("abc é"), min_size=1, max_size=30), max_size=30))
def test_slices_leave_nothing_out(parts: list[str]) -> None:
    data = " ".join(parts).encode() * 3
    covered, before = 0, -1
    for one in slices(data):
        assert before < one.start <= covered
        assert data[one.start : one.start + len(one.data)] == one.data
        before, covered = one.start, one.start + len(one.data)
    assert covered == len(data)


def test_a_long_run_of_letters_is_kept_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Base64 that was cut in two could not be unpacked."""
    monkeypatch.setattr("plugins.leaks.decoding.SLICE", 100)
    monkeypatch.setattr("plugins.leaks.decoding.OVERLAP", 20)
    run = base64.b64encode(gzip.compress(os.urandom(600)))
    data = b'{"fog": "x", ' * 8 + b'"a": "' + run + b'"}' + b" fog" * 50
    assert any(run in one.data for one in slices(data))
    monkeypatch.setattr("plugins.leaks.decoding.PATIENCE", 300)
    assert not all(one.whole for one in slices(data))


@pytest.mark.parametrize(
    "data",
    [png(b"tEXt", b"Comment\0" + TEXT[:90]), jpeg(0xFE, TEXT[:90]), webp(b"XMP ", TEXT[:90])],
    ids=["png", "jpeg", "webp"],
)
def test_the_text_of_a_picture_ends_with_its_section(data: bytes) -> None:
    """The checksum and the names of what follows may be letters."""
    assert TEXT[:90].decode() in [text for _, text in texts_within(data)]
    ends = list(section_ends(data))
    assert ends == sorted(ends)


def test_noise_is_no_text() -> None:
    """A picture's points would be words of one letter, by the thousand."""
    noise = b"".join(bytes([255 - number % 128, number * 37 % 128 + 128]) for number in range(4000))
    assert list(texts_within(noise)) == []
