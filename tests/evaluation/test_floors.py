"""What the archive finds is never less than it was: the figures of ``evaluation/floors.json``.

When they have become better, pin them:

    invoke evaluate mentions --gold DIR --library DIR --marked tests/marked_texts --pin

A floor sinks only with ``--lower``, for which the commit gives the reason. Annotations that have changed
are measured and pinned anew in the same way.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from evaluation.floors import (
    Floors,
    LoweredFloors,
    below,
    floors_of_gold,
    floors_of_marked_texts,
    pin_floors,
    read_floors,
)
from evaluation.mentions import measure_gold, measure_marked_texts
from plugins.archive.settings import Settings
from tests.building import ROOT

GOLD = "INTERTITLE_GOLD"

ANEW = "the annotation has changed: look at what is measured now, and pin it with `invoke evaluate … --pin`"


@pytest.fixture
def gold() -> Path:
    """The folder with the annotation."""
    if not os.environ.get(GOLD):
        pytest.skip(f"{GOLD} names no folder with an annotation")
    return Path(os.environ[GOLD])


def test_annotated_originals_are_read_no_worse_than_before(gold: Path, library: Path) -> None:
    measured = floors_of_gold(measure_gold(gold, [library], Settings(ROOT / "content", (library,))))
    pinned = read_floors()["gold"]
    assert measured.digest == pinned.digest, ANEW
    assert below(measured, pinned) == ()


def test_marked_texts_are_read_no_worse_than_before() -> None:
    measured = floors_of_marked_texts(measure_marked_texts(ROOT / "tests" / "marked_texts"))
    pinned = read_floors()["marked"]
    assert measured.digest == pinned.digest, ANEW
    assert below(measured, pinned) == ()


def test_every_figure_that_is_measured_has_a_floor() -> None:
    """So that a new one is pinned in the change that brings it."""
    measured = floors_of_marked_texts(measure_marked_texts(ROOT / "tests" / "marked_texts"))
    for name in ("gold", "marked"):
        assert set(read_floors()[name].by_measurement["discovery"]) == set(
            measured.by_measurement["discovery"]
        )


def floors(recall: float, digest: str = "d") -> dict[str, Floors]:
    return {"gold": Floors(digest, {"discovery": {"recall": recall}})}


def test_floors_rise_and_those_of_other_annotations_stay(tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    pin_floors({"marked": Floors("m", {})}, file=file)
    pin_floors(floors(0.5), file=file)
    pin_floors(floors(0.75, "e"), file=file)
    assert read_floors(file) == {**floors(0.75, "e"), "marked": Floors("m", {})}


def test_a_floor_sinks_only_when_that_is_asked_for(tmp_path: Path) -> None:
    """Refused, it tells what would sink and leaves the file as it is."""
    file = tmp_path / "floors.json"
    pin_floors(floors(0.5), file=file)
    with pytest.raises(
        LoweredFloors, match=r"^gold, discovery, recall: 0\.4900 is below its floor, 0\.5000$"
    ):
        pin_floors(floors(0.49), file=file)
    assert json.loads(file.read_text("utf-8"))["gold"]["floors"] == {"discovery": {"recall": 0.5}}
    pin_floors(floors(0.49), lower=True, file=file)
    assert read_floors(file) == floors(0.49)


def test_a_figure_that_is_no_longer_measured_is_below_its_floor() -> None:
    pinned = floors(0.5)["gold"]
    assert below(Floors("d", {}), pinned) == ("discovery, recall: 0.0000 is below its floor, 0.5000",)
