"""Values as the stretches in which they lie: as exact as they are written, and no more."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.properties import ValueKind
from plugins.claims.values.amounts import read_amount
from plugins.claims.values.dates import DateRange, read_date
from plugins.claims.values.durations import read_duration
from plugins.claims.values.fit import Fit, fit, key_of, read_both, read_value
from plugins.claims.values.marital import FORMS, read_marital
from plugins.claims.values.names import read_names
from plugins.claims.values.numbers import read_number
from plugins.claims.values.quantity import Quantity
from plugins.claims.values.words import folded, read_words

WORDS = (
    "about nearly over between two and a half hours 125 minutes 2h 5m the 1990s October 12 2013 $ € million",
    "to – , ( ) divorced pending ex-wife in his fifties Varga alone early [..2009] 2003~ [[a|b]]",
)
SCRAPS = st.lists(st.sampled_from(" ".join(WORDS).split()), max_size=7).map(" ".join)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("125 minutes", 125, 125),
        ("126 min.", 126, 126),
        ("126'", 126, 126),
        ("125", 125, 125),
        ("2h 5m", 125, 125),
        ("2h05", 125, 125),
        ("2:05", 125, 125),
        ("2 hrs., 6 mins.", 126, 126),
        ("a hundred and twenty-five minutes", 125, 125),
        ("ninety minutes", 90, 90),
        ("two hours", 105, 135),
        ("about two hours", 105, 135),
        ("two hours or so", 105, 135),
        ("two and a half hours", 135, 165),
        ("an hour and a half", 75, 105),
        ("half an hour", 15, 45),
        ("three quarters of an hour", 37.5, 52.5),
        ("2.1 hours", 123, 129),
        ("about 125 minutes", 122.5, 127.5),
        ("about 97 minutes", 95, 99),
        ("nearly two hours", 105, 120),
        ("just over two hours", 120, 135),
        ("under two hours", 0, 120),
        ("at least 90 minutes", 90, inf),
        ("120 to 130 minutes", 120, 130),
        ("120-130 minutes", 120, 130),
        ("between 90 and 100 minutes", 90, 100),
        ("two to three hours", 120, 180),
    ],
)
def test_a_length_in_minutes(value: str, low: float, high: float) -> None:
    found = read_duration(value)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("value", ["long", "two", "in winter", "minutes", "", "Stage 6"])
def test_what_is_no_length(value: str) -> None:
    assert read_duration(value) is None


def test_an_approximate_length_is_softened_where_its_words_are_not() -> None:
    """The status says what the words leave out, and adds nothing to what they say."""
    exact, softened = read_duration("120 minutes"), read_duration("120 minutes", about=True)
    assert exact
    assert softened
    assert (exact.low, softened.low, softened.high) == (120, 105, 135)
    assert read_duration("about two hours", about=True) == read_duration("about two hours")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2013", (2013, 1, 1), (2013, 12, 31)),
        ("18 December 2013", (2013, 12, 18), (2013, 12, 18)),
        ("December 18, 2013", (2013, 12, 18), (2013, 12, 18)),
        ("Sept. 2013", (2013, 9, 1), (2013, 9, 30)),
        ("spring 2013", (2013, 3, 1), (2013, 5, 31)),
        ("2013-21", (2013, 3, 1), (2013, 5, 31)),
        ("early August 2013", (2013, 8, 1), (2013, 8, 10)),
        ("mid-2013", (2013, 5, 2), (2013, 8, 31)),
        ("the 1990s", (1990, 1, 1), (1999, 12, 31)),
        ("12 to 20 October 2013", (2013, 10, 12), (2013, 10, 20)),
        ("June to August 2013", (2013, 6, 1), (2013, 8, 31)),
        ("between 1994 and 1996", (1994, 1, 1), (1996, 12, 31)),
        ("before 2009", (-9999, 1, 1), (2008, 12, 31)),
        ("by 2009", (-9999, 1, 1), (2009, 12, 31)),
        ("after 2009", (2010, 1, 1), (9999, 12, 31)),
        ("[..2009]", (-9999, 1, 1), (2009, 12, 31)),
        ("about 2003", (2002, 1, 1), (2004, 12, 30)),
    ],
)
def test_a_date_as_the_days_it_allows(value: str, first: tuple[int, ...], last: tuple[int, ...]) -> None:
    found = read_date(value)
    assert found is not None
    assert (found.first, found.last, found.has_year) == (first, last, True)


@pytest.mark.parametrize("value", ["20 November", "Oct. 12", "autumn", "2013?-11-20"])
def test_a_date_without_a_year_that_is_sure(value: str) -> None:
    found = read_date(value)
    assert found is not None
    assert found.has_year is False


@pytest.mark.parametrize("value", ["31 February", "Szeged", "she may", "as a teenager", "winter", "13"])
def test_what_is_no_date(value: str) -> None:
    assert read_date(value) is None


def test_a_month_that_is_another_word_needs_a_capital_or_a_number() -> None:
    assert read_date("it may be 2004") == read_date("2004, it may be")
    assert read_date("May") != read_date("may")


@pytest.mark.parametrize(
    ("value", "unit", "low", "high"),
    [
        ("$13 million", "$", 12.5e6, 13.5e6),
        ("13.2 million dollars", "$", 13.15e6, 13.25e6),
        ("US$ 13,250,000", "$", 13_250_000, 13_250_000),
        ("€2.5m", "€", 2.45e6, 2.55e6),
        ("about $20 million", "$", 18e6, 22e6),
        ("$13–15 million", "$", 13e6, 15e6),
        ("under $30 million", "$", 0, 30e6),
        ("30 million Danish kroner", "DKK", 29.5e6, 30.5e6),
    ],
)
def test_an_amount(value: str, unit: str, low: float, high: float) -> None:
    found = read_amount(value)
    assert found is not None
    assert found.unit == unit
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    "value", ["13 million", "next to nothing", "million", "won an award", "it left a mark"]
)
def test_what_is_no_amount(value: str) -> None:
    """A number without a currency is none."""
    assert read_amount(value) is None


def test_amounts_of_two_currencies_are_left_to_people() -> None:
    values = read_both(ValueKind.AMOUNT, ("$13 million", False), ("€10 million", False))
    assert fit(*values) is Fit.UNREAD


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("43", 43, 43),
        ("aged 43", 43, 43),
        ("27-year-old", 27, 27),
        ("about forty", 35, 45),
        ("fortyish", 35, 45),
        ("in his fifties", 50, 59),
        ("in her late thirties", 37, 39),
        ("early 40s", 40, 43),
        ("thirty-something", 30, 39),
        ("a teenager", 13, 19),
        ("over fifty", 50, inf),
        ("a hundred", 100, 100),
    ],
)
def test_a_number_or_an_age(value: str, low: float, high: float) -> None:
    found = read_number(value)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("value", ["a boy", "old", "unknown"])
def test_what_is_no_number(value: str) -> None:
    assert read_number(value) is None


@pytest.mark.parametrize(
    ("value", "step"),
    [
        ("married", "anything from a marriage to a pending divorce"),
        ("in the first stages of a separation", "a failing marriage or a separation"),
        ("separated for nearly a year", "a separation or a pending divorce"),
        ("soon-to-be-divorced", "a pending divorce"),
        ("divorce still pending", "a pending divorce"),
        ("coming off a rough divorce", "a past divorce"),
        ("recently divorced", "a past divorce"),
        ("ex-wife", "a past divorce or widowhood"),
        ("a widower", "widowhood"),
        ("married again", "a later marriage"),
        ("never married", "no marriage yet"),
    ],
)
def test_a_marriage_at_a_step(value: str, step: str) -> None:
    found = read_marital(value)
    assert found is not None
    assert found.said == step


@pytest.mark.parametrize("value", ["not divorced", "lonely", "single", "unmarried"])
def test_what_tells_no_step(value: str) -> None:
    """“Single” leaves open whether somebody was married before."""
    assert read_marital(value) is None


def test_every_form_of_a_marriage_has_its_reason() -> None:
    assert all(form.why and form.first <= form.last for form in FORMS)


def test_names_are_apart_and_a_surname_stands_for_the_whole() -> None:
    found = read_names("written by [[ines-varga|Ines Varga]], Bram Oster & Nadia Bell")
    assert found
    assert found.names == ("bram oster", "ines varga", "nadia bell")
    assert fit(*read_both(ValueKind.NAMES, ("Varga", False), ("Ines Varga", False))) is Fit.SAME


def test_one_who_did_it_alone_leaves_no_room() -> None:
    alone, both = ("Ines Varga alone", False), ("Ines Varga and Bram Oster", False)
    assert fit(*read_both(ValueKind.NAMES, alone, both)) is Fit.APART


def test_words_are_folded() -> None:
    assert folded("The “Óscar”, of [[academy-awards|2013]]!") == "oscar of 2013"
    assert key_of(ValueKind.WORDS, "A port.") == key_of(ValueKind.WORDS, "port")


def test_more_words_say_more_unless_they_turn_the_rest_round() -> None:
    assert read_words("a port of tin").holds(read_words("a port"))
    assert not read_words("not a port").holds(read_words("a port"))
    assert not read_words("a port of tin").holds(read_words("of"))


@given(st.one_of(st.text(max_size=40), SCRAPS), st.sampled_from(ValueKind), st.booleans())
def test_every_value_is_read_somehow(value: str, kind: ValueKind, about: bool) -> None:
    """And lies where it says: the low bound below the high one, nothing stumbled over."""
    found = read_value(kind, value, about)
    if isinstance(found, Quantity):
        assert found.low <= found.high
    if isinstance(found, DateRange):
        assert found.first <= found.last


@given(SCRAPS, SCRAPS, st.sampled_from(ValueKind))
def test_a_fit_looks_the_same_from_either_side(one: str, other: str, kind: ValueKind) -> None:
    turned = {Fit.FINER: Fit.COARSER, Fit.COARSER: Fit.FINER}
    there = fit(*read_both(kind, (one, False), (other, False)))
    back = fit(*read_both(kind, (other, False), (one, False)))
    assert back is turned.get(there, there)


@given(SCRAPS, st.sampled_from(ValueKind))
def test_a_value_fits_itself(value: str, kind: ValueKind) -> None:
    assert fit(*read_both(kind, (value, False), (value, False))) is Fit.SAME
