"""Contributors' Markdown as HTML."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.markdown_it.allowed import clean
from plugins.markdown_it.render import (
    _LINE_PARSER,
    Heading,
    LinkTarget,
    find_wiki_links,
    headings,
    plain_text,
    render,
    render_inline,
)

TARGETS = {
    "odile": LinkTarget("../characters/odile.html", "Odile"),
    "tin": LinkTarget("../films/tin.html", "Étain", is_title=True, lang="fr"),
    "odd": LinkTarget('"><b>', "<b>"),
}

PAIRS = [
    ("[[odile]]", '<a href="../characters/odile.html">Odile</a>'),
    ("[[odile|her lamp]]", '<a href="../characters/odile.html">her lamp</a>'),
    ("[[ odile ]]", '<a href="../characters/odile.html">Odile</a>'),
    ("[[tin]]", '<a href="../films/tin.html"><cite lang="fr">Étain</cite></a>'),
    ("[[nobody|the fog]]", "the fog"),
    ("`[[odile]]`", "<code>[[odile]]</code>"),
    (r"\[[odile]]", "[[odile]]"),
    ("[[]]", "[[]]"),
    ("[[odd]]", '<a href="&quot;&gt;&lt;b&gt;">&lt;b&gt;</a>'),
    ("[[[odile]]](x.html)", '[<a href="../characters/odile.html">Odile</a>](x.html)'),
    ("<b>tin</b>", "&lt;b&gt;tin&lt;/b&gt;"),
    ("[tin](javascript:alert)", "[tin](javascript:alert)"),
]


@pytest.mark.parametrize(("markdown", "html"), PAIRS)
def test_a_line_becomes_the_html_of_the_table(markdown: str, html: str) -> None:
    assert render_inline(markdown, TARGETS.get) == html


@settings(deadline=None)
@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(["[[odile]]", "[", "](x)", "<", "*", "`", "\n", "| "])).map("".join),
    )
)
def test_no_text_passes_raw_html_or_nests_links(markdown: str) -> None:
    page = BeautifulSoup(render(markdown, TARGETS.get), "html.parser")
    assert page.select("script, style, iframe, a a") == []


def test_wiki_links_are_found_with_line_and_column() -> None:
    found = find_wiki_links("Fog.\nAnd [[odile|she]] and [[tin]]")
    assert [(one.target, one.label, one.line, one.column) for one in found] == [
        ("odile", "she", 1, 4),
        ("tin", None, 1, 22),
    ]


def test_what_was_read_once_comes_out_alike_wherever_its_links_lead() -> None:
    """A body's tokens know nothing of the page that they are printed on."""
    elsewhere = {"odile": LinkTarget("odile.html", "Her")}
    markdown = "| a |\n|:-:|\n| [[odile]] |\n\n![tin](images/tin.png)[^1]\n\n[^1]: Fog."
    first, other = render(markdown, TARGETS.get), render(markdown, elsewhere.get)
    assert first == render(markdown, TARGETS.get)
    assert str(other) == str(first).replace("../characters/odile.html", "odile.html").replace(
        ">Odile<", ">Her<"
    )


@given(st.text(alphabet="a B\n\\`*_[]()<>&!#-|~^\"'\r\0é"))
def test_a_line_without_a_mark_is_read_as_the_parser_reads_it(line: str) -> None:
    assert render_inline(line, TARGETS.get) == clean(
        _LINE_PARSER.renderInline(line, {"find_target": TARGETS.get})
    )


def test_plain_text_has_the_words_and_no_marks() -> None:
    assert plain_text("# *Tin*\n\nBy [[odile]],\n`soon`.", TARGETS.get) == "Tin\n\nBy Odile, soon."


def test_headings_come_in_order() -> None:
    assert headings("# One\n\ntext\n\n## *Two*") == (Heading("One", 1, "h-one"), Heading("Two", 2, "h-two"))


def test_headings_of_the_same_words_have_ids_of_their_own() -> None:
    """What the renderer writes and what the page's contents lead to are the same ids."""
    markdown = '## Née\n\n## Née\n\n## …\n\n## Néé & "<x>"\n'
    ids = [one.id for one in headings(markdown)]
    assert ids == ["h-née", "h-née-1", "h", "h-néé-x"]
    assert re.findall('<h2 id="([^"]*)">', render(markdown, lambda _: None)) == ids
