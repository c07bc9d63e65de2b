"""How much of each page excerpts may be cut from, and which pages are indexed together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.incremental.kept import Kept
from plugins.search_index.page import SearchPage
from plugins.search_index.parts import parts_of
from plugins.search_index.rooms import PAGES, ROOM, room_of_all, room_of_each

LENGTHS = st.lists(st.integers(0, ROOM // 2), min_size=1, max_size=60)


def spent(lengths: list[int], room: int | None) -> int:
    return sum(length if room is None else min(length, room) for length in lengths)


@pytest.mark.parametrize("lengths", [[], [0], [ROOM // 2], [ROOM // 5] * 4])
def test_where_all_texts_fit_each_may_be_whole(lengths: list[int]) -> None:
    assert room_of_each(lengths) is None


@given(LENGTHS)
def test_all_together_never_keep_more_than_there_is_room_for(lengths: list[int]) -> None:
    room = room_of_each(lengths)
    assert spent(lengths, room) <= room_of_all(len(lengths))
    assert (room is None) == (sum(lengths) <= room_of_all(len(lengths)))


@given(st.lists(st.integers(1, ROOM), min_size=2, max_size=40).filter(lambda lengths: sum(lengths) > ROOM))
def test_the_next_step_would_be_too_much(lengths: list[int]) -> None:
    room = room_of_each(lengths)
    assert room is not None
    assert spent(lengths, round(room * 2**0.25) + 1) > room_of_all(len(lengths))


def test_the_room_falls_in_steps_so_that_few_edits_move_it() -> None:
    assert len({room_of_each([3_000 + more] * 1_000) for more in range(500)}) == 1


def test_one_page_longer_than_all_the_room_keeps_most_of_it() -> None:
    room = room_of_each([ROOM * 3])
    assert room is not None
    assert ROOM / 2 < room <= ROOM


def test_a_page_keeps_less_the_more_there_are_and_never_nothing() -> None:
    rooms = [room_of_each([2_500] * pages) or 2_500 for pages in (100, 1_000, 10_000, 100_000)]
    assert rooms == sorted(rooms, reverse=True)
    assert (rooms[0], rooms[-1] >= 32) == (2_500, True)


def test_a_page_is_in_one_part_and_a_new_page_moves_no_other() -> None:
    pages = [SearchPage(f"p/{number:03}.html", f"Page {number}", "page") for number in range(PAGES + 9)]
    before = _members(pages)
    after = _members([*pages, SearchPage("q/new.html", "New", "page")])
    assert len(before) == 2
    assert sorted(url for part in before for url in part) == [page.url for page in pages]
    assert [part - {"q/new.html"} for part in after] == before


def _members(pages: list[SearchPage]) -> list[set[str]]:
    return [{pages[number].url for number in part.pages} for part in parts_of(pages, Kept())]
