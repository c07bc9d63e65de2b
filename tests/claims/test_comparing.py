"""What differing values mean: told by rules, with a reason, and never a contradiction too many."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.claim import Claim
from plugins.archive.relation import Relation, Relations
from plugins.archive.span import Pointer
from plugins.claims import comparing
from plugins.claims.comparing import compare_claims
from tests.claims.comparing import FILM, by_topic, claim, compared, credit
from tests.drawers import cases

STATUSES = ("asserted", "announced", "approximate", "opinion", "retracted")

CLAIMS = st.lists(
    st.builds(
        lambda name, value, status, source: Claim(
            FILM, name, value, Pointer(source) if source else None, status
        ),
        st.sampled_from(["running-time", "earlier-cut", "release", "genre", "director", "marital-status"]),
        st.sampled_from(
            ["125 minutes", "about two hours", "18 December", "2013", "Varga", "divorced", "much"]
        ),
        st.sampled_from(STATUSES),
        st.sampled_from(["weekly", "diary", None]),
    ),
    max_size=7,
)


@cases("relations")
def test_the_values_of_a_case_have_its_relation_and_reason(case: dict[str, Any]) -> None:
    found = compared(case["property"], *case["text"])
    assert f"{found.relation.value}: {found.reason}" == case["expected"]


@given(CLAIMS)
def test_no_claim_is_dropped_and_none_stands_on_two_sides(claims: list[Claim]) -> None:
    for topic, one in by_topic(claims).items():
        own = [claim for side in one.sides for claim in side.claims if side.property == topic[1]]
        assert sorted(claim.id for claim in own) == sorted(
            claim.id for claim in claims if claim.property == topic[1]
        )


@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_claims_decides_nothing_but_the_order_of_sides(claims: list[Claim], chance: Any) -> None:
    mixed = list(claims)
    chance.shuffle(mixed)
    for topic, one in by_topic(claims).items():
        other = by_topic(mixed)[topic]
        assert one.relation is other.relation
        assert {side.claims[0].standing for side in one.sides} == {
            side.claims[0].standing for side in other.sides
        }


@given(CLAIMS)
def test_every_pair_has_two_sides_and_a_reason_that_ends(claims: list[Claim]) -> None:
    for one in compare_claims(claims):
        assert one.reason.endswith(".")
        for pair in one.pairs:
            assert 0 <= pair.first < pair.second < len(one.sides)
            assert pair.reason.endswith(".")
            assert pair.relation.weight >= one.relation.weight


def test_a_third_running_time_is_a_third_side_that_disputes_both() -> None:
    """And the round one still covers what it covers."""
    two = compared("running-time", "weekly: 125 minutes", "diary: 126 minutes")
    three = compared("running-time", "weekly: 125 minutes", "diary: 126 minutes", "leaflet: 131 minutes")
    assert [len(one.sides) for one in (two, three)] == [2, 3]
    assert [(pair.first, pair.second, pair.relation.value) for pair in three.pairs] == [
        (0, 1, "conflict"),
        (0, 2, "conflict"),
        (1, 2, "conflict"),
    ]
    four = compared(
        "running-time",
        *("weekly: 125 minutes", "diary: 126 minutes", "leaflet: 131 minutes"),
        "profile: about two hours | approximate",
    )
    assert [pair.relation.value for pair in four.pairs if pair.second == 3] == ["compatible"] * 3


def test_the_same_value_from_two_sources_is_one_side() -> None:
    """However each writes it."""
    found = compared("running-time", "weekly: 125 minutes", "diary: 2 hours and 5 minutes")
    assert [(side.value, side.sources) for side in found.sides] == [("125 minutes", ("weekly", "diary"))]
    assert found.sides[0].support is Relation.AGREEMENT


def test_a_text_that_was_written_from_another_is_no_second_witness() -> None:
    """Nor are two that were written from it."""
    written = [
        Claim(source, "written-from", "[[weekly]]", None, about=("weekly",))
        for source in ("essay", "history")
    ]
    claims = [claim(f"{source}: 125 minutes") for source in ("weekly", "essay", "history")]
    found = by_topic([*written, *claims])[FILM, "running-time", None]
    assert (found.relation, found.sides[0].echoes) == (Relation.SINGLE_SOURCE, ("essay", "history"))
    assert found.reason == "Only one source says so; what repeats it was written from it."
    more = by_topic([*written, *claims, claim("diary: 125 minutes")])[FILM, "running-time", None]
    assert (more.relation, more.reason) == (Relation.AGREEMENT, "Two sources say the same.")


def test_a_credit_asks_for_its_support_in_the_same_way() -> None:
    """An editor's own word is no witness."""
    relations = Relations(models={"essay": frozenset({"weekly"})})

    def support(*sources: str | None) -> str:
        return relations.support(credit("ines-varga", "producer", one) for one in sources).value

    assert support("weekly", "diary") == "agreement"
    assert support("weekly", "weekly", "essay", None) == "single-source"
    assert support("diary", "essay") == "agreement"


def test_what_a_source_took_back_is_a_correction_and_not_a_conflict() -> None:
    wrong = replace(claim("weekly: 125 minutes"), corrected_by=Pointer("weekly", 9))
    found = by_topic([wrong, claim("weekly: 126 minutes")])[FILM, "running-time", None]
    assert (found.relation, [side.standing for side in found.sides]) == (
        Relation.CORRECTION,
        ["retracted", "asserted"],
    )


def test_a_conflict_that_one_source_states_whole_says_so() -> None:
    found = compared("running-time", "weekly: 125 minutes", "weekly: 126 minutes")
    assert [pair.within for pair in found.pairs] == [("weekly",)]
    assert found.reason == "“125 minutes” and “126 minutes” cannot both be right. One source says both."


def test_an_earlier_cut_stands_beside_the_running_time_and_by_itself() -> None:
    found = by_topic([claim("weekly: 125 minutes"), claim("diary: earlier-cut = 90 minutes")])
    beside, alone = found[FILM, "running-time", None], found[FILM, "earlier-cut", None]
    assert [side.property for side in beside.sides] == ["running-time", "earlier-cut"]
    assert (beside.relation, alone.relation) == (Relation.OTHER_OBJECT, Relation.SINGLE_SOURCE)
    relations = Relations(tuple(found.values()))
    assert relations.by_claim[claim("diary: earlier-cut = 90 minutes").id] is alone


def test_a_shorter_list_of_producers_contradicts_nothing() -> None:
    found = by_topic(
        [
            credit("ines-varga", "producer", "weekly"),
            credit("ines-varga", "producer", "diary"),
            credit("bram-oster", "producer", "diary"),
        ]
    )[FILM, "credit", "producer"]
    assert found.relation is Relation.PARTIAL
    assert [side.value for side in found.sides] == [
        "producer: ines-varga",
        "producer: bram-oster, ines-varga",
    ]


def test_two_directors_without_a_common_name_do() -> None:
    claims = [credit("ines-varga", "director", "weekly"), credit("bram-oster", "director", "diary")]
    assert by_topic(claims)[FILM, "credit", "director"].relation is Relation.CONFLICT
    both = [*claims, credit("bram-oster", "director", "weekly")]
    assert by_topic(both)[FILM, "credit", "director"].relation is Relation.PARTIAL


def test_a_voice_that_was_replaced_is_no_contradiction() -> None:
    found = by_topic(
        [
            credit("nadia-bell", "cast", "weekly", "replaced", character="odile"),
            credit("lotte-maes", "cast", "weekly", character="odile"),
            credit("lotte-maes", "cast", "diary", "asserted", character="odile"),
        ]
    )[FILM, "credit", "cast: odile"]
    assert found.relation is Relation.SUPERSEDED
    assert [(side.value, side.standing, side.support.value) for side in found.sides] == [
        ("nadia-bell as odile", "replaced", "single-source"),
        ("lotte-maes as odile", "final", "agreement"),
    ]


def test_two_players_of_a_part_are_left_to_people() -> None:
    """Unless one is heard and the other seen, or one source names both."""

    def relation(first: Claim, second: Claim) -> Relation:
        return by_topic([first, second])[FILM, "credit", "cast: odile"].relation

    bell = credit("nadia-bell", "cast", "weekly", character="odile", mode="voice")
    maes = credit("lotte-maes", "cast", "diary", character="odile")
    assert relation(bell, maes) is Relation.UNJUDGED
    assert relation(bell, credit("lotte-maes", "cast", "diary", character="odile", mode="screen")) is (
        Relation.OTHER_OBJECT
    )
    assert relation(bell, credit("lotte-maes", "cast", "weekly", character="odile")) is Relation.PARTIAL


def test_an_adviser_is_in_no_list() -> None:
    claims = [credit("ines-varga", "editor", "weekly"), credit("bram-oster", "editor", "diary", "consulted")]
    assert by_topic(claims)[FILM, "credit", "editor"].relation is Relation.OTHER_OBJECT


def test_a_date_that_was_worked_out_is_compared_with_nothing() -> None:
    """Its passages are steps of a sum, and none of them agrees with another."""

    def stated(basis: str) -> Claim:
        return Claim("premiere", "date", "2004", Pointer("weekly"), qualifiers=(("basis", basis),))

    assert compare_claims([stated("relative")]) == ()
    assert [one.relation for one in compare_claims([stated("stated")])] == [Relation.SINGLE_SOURCE]


def test_of_very_many_values_those_that_stand_out_are_compared_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs are as many as the square of values; what was taken back is never lost among them."""
    monkeypatch.setattr(comparing, "MOST_PAIRS", 10)
    made = [Claim("fog", "running-time", f"{one} minutes", None) for one in range(60, 80)]
    made.append(Claim("fog", "running-time", "200 minutes", None, status="retracted"))
    (told,) = compare_claims(made)
    assert len(told.sides) == 21
    assert len(told.pairs) == 10
    assert {pair.second for pair in told.pairs} == {20}
    assert list(told.pairs) == sorted(told.pairs, key=lambda pair: (pair.first, pair.second))
