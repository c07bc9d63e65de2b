"""What reviews agree and differ on: topic by topic, in the words and with the claims of their points."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plugins.entity_pages.review_views import ReviewComparison, ReviewTopic
from plugins.entity_pages.views import PageView
from tests.entity_pages.sample import render
from tests.making import ARCHIVE, flow_over, front_matter, write_archive

Point = tuple[str, list[str] | None]


def review(name: str, praises: list[Point] = [], minds: list[Point] = []) -> str:  # noqa: B006 never changed
    """The record of a review with these points, each with what it is about."""

    def points(made: list[Point]) -> list[dict[str, Any]]:
        return [{"point": point, **({"about": about} if about else {})} for point, about in made]

    values = {"name": name, "kind": "review", "summary": "A review.", "film": "tin-harbour"}
    return front_matter({**values, "praises": points(praises), "minds": points(minds)})


REVIEWS = {
    "a": review(
        "The Anchor",
        [("Fog like wool.", ["image"]), ("Bell’s voice carries.", ["voice", "nadia-bell"])],
        [("It is long.", ["pace"]), ("The lamp talks too much.", ["odile", "humour"])],
    ),
    "b": review(
        "The Bell",
        [("The picture is a wonder.", ["image"]), ("The voice of [[nadia-bell]].", ["voice"])],
        [("It does not end.", ["pace", "ending"])],
    ),
    "c": review(
        "The Crane",
        [("Some frames glow.", ["image"]), ("A film of [[tin-harbour|its own]].", None)],
        [("Others are mud.", ["image"]), ("The fog bores.", ["image"])],
    ),
}

HARBOUR_REVIEW = {**ARCHIVE["sources/harbour-review.md"], "kind": "news", "praises": [], "minds": []}
"""The review of the small archive, as none: what it finds is told elsewhere."""


def page_with(folder: Path, reviews: dict[str, str]) -> PageView:
    files: dict[str, str | bytes] = {f"sources/{name}.md": page for name, page in reviews.items()}
    content = write_archive(folder, {"sources/harbour-review.md": front_matter(HARBOUR_REVIEW), **files})
    pages: tuple[PageView, ...] = flow_over(content).sound_value("pages")
    return next(page for page in pages if page.url == "reviews.html")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> PageView:
    return page_with(tmp_path_factory.mktemp("reviews"), REVIEWS)


@pytest.fixture(scope="module")
def compared(page: PageView) -> ReviewComparison:
    assert page.compared is not None
    return page.compared


def named(topic: ReviewTopic) -> tuple[str, ...]:
    return tuple(one.name for one in topic.labels)


def test_what_one_praises_and_another_minds_is_what_they_differ_on(compared: ReviewComparison) -> None:
    [image] = compared.differing
    assert (named(image), image.told) == (("The images",), "2 praise it, 1 does both")


def test_who_only_praises_comes_first_and_who_does_both_says_both(compared: ReviewComparison) -> None:
    [image] = compared.differing
    told = [
        (side.review.name, [str(one.html) for one in side.praises], [str(one.html) for one in side.minds])
        for side in image.sides
    ]
    assert told == [
        ("The Anchor", ["Fog like wool."], []),
        ("The Bell", ["The picture is a wonder."], []),
        ("The Crane", ["Some frames glow."], ["Others are mud.", "The fog bores."]),
    ]


def test_what_all_praise_or_all_mind_they_agree_on(compared: ReviewComparison) -> None:
    assert [(one.told, one.is_praised) for one in compared.agreed] == [
        ("both praise it", True),
        ("both mind it", False),
    ]


def test_what_the_very_same_points_are_about_is_one_topic(compared: ReviewComparison) -> None:
    """A point is also about whom its words link to: The Bell names nobody in its ``about``."""
    assert [named(one) for one in compared.agreed] == [("The voices", "Nadia Bell"), ("Pace and length",)]


def test_what_only_one_speaks_of_comes_last(compared: ReviewComparison) -> None:
    """The film is no topic of a review of it, whatever its points link to."""
    assert [(named(one), one.told) for one in compared.alone] == [
        (("The humour", "Odile"), "1 minds it"),
        (("The ending",), "1 minds it"),
    ]


def test_every_point_carries_the_claim_of_the_review_below(
    page: PageView, compared: ReviewComparison
) -> None:
    below = {one.cited.claims for card in page.reviews for one in (*card.praises, *card.minds)}
    above = {
        one.cited.claims
        for topic in (*compared.differing, *compared.agreed, *compared.alone)
        for side in topic.sides
        for one in (*side.praises, *side.minds)
    }
    assert above
    assert above <= below
    assert all(claims for claims in above)


def test_the_page_says_in_words_who_praises_and_who_minds(page: PageView) -> None:
    """Not by a place or a colour alone; a topic is a heading, and its kind a word."""
    soup = render(page, "public").soup
    [image] = [one for one in soup.select(".review-topic") if "The images" in one.get_text()]
    assert [one.get_text(" ", strip=True) for one in image.select(".finding")] == [
        "The Anchor praises",
        "The Bell praises",
        "The Crane praises",
        "minds",
    ]
    assert [one.get_text() for one in image.select(".relation")] == ["Differ"]
    assert [one.get_text() for one in soup.select("#alone ~ .alone dt")] == [
        "The humour and Odile",
        "The ending",
    ]


def test_reviews_that_do_not_say_what_their_points_are_about_stand_by_themselves(tmp_path: Path) -> None:
    plain = {name: review(name, [("It is good.", None)]) for name in ("a", "b")}
    page = page_with(tmp_path, plain)
    assert page.compared is None
    assert [len(card.praises) for card in page.reviews] == [1, 1]


def test_one_review_is_compared_with_nothing(tmp_path: Path) -> None:
    assert page_with(tmp_path, {"a": REVIEWS["a"]}).compared is None
