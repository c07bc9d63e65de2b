"""Web annotations are read back as they were written, and nothing else is taken for them."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.settings import Edition
from plugins.archive.span import Span, digest_of
from plugins.open_data.annotations_read import UnreadableAnnotations, read_annotations
from plugins.open_data.selectors import Quoted, Target
from plugins.open_data.web_annotations import (
    ANNOTATIONS,
    Described,
    Identified,
    WebAnnotation,
    annotation_page,
)
from tests.making import REVIEW, flow_over, front_matter, write_archive

TEXTS = {"harbour-review": REVIEW}

Item = dict[str, Any]


def written(folder: Path, edition: Edition) -> bytes:
    made: dict[str, bytes] = flow_over(write_archive(folder), edition).sound_value("data_files")
    return made[f"data/{ANNOTATIONS}"]


both_editions = pytest.mark.parametrize("edition", list(Edition))


@both_editions
def test_what_was_written_is_read_and_written_again_byte_for_byte(edition: Edition, tmp_path: Path) -> None:
    page = written(tmp_path, edition)
    annotations = read_annotations(page, TEXTS)
    assert {type(one) for one in annotations} == {Identified, Described}
    assert annotation_page(annotations) == page


def test_in_public_words_that_may_not_stand_there_have_a_digest(tmp_path: Path) -> None:
    """And no words around them either."""
    public = [one.target for one in read_annotations(written(tmp_path / "public", Edition.PUBLIC))]
    private = [one.target for one in read_annotations(written(tmp_path / "private", Edition.PRIVATE))]
    assert [one.span for one in public] == [one.span for one in private]
    assert all(one.quoted for one in private)
    assert any(one.digest for one in public)
    assert not any(one.quoted and (one.quoted.prefix or one.quoted.suffix) for one in public)


def test_a_short_quotation_whose_words_repeat_has_only_its_digest(tmp_path: Path) -> None:
    """Words around it would be more than may be quoted."""
    text = "The fog came. Nobody spoke.\n\nThe fog came. Then it went.\n"
    files = _with_source(text, Span(29, 42))
    made = flow_over(write_archive(tmp_path, files), Edition.PUBLIC).sound_value("data_files")
    (target,) = [
        one.target for one in read_annotations(made[f"data/{ANNOTATIONS}"]) if one.target.source == "quay"
    ]
    assert (target.span, target.quoted, target.digest is None) == (Span(29, 42), None, False)


def _with_source(text: str, span: Span) -> dict[str, str | bytes]:
    cite = f"quay p2 {span.start}-{span.end} {digest_of(span.of(text))}"
    fact = {"property": "weather", "value": "fog", "cite": cite}
    source = {
        "name": "Quay",
        "kind": "report",
        "rights": "excerpt",
        "summary": "A note.",
        "sha256": sha256(text.encode()).hexdigest(),
    }
    return {
        "sources/quay.md": front_matter(source),
        "sources/quay.txt": text,
        "films/fog.md": front_matter({"name": "Fog", "kind": "film", "summary": "A film.", "facts": [fact]}),
    }


IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)
SIGNS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
DIGESTS = st.from_regex(r"[0-9a-f]{12}", fullmatch=True)


@st.composite
def targets(draw: st.DrawFn) -> Target:
    start, around = draw(st.integers(0, 9999)), st.one_of(st.just(""), SIGNS)
    if draw(st.booleans()):
        span = Span(start, start + draw(st.integers(1, 99)))
        return Target(draw(IDS), span, digest=draw(DIGESTS))
    exact = draw(SIGNS)
    return Target(draw(IDS), Span(start, start + len(exact)), Quoted(exact, draw(around), draw(around)))


ANNOTATED: st.SearchStrategy[WebAnnotation] = st.one_of(
    st.builds(Identified, targets(), SIGNS), st.builds(Described, targets(), IDS, IDS, IDS, SIGNS)
)


@given(
    st.lists(
        ANNOTATED, max_size=6, unique_by=lambda one: json.loads(annotation_page([one]))["items"][0]["id"]
    )
)
def test_any_annotations_come_back_as_they_were(annotations: list[WebAnnotation]) -> None:
    assert list(read_annotations(annotation_page(annotations))) == annotations


def page_with(change: Callable[[Item], None]) -> bytes:
    """A page whose one item somebody has changed."""
    target = Target("harbour-review", Span(23, 33), Quoted("Ines Varga"))
    page = json.loads(annotation_page([Identified(target, "people/ines-varga.html")]))
    change(page["items"][0])
    return json.dumps(page).encode()


def _selector(name: str, value: object, place: int = 0) -> Callable[[Item], None]:
    return lambda item: item["target"]["selector"][place].update({name: value})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda item: item.pop("target"), "there is no 'target'"),
        (lambda item: item.update(creator="a"), "'creator' is nothing that we write"),
        (lambda item: item.update(type="Note"), "its type is 'Note', expected 'Annotation'"),
        (lambda item: item.update(motivation="tagging"), "its motivation is 'tagging', expected one of"),
        (lambda item: item.update(body={"type": "TextualBody"}), "its body is no address"),
        (lambda item: item.update(id="#m-other-1-2"), "its id does not fit its target"),
        (lambda item: item["target"].update(source="people/a.html"), "its source is 'people/a.html'"),
        (lambda item: item["target"]["selector"].reverse(), "expected a TextPositionSelector and then"),
        (lambda item: item["target"]["selector"].pop(), "expected the words or their digest"),
        (_selector("start", -1), "'start' of its TextPositionSelector is -1, expected a whole number from 0"),
        (_selector("start", True), "'start' of its TextPositionSelector is True"),
        (_selector("end", 23), "its position runs from 23 to 23"),
        (_selector("digest", "0" * 12), "expected the words or their digest, and one of the two only"),
        (_selector("exact", "Ines", 1), "its quotation has 4 signs, and its position 10"),
        (_selector("prefix", "", 1), "a part of its TextQuoteSelector is empty"),
        (_selector("exact", "Bram Oster", 1), "the quotation stands at 91-101, and not only at 23-33"),
    ],
)
def test_what_is_none_of_ours_is_refused_with_its_item_and_reason(
    change: Callable[[Item], None], said: str
) -> None:
    with pytest.raises(UnreadableAnnotations) as refused:
        read_annotations(page_with(change), TEXTS)
    (problem,) = refused.value.problems
    assert problem.startswith("item 1")
    assert said in problem


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (b"\xff", "this is no JSON in UTF-8"),
        (b"[" * 100_000, "this is no JSON in UTF-8"),
        (b"[]", "expected an annotation page, an object"),
        (annotation_page([]).replace(b'"version":1', b'"version":2'), "'version' is 2, expected 1"),
        (annotation_page([]).replace(b'"items":[\n\n]', b'"items":{}'), "'items' is missing, or no list"),
    ],
)
def test_a_page_that_is_no_page_of_ours_is_refused(page: bytes, said: str) -> None:
    with pytest.raises(UnreadableAnnotations, match=said):
        read_annotations(page)


def test_all_faults_are_told_at_once() -> None:
    page = json.loads(page_with(lambda _: None))
    page["items"] = [1, page["items"][0], page["items"][0]]
    with pytest.raises(UnreadableAnnotations) as refused:
        read_annotations(json.dumps(page).encode(), TEXTS)
    assert [one.split(":")[0] for one in refused.value.problems] == [
        "item 1",
        "item 3 (#m-harbour-review-23-33)",
    ]
