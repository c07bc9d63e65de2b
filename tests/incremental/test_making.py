"""Only what reads something else is made; whoever reads one thing more needs no list for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.incremental.made_files import MadeFiles
from plugins.incremental.making import FilePlan, make_files


@dataclass(frozen=True)
class Harbour:
    names: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Site:
    """Files in memory, made again and again; ``made`` are those of the last time."""

    def __init__(self) -> None:
        self.files: dict[str, Any] = {}
        self.known = MadeFiles()
        self.made: list[str] = []
        self.lost: set[str] = set()

    def build(self, plans: Sequence[FilePlan], harbour: Harbour, basis: str = "basis") -> dict[str, Any]:
        """What a file tells stands for its words, as its maker may run in a process of its own."""
        self.known = MadeFiles.from_bytes(self.known.as_bytes())
        told: dict[str, Any] = {}
        self.known, seconds = make_files(
            plans, harbour, (Harbour,), basis, self.known, self._keep, tell=told.__setitem__
        )
        self.made = sorted(seconds)
        self.files = {path: told[path] if path in told else self.files[path] for path in self.known}
        return self.files

    def _keep(self, path: str) -> bool:
        return path in self.files and path not in self.lost


def page(name: str) -> Callable[[Harbour], str]:
    """A maker of a page of somebody: the name, and the names of those that it links to."""

    def make(harbour: Harbour) -> str:
        linked = (harbour.names.get(one, "?") for one in harbour.links.get(name, ()))
        return f"{harbour.names[name]}: {', '.join(linked)}"

    return make


def plans_of(*names: str) -> list[FilePlan]:
    return [FilePlan(f"{name}.html", page(name), name) for name in names]


BEFORE = Harbour({"odile": "Odile", "pilot": "the Pilot", "port": "a port"}, {"odile": ("pilot", "fog")})
ALL = plans_of("odile", "pilot", "port")


@pytest.fixture(autouse=True)
def one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERTITLE_CORES", "1")


@pytest.fixture
def site() -> Site:
    site = Site()
    site.build(ALL, BEFORE)
    return site


def test_everything_is_made_the_first_time(site: Site) -> None:
    assert site.made == ["odile.html", "pilot.html", "port.html"]
    assert site.files["odile.html"] == "Odile: the Pilot, ?"


def test_it_is_told_first_how_many_will_be_made(site: Site) -> None:
    seen: list[int | str] = []
    plans = [*ALL, FilePlan("lamp.html", lambda _: seen.append("made"))]
    make_files(plans, BEFORE, (Harbour,), "basis", site.known, lambda _: True, before_making=seen.append)
    assert seen == [1, "made"]


def test_nothing_is_made_where_nothing_is_different(site: Site) -> None:
    site.build(ALL, BEFORE)
    assert site.made == []


def test_an_entry_makes_those_that_read_it(site: Site) -> None:
    site.build(ALL, Harbour({**BEFORE.names, "pilot": "Bram"}, BEFORE.links))
    assert site.made == ["odile.html", "pilot.html"]
    assert site.files["odile.html"] == "Odile: Bram, ?"


def test_an_entry_that_was_missed_makes_whoever_missed_it(site: Site) -> None:
    after = Harbour({**BEFORE.names, "fog": "the fog"}, BEFORE.links)
    site.build(ALL, after)
    assert site.made == ["odile.html"]
    assert site.files["odile.html"] == "Odile: the Pilot, the fog"
    site.build(ALL, BEFORE)
    assert site.made == ["odile.html"]


def test_an_entry_that_nobody_reads_makes_nothing(site: Site) -> None:
    site.build(ALL, Harbour({**BEFORE.names, "nobody": "Nobody"}, BEFORE.links))
    assert site.made == []


def test_whoever_reads_one_thing_more_is_right_without_a_list(site: Site) -> None:
    """What was read the last time decides, and that is more now."""
    now = Harbour(BEFORE.names, {**BEFORE.links, "port": ("odile",)})
    site.build(ALL, now)
    assert site.made == ["port.html"]
    site.build(ALL, Harbour({**now.names, "odile": "the lamp"}, now.links))
    assert site.made == ["odile.html", "port.html"]


def test_what_a_file_goes_by_makes_it(site: Site) -> None:
    other = [FilePlan(plan.path, plan.make, [plan.given, plan.path == "port.html"]) for plan in ALL]
    site.build(other, BEFORE)
    site.build([FilePlan(plan.path, plan.make, [plan.given, False]) for plan in ALL], BEFORE)
    assert site.made == ["port.html"]


def test_another_path_is_another_file(site: Site) -> None:
    [plan, *others] = ALL
    site.build([FilePlan("lamp.html", plan.make, plan.given), *others], BEFORE)
    assert site.made == ["lamp.html"]
    assert "odile.html" not in site.files


def test_what_gathers_is_made_each_time(site: Site) -> None:
    gathering = FilePlan("index.html", lambda harbour: sorted(harbour.names), None, gathers=True)
    for _ in range(3):
        site.build([*ALL, gathering], BEFORE)
        assert site.made == ["index.html"]
    assert site.known["index.html"].reads == ()


def test_another_basis_makes_all(site: Site) -> None:
    site.build(ALL, BEFORE, "another basis")
    assert len(site.made) == len(ALL)
    site.build(ALL, BEFORE, "another basis")
    assert site.made == []


def test_what_cannot_be_kept_is_made(site: Site) -> None:
    site.lost = {"port.html"}
    site.build(ALL, BEFORE)
    assert site.made == ["port.html"]


def test_a_file_that_is_made_is_made_whatever_its_order(site: Site) -> None:
    site.build(ALL[::-1], BEFORE)
    assert site.made == []
    assert set(site.files) == {"port.html", "pilot.html", "odile.html"}


def test_on_more_cores_the_same_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERTITLE_CORES", "3")
    one, other = Site(), Site()
    one.build(ALL, BEFORE)
    monkeypatch.setenv("INTERTITLE_CORES", "1")
    other.build(ALL, BEFORE)
    assert {path: one.known[path] for path in one.known} == {path: other.known[path] for path in other.known}
    assert one.files == other.files


def test_what_goes_wrong_in_a_maker_is_told() -> None:
    with pytest.raises(KeyError, match="nobody"):
        Site().build(plans_of("nobody"), BEFORE)


NAMES = ("odile", "pilot", "port", "fog")
HARBOURS = st.builds(
    Harbour,
    st.fixed_dictionaries(
        {name: st.sampled_from(("Odile", "the Pilot")) for name in NAMES[:3]},
        optional={"fog": st.just("the fog")},
    ),
    st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=3).map(tuple)),
)


@given(st.lists(st.tuples(HARBOURS, st.sets(st.sampled_from(NAMES[:3]))), max_size=6), st.data())
def test_after_any_edits_all_files_are_as_if_made_from_nothing(
    builds: list[tuple[Harbour, set[str]]], data: st.DataObject
) -> None:
    site = Site()
    for harbour, names in builds:
        plans = plans_of(*sorted(names))
        site.lost = data.draw(st.sets(st.sampled_from([f"{name}.html" for name in NAMES[:3]]), max_size=1))
        assert site.build(plans, harbour) == Site().build(plans, harbour)
