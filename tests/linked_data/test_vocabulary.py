"""What pages tell programs is schema.org's own: its types, its properties, and values that these may have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from plugins.linked_data.vocabulary import TERMS
from tests.linked_data.vocabulary import faults_of, vocabulary
from tests.making import flow_over, front_matter, write_archive

Thing = dict[str, Any]

SITES = ["built_site", "public_with_library", "private_site", "unrecorded_site"]


@pytest.mark.parametrize("edition", SITES)
def test_every_block_of_every_page_is_valid(edition: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(edition)
    blocks = [
        (page.name, json.loads(block.get_text()))
        for page in sorted(folder.rglob("*.html"))
        for block in BeautifulSoup(page.read_text("utf-8"), "html.parser").select(
            'script[type="application/ld+json"]'
        )
    ]
    assert blocks or edition == "unrecorded_site"
    assert [(name, fault) for name, thing in blocks for fault in faults_of(thing)] == []


@pytest.mark.parametrize("kind", TERMS)
def test_every_type_has_the_properties_that_we_give_it(kind: str) -> None:
    """But for what a role bears in the place of what it is a value of."""
    above = set(vocabulary()["types"][kind].split())
    borrowed = {"actor"} if "Role" in above else set()
    known = {
        name for name, (domains, _) in vocabulary()["properties"].items() if set(domains.split()) & above
    }
    assert set(TERMS[kind]) - borrowed - known == set()


def test_a_band_that_wrote_the_music_is_one(tmp_path: Path) -> None:
    """``musicBy`` and ``actor`` take no other organisations."""
    credit = {"person": "fog-horns", "role": "composer", "status": "final", "cite": "harbour-review p2"}
    film = {
        "name": "Fog",
        "kind": "film",
        "summary": "A film.",
        "credits": [credit, {**credit, "role": "producer"}],
    }
    band = "- {id: fog-horns, name: The Fog Horns, kind: band}\n"
    files: dict[str, str | bytes] = {"films/fog.md": front_matter(film), "authority/organisations.yaml": band}
    made = flow_over(write_archive(tmp_path, files)).sound_value("linked_data")
    thing = made["films/fog.html"]
    assert (thing["musicBy"]["@type"], thing["producer"]["@type"]) == ("MusicGroup", "Organization")
    assert list(faults_of(thing)) == []


def movie(**values: Any) -> Thing:
    return {"@context": "https://schema.org", "@type": "Movie", "@id": "films/a.html", **values}


PERSON = {"@type": "Person", "name": "Ines Varga"}


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        ({**movie(), "@context": "http://schema.org"}, "the context is 'http://schema.org'"),
        ({**movie(), "@type": "Film"}, "Film is no type"),
        (movie(director=PERSON, colour="tin"), "colour is no property"),
        (movie(birthDate="1960"), "birthDate is no property of Movie"),
        (movie(director={**PERSON, "duration": "PT1M"}), "duration is no property of Person"),
        (movie(itemReviewed=PERSON), "itemReviewed is no property of Movie"),
        (
            movie(director={"@type": "Place", "name": "Ostend"}),
            "Place is no value of director, which takes Person",
        ),
        (movie(director="Ines Varga"), "'Ines Varga' is no value of director, which takes Person"),
        (
            movie(datePublished="May 2004"),
            "'May 2004' is no value of datePublished, which takes Date DateTime",
        ),
        (movie(duration="90 minutes"), "'90 minutes' is no value of duration"),
        (movie(name=4), "4 of name is no text"),
        (
            movie(director={"@type": "PerformanceRole", "actor": PERSON}),
            "actor is no property of PerformanceRole",
        ),
    ],
)
def test_what_the_vocabulary_has_no_place_for_is_found(thing: Thing, said: str) -> None:
    (fault, *_) = faults_of(thing)
    assert fault.startswith(said)


def test_a_role_may_stand_where_its_player_would() -> None:
    role = {"@type": "PerformanceRole", "actor": PERSON, "characterName": "Odile"}
    assert list(faults_of(movie(actor=[role, PERSON]))) == []
