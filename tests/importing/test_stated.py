"""What a page's markup states is taken for what it is: preferred statements, names of people, real dates."""

from __future__ import annotations

import pytest

from plugins.archive.span import Span
from plugins.importing.detected import Detected, Field
from plugins.importing.detection import detect
from plugins.importing.stated import stated_by, without_outlet
from plugins.sources.library import read_original
from plugins.sources.segments import segment
from plugins.web_pages.facts import PageFact
from plugins.web_pages.page import read_web_page

PAGE = b"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Tin Hearts | The Quay</title>
<meta property="og:site_name" content="The Quay"><meta property="og:title" content="Why Tin Hearts Rust">
<meta property="article:published_time" content="2004-03-03T23:30:00-05:00">
<meta name="author" content="Lotte Maes"><link rel="canonical" href="https://example.org/tin"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Tin Hearts</h1><p>By Lotte Maes</p><p>3 March 2004</p>
<p>Ines Varga builds a whole port in a studio, and fills it with fog, and waits there for a ship.</p>
<p>Bram Oster as the Pilot hardly speaks, and it is hard not to wait with him for all that time.</p>
<ul><li>Running time: 96 minutes</li></ul></article></body></html>"""


def fact(field: str, value: str, rule: str = "a tag") -> PageFact:
    return PageFact(field, value, rule, Span(0, 0))


def values(*facts: PageFact) -> list[tuple[str, str]]:
    return [(one.field.value, one.value) for one in stated_by(facts)]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([("lang", "en-US")], [("language", "en")]),
        ([("author", "By Jo Ruiz and Tom Bell")], [("author", "Jo Ruiz"), ("author", "Tom Bell")]),
        ([("author", "admin")], []),
        ([("author", "The Quay"), ("outlet", "The Quay")], [("outlet", "The Quay")]),
        ([("published", "2004-03")], [("published", "2004-03")]),
        ([("published", "2004-02-30")], []),
        ([("comment-count", "0")], []),
        (
            [("title", "Tin | The Quay"), ("outlet", "The Quay")],
            [("headline", "Tin"), ("outlet", "The Quay")],
        ),
        (
            [("url", "https://example.org/"), ("url", "https://example.org/a")],
            [("url", "https://example.org/")],
        ),
    ],
)
def test_statements_become_values(facts: list[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    assert values(*(fact(field, value) for field, value in facts)) == expected


def test_authors_are_those_of_one_kind_of_statement() -> None:
    """The same person is often stated once more with another spelling."""
    facts = [
        fact("author", "Jo Ruiz", "json-ld"),
        fact("author", "Tom Bell", "json-ld"),
        fact("author", "JR", "meta"),
    ]
    assert values(*facts) == [("author", "Jo Ruiz"), ("author", "Tom Bell")]


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Tin and Fog - The Quay", "Tin and Fog"),
        ("THE QUAY: Tin and Fog", "Tin and Fog"),
        ("Tin at The Quay", "Tin at The Quay"),
        ("The Quay", "The Quay"),
    ],
)
def test_an_outlet_is_cut_off_a_title_only_where_a_sign_parts_them(title: str, left: str) -> None:
    assert without_outlet(title, "The Quay") == left


def test_a_page_is_asked_before_its_words_and_its_words_give_the_place() -> None:
    page = read_web_page(PAGE)
    original = read_original(PAGE)
    found = detect(page.text, segment("page", page.text, page.blocks), stated_by(page.facts))
    assert original.text == page.text
    told = {one.field: (one.value, one.span.of(page.text) if one.span else None, one.rule) for one in found}
    assert told[Field.AUTHOR] == ("Lotte Maes", "Lotte Maes", "page: author")
    assert told[Field.PUBLISHED] == ("2004-03-03", "3 March 2004", "page: article:published_time")
    assert told[Field.OUTLET] == ("The Quay", None, "page: og:site_name")
    assert told[Field.RUNNING_TIME] == ("96", "96 minutes", "labelled-fact")


def test_the_title_is_the_one_that_is_printed() -> None:
    """What sites state for others to show differs at times from what stands above the text."""
    page = read_web_page(PAGE)
    found = detect(page.text, segment("page", page.text, page.blocks), stated_by(page.facts))
    assert [one.value for one in found if one.field is Field.HEADLINE] == ["Tin Hearts"]


def test_a_stated_title_stands_where_none_is_printed() -> None:
    stated = (Detected(Field.HEADLINE, "Interview: Ines Varga", None, "page: og:title"),)
    text = "Nobody believes in the ship."
    found = detect(text, segment("page", text), stated)
    assert [(one.field, one.span) for one in found] == [(Field.HEADLINE, None), (Field.KIND, None)]
