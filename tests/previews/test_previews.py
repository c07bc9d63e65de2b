"""What previews tell, and in which file each stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plugins.entity_pages.site import SPOILER
from plugins.previews.files import MOST_SHARDS, SHARD, how_many_shards, preview_files, shard_of
from plugins.previews.preview import UNDATED, Preview, previews
from plugins.social_cards.shown import cards_of
from tests.making import flow_over, write_archive

CONTRACT = json.loads(Path(__file__).parent.parent.joinpath("contract", "previews.json").read_text("utf-8"))

CITED = "\ncite: review p1"

FILES = {
    f"{path}.md": f"---\nname: {name}\nsummary: {front}\n---\n{prose}"
    for path, name, front, prose in (
        ("films/tin-harbour", "The Tin Harbour", "A town waits for a ship.\nkind: film", ""),
        ("people/marchand", "Odile Marchand", "Its director.", "She met [[tin-harbour]] in 1961.\n"),
        ("works/nebel", "Nebel", "She drowns to it.\nkind: song\nlang: de\nspoiler: yes", ""),
        (
            *("events/opening", "The opening"),
            f"In one cinema.\ndate: 1962-05\nstatus: announced\nphase: release{CITED}",
            "",
        ),
        ("events/quarrel", "A quarrel", f"About the fog.\nstatus: happened\nphase: shooting{CITED}", ""),
        (
            *("sources/review", "The review"),
            "It liked the fog.\nkind: review\nauthor: Ada Lark\noutlet: The Quay\npublished: 1962-06",
            "",
        ),
    )
}


@pytest.fixture
def told(tmp_path: Path) -> dict[str, Preview]:
    site = flow_over(write_archive(tmp_path, FILES)).sound_value("site")
    return {one.url: one for one in previews(site)}


def test_a_preview_tells_what_the_record_says_of_itself(told: dict[str, Preview]) -> None:
    film = told["films/tin-harbour.html"]
    assert (film.kind, film.name, film.line, film.told, film.is_work) == (
        *("film", "The Tin Harbour", "A town waits for a ship.", "Named 1 time"),
        True,
    )


def test_the_prose_of_a_page_is_in_no_preview(told: dict[str, Preview]) -> None:
    assert not any("1961" in f"{one.line}{one.told}" for one in told.values())


def test_an_event_tells_when_and_whether_it_was_only_announced(told: dict[str, Preview]) -> None:
    assert told["events/opening.html"].told == "May 1962, announced"
    assert told["events/quarrel.html"].told == UNDATED


def test_a_source_tells_who_published_it(told: dict[str, Preview]) -> None:
    assert told["sources/review.html"].told == "Ada Lark, The Quay, June 1962"


def test_a_spoiler_is_not_told(told: dict[str, Preview]) -> None:
    assert told["works/nebel.html"].line == SPOILER
    assert told["works/nebel.html"].lang == "de"


def test_a_spoiler_is_not_told_where_an_address_is_shared_either(tmp_path: Path) -> None:
    """Its own page has it."""
    flow = flow_over(write_archive(tmp_path, FILES))
    pages = flow.sound_value("pages")
    (plan,) = (one for one in pages.plans if one.url == "works/nebel.html")
    page = plan.view(pages.site)
    assert (page.description, page.lead) == ("", "She drowns to it.")
    assert cards_of(pages, "Intertitle", "")["cards/works/nebel.png"].line == ""


def test_every_page_that_links_lead_to_has_one(tmp_path: Path) -> None:
    """But the home page, the search with its index, and the one for addresses that do not exist."""
    flow = flow_over(write_archive(tmp_path, FILES))
    pages = {one.url for one in flow.sound_value("pages").plans}
    without = {"index.html", "search.html", "words.html", "404.html"}
    assert {one.url for one in previews(flow.value("site"))} == pages - without


@pytest.mark.parametrize("case", CONTRACT["cases"], ids=lambda case: f"{case['address']} of {case['files']}")
def test_python_and_javascript_look_in_the_same_file(case: dict[str, object]) -> None:
    assert shard_of(str(case["address"]), int(str(case["files"]))) == case["number"]


def test_files_grow_when_there_are_enough_of_them() -> None:
    assert how_many_shards(SHARD * MOST_SHARDS * 9) == MOST_SHARDS


def test_each_page_stands_in_the_file_of_its_address() -> None:
    rows = [Preview(f"people/p{number}.html", "person", f"P {number}") for number in range(200)]
    files = preview_files(rows)
    for one in rows:
        file = files[f"previews/{shard_of(one.url, how_many_shards(200))}.js"].decode()
        assert f'"{one.url}":["person","{one.name}"]' in file


def test_what_ends_a_line_in_old_scripts_is_escaped() -> None:
    files = preview_files([Preview("a.html", "page", "A\u2028B")])
    assert b"A\\u2028B" in files["previews/0.js"]


def test_the_script_knows_how_many_files_there_are() -> None:
    rows = [Preview(f"people/p{number}.html", "person", "P") for number in range(200)]
    assert b"=4;" in preview_files(rows)["previews/previews.js"]
