"""The files of the index against the pages that they were made of, and against Whoosh's own reader."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from plugins.search_index.analyzer import placed_terms
from plugins.search_index.export import export
from plugins.search_index.fields import FIELDS
from plugins.search_index.page import SearchPage
from plugins.search_index.shard import SHARD_BYTES
from plugins.search_index.whoosh_index import utf16_order, whoosh_reader
from tests.search_index.contract import SMALL_SHARDS, accepted, pages_of, read
from tests.search_index.reading import Place, places_of, shards_of

CONTRACT = read("ranking.json")
PAGES = tuple(sorted(pages_of(CONTRACT), key=lambda page: page.url))


@pytest.fixture(scope="module", params=[SMALL_SHARDS, SHARD_BYTES], ids=["many shards", "few shards"])
def shards(request: pytest.FixtureRequest) -> dict[str, dict[str, Any]]:
    return shards_of(export(PAGES, request.param))


def test_every_word_of_every_field_is_there_with_its_positions(shards: dict[str, dict[str, Any]]) -> None:
    """Nothing more and nothing less than the analyzer finds in the pages."""
    expected = {
        (term, number, field.name, position)
        for number, page in enumerate(PAGES)
        for field in FIELDS
        for position, term in placed_terms(field.text(page))
    }
    found = [
        (place.term, place.document, place.field, position)
        for place in places_of(shards)
        for position in place.positions
    ]
    assert len(found) == len(set(found))
    assert set(found) == expected


def test_the_postings_are_those_of_whoosh(shards: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    """Term by term and field by field: the same documents, counts and document frequencies."""
    reader = whoosh_reader(PAGES, str(tmp_path))
    by_term: dict[tuple[str, str], list[Place]] = {}
    for place in places_of(shards):
        by_term.setdefault((place.field, place.term), []).append(place)
    whoosh_terms = {
        (name, term.decode()) for name in reader.indexed_field_names() for term in reader.lexicon(name)
    }
    assert set(by_term) == whoosh_terms
    for (field, term), places in by_term.items():
        matcher = reader.postings(field, term)
        counts = list(matcher.items_as("frequency"))
        assert counts == [(place.document, len(place.positions)) for place in places]
        assert reader.doc_frequency(field, term) == len(places)
    reader.close()


def test_the_lengths_are_exact(shards: dict[str, dict[str, Any]]) -> None:
    """Whoosh keeps lengths in one byte; the manifest counts every term."""
    for field, entry in zip(FIELDS, shards["manifest"]["fields"], strict=True):
        assert entry["name"] == field.name
        assert entry["lengths"] == [len(placed_terms(field.text(page))) for page in PAGES]


def test_the_same_pages_give_the_same_bytes_in_any_order() -> None:
    shuffled = list(PAGES)
    random.Random(4).shuffle(shuffled)  # noqa: S311 a fixed shuffle, no secret
    assert export(tuple(shuffled)) == export(PAGES)


def test_every_shard_names_the_build_and_one_changed_word_changes_it(
    shards: dict[str, dict[str, Any]],
) -> None:
    assert {shard["build"] for shard in shards.values()} == {shards["manifest"]["build"]}
    changed = SearchPage(url=PAGES[0].url, title="Changed", kind="page")
    other = shards_of(export((changed, *PAGES[1:])))
    assert other["manifest"]["build"] != shards["manifest"]["build"]


def test_the_ranges_in_the_manifest_are_those_of_the_shards(shards: dict[str, dict[str, Any]]) -> None:
    """Sorted as JavaScript compares, without overlap, and no file that the manifest does not name."""
    listed = shards["manifest"]["shards"]
    named = {"manifest"}
    for family, key in (("terms", "terms"), ("names", "names")):
        held = [shards[entry["name"]][key] for entry in listed[family]]
        assert [(run[0], run[-1]) for run in held] == [(one["first"], one["last"]) for one in listed[family]]
        flat = [string for run in held for string in run]
        assert flat == sorted(set(flat), key=utf16_order)
        named |= {entry["name"] for entry in listed[family]} | {
            e.get("positions", "manifest") for e in listed[family]
        }
    documents = [one for entry in listed["documents"] for one in shards[entry["name"]]["documents"]]
    assert [one["url"] for one in documents] == [page.url for page in PAGES]
    assert set(shards) == named | {entry["name"] for entry in listed["documents"]}


def test_a_string_that_ends_a_line_in_old_javascript_is_escaped() -> None:
    page = SearchPage(url="a.html", title="A", kind="page", body="one\u2028two </script>")
    assert all("\u2028" not in content.decode() for content in export((page,)).values())
    assert shards_of(export((page,)))["documents-0"]["documents"][0]["body"] == page.body


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
