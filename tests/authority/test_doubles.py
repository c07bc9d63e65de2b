"""Two pages of one name are told, unless somebody has said that they are two."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.authority.doubles import find_doubles
from plugins.authority.record import Records, Refusal
from plugins.authority.schema import SuggestionCode
from tests.making import record, records

VARGA = record("ines-varga", "people", name="Ines Varga")


def told(**values: Any) -> list[tuple[str, str]]:
    other = record("varga-ines", "people", **values)
    return [(one.path, one.code) for one in find_doubles(records(VARGA, other)).problems]


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({"name": "Ines Varga"}, "varga-ines"),
        ({"name": "ines  varga"}, "varga-ines"),
        ({"name": "Ines Varga", "summary": "She directed it."}, "ines-varga"),
        ({"name": "I. V.", "variants": ["Ines Varga"]}, "ines-varga"),
    ],
)
def test_pages_of_one_name_are_told_at_the_one_that_says_less(values: dict[str, Any], place: str) -> None:
    assert told(**values) == [(f"content/people/{place}.md", "DUPLICATE-NAME")]


def test_a_copy_is_told_where_its_file_says_that_it_is_another() -> None:
    copy = record("alma-reyes", "people", name="Ines Varga", summary="She directed it.")
    [one] = find_doubles(records(VARGA, copy)).problems
    assert one.path == "content/people/alma-reyes.md"
    assert "write name: Alma Reyes here" in one.message


@pytest.mark.parametrize("values", [{"name": "Ines Varga", "not": ["ines-varga"]}, {"name": "Ines Varha"}])
def test_two_that_are_said_to_be_two_are_two(values: dict[str, Any]) -> None:
    assert told(**values) == []


def test_a_refused_suggestion_says_so_too() -> None:
    other = record("varga-ines", "people", name="Ines Varga")
    refused = Refusal(SuggestionCode.LIKELY_DUPLICATE, record="varga-ines", other="ines-varga")
    both = Records({one.id: one for one in (VARGA, other)}, refusals=(refused,))
    assert find_doubles(both).problems == ()


def test_a_remake_and_a_part_of_the_same_name_are_no_doubles() -> None:
    several = (
        VARGA,
        record("ines", "characters", name="Ines Varga", film="tin"),
        record("tin", "works", name="Tin", year="1921"),
        record("tin-again", "works", name="Tin", year="2004"),
    )
    assert find_doubles(records(*several)).problems == ()
