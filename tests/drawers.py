"""The cases of ``tests/cases``: what a text rule finds, and what it leaves alone, as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent / "cases"

POSITIVE = ("in-the-wild", "synthetic")
DRAWERS = (*POSITIVE, "negative", "known-failures")

Case = dict[str, Any]


def folders() -> list[str]:
    """The rules that have cases."""
    return sorted(folder.name for folder in CASES.iterdir() if any(folder.glob("*.json")))


def drawer(folder: str, name: str) -> list[Case]:
    """The cases of one drawer; an empty list for a drawer that is not there."""
    file = CASES / folder / f"{name}.json"
    cases: list[Case] = json.loads(file.read_text("utf-8")) if file.is_file() else []
    return cases


def cases(folder: str) -> pytest.MarkDecorator:
    """All cases of a rule as the parameter ``case``; a known failure goes red when it begins to pass."""
    found = []
    for name in DRAWERS:
        for case in drawer(folder, name):
            failing = pytest.mark.xfail(strict=True, raises=AssertionError, reason=case["comment"])
            marks = (failing,) if name == "known-failures" else ()
            found.append(pytest.param(case, id=f"{name}: {case['label']}", marks=marks))
    return pytest.mark.parametrize("case", found)
