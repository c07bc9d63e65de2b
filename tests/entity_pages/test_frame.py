"""Menus that lead only where there is something, and the line below the archive's name."""

from __future__ import annotations

from pathlib import Path

from plugins.archive.entity import Entity, Kind
from plugins.archive.settings import Settings
from plugins.entity_pages.frame import existing, subtitle

FERRY = Entity("salt-ferry", Kind.WORK, "The Salt Ferry", "", (), "films/salt-ferry.html", "", True)
MENU = [("The film", "films/{film}.html"), ("Timeline", "timeline.html")]
OURS = "An archive of our film"


def of(film: str) -> Settings:
    return Settings(Path("content"), film=film)


def test_a_menu_names_the_film_by_its_id() -> None:
    assert existing(MENU, FERRY, {"films/salt-ferry.html"}) == [("The film", "films/salt-ferry.html")]


def test_a_menu_of_an_archive_without_a_film_has_no_film() -> None:
    assert existing(MENU, None, {"timeline.html"}) == [("Timeline", "timeline.html")]


def test_a_maintainers_words_stand_while_they_are_about_the_film() -> None:
    assert subtitle(OURS, FERRY, of("salt-ferry")) == OURS
    assert subtitle(OURS, FERRY, of("")) == OURS


def test_the_archive_of_another_film_says_its_name() -> None:
    assert subtitle(OURS, FERRY, of("another")) == "An archive of The Salt Ferry"
    assert subtitle(OURS, None, of("another")) == "An archive of texts"
