"""Lists of pages: with the voice of each person and character, unless there are too many to be drawn."""

from __future__ import annotations

import pytest

from plugins.entity_pages.views import Card, PageView, Ref
from tests.entity_pages.sample import render


def listed(kind: str, count: int) -> str:
    cards = tuple(
        Card(Ref(f"p{number}", f"people/p{number}.html", f"Person {number}", kind), "In one text.")
        for number in range(count)
    )
    return render(PageView("people.html", "listing.html", "People", "Who is in it.", cards=cards)).html


@pytest.mark.parametrize(("count", "drawn"), [(1, 1), (1000, 1000), (1001, 0)])
def test_people_have_their_voices_in_a_list_that_is_not_too_long(count: int, drawn: int) -> None:
    """Those of thousands are most of the page."""
    html = listed("person", count)
    assert html.count('<svg class="voice') == drawn
    assert html.count('class="entry"') == count
    assert ('class="entries undrawn"' in html) == (drawn == 0)


def test_whatever_else_is_listed_tells_its_kind_however_many_there_are() -> None:
    html = listed("source", 1001)
    assert html.count('<p class="entry-rail kind">source</p>') == 1001
    assert "undrawn" not in html
