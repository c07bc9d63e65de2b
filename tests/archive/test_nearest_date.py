"""The date that somebody meant who wrote no EDTF."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.edtf import Edtf
from plugins.archive.nearest_date import date_fault, nearest_dates


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12/25/2013", ("2013-12-25",)),
        ("10/12/2013", ("2013-10-12", "2013-12-10")),
        ("25.12.2013", ("2013-12-25",)),
        ("2013/10/12", ("2013-10-12",)),
        ("2013-13-01", ("2013-01-13",)),
        ("2013-2-3", ("2013-02-03",)),
        ("2013-02-30", ("2013-02",)),
        ("2013-10-12T20:00", ("2013-10-12",)),
        ("December 2013", ("2013-12",)),
        ("25th of December, 2013", ("2013-12-25",)),
        ("Dec. 25, 2013", ("2013-12-25",)),
        ("20 November", ("XXXX-11-20",)),
        ("summer 2013", ("2013-22",)),
        ("Fall of 2013", ("2013-23",)),
        ("c. 1921", ("1921~",)),
        ("circa spring 1921", ("1921-21~",)),
        ("1921 (?)", ("1921?",)),
        ("probably 1921", ("1921?",)),
        ("the 1920s", ("192X",)),
        ("20th century", ("19XX",)),
        ("1921-1923", ("1921/1923",)),
        ("May to July 1921", ("1921-05/1921-07",)),
        ("2012-06-21 to 2012-06-24", ("2012-06-21/2012-06-24",)),
        ("before 1921", ("[..1921]",)),
        ("since May 1921", ("1921-05/..",)),
        ("1921 or 1922", ("[1921,1922]",)),
        ("(1926)", ("1926",)),
        ("28. Dezember 1888", ("1888-12-28",)),
        ("März 1922", ("1922-03",)),
        ("Sommer 1921", ("1921-22",)),
        ("um 1921", ("1921~",)),
        ("vor 1921", ("[..1921]",)),
        ("1920er Jahre", ("192X",)),
        ("yesterday", ()),
        ("31/04/1921", ()),
        ("0000-00-00", ()),
    ],
)
def test_what_people_write_for_a_date_has_its_edtf(written: str, meant: tuple[str, ...]) -> None:
    assert nearest_dates(written) == meant


@pytest.mark.parametrize("written", ["", "?", "n.d.", "Unknown", "TBA", "--"])
def test_nothing_is_written_where_nothing_is_known(written: str) -> None:
    assert date_fault(written).endswith("leave the key out where no source tells")


@given(st.text(alphabet="0123456789-/.~?, abcorstuvy", max_size=70))
def test_what_is_suggested_can_be_written(written: str) -> None:
    for one in nearest_dates(written):
        assert Edtf.parse(one).written == one


@pytest.mark.parametrize("written", ["~" * 30 + "?" * 30, "a - " * 15, "1 or " * 12, "in " * 19 + "1921"])
def test_signs_and_words_around_a_date_take_no_time(written: str) -> None:
    """Each could be taken off in any order: all orders together would take years."""
    assert isinstance(nearest_dates(written), tuple)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("1931-13-02", "there is no month 13; did you mean '1931-02-13'?"),
        ("1931-13", "there is no month 13; write the right month, or 1931 where nobody knows it"),
        ("31.6.1931", "June has 30 days; write the right day, or 1931-06 where nobody knows it"),
        (
            "February 29, 1931",
            "February 1931 has 28 days; write the right day, or 1931-02 where nobody knows it",
        ),
        ("1931-05-00", "there is no day 00; write the right day, or 1931-05 where nobody knows it"),
    ],
)
def test_a_day_that_never_was_is_told_by_its_part(written: str, told: str) -> None:
    assert date_fault(written) == f"{written!r} is no day: {told}"


@pytest.mark.parametrize("written", ["12/25/1931", "31/12/1931", "25.12.1931"])
def test_a_day_before_its_year_is_no_month(written: str) -> None:
    assert "is no day" not in date_fault(written)
