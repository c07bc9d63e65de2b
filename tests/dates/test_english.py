"""Dates in words: as precise as they are written, and no more."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.dates.english import in_words, machine_form
from tests.drawers import cases

SIGNS = st.text(alphabet="0123456789X-?~%/.[]{}, T", max_size=24)
PARTS = st.lists(
    st.sampled_from(["2013", "19XX", "-", "06", "21", "31", "?", "~", "%", "/", "..", "[", "]", ","])
).map("".join)


@cases("dates")
def test_a_date_has_the_words_of_the_cases(case: dict[str, Any]) -> None:
    """None stands for a date that is refused."""
    try:
        words = in_words(Edtf.parse(case["text"]))
    except UnreadableDate:
        words = None
    assert words == case["expected"]


@settings(deadline=None)
@given(st.one_of(st.text(), SIGNS, PARTS))
def test_every_date_that_is_read_can_be_put_into_words(written: str) -> None:
    """And whatever else is written is refused, never stumbled over."""
    try:
        date = Edtf.parse(written)
    except UnreadableDate:
        return
    words = in_words(date)
    assert words == words.strip()
    assert not any(sign in words for sign in "?~%[]{}/X")


@settings(deadline=None)
@given(st.dates())
def test_a_day_is_said_with_its_month_and_year(day: Any) -> None:
    date = Edtf.parse(day.isoformat())
    assert in_words(date) == f"{day.day} {day:%B} {day.year:04}"
    assert machine_form(date) == day.isoformat()


@pytest.mark.parametrize("written", ["2004", "2004-11", "2004-11-02"])
def test_html_has_a_form_for_plain_dates(written: str) -> None:
    assert machine_form(Edtf.parse(written)) == written


@pytest.mark.parametrize("written", ["2004~", "2004-21", "2004-11-XX", "[2003,2004]", "2003/2004", "200X"])
def test_html_has_no_form_for_any_other(written: str) -> None:
    assert machine_form(Edtf.parse(written)) is None
