"""What is measured is what was asked for; how fast it is never fails a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.saved_texts import saved_texts
from benchmarks.sources import measure


def test_made_up_texts_are_the_same_each_time_and_as_long_as_asked() -> None:
    assert saved_texts(20_000) == saved_texts(20_000)
    assert len(saved_texts(20_000)) >= 20_000


@pytest.mark.parametrize("size", [2_000, 60_000])
def test_a_measurement_reads_the_whole_text(size: int, tmp_path: Path) -> None:
    """Its bytes, its segments, and time that has passed."""
    file = tmp_path / "original.txt"
    text = saved_texts(size)
    file.write_text(text, "utf-8")
    found = measure(file)
    assert found.size == len(text.encode("utf-8"))
    assert found.segments > text.count("\n\n") / 4
    assert found.seconds > 0
    assert found.memory >= 0
    assert found.rate > 0
