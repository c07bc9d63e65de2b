"""What pages tell programs: what holds, in the words of schema.org, and nothing that is in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.claim import Claim
from plugins.archive.span import Pointer
from plugins.claims.comparing import compare_claims
from plugins.linked_data.settled import settled_claims
from plugins.linked_data.vocabulary import TERMS
from tests.making import ARCHIVE, flow_over, front_matter, write_archive

VOCABULARY = {
    "Movie": "name alternateName director author producer musicBy actor duration datePublished genre "
    "productionCompany",
    "CreativeWork": "name alternateName author producer datePublished genre publisher about",
    "Person": "name alternateName birthDate deathDate jobTitle",
    "Event": "name startDate endDate location about",
    "Review": "name itemReviewed author publisher datePublished",
    "Place": "name",
    "Organization": "name",
    "PerformanceRole": "actor characterName",
    "PerformingGroup": "name",
    "MusicGroup": "name",
}
"""Types of schema.org with the properties that pages may use; a new one is looked up there first."""

FILM, PREMIERE = "films/tin-harbour.md", "events/2004-premiere.md"
SETTLED = (
    "- {subject: tin-harbour, property: running-time, value: 91 minutes, who: a test, when: 2026, why: timed}"
)
DATES = ("datePublished", "birthDate", "deathDate", "startDate", "endDate")

Thing = dict[str, Any]


def things(folder: Path, changed: dict[str, dict[str, Any]] | None = None, **files: str) -> dict[str, Thing]:
    """The things of the small archive by the addresses of their pages, some records ``changed``."""
    laid: dict[str, str | bytes] = {
        path: front_matter({**ARCHIVE.get(path, {}), **values}) for path, values in (changed or {}).items()
    }
    laid |= {f"authority/{name}.yaml": text for name, text in files.items()}
    made: dict[str, Thing] = flow_over(write_archive(folder, laid)).sound_value("linked_data")
    return made


def film_with(folder: Path, *facts: dict[str, Any], **files: str) -> Thing:
    return things(folder, {FILM: {"facts": list(facts)}}, **files)["films/tin-harbour.html"]


def fact(name: str, value: str, paragraph: int = 1, **more: str) -> dict[str, Any]:
    return {"property": name, "value": value, "cite": f"harbour-review p{paragraph}", **more}


def nodes(thing: Any) -> Iterator[Thing]:
    """A thing and all things in it."""
    if isinstance(thing, list):
        for one in thing:
            yield from nodes(one)
    elif isinstance(thing, dict):
        yield thing
        for value in thing.values():
            yield from nodes(value)


def test_a_film_tells_what_its_record_settles(tmp_path: Path) -> None:
    assert things(tmp_path)["films/tin-harbour.html"] == {
        "@context": "https://schema.org",
        "@type": "Movie",
        "@id": "films/tin-harbour.html",
        "url": "films/tin-harbour.html",
        "name": "The Tin Harbour",
        "alternateName": "Tin Harbour",
        "director": {"@type": "Person", "@id": "people/ines-varga.html", "name": "Ines Varga"},
        "actor": [
            {
                "@type": "PerformanceRole",
                "actor": {"@type": "Person", "@id": f"people/{person}.html", "name": name},
                "characterName": part,
            }
            for person, name, part in (
                ("nadia-bell", "Nadia Bell", "Odile"),
                ("bram-oster", "Bram Oster", "the Pilot"),
            )
        ],
        "duration": "PT90M",
    }


def test_a_review_tells_its_record_and_no_word_of_its_text(tmp_path: Path) -> None:
    assert things(tmp_path)["sources/harbour-review.html"] == {
        "@context": "https://schema.org",
        "@type": "Review",
        "@id": "sources/harbour-review.html",
        "url": "sources/harbour-review.html",
        "name": "A harbour made of tin",
        "itemReviewed": {"@type": "Movie", "@id": "films/tin-harbour.html", "name": "The Tin Harbour"},
        "author": {"name": "Lotte Maes"},
        "publisher": {"name": "The Quay"},
        "datePublished": "2004-11-02",
    }


def test_what_is_not_recorded_of_a_source_is_left_out(tmp_path: Path) -> None:
    bare = {"author": None, "outlet": None, "published": None, "title": None}
    found = things(tmp_path, {"sources/harbour-review.md": bare})["sources/harbour-review.html"]
    assert sorted(found) == ["@context", "@id", "@type", "itemReviewed", "name", "url"]


def test_an_author_whom_the_archive_knows_is_linked(tmp_path: Path) -> None:
    by_varga = {"sources/harbour-review.md": {"author": "Ines Varga", "kind": "essay"}}
    found = things(tmp_path, by_varga)["sources/harbour-review.html"]
    assert found["@type"] == "CreativeWork"
    assert found["author"] == {"@type": "Person", "@id": "people/ines-varga.html", "name": "Ines Varga"}
    assert found["about"]["@id"] == "films/tin-harbour.html"


def test_two_running_times_are_none_until_somebody_settles_them(tmp_path: Path) -> None:
    both = fact("running-time", "90 minutes"), fact("running-time", "91 minutes", 2)
    assert "duration" not in film_with(tmp_path / "disputed", *both)
    assert film_with(tmp_path / "settled", *both, settlements=SETTLED)["duration"] == "PT91M"


def test_a_settled_year_is_no_way_round_two_days_of_release(tmp_path: Path) -> None:
    """One source has the year of one of the days: the date of release is disputed all the same."""
    days = fact("release-date", "2003-12-28"), fact("release-date", "2004-01-04", 2)
    year = fact("release-year", "2004", 3)
    assert "datePublished" not in film_with(tmp_path / "disputed", *days, year)
    assert film_with(tmp_path / "one", days[1], year)["datePublished"] == "2004-01-04"


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("release-year", "2004", "2004-01-04"),
        ("release-year", "2003", None),
        ("release", "January 2004", "2004-01-04"),
        ("release", "2004-02-04", None),
    ],
)
def test_two_properties_of_one_meaning_must_fit(
    tmp_path: Path, name: str, value: str, told: str | None
) -> None:
    found = film_with(tmp_path, fact("release-date", "2004-01-04"), fact(name, value, 2))
    assert found.get("datePublished") == told


def test_a_settlement_that_names_no_side_settles_no_value(tmp_path: Path) -> None:
    both = fact("running-time", "90 minutes"), fact("running-time", "91 minutes", 2)
    settled = SETTLED.replace("value: 91 minutes", "relation: conflict")
    assert "duration" not in film_with(tmp_path, *both, settlements=settled)


@pytest.mark.parametrize("status", ["announced", "approximate", "opinion", "retracted"])
def test_only_what_is_simply_stated_is_told(tmp_path: Path, status: str) -> None:
    facts = [
        fact(name, value, status=status)
        for name, value in (("running-time", "90 minutes"), ("release", "2004-10-02"), ("genre", "fable"))
    ]
    assert {"duration", "datePublished", "genre"} & set(film_with(tmp_path, *facts)) == set()


def test_a_rounder_value_beside_an_exact_one_takes_nothing_away(tmp_path: Path) -> None:
    """“About an hour and a half” is compatible with 90 minutes, and no length to the minute itself."""
    about = fact("running-time", "about an hour and a half", 2, status="approximate")
    assert film_with(tmp_path / "both", fact("running-time", "90 minutes"), about)["duration"] == "PT90M"
    assert "duration" not in film_with(tmp_path / "about", about)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2004", "2004"),
        ("2004-10", "2004-10"),
        ("2004-10-02", "2004-10-02"),
        ("2 October 2004", "2004-10-02"),
        ("October 2004", "2004-10"),
        *((one, None) for one in ("2004-22", "2004?", "2004~", "200X", "[2003,2004]", "2004/..", "..2004")),
        *((one, None) for one in ("autumn 2004", "early 2004", "2 October", "before 2004", "2004, Ghent")),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_written_or_not_at_all(
    tmp_path: Path, value: str, told: str | None
) -> None:
    assert film_with(tmp_path, fact("release", value)).get("datePublished") == told


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"date": "2004-10", "basis": "stated"}, {"startDate": "2004-10"}),
        ({"date": "2004", "basis": "stated"}, {"startDate": "2004"}),
        (
            {"date": "2004-10-02/2004-10-04", "basis": "stated"},
            {"startDate": "2004-10-02", "endDate": "2004-10-04"},
        ),
        ({"date": "2003/2004-02", "basis": "stated"}, {"startDate": "2003", "endDate": "2004-02"}),
        *(
            ({"date": date, "basis": "stated"}, None)
            for date in ("2004-10~", "2004?", "2004-23", "[2004-10-02,2004-10-03]", "2004-XX", "2004/..")
        ),
        ({"date": "2004-10", "basis": "relative"}, None),
        ({"date": "2004-10", "basis": "inferred"}, None),
        ({"date": "2004-10", "basis": "stated", "status": "announced"}, None),
        ({"date": "2004-10", "basis": "stated", "status": "cancelled"}, None),
        ({"date": None}, None),
    ],
)
def test_an_event_is_told_when_it_happened_on_a_date_that_a_text_states(
    tmp_path: Path, changed: dict[str, Any], told: Thing | None
) -> None:
    found = things(tmp_path, {PREMIERE: changed}).get("events/2004-premiere.html")
    assert (None if found is None else {key: found[key] for key in DATES if key in found}) == told


def test_an_event_tells_where_it_was_and_of_what(tmp_path: Path) -> None:
    found = things(tmp_path, {PREMIERE: {"basis": "stated"}})["events/2004-premiere.html"]
    assert found["location"] == {"@type": "Place", "@id": "a-z.html#ostend", "name": "Ostend"}
    assert found["about"]["name"] == "The Tin Harbour"


def test_a_person_tells_dates_and_jobs_that_hold(tmp_path: Path) -> None:
    facts = [
        fact("born", "1961"),
        fact("profession", "director of [[tin-harbour]]"),
        fact("born-as", "Inés V."),
    ]
    found = things(tmp_path, {"people/ines-varga.md": {"facts": facts}})["people/ines-varga.html"]
    assert (found["birthDate"], found["jobTitle"]) == ("1961", "director of The Tin Harbour")
    assert "alternateName" not in found, "a surname alone is no other name"
    assert "birthDate" not in things(tmp_path / "town")["people/ines-varga.html"], "Szeged is no date"


@pytest.mark.parametrize("status", ["replaced", "cut", "uncredited", "consulted", "announced"])
def test_only_final_credits_are_told(tmp_path: Path, status: str) -> None:
    """Who got the part in the end is told, and who had it before is no dispute."""
    played = [
        {"person": "nadia-bell", "status": status, "cite": "harbour-review p2"},
        {"person": "bram-oster", "status": "final", "cite": "harbour-review p3"},
    ]
    found = things(tmp_path, {"characters/pilot.md": {"performed-by": played}})["films/tin-harbour.html"]
    pilots = [one["actor"]["name"] for one in found["actor"] if one["characterName"] == "the Pilot"]
    assert pilots == ["Bram Oster"]


def test_two_final_players_of_a_part_are_none() -> None:
    """Of two sources each names another, and nobody has said whether the part has two players."""
    played = [
        Claim(
            "tin-harbour",
            "credit",
            f"{person} as pilot",
            Pointer(source, 1),
            status="final",
            qualifiers=(("character", "pilot"), ("person", person), ("role", "cast")),
        )
        for person, source in (("nadia-bell", "weekly"), ("bram-oster", "review"))
    ]
    (both,) = compare_claims(played)
    (one,) = compare_claims(played[:1])
    assert settled_claims(both) == ()
    assert settled_claims(one) == (played[0],)


def test_what_only_a_program_has_read_is_left_out() -> None:
    editors = Claim("tin-harbour", "running-time", "90 minutes", Pointer("review", 1))
    read = replace(editors, pointer=Pointer("other", 2), maker="credits/2")
    (alone,) = compare_claims([read])
    (both,) = compare_claims([editors, read])
    assert settled_claims(alone) == ()
    assert settled_claims(both) == (editors,)


def test_stubs_and_characters_have_no_thing_and_are_in_none(tmp_path: Path) -> None:
    """Of a text without any record, a program finds names; nobody has looked at them."""
    content = tmp_path / "content" / "sources"
    content.mkdir(parents=True)
    text = "The Salt Ferry\n\n“The Salt Ferry”, directed by Jonas Wiek, runs for ninety minutes.\n"
    (content / "ferry.txt").write_text(text, "utf-8")
    flow = flow_over(tmp_path / "content", film="")
    assert flow.sound_value("linked_data") == {}
    assert "characters/odile.html" not in things(tmp_path / "other")


def test_every_type_and_property_is_in_the_closed_list(tmp_path: Path) -> None:
    assert {kind: " ".join(terms) for kind, terms in TERMS.items()} == VOCABULARY
    for thing in things(tmp_path, {PREMIERE: {"basis": "stated"}}).values():
        for node in nodes(thing):
            kind = node.get("@type")
            known = VOCABULARY[kind].split() if kind else ["name"]
            assert set(node) - {"@context", "@type", "@id", "url"} <= set(known), node


def test_the_archives_own_pages_tell_no_date_that_no_claim_has(
    bundled: dict[str, Thing], dates: set[str]
) -> None:
    told = {node[key] for thing in bundled.values() for node in nodes(thing) for key in DATES if key in node}
    assert told
    assert told - dates == set()
    assert all(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", one) for one in told)


@pytest.fixture(scope="module")
def bundle() -> Any:
    from tests.building import CONTENT

    return flow_over(CONTENT, film="her")


@pytest.fixture(scope="module")
def bundled(bundle: Any) -> dict[str, Thing]:
    made: dict[str, Thing] = bundle.sound_value("linked_data")
    return made


@pytest.fixture(scope="module")
def dates(bundle: Any) -> set[str]:
    """Every date of a claim of the archive as it is written, and both ends of its stretches."""
    written = [one.value for one in bundle.value("archive").claims]
    return {end for one in written for end in one.split("/") if re.fullmatch(r"[\d-]+", end)}
