"""The table of ``evidence.toml``, read: what words beside a name, or between two, say of its kind."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.archive.entity import Kind
from plugins.discovery.runs import FACTS, Run
from plugins.discovery.tally import Basis, Evidence
from plugins.lexicon.english import ENGLISH
from plugins.quotations.saying import SAY, SAYS


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a name must be, and must not be, before its words are looked at."""

    must: frozenset[str]
    must_not: frozenset[str]

    @classmethod
    def of(cls, written: Iterable[str]) -> Conditions:
        """Conditions as the table writes them.

        Raises:
            ValueError: a word that is none of a run's ``FACTS``.
        """
        asked = set(written)
        must_not = {one.removeprefix("not ") for one in asked if one.startswith("not ")}
        must = {one for one in asked if not one.startswith("not ")}
        if unknown := (must | must_not) - FACTS:
            raise ValueError(f"evidence.toml asks whether a name is {', '.join(sorted(unknown))}")
        return cls(frozenset(must), frozenset(must_not))

    def hold(self, facts: frozenset[str]) -> bool:
        """Whether what is known of a run's form is as asked."""
        return self.must <= facts and self.must_not.isdisjoint(facts)


@dataclass(frozen=True, slots=True)
class Rule:
    """What must stand beside a name, and what that says. ``also`` rules count besides all others."""

    kind: Kind | None
    weight: float
    of_somebody: float
    reason: str
    basis: Basis
    also: bool
    conditions: Conditions
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None

    @property
    def side(self) -> str:
        return "before" if self.before else "after"

    def find(self, run: Run) -> Evidence | None:
        """What the rule says of a name; None where it does not fit."""
        if not self.conditions.hold(run.facts):
            return None
        before = self.before.search(run.before) if self.before else None
        after = self.after.match(run.after) if self.after else None
        if (self.before and not before) or (self.after and not after) or self._is_refused(run):
            return None
        found = before or after
        reason = self.reason or (f"{'after' if before else 'before'} “{found[0].strip()}”" if found else "")
        weight = self.of_somebody if run.is_somebodys else self.weight
        return Evidence(self.kind, weight, reason, self.basis)

    def _is_refused(self, run: Run) -> bool:
        return bool(
            (self.not_before and self.not_before.search(run.before))
            or (self.not_after and self.not_after.match(run.after))
        )


@dataclass(frozen=True, slots=True)
class PairRule:
    """What must stand between two names, and what that says of each; None where it says nothing."""

    between: re.Pattern[str]
    conditions: tuple[Conditions, Conditions]
    says: tuple[Evidence, Evidence]

    def find(self, first: Run, second: Run, between: str) -> tuple[Evidence, Evidence] | None:
        """What the rule says of the first and of the second name; None where it does not fit."""
        if not self.between.fullmatch(between):
            return None
        if not all(one.hold(run.facts) for one, run in zip(self.conditions, (first, second), strict=True)):
            return None
        words = between.strip(" ,")
        of_first, of_second = (
            Evidence(one.kind, one.weight, one.reason.replace("{between}", words)) for one in self.says
        )
        return of_first, of_second


_TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "evidence.toml").read_text("utf-8"))


def _alternatives(words: Iterable[str]) -> str:
    """A group of words, the longest first, so that no word ends where a longer one goes on."""
    return f"(?:{'|'.join(sorted(words, key=lambda one: (-len(one), one)))})"


_WORDS = {
    "job": _alternatives(map(re.escape, ENGLISH.jobs)),
    "work": _alternatives(map(re.escape, ENGLISH.works)),
    "character": _alternatives(map(re.escape, ENGLISH.characters)),
    "says": _alternatives(SAYS),
    "say": _alternatives(SAY),
} | {
    name: _alternatives(map(re.escape, listed.split()) if isinstance(listed, str) else listed)
    for name, listed in _TABLE["words"].items()
}


def _filled(pattern: str) -> str:
    """A pattern with its words, and other patterns that it names, in their place.

    Raises:
        KeyError: there are no such words.
    """
    return re.sub(r"\{([a-z_]+)\}", lambda found: _WORDS.get(found[1]) or _part(found[1]), pattern)


def _part(name: str) -> str:
    return f"(?:{_filled(_TABLE['patterns'][name])})"


PATTERNS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(_filled(pattern)) for name, pattern in _TABLE["patterns"].items()
}
"""The patterns that no rule can hold, because what they say depends on the form of the names."""


def _side(row: Mapping[str, Any], key: str) -> re.Pattern[str] | None:
    if key not in row:
        return None
    pattern = "|".join(f"(?:{_filled(one)})" for one in row[key])
    return re.compile(f"(?:{pattern})$" if key.endswith("before") else pattern)


def _rule(row: Mapping[str, Any]) -> Rule:
    return Rule(
        kind=_kind(row),
        weight=row["weight"],
        of_somebody=row.get("of_somebody", row["weight"]),
        reason=row.get("reason", ""),
        basis=Basis(row.get("basis", Basis.WORDS.value)),
        also=row.get("also", False),
        conditions=Conditions.of(row.get("when", ())),
        before=_side(row, "before"),
        after=_side(row, "after"),
        not_before=_side(row, "not_before"),
        not_after=_side(row, "not_after"),
    )


def _pair(row: Mapping[str, Any]) -> PairRule:
    says = [Evidence(_kind(row[one]), row[one]["weight"], row[one]["reason"]) for one in ("first", "second")]
    when = [Conditions.of(row.get(f"{one}_when", ())) for one in ("first", "second")]
    return PairRule(re.compile(_filled(row["between"])), (when[0], when[1]), (says[0], says[1]))


def _kind(row: Mapping[str, Any]) -> Kind | None:
    return None if row["kind"] == "none" else Kind(row["kind"])


RULES: Mapping[Kind | None, tuple[Rule, ...]] = {
    kind: tuple(rule for rule in map(_rule, _TABLE["rules"]) if rule.kind is kind)
    for kind in (Kind.PERSON, Kind.CHARACTER, Kind.WORK, None)
}
"""The rules for each kind, in the order of the table."""

PAIRS = tuple(map(_pair, _TABLE["pairs"]))
"""The rules for two names, in the order in which they are tried."""
