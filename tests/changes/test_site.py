"""From an edit to the page of changes and its feed, by the commands that people type."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from tests.building import Refused, build, invoke
from tests.changes.states import FILM, NINETY, NINETY_ONE, film
from tests.making import write_archive

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
"""A date as RFC 3339 has it, and RFC 4287 asks for it in section 3.3."""

NINETY_TWO = {**NINETY_ONE, "value": "92 minutes"}
NINETY_FIVE = {"property": "running-time", "value": "95 minutes", "cite": "harbour-review p2"}
SETTLED = (
    "- {subject: tin-harbour, property: running-time, value: 92 minutes, who: Ada & Co, when: 2026-11, "
    "why: the print was timed}\n"
)


def record(content: Path, day: str, who: str = "a test") -> list[str]:
    """What is kept of a content folder on a day: the kind of each change that is told."""
    told = ("--record", "--who", who, "--when", day, "--format", "json")
    status, said, complaint = invoke("changes", "--content", str(content), *told)
    assert status == 0, complaint
    return [one["change"] for one in json.loads(said)["changes"]]


def put(content: Path, files: dict[str, str | bytes]) -> None:
    for path, data in files.items():
        (content / path).write_bytes(data if isinstance(data, bytes) else data.encode())


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[str]]]:
    """The content of an archive after a month of edits, and what was told on each day."""
    content = write_archive(tmp_path_factory.mktemp("story"), film(NINETY, NINETY_ONE))
    told = {"2026-11-01": record(content, "2026-11-01")}
    put(content, film({**NINETY, "note": "said as praise"}, NINETY_ONE, summary="Another line."))
    told["2026-11-02"] = record(content, "2026-11-02")
    put(content, film(NINETY, NINETY_TWO))
    told["2026-11-03"] = record(content, "2026-11-03")
    put(content, film(NINETY, NINETY_TWO, NINETY_FIVE))
    told["2026-11-04"] = record(content, "2026-11-04", "Ada <Lovelace>")
    put(content, {"authority/settlements.yaml": SETTLED})
    told["again"] = record(content, "2026-11-04")
    return content, told


@pytest.fixture(scope="module")
def site(story: tuple[Path, dict[str, list[str]]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("changed") / "site"
    build(output, "--content", str(story[0]))
    return output


@pytest.fixture(scope="module")
def page(site: Path) -> BeautifulSoup:
    return BeautifulSoup((site / "changes.html").read_text("utf-8"), "html.parser")


@pytest.fixture(scope="module")
def feed(site: Path) -> ET.Element:
    return feed_of(site)


def feed_of(site: Path) -> ET.Element:
    return ET.fromstring((site / "changes.xml").read_bytes())  # noqa: S314 this test had it built


def entries_of(feed: ET.Element) -> list[dict[str, Any]]:
    """Each entry with its plain elements, its link and its content as HTML."""
    return [
        {one.tag.removeprefix(ATOM): one.text for one in entry}
        | {"link": [one.get("href") for one in entry.findall(f"{ATOM}link")]}
        | {"html": BeautifulSoup(entry.findtext(f"{ATOM}content") or "", "html.parser")}
        for entry in feed.findall(f"{ATOM}entry")
    ]


def words(element: Tag | BeautifulSoup) -> str:
    return " ".join(element.get_text().split())


def test_cosmetic_edits_are_no_change_and_others_are_told_once(
    story: tuple[Path, dict[str, list[str]]],
) -> None:
    assert story[1] == {
        "2026-11-01": [],
        "2026-11-02": [],
        "2026-11-03": ["changed"],
        "2026-11-04": ["added", "contradicted"],
        "again": ["settled"],
    }


def test_two_builds_are_compared_like_two_states(tmp_path: Path) -> None:
    """An edited note is nothing between two builds, another value is one change."""
    content = write_archive(tmp_path, film(NINETY))
    build(tmp_path / "before", "--content", str(content))
    put(content, film({**NINETY, "note": "put otherwise"}))
    since = ("--content", str(content), "--since", str(tmp_path / "before"))
    assert invoke("changes", *since)[1].startswith("No change since ")
    put(content, film({**NINETY, "value": "93 minutes"}))
    assert invoke("changes", *since)[1].splitlines()[2:] == [
        "tin-harbour running-time",
        "  changed      “90 minutes”, asserted to “93 minutes”, asserted (harbour-review p4)",
    ]


def test_the_page_tells_the_newest_day_first_in_sentences(page: BeautifulSoup) -> None:
    told = {
        str(section.h2["id"]): [words(one) for one in section.select(".news-sentence")]
        for section in page.select("section.news")
        if section.h2
    }
    review = "A harbour made of tin"
    assert told == {
        "on-2026-11-04-2": [
            "Ada & Co has settled running time (November 2026): 92 minutes holds. The print was timed."
        ],
        "on-2026-11-04": [
            f"Running time is now recorded: 95 minutes ({review}, paragraph 2).",
            "The sources now contradict each other on running time: 90 minutes, 92 minutes and 95 minutes.",
        ],
        "on-2026-11-03": [f"Running time was 91 minutes and is now 92 minutes ({review}, paragraph 3)."],
        "on-2026-11-01": [],
    }
    assert list(told) == ["on-2026-11-04-2", "on-2026-11-04", "on-2026-11-03", "on-2026-11-01"]


def test_the_page_says_since_when_and_by_whom(
    page: BeautifulSoup, story: tuple[Path, dict[str, list[str]]]
) -> None:
    log = (story[0] / "changes.jsonl").read_text("utf-8").splitlines()
    begun = sum('"begun"' in line and '"after"' in line for line in log)
    assert "Changes are kept since 1 November 2026." in words(page)
    assert "1 added, 1 newly contradicted. Kept by Ada <Lovelace>." in words(page)
    assert f"The archive held {begun} claims from 1 source, with 1 contradiction among them." in words(page)


def test_every_link_of_the_page_leads_somewhere(page: BeautifulSoup, site: Path) -> None:
    links = [str(one["href"]) for one in page.select("main a")]
    assert "disagreements.html#tin-harbour--running-time" in links
    assert "sources/harbour-review.html#p3" in links
    assert [one for one in links if not leads_somewhere(site, one)] == []


def leads_somewhere(site: Path, link: str) -> bool:
    path, fragment = urldefrag(link)
    file = site / path
    return file.is_file() and (not fragment or f'id="{fragment}"' in file.read_text("utf-8"))


def test_the_footer_and_every_head_lead_to_the_page_and_the_feed(site: Path) -> None:
    for url, root in (("index.html", "."), ("people/bram-oster.html", "..")):
        found = BeautifulSoup((site / url).read_text("utf-8"), "html.parser")
        assert [one.get_text() for one in found.select(f'.site-footer a[href="{root}/changes.html"]')] == [
            "What is new"
        ]
        (link,) = found.select('head link[rel="alternate"][type="application/atom+xml"]')
        assert link["href"] == f"{root}/changes.xml"


def test_the_feed_is_atom(feed: ET.Element, site: Path) -> None:
    """RFC 4287, sections 4.1.1 and 4.1.2: what must be there is there once, ids are absolute and differ."""
    assert feed.tag == f"{ATOM}feed"
    once = ("id", "title", "updated")
    everything = [feed, *feed.findall(f"{ATOM}entry")]
    assert [[len(one.findall(ATOM + name)) for name in once] for one in everything] == [[1, 1, 1]] * 5
    assert all(len(one.findall(f"{ATOM}author/{ATOM}name")) == 1 for one in everything)
    ids = [one.findtext(f"{ATOM}id") or "" for one in everything]
    assert len(set(ids)) == len(ids)
    assert all(
        re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", one)
        for one in ids
    )
    assert all(MOMENT.fullmatch(one.text or "") for one in feed.iter(f"{ATOM}updated"))
    assert [(one.get("rel"), one.get("href")) for one in feed.findall(f"{ATOM}link")] == [
        ("alternate", "changes.html"),
        ("self", "changes.xml"),
    ]
    for entry in entries_of(feed):
        links = [*entry["link"], *(str(one["href"]) for one in entry["html"].select("a"))]
        assert [one for one in links if not leads_somewhere(site, one)] == []


def test_a_day_is_its_first_moment_and_nothing_else_is_dated(feed: ET.Element) -> None:
    assert [one.text for one in feed.iter(f"{ATOM}updated")] == [
        "2026-11-04T00:00:00Z",
        "2026-11-04T00:00:00Z",
        "2026-11-04T00:00:00Z",
        "2026-11-03T00:00:00Z",
        "2026-11-01T00:00:00Z",
    ]
    assert list(feed.iter(f"{ATOM}published")) == []


def test_the_feed_tells_what_the_page_tells(feed: ET.Element, page: BeautifulSoup) -> None:
    told = [words(item) for entry in entries_of(feed) for item in entry["html"].select("li")]
    assert told == [words(one) for one in page.select(".news-sentence")]
    assert [one["title"] for one in entries_of(feed)] == [
        "4 November 2026: 1 settled",
        "4 November 2026: 1 added, 1 newly contradicted",
        "3 November 2026: 1 changed",
        "1 November 2026: The log of changes begins",
    ]


def test_with_an_address_every_link_is_whole_and_the_ids_stay(
    story: tuple[Path, dict[str, list[str]]], feed: ET.Element, tmp_path: Path
) -> None:
    address = "https://archive.example/her"
    build(tmp_path / "site", "--content", str(story[0]), environment={"INTERTITLE_SITEURL": address})
    there = feed_of(tmp_path / "site")
    links = [str(one.get("href")) for one in there.iter(f"{ATOM}link")]
    links += [str(one["href"]) for entry in entries_of(there) for one in entry["html"].select("a")]
    assert [one for one in links if not one.startswith(f"{address}/")] == []
    here = [str(one.get("href")) for one in feed.iter(f"{ATOM}link")]
    assert [urljoin(f"{address}/", one) for one in here] == links[: len(here)]
    assert [one.text for one in there.iter(f"{ATOM}id")] == [one.text for one in feed.iter(f"{ATOM}id")]


def test_without_a_log_there_is_no_page_no_feed_and_no_link(tmp_path: Path) -> None:
    """And when the log is gone, so are both: a build takes the place of the whole site."""
    content = write_archive(tmp_path, film(NINETY))
    record(content, "2026-11-01")
    output = tmp_path / "site"
    build(output, "--content", str(content))
    assert (output / "changes.html").is_file()
    assert (output / "changes.xml").is_file()
    (content / "changes.jsonl").unlink()
    build(output, "--content", str(content))
    assert [file.name for file in output.rglob("changes.*")] == ["changes.css"]
    assert [file.name for file in output.rglob("*.html") if "changes." in file.read_text("utf-8")] == []


def test_a_broken_log_stops_the_build_with_its_places(tmp_path: Path) -> None:
    content = write_archive(tmp_path, film(NINETY))
    record(content, "2026-11-01")
    with (content / "changes.jsonl").open("a", encoding="utf-8") as lines:
        lines.write('fog\n{"who": "a test", "when": "2026-11", "at_hand": []}\n')
    with pytest.raises(Refused) as refused:
        build(tmp_path / "site", "--content", str(content))
    faults = [line for line in str(refused.value).splitlines() if line.startswith("content/changes.jsonl:")]
    assert [line.split()[1] for line in faults] == ["UNREADABLE-LINE", "BAD-DATE"]
    status, said, _ = invoke("changes", "--content", str(content))
    assert (status, said.splitlines()) == (1, faults)
    assert FILM not in said
