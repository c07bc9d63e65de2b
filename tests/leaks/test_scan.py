"""A scan finds every run of words that is too long, however a file has it, and nothing else."""

from __future__ import annotations

import gzip
import os
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.source import Rights
from plugins.leaks.limits import CHANCE
from plugins.leaks.readings import Opening, readings_of
from plugins.leaks.report import Report
from tests.durations import stopped_after
from tests.leaks.conftest import scan
from tests.leaks.planting import (
    BODY,
    COMMENT,
    ENCODERS,
    PACKERS,
    TEXT,
    WORDS,
    entities,
    pdf,
    png,
    review,
    run,
)

Plant = Callable[[str, bytes], Path]


def scan_of(data: bytes) -> Report:
    """A scan of one file alone."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "file").write_bytes(data)
        return scan(Path(folder))


def longest(report: Report) -> int:
    return max((leak.words for leak in report.leaks), default=0)


@pytest.mark.parametrize("name", ENCODERS)
def test_one_word_too_many_is_found_in_every_form(name: str) -> None:
    """In a file whose name says nothing of what it holds."""
    report = scan_of(ENCODERS[name](run(CHANCE + 1)))
    assert [(leak.file, leak.source, leak.words) for leak in report.leaks] == [("file", "tin-review", 9)]


@pytest.mark.parametrize("name", ENCODERS)
def test_as_many_words_as_by_chance_are_no_leak_in_any_form(name: str) -> None:
    report = scan_of(ENCODERS[name](run(CHANCE)))
    assert (report.problems, report.sources[0].longest) == ((), CHANCE)


SURROUNDINGS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=80)
"""What may stand before and behind a leak in a file of text."""

TEXTUAL = sorted(
    set(ENCODERS) - {name for name in ENCODERS if b"\0" in ENCODERS[name](run(9))} - set(PACKERS)
)


@given(
    name=st.sampled_from(TEXTUAL),
    packer=st.sampled_from(["none", *PACKERS]),
    start=st.integers(min_value=0, max_value=len(WORDS) - 30),
    length=st.integers(min_value=CHANCE + 1, max_value=30),
)
def test_any_run_is_found_in_any_form_in_any_packing(name: str, packer: str, start: int, length: int) -> None:
    data = ENCODERS[name](run(length, start))
    report = scan_of(PACKERS[packer](data) if packer in PACKERS else data)
    assert longest(report) >= length


@given(
    before=SURROUNDINGS,
    after=SURROUNDINGS,
    start=st.integers(min_value=0, max_value=len(WORDS) - 30),
    length=st.integers(min_value=CHANCE + 1, max_value=30),
    written=st.sampled_from(["plain", "entities", "json", "base64", "html text", "json, a word an element"]),
)
def test_any_run_is_found_in_any_surrounding(
    before: str, after: str, start: int, length: int, written: str
) -> None:
    """Broken markup, stray quotes, half escapes: in lines of their own, they hide nothing."""
    data = ENCODERS[written](run(length, start))
    assert longest(scan_of(b"\n".join((before.encode(), data, after.encode())))) >= length


@given(st.binary(max_size=200), st.sampled_from(["gzip", "zlib", "xz", "bzip2", "plain", "utf-16"]))
def test_any_run_is_found_among_any_bytes(noise: bytes, written: str) -> None:
    """In a binary file, packed or not; bytes at a word's side may make another word of it."""
    data = ENCODERS[written](run(CHANCE + 3))
    assert longest(scan_of(b"\0\1\2" * 40 + noise + b"\0\0\0" + data + b"\0\0\0")) >= CHANCE + 1


@given(st.binary(max_size=400))
def test_no_bytes_whatever_stop_a_scan(data: bytes) -> None:
    """Bad input is read as well as can be; it is never a traceback."""
    for one in (data, gzip.compress(data), b"PK\x03\x04" + data, b"\x89PNG\r\n\x1a\n" + data, b"RIFF" + data):
        scan_of(one)


def test_a_clean_site_is_clean(plant: Plant) -> None:
    plant("index.html", b"<p>A pilot waits for a ship that nobody in this port has ever seen.</p>")
    report = scan(plant("theme/icon.png", png(b"tEXt", b"Software\0A brush, and some patience")))
    assert (report.problems, report.files, report.sources[0].longest) == ((), 2, 0)


@pytest.mark.parametrize(("length", "found"), [(25, 0), (26, 26)])
def test_an_excerpt_may_have_its_limit_and_no_word_more(plant: Plant, length: int, found: int) -> None:
    folder = plant("index.html", f"<p>{run(length)}</p>".encode())
    assert longest(scan(folder, review(Rights.EXCERPT))) == found


@pytest.mark.parametrize("rights", [Rights.SUMMARY, Rights.LINK])
@pytest.mark.parametrize(("length", "found"), [(8, 0), (9, 9)])
def test_other_texts_may_have_what_chance_has(plant: Plant, rights: Rights, length: int, found: int) -> None:
    folder = plant("index.html", f"<p>{run(length)}</p>".encode())
    assert longest(scan(folder, review(rights))) == found


def test_a_free_text_may_be_shown_whole(plant: Plant) -> None:
    assert scan(plant("index.html", TEXT.encode()), review(Rights.FULL)).problems == ()


def test_the_share_counts_each_word_once_over_all_files(plant: Plant) -> None:
    """30 of the text's words stand on one page, 20 others on the next, and 10 on both."""
    plant("a.html", f"{run(20, 0)} <p>and so on</p> {run(10, 40)}".encode())
    folder = plant("b.html", f"{run(20, 60)} <p>and so on</p> {run(10, 40)}".encode())
    (shown,) = scan(folder, review(Rights.EXCERPT)).sources
    assert (shown.shown, shown.words) == (50, len(TEXT.split()))


@pytest.mark.parametrize(("share", "problems"), [(13 / 133, 0), (12.9 / 133, 1)])
def test_a_share_may_be_reached_and_not_passed(plant: Plant, share: float, problems: int) -> None:
    text = " ".join(f"word{number}" for number in range(100)) + "\n\n" + COMMENT
    words = text.split()
    document = review(Rights.EXCERPT, text=text)
    folder = plant("a.html", " ".join(words[:13]).encode())
    assert len(words) == 133
    found = scan(folder, document, share=share).problems
    assert [one.code for one in found] == ["LEAKED-SHARE"] * problems


def test_short_phrases_can_give_a_text_away_too(plant: Plant) -> None:
    """Eight words in a row are chance; all of them, eight by eight, are not."""
    pieces = [run(CHANCE, start) for start in range(0, len(WORDS) - CHANCE, CHANCE)]
    folder = plant("phrases.html", "<br>otherwise<br>".join(sorted(pieces)).encode())
    assert [one.code for one in scan(folder, share=0.15).problems] == ["LEAKED-SHARE"]


def test_readers_comments_are_not_quoted_even_from_an_excerpt(plant: Plant) -> None:
    """Whoever wrote under a review was not asked: chance is all that a comment may share."""
    words = COMMENT.split()
    plant("eight.html", " ".join(words[2:10]).encode())
    folder = plant("nine.html", " ".join(words[2:11]).encode())
    (leak,) = scan(folder, review(Rights.EXCERPT)).leaks
    assert (leak.file, leak.words, leak.comment) == ("nine.html", 9, True)


def test_an_excerpt_that_runs_into_a_comment_has_too_much_of_it(plant: Plant) -> None:
    """24 words in all, of which 10 are a reader's."""
    words = " ".join([*WORDS[-14:], *COMMENT.split()[:10]])
    (leak,) = scan(plant("index.html", words.encode()), review(Rights.EXCERPT)).leaks
    assert (leak.words, leak.comment) == (10, True)


def test_a_title_of_the_text_is_no_leak(plant: Plant) -> None:
    title = run(12)
    folder = plant("index.html", f"<h1>{title}</h1>".encode())
    assert scan(folder, titles={"tin-review": [title]}).problems == ()
    assert longest(scan(folder, titles={"another": [title]})) == 12


def test_a_row_of_names_is_no_leak(plant: Plant) -> None:
    text = f"Starring Ines Varga Bram Oster Nadia Bell Lotte Maes Odile Drop in a film.\n\n{COMMENT}"
    names = ["Ines Varga", "Bram Oster", "Nadia Bell", "Lotte Maes", "Odile", "Drop"]
    folder = plant("index.html", b"<p>Ines Varga<p>Bram Oster<p>Nadia Bell<p>Lotte Maes<p>Odile<p>Drop")
    assert scan(folder, review(text=text), names=names).problems == ()
    assert longest(scan(folder, review(text=text), names=names[1:])) == 10


def test_a_sentence_with_names_in_it_is_a_leak(plant: Plant) -> None:
    folder = plant("index.html", f"<p>{run(14, 14)}</p>".encode())
    assert longest(scan(folder, names=["Ines Varga"])) == 14


def test_a_sentence_in_the_name_of_a_file_is_found(plant: Plant) -> None:
    folder = plant(f"{'-'.join(run(9).split())}.html", b"")
    (leak,) = scan(folder).leaks
    assert leak.reading == "name of the file"


def test_a_leak_is_told_once_for_a_file_with_its_longest_runs(plant: Plant) -> None:
    """The other runs are counted: a report of a whole text would be a copy of it."""
    parts = [run(9 + extra, start) for extra, start in enumerate(range(0, 100, 20))]
    folder = plant("index.html", "\n<p>x y z</p>\n".join(parts).encode())
    leaks = scan(folder).leaks
    assert [(leak.words, leak.more) for leak in leaks] == [(13, 0), (12, 0), (11, 2)]


def test_the_place_of_a_leak_is_its_line_and_column(plant: Plant) -> None:
    folder = plant("index.html", f"<p>\n<b>x</b>é <i>{entities(run(9))}</i>".encode())
    (leak,) = scan(folder).leaks
    assert (leak.place.line, leak.place.col, leak.place.byte) == (2, 14, None)


def test_the_place_in_what_is_no_text_is_a_byte(plant: Plant) -> None:
    folder = plant("scan.bin", b"\0" * 100 + run(9).encode() + b"\0")
    (leak,) = scan(folder).leaks
    assert leak.place.byte == 100


def test_a_long_file_is_read_in_slices_that_overlap(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that memory has a bound: a run on the border of two slices is found in one of them."""
    monkeypatch.setattr("plugins.leaks.decoding.SLICE", 2000)
    monkeypatch.setattr("plugins.leaks.decoding.OVERLAP", 400)
    monkeypatch.setattr("plugins.leaks.scan.SLICE", 2000)
    for offset in range(1500, 2500, 37):
        lines = "<p>fog &amp; water</p>\n" * 400
        folder = plant("long.html", f"{lines[:offset]} {run(9)} {lines[offset:]}".encode())
        (leak,) = scan(folder).leaks
        assert (leak.words, leak.place.line) == (9, lines.count("\n", 0, offset) + 1)


def test_what_unpacks_to_too_much_is_told(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that nobody can read may hold anything."""
    monkeypatch.setattr("plugins.leaks.packed.LARGEST", 10_000)
    folder = plant("bomb.gz", gzip.compress(b"\0" * 100_000))
    (found,) = scan(folder).problems
    assert (found.path, found.code) == ("bomb.gz", "UNSEARCHED-FILE")


def test_many_streams_that_unpack_to_too_much_are_told() -> None:
    streams = [gzip.compress(bytes([number]) * 1000) for number in range(20)]
    opening = Opening(left=10_000)
    assert list(readings_of(b"\0".join(streams), opening)) != []
    assert [one.reason for one in opening.unread] == ["unpacks to more than 256 MB"]


def test_what_is_packed_too_deep_is_told(plant: Plant) -> None:
    data = run(30).encode() * 40
    for _ in range(12):
        data = gzip.compress(data + os.urandom(8))
    (found,) = scan(plant("deep", data)).problems
    assert found.code == "UNSEARCHED-FILE"


@pytest.mark.parametrize(
    "data",
    [
        b"\x28\xb5\x2f\xfd" + bytes(range(200)),
        b"Rar!\x1a\x07\x01\x00" + bytes(range(200)),
        b"7z\xbc\xaf\x27\x1c" + bytes(range(200)),
        b"%PDF-1.7\n1 0 obj << /Encrypt 2 0 R >> endobj",
        b"%PDF-1.7\n1 0 obj << /Encoding /Identity-H >> endobj",
        pdf(b"1 0 << /Type /Font /Encoding /Identity-H >>"),
        b"PK\x03\x04\x14\x00\x01\x00\x08\x00" + bytes(16) + b"\x04\x00\x00\x00name" + bytes(40),
    ],
)
def test_what_cannot_be_opened_is_told(plant: Plant, data: bytes) -> None:
    assert [one.code for one in scan(plant("file", data)).problems] == ["UNSEARCHED-FILE"]


def test_a_packing_known_by_its_name_alone_is_told(plant: Plant) -> None:
    """Brotli begins like anything; hosts keep such files beside the pages."""
    (found,) = scan(plant("index.html.br", bytes(range(128, 160)))).problems
    assert (found.path, found.code) == ("index.html.br", "UNSEARCHED-FILE")


def test_a_damaged_stream_is_read_as_far_as_it_goes(plant: Plant) -> None:
    data = zlib.compress(f"{run(30)} {os.urandom(4000).hex()}".encode())
    assert longest(scan(plant("file", data[: len(data) // 2]))) == 30


NASTY = {
    "tags that do not end": "<a " * 100_000,
    "attributes that do not end": '<a b="' * 60_000,
    "comments that do not end": "<!-- " * 80_000,
    "scripts that do not end": "<script>" * 60_000,
    "cdata that does not end": "<![CDATA[" * 50_000,
    "quotation marks": "\"\\'" * 150_000,
    "escaped quotation marks": '"' + '\\"' * 200_000,
    "ampersands": "&" * 400_000,
    "percent signs": "%2" * 200_000,
    "equals signs": "= " * 200_000,
    "brackets": "[({" * 150_000,
    "round brackets": "(" * 200_000 + ") Tj",
    "a search file that goes on": 'receive("a",{"positions":[[' * 20_000,
    "letters": "a" * 500_000,
    "digits": "1." * 250_000,
    "blanks": " " * 500_000,
    "line ends": "-\n" * 250_000,
    "keys": '"a":' * 100_000,
    "apostrophes": "a'" * 200_000,
    "signs": "港" * 150_000,
}


@pytest.mark.parametrize("name", NASTY)
def test_nothing_that_a_file_holds_makes_a_scan_slow(name: str) -> None:
    """Half a megabyte of it is read in the time of prose, give or take; a square would take hours."""
    with stopped_after():
        scan_of(NASTY[name].encode())


def test_the_words_of_the_body_are_the_bodys_where_a_comment_repeats_them(plant: Plant) -> None:
    """A reader who quotes the review makes no comment of its words."""
    text = f"{BODY}\n{run(20)} says it all, I think.\n"
    document = review(Rights.EXCERPT, text=f"{text}\n{COMMENT}")
    assert scan(plant("index.html", run(20).encode()), document).problems == ()
