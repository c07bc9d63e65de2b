"""Names found in texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.annotation import Form, Mention
from plugins.archive.entity import Kind
from plugins.authority.names import Bearer, Name, Names
from plugins.mentions.all_mentions import find_all_mentions
from plugins.mentions.finding import find_mentions
from plugins.mentions.folding import fold
from plugins.mentions.matching import NameMatcher, longest
from tests.drawers import cases
from tests.making import document, documents

NAMES = ("Ines Varga", "Varga", "K. K. Maes", "Anne-Marie", "O’Dare", "Tin", "Tin 2", "—", "Zoë")
PARTS = (*NAMES, " ", "’s", "\n", "-", "x", "K.K.", "“", "\u200b", "Zoe\u0308", "宮崎駿", "Maes")

names = st.lists(st.sampled_from(PARTS)).map("".join)


def matcher(forms: Iterable[str], quoted: Iterable[str] = ()) -> NameMatcher:
    return NameMatcher(Name(form, (form,), form in quoted) for form in forms)


def found(forms: Iterable[str], text: str) -> list[str]:
    """The words of the longest names in a text, as the text has them."""
    folded = fold(text)
    return [folded.span(one.start, one.end).of(text) for one in longest(matcher(forms).find(folded))]


def mentions_of(text: str, *bearers: Bearer) -> list[Mention]:
    known = {one.id: one for one in bearers}
    return find_mentions(document(text), NameMatcher(Name(one.name, (one.id,)) for one in bearers), known)


@cases("mentions")
def test_the_names_of_a_text_are_those_of_the_cases(case: dict[str, Any]) -> None:
    text, marked, position = case["text"], "", 0
    for one in find_mentions(document(text), matcher(case["names"], case.get("quoted", ())), {}):
        marked += f"{text[position : one.span.start]}[{one.span.of(text)}]"
        position = one.span.end
    assert marked + text[position:] == case["expected"]


@given(names)
def test_names_are_found_from_left_to_right_and_never_overlap(text: str) -> None:
    folded, position = fold(text), 0
    for match in longest(matcher(NAMES).find(folded)):
        span = folded.span(match.start, match.end)
        assert position <= span.start < span.end <= len(text)
        position = span.end


@given(st.text(max_size=12), st.text(max_size=40))
def test_any_name_can_be_looked_for_in_any_text(form: str, text: str) -> None:
    """A name is no expression, whatever signs it holds."""
    folded = fold(text)
    for match in matcher([form]).find(folded):
        assert 0 <= match.start < match.end <= len(folded.text)
        assert len(folded.span(match.start, match.end).of(text)) > 0


@given(st.text(alphabet="abcA (.*+?[", min_size=1, max_size=10))
def test_a_name_is_found_where_it_stands_alone(form: str) -> None:
    if form == form.strip() and any(sign.isalpha() for sign in form):
        assert form in found([form], f"… {form} …")


@given(names, st.randoms(use_true_random=False))
def test_the_order_of_names_changes_nothing(text: str, chance: Any) -> None:
    shuffled = list(NAMES)
    chance.shuffle(shuffled)
    folded = fold(text)
    assert list(longest(matcher(shuffled).find(folded))) == list(longest(matcher(NAMES).find(folded)))


@given(names)
def test_looking_for_all_names_at_once_finds_what_looking_for_each_does(text: str) -> None:
    """The slow and obvious way, as an oracle for the automaton."""
    folded = fold(text)
    at_once = {(one.start, one.end) for one in matcher(NAMES).find(folded)}
    one_by_one = {(one.start, one.end) for name in NAMES for one in matcher([name]).find(folded)}
    assert at_once == one_by_one


def test_names_spelt_alike_have_all_their_bearers() -> None:
    """In capitals two names are one."""
    both = NameMatcher([Name("De Niro", ("robert",)), Name("de Niro", ("paula",))])
    assert [one.name.candidates for one in both.find(fold("DE NIRO"))] == [("paula", "robert")]
    assert [one.name.candidates for one in both.find(fold("De Niro, de Niro"))] == [("robert",), ("paula",)]


def test_a_matcher_without_names_finds_nothing() -> None:
    assert list(NameMatcher([]).find(fold("Varga waits."))) == []


def test_what_a_saved_page_leaves_around_a_text_names_nobody() -> None:
    texts = documents(document("Varga waits.\n• Varga\nLeave a Reply"))
    known = Names((Name("Reply", ("reply",)), Name("Varga", ("ines-varga",))), {})
    assert [(one.span.start, one.candidates, one.maker) for one in find_all_mentions(texts, known)] == [
        (0, ("ines-varga",), "mentions/2")
    ]


def test_a_name_lies_in_one_segment() -> None:
    assert mentions_of("Ines\nVarga waits.", Bearer("v", Kind.PERSON, "Ines Varga")) == []


def test_a_mention_tells_how_it_comes_by_its_candidates() -> None:
    text = "Ines Varga came.\n\nQ: Varga?\n\nVARGA: “Call me Ines.”"
    own = mentions_of(text, Bearer("v", Kind.PERSON, "Ines Varga"))
    assert [(one.span.of(text), one.form) for one in own] == [
        ("Ines Varga", Form.LISTED),
        ("Varga", Form.SURNAME),
        ("VARGA", Form.SPEAKER),
        ("Ines", Form.GIVEN),
    ]


def test_a_persons_given_name_is_a_familiar_rival_of_a_listed_name() -> None:
    """In prose; where somebody speaks, both are called by it."""
    people = Bearer("adams", Kind.PERSON, "Amy Adams"), Bearer("amy", Kind.CHARACTER, "Amy")
    text = "Amy Adams came. They met Amy. “And Amy?” they asked."
    rivals = [(one.candidates, one.familiar) for one in mentions_of(text, *people)[1:]]
    assert rivals == [(("adams", "amy"), ("adams",)), (("adams", "amy"), ())]


def test_a_name_with_a_nickname_in_it_reaches_over_the_nickname() -> None:
    text = "Then Dwayne  “The Rock” Johnson waved to Johnson."
    own = mentions_of(text, Bearer("dj", Kind.PERSON, "Dwayne Johnson"))
    assert [one.span.of(text) for one in own] == ["Dwayne  “The Rock” Johnson", "Johnson"]
