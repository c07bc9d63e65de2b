"""Claims folded into credits, events and facts, with nothing dropped."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.assemble import assemble
from plugins.archive.claim import Claim
from plugins.archive.entity import Entity, Kind
from plugins.archive.span import Pointer

PART = {"person": "bram-oster", "role": "cast", "character": "pilot"}


def entity(entity_id: str, kind: Kind = Kind.EVENT) -> Entity:
    return Entity(entity_id, kind, entity_id, entity_id, (), "", "", True)


def credit(status: str = "final", **changed: str) -> Claim:
    qualifiers = tuple(sorted({**PART, **changed}.items()))
    return Claim("film", "credit", status, Pointer("review"), status=status, qualifiers=qualifiers)


def test_claims_of_one_part_are_one_credit() -> None:
    archive = assemble([], [credit(), credit("announced")], [])
    assert [(one.status, len(one.claims)) for one in archive.credits] == [("final", 2)]


@pytest.mark.parametrize(
    ("statuses", "now"),
    [(["announced", "replaced"], "announced"), (["asserted"], "final"), (["cut", "consulted"], "cut")],
)
def test_of_several_statuses_a_credit_has_the_weightiest(statuses: list[str], now: str) -> None:
    archive = assemble([], [credit(one) for one in statuses], [])
    assert archive.credits[0].status == now


def test_two_parts_of_one_person_are_two_credits() -> None:
    archive = assemble([], [credit(), credit(character="odile")], [])
    assert [one.character for one in archive.credits] == ["odile", "pilot"]


def test_events_stand_in_the_order_of_dates_undated_ones_last() -> None:
    claims = [
        Claim("c", "event", "c", None),
        Claim("a", "date", "2005", None),
        Claim("b", "date", "2004", None),
    ]
    archive = assemble([entity("a"), entity("b"), entity("c")], claims, [])
    assert [one.id for one in archive.events] == ["b", "a", "c"]


def test_a_date_of_a_film_makes_no_event() -> None:
    archive = assemble([entity("film", Kind.WORK)], [Claim("film", "date", "2004", None)], [])
    assert archive.events == ()


def test_values_that_differ_stand_side_by_side() -> None:
    claims = [Claim("film", "budget", value, None) for value in ("much", "little")]
    assert [one.value for one in assemble([], claims, []).facts["film"]["budget"]] == ["much", "little"]


@given(st.lists(st.sampled_from(["budget", "date", "credit", "note", "born"])))
def test_no_claim_is_dropped(properties: list[str]) -> None:
    claims = [Claim("film", name, str(number), None) for number, name in enumerate(properties)]
    archive = assemble([], claims, [])
    assert list(archive.claims) == claims
    assert len(archive.claims_about.get("film", ())) == len(claims)


def test_a_claims_id_survives_a_change_of_note_and_maker_and_of_nothing_else() -> None:
    changes: list[dict[str, Any]] = [{"note": "so"}, {"maker": "credits/9"}, {"original": "much"}]
    itself = Claim("film", "budget", "much", Pointer("review"))
    assert {Claim("film", "budget", "much", Pointer("review"), **one).id for one in changes} == {itself.id}
    assert Claim("film", "budget", "little", Pointer("review")).id != itself.id
    assert Claim("film", "budget", "much", Pointer("review"), "retracted").id != itself.id
