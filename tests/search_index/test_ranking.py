"""What readers would insist on, and the rankings that the browser is held to."""

from __future__ import annotations

from typing import Any

import pytest

from tests.search_index.contract import pages_of, read
from tests.search_index.oracle import ranked

CONTRACT = read("ranking.json")
PAGES = pages_of(CONTRACT)
CASES: list[dict[str, Any]] = CONTRACT["cases"]


def _label(case: dict[str, Any]) -> str:
    return f"{case['label']} ({case['query']})"


@pytest.mark.parametrize("case", CASES, ids=_label)
def test_the_contract_ranks_as_the_reference_does(case: dict[str, Any]) -> None:
    """The same pages in the same order; node holds the client to the same list."""
    hits = ranked(PAGES, case["query"])
    assert [[hit.url, hit.signal] for hit in hits] == [[url, signal] for url, signal, _ in case["ranked"]]
    assert [hit.score for hit in hits] == pytest.approx([score for _, _, score in case["ranked"]], abs=1e-9)


@pytest.mark.parametrize("case", [case for case in CASES if case["first"]], ids=_label)
def test_the_page_that_a_reader_means_comes_first(case: dict[str, Any]) -> None:
    assert case["ranked"][0][0] == case["first"]


def test_a_page_with_all_words_comes_before_one_with_some() -> None:
    urls = [hit.url for hit in ranked(PAGES, "letters silence ")]
    assert urls[0] == "sources/archive-essay.html"
    assert len(urls) > 1
