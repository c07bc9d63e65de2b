"""The record of a new source: a page that the schema finds no fault with, whatever a text calls itself."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.source import Document
from plugins.archive.span import Pointer
from plugins.authority.checks import check_values
from plugins.importing.detected import Detected, Field
from plugins.importing.record_page import plain, record_page
from plugins.markdown_it.front_matter import FrontMatter, read_front_matter
from plugins.markdown_it.render import find_wiki_links
from tests.making import document, record, span_of

TEXT = "A pilot waits.\n\nRunning time: 96 minutes"
DIGEST = "0123456789abcdef" * 4


def page_of(*found: Detected, made_from: Document | None = None) -> FrontMatter:
    text = made_from or document(TEXT)
    written = record_page("fog", "Tin and Fog", text, found, DIGEST, None, "fog.txt")
    return read_front_matter(unicodedata.normalize("NFC", written), "content/sources/fog.md")


def faults(page: FrontMatter) -> list[object]:
    made = record("fog", "sources")
    return [*page.problems, *check_values(page.values, made.kind.keys, {"fog": made}, made)]


@given(st.text(), st.text(), st.sampled_from(["author", "outlet", "outlet-candidate", "url"]))
def test_any_words_can_be_a_value(title: str, other: str, field: str) -> None:
    """Quotation marks, line ends, brackets and characters that YAML forbids included."""
    page = page_of(
        Detected(Field.HEADLINE, title, None, "a rule"), Detected(Field(field), other, None, "a rule")
    )
    assert faults(page) == []
    assert page.values.get("title") == (unicodedata.normalize("NFC", plain(title)) or None)
    assert [link for value in page.values.values() for link in find_wiki_links(str(value))] == []


def test_what_is_not_recorded_stands_as_a_comment() -> None:
    page = page_of()
    assert faults(page) == []
    assert page.values == {
        "name": "Tin and Fog",
        "kind": "other",
        "rights": "summary",
        "sha256": DIGEST,
        "file": "fog.txt",
        "summary": "Not yet summarised.",
    }


def test_several_authors_are_one_value() -> None:
    names = ("Jo Ruiz", "Tom Bell", "Lotte Maes")
    page = page_of(*(Detected(Field.AUTHOR, name, None, "byline") for name in names))
    assert page.values["author"] == "Jo Ruiz, Tom Bell and Lotte Maes"


def test_candidates_are_named_with_their_paragraphs() -> None:
    text = document(TEXT)
    found = [
        Detected(Field.PUBLISHED_CANDIDATE, "2004-03-03", span_of(TEXT, "pilot"), "posting-line"),
        Detected(Field.PUBLISHED_CANDIDATE, "2004-21", span_of(TEXT, "Running"), "issue"),
    ]
    written = record_page("fog", "Fog", text, found, DIGEST, None, "fog.txt")
    assert "# published:  the text has several: 2004-03-03 (p1), 2004-21 (p2)\n" in written


def test_facts_of_the_film_have_pointers_to_copy() -> None:
    """They belong to the film's record; here they are comments."""
    text = document(TEXT)
    span = span_of(TEXT, "96 minutes")
    found = [Detected(Field.RUNNING_TIME, "96", span, "labelled-fact")]
    written = record_page("fog", "Fog", text, found, DIGEST, None, "fog.txt")
    (line,) = (line for line in written.splitlines() if "running-time" in line)
    pointer = Pointer.parse(line.split('cite: "')[1].split('"')[0])
    assert (pointer.source, pointer.paragraph, pointer.span) == ("fog", 2, span)
    assert 'value: "96 minutes"' in line
