"""Plain dates are counted, and come to the days that python-edtf gives them."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.archive.edtf import Edtf, UnreadableDate, library_bounds
from plugins.archive.plain_dates import EARLIEST, LATEST, Day, plain_bounds

YEARS = ["0000", "0001", "1900", "1904", "2000", "2013", "9999", "201X", "19XX", "000X"]
MONTHS = ["01", "02", "04", "12", "21", "22", "23", "24", "13"]
DAYS = ["01", "28", "29", "30", "31", "32"]
MARKS = st.sampled_from(["", "", "?", "~", "%"])

dates = st.builds(
    lambda parts, mark: "-".join(parts) + mark,
    st.one_of(
        st.tuples(st.sampled_from(YEARS)),
        st.tuples(st.sampled_from(YEARS), st.sampled_from(MONTHS)),
        st.tuples(st.sampled_from(YEARS), st.sampled_from(MONTHS), st.sampled_from(DAYS)),
    ),
    MARKS,
)
written_dates = st.one_of(
    dates,
    st.builds("{}/{}".format, dates, dates),
    st.builds(str.format, st.sampled_from(["{}/..", "{}/", "/{}", "../{}", "[{}..]", "[..{}]"]), dates),
)


@settings(deadline=None, max_examples=400)
@given(written_dates)
def test_a_plain_date_has_the_days_that_python_edtf_gives_it(written: str) -> None:
    """The slow reader is the oracle of the quick one, which leaves to it what it does not know."""
    bounds = plain_bounds(written)
    if bounds is not None:
        assert bounds == library_bounds(written)


@pytest.mark.parametrize(
    ("written", "bounds"),
    [
        ("2013-05-01", ((2013, 5, 1), (2013, 5, 1))),
        ("2012-02~", ((2012, 2, 1), (2012, 2, 29))),
        ("1900-02", ((1900, 2, 1), (1900, 2, 28))),
        ("2013-24?", ((2013, 12, 1), (2013, 12, 31))),
        ("19XX", ((1900, 1, 1), (1999, 12, 31))),
        ("2012-23/2013", ((2012, 9, 1), (2013, 12, 31))),
        ("[2012-06..]", ((2012, 6, 1), LATEST)),
        ("../2012-06", (EARLIEST, (2012, 6, 30))),
    ],
)
def test_the_forms_of_every_day_are_counted(written: str, bounds: tuple[Day, Day]) -> None:
    assert plain_bounds(written) == bounds


@pytest.mark.parametrize(
    "written", ["", "2013-13", "2013-02-29", "2014/2013", "?2013", "2013-XX", "[2013,2014]", "2013\n", "२०१३"]
)
def test_what_is_no_plain_date_is_left_to_others(written: str) -> None:
    assert plain_bounds(written) is None


@pytest.mark.parametrize("written", ["2013-02-29", "2014/2013", "2013-13", "[2013-24..]"])
def test_a_day_that_never_was_is_refused_still(written: str) -> None:
    with pytest.raises(UnreadableDate):
        Edtf.parse(written)


def test_plain_dates_need_no_python_edtf() -> None:
    """A third of a second of each build would go into importing it."""
    code = (
        "import sys; from plugins.archive.edtf import Edtf; Edtf.parse('2013-05/2014~'); "
        "sys.exit('edtf' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
