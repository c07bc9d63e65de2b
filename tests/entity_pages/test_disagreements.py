"""The page on which sources that differ stand side by side."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.relation import Comparison, Relation, Relations, Topic
from plugins.archive.settings import Edition
from plugins.entity_pages.differing import GROUPS, WORDS, anchors_of, members
from plugins.entity_pages.disagreement_views import Disagreement
from plugins.entity_pages.disagreements import disagreements
from plugins.entity_pages.findable import findable_pages
from plugins.entity_pages.views import PageView
from tests.entity_pages.sample import render
from tests.making import ARCHIVE, REVIEW, flow_over, front_matter, pointer_to, write_archive

FILM = "films/tin-harbour.md"
URL = "disagreements.html"
QUOTED = pointer_to(REVIEW, "Ines Varga", "harbour-review", 2)
FACTS = [
    {"property": "running-time", "value": "90 minutes", "cite": "harbour-review p4", "note": "timed"},
    {"property": "running-time", "value": "91 minutes"},
    {"property": "earlier-cut", "value": "two hours", "cite": "harbour-review p2"},
    {"property": "set", "value": "a hall", "status": "announced", "cite": "harbour-review p2"},
    {"property": "set", "value": "a quay", "status": "retracted", "cite": "harbour-review p3"},
    {"property": "rank", "value": "fine", "status": "opinion", "cite": "harbour-review p2"},
    {"property": "rank", "value": "dull", "status": "opinion", "cite": "harbour-review p3"},
    {"property": "budget", "value": "$2 million"},
]
SETTLED = {
    "subject": "tin-harbour",
    "property": "running-time",
    "value": "91 minutes",
    "who": "a test",
    "when": "2026-11",
    "why": "the print was timed",
}


def content(folder: Path, facts: list[dict[str, Any]], *settled: dict[str, str]) -> Path:
    lines = (
        "- " + "\n  ".join(f"{key}: {json.dumps(value)}" for key, value in one.items()) for one in settled
    )
    changed: dict[str, str | bytes] = {
        FILM: front_matter({**ARCHIVE[FILM], "facts": facts}),
        "authority/settlements.yaml": "".join(f"{line}\n" for line in lines),
    }
    return write_archive(folder, changed)


def pages_of(folder: Path, edition: Edition = Edition.PUBLIC) -> dict[str, PageView]:
    return {page.url: page for page in flow_over(folder, edition).sound_value("pages")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return content(tmp_path_factory.mktemp("archive"), FACTS, SETTLED)


@pytest.fixture(scope="module", params=Edition)
def pages(folder: Path, request: pytest.FixtureRequest) -> dict[str, PageView]:
    return pages_of(folder, request.param)


def entry(pages: dict[str, PageView], topic: str) -> Disagreement:
    rows = [row for group in pages[URL].disagreements for row in group.rows]
    [found] = [row for row in rows if row.topic == topic]
    return found


def test_every_relation_that_differs_is_told_in_one_group() -> None:
    told = [relation for group in GROUPS for relation in group.words]
    assert sorted(one.value for one in told) == sorted(
        one.value for one in set(Relation) - {Relation.AGREEMENT, Relation.SINGLE_SOURCE}
    )
    assert set(WORDS) == set(Relation)


def test_conflicts_come_first_and_opinions_last(pages: dict[str, PageView]) -> None:
    groups = [group.anchor for group in pages[URL].disagreements]
    assert groups == [one.anchor for one in GROUPS if one.anchor in groups]
    assert (groups[0], groups[-1]) == ("conflicts", "opinions")


def test_every_side_has_its_value_its_status_and_its_passages(pages: dict[str, PageView]) -> None:
    sides = entry(pages, "Set").sides
    assert [(str(side.html), side.status) for side in sides] == [
        ("a hall", "announced"),
        ("a quay", "retracted"),
    ]
    assert [[one.url for one in side.witnesses] for side in sides] == [
        ["sources/harbour-review.html#p2"],
        ["sources/harbour-review.html#p3"],
    ]
    dates = {one.published.words for side in sides for one in side.witnesses if one.published}
    assert dates == {"2 November 2004"}
    assert all(side.cited.claims for side in sides)


def test_a_paragraph_is_named_once_for_each_side(tmp_path: Path) -> None:
    """Of two pointers into one paragraph, that without words says nothing more."""
    lists = [{"property": "set", "value": "a hall", "cite": one} for one in (QUOTED, "harbour-review p2")]
    other = {"property": "set", "value": "a quay", "status": "retracted", "cite": "harbour-review p3"}
    [first, _] = entry(pages_of(content(tmp_path, [*lists, other])), "Set").sides
    assert len(first.cited.claims) == 2
    assert [(one.quote, one.paragraph) for one in first.witnesses] == [("Ines Varga", 2)]


def test_what_is_told_beside_a_property_has_its_own_label(pages: dict[str, PageView]) -> None:
    labels = {str(side.html): side.label for side in entry(pages, "Running time").sides}
    assert labels == {"90 minutes": "", "91 minutes": "", "two hours": "Earlier cut"}


def test_only_the_values_that_cannot_all_be_right_are_in_the_conflict(tmp_path: Path) -> None:
    values = ("90 minutes", "96 minutes", "about 90 minutes")
    facts = [{"property": "running-time", "value": one, "cite": "harbour-review p4"} for one in values]
    facts += [{"property": "set", "value": one, "status": "opinion"} for one in ("a hall", "a quay")]
    shown = pages_of(content(tmp_path, facts))
    in_conflict = {str(side.html) for side in entry(shown, "Running time").sides if side.is_in_conflict}
    assert in_conflict == {"90 minutes", "96 minutes"}
    assert not any(side.is_in_conflict for side in entry(shown, "Set").sides)


def test_a_judgement_says_who_and_why_and_hides_no_side(pages: dict[str, PageView]) -> None:
    row = entry(pages, "Running time")
    assert row.verdict
    assert (row.verdict.who, row.verdict.why) == ("a test", "the print was timed.")
    assert [str(side.html) for side in row.sides if side.is_settled] == ["91 minutes"]
    html = render(pages[URL]).soup
    [printed] = [one for one in html.select(".disagreement") if "Running time" in one.get_text()]
    words = printed.get_text(" ", strip=True)
    assert "Judged by a test" in words
    assert "November 2026" in words
    assert [value.get_text() for value in printed.select(".value")] == [
        "90 minutes",
        "91 minutes",
        "two hours",
    ]


def test_a_fact_that_differs_leads_to_its_entry(pages: dict[str, PageView]) -> None:
    film = pages["films/tin-harbour.html"]
    told = [one.difference for one in film.facts if one.difference]
    assert [(one.word, one.url) for one in told] == [
        ("settled", "disagreements.html#tin-harbour--running-time"),
        ("overtaken", "disagreements.html#tin-harbour--set"),
        ("opinion", "disagreements.html#tin-harbour--rank"),
    ]
    links = [str(link["href"]) for link in render(film).soup.select(".differ a")]
    assert links == [f"../{one.url}" for one in told]
    for link in links:
        assert render(pages[URL]).soup.select(link.removeprefix("../disagreements.html")) != []


def marks(facts: list[dict[str, Any]], folder: Path, *settled: dict[str, str]) -> dict[str, str]:
    """What the page of the film says beside each property whose values differ; nothing beside the others."""
    page = pages_of(content(folder, facts, *settled))["films/tin-harbour.html"]
    said: dict[str, str] = {}
    for dt in render(page).soup.select(".facts dt"):
        mark = " ".join(one.extract().get_text() for one in dt.select(".differ"))
        said[dt.get_text(strip=True)] = mark
    return said


def stated(name: str, *values: str) -> list[dict[str, str]]:
    return [{"property": name, "value": value, "cite": "harbour-review p4"} for value in values]


@pytest.mark.parametrize(
    ("name", "values", "word"),
    [
        ("running-time", ("90 minutes",), ""),
        ("running-time", ("90 minutes", "1 hour 30 minutes"), ""),
        ("running-time", ("90 minutes", "91 minutes"), "sources differ"),
        ("running-time", ("90 minutes", "about 90 minutes"), "all can be right"),
        ("setting-place", ("Ostend", "a port"), "sources differ"),
        ("released-in", ("Ghent", "Ostend"), ""),
        ("release", ("May 2004", "4 May 2004"), "all can be right"),
        ("release", ("2 May 2004, Ghent", "4 May 2004, Ostend"), "different things"),
    ],
)
def test_a_mark_says_what_the_comparison_found(
    name: str, values: tuple[str, ...], word: str, tmp_path: Path
) -> None:
    """“Sources differ” stands where they may not all be right, and nowhere else."""
    label = name[:1].upper() + name[1:].replace("-", " ")
    assert marks(stated(name, *values), tmp_path)[label] == word


def test_what_a_person_judged_is_no_open_difference(tmp_path: Path) -> None:
    facts = stated("setting-place", "Ostend", "a port")
    entry = {**SETTLED, "property": "setting-place"}
    del entry["value"]
    partial, conflict = ({**entry, "relation": one} for one in ("partial", "conflict"))
    assert marks(facts, tmp_path / "partial", partial)["Setting place"] == "all can be right"
    assert marks(facts, tmp_path / "conflict", conflict)["Setting place"] == "sources differ"


def test_a_settled_fact_shows_both_values_and_marks_the_one_that_holds(pages: dict[str, PageView]) -> None:
    soup = render(pages["films/tin-harbour.html"]).soup
    rows = soup.select(".fact-settled dd")
    assert [
        ([one.get_text() for one in dd.select(".value")], bool(dd.select(".status-settled"))) for dd in rows
    ] == [
        (["90 minutes"], False),
        (["91 minutes"], True),
    ]
    assert soup.select(".fact-differ") == []


def test_values_that_differ_have_their_passages_beside_them(tmp_path: Path) -> None:
    """Words, source and date; of an editor's own value, that nobody states it."""
    cite = pointer_to(REVIEW, "ninety minutes", "harbour-review", 4)
    facts = [
        {"property": "running-time", "value": "90 minutes", "cite": cite},
        {"property": "running-time", "value": "91 minutes"},
    ]
    soup = render(pages_of(content(tmp_path, facts))["films/tin-harbour.html"], "public").soup
    [times] = soup.select(".fact-differ")
    first, second = ([*dd.stripped_strings] for dd in times.select("dd"))
    assert " ".join(first).endswith(" ninety minutes A harbour made of tin , 2 November 2004 , paragraph 4")
    assert second[1:] == ["The archive’s editors, without a source."]


def test_people_of_credits_are_told_by_their_names(tmp_path: Path) -> None:
    parts = [
        {"person": "bram-oster", "status": "replaced", "cite": "harbour-review p3"},
        {"person": "nadia-bell", "status": "final", "cite": "harbour-review p2"},
    ]
    key = "characters/pilot.md"
    made = write_archive(tmp_path, {key: front_matter({**ARCHIVE[key], "performed-by": parts})})
    row = entry(pages_of(made), "Who plays the Pilot")
    assert [str(side.html) for side in row.sides] == [
        '<a href="people/bram-oster.html">Bram Oster</a>',
        '<a href="people/nadia-bell.html">Nadia Bell</a>',
    ]


def test_where_nothing_differs_there_is_no_page(tmp_path: Path) -> None:
    made = content(tmp_path, FACTS[-1:])
    assert URL not in pages_of(made)
    assert URL not in {page.url for page in findable_pages(flow_over(made).value("site"))}
    assert disagreements(flow_over(made).value("site"), URL) == ()


def test_the_search_finds_what_the_sources_differ_in(folder: Path) -> None:
    found = findable_pages(flow_over(folder).value("site"))
    [page] = [one for one in found if one.url == URL]
    assert "The Tin Harbour: Running time" in page.body


def test_no_two_topics_have_one_anchor() -> None:
    topics: list[Topic] = [
        ("a", "b c", None),
        ("a", "b-c", None),
        ("a", "b", "c"),
        ("a", "credit", "cast: é"),
    ]
    anchors = anchors_of(Comparison(one, (), (), Relation.CONFLICT, "") for one in topics)
    assert list(anchors.values()) == ["a--b-c", "a--b-c--2", "a--b--c", "a--credit--cast"]


def test_an_archive_without_claims_has_no_members() -> None:
    assert [members(group, Relations()) for group in GROUPS] == [()] * len(GROUPS)
