"""Amounts of money, between two bounds of one currency; nothing is converted."""

from __future__ import annotations

import re
from math import inf

from plugins.claims.values.numerals import NUMERAL, number_of
from plugins.claims.values.quantity import HEDGE, TO, Quantity, bounds, hedge_of
from plugins.claims.values.words import rest_of

_CURRENCIES = {
    "$": r"US\s?\$|\$|USD|(?:US\s+|American\s+)?dollars?",
    "€": r"€|EUR|euros?",
    "£": r"£|GBP|pounds?(?:\s+sterling)?",
    "¥": r"¥|JPY|yen",
    "₹": r"₹|INR|rupees?",
    "₩": r"₩|KRW|South Korean won",
    "DKK": r"DKK|Danish kroner|Danish crowns",
    "SEK": r"SEK|Swedish kronor|Swedish crowns",
    "NOK": r"NOK|Norwegian kroner|Norwegian crowns",
    "CHF": r"CHF|Swiss francs?",
    "FRF": r"FRF|French francs?|francs?",
    "DEM": r"DEM|Deutschmarks?|Deutsche Marks?|marks?",
    "ITL": r"ITL|lire|lira",
}
"""Currencies and how they are written. A bare $ is the dollar of the United States."""

_SCALES = {
    "thousand": (1e3, r"thousand|k\b"),
    "million": (1e6, r"million|millions|mln\b|mn\b|m\b"),
    "billion": (1e9, r"billion|billions|bn\b"),
}

_ABOUT = 0.1
"""The share of an amount that an “about” leaves open: budgets are told in round figures."""

_CURRENCY = "|".join(f"(?:{written})" for written in _CURRENCIES.values())
_SCALE = "|".join(f"(?:{written})" for _, written in _SCALES.values())
_AMOUNT = re.compile(
    rf"(?<!\w)(?:{HEDGE}\s*)?(?:between\s+)?"
    rf"(?:(?P<before>{_CURRENCY})\s*)?(?:(?P<from>{NUMERAL})\s*(?:{_SCALE})?{TO}(?:{_CURRENCY})?\s*)?"
    rf"(?P<count>{NUMERAL})\s*(?P<scale>{_SCALE})?(?:\s*(?P<after>{_CURRENCY}))?(?!\w)",
    re.IGNORECASE,
)


def read_amount(value: str, about: bool = False) -> Quantity | None:
    """The first amount that a value names with its currency; None where it names none.

    A figure is as exact as its last digit: “$13 million” holds whatever is rounded to it.

        >>> read_amount("$13 million, worldwide").said
        '$12.5 million to $13.5 million'
        >>> read_amount("13,250,000 dollars").said
        '$13.25 million'
    """
    for match in _AMOUNT.finditer(value):
        currency = _named(match["before"] or match["after"])
        # “It left a mark”: an article is a number before a scale only.
        if currency is None or (match["count"].casefold() in {"a", "an"} and not match["scale"]):
            continue
        scale = _scale(match["scale"])
        high = number_of(match["count"]) * scale
        low = number_of(match["from"]) * scale if match["from"] else high
        hedge = hedge_of(match) or ("about" if about else None)
        if low == high:
            low, high = high - _open(match["count"], scale), high + _open(match["count"], scale)
        low, high = bounds(hedge, low, high, _ABOUT * (low + high) / 2)
        return Quantity(currency, low, high, _said(currency, low, high), rest_of(value, match))
    return None


def _named(written: str | None) -> str | None:
    """The currency that a sign or a word names, or None for none."""
    found = (code for code, one in _CURRENCIES.items() if re.fullmatch(one, written or "", re.IGNORECASE))
    return next(found, None)


def _scale(written: str | None) -> float:
    found = (by for by, one in _SCALES.values() if re.fullmatch(one, written or "", re.IGNORECASE))
    return next(found, 1.0)


def _open(count: str, scale: float) -> float:
    """Half of the last digit, of a figure in thousands and more; other figures are written out."""
    if scale == 1.0:
        return 0.0
    digits = len(count.partition(".")[2])
    return float(scale / 10**digits / 2)


def _said(currency: str, low: float, high: float) -> str:
    least, most = _figure(currency, low), _figure(currency, high) if high < inf else ""
    if least == most:
        return least
    if not most:
        return f"more than {least}"
    return f"{least} to {most}" if low else f"less than {most}"


def _figure(currency: str, amount: float) -> str:
    written = f"{amount / 1e6:g} million" if amount >= 1e6 else f"{amount:,.0f}"
    return f"{currency}{written}" if len(currency) == 1 else f"{written} {currency}"
