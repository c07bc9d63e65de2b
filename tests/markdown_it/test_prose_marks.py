"""HTML, pictures and unfinished links in a body; nothing of what is code, or only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.markdown_it.prose_marks import marks_of


def found(body: str) -> list[tuple[str, int, int, str]]:
    return [(one.code, one.line, one.column, one.words) for one in marks_of(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("fog\n\nand <b>tin</b>", ("html", 2, 4, "b")),
        ("<SCRIPT>go()</SCRIPT>", ("html", 0, 0, "SCRIPT")),
        ("<!-- later -->", ("html", 0, 0, "!--")),
        ("> <br/>", ("html", 0, 2, "br")),
        ("a ![](../images/a.png)", ("picture", 0, 2, "../images/a.png")),
        ('![A quay](<../images/a.png> "Fog")', ("picture", 0, 0, "../images/a.png")),
        ("[[odile|", ("link", 0, 0, "the link is not closed on its line; write [[odile|words]]")),
        ("[[odile", ("link", 0, 0, "the link is not closed on its line; write [[odile]]")),
        (
            "[[]]",
            ("link", 0, 0, "the link [[]] names nothing; write the id of a record between the brackets"),
        ),
        ("[](a.html)", ("link", 0, 0, "the link has no words; write between [ and ] what it leads to")),
        ("see [Odile](../characters/odile.md#fog)", ("file", 0, 4, "../characters/odile.md#fog")),
        ("see [Odile](odile) and `[fog](fog)`", ("place", 0, 4, "odile")),
        ('[Odile](<the lamp> "Fog")', ("place", 0, 0, "the lamp")),
        ("fog\n== Life ==\n\n=== Youth ===", ("wiki", 1, 0, "== Life ==")),
        ("{{Infobox film\n| a = b\n}}", ("wiki", 0, 0, "{{Infobox film")),
        ("a '''tin''' and '''fog'''", ("wiki", 0, 2, "'''tin'''")),
        ('tin<ref name="a">fog</ref>', ("wiki", 0, 3, '<ref name="a">fog</ref>')),
    ],
)
def test_each_is_found_where_it_stands(body: str, expected: tuple[str, int, int, str]) -> None:
    assert found(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "`<b>` and ``[[odile|``",
        "```\n<script>\n![](x.png)\n```",
        "    <b>",
        "I <3 fog, and 2 < 3 > 1",
        "<https://tin.example>",
        "He says <<fog>>, and <Odile> waits.",
        "[[odile]] and [[odile|her]]",
        "an array[[0]]",
        "[fog](https://tin.example)",
        "[fog](https://tin.example/read.md), [tin](#fog), [a](mailto:a@tin.example) and [b](../images/b.png)",
        "\\[fog](fog) and `[fog](fog)`",
        "Tin\n===\n\na == b, ==, `== a ==` and == b == c",
        "{ {fog} } and `{{fog}}`",
        "the ''fog'' of the Osters' 'tin'",
        "<reference> and <refuge>",
    ],
)
def test_what_only_looks_like_it_is_left_alone(body: str) -> None:
    assert found(body) == []


@given(st.text(alphabet="<>![]()|`abp -/\n#*={}'", max_size=60))
def test_any_text_has_marks_within_it(body: str) -> None:
    lines = body.split("\n")
    assert all(one.line < len(lines) and one.column < len(lines[one.line]) for one in marks_of(body))
