"""How far a marriage has come, as steps that follow each other: a separation may hold a pending divorce."""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.claims.values.quantity import Quantity
from plugins.claims.values.words import folded

NONE, MARRIED, FAILING, SEPARATED, PENDING, DIVORCED, WIDOWED, AGAIN = range(8)

STEPS = (
    "no marriage yet",
    "a marriage",
    "a failing marriage",
    "a separation",
    "a pending divorce",
    "a past divorce",
    "widowhood",
    "a later marriage",
)
"""The steps in words, in their order, of which nothing is used but which of them exclude each other."""


class Form(NamedTuple):
    """Words that tell of a stretch of steps, from the first to the last, and why they tell of these."""

    words: str
    first: int
    last: int
    why: str


FORMS = (
    Form(r"\b(?:never (?:been )?married|bachelor|spinster)\b", NONE, NONE, "says so"),
    Form(
        r"\b(?:married again|remarri\w+|(?:second|third|new) (?:wife|husband|marriage))\b",
        AGAIN,
        AGAIN,
        "one marriage comes after another",
    ),
    Form(r"\b(?:widow\w*|late (?:wife|husband|spouse))\b", WIDOWED, WIDOWED, "the other is dead"),
    Form(
        r"\b(?:ex|former) ?(?:wife|husband|spouse)\b",
        DIVORCED,
        WIDOWED,
        "nobody is a former husband while the marriage lasts",
    ),
    Form(
        r"\b(?:pending|impending|soon to be|about to be|to be|not yet|awaiting|facing|in the middle of|amid|"
        r"going through|getting|undergoing|throes of)\b.{0,20}\bdivorc",
        PENDING,
        PENDING,
        "the divorce is on its way",
    ),
    Form(
        r"\bdivorc\w*\b.{0,20}\b(?:pending|under ?way|to come|ahead|impending|in progress|"
        r"not (?:yet )?(?:final|through|signed))\b",
        PENDING,
        PENDING,
        "the divorce is on its way",
    ),
    Form(
        r"\b(?:first|initial|early|beginning|starting|verge|edge|brink)\b.{0,20}"
        r"\b(?:separat|break ?up|divorc)"
        r"|\bseparating\b"
        r"|\bmarriage\b.{0,20}\b(?:fail|end|crumbl|com(?:es|ing) apart|break(?:s|ing) up)",
        FAILING,
        SEPARATED,
        "it begins, and how far it has come is not said",
    ),
    Form(
        r"\b(?:separat(?:ed|ion)|apart|estranged)\b",
        SEPARATED,
        PENDING,
        "people who live apart may have asked for a divorce",
    ),
    Form(r"\bdivorc", DIVORCED, DIVORCED, "a divorce that is not on its way lies behind: “out of a divorce”"),
    Form(r"\b(?:married|wife|husband|spouse)\b", MARRIED, PENDING, "a marriage lasts until the divorce"),
)
"""The forms in the order in which they are tried; the first whose words stand in the value decides."""

_DENIED = re.compile(r"\b(?:not|never) (?:separated|widowed|divorced|married)\b")
"""What a value denies leaves too many steps open. “Never married” is a step, and comes first."""


def read_marital(value: str) -> Quantity | None:
    """The steps that a value allows; None where its words tell none, or deny one.

    >>> read_marital("soon-to-be-divorced").said, read_marital("just out of a hard divorce").said
    ('a pending divorce', 'a past divorce')
    >>> read_marital("soon-to-be-divorced").lies_in(read_marital("separated for nearly a year"))
    True
    """
    words = folded(value)
    form = next((one for one in FORMS if re.search(one.words, words)), None)
    if form is None or (form.first != NONE and _DENIED.search(words)):
        return None
    return Quantity("marital", form.first, form.last, _said(form.first, form.last))


def _said(first: int, last: int) -> str:
    if last - first > 1:
        return f"anything from {STEPS[first]} to {STEPS[last]}"
    return " or ".join(dict.fromkeys((STEPS[first], STEPS[last])))
