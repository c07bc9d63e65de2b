"""A date is as exact as its source and no more: on every page, in the data, in feeds and in linked data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.claim import EDITOR
from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.markdown_it.front_matter import read_front_matter, read_yaml
from tests.building import CONTENT, build
from tests.making import ARCHIVE, front_matter, write_archive
from tests.site.crawl import Site
from tests.site.open_data import read
from tests.site.other_day import ELSEWHERE, writings_of_later_day

WORDING = frozenset({"original", "exact", "text"})
"""Keys of the data under which a source's own words stand; those may well be a year."""

IN_FEEDS = re.compile("<(?:updated|published|lastmod)>([^<]*)<")
"""The elements of feeds and site maps that hold a date."""

MIDNIGHT = "T00:00:00Z"
"""What a feed must put behind a day."""


def recorded_dates(content: Path) -> set[Edtf]:
    """Every date that people have written in an archive's records and decisions, and the days of its log.

    The values in the log are copies of claims: a date that a program had made finer would stand there too.
    """
    found: set[Edtf] = set()
    for file in sorted(content.rglob("*")):
        text = file.read_text("utf-8") if file.suffix in {".md", ".yaml", ".jsonl"} else ""
        if file.suffix == ".md":
            found.update(_dates_in(read_front_matter(text, file.name).values))
        elif file.suffix == ".yaml":
            found.update(_dates_in(read_yaml(text, file.name)[0]))
        else:
            found.update(one for line in text.splitlines() for one in _dates_in(json.loads(line).get("when")))
    return found


def _dates_in(value: Any) -> Iterator[Edtf]:
    """The strings that are a date, in a value of any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in WORDING:
                yield from _dates_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _dates_in(inner)
    elif isinstance(value, str):
        try:
            yield Edtf.parse(value.removesuffix(MIDNIGHT))
        except UnreadableDate:
            return


def shown_dates(site: Site) -> Iterator[tuple[str, Edtf]]:
    """Every date that a program could read in a site, with its file."""
    for name in site.files:
        if name.endswith(".html"):
            values: Any = _of_page(site, name)
        elif name.endswith((".xml", ".atom")):
            values = IN_FEEDS.findall((site.folder / name).read_text("utf-8"))
        elif name.endswith((".json", ".jsonld")):
            values = json.loads((site.folder / name).read_text("utf-8"))
        elif name.endswith(".jsonl"):
            values = [json.loads(line) for line in (site.folder / name).read_text("utf-8").splitlines()]
        else:
            continue
        yield from ((name, one) for one in _dates_in(values))


def _of_page(site: Site, name: str) -> list[Any]:
    page = site.pages[name]
    marked = [str(one.get("datetime") or one.get("data-edtf")) for one in page.select("time, [data-edtf]")]
    return [*marked, *(json.loads(one.get_text()) for one in page.select('script[type*="json"]'))]


def too_exact(site: Site, recorded: set[Edtf]) -> list[str]:
    """The dates of a site that hold no recorded one: they are finer than any of which they could be made.

    What lasted has a beginning and an end, and linked data names each by itself.
    """
    recorded = recorded | {end for one in recorded for end in _dates_in(one.written.split("/"))}
    found = {(name, one) for name, one in shown_dates(site)}
    return sorted(
        f"{name}: {one.written}"
        for name, one in found
        if not any(one.first <= known.first and known.last <= one.last for known in recorded)
    )


def dates_read(site: Site) -> set[Edtf]:
    """The dates that a program read in texts; how exact they may be is told by the cases of that reading."""
    claims = (one for one in read(site.folder, "claims.jsonl") if one["property"] == "date")
    return {Edtf.parse(one["value"]) for one in claims if one["maker"] != EDITOR}


def test_no_date_of_the_site_is_finer_than_what_was_recorded(any_site: Site) -> None:
    recorded = recorded_dates(any_site.content) | dates_read(any_site)
    shown = {one.written for _, one in shown_dates(any_site)}
    assert {4, 7, 10} <= {len(one) for one in shown & {one.written for one in recorded}}
    assert too_exact(any_site, recorded) == []


def test_a_date_that_was_made_finer_would_be_seen(site: Site) -> None:
    """Or the test above would prove nothing."""
    recorded = {one for one in recorded_dates(CONTENT) if one.written != "2012-06-21"}
    assert {one.partition(": ")[2] for one in too_exact(site, recorded)} >= {"2012-06-21"}


COARSE = ("2013", "2013-05", "2013-21", "2013~", "2012/2013")
"""A year, a month, a season, a year that is only about right, two years: dates of events without a day."""

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

A_DAY = re.compile(rf"\b2013-?\d\d-?\d\d\b|\b\d{{1,2}}\.? (?:{MONTHS})\b|\b(?:{MONTHS}) \d{{1,2}}\b")
"""A day of that year, or of any month, however a page or a file may write it."""


@pytest.fixture(scope="module")
def coarse(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive in which nothing is dated to a day, made on a day that has a day of the month."""
    folder = tmp_path_factory.mktemp("coarse")
    made = {
        f"events/shooting-{number}.md": front_matter(
            {
                "name": " ".join(["Again"] * number),
                "date": date,
                "status": "happened",
                "phase": "shooting",
                "summary": "It was shot.",
                "works": ["tin-harbour"],
                "cite": "harbour-review p2",
            }
        )
        for number, date in enumerate(COARSE, 1)
    }
    review = {**ARCHIVE["sources/harbour-review.md"], "published": "2013"}
    changed: dict[str, str | bytes] = {**made, "sources/harbour-review.md": front_matter(review)}
    content = write_archive(folder, changed)
    build(folder / "site", "--content", str(content), environment=ELSEWHERE)
    return Site(folder / "site")


def test_a_year_stays_a_year_and_a_month_a_month(coarse: Site) -> None:
    """On pages and in data, whatever the day of the build."""
    shown = {one.written for _, one in shown_dates(coarse)}
    assert set(COARSE) <= shown
    assert too_exact(coarse, recorded_dates(coarse.folder.parent / "content")) == []
    assert [one for one in shown if re.search(r"\d{4}-\d\d-\d\d", one)] == []


def test_no_day_is_written_where_none_is_known(coarse: Site) -> None:
    for name in coarse.files:
        text = (coarse.folder / name).read_bytes().decode("utf-8", "ignore")
        words = coarse.pages[name].statements if name.endswith(".html") else text
        if not name.startswith("theme/"):
            assert (name, A_DAY.findall(words)) == (name, [])


def test_the_day_of_the_build_is_nowhere(coarse: Site) -> None:
    for name in coarse.files:
        text = (coarse.folder / name).read_bytes().decode("utf-8", "ignore")
        assert (name, [form for form in writings_of_later_day() if form in text]) == (name, [])
