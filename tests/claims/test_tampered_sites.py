"""What a site shows when one thing in its archive is changed, and that a fault changes nothing of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.building import build, invoke
from tests.claims.paper_lighthouse import (
    FILM,
    SETTLED,
    SETTLEMENTS,
    THIRD,
    build_lighthouse,
    build_tampered,
)
from tests.site.crawl import Page
from tests.site.open_data import read

REVIEWED = "90 minutes ninety minutes Quay review, 30 September 2011, paragraph 4"
TALKED = "92 minutes Stairs talk, May 2011, paragraph 3"
TIMED = "94 minutes ninety-four minutes Own history, 2013, paragraph 2"
"""Each running time with its words, as far as the rights of its text allow, its source, date and place."""


@dataclass(frozen=True)
class Told:
    """How a site tells of the running times: the word beside the label, and each value with its words."""

    mark: str
    infobox: list[str]
    disagreements: list[str]
    judged: str


def film_of(site: Path) -> Page:
    return Page("films/paper-lighthouse.html", (site / "films/paper-lighthouse.html").read_text("utf-8"))


def told(site: Path) -> Told:
    film, page = film_of(site), Page("page", (site / "disagreements.html").read_text("utf-8"))
    for number in film.select(".note-markers"):
        number.extract()
    [fact] = [one for one in film.select(".fact") if one.get_text().strip().startswith("Running time")]
    [entry] = [one for one in page.select(".disagreement") if "Running time" in one.get_text()]
    return Told(
        " ".join(one.get_text() for one in fact.select(".differ")),
        [_line(one.get_text(" ")) for one in fact.select("dd")],
        [_line(one.get_text(" ")) for one in entry.select(".side")],
        " ".join(_line(one.get_text()) for one in entry.select(".judgement")),
    )


def _line(words: str) -> str:
    return " ".join(words.replace("\u2060", "").split()).replace(" ,", ",")


def bytes_of(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def claims(site: Path) -> list[dict[str, Any]]:
    return read(site, "claims.jsonl")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The archive as it is, with a third running time, settled besides, a text renamed, a text gone."""
    folder = tmp_path_factory.mktemp("sites")
    names = ("sound", "third", "settled", "renamed", "bare")
    made = {name: build_lighthouse(folder / name) for name in names}
    for name in ("third", "settled"):
        made[name].change(FILM, "\n---\n", f"\n{THIRD}")
    made["settled"].write(SETTLEMENTS, SETTLED)
    (made["renamed"].library / "quay-review.txt").rename(made["renamed"].library / "other name.txt")
    (made["bare"].library / "quay-review.txt").unlink()
    for name, one in made.items():
        build(folder / f"{name}-site", *one.options)
    return {name: folder / f"{name}-site" for name in names}


def test_two_running_times_stand_beside_each_other(sites: dict[str, Path]) -> None:
    both = [REVIEWED, TALKED]
    assert told(sites["sound"]) == Told("sources differ", both, both, "")


def test_a_third_running_time_stands_beside_the_two(sites: dict[str, Path]) -> None:
    """With its words, its source and its date, in the infobox and on the page of disagreements."""
    all_three = [REVIEWED, TALKED, TIMED]
    assert told(sites["third"]) == Told("sources differ", all_three, all_three, "")


def test_a_third_running_time_adds_one_claim_and_changes_none(sites: dict[str, Path]) -> None:
    before, after = claims(sites["sound"]), claims(sites["third"])
    assert [one for one in before if one not in after] == []
    assert [one["value"] for one in after if one not in before] == ["94 minutes"]


def test_a_settled_running_time_says_which_holds_and_keeps_the_others(sites: dict[str, Path]) -> None:
    held = TALKED.replace("92 minutes", "92 minutes held to be right")
    all_three = [REVIEWED, held, TIMED]
    judged = "Judged by Ada Moor, November 2026: The print was timed."
    assert told(sites["settled"]) == Told("settled", all_three, all_three, judged)
    assert claims(sites["settled"]) == claims(sites["third"])


def test_the_name_of_an_original_changes_no_byte(sites: dict[str, Path]) -> None:
    assert bytes_of(sites["renamed"]) == bytes_of(sites["sound"])


def test_without_an_original_its_paragraph_is_cited_and_the_page_says_why(sites: dict[str, Path]) -> None:
    both = [REVIEWED.replace("ninety minutes ", ""), TALKED]
    assert told(sites["bare"]) == Told("sources differ", both, both, "")
    assert "This copy of the archive does not hold the text." in film_of(sites["bare"]).text
    assert [name for name, data in bytes_of(sites["bare"]).items() if b"ninety minutes" in data] == []


def test_a_build_of_a_tampered_archive_leaves_the_last_good_site(tmp_path: Path) -> None:
    """Byte for byte; it ends with 1, and prints what `invoke check` prints."""
    site = tmp_path / "site"
    sound = build_lighthouse(tmp_path / "sound")
    build(site, *sound.options)
    before = bytes_of(site)
    faulty = build_tampered(tmp_path / "tampered")
    status, said, complained = invoke("build", "--output", str(site), *faulty.options)
    assert status == 1
    lines = (said + complained).splitlines()
    assert [line for line in lines if line.startswith("content/")] == faulty.faults()
    assert lines[-1] == "Nothing was changed: the last good site stays."
    assert bytes_of(site) == before
    assert invoke("check", *faulty.options) == (1, "".join(f"{one}\n" for one in faulty.faults()), "")
