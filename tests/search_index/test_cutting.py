"""Where files end, and what tells them apart."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from plugins.search_index.cutting import PATIENCE, crossings, cuts
from plugins.search_index.separators import separator, separators

SIZES = st.lists(st.integers(1, 40), max_size=60)
STRINGS = st.lists(st.text("abß\U00010437", max_size=5), unique=True, min_size=1, max_size=30).map(sorted)


@given(SIZES, st.integers(1, 90), st.integers(1, 20), st.data())
def test_runs_hold_everything_once_and_in_order(
    sizes: list[int], least: int, most: int, data: st.DataObject
) -> None:
    bounds = st.lists(st.integers(0, 2), min_size=len(sizes), max_size=len(sizes))
    runs = cuts(sizes, least, most, data.draw(st.none() | bounds.map(np.array)))
    assert [at for first, end in runs for at in range(first, end)] == list(range(len(sizes)))
    assert all(first < end for first, end in runs)


@given(SIZES, st.integers(1, 90), st.integers(1, 20))
def test_there_are_no_more_runs_than_allowed(sizes: list[int], least: int, most: int) -> None:
    assert len(cuts(sizes, least, most)) <= most


def test_a_run_ends_when_it_is_full() -> None:
    assert cuts([4, 4, 4, 4, 4], 8, 99) == [(0, 2), (2, 4), (4, 5)]


def test_runs_grow_where_there_would_be_too_many() -> None:
    assert cuts([1] * 100, 2, 4) == [(0, 25), (25, 50), (50, 75), (75, 100)]
    assert cuts([1] * 100, 30, 4) == [(0, 30), (30, 60), (60, 90), (90, 100)]


def test_what_is_large_does_not_drag_small_things_along() -> None:
    assert cuts([2, 90, 2], 8, 99) == [(0, 1), (1, 2), (2, 3)]


def test_a_run_waits_for_a_place_where_nothing_is_cut_in_two() -> None:
    assert cuts([2] * 8, 8, 99, np.array([0, 0, 0, 0, 1, 0, 0, 0])) == [(0, 5), (5, 8)]


def test_but_not_for_ever() -> None:
    runs = cuts([1] * 40, 8, 99, np.ones(40, dtype=int))
    assert {end - first for first, end in runs[:-1]} == {int(8 * PATIENCE)}


def test_a_few_bytes_more_move_few_cuts() -> None:
    """Where files have to grow, they grow in steps; behind an edit cuts soon fall where they fell."""
    sizes = [13 + at * at % 89 for at in range(20_000)]
    before = cuts(sizes, 100, 300)
    moved = [
        len(set(cuts([*sizes[:at], sizes[at] + 5, *sizes[at + 1 :]], 100, 300)) - set(before))
        for at in range(50, 20_000, 1_000)
    ]
    assert max(moved) < len(before)
    assert sum(moved) / len(moved) < len(before) / 5


def test_nothing_has_no_runs() -> None:
    assert cuts([], 8, 99) == []


@given(st.lists(st.integers(0, 5), max_size=30))
def test_crossings_count_the_links_over_each_cut(steps: list[int]) -> None:
    back = np.array([min(step, at) for at, step in enumerate(steps)], dtype=int)
    counted = [
        sum(1 for at, step in enumerate(back) if at - step < cut <= at and step > 0)
        for cut in range(len(back))
    ]
    assert crossings(back).tolist() == counted


@given(STRINGS)
def test_a_separator_sorts_behind_the_one_and_not_behind_the_other(strings: list[str]) -> None:
    for before, after in pairwise(strings):
        between = separator(before, after)
        assert before < between <= after
        assert all(after[:size] <= before for size in range(len(between))), "and it is the shortest"


@given(STRINGS, st.integers(1, 7))
def test_separators_tell_in_which_run_a_string_stands(strings: list[str], size: int) -> None:
    runs = [strings[at : at + size] for at in range(0, len(strings), size)]
    begins = separators(runs)
    for number, run in enumerate(runs):
        for string in run:
            assert max(at for at, begin in enumerate(begins) if begin <= string) == number


def test_no_runs_have_no_separators() -> None:
    assert separators([]) == []
