"""What records claim."""

from __future__ import annotations

from plugins.archive.claim import Claim
from plugins.archive.span import Pointer
from plugins.authority.record import Record
from plugins.authority.wiki_links import WikiLinks
from plugins.claims.front_matter import claims_of
from tests.making import record

LINKS = WikiLinks({"odile": "odile"}, {})


def claims(made: Record) -> list[Claim]:
    return [claim for claim, _ in claims_of(made, LINKS)]


def test_a_fact_with_two_passages_is_two_claims_of_one_value() -> None:
    fact = {"property": "home", "value": "a port", "cite": ["review p1", "diary"]}
    found = claims(record("x", "people", facts=[fact]))
    assert [(one.value, one.pointer) for one in found] == [
        ("a port", Pointer("review", 1)),
        ("a port", Pointer("diary")),
    ]


def test_a_fact_without_a_passage_is_the_editors_own() -> None:
    found = claims(record("x", "people", facts=[{"property": "home", "value": "a port"}]))
    assert [(one.pointer, one.maker) for one in found] == [(None, "editor")]


def test_a_fact_is_about_everybody_whom_its_value_links_to() -> None:
    found = claims(record("x", "people", facts=[{"property": "friend", "value": "[[odile]], [[nobody]]"}]))
    assert found[0].about == ("odile",)


def test_a_credit_is_the_same_claim_from_either_side() -> None:
    rest = {"role": "cast", "character": "odile", "cite": "review p1"}
    work = claims(record("film", "films", credits=[{"person": "bell", **rest}]))
    person = claims(record("bell", "people", credits=[{"work": "film", **rest}]))
    part = {"person": "bell", "cite": "review p1"}
    character = claims(record("odile", "characters", film="film", **{"performed-by": [part]}))
    assert {one.id for one in (*work, *person, *character)} == {work[0].id}


def test_a_dated_event_claims_its_date_and_an_undated_one_that_it_was() -> None:
    dated, undated = record("a", "events", date="2004"), record("a", "events", name="A night")
    assert [(one.property, one.value) for one in claims(dated)] == [("date", "2004")]
    assert [(one.property, one.value) for one in claims(undated)] == [("event", "A night")]


def test_a_source_is_its_own_witness_for_its_record() -> None:
    found = claims(record("review", "sources", author="Lotte Maes"))
    assert [(one.property, one.pointer) for one in found] == [("author", Pointer("review"))]


def test_what_a_review_praises_is_an_opinion_of_the_film() -> None:
    found = claims(
        record("review", "sources", film="film", praises=[{"point": "the fog", "cite": "review p1"}])
    )
    assert [(one.subject, one.status, one.about) for one in found] == [("film", "opinion", ("review",))]


def test_a_point_says_what_it_is_about_without_becoming_another_claim() -> None:
    """An archive that tells it later keeps the ids that others refer to."""
    point = {"point": "the fog of [[odile]]", "cite": "review p1"}
    [plain] = claims(record("review", "sources", film="film", praises=[point]))
    told = [{**point, "about": ["image", "nadia-bell", "image"]}]
    [about] = claims(record("review", "sources", film="film", praises=told))
    assert (about.aspects, about.about) == (("image",), ("review", "odile", "nadia-bell"))
    assert (plain.aspects, plain.about) == ((), ("review", "odile"))
    assert about.id == plain.id


def test_a_single_word_says_what_a_point_is_about() -> None:
    [found] = claims(record("review", "sources", minds=[{"point": "long", "about": "pace"}]))
    assert found.aspects == ("pace",)


def test_a_point_without_a_passage_rests_on_the_whole_review() -> None:
    """So that two reviews which find the same in the same words stay two."""
    made = [claims(record(one, "sources", film="film", minds=[{"point": "long"}])) for one in ("a", "b")]
    assert [one.pointer for [one] in made] == [Pointer("a"), Pointer("b")]
    assert len({one.id for [one] in made}) == 2
