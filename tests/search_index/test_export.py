"""The files of the index against the pages that they were made of, and against Whoosh's own reader."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from plugins.incremental.kept import Kept
from plugins.incremental.workers import CORES
from plugins.search_index import term_shards
from plugins.search_index.export import SHARD, export
from plugins.search_index.fields import FIELDS, Form
from plugins.search_index.forms import families, stems_of
from plugins.search_index.inverted import utf16_order
from plugins.search_index.page import SearchPage
from plugins.search_index.whoosh_index import name_in_whoosh, whoosh_reader
from tests.search_index.contract import SMALL_SHARDS, accepted, answered, pages_of, read, text_of
from tests.search_index.reading import (
    bits_of,
    entries_of,
    length_of,
    parameter,
    places_of,
    shards_of,
    strings_of,
)

CONTRACT = read("ranking.json")
PAGES = tuple(sorted(pages_of(CONTRACT), key=lambda page: page.url))
UNSHOWN = SearchPage("s/kept.html", "Kept", "source", unshown="beneath harbour lamp the")


@pytest.fixture(scope="module", params=[SMALL_SHARDS, SHARD], ids=["many shards", "few shards"])
def shards(request: pytest.FixtureRequest) -> dict[str, dict[str, Any]]:
    return shards_of(export(PAGES, shard_bytes=request.param))


def pages_by_number(shards: dict[str, dict[str, Any]]) -> list[SearchPage]:
    """The pages in the order of the documents."""
    by_url = {page.url: page for page in PAGES}
    return [by_url[url] for url in urls_of(shards)]


def urls_of(shards: dict[str, dict[str, Any]]) -> list[str]:
    from plugins.search_index.analyzer import terms

    return [
        f"{shard['before']}{url}{shard['after']}".replace("*", "-".join(terms(title)))
        for number in range(len(shards["manifest"]["shards"]["documents"]))
        for shard in (shards[f"documents-{number}"],)
        for url, title, *_ in shard["documents"]
    ]


def test_every_word_of_every_field_is_there_with_its_positions(shards: dict[str, dict[str, Any]]) -> None:
    """Nothing more and nothing less than the analyzer finds in the pages."""
    expected = Counter(
        (term, number, field.name, position)
        for number, page in enumerate(pages_by_number(shards))
        for field in FIELDS
        for position, term in field.placed(field.text(page))
    )
    found = Counter(
        (place.term, place.document, place.field, position)
        for place in places_of(shards)
        for position in place.positions
    )
    assert found == expected


def test_the_postings_are_those_of_whoosh(shards: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    """Term by term and field by field, out of an index that Whoosh itself stored and read."""
    reader = whoosh_reader(pages_by_number(shards), str(tmp_path))
    names = {field.name: name_in_whoosh(which) for which, field in enumerate(FIELDS)}
    by_term: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for place in places_of(shards):
        by_term.setdefault((names[place.field], place.term), []).append((place.document, place.count))
    whoosh_terms = {
        (name, term.decode()) for name in reader.indexed_field_names() for term in reader.lexicon(name)
    }
    assert set(by_term) == whoosh_terms
    for (field, term), postings in by_term.items():
        assert list(reader.postings(field, term).items_as("frequency")) == postings
        assert reader.doc_frequency(field, term) == len(postings)
    reader.close()


def test_lengths_are_told_in_steps_that_miss_them_by_little(shards: dict[str, dict[str, Any]]) -> None:
    text = next(field for field in FIELDS if field.form is Form.TEXT)
    for number, page in enumerate(pages_by_number(shards)):
        exact = len(text.placed(text.text(page)))
        told = length_of(shards["manifest"], number)
        assert abs(told - exact) <= 0.5 + 0.2 * exact
    for field, entry in zip(FIELDS, shards["manifest"]["fields"], strict=True):
        assert entry["name"] == field.name
        assert entry["terms"] == sum(len(field.placed(field.text(page))) for page in PAGES)


def test_terms_of_one_stem_are_linked_where_they_stand_in_one_file(shards: dict[str, dict[str, Any]]) -> None:
    linked = 0
    for number in range(len(shards["manifest"]["shards"]["terms"])):
        entries = entries_of(shards[f"terms-{number}"])
        family = families(terms := [one.term for one in entries], stems_of(terms)).tolist()
        for at, entry in enumerate(entries):
            before = [one for one in range(at) if family[one] == family[at]]
            assert entry.back == (at - before[-1] if before else 0), entry.term
            linked += entry.back > 0
    assert linked > 10


def test_few_families_are_cut_in_two() -> None:
    """Only where a file would grow to half as much again."""
    one = _linked(shards_of(export(PAGES, shard_bytes=1 << 20)))
    cut = _linked(shards_of(export(PAGES, shard_bytes=SMALL_SHARDS)))
    assert cut >= 0.9 * one


def _linked(shards: dict[str, dict[str, Any]]) -> int:
    numbers = range(len(shards["manifest"]["shards"]["terms"]))
    return sum(entry.back > 0 for number in numbers for entry in entries_of(shards[f"terms-{number}"]))


def test_the_same_pages_give_the_same_bytes_in_any_order() -> None:
    shuffled = list(PAGES)
    random.Random(4).shuffle(shuffled)  # noqa: S311 a fixed shuffle, no secret
    assert export(shuffled) == export(PAGES)


def test_what_was_kept_changes_no_byte(tmp_path: Path) -> None:
    """An index of other pages was made before, and this one, and a page of it was another."""
    changed = (SearchPage(url=PAGES[0].url, title="Changed", kind="page"), *PAGES[1:])
    for pages in (PAGES[:9], PAGES, changed):
        assert export(pages, Kept(tmp_path)) == export(pages)
    assert Kept(tmp_path).result("search-index", "0" * 64, lambda: "made") == "made"


def test_an_edit_makes_one_part_anew(tmp_path: Path) -> None:
    many = [
        SearchPage(f"p/{number}.html", f"Page {number}", "page", body="one " * 5) for number in range(1100)
    ]
    export(many, Kept(tmp_path))
    many[3] = SearchPage("p/3.html", "Page 3", "page", body="another")
    kept = Kept(tmp_path)
    export(many, kept)
    assert (kept.made["search-index"], kept.reused["search-index"]) == (1, 7)


def test_terms_are_laid_alike_in_few_slices_and_in_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slice holds some of the words of a title, and each tells how many follow it there."""
    whole = export(PAGES)
    for postings in (1, 7, 100):
        monkeypatch.setattr(term_shards, "SLICE", postings)
        assert export(PAGES) == whole


def test_any_number_of_cores_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(term_shards, "SLICE", 100)
    monkeypatch.setenv(CORES, "1")
    whole = export(PAGES)
    for cores in (2, 3):
        monkeypatch.setenv(CORES, str(cores))
        assert export(PAGES) == whole


def test_every_shard_names_the_build_and_one_changed_word_changes_it(
    shards: dict[str, dict[str, Any]],
) -> None:
    assert {shard["build"] for shard in shards.values()} == {shards["manifest"]["build"]}
    changed = SearchPage(url=PAGES[0].url, title="Changed", kind="page")
    other = shards_of(export((changed, *PAGES[1:])))
    assert other["manifest"]["build"] != shards["manifest"]["build"]


def test_the_manifest_tells_where_each_string_stands(shards: dict[str, dict[str, Any]]) -> None:
    """Sorted as JavaScript compares, and no file that the manifest does not name."""
    listed = shards["manifest"]["shards"]
    named = {"manifest", *(f"facet-{name}" for name in shards["manifest"]["facets"])}
    for family in ("terms", "positions", "spelling"):
        files = [f"{family}-{number}" for number in range(len(listed[family]))]
        runs = [[*strings_of(bits_of(shards[name]["data"]), shards[name]["terms"])] for name in files]
        flat = [string for run in runs for string in run]
        assert flat == sorted(set(flat), key=utf16_order)
        for run, begin, before in zip(runs, listed[family], [[""], *runs], strict=False):
            assert utf16_order(before[-1]) <= utf16_order(begin) <= utf16_order(run[0])
        named |= set(files)
    assert urls_of(shards) != []
    assert sorted(urls_of(shards)) == [page.url for page in PAGES]
    assert set(shards) == named | {f"documents-{number}" for number in range(len(listed["documents"]))}


def test_pages_about_the_same_lie_together() -> None:
    """Two pages that say most of a word that few have are neighbours, wherever their addresses stand."""
    pages = [
        SearchPage(f"{number:02}.html", "Page", "page", body=f"{word} {word} {word} and more")
        for number, word in enumerate(("lighthouse", "ferry", "lamp", "harbour", "boat", "fog") * 2)
    ]
    urls = urls_of(shards_of(export(pages)))
    together = [
        abs(urls.index(f"{number:02}.html") - urls.index(f"{number + 6:02}.html")) for number in range(6)
    ]
    assert together == [1] * 6


def test_a_small_archive_has_its_whole_texts(shards: dict[str, dict[str, Any]]) -> None:
    bodies = {
        url: "\n\n".join(document[4] or () if len(document) > 4 else ())
        for url, document in zip(
            urls_of(shards),
            (
                one
                for number in range(len(shards["manifest"]["shards"]["documents"]))
                for one in shards[f"documents-{number}"]["documents"]
            ),
            strict=True,
        )
    }
    assert bodies == {page.url: page.body for page in PAGES}


def test_a_text_that_may_not_be_shown_has_neither_places_nor_counts() -> None:
    shards = shards_of(export((*PAGES, UNSHOWN)))
    found = [place for place in places_of(shards) if place.field == "unshown"]
    assert {place.term for place in found} == {"beneath", "harbour", "lamp", "the"}
    assert {(place.count, place.positions) for place in found} == {(1, ())}
    assert "beneath" not in str(shards["documents-0"])


def test_facets_have_the_documents_of_each_value() -> None:
    pages = [
        SearchPage("a.html", "A", "source", people=("Ines Varga", "Tom Lind"), sources=("One",), year="1999"),
        SearchPage("b.html", "B", "source", people=("Ines Varga",), sources=("One", "Two"), year="2001"),
        SearchPage("c.html", "Ines Varga", "person", year="1999"),
    ]
    shards = shards_of(export(pages))
    urls = urls_of(shards)
    assert shards["manifest"]["facets"] == ["source", "person", "year"]
    read_back = {}
    for facet in shards["manifest"]["facets"]:
        bits = bits_of(shards[f"facet-{facet}"]["data"])
        for value in shards[f"facet-{facet}"]["values"]:
            count = bits.gamma()
            document, found = -1, []
            for _ in range(count):
                document += bits.rice(parameter(3, count)) + 1
                found.append(urls[document])
            read_back[facet, value] = sorted(found)
    assert read_back == {
        ("source", "One"): ["a.html", "b.html"],
        ("source", "Two"): ["b.html"],
        ("person", "Ines Varga"): ["a.html", "b.html", "c.html"],
        ("year", "1999"): ["a.html", "c.html"],
        ("year", "2001"): ["b.html"],
    }


def test_a_string_that_ends_a_line_in_old_javascript_is_escaped() -> None:
    page = SearchPage(url="a.html", title="A", kind="page", body="one\u2028two </script>")
    files = export((page,))
    assert all("\u2028" not in text_of(content) for content in files.values())
    assert shards_of(files)["documents-0"]["documents"][0][4] == [page.body]


def test_a_shard_is_written_in_the_smaller_encoding() -> None:
    files = export(PAGES)
    assert not files["search/documents-0.js"].startswith(b"\xff\xfe")
    assert files["search/terms-0.js"].startswith(b"\xff\xfe")


def test_no_pages_give_an_index_that_finds_nothing() -> None:
    assert list(shards_of(export(()))) == ["manifest"]


def test_two_pages_of_one_address_are_refused() -> None:
    page = SearchPage(url="a.html", title="A", kind="page")
    other = SearchPage(url="a.html", title="B", kind="page")
    with pytest.raises(ValueError, match=r"^two pages have the address 'a\.html': 'A' and 'B'$"):
        export((page, other))


def test_a_page_without_a_title_is_refused() -> None:
    with pytest.raises(ValueError, match="an address and a title"):
        SearchPage(url="a.html", title=" ", kind="page")


def test_the_contract_is_what_the_export_and_the_oracle_give() -> None:
    """After a change that is meant: python -m tests.search_index.contract."""
    now = accepted(CONTRACT)
    assert now["files"] == CONTRACT["files"]
    assert now["pages"] == CONTRACT["pages"]


def test_the_contract_of_the_answers_has_the_files_that_the_export_gives() -> None:
    contract = read("answers.json")
    assert answered(contract) == contract
