"""Who and what is named beside somebody, as lists with threads to their rows."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.entity_pages.neighbourhood import THICK, neighbourhood, threads
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import Card, Ref
from tests.making import flow_over, write_archive


def _site(tmp_path: Path) -> Site:
    site: Site = flow_over(write_archive(tmp_path)).sound_value("site")
    return site


def _cards(*counts: int) -> list[Card]:
    return [Card(Ref(f"p{number}", "", "P", "person"), "", count) for number, count in enumerate(counts)]


def test_people_stand_on_one_side_and_all_else_on_the_other(tmp_path: Path) -> None:
    sides = {
        one.label: {card.ref.kind for card in one.cards}
        for one in neighbourhood("bram-oster", _site(tmp_path))
    }
    assert sides["People"] == {"person"}
    assert "person" not in sides["Characters and works"]


def test_whoever_is_named_alone_has_no_neighbourhood(tmp_path: Path) -> None:
    alone = "---\nname: Odd Wick\nsummary: Whom no text names.\n---\n"
    site: Site = flow_over(write_archive(tmp_path, {"people/odd-wick.md": alone})).sound_value("site")
    assert "odd-wick" in site.archive.entities
    assert neighbourhood("odd-wick", site) == ()


def test_a_thread_ends_in_the_middle_of_its_row() -> None:
    """Rows are all as high, so the drawing can be stretched over them."""
    ends = [float(re.findall(r"[\d.]+", one.path)[-1]) for one in threads(_cards(3, 2, 1, 1), 3)]
    assert ends == [12.5, 37.5, 62.5, 87.5]


def test_who_is_named_more_often_has_the_thicker_thread() -> None:
    weights = [float(one.weight) for one in threads(_cards(8, 4, 1), 8)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == THICK
