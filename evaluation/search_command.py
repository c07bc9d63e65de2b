"""What ``invoke evaluate search`` measures: hard titles always, and the collections that are named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from evaluation.floors import Floors
from evaluation.search import floors_of_search, measure_search
from evaluation.search_engines import Engine, our_search, peers_in_node
from evaluation.search_films import read_known_items
from evaluation.search_hard_titles import HARD_TITLES, read_hard_titles
from evaluation.search_judged import read_judged
from evaluation.search_pagefind import peers_in_browser
from evaluation.search_report import search_as_json, search_as_text

PEERS: Mapping[str, Callable[[], Sequence[Engine]]] = {
    "none": lambda: (),
    "node": peers_in_node,
    "all": lambda: (*peers_in_node(), *peers_in_browser()),
}
"""Who is asked beside our own search."""


def report_on_search(
    cranfield: str, films: str, *, peers: str, with_misses: bool, format_: str
) -> tuple[str, dict[str, Floors]]:
    """The report as text or JSON, and what each collection could be held to; an empty path names none.

    Raises:
        UnreadableGold: a collection is not what it should be.
        SettingFault: there is no node, or no browser where one is asked for.
    """
    collections = [read_hard_titles(HARD_TITLES)]
    collections += [read_known_items(Path(films))] if films else []
    collections += [read_judged(Path(cranfield))] if cranfield else []
    engines = (our_search(), *PEERS[peers]())
    measured = [measure_search(one, engines, with_misses=with_misses) for one in collections]
    report = (search_as_json if format_ == "json" else search_as_text)(measured)
    return report, {one.collection.name: floors_of_search(one) for one in measured}
