"""Front matter as text with places."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.markdown_it.front_matter import read_front_matter, read_yaml
from tests.drawers import cases

PAGE = "content/people/ines-varga.md"


@cases("front_matter")
def test_a_page_has_the_values_and_faults_of_the_cases(case: dict[str, Any]) -> None:
    page = read_front_matter("\n".join(case["text"]), PAGE)
    found = {"values": page.values, "faults": [str(one).removeprefix(PAGE) for one in page.problems]}
    assert found == case["expected"]


@given(st.text(), st.sampled_from(["", "---\n", "---\nname: ", '---\nname: "\\', "\ufeff---\n- "]))
def test_reading_never_raises(text: str, opening: str) -> None:
    """And whatever is read can be written again as UTF-8."""
    page = read_front_matter(f"{opening}{text}\n---\nbody", PAGE)
    assert isinstance(page.values, dict)
    repr(page.values).encode("utf-8")
    assert all(one.line >= 1 and one.col >= 1 for one in page.problems)


@given(st.text(alphabet="-[]{},:'\"\\&*!|>%@ \n\tx0uUd8?#"))
def test_reading_yaml_marks_never_raises(text: str) -> None:
    _, places, _ = read_yaml(text, PAGE)
    assert all(line >= 1 and column >= 1 for line, column in places.values())


@pytest.mark.parametrize("deep", ["[" * 700, "{a: " * 700, "- " * 700])
def test_a_value_as_deep_as_a_well_is_a_fault(deep: str) -> None:
    page = read_front_matter(f"---\nname: \n {deep}\n---\n", PAGE)
    assert [one.code for one in page.problems] == ["BAD-YAML"]


def test_a_value_and_its_key_have_their_places() -> None:
    page = read_front_matter("---\nname: Odile\nfacts:\n  - value: one\n---\nShe waits.", PAGE)
    assert page.places["facts", 0, "value"] == (4, 12)
    assert page.places["facts", 0, "value", ""] == (4, 5)
    assert page.body_line == 6


@pytest.mark.parametrize(
    "written", ["2013", "007", "1.50", "2012-06-21", "yes", "No", "1e3", "0x10", "12:30"]
)
def test_a_scalar_stays_as_it_was_written(written: str) -> None:
    """YAML would make numbers, dates and truths of these."""
    assert read_front_matter(f"---\nyear: {written}\n---\n", PAGE).values == {"year": written}


def test_a_byte_order_mark_is_no_part_of_the_page() -> None:
    assert read_front_matter("\ufeff---\nname: Odile\n---\n", PAGE).values == {"name": "Odile"}


@pytest.mark.parametrize(
    "slip",
    [
        "a:\n" * 20_000 + "b: c: d",
        'a: "\n' * 10_000 + "b: c: d",
        "a" * 60_000 + "\nb: c: d",
        "a:b\n" * 15_000,
    ],
)
def test_a_slip_in_a_long_front_matter_is_one_fault(slip: str) -> None:
    """Found near the place at which the parser gave up; looking through all of it would take minutes."""
    page = read_front_matter(f"---\n{slip}\n---\n", PAGE)
    assert [one.code in {"BAD-YAML", "WRONG-TYPE"} for one in page.problems] == [True]
