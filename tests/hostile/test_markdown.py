"""Hostile Markdown: what comes out is what is allowed, and nothing else."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from plugins.markdown_it.allowed import ATTRIBUTES, ELEMENTS, SCHEMES, clean, is_allowed_address
from plugins.markdown_it.render import LinkTarget, render, render_inline
from tests.building import ROOT
from tests.durations import stopped_after
from tests.hostile.material import bodies, values

CASES = list(dict.fromkeys([*(body for group in bodies().values() for body in group), *values()]))

HARBOUR = LinkTarget("films/tin-harbour.html", "The Tin Harbour", is_title=True)
TARGETS = {"tin-harbour": HARBOUR}


def forbidden(html: str) -> list[str]:
    """The elements, attributes and addresses of HTML that no page may have."""
    found: list[str] = []
    for element in BeautifulSoup(html, "html.parser").find_all():
        if element.name not in ELEMENTS:
            found.append(element.name)
        for name, value in element.attrs.items():
            if name not in ATTRIBUTES.get(element.name, ()):
                found.append(f"{element.name} {name}")
            elif name in ("href", "src") and not is_allowed_address(str(value)):
                found.append(f"{name}={value}")
    return found


@pytest.mark.parametrize("case", CASES, ids=ascii)
def test_hostile_markdown_comes_out_as_what_is_allowed(case: str) -> None:
    with stopped_after():
        written = (render(case, TARGETS.get), render_inline(case, TARGETS.get))
    for html in written:
        assert forbidden(html) == []
        assert clean(html) == html


@pytest.mark.parametrize("case", CASES, ids=ascii)
def test_hostile_html_is_sanitised_even_where_no_renderer_escapes_it(case: str) -> None:
    """The second wall stands by itself: a rule that writes what it reads would do no harm."""
    html = clean(case)
    assert forbidden(html) == []
    assert clean(html) == html


@pytest.mark.parametrize(
    "case", ["<script>go()</script>", "<img src=x onerror=go()>", "<b>x</b>", "<!-- x -->"]
)
def test_raw_html_is_shown_as_the_text_it_is(case: str) -> None:
    assert BeautifulSoup(render(case, TARGETS.get), "html.parser").get_text().strip() == case


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[x](https://tin.example/a?b=c&d=e#f)", '<a href="https://tin.example/a?b=c&amp;d=e#f">x</a>'),
        ("[x](HTTPS://tin.example)", '<a href="HTTPS://tin.example">x</a>'),
        ("[x](mailto:bo@tin.example)", '<a href="mailto:bo@tin.example">x</a>'),
        ("[x](../people/bo.html#p3)", '<a href="../people/bo.html#p3">x</a>'),
        ("[x](a:b)", "[x](a:b)"),
        ("[x](./a:b)", '<a href="./a:b">x</a>'),
        ("![Fog](../images/fog.png)", '<img loading="lazy" src="../images/fog.png" alt="Fog">'),
        ("![Fog](images/sets/fog.png)", '<img loading="lazy" src="images/sets/fog.png" alt="Fog">'),
        ("![*Fog* & tin](https://tin.example/fog.png)", "Fog &amp; tin"),
    ],
)
def test_what_is_allowed_comes_through(markdown: str, html: str) -> None:
    assert render_inline(markdown, TARGETS.get) == html


def test_columns_are_aligned_without_a_style() -> None:
    """A page's policy forbids styles within elements."""
    html = render("a|b|c\n:-|:-:|-:\n1|2|3", TARGETS.get)
    cells = BeautifulSoup(html, "html.parser").select("th, td")
    assert [one["class"] for one in cells] == [["align-left"], ["align-center"], ["align-right"]] * 2
    assert "style" not in html


def test_a_link_outward_opens_no_window_of_its_own() -> None:
    """So it needs no ``rel`` that would keep the other page from ours."""
    assert "target" not in ATTRIBUTES["a"]
    assert "target" not in clean('<a href="https://tin.example" target="_blank">x</a>')


def test_the_document_lists_what_is_allowed() -> None:
    """docs/security.md is what contributors read."""
    listed: dict[str, set[str]] = {}
    document = (ROOT / "docs" / "security.md").read_text("utf-8")
    for elements, attributes in re.findall(r"^\| (`[a-z]+1?`.*?) \| (`[a-z]+`.*|none) \|$", document, re.M):
        for element in re.findall(r"`(\w+)`", elements):
            listed[element] = set(re.findall(r"`(\w+)`", attributes))
    assert listed == {one: set(ATTRIBUTES.get(one, ())) for one in ELEMENTS}
    assert all(f"`{scheme}:`" in document for scheme in SCHEMES)
