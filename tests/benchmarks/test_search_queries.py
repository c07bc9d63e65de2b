"""Queries are what readers could type: words that stand together on a page, neither everywhere nor once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest

from benchmarks.search_forms import as_html, write_documents, write_site
from benchmarks.search_pages import film_pages
from benchmarks.search_queries import PHRASES, Queries, drawn_queries
from plugins.search_index.page import SearchPage


@pytest.fixture(scope="module")
def pages() -> tuple[SearchPage, ...]:
    return film_pages(300)


@pytest.fixture(scope="module")
def queries(pages: Sequence[SearchPage]) -> Queries:
    return drawn_queries(pages, seed=1)


def test_the_same_queries_are_drawn_each_time(pages: Sequence[SearchPage], queries: Queries) -> None:
    assert drawn_queries(pages, seed=1) == queries
    assert drawn_queries(pages, seed=2) != queries


def test_twenty_queries_have_each_number_of_words(queries: Queries) -> None:
    assert [len(one.split()) for one in queries.words] == [1] * 20 + [2] * 20 + [3] * 20


def test_the_words_of_a_query_stand_together_on_a_page(pages: Sequence[SearchPage], queries: Queries) -> None:
    bodies = [set(page.body.lower().split()) for page in pages]
    found = [any(set(query.split()) <= body for body in bodies) for query in queries.words]
    # Some stand only before a comma, which this test does not cut off.
    assert sum(found) > 0.8 * len(found)


def test_no_word_of_a_query_is_small_or_stands_on_most_pages(
    pages: Sequence[SearchPage], queries: Queries
) -> None:
    for word in {word for query in queries.words for word in query.split()}:
        assert len(word) >= 4
        assert sum(word in page.body.lower().split() for page in pages) <= 0.1 * len(pages)


def test_phrases_are_quoted_and_stand_in_a_text(pages: Sequence[SearchPage], queries: Queries) -> None:
    assert len(queries.phrases) == PHRASES
    for phrase in queries.phrases:
        assert phrase[0] == phrase[-1] == '"'
        assert any(phrase.strip('"') in page.body.lower() for page in pages)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_all_searches_get_the_same_texts(pages: Sequence[SearchPage], tmp_path: Path) -> None:
    some = pages[:5]
    write_site(some, tmp_path / "site")
    write_documents(some, tmp_path / "documents.json")
    documents = json.loads((tmp_path / "documents.json").read_text("utf-8"))
    for page, document in zip(some, documents, strict=True):
        parser = _Text()
        parser.feed((tmp_path / "site" / page.url).read_text("utf-8"))
        for text in (page.title, page.summary, *page.body.split("\n\n")):
            assert text in parser.texts
        assert document["text"].endswith(page.body)
        assert (document["url"], document["title"]) == (page.url, page.title)
        assert document["people"].split(", ") == list(page.people)


def test_signs_of_html_are_escaped() -> None:
    page = SearchPage("films/x.html", "Salt & <Rope>", "work", body="5 < 6", year="1931")
    html = as_html(page)
    assert "<h1>Salt &amp; &lt;Rope&gt;</h1>" in html
    assert "<p>5 &lt; 6</p>" in html
