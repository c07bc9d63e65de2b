"""Names found in texts."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plugins.authority.names import Name
from plugins.mentions.finding import NameMatcher, find_all_mentions
from tests.drawers import cases
from tests.making import document, documents

NAMES = ("Ines Varga", "Varga", "K. K. Maes", "Anne-Marie", "O’Dare", "Tin", "Tin 2", "—", "Zoë")


def matcher(names: tuple[str, ...] | list[str], quoted: tuple[str, ...] | list[str] = ()) -> NameMatcher:
    return NameMatcher(Name(form, (form,), form in quoted) for form in names)


@cases("mentions")
def test_the_names_of_a_text_are_those_of_the_cases(case: dict[str, Any]) -> None:
    text, marked, position = case["text"], "", 0
    for span, _ in matcher(case["names"], case.get("quoted", ())).find(text, 0, len(text)):
        marked += f"{text[position : span.start]}[{span.of(text)}]"
        position = span.end
    assert marked + text[position:] == case["expected"]


@given(st.lists(st.one_of(st.sampled_from(NAMES), st.sampled_from([" ", "’s", "\n", "-", "x", "K.K.", "“"]))))
def test_names_are_found_from_left_to_right_and_never_overlap(parts: list[str]) -> None:
    text, position = "".join(parts), 0
    for span, _ in matcher(NAMES).find(text, 0, len(text)):
        assert position <= span.start < span.end <= len(text)
        position = span.end


@given(st.text(max_size=12), st.text(max_size=40))
def test_any_name_can_be_looked_for_in_any_text(form: str, text: str) -> None:
    """A name is no expression, whatever signs it holds."""
    found = list(matcher([form]).find(text, 0, len(text))) if form else []
    assert all(0 <= span.start < span.end <= len(text) for span, _ in found)


@given(st.text(alphabet="abcA (.*+?[", min_size=1, max_size=10))
def test_a_name_is_found_where_it_stands_alone(form: str) -> None:
    if form == form.strip() and any(sign.isalpha() for sign in form):
        text = f"… {form} …"
        assert form in [span.of(text) for span, _ in matcher([form]).find(text, 0, len(text))]


def test_the_order_of_names_changes_nothing() -> None:
    text = "Ines Varga and Varga in Tin 2"
    there = list(matcher(NAMES).find(text, 0, len(text)))
    back = list(matcher(NAMES[::-1]).find(text, 0, len(text)))
    assert [span for span, _ in there] == [span for span, _ in back]


def test_a_name_does_not_reach_beyond_the_stretch_that_is_read() -> None:
    assert list(matcher(["Ines Varga"]).find("Ines Varga", 0, 7)) == []


def test_what_a_saved_page_leaves_around_a_text_names_nobody() -> None:
    texts = documents(document("Varga waits.\n• Varga\nLeave a Reply"))
    names = (Name("Varga", ("ines-varga",), False), Name("Reply", ("reply",), False))
    found = find_all_mentions(texts, names)
    assert [(one.span.start, one.candidates, one.maker) for one in found] == [
        (0, ("ines-varga",), "mentions/1")
    ]
