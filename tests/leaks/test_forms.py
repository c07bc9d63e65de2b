"""The forms in which a text can be read, and the way back from each to the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.leaks import escapes, markup, strings
from plugins.leaks.forms import FORMS, forms_of
from plugins.leaks.pdf import pdf_text
from plugins.leaks.reading import Edits, Place, Reading, derived, edited
from plugins.leaks.words import terms_of

CASES: list[tuple[str, Edits, str, str]] = [
    ("words in blocks stay apart", markup.shown_in_blocks, "<p>tin</p><p>har<b>bo</b>ur", " tin  harbour"),
    ("every tag a space", markup.shown_with_spaces, "tin<br>harb<b>our", "tin harb our"),
    ("every tag nothing", markup.shown_without_spaces, "<i>t</i><i>in</i>", "tin"),
    ("a quoted bracket", markup.shown_without_spaces, '<a title="1 > 0">tin</a>', "tin"),
    ("a script is not shown", markup.shown_without_spaces, "tin<script>let a</script> fog", "tin fog"),
    ("a comment is not shown", markup.shown_without_spaces, "tin<!-- <b> --> fog", "tin fog"),
    ("cdata is shown", markup.shown_without_spaces, "<![CDATA[tin]]> fog", "tin fog"),
    ("less than is no tag", markup.shown_without_spaces, "tin < fog and 1<2", "tin < fog and 1<2"),
    ("markup in a script goes too", markup.any_tag_as_nothing, '<script>"<b>t</b>in"</script>', '"tin"'),
    ("markup in an attribute goes", markup.any_tag_as_space, '<a srcdoc="<p>tin</p>">', '  tin ">'),
    ("entities", escapes.escapes_undone, "t&#105;n &amp; f&#x6f;g&nbsp;x", "tin & fog\xa0x"),
    ("an ampersand alone", escapes.escapes_undone, "tin & fog &c", "tin & fog &c"),
    ("escapes of scripts", escapes.escapes_undone, r"\x74i\u006e \u{66}og\n", "tin fog\n"),
    ("a pair of surrogates", escapes.escapes_undone, r"\ud835\udc2d", "\U0001d42d"),
    ("half a pair", escapes.escapes_undone, r"\ud835 tin", "\ud835 tin"),
    ("a line that goes on", escapes.escapes_undone, "ti\\\nn", "tin"),
    ("percent signs", escapes.escapes_undone, "caf%C3%A9%20noir", "café noir"),
    ("percent signs that are none", escapes.escapes_undone, "50% of 100%be 5%%", "50% of 100%be 5%%"),
    ("style sheets", escapes.css_escapes_undone, r"\74 in\20harbour", "tin harbour"),
    ("quoted-printable", escapes.quoted_printable_undone, "caf=C3=A9 no=\nir", "café noir"),
    ("quoted-printable, old", escapes.quoted_printable_undone, "caf=E9", "café"),
    ("a query is not quoted", escapes.quoted_printable_undone, "?q=tin&f=og", "?q=tin&f=og"),
    ("hyphens", escapes.hyphens_joined, "har-\n  bour, well-made", "harbour, well-made"),
    ("strings added up", strings.joints_left_out, '"ti" + "n"', '"tin"'),
    ("strings in a row", strings.joints_left_out, '["ti", "n"]', '["tin"]'),
    ("a template", strings.joints_left_out, "`ti${a}n`", "`tin`"),
    ("values", strings.values_with_spaces, '{"a": "tin", "b": ["fog"]}', " tin fog"),
    ("values without spaces", strings.values_without_spaces, '[{"a": "ti"}, {"a": "n"}]', "tin"),
    ("a string ends with its line", strings.values_with_spaces, '"tin\n"fog"', " tin fog"),
    ("keys", strings.keys, '{"tin": 1, "fog": "x"}', " tin fog"),
    ("keys that come back", strings.keys, '{"the": 1, "tin": 2, "the": 3}', " the tin the"),
    ("keys of a format", strings.keys, '{"word": "x"}' * 20, ""),
    ("numbers", strings.numbers_left_out, "1 tin 2.5 fog b52 00:01,3", "  tin   fog b52  "),
    ("a page of a PDF", pdf_text, "[(Ti) -20 (n) -300 (fog)] TJ", "Tin fog"),
    ("a page with brackets", pdf_text, r"(a \(b\) (c)) Tj", r" a \(b\) (c)"),
    ("no page of a PDF", pdf_text, "f(a) + g(b)", "f(a) + g(b)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edits", "text", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_a_form_changes_what_it_says_and_nothing_else(edits: Edits, text: str, expected: str) -> None:
    assert edited(text, edits) == expected


def plain(text: str) -> Reading:
    return Reading(text, "", lambda offset: Place(col=offset), plain=True)


def test_escapes_are_undone_as_often_as_they_were_made() -> None:
    """HTML in a feed in a string of JSON."""
    texts = [one.text for one in forms_of(plain(r'{"a": "&amp;lt;p&amp;gt;tin"}'))]
    assert ["a", "tin"] in [terms_of(text) for text in texts]


@pytest.mark.parametrize("field", ["w", "word"])
def test_a_word_in_each_record_is_read_on(field: str) -> None:
    """The other strings of the records stand between them, but not in the field."""
    text = "\n".join(f'{{"id": "x", "{field}": "{word}", "tag": "y"}}' for word in ("tin", "fog", "ship"))
    assert ["tin", "fog", "ship"] in [terms_of(one.text) for one in forms_of(plain(text))]


@given(st.text(max_size=200), st.sampled_from(FORMS))
def test_edits_run_forward_through_any_text(text: str, form: object) -> None:
    """Or parts of a text would be read twice, or be lost."""
    done = 0
    for start, end, _ in getattr(form, "edits")(text):  # noqa: B009
        assert done <= start <= end <= len(text)
        done = end


@given(
    st.lists(
        st.sampled_from(["tin", "<b>", "</p>", "&amp;", '"', "%20", "\\u0041", " ", "=\n"]), max_size=20
    ),
    st.sampled_from([form.edits for form in FORMS]),
)
def test_what_a_form_leaves_is_found_where_it_stood(parts: list[str], edits: Edits) -> None:
    """Whoever looks up a leak wants to see it there."""
    text = "".join(parts)
    form = derived(plain(text), edits)
    if form is None:
        return
    for offset, character in enumerate(form.text):
        place = form.place(offset).col
        assert 0 <= place <= len(text)
        if character in "tin":
            assert text[place] == character


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("<p>tin</p>", "tin", "html text"),
        ("<img alt='a' title=\"tin\">", "tin", "attribute title"),
        ("<p>x</p><!-- tin -->", "tin", "comment"),
        ('<script type="a">let b = "tin";</script>', "tin", "script"),
        ("<style>p{content:'tin'}</style>", "tin", "style"),
        ("<tin>", "tin", "tag"),
    ],
)
def test_a_part_of_a_page_has_a_name(text: str, words: str, part: str) -> None:
    assert markup.part_of_markup(text, text.index(words)) == part
