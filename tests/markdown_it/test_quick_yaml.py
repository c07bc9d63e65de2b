"""YAML that is read quickly comes out as the careful reader has it, or is left to it."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.markdown_it import front_matter
from plugins.markdown_it.front_matter import (
    LONGEST_FRONT_MATTER,
    MOST_KEYS,
    read_carefully,
    read_front_matter,
    read_yaml,
)
from plugins.markdown_it.quick_yaml import DEEPEST, LOADER, LONGEST_VALUE, Places, quick_value
from tests.drawers import cases

PAGE = "content/films/tin.md"

LOADERS = sorted({LOADER, yaml.SafeLoader}, key=lambda one: str(one.__name__))
"""libyaml's and PyYAML's own; one where PyYAML was built without libyaml."""

each_loader = pytest.mark.parametrize("loader", LOADERS)

ORDINARY = """\
name: "Ines Varga: a life"
year: 2013?
variants: [Varga, 'The waiter', ~]
summary: >-
  She waits. Does
  anybody?
credits:
  - {person: ines-varga, role: "director", cite: "fog p6 1-2 0123456789ab"}
  - person: odile
    note:
"""

READ_OTHERWISE = [
    "a: b\t- c", "- a\n\t", "\ufeffa: b", "--- ", "a: b\n---\nc: d", "a: b\n...\n", "%YAML 1.1\n---\na: b",
    "? a", "? a\n? b", "? [a]\n: b", "{? a: b}", "[a?b]", "{a: 2013?}", "{a: , b: c}", "[a: , b]",
    "{a: }\n\n ", ": b", "|#", "a: >-#c\n  b", "- |2-#\n", "!!int 5", "&a b", "[*a]", "a: 1\na: 2",
    '"\\x07"', "[a", "a: b: c", "'", '"\\UFFFFFFFF"', "\x00", "a: \x7f",
]  # fmt: skip
"""Texts that libyaml reads otherwise than PyYAML, or that must be refused."""


def careful(text: str) -> tuple[Any, dict[Any, Any], tuple[Any, ...]]:
    value, places, problems = read_carefully(text, PAGE, 2)
    return value, dict(places), problems


@each_loader
def test_an_ordinary_text_is_read_quickly(loader: Any) -> None:
    quick = quick_value(ORDINARY, loader=loader)
    assert quick is not None
    assert (quick[0], dict(Places(*quick, 2)), ()) == careful(ORDINARY)


@each_loader
@pytest.mark.parametrize("text", READ_OTHERWISE)
def test_what_parsers_read_otherwise_is_left_to_the_careful_one(text: str, loader: Any) -> None:
    assert quick_value(text, loader=loader) is None


@each_loader
@settings(deadline=None, max_examples=300)
@given(
    text=st.lists(
        st.sampled_from(
            [
                *"-[]{},:'\"\\&*!|>%@ \n\t?#~.ab8\r",
                "\x85",
                "\u2028",
                "é",
                "- ",
                "? ",
                ": ",
                "|\n",
                "--- ",
                "null",
            ]
        ),
        max_size=14,
    ).map("".join)
)
def test_a_text_of_marks_has_the_values_and_places_of_the_careful_reader(loader: Any, text: str) -> None:
    quick = quick_value(text, loader=loader)
    if quick is not None:
        assert (quick[0], dict(Places(*quick, 2)) if quick[1] else {}, ()) == careful(text)


@cases("front_matter")
def test_pages_are_the_same_without_libyaml(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(case["text"])
    page = read_front_matter(text, PAGE)
    monkeypatch.setattr(front_matter, "quick_value", lambda *_: None)
    other = read_front_matter(text, PAGE)
    assert (page.values, dict(page.places), page.problems) == (
        other.values,
        dict(other.places),
        other.problems,
    )


def faults(text: str) -> list[str]:
    return [str(one).removeprefix(PAGE) for one in read_front_matter(text, PAGE).problems]


def page_of(values: str) -> str:
    return f"---\n{values}\n---\nFog.\n"


def test_values_may_stand_as_deep_as_the_limit_in_each_other() -> None:
    deep = "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)
    assert faults(page_of(f"a: {deep}")) == []
    assert faults(page_of(f"a: [{deep}]")) == [
        ":2:35: BAD-YAML lists and keys stand more than 32 deep in each other; set them side by side"
    ]


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? "])
def test_a_well_of_values_is_refused_where_it_is_too_deep(sign: str) -> None:
    """However deep it is: the parser goes no further."""
    found = faults(page_of(f"a:\n {sign * 15_000}"))
    assert found == [
        f":3:{2 + 31 * len(sign)}: BAD-YAML lists and keys stand more than 32 deep in each other; "
        "set them side by side"
    ]


def test_a_front_matter_may_be_as_long_as_the_limit() -> None:
    rest = LONGEST_FRONT_MATTER - len("# \n")
    assert faults(page_of("# " + "x" * rest)) == [
        ":2:1: WRONG-TYPE front matter is a list of key: value lines; begin with name:"
    ]
    assert faults(page_of("# " + "x" * (rest + 1))) == [
        ":2:1: BAD-YAML the front matter has 65537 letters; the longest that is read has 65536; "
        "move prose below the second ---"
    ]


def test_a_value_of_a_list_may_be_as_long_as_the_limit() -> None:
    assert read_yaml(json.dumps(["x" * LONGEST_VALUE]), PAGE)[2] == ()
    assert [str(one) for one in read_yaml(json.dumps(["a", "x" * (LONGEST_VALUE + 1)]), PAGE)[2]] == [
        f"{PAGE}:1:7: BAD-YAML a value has 65537 letters; the longest that is read has 65536; "
        "write the rest into the body of a page"
    ]


def test_a_front_matter_has_at_most_ten_thousand_keys() -> None:
    keys = [f"{number:x}:" for number in range(MOST_KEYS + 1)]
    assert faults(page_of("\n".join(keys[:-1]))) == []
    assert faults(page_of("\n".join(keys))) == [
        ":10002:1: BAD-YAML the front matter has 10001 keys; the most are 10000; make several pages of it"
    ]


def test_places_are_a_mapping() -> None:
    page = read_front_matter(page_of("a: [b]\nc:"), PAGE)
    assert len(page.places) == 6
    assert ("a", 0) in page.places
    assert ("a", 1) not in page.places
