"""Stubs for names: their ids, and which of them is the film."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plugins.archive.entity import Kind
from plugins.archive.settings import Settings
from plugins.archive.span import Span
from plugins.authority.record import Records
from plugins.discovery.findings import Sighting
from plugins.discovery.merging import Discovered
from plugins.stubs.names import name_stubs, with_stub_names
from tests.making import document, documents, record, records

TEXT = "Home and The Salt Ferry are films, and Nora is in one of them."

SETTINGS = Settings(Path("content"))


def named(name: str, kind: Kind, *sources: str) -> Discovered:
    sightings = tuple(Sighting(source, Span(0, 4), name) for source in sources or ("review",))
    return Discovered(name, kind, (), sightings, ("a test says so",), 0.5)


def stubs(*found: Discovered, recorded: Records | None = None, film: str = "") -> Records:
    settings = replace(SETTINGS, film=film)
    recorded = recorded or records()
    texts = documents(document(TEXT), document(TEXT, "interview"))
    return with_stub_names(recorded, name_stubs(recorded, texts, found, settings), settings)


def film_of(made: Records) -> list[str]:
    return [one.id for one in made.by_id.values() if one.folder == "films"]


FERRY = named("The Salt Ferry", Kind.WORK, "review", "interview")
HOME = named("Home", Kind.WORK)


def test_the_work_that_most_texts_name_is_the_film() -> None:
    assert film_of(stubs(HOME, FERRY)) == ["the-salt-ferry"]


def test_the_work_that_the_settings_name_is_the_film_all_the_same() -> None:
    """By the id that a record of it would have."""
    drop = named("Drop", Kind.WORK)
    assert film_of(stubs(drop, FERRY, film="drop")) == ["drop"]
    assert film_of(stubs(drop, FERRY, film="another")) == ["the-salt-ferry"]


def test_no_found_work_is_a_film_where_a_record_is_one() -> None:
    recorded = records(record("tin-harbour", "films", name="The Tin Harbour"))
    made = stubs(FERRY, named("Nora", Kind.CHARACTER), recorded=recorded)
    assert film_of(made) == ["tin-harbour"]
    assert made.by_id["nora"].text("film") == "tin-harbour"


def test_a_stub_never_takes_the_id_of_the_home_page() -> None:
    """A film called so is found as any other."""
    assert film_of(stubs(HOME)) == ["home-work"]


def test_a_character_of_no_film_is_in_none() -> None:
    assert stubs(named("Nora", Kind.CHARACTER)).by_id["nora"].text("film") is None


def test_a_stub_is_one_until_a_record_has_its_name() -> None:
    recorded = records(record("nora", "characters", name="Nora"))
    assert stubs(named("Nora", Kind.CHARACTER), recorded=recorded).by_id["nora"].is_stub is False
