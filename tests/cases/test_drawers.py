"""The cases are kept in order, so that a film fan can read them."""

from __future__ import annotations

import pytest

from tests.drawers import CASES, DRAWERS, POSITIVE, drawer, folders

each_folder = pytest.mark.parametrize("folder", folders())


@each_folder
def test_every_case_says_what_it_is_and_why(folder: str) -> None:
    for name in DRAWERS:
        for case in drawer(folder, name):
            assert {"label", "comment", "text", "expected"} <= set(case), case
            assert case["label"]
            assert case["comment"]


@each_folder
def test_every_label_stands_once_in_its_folder(folder: str) -> None:
    labels = [case["label"] for name in DRAWERS for case in drawer(folder, name)]
    assert len(labels) == len(set(labels))


@each_folder
def test_what_is_left_alone_has_as_many_cases_as_what_is_found(folder: str) -> None:
    found = sum(len(drawer(folder, name)) for name in POSITIVE)
    assert len(drawer(folder, "negative")) >= found


def test_there_are_no_files_but_drawers() -> None:
    assert {file.stem for file in CASES.glob("*/*.json")} <= set(DRAWERS)


def test_every_folder_is_explained() -> None:
    assert [
        name for name in folders() if f"| `{name}` |" not in (CASES / "README.md").read_text("utf-8")
    ] == []
