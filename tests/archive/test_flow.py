"""The flow: each value once, whatever the order in which stages were added."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.errors import Code, ContentFaults, Problem, SettingFault, problem
from plugins.archive.flow import FLOW, Flow, Stage, flow_of

LENGTH = Stage("length", ("words",), "length", len)
DOUBLE = Stage("double", ("length",), "double", lambda length: 2 * length)
BOTH = Stage("both", ("length", "double"), "both", lambda length, double: (length, double))


@dataclass(frozen=True)
class Faulty:
    problems: tuple[Problem, ...]


LATE = problem("b.md", 1, 1, Code.BAD_DATE, "late")
EARLY = problem("a.md", 9, 1, Code.BAD_DATE, "early")


@given(st.randoms(use_true_random=False))
def test_the_order_of_adding_changes_nothing(chance: random.Random) -> None:
    stages = [LENGTH, DOUBLE, BOTH]
    chance.shuffle(stages)
    flow = Flow({"words": "tin"})
    for stage in stages:
        flow.add(stage)
    assert flow.value("both") == (3, 6)
    assert [one.gives for one in flow.stages] == ["both", "double", "length"]


def test_a_value_is_made_once() -> None:
    made: list[str] = []
    flow = Flow()
    flow.add(Stage("once", (), "value", lambda: made.append("made")))
    flow.value("value")
    flow.value("value")
    assert made == ["made"]


def test_the_same_stage_may_be_added_twice_and_two_for_one_value_may_not() -> None:
    flow = Flow()
    flow.add(LENGTH)
    flow.add(LENGTH)
    with pytest.raises(SettingFault, match=r"^two stages give 'length': length and other$"):
        flow.add(Stage("other", (), "length", int))


def test_a_value_that_nobody_gives_is_named_with_who_asked() -> None:
    flow = Flow()
    flow.add(LENGTH)
    with pytest.raises(SettingFault, match=r"^no plugin in PLUGINS gives 'words', which length takes$"):
        flow.value("length")


def test_a_ring_of_stages_is_told_in_its_order() -> None:
    flow = Flow()
    flow.add(Stage("a", ("b",), "a", str))
    flow.add(Stage("b", ("a",), "b", str))
    with pytest.raises(SettingFault, match=r"^stages wait for each other: a -> b -> a$"):
        flow.value("a")


def test_all_faults_are_refused_at_once_in_file_order() -> None:
    flow = Flow({"one": Faulty((LATE,)), "two": Faulty((EARLY, LATE))})
    flow.add(LENGTH)
    flow.give("words", "tin")
    with pytest.raises(ContentFaults) as found:
        flow.sound_value("length")
    assert found.value.problems == (EARLY, LATE)
    assert str(found.value) == "a.md:9:1: BAD-DATE early\nb.md:1:1: BAD-DATE late"


def test_a_stumble_over_a_reported_fault_is_that_fault() -> None:
    flow = Flow({"given": Faulty((EARLY,)), "words": None})
    flow.add(LENGTH)
    with pytest.raises(ContentFaults):
        flow.sound_value("length")


def test_a_stumble_over_nothing_reported_is_shown_as_it_is() -> None:
    flow = Flow({"words": None})
    flow.add(LENGTH)
    with pytest.raises(TypeError):
        flow.sound_value("length")


def test_a_build_has_one_flow() -> None:
    settings = {"PATH": "content"}
    assert flow_of(settings) is flow_of(settings)
    assert FLOW in settings


def chain() -> tuple[Flow, list[str]]:
    """A flow in which ``both`` is made from ``double``, that from ``length``, and what was made so far."""
    made: list[str] = []

    def told(name: str) -> Callable[..., None]:
        return lambda *_: made.append(name)

    flow = Flow({"words": "tin"})
    flow.add(Stage("length", ("words",), "length", told("length")))
    flow.add(Stage("double", ("length",), "double", told("double")))
    flow.add(Stage("both", ("double",), "both", told("both")))
    flow.value("double")
    return flow, made


def test_what_a_stage_still_takes_stays_and_nothing_else() -> None:
    flow, made = chain()
    flow.release()
    flow.value("both")
    assert made == ["length", "double", "both"]
    flow.value("length")
    assert made == ["length", "double", "both", "length"]


def test_what_was_let_go_of_holds_nothing_for_itself() -> None:
    """It was made once: that it is not there now is no sign that it will be."""
    flow, made = chain()
    flow.value("both")
    flow.release()
    flow.value("length")
    flow.release()
    flow.value("length")
    assert made == ["length", "double", "both", "length", "length"]


def test_what_is_asked_for_may_still_have_to_be_made() -> None:
    flow, made = chain()
    flow.release_all_but("both")
    flow.value("both")
    assert made == ["length", "double", "both"]
    flow.release_all_but("both")
    flow.value("both")
    flow.value("double")
    assert made == ["length", "double", "both", "length", "double"]
