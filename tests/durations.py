"""What tests may say of time, on a machine that does other things as well: that something ends, and grows."""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

LIMIT = 120
"""Seconds of the processor: many times what is expected, and far from what a square or worse takes."""

ATTEMPTS = 5

NEXT_TO_NOTHING = 0.5
"""Seconds in which something may grow as it likes: its clock tells nothing yet."""


@contextmanager
def stopped_after(seconds: float = LIMIT) -> Iterator[None]:
    """The test fails if the block takes longer, of the processor's time, which others do not use up."""

    def stop(*_: object) -> None:
        pytest.fail(f"still at it after {seconds:g} s of the processor's time")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def grows_like_a_line(prepared: Callable[[int], Callable[[], object]], short: int, long: int) -> bool:
    """Whether ``prepared(long)`` takes about so many times longer than ``prepared(short)`` as it is larger.

    A square takes that many times longer again. Whatever else the machine does only adds to a time, so the
    least of several counts, and what looks steep is measured again.
    """
    quick, slow = [], []
    for _ in range(ATTEMPTS):
        quick.append(_seconds(prepared(short)))
        slow.append(_seconds(prepared(long)))
        if min(slow) < max(NEXT_TO_NOTHING, 2.5 * (long / short) * min(quick)):
            return True
    return False


def _seconds(run: Callable[[], object]) -> float:
    """Of the processor; the collector, which other tests keep busy, rests."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        run()
        return time.process_time() - began
    finally:
        gc.enable()
