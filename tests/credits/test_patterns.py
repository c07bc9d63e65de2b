"""Which texts are searched with the long patterns, and what these are made of."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from plugins.archive.entity import Kind
from plugins.archive.span import Span
from plugins.credits import patterns
from plugins.credits.cast import FORMS as CAST_FORMS
from plugins.credits.crew import FORMS as CREW_FORMS
from plugins.credits.crew import SPOKEN
from plugins.credits.crewing import find_crew
from plugins.credits.listed import find_listed
from plugins.credits.named import Named
from plugins.credits.parts import find_parts
from plugins.credits.passage import passages_of
from plugins.credits.patterns import Pattern, words_had
from plugins.credits.slots import Slots
from plugins.credits.vocabulary import ALL_WORDS, Vocabulary
from plugins.lexicon.words_needed import Needs, needs_of, needs_of_any
from tests.drawers import DRAWERS, drawer
from tests.making import document

SIGNS = {"<": "ⓟ", "{": "ⓒ", "[": "ⓦ"}
MARKED = re.compile(r"[<{\[][^<>{}\[\]]+[>}\]]")
SENTENCES = sorted(
    {
        MARKED.sub(lambda name: SIGNS[name[0][0]], case["text"])
        for name in DRAWERS
        for case in drawer("credits", name)
    }
)
PATTERNS = [
    *(form.pattern for form in CAST_FORMS),
    *(form.pattern for form in (*CREW_FORMS, *SPOKEN)),
]


def no_slots(slot: str) -> Needs:
    raise AssertionError(slot)


def pieces(pattern: str) -> list[list[str]]:
    return [sorted(one) for one in needs_of(pattern, no_slots)]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("played by", [["played>"], ["<by"]]),
        (r"\bplayed\b", [["<played>"]]),
        ("plays?", [["play"]]),
        ("(?:very )?good", [["good"]]),
        ("(?:very )+good", [["very>"], ["good"]]),
        ("[Tt]he part", [["the>"], ["<part"]]),
        ("p[ae]rt", [["p"], ["rt"]]),
        ("(?:is|was) (?:cast|chosen)", [["is>", "was>"], ["<cast", "<chosen"]]),
        ("(?:cast|[a-z]+)", []),
        ("(?!never)cast(?<!out)(?=again)", [["cast"]]),
        ("(?i)Cast", [["cast"]]),
        ("(?P<who>ⓟ)(?(who)cast|chosen)", [["ⓟ"]]),
        ("[ⓟⓞ]", [["ⓞ", "ⓟ"]]),
        (r"\(as ⓒ\)", [["("], ["<as>"], ["ⓒ"], [")"]]),
        ("cast.{0,40}again", [["cast"], ["again"]]),
        ("[^,]cast", [["cast"]]),
        ("made-up", [["made>"], ["-"], ["<up"]]),
        (r"\b(?:(?:cast|played)|chosen)\b", [["<cast>", "<chosen>", "<played>"]]),
        (r"(?<![\w'-])(?:cast|played)(?!\w)", [["<cast>", "<played>"]]),
        (r"\b(?:cast|played)s?", [["<cast", "<played"]]),
        (r"(?:cast|play)(?:ed)? (?P<sign>[/|])by(?P=sign)", [["cast", "play"], ["/", "|"], ["by"]]),
    ],
)
def test_a_pattern_needs_what_stands_in_it_in_any_case(pattern: str, needed: list[list[str]]) -> None:
    assert sorted(pieces(pattern)) == sorted(sorted(one) for one in needed)


def test_a_list_needs_as_few_pieces_as_all_its_words_have() -> None:
    words = ["camera operator", "operator", "first assistant", "assistant", "d.p"]
    assert [sorted(one) for one in needs_of_any(words)] == [["assistant", "d.p", "operator"]]


def test_letters_with_signs_between_them_are_looked_for_as_a_whole() -> None:
    pattern = Pattern("{job}", Slots({}, {"job": ("d.p",)}))
    assert not pattern.needs & ~words_had("Her D.P. waited.")
    assert pattern.needs & ~words_had("He waited. Pia waved.")


def test_a_sentence_has_the_words_of_every_form_that_it_matches() -> None:
    """The oracle tries every form on every sentence of the cases."""
    matched = 0
    for form in PATTERNS:
        whole = form.of(ALL_WORDS)
        for text in SENTENCES:
            if whole.search(text):
                matched += 1
                assert not form.needs & ~words_had(text), (form, text)
    assert matched > len(PATTERNS)


def test_hardly_a_form_is_tried_on_a_sentence_without_its_words() -> None:
    had = words_had("ⓟ had tea with ⓒ, and it rained until the boats came home.")
    assert len([form for form in PATTERNS if not form.needs & ~had]) < len(PATTERNS) / 20


def test_no_form_is_made_for_a_text_without_the_words_of_any(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Nora Bell had tea on the pier, and it rained."
    names = [Named("nora-bell", Kind.PERSON, Span(0, 9))]
    passages = list(passages_of(document(text), names))
    assert [passage.text for passage in passages] == ["ⓟ had tea on the pier, and it rained."]

    def refuse(pattern: Pattern, vocabulary: Vocabulary) -> re.Pattern[str]:
        raise AssertionError((pattern, vocabulary))

    monkeypatch.setattr(Pattern, "of", refuse)
    assert [*find_parts(passages), *find_crew(passages), *find_listed(passages)] == []


@pytest.mark.parametrize("letters", ["STARRİNG", "ſtarring", "STARR\u0131NG", "Starring"])
def test_letters_that_patterns_take_for_others_are_taken_for_them_here(letters: str) -> None:
    pattern = Pattern("(?i)starring", Slots({}, {}))
    assert pattern.search(letters)
    assert not pattern.needs & ~words_had(letters)


def test_patterns_for_the_words_of_a_text_find_in_it_what_those_for_all_words_do() -> None:
    for text in SENTENCES[:: max(1, len(SENTENCES) // 12)]:
        own = Vocabulary(text)
        for form in PATTERNS:
            if not form.needs & ~words_had(text):
                few, every = (
                    [match.span() for match in form.of(one).finditer(text)] for one in (own, ALL_WORDS)
                )
                assert few == every, (form, text)


def test_patterns_for_the_words_of_a_text_are_short() -> None:
    words = Vocabulary("ⓟ is the miller.")
    long = max(PATTERNS, key=lambda form: len(form.of(ALL_WORDS).pattern))
    assert len(long.of(words).pattern) < len(long.of(ALL_WORDS).pattern) / 2


@pytest.mark.parametrize("name", ["cast", "crew", "outcome", "subjects", "words"])
def test_a_slot_holds_all_its_alternatives_wherever_it_stands(name: str) -> None:
    """What a pattern needs is told slot by slot: a bar outside of brackets would part what is around them."""
    table = tomllib.loads((Path(patterns.__file__).parent / f"{name}.toml").read_text("utf-8"))
    barred = {slot for slot, written in table.get("words", {}).items() if has_bar(written)}
    written = [*table.get("words", {}).values(), *table.get("patterns", {}).values()]
    written += [form["pattern"] for key in ("forms", "spoken") for form in table.get(key, ())]
    for slot in barred:
        places = re.findall(rf"(.?)\{{{slot}\}}(.?)", " ".join(written))
        assert all(before in "|:" and after in "|)" for before, after in places), slot


def has_bar(pattern: str) -> bool:
    bare = re.sub(r"\\.|\[(?:\\.|[^\]\\])+\]", "", pattern)
    while bare != (bare := re.sub(r"\([^()]*\)", "", bare)):
        pass
    return "|" in bare
