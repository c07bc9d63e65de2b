"""Whatever is read of a table is noted, in whatever way; and what is noted has one digest everywhere."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.incremental.making import Plain
from plugins.incremental.reads import WHOLE, Fingerprints, Read, Reads, Watched, is_plain, let_go_of, prepare
from tests.building import ROOT


class Sort(Enum):
    LAMP = "lamp"


@dataclass(frozen=True)
class Inner:
    """What is held by the whole, with a table of its own."""

    lamps: Mapping[str, int] = field(default_factory=dict)

    def bright(self, lamp: str) -> bool:
        return self.lamps[lamp] > 1


@dataclass(frozen=True)
class Tide:
    height: int

    @cached_property
    def turned(self) -> int:
        return -self.height


@dataclass(frozen=True)
class Ebb:
    height: int


@dataclass(frozen=True)
class Harbour:
    """A whole with tables, a part, values, properties and methods."""

    names: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    sorts: Mapping[Sort, str] = field(default_factory=dict)
    inner: Inner = field(default_factory=Inner)
    length: int = 40
    crew: tuple[str, ...] = ()

    def name(self, one: str) -> str:
        return self.names[one]

    def name_and_lamp(self, one: str) -> tuple[str, bool]:
        return self.name(one), self.inner.bright(one)

    @property
    def first(self) -> str:
        return self.names["odile"]

    @cached_property
    def shouted(self) -> dict[str, str]:
        return {one: name.upper() for one, name in self.names.items()}

    @cached_property
    def longest(self) -> str:
        return max(self.names.values(), key=len, default="")


HARBOUR = Harbour(
    {"odile": "Odile", "pilot": "the Pilot"},
    {("essay", 1): ("odile",), ("essay", 2): ()},
    {Sort.LAMP: "a lamp"},
    Inner({"odile": 2, "pilot": 1}),
)
DEEP = (Harbour, Inner)

WAYS: dict[str, tuple[Callable[[Any], Any], set[Read]]] = {
    "an entry": (lambda one: one.names["odile"], {("names", "odile")}),
    "an entry that is not there": (lambda one: one.names.get("nobody"), {("names", "nobody")}),
    "an entry with another value in its place": (
        lambda one: one.names.get("pilot", ""),
        {("names", "pilot")},
    ),
    "whether there is one": (lambda one: "nobody" in one.names, {("names", "nobody")}),
    "all names": (lambda one: list(one.names), {("names", WHOLE)}),
    "all values": (lambda one: list(one.names.values()), {("names", WHOLE)}),
    "all entries": (lambda one: dict(one.names.items()), {("names", WHOLE)}),
    "a copy": (lambda one: {**one.names}, {("names", WHOLE)}),
    "how many": (lambda one: len(one.names), {("names", WHOLE)}),
    "whether there is any": (lambda one: bool(one.names), {("names", WHOLE)}),
    "whether two are the same": (lambda one: one.names == {}, {("names", WHOLE)}),
    "whether its names have one": (lambda one: "odile" in one.names.keys(), {("names", "odile")}),  # noqa: SIM118
    "an entry by two words": (lambda one: one.places["essay", 1], {("places", ("essay", 1))}),
    "an entry whose name JSON cannot hold": (lambda one: one.sorts[Sort.LAMP], {("sorts", WHOLE)}),
    "a value": (lambda one: one.length, {("length", WHOLE)}),
    "a list": (lambda one: one.crew[:1], {("crew", WHOLE)}),
    "a method": (lambda one: one.name("pilot"), {("names", "pilot")}),
    "a method that calls others": (
        lambda one: one.name_and_lamp("pilot"),
        {("names", "pilot"), ("inner.lamps", "pilot")},
    ),
    "a method that is kept": (lambda one: (one.name, one.name)[1]("pilot"), {("names", "pilot")}),
    "a property": (lambda one: one.first, {("names", "odile")}),
    "a table made once": (lambda one: one.shouted["odile"], {("shouted", "odile")}),
    "a value made once": (lambda one: one.longest, {("longest", WHOLE)}),
    "a part's entry": (lambda one: one.inner.lamps["odile"], {("inner.lamps", "odile")}),
    "a part's method": (lambda one: one.inner.bright("odile"), {("inner.lamps", "odile")}),
    "a part alone": (lambda one: one.inner is None, set()),
    "nothing": (lambda _: None, set()),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_reading_is_noted(way: str) -> None:
    """Twice as well as once, for each is begun anew."""
    read, expected = WAYS[way]
    reads = Reads()
    watched = Watched(HARBOUR, "", reads, DEEP)
    for _ in range(2):
        reads.begin()
        read(watched)
        noted = set(reads.noted())
        # Whoever reads a table whole may have its entries noted besides.
        whole = {table for table, key in expected if key == WHOLE}
        assert {one for one in noted if one[0] not in whole or one[1] == WHOLE} == expected


@pytest.mark.parametrize("way", [one for one in WAYS if one != "a part alone"])
def test_what_is_read_is_what_is_there(way: str) -> None:
    read, _ = WAYS[way]
    assert read(Watched(HARBOUR, "", Reads(), DEEP)) == read(HARBOUR)


def test_a_part_that_is_not_deep_is_read_whole() -> None:
    reads = Reads()
    assert Watched(HARBOUR, "", reads, (Harbour,)).inner.lamps["odile"] == 2
    assert reads.noted() == (("inner", WHOLE),)


def test_an_entry_that_is_asked_for_in_vain_is_noted_though_it_raises() -> None:
    reads = Reads()
    with pytest.raises(KeyError):
        Watched(HARBOUR, "", reads, DEEP).name("nobody")
    assert reads.noted() == (("names", "nobody"),)


def test_what_is_not_there_cannot_be_read() -> None:
    with pytest.raises(AttributeError):
        _ = Watched(HARBOUR, "", Reads(), DEEP).nothing_of_the_kind


@pytest.mark.parametrize(
    ("key", "plain"),
    [
        *(("a", True), (1, True), (None, True), (("a", ("b", 2)), True), ((), True)),
        *((Sort.LAMP, False), (("a", Sort.LAMP), False), (1.5, False), (frozenset(), False), (b"a", False)),
    ],
)
def test_a_plain_key_is_one_that_json_gives_back(key: object, plain: bool) -> None:
    assert is_plain(key) is plain


def digest(of: Any, *reads: Read) -> str:
    return Fingerprints(of).of_all(reads)


def test_an_entry_that_appears_or_goes_changes_what_was_read() -> None:
    without = Harbour({"odile": "Odile"})
    nobody: Read = ("names", "nobody")
    for value in ("", "Nobody", None):
        assert digest(without, nobody) != digest(Harbour({"nobody": value}), nobody)  # type: ignore[dict-item]
    assert digest(without, nobody) == digest(Harbour({"pilot": "the Pilot"}), nobody)


def test_an_entry_that_nobody_read_changes_nothing_and_a_whole_changes_with_each() -> None:
    before, after = Harbour({"odile": "Odile", "pilot": "x"}), Harbour({"odile": "Odile", "pilot": "y"})
    assert digest(before, ("names", "odile")) == digest(after, ("names", "odile"))
    assert digest(before, ("names", WHOLE)) != digest(after, ("names", WHOLE))
    assert digest(before, ("length", WHOLE)) == digest(after, ("length", WHOLE))


def test_the_order_of_a_table_that_is_read_whole_counts() -> None:
    """Who goes through it may print it in that order."""
    one, other = Harbour({"a": "1", "b": "2"}), Harbour({"b": "2", "a": "1"})
    assert digest(one, ("names", WHOLE)) != digest(other, ("names", WHOLE))


def test_where_one_entry_ends_and_the_next_begins_counts() -> None:
    one, other = Harbour({"a": "xy", "b": ""}), Harbour({"a": "x", "b": "y"})
    both: tuple[Read, Read] = ("names", "a"), ("names", "b")
    assert digest(one, *both) != digest(other, *both)


def test_values_of_equal_parts_are_written_alike_however_they_are_shared() -> None:
    name = "".join(["od", "ile"])
    shared, apart = Harbour(crew=(name, name)), Harbour(crew=("odile", "".join(["odi", "le"])))
    assert digest(shared, ("crew", WHOLE)) == digest(apart, ("crew", WHOLE))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
)


@given(VALUES, VALUES)
def test_two_values_have_one_digest_only_if_they_are_the_same(one: Any, other: Any) -> None:
    same = repr(one) == repr(other)
    prints = Fingerprints(None)
    assert (prints.of_value(one) == prints.of_value(other)) is same


def test_a_table_of_types_says_how_their_values_are_written() -> None:
    plain: Plain = {Inner: lambda one: (tuple, (tuple(one.lamps),))}
    one, other = Harbour(inner=Inner({"odile": 1})), Harbour(inner=Inner({"odile": 2}))
    read: Read = ("inner", WHOLE)
    assert Fingerprints(one, plain).of_read(read) == Fingerprints(other, plain).of_read(read)
    assert Fingerprints(one).of_read(read) != Fingerprints(other).of_read(read)


def test_what_a_dataclass_has_worked_out_beside_its_fields_is_no_part_of_it() -> None:
    fresh, asked = Tide(3), Tide(3)
    assert asked.turned == -3
    prints = Fingerprints(None)
    assert prints.of_value([fresh]) == prints.of_value([asked])
    assert prints.of_value([fresh]) != prints.of_value([Tide(4)])
    assert prints.of_value(fresh) != prints.of_value(Ebb(3))


def test_what_is_made_once_is_made_before_processes_part() -> None:
    one = Harbour({"odile": "Odile"})
    prepare(one, DEEP)
    assert {"shouted", "longest"} <= vars(one).keys()


SETS = """
from plugins.incremental.reads import Fingerprints

names = [f"name-{number}" for number in range(40)]
prints = Fingerprints(None)
one = frozenset(names)
for value in (one, set(names), [one, 1], (one,)):
    print(prints.of_value(value))
"""


def test_sets_have_the_same_digest_in_every_process() -> None:
    """Each has an order of its own for them. Deeper in a value they may cost a page that is made anew."""
    said = set()
    for seed in ("0", "1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        asked = [sys.executable, "-c", SETS]
        done = subprocess.run(asked, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        said.add(done.stdout)
    assert len(said) == 1


def test_a_set_and_the_list_of_what_is_in_it_are_not_mixed_up_with_another() -> None:
    prints = Fingerprints(None)
    assert prints.of_value(frozenset("ab")) != prints.of_value(frozenset("ac"))
    assert prints.of_value((frozenset("ab"),)) != prints.of_value((frozenset("ac"),))


def test_a_digest_that_is_not_held_any_more_is_made_again() -> None:
    """Of a table from which nothing is asked twice, 500 are held; from then on all that are asked for."""
    written: list[Tide] = []

    def of_tide(tide: Tide) -> tuple[type, tuple[str]]:
        written.append(tide)
        return str, (f"tide {tide.height}",)

    tides: Any = {f"tide {number}": Tide(number) for number in range(1200)}
    digests = Fingerprints(Harbour(names=tides), {Tide: of_tide})
    reads: list[Read] = [("names", name) for name in tides]
    first = [digests.of_read(one) for one in reads]
    assert len(set(first)) == len(written) == 1200
    assert [digests.of_read(one) for one in reads] == first
    assert len(written) == 1200 + 700
    assert [digests.of_read(one) for one in reads] == first
    assert len(written) == 1200 + 700


def test_of_what_was_watched_nothing_is_held_when_it_is_let_go() -> None:
    """Nor until Python looks for garbage: builds keep it from looking."""
    gc.disable()
    try:
        harbour = Harbour({"odile": "Odile"}, inner=Inner({"red": 2}))
        before = sys.getrefcount(harbour), sys.getrefcount(harbour.inner)
        watched = Watched(harbour, "", Reads(), (Inner,))
        assert (watched.name("odile"), watched.inner.bright("red")) == ("Odile", True)
        let_go_of(watched)
        del watched
        assert (sys.getrefcount(harbour), sys.getrefcount(harbour.inner)) == before
    finally:
        gc.enable()
