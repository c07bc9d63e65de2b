"""The titles that searches fall over bring their film first, typed in any sensible way."""

from __future__ import annotations

from collections import Counter

import pytest

from evaluation.floors import below, read_floors
from evaluation.search import Measured, floors_of_search, measure_search
from evaluation.search_engines import OURS, find_node, our_search
from evaluation.search_hard_titles import HARD_TITLES, NAME, read_hard_titles
from plugins.archive.errors import SettingFault

LEAST = 0.95
"""The share of typed forms for which the film must come first."""


@pytest.fixture(scope="module")
def measured() -> Measured:
    try:
        find_node()
    except SettingFault as fault:
        pytest.skip(str(fault))
    return measure_search(read_hard_titles(HARD_TITLES), (our_search(),), with_misses=True)


def test_hard_titles_come_first(measured: Measured) -> None:
    first = measured.collection.columns[0]
    share = measured.figure(OURS, first)
    missed = [miss.question.text for miss in measured.misses]
    assert share is not None
    assert share >= LEAST, missed


def test_hard_titles_are_found_no_worse_than_before(measured: Measured) -> None:
    pinned = read_floors()[NAME]
    now = floors_of_search(measured)
    assert now.digest == pinned.digest, "the titles have changed: `invoke evaluate search --peers none --pin`"
    assert below(now, pinned) == ()


def test_each_form_means_one_film() -> None:
    counts = Counter(question.text for question in read_hard_titles(HARD_TITLES).questions)
    assert [text for text, count in counts.items() if count > 1] == []


def test_no_distracting_page_bears_a_title_that_is_typed() -> None:
    collection = read_hard_titles(HARD_TITLES)
    typed = {question.text.casefold() for question in collection.questions}
    others = {page.title.casefold() for page in collection.pages if page.url.startswith("others/")}
    assert len(others) > 900
    assert typed & others == set()
