"""How a title may be typed that is set otherwise, and which titles are typed in one way only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search_index.analyzer import terms
from plugins.search_index.typed_forms import typed_forms

TYPED = [
    ("BO·RA", ("bora",)),
    ("V.E.R.N.", ("vern",)),
    ("M*A*L*T", ("malt",)),
    ("Harbour-Master", ("harbourmaster",)),
    ("KTV 1140", ("ktv1140",)),
    ("The Lodgers", ("lodgers",)),
    ("An Empty Quay", ("empty quay",)),
    ("Les Marées", ("marees",)),
    ("Der Lotse", ("lotse",)),
    ("L'Hiver", ("hiver",)),
    ("L\N{RIGHT SINGLE QUOTATION MARK}Hiver", ("hiver",)),
    ("The Co-Pilot", ("the copilot", "co pilot")),
]

TYPED_AS_IT_IS = [
    ("Her", "a word"),
    ("The", "an article that is all there is"),
    ("Die Hard", "an article in one language that is a verb in another"),
    ("Theodora", "only begins like an article"),
    ("1140", "a figure alone"),
    ("Lodgers, The", "the article stands behind"),
    ("Quay…", "signs at the end are no terms"),
    ("…", "no terms at all"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("name", "forms"), TYPED, ids=[name for name, _ in TYPED])
def test_a_name_that_is_set_otherwise_has_other_forms(name: str, forms: tuple[str, ...]) -> None:
    assert typed_forms(name) == forms


@pytest.mark.parametrize(("name", "reason"), TYPED_AS_IT_IS, ids=[reason for _, reason in TYPED_AS_IT_IS])
def test_a_name_that_is_typed_as_it_is_has_none(name: str, reason: str) -> None:
    assert typed_forms(name) == (), reason


@given(st.text(st.sampled_from("aB 7.-*'·LTheünd"), max_size=12) | st.text(max_size=12))
def test_a_form_is_other_terms_than_the_name_and_no_form_comes_twice(name: str) -> None:
    forms = typed_forms(name)
    assert " ".join(terms(name)) not in forms
    assert len(set(forms)) == len(forms)
    assert all(form == " ".join(terms(form)) != "" for form in forms)
