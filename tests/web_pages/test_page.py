"""Saved web pages as texts: nothing that a reader sees is lost, and every letter can be found again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.source import Role
from plugins.archive.span import Span
from plugins.sources.decoding import UnreadableOriginal
from plugins.web_pages.page import WebPage, read_web_page

PROSE = "Ines Varga builds a port of tin in a bakery, fills it with fog, and waits for a year until it rings."


def page(body: str, head: str = "") -> WebPage:
    return read_web_page(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def texts(body: str) -> list[str]:
    """The words of each block."""
    read = page(body)
    return [block.span.of(read.text) for block in read.blocks]


def roles(body: str) -> list[str]:
    """The role of each block, with the depth of comments; a dash for none."""
    return [
        (block.role.value if block.role else "-") + (f" {block.depth}" if block.depth else "")
        for block in page(body).blocks
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Fog\n  came   in.</p>", ["Fog came in."]),
        ("<p>Fog</p>came<p>in", ["Fog", "came", "in"]),
        ("<p>One<p>Two<div>Three", ["One", "Two", "Three"]),
        ("<p>Fog <b>came</b> <i>in</i>.</p>", ["Fog came in."]),
        ("<p>tin<b>ny</b></p>", ["tinny"]),
        ("<p>Fog <![foo[bar]]> came in.</p><p>Tin</p>", ["Fog came in.", "Tin"]),
        ("<p>Fog <![%x> came <![CDATA[in]]></p>", ["Fog came"]),
        ("<p>O town<br>of tin</p>", ["O town\nof tin"]),
        ("<p>One<br><br>Two<br/> <br/>Three</p>", ["One", "Two", "Three"]),
        ("<p>caf&eacute; &amp; th&#233; &#x2019;</p>", ["café & thé ’"]),
        ("<p>Tin&nbsp;port\u2005fog</p>", ["Tin\u00a0port\u2005fog"]),
        ("<pre>a  b\n c\n\nd</pre>", ["a  b\n c", "d"]),
        ("<pre>tin <b>port</b> of\nfog </pre>", ["tin port of\nfog"]),
        ("<script>var a = '<p>no</p>'</script><style>p {}</style><p>Fog</p><!-- no -->", ["Fog"]),
        ("<template><p>no</p></template><p hidden>no</p><p style='display: none'>no</p><p>Fog</p>", ["Fog"]),
        ("<p>&nbsp;</p><p>Fog</p>", ["Fog"]),
        ("<table><tr><td>Fog</td><td>Tin</td></tr></table>", ["Fog", "Tin"]),
        (
            "<nav><ul><li>Home</li></ul></nav><p>Fog</p><form><button>Send</button></form>",
            ["Home", "Fog", "Send"],
        ),
        ("<dl><dt>Bell</dt><dd>Fog.</dd></dl>", ["Bell", "Fog."]),
        ("", []),
    ],
)
def test_a_page_is_read_as_a_reader_sees_it(body: str, expected: list[str]) -> None:
    """Menus and buttons too: what the page has around its text is set apart later, never dropped."""
    assert texts(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<h1>Tin</h1><p>{PROSE}</p>", ["heading", "-"]),
        (
            f"<nav><a href='/'>Home</a></nav><article><p>{PROSE}</p></article><footer>Foot</footer>",
            ["residue", "-", "residue"],
        ),
        (
            f"<p>{PROSE}</p><figure><img><figcaption>The port</figcaption></figure><p>{PROSE}</p>",
            ["-", "caption", "-"],
        ),
        (
            f"<p class=byline>Jo Ruiz</p><p>{PROSE}</p><div class=sharedaddy>Share</div>",
            ["byline", "-", "residue"],
        ),
        (f"<p>{PROSE}</p><blockquote><p>{PROSE}</p></blockquote><p>{PROSE}</p>", ["-", "quotation", "-"]),
        (
            f"<article><p>{PROSE}</p></article><ol class=commentlist><li class=comment><p>Fog</p><p>Tin</p>"
            "<ul class=children><li class=comment><p>Rope</p></li></ul></li><li class=comment>Salt</li></ol>",
            ["-", "comment 1", "comment 1", "comment 2", "comment 1"],
        ),
        (
            f"<article><p>{PROSE}</p></article>"
            "<ol><li class=comment id=comment-1><div class=comment-body id=div-comment-1>"
            "<p>Fog</p><p>Tin</p></div></li></ol>",
            ["-", "comment 1", "comment 1"],
        ),
        (
            f"<article><p>{PROSE}</p><div class=related-posts>Rope</div><p>{PROSE}</p></article>",
            ["-", "residue", "-"],
        ),
        (f"<div class=header-share><p>{PROSE}</p><p>{PROSE}</p></div>", ["-", "-"]),
    ],
)
def test_markup_says_what_a_block_is(body: str, expected: list[str]) -> None:
    """And no sign sets most of a page apart: a class may mean something else there."""
    assert roles(body) == expected


def test_a_comment_begins_once_and_goes_on() -> None:
    first, second = "<div class=comment><p>Fog</p><p>Tin</p></div>", "<div class=comment>Salt</div>"
    body = f"<p>{PROSE}</p><div class=comments>{first}{second}</div>"
    assert [block.begins for block in page(body).blocks if block.role is Role.COMMENT] == [True, False, True]


def test_bold_and_italic_type_are_kept_for_those_who_tell_speakers_apart() -> None:
    first, second, third = page(
        "<p><b>VARGA:</b> Fog.</p><p><strong>Why?</strong></p><p><em>Tin</em></p>"
    ).blocks
    assert (first.lead, first.bold) == (len("VARGA:"), False)
    assert (second.bold, second.lead) == (True, 0)
    assert third.italic


def test_every_letter_can_be_found_in_the_html() -> None:
    read = page("<p>caf&eacute; <b>&#8220;tin&#8221;</b> fog</p>")
    assert read.source[slice(*_pair(read.page_span(_span(read, "é"))))] == "&eacute;"
    assert read.source[slice(*_pair(read.page_span(_span(read, "tin"))))] == "tin"
    assert read.source[slice(*_pair(read.page_span(_span(read, "“tin”"))))] == "&#8220;tin&#8221;"
    assert read.source[slice(*_pair(read.page_span(_span(read, "” fog"))))] == "&#8221;</b> fog"


def _span(read: WebPage, words: str) -> Span:
    start = read.text.index(words)
    return Span(start, start + len(words))


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


ELEMENTS = "p div b br li td table pre h1 nav article script"
OTHERS = ("<!-- x -->", "<![CDATA[x]]>", "<", "&", "</", "<p", "&#", "\n", "\u2005", "\u00e9", "\U0001f642")
WORDS = ("Fog ", "tin", "&amp;", "&#233;", "&nbsp;", "&nosuch;", "<div class=comment>", "<p hidden>")

MARKUP = st.lists(
    st.sampled_from([*WORDS, *OTHERS, *(f"<{end}{name}>" for name in ELEMENTS.split() for end in ("", "/"))])
).map("".join)


@given(st.one_of(MARKUP, st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))))
def test_any_page_is_read_without_loss_of_place(markup: str) -> None:
    read = read_web_page(f"<html><body>{markup}".encode())
    position = 0
    for block in read.blocks:
        assert not read.text[position : block.span.start].strip(" \n")
        assert block.span.of(read.text).strip(" \n") == block.span.of(read.text)
        assert position <= block.span.start < block.span.end
        position = block.span.end
    assert position == len(read.text)
    for offset in range(min(len(read.text), 60)):
        sign = read.text[offset]
        if sign not in " \n":
            found = read.page_span(Span(offset, offset + 1))
            written = read.source[found.start : found.end]
            assert written == sign or re.fullmatch(r"&#?\w+;?", written)


@given(st.binary())
def test_any_bytes_are_a_page_or_are_refused(data: bytes) -> None:
    try:
        read = read_web_page(b"<html>" + data)
    except UnreadableOriginal:
        return
    assert isinstance(read.text, str)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            "<meta charset=windows-1252><p>caf\u00e9 \u201ctin\u201d".encode("cp1252"),
            "caf\u00e9 \u201ctin\u201d",
        ),
        ("<meta charset=iso-8859-1><p>\u201ctin\u201d".encode("cp1252"), "\u201ctin\u201d"),
        (
            "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>\u0442".encode("koi8-r"),
            "\u0442",
        ),
        ("<p>caf\u00e9".encode(), "caf\u00e9"),
        ("<p>caf\u00e9".encode("utf-16"), "caf\u00e9"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(data: bytes, expected: str) -> None:
    assert read_web_page(data).text == expected


@pytest.mark.parametrize(
    "data",
    [
        *(b"<p>caf\xe9", b"<meta charset=utf-8><p>\xe9", b"<meta charset=nosuch><p>x", b"<p>x\0"),
        *(
            b"<meta charset=punycode><p>caf\xe9",
            b"<meta charset=undefined><p>x",
            b"<meta charset=idna><p>\xe9",
        ),
    ],
)
def test_an_encoding_is_never_guessed(data: bytes) -> None:
    with pytest.raises(UnreadableOriginal):
        read_web_page(data)


def test_large_and_odd_pages_are_read() -> None:
    """Deep nesting, a great many elements, and one endless line."""
    for body in (
        "<div>" * 5_000 + "Fog",
        "<p>Fog" * 20_000,
        "<b>" * 5_000 + "Fog",
        "fog " * 200_000,
        "<li class=comment>Fog" * 3_000,
    ):
        assert "og" in page(body).text


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("<meta property='og:title' content='Tin and  fog'><title>x</title>", "title", "Tin and fog"),
        ("<title>Tin and fog</title>", "title", "Tin and fog"),
        ("<meta name=author content='Jo Ruiz'>", "author", "Jo Ruiz"),
        ("<meta property='og:site_name' content='The Quay'>", "outlet", "The Quay"),
        (
            "<meta property='article:published_time' content='2011-05-03T10:12:00Z'>",
            "published",
            "2011-05-03",
        ),
        ("<meta name=date content=2011-05>", "published", "2011-05"),
        ("<link rel=canonical href='https://quay.example/tin'>", "url", "https://quay.example/tin"),
        ("<!-- saved from url=(0024)https://quay.example/fog -->", "url", "https://quay.example/fog"),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "commentCount": 3,'
            ' "author": [{"name": "Jo Ruiz"}], "publisher": {"name": "The Quay"}}]}</script>',
            "comment-count",
            "3",
        ),
    ],
)
def test_a_page_states_facts_of_itself(head: str, field: str, value: str) -> None:
    """Each with its place in the HTML, where a person can check it."""
    read = page("<p>Fog</p>", head)
    found = next(one for one in read.facts if one.field == field)
    assert found.value == value
    assert found.value.split()[0] in read.source[found.span.start : found.span.end]


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=date content='last spring'>",
        "<link rel=canonical href='/tin'>",
        '<script type="application/ld+json">{"@type": "Movie", "author": "Jo Ruiz"}</script>',
        '<script type="application/ld+json">{broken</script>',
    ],
)
def test_what_is_no_statement_of_the_page_states_nothing(head: str) -> None:
    """A film's year is not the page's, and words are no date."""
    assert [
        one for one in page("<p>Fog</p>", head).facts if one.field in {"published", "author", "url"}
    ] == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<table><tr><th>Director</th><td>Ines Varga</td></tr></table>", ["Director Ines Varga"]),
        ("<table><tr><td>Cast:</td><td>Nadia Bell</td></tr></table>", ["Cast: Nadia Bell"]),
        ("<p>Fog <span aria-hidden=true>share_icon</span></p>", ["Fog"]),
        ("<p>&#99999999999999999999;</p>", ["\ufffd"]),
    ],
)
def test_a_label_and_what_it_labels_are_one_line(body: str, expected: list[str]) -> None:
    """Nor is a picture that is written with letters a word, or a number beyond all signs a fault."""
    assert texts(body) == expected


def test_what_stands_around_the_text_in_its_box_is_not_lost() -> None:
    """The headline, the byline and the notes are often outside the element that holds the paragraphs."""
    inner = f"<div class=entry-content><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></div>"
    body = f"<div id=box><h1>Tin</h1><div>By Jo Ruiz</div>{inner}<div>This text was amended.</div></div>"
    assert roles(f"<nav>Home</nav>{body}<footer>Foot</footer>") == [
        "residue",
        "heading",
        "-",
        "-",
        "-",
        "-",
        "-",
        "residue",
    ]
