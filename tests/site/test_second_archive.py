"""The second archive, of another film: built by the same program, and about nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.building import invoke
from tests.conftest import SECOND


@pytest.fixture
def site(second_site: Path) -> Path:
    return second_site


def test_nothing_in_it_is_left_to_suggest(site: Path) -> None:
    """Every name of its texts is decided, and none has a page that nobody wrote."""
    status, told, _ = invoke("suggest", "--content", SECOND)
    assert (status, told.splitlines()[0]) == (0, "No suggestions.")
    entities = json.loads((site / "data" / "entities.json").read_text("utf-8"))["entities"]
    assert [one["id"] for one in entities if one["stub"] and one["kind"] != "event"] == []


def test_no_page_speaks_of_the_first_archives_film(site: Path) -> None:
    """Nor of its people, its parts and its sources."""
    first = ("Jonze", "Samantha", "Theodore", "new-york-profile", "archive-essay")
    told = [
        (page.name, word)
        for page in site.rglob("*.html")
        for word in first
        if word in page.read_text("utf-8")
    ]
    assert told == []


def test_people_are_filed_under_their_surnames_without_particles(site: Path) -> None:
    page = (site / "people.html").read_text("utf-8")
    order = ["Greta Schröder", "Florence Stoker", "Fritz Arno Wagner", "Gustav von Wangenheim"]
    places = [page.index(f">{name}<") for name in order]
    assert places == sorted(places)
