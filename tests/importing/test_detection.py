"""What a text says about itself is found with the words that say it; what it does not say is not recorded."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.edtf import Edtf
from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.importing.detected import Detected, Field, on_one_line
from plugins.importing.detection import detect
from plugins.sources.library import read_original
from plugins.sources.segments import segment
from tests.drawers import cases

SHOWN = 40
"""Code points of the words that a case names of a longer passage."""


def cut(lines: list[str], labels: list[str]) -> tuple[str, tuple[Segment, ...]]:
    """A text of labelled lines; ``question: THE QUAY`` names the speaker, ``comment 2`` the depth."""
    segments: list[Segment] = []
    start = 0
    for number, (line, written) in enumerate(zip(lines, labels, strict=True), 1):
        named, _, speaker = written.partition(": ")
        name, _, depth = named.partition(" ")
        span = Span(start, start + len(line))
        segments.append(
            Segment("text", span, number, Label(name), "a case", speaker or None, None, int(depth or 0))
        )
        start = span.end + 1
    return "\n".join(lines), tuple(segments)


def told(one: Detected, text: str) -> str:
    """``field: value | words``, without the words where they are the value."""
    words = on_one_line(one.span.of(text)) if one.span else ""
    shown = words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}…"
    return f"{one.field.value}: {one.value}" + ("" if words == one.value else f" | {shown}")


@cases("detection")
def test_a_text_says_of_itself_what_the_cases_name(case: dict[str, Any]) -> None:
    text, segments = cut(case["text"], case["labels"])
    assert [told(one, text) for one in detect(text, segments)] == case["expected"]


LINES = st.lists(
    st.tuples(
        st.sampled_from([*(label.value for label in Label), "question: THE QUAY", "comment 2"]),
        st.one_of(
            st.text(min_size=1, max_size=60).filter(str.strip),
            st.sampled_from(
                [
                    "By Jo Ruiz",
                    "March 3, 2014",
                    "© 2014 The Quay",
                    "126 min",
                    "Rated R",
                    "Interview: Varga",
                    "•",
                ]
            ),
        ),
    ),
    max_size=12,
)


@given(LINES)
def test_every_value_rests_on_words_of_the_text(lines: list[tuple[str, str]]) -> None:
    """Whatever a page holds, nothing is raised, spans lie in the text, and dates are EDTF."""
    text, segments = cut([line for _, line in lines], [label for label, _ in lines])
    found = detect(text, segments)
    assert list(found) == sorted(found, key=lambda one: one.place)
    for one in found:
        assert one.span is not None
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.value
        if one.field in {Field.PUBLISHED, Field.PUBLISHED_CANDIDATE}:
            Edtf.parse(one.value)
        if one.field in {Field.RUNNING_TIME, Field.RELEASE_YEAR, Field.COMMENT_COUNT}:
            assert int(one.value) > 0


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    for one in detect(text, segment("text", text)):
        assert one.span is None or one.span.end <= len(text)


@pytest.mark.parametrize(
    "field", [Field.HEADLINE, Field.AUTHOR, Field.OUTLET, Field.PUBLISHED, Field.KIND, Field.LANGUAGE]
)
def test_what_a_page_states_in_its_markup_goes_before_what_its_words_show(field: Field) -> None:
    lines = ["A review: Fog", "By Jo Ruiz", "Posted March 3, 2014", "© 2014 The Quay"]
    text, segments = cut(lines, ["heading", "byline", "metadata", "residue"])
    stated = Detected(field, "stated", None, "a meta tag")
    found = [one for one in detect(text, segments, (stated,)) if one.field is field]
    assert found == [stated]


def test_a_stated_outlet_leaves_no_candidates() -> None:
    text, segments = cut(["First published in The Quay.", "© 2014 Harbour Weekly"], ["note", "residue"])
    assert {one.field for one in detect(text, segments)} == {Field.OUTLET_CANDIDATE}
    stated = Detected(Field.OUTLET, "The Pier", None, "a meta tag")
    assert detect(text, segments, (stated,)) == (stated,)


GOLD = "INTERTITLE_GOLD"


@pytest.mark.parametrize("name", ["000", "001", "004"])
def test_texts_say_what_a_person_found_them_to_say_and_nothing_else(name: str, library: Path) -> None:
    """Title, author, outlet, date and facts of the film of the annotated texts, where they are at hand."""
    if not os.environ.get(GOLD):
        pytest.skip(f"{GOLD} names no folder with an annotation")
    annotated = json.loads((Path(os.environ[GOLD]) / "structure.json").read_text("utf-8"))[name]
    (file,) = library.glob(f"{name}_*.txt")
    text = read_original(file.read_bytes()).text
    found = detect(text, segment(name, text))
    values = {one.field: (one.value, one.span) for one in found}
    assert values.get(Field.HEADLINE, (None,))[0] == (annotated.get("title") or {}).get("surface")
    assert values.get(Field.AUTHOR, (None,))[0] == annotated["author"]
    assert values.get(Field.OUTLET, (None,))[0] == (annotated["outlet"] or {}).get("name")
    assert values.get(Field.PUBLISHED, (None,))[0] == (annotated["publication_date"] or {}).get("edtf")
    facts = {Span(one["text_start"], one["end"]) for one in annotated.get("film_facts", ())}
    of_film = {Field.RUNNING_TIME, Field.KIND_OF_WORK, Field.RELEASE_YEAR, Field.RATING, Field.COUNTRY}
    assert {one.span for one in found if one.field in of_film} == facts
