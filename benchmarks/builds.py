"""What builds take: ours beside stock Pelican's and Hugo's, of the same made-up archive.

Everything stands in a temporary folder, and nothing of it stays. Times depend on the machine and on what else
it does: compare only ratios of one run, in which the generators take turns, each on the same cores.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.builds_changes import CHANGES, outcome_of, pages_with, site_files
from benchmarks.builds_figures import (
    Runs,
    figures_of_change,
    figures_of_everything,
    figures_of_growth,
    figures_of_pages,
    figures_of_stages,
)
from benchmarks.builds_peers import HERE, Generator, generators, install_generators
from benchmarks.builds_report import HUGO, OURS, PELICAN, Figure, as_json, as_table
from benchmarks.builds_sites import Run, Workplace
from benchmarks.made_archive import SEED, made_archive
from benchmarks.process_tree import cores_there
from benchmarks.search_material import read_films
from benchmarks.search_processes import CommandFailed

SIZES = (100, 1_000, 10_000)
"""Numbers of pages."""

PARTS = ("pages", "everything", "changes")


def report(
    films: Path | None = None,
    sizes: Sequence[int] = SIZES,
    only: Sequence[str] = PARTS,
    peers: bool = True,
    form: str = "text",
    rounds: int = 1,
    seed: int = SEED,
) -> str:
    """The figures of each number of pages, as a table (``text``) or for programs (``json``).

    ``only`` are some of PARTS. Without ``peers``, only ours is measured, as when they cannot be had. Of
    several ``rounds`` the medians are told.
    """
    lack = install_generators() if peers else "they were left out"
    others = () if lack else generators()
    known = read_films(films) if films else ()
    told: dict[str, list[Figure]] = {}
    grown: dict[int, Runs] = {}
    remarks = _remarks(lack)
    for count in sizes:
        with tempfile.TemporaryDirectory(prefix="builds-") as folder:
            place = Workplace(Path(folder))
            place.prepare(made_archive(count, seed, known), others)
            measured = _Measured(place, others, rounds)
            told[f"{count:,} pages"] = measured.figures(only)
            grown[count] = measured.whole
            remarks += measured.faults
    if growth := figures_of_growth(grown):
        told["growth of whole builds"] = growth
    if form == "json":
        return as_json(told, remarks)
    return "\n\n".join(as_table(title, figures, remarks) for title, figures in told.items())


def asked_for(
    films: str, sizes: str, only: str, without_peers: bool, form: str, rounds: str = "1"
) -> dict[str, Any]:
    """The arguments of ``report`` from the options of the command, each as it is typed.

    Raises:
        ValueError: an option is none of those that there are.
    """
    parts = only.split(",") if only else list(PARTS)
    if unknown := [part for part in parts if part not in PARTS]:
        raise ValueError(f"--only is {', '.join(unknown)!r}; it is some of {', '.join(PARTS)}")
    if form not in {"text", "json"}:
        raise ValueError(f"--format is {form!r}; it is text, json")
    if films and not Path(films).is_file():
        raise ValueError(f"{films} is no file")
    counts = sizes.split(",") if sizes else [str(one) for one in SIZES]
    if not all(one.isdecimal() and int(one) >= 20 for one in counts):
        raise ValueError(f"--sizes is {sizes!r}; it is numbers of pages such as 100,1000, 20 at least")
    if not rounds.isdecimal() or not int(rounds):
        raise ValueError(f"--rounds is {rounds!r}; it is a number from 1 on")
    return {
        "films": Path(films) if films else None,
        "sizes": [int(one) for one in counts],
        "only": parts,
        "peers": not without_peers,
        "form": form,
        "rounds": int(rounds),
    }


class _Measured:
    """The builds of one archive, each made when its part is asked for."""

    def __init__(self, place: Workplace, others: tuple[Generator, ...], rounds: int) -> None:
        self._place = place
        self._rounds = range(rounds)
        self._others = {one.name: one for one in others}
        self.whole: Runs = {}
        """Everything of ours on two cores; Pelican's pages on one, Hugo's on two."""
        self.faults: list[str] = []
        """The changes after which ours did not build, each with the last that the build said."""

    def figures(self, only: Sequence[str]) -> list[Figure]:
        """Those of the parts, in the order of PARTS."""
        one: dict[str, list[Run]] = {name: [] for name in (OURS, *self._others)}
        two: dict[str, list[Run]] = {name: [] for name in (OURS, *self._others)}
        everything: list[Run] = []
        for _ in self._rounds:
            self._take_turns(one, two, only)
            if {"everything", "changes"} & set(only):
                everything.append(self._place.everything(2))
        two |= {PELICAN: one[PELICAN]} if PELICAN in one else {}
        self.whole = {**two, OURS: everything or two[OURS]}
        figures = figures_of_pages(one, two) if "pages" in only else []
        if "everything" in only:
            figures += [*figures_of_everything(self.whole), *figures_of_stages(everything)]
        return [*figures, *(self._changes() if "changes" in only else ())]

    def _take_turns(self, one: dict[str, list[Run]], two: dict[str, list[Run]], only: Sequence[str]) -> None:
        """A round of the pages alone. Where ours are not wanted, the others build what ours is held to."""
        alone = "pages" in only
        if alone:
            one[OURS].append(self._place.bare_pages(1))
        if PELICAN in self._others:
            one[PELICAN].append(self._place.built_by(self._others[PELICAN], 1))
        if HUGO in self._others:
            if alone:
                one[HUGO].append(self._place.built_by(self._others[HUGO], 1))
            two[HUGO].append(self._place.built_by(self._others[HUGO], 2))
        if alone:
            two[OURS].append(self._place.bare_pages(2))

    def _changes(self) -> list[Figure]:
        """Each change in turn, built and held against a clean build."""
        figures: list[Figure] = []
        before = site_files(self._place.site)
        for change in CHANGES:
            words = change.make(self._place.content)
            shown = pages_with(self._place.site, words)
            try:
                runs = [self._place.again(2)]
                clean = site_files(self._place.clean(2))
            except CommandFailed as fault:
                self.faults.append(f"Did not build after {change.name}: {str(fault).splitlines()[-1]}")
                continue
            after = site_files(self._place.site)
            shown |= pages_with(self._place.site, words)
            outcome = outcome_of(before, after, clean, shown)
            figures += figures_of_change(change.name, runs, outcome, self.whole)
            before = after
        return figures


def _remarks(lack: str) -> list[str]:
    remarks = [f"Measured without the others: {lack}."] if lack else []
    if cores_there() < 2:
        remarks.append("There is one core: nothing was measured on two.")
    if any(one.name != "README.md" for one in (HERE / "library").iterdir()):
        remarks.append("The texts in library/ were read besides; empty it, or measure in another checkout.")
    return remarks
