"""Changes as lines for people, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from plugins.changes.change import Change, ChangeKind
from plugins.changes.log import as_data
from plugins.changes.state import Stated


def as_text(changes: Iterable[Change], since: str) -> str:
    """A line for each change that is told, under its subject and property."""
    found = tuple(changes)
    told = [one for one in found if one.kind.is_told]
    begun = sum(one.kind is ChangeKind.BEGUN and one.after is not None for one in found)
    count = {0: "No change", 1: "1 change"}.get(len(told), f"{len(told)} changes")
    lines = [f"{count} since {since}" + (f", and {begun} claims to begin with" if begun else "")]
    heading = ""
    for one in told:
        named = " ".join(part for part in one.topic if part)
        if named != heading:
            lines += ["", named]
            heading = named
        lines.append(f"  {one.kind.value:13}{_told(one)}")
    return "\n".join(lines)


def as_json(changes: Iterable[Change], since: str) -> str:
    """The same changes as data."""
    told = [as_data(one) for one in changes if one.kind.is_told]
    return json.dumps({"since": since, "changes": told}, ensure_ascii=False, indent=1)


def _told(change: Change) -> str:
    if change.settled:
        held = " and ".join(f"“{value}”" for value in change.settled.values)
        what = "; ".join(part for part in (held, change.settled.relation) if part)
        return f"{what}, by {change.settled.who}, {change.settled.when}: {change.settled.why}"
    if change.values:
        return ", ".join(f"“{value}”" for value in change.values)
    return " ".join(_of_claims(change))


def _of_claims(change: Change) -> Iterator[str]:
    before, after = change.before, change.after
    if change.kind is ChangeKind.CHANGED and before and after:
        yield f"{_stated(before)} to {_stated(after)}"
    elif claim := after or before:
        yield _stated(claim)
    cite = (after or before).place if after or before else None  # type: ignore[union-attr]
    yield f"({cite})" if cite else "(an editor’s decision)"


def _stated(claim: Stated) -> str:
    return f"“{claim.value}”, {claim.standing}"
