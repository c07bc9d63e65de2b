"""What two names say of each other."""

from __future__ import annotations

import pytest

from plugins.discovery.pairs import paired
from tests.discovery.reading import runs_in


def told(text: str) -> dict[str, str]:
    """The kind that its neighbours most make of each run, where they say anything."""
    found = {}
    for run, evidence in paired(runs_in(text)):
        if evidence:
            best = max(evidence, key=lambda one: one.weight)
            found[run.surface] = best.kind.value if best.kind else "none"
    return found


@pytest.mark.parametrize(
    "text",
    [
        "the lamp, Odile (Nadia Bell), sleeps",
        "the lamp, Odile (played by Nadia Bell), sleeps",
        "the lamp, Odile (a tired Nadia Bell), sleeps",
        "Odile .... Nadia Bell",
        "Odile … Nadia Bell",
        "it has Nadia Bell as Odile",
        "it has Nadia Bell as the young Odile",
        "it has Nadia Bell as the sleepless Odile",
        "then Nadia Bell plays Odile",
        "then Nadia Bell, who also plays Odile",
        "then Nadia Bell plays a keeper called Odile",
        "then Nadia Bell is Odile",
        "then Odile is played by Nadia Bell",
        "then Odile, played by newcomer Nadia Bell",
    ],
)
def test_a_part_and_its_player_are_told_by_what_stands_between(text: str) -> None:
    assert told(text) == {"Odile": "character", "Nadia Bell": "person"}


@pytest.mark.parametrize(
    "text",
    [
        "they met Odile and Nadia Bell",
        "Nadia Bell, as Odile’s friend, rows",
        "it has Nadia Bell. As Odile sleeps",
        "the lamp (Swedish) of Nadia Bell",
        "then Oslo (Nadia Bell) rows",
        "then Harbour Pictures plays Odile",
        "then Fog plays Odile",
        "Nadia Bell "
        + "rows and rows and rows and rows and rows and rows and rows and rows and rows as Odile",
    ],
)
def test_nothing_is_told_of_names_that_only_stand_beside_each_other(text: str) -> None:
    assert told(text) == {}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("then Ines Varga’s Rope Year ends", {"Ines Varga": "person", "Rope Year": "work"}),
        ("then Ines Varga’s new film Rope Year ends", {"Ines Varga": "person", "Rope Year": "work"}),
        ("then Ines Varga (Rope Year) rows", {"Ines Varga": "person", "Rope Year": "work"}),
        ("then Nadia Bell’s Odile is tired", {"Odile": "character"}),
        ("then the Keeper’s Lamp burns", {}),
        ("then Ines Varga’s Jo Quill burns", {}),
        ("then Ines Varga’s Harbour Pictures burns", {}),
        ("then Oslo’s Rope Year burns", {}),
    ],
)
def test_a_possessive_tells_a_maker_and_a_title_or_a_player_and_a_part(
    text: str, kinds: dict[str, str]
) -> None:
    """An article before words of every day makes no maker: a keeper owns lamps."""
    assert told(text) == kinds


def test_who_is_played_as_somebodys_relation_is_not_that_somebody() -> None:
    assert told("it has Nadia Bell as Odile’s little sister Wren") == {
        "Nadia Bell": "person",
        "Odile": "character",
        "Wren": "character",
    }
