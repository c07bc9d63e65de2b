"""Ids of new sources come from what their texts say, and from nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.file_names import ID
from plugins.importing.detected import Detected, Field
from plugins.importing.source_ids import LONGEST_ID, assign_ids, base_id

DIGEST = "0123456789abcdef" * 4


def said(**values: str) -> list[Detected]:
    return [Detected(Field[name.upper()], value, None, "a test says so") for name, value in values.items()]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"outlet": "The Quay", "kind": "review", "headline": "Fog"}, "the-quay-review-fog"),
        ({"headline": "Jonas’s Café, 2"}, "jonass-cafe-2"),
        ({"kind": "interview"}, "interview-01234567"),
        ({}, "text-01234567"),
        ({"headline": "Туман", "kind": "review", "published": "2014-03-03"}, "review-2014-01234567"),
        ({"headline": "Straße nach Århus, Łódź", "published": "2013-21"}, "strasse-nach-arhus-lodz-2013"),
        ({"headline": "Con"}, "con-0123"),
        ({"published": "[..2009]", "headline": "Fog"}, "fog"),
    ],
)
def test_an_id_is_made_of_outlet_kind_headline_and_year(values: dict[str, str], expected: str) -> None:
    assert base_id(said(**values), DIGEST) == expected


@given(st.text(max_size=90), st.text(max_size=90), st.sampled_from(["", "2014", "2013-10/2013-11"]))
def test_every_id_is_one_that_records_can_have(outlet: str, headline: str, published: str) -> None:
    found = base_id(said(outlet=outlet, headline=headline, published=published, kind="interview"), DIGEST)
    assert ID.fullmatch(found)
    assert len(found) <= LONGEST_ID


@given(st.dictionaries(st.text("0123", min_size=6, max_size=6), st.sampled_from(["fog", "tin", "fog-0123"])))
def test_ids_are_told_apart_whatever_the_order(wanted: dict[str, str]) -> None:
    backwards = dict(reversed(wanted.items()))
    assigned = assign_ids(wanted, {"tin"})
    assert assigned == assign_ids(backwards, {"tin"})
    assert len(set(assigned.values())) == len(wanted)
    assert "tin" not in assigned.values()
