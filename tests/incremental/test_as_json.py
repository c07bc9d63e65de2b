"""What one build leaves for another comes back as it was."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.incremental.as_json import as_json, from_json

WORDS = st.text(st.characters(exclude_categories=()), max_size=8)
"""Halves of surrogate pairs too: names of files that are no UTF-8 hold them."""

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_a_value_comes_back(value: Any) -> None:
    assert from_json(as_json(value)) == value


@pytest.mark.parametrize("value", ["\udcff.png", 1 << 70, [-(1 << 64)], {"\ud800": 1}])
def test_so_does_what_the_quick_way_refuses(value: Any) -> None:
    assert from_json(as_json([value])) == [value]


@pytest.mark.parametrize("written", [b"", b" ", b"{", b"\xff", b" {"])
def test_what_is_no_json_is_told(written: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(written)
