"""Which terms a misspelt word may mean."""

from __future__ import annotations

from plugins.incremental.kept import Kept
from plugins.search_index.fields import FIELDS
from plugins.search_index.inverted import put_together, utf16_order
from plugins.search_index.page import SearchPage
from plugins.search_index.parts import parts_of
from plugins.search_index.spelling import spellable


def spelt(*pages: SearchPage) -> list[str]:
    ordered = sorted(pages, key=lambda page: page.url)
    return spellable(put_together(parts_of(ordered, Kept())), FIELDS)


def page(number: int, body: str = "", title: str = "It") -> SearchPage:
    return SearchPage(f"{number:03}.html", title, "page", body=body)


def test_a_term_stands_there_forwards_and_backwards() -> None:
    assert spelt(page(1, title="Varga")) == ["<agrav0", "varga0"]


def test_what_three_pages_have_may_be_meant_and_what_two_have_may_be_a_slip() -> None:
    three = [page(number, "lighthouse") for number in range(3)]
    assert "lighthouse1" in spelt(*three)
    assert "lighthouse1" not in spelt(*three[:2])


def test_a_word_of_a_name_may_always_be_meant() -> None:
    assert "agnes0" in spelt(SearchPage("a.html", "It", "person", names=("Agnes",)))


def test_no_short_word_and_no_number() -> None:
    assert spelt(page(1, title="It 1984 Ox B52 R2D2")) == []


def test_the_digit_tells_how_many_pages_have_a_term() -> None:
    found = spelt(*(page(number, "fog " * 9 + ("quay" if number < 8 else "")) for number in range(1030)))
    assert {"fog9", "quay3"} <= set(found)


def test_they_are_sorted_as_the_browser_compares() -> None:
    found = spelt(page(1, title="Ändern \U00010437\U00010438\U00010439 \uff21bend Zebra <old"))
    assert found == sorted(found, key=utf16_order)
    assert len(found) == len(set(found)) == 10
