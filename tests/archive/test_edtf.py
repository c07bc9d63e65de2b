"""Dates as values: their bounds and their order."""

from __future__ import annotations

import pytest

from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.plain_dates import EARLIEST, LATEST


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2004", (2004, 1, 1), (2004, 12, 31)),
        ("2004-02", (2004, 2, 1), (2004, 2, 29)),
        ("2004-11-02", (2004, 11, 2), (2004, 11, 2)),
        ("2003/2004-02", (2003, 1, 1), (2004, 2, 29)),
        ("200X", (2000, 1, 1), (2009, 12, 31)),
        ("2004/..", (2004, 1, 1), LATEST),
        ("2004/", (2004, 1, 1), LATEST),
        ("/2004", EARLIEST, (2004, 12, 31)),
        ("[2003,2005]", (2003, 1, 1), (2005, 12, 31)),
    ],
)
def test_a_date_knows_the_first_and_last_day_that_it_allows(
    written: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    date = Edtf.parse(written)
    assert (date.first, date.last) == (first, last)


def test_an_open_beginning_is_earlier_than_any_day() -> None:
    assert Edtf.parse("../2004").first == EARLIEST


def test_the_writing_is_kept() -> None:
    assert str(Edtf.parse("2013-21~")) == "2013-21~"


@pytest.mark.parametrize(
    ("written", "uncertain", "approximate"),
    [("2004?", True, False), ("2004~", False, True), ("2004%", True, True), ("2004", False, False)],
)
def test_a_date_knows_its_doubts(written: str, uncertain: bool, approximate: bool) -> None:
    date = Edtf.parse(written)
    assert (date.uncertain, date.approximate) == (uncertain, approximate)


def test_a_refused_date_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """python-edtf says on standard output what it could not build."""
    with pytest.raises(UnreadableDate):
        Edtf.parse("../~2004-11-31")
    assert capsys.readouterr().out == ""


def test_a_set_may_be_as_long_as_five_years_of_months_and_no_longer() -> None:
    """Each member takes the library milliseconds: a thousand would keep a build for seconds."""
    months = [f"19{year}-{month:02}" for year in range(60, 66) for month in range(1, 13)]
    assert Edtf.parse(f"{{{','.join(months[:60])}}}").last == (1964, 12, 31)
    with pytest.raises(UnreadableDate):
        Edtf.parse(f"{{{','.join(months)}}}")
