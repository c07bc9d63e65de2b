"""The search index put together again, as anybody could who finds its files on a host."""

from __future__ import annotations

import gzip
import re
from codecs import BOM_UTF16_LE
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.archive.settings import Settings
from plugins.archive.source import Rights
from plugins.leaks.protected import UNKNOWN, Protected
from plugins.leaks.search_files import SearchFiles, UnreadableShard, values_in
from plugins.leaks.words import terms_of
from plugins.search_index.export import export
from plugins.search_index.page import SearchPage
from tests.leaks.conftest import scan
from tests.leaks.planting import BODY, COMMENT, review, run

Plant = Callable[[str, bytes], Path]

PAGES = (
    SearchPage("a.html", "Nothing at all", "page", body="A port that has nothing to do with it."),
    SearchPage("b.html", "The Tin Harbour", "work", body=f"Our own words.\n\n{BODY}", summary=run(12)),
)
LEAKY = export(PAGES, shard_bytes=200)
"""An index that gives the whole text away, in many files."""

BROKEN = next(name for name in sorted(LEAKY) if "terms" in name)


def text_of(file: bytes) -> str:
    """A file in UTF-16 says so by its first character."""
    return file.decode("utf-16" if file.startswith(BOM_UTF16_LE) else "utf-8")


def bytes_of(text: str, like: bytes) -> bytes:
    return text.encode("utf-16" if like.startswith(BOM_UTF16_LE) else "utf-8")


def test_an_index_gives_the_text_of_its_pages() -> None:
    """Word for word in its paragraphs, with nothing between two of them."""
    known = Protected([review()], Settings(Path("content")))
    files = SearchFiles(known)
    for name, data in LEAKY.items():
        for value in values_in(text_of(data)):
            files.add(value, name)
    (body,) = [one for one in files.texts() if (one.document, one.field) == (1, "body")]
    written = [part.strip(UNKNOWN) for part in body.codes.split(UNKNOWN * 2)]
    expected = UNKNOWN.join(known.codes_of(terms_of(part)) for part in BODY.split("\n\n"))
    assert expected in UNKNOWN.join(written)


@pytest.mark.parametrize("renamed", [False, True])
def test_positions_alone_are_a_leak(plant: Plant, renamed: bool) -> None:
    """Without the documents: the terms with their places are enough, whatever the files are called."""
    kept = [name for name in sorted(LEAKY) if re.search("manifest|terms|positions", name)]
    for number, name in enumerate(kept):
        folder = plant(f"copy/{number}.bin" if renamed else f"search/{name}", LEAKY[name])
    report = scan(folder)
    assert {leak.index for leak in report.leaks} == {True}
    assert {one.code for one in report.problems} == {"LEAKED-INDEX"}
    assert max(leak.words for leak in report.leaks) == max(len(one.split()) for one in BODY.split("\n\n"))
    assert "search index, document 1 body, put together again" in {leak.reading for leak in report.leaks}


def test_places_that_stand_in_a_file_of_their_own_are_put_back(plant: Plant) -> None:
    """Of words that are everywhere; without them the text would fall into short pieces."""
    often = SearchPage("c.html", "Refrain", "page", body="the water and it " * 9000)
    files = export((*PAGES, often))
    kept = [name for name in files if re.search("manifest|terms|positions", name)]
    assert any("positions" in name for name in kept)
    for name in kept:
        folder = plant(name, files[name])
    assert max(leak.words for leak in scan(folder).leaks) == max(
        len(one.split()) for one in BODY.split("\n\n")
    )


def test_places_without_their_terms_are_told(plant: Plant) -> None:
    files = export((SearchPage("c.html", "Refrain", "page", body="the water and it " * 9000),))
    for name in files:
        if re.search("manifest|positions", name):
            folder = plant(name, files[name])
    assert {one.code for one in scan(folder).problems} == {"UNSEARCHED-FILE"}


def test_packed_files_of_an_index_are_read_too(plant: Plant) -> None:
    """A host may keep them packed beside the others."""
    for name, data in LEAKY.items():
        folder = plant(f"search/{name}.gz", gzip.compress(data))
    assert "LEAKED-INDEX" in {one.code for one in scan(folder).problems}


def test_what_a_file_of_documents_shows_is_told_by_the_document(plant: Plant) -> None:
    pages = (PAGES[0], SearchPage("b.html", "The Tin Harbour", "work", summary=run(12)))
    folder = plant("search/documents-0.js", export(pages)["search/documents-0.js"])
    (leak,) = scan(folder).leaks
    assert (leak.reading, leak.words) == ("search index, summary of “The Tin Harbour”", 12)
    assert (folder / leak.file).read_text()[leak.place.col - 1 :].startswith(run(1))


def test_an_index_within_the_rights_is_no_leak(plant: Plant) -> None:
    for name, data in export((SearchPage("a.html", "Tin", "work", body=run(25)),)).items():
        folder = plant(f"search/{name}", data)
    assert scan(folder, review(Rights.EXCERPT)).problems == ()


def test_an_index_of_a_comment_is_a_leak(plant: Plant) -> None:
    page = SearchPage("a.html", "Tin", "work", body=" ".join(COMMENT.split()[:10]))
    for name, data in export((page,)).items():
        folder = plant(f"search/{name}", data)
    leaks = scan(folder, review(Rights.EXCERPT)).leaks
    assert {(leak.index, leak.comment, leak.words) for leak in leaks} == {(True, True, 10), (False, True, 10)}


def test_signs_are_put_together_again_one_by_one(plant: Plant) -> None:
    """Each is a term of the index, and nothing but their places tells how they follow each other."""
    text = "港はブリキで出来ていて誰もそれを覚えていないそうですが霧はまだ毎晩やって来る"
    page = SearchPage("a.html", "Tin", "work", body=text)
    for name, data in export((page,)).items():
        if "documents" not in name:
            folder = plant(f"search/{name}", data)
    leaks = scan(folder, review(text=f"{text}\n\n{COMMENT}")).leaks
    assert [(leak.index, leak.words) for leak in leaks] == [(True, -(-len(terms_of(text)) * 8 // 24))]


def test_a_file_that_is_broken_off_is_told(plant: Plant) -> None:
    text = text_of(LEAKY[BROKEN])[:-9]
    with pytest.raises(UnreadableShard):
        list(values_in(text))
    problems = scan(plant(BROKEN, bytes_of(text, LEAKY[BROKEN]))).problems
    assert [one.code for one in problems] == ["UNSEARCHED-FILE"]


@pytest.mark.parametrize("missing", range(1, 9))
def test_a_file_whose_bits_are_broken_off_is_told(plant: Plant, missing: int) -> None:
    """What a script hands on is whole, and the characters of its entries end early."""
    plant("search/manifest.js", LEAKY["search/manifest.js"])
    text, _, after = text_of(LEAKY[BROKEN]).rpartition('"')
    folder = plant(BROKEN, bytes_of(f'{text[:-missing]}"{after}', LEAKY[BROKEN]))
    assert [one.code for one in scan(folder).problems] == ["UNSEARCHED-FILE"]


def test_a_file_without_its_manifest_is_told(plant: Plant) -> None:
    """It says how many documents there are and how long their texts: no place is known without."""
    (problem,) = scan(plant(BROKEN, LEAKY[BROKEN])).problems
    assert problem.code == "UNSEARCHED-FILE"
    assert "manifest" in problem.message


@pytest.mark.parametrize(
    "value",
    [
        '{"terms": 1, "data": "!!"}',
        '{"terms": ["a"], "data": "!!", "build": "0"}',
        '{"terms": 1, "data": 1, "build": "0"}',
        '{"documents": 2, "fields": [1], "lengths": "##", "build": "0"}',
        '{"documents": "2", "fields": [], "lengths": [], "build": "0"}',
        '{"documents": [1, [], [2, "a"], ["a", 2, [3]], {"body": 2}]}',
        '{"documents": "#"}',
        '{"data": ' + "[" * 100_000,
        '"data"',
    ],
)
def test_what_only_looks_like_a_file_of_the_index_is_passed_over(plant: Plant, value: str) -> None:
    assert scan(plant("data.json", value.encode())).problems == ()
