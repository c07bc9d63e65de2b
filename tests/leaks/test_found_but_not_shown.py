"""The index of a text that may not be shown is one of its words: nobody can put them in order again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.archive.settings import Settings
from plugins.entity_pages.findable import findable_pages
from plugins.entity_pages.unshown import unshown_words
from plugins.leaks.index_entries import Entry, Manifest, entry_of, shard_of
from plugins.leaks.protected import Protected
from plugins.leaks.scan import leaks_in
from plugins.leaks.search_files import SearchFiles, values_in
from plugins.search_index.export import export
from plugins.search_index.page import SearchPage
from tests.entity_pages.test_unshown import FILLING
from tests.leaks.planting import BODY
from tests.leaks.test_search_files import text_of
from tests.making import ARCHIVE, document, flow_over, front_matter, write_archive

TEXT = f"{BODY}\n{FILLING}\n"
"""Long enough to be found, with words that come once and words that come often."""

REVIEW = "sources/harbour-review.html"


def pages_with(folder: Path, text: str, rights: str = "summary") -> tuple[SearchPage, ...]:
    """The findable pages of the small archive with this text for its review, of which no fact is told."""
    record = {
        **{key: value for key, value in ARCHIVE["sources/harbour-review.md"].items() if key != "facts"},
        "rights": rights,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    files: dict[str, str | bytes] = {
        "sources/harbour-review.md": front_matter(record),
        "sources/harbour-review.txt": text,
    }
    return findable_pages(flow_over(write_archive(folder, files)).sound_value("site"))


def told_of(text: str) -> tuple[str, ...]:
    return unshown_words(document(text), Settings(Path("content")))


def indexed(words: tuple[str, ...]) -> dict[str, bytes]:
    """The index of a site with nothing but that text."""
    page = SearchPage(REVIEW, "A harbour made of tin", "source", summary="Ours.", unshown=" ".join(words))
    return export((page,))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_the_same_words_in_any_order_and_any_number_give_the_same_bytes(random: object) -> None:
    """So the index cannot tell which of all these texts it is from."""
    words = TEXT.split()
    other = [*words, *random.choices(words, k=99)]  # type: ignore[attr-defined]
    random.shuffle(other)  # type: ignore[attr-defined]
    assert told_of(TEXT)
    assert indexed(told_of(" ".join(other))) == indexed(told_of(TEXT))


@pytest.fixture(scope="module", params=["summary", "excerpt"])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The index of the small archive, whose one review may be found and not be shown."""
    return export(pages_with(tmp_path_factory.mktemp("found"), TEXT, request.param))


def test_a_stranger_reads_which_words_there_are_and_nothing_of_their_order(files: dict[str, bytes]) -> None:
    """No word of the list has a place or a count, in any file."""
    entries = dict(entries_of(files))
    unshown = names_of(files).index("unshown")
    listed = {term: one for term, entry in entries.items() for one in entry.told if one.field == unshown}
    assert tuple(sorted(listed)) == told_of(TEXT)
    assert {(one.count, one.places) for one in listed.values()} == {(1, ())}
    assert all(one.field != unshown for entry in entries.values() for one in entry.apart)


def test_no_two_neighbours_of_the_text_stand_together_in_any_file(files: dict[str, bytes]) -> None:
    """But in what we say ourselves: names of one word or two, and our summary of five."""
    known = Protected([document(TEXT, "harbour-review")], Settings(Path("content")))
    search = SearchFiles(known)
    for name, data in files.items():
        for value in values_in(text_of(data)):
            search.add(value, name)
    put_together = list(search.texts())
    assert put_together
    assert "unshown" not in {one.field for one in put_together}
    assert [run for one in put_together for run in known.runs_in(one.codes)] == []


def test_the_scanner_lets_the_list_pass_and_no_more(files: dict[str, bytes], tmp_path: Path) -> None:
    """The same index with the text as the body of its page is a leak, even without the body itself."""
    protected = document(TEXT, "harbour-review")
    found = written(tmp_path / "found", files)
    assert leaks_in(found, (protected,), Settings(Path("content"))).problems == ()
    page = SearchPage(REVIEW, "A harbour made of tin", "source", body=TEXT)
    placed = {name: data for name, data in export((page,)).items() if "documents" not in name}
    report = leaks_in(written(tmp_path / "placed", placed), (protected,), Settings(Path("content")))
    assert {one.code for one in report.problems} == {"LEAKED-INDEX", "LEAKED-SHARE"}


def written(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def values_of(files: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    for data in files.values():
        yield from values_in(text_of(data))


def manifest_of(files: Mapping[str, bytes]) -> Manifest:
    (manifest,) = (one for value in values_of(files) if (one := Manifest.of(value)))
    return manifest


def names_of(files: Mapping[str, bytes]) -> tuple[str, ...]:
    return manifest_of(files).names


def entries_of(files: Mapping[str, bytes]) -> Iterator[tuple[str, Entry]]:
    """Every term of an index with what its files tell of it."""
    for name, data in files.items():
        if "terms" in name:
            for value in values_in(text_of(data)):
                shard = shard_of(value["terms"], value["data"], links=True)
                for term, bits in zip(shard.terms, shard.entries, strict=True):
                    yield term, entry_of(bits, manifest_of(files))
