"""What was left undecided: a maintainer's view, in the private edition alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.archive.annotation import Undecided
from plugins.archive.settings import Edition
from plugins.authority.linking import Links
from plugins.entity_pages.views import OpenGroup, PageView
from tests.entity_pages.sample import render
from tests.making import REVIEW, flow_over, span_of, write_archive

REASON = "several records answer to this name"


def pages(folder: Path, edition: Edition) -> dict[str, PageView]:
    """The small archive, in which nobody knows whom the review calls the Pilot."""
    flow = flow_over(write_archive(folder), edition)
    left = Undecided("harbour-review", span_of(REVIEW, "Pilot"), ("bram-oster", "pilot"), REASON)
    flow.give("links", Links((), (left,)))
    return {page.url: page for page in flow.sound_value("pages")}


@pytest.fixture(scope="module")
def private(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PageView]:
    return pages(tmp_path_factory.mktemp("private"), Edition.PRIVATE)


def said(groups: tuple[OpenGroup, ...]) -> list[tuple[str, str, list[str]]]:
    """Each place: where it leads, its sentence with the name in brackets, and the candidates."""
    return [
        (
            place.url,
            "".join(f"[{piece.text}]" if piece.mark else piece.text for piece in place.sentence),
            [ref.id for ref in place.candidates],
        )
        for group in groups
        for place in group.places
    ]


PLACE = (
    "sources/harbour-review.html#p3",
    "Bram Oster as the [Pilot] hardly speaks.",
    ["bram-oster", "pilot"],
)


@pytest.mark.parametrize("url", ["people/bram-oster.html", "characters/pilot.html"])
def test_each_candidate_shows_the_place_with_its_sentence(private: dict[str, PageView], url: str) -> None:
    assert said(private[url].undecided) == [PLACE]
    [section] = render(private[url]).soup.select("section.undecided")
    assert REASON in section.get_text()
    assert [link["href"] for link in section.select("a.paragraph-link")] == [f"../{PLACE[0]}"]


def test_nobody_else_shows_it(private: dict[str, PageView]) -> None:
    assert private["people/nadia-bell.html"].undecided == ()


def test_a_text_counts_and_lists_its_places(private: dict[str, PageView]) -> None:
    page = private["sources/harbour-review.html"]
    assert said(page.undecided) == [PLACE]
    [section] = render(page).soup.select("section.undecided")
    assert "1 name of this text" in section.get_text()


def test_the_public_edition_has_nothing_of_it(tmp_path: Path) -> None:
    found = pages(tmp_path, Edition.PUBLIC)
    assert {url for url, page in found.items() if page.undecided} == set()
    assert "undecided" not in render(found["characters/pilot.html"], "public").html
