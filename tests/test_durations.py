"""A limit stops what does not end, and a square is told from a line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests import durations
from tests.durations import grows_like_a_line, stopped_after


def test_what_goes_on_for_too_long_is_stopped() -> None:
    def endless() -> None:
        while True:
            pass

    with pytest.raises(pytest.fail.Exception, match="still at it"), stopped_after(0.1):
        endless()


def test_what_ends_in_time_is_not_stopped_afterwards() -> None:
    with stopped_after(0.05):
        pass
    assert sum(range(3_000_000)) > 0


def test_a_square_is_told_from_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durations, "NEXT_TO_NOTHING", 0)

    def line(length: int) -> Callable[[], object]:
        return lambda: sum(range(length * 400))

    def square(length: int) -> Callable[[], object]:
        return lambda: [sum(range(length)) for _ in range(length)]

    assert grows_like_a_line(line, 100, 1_000)
    assert not grows_like_a_line(square, 100, 1_000)
