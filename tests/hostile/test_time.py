"""Whatever a text is made of, reading it comes to an end.

How time grows with the length is measured by ``invoke bench reading``. Here a text that grows with its
square, or worse, is stopped: a limit many times what a line takes, of the processor's time, which a busy
machine does not use up.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from benchmarks.reading import PIECES, READERS, SHORT, over_and_over

LIMIT = 120
"""Seconds of the processor. A square takes a quarter of an hour for a megabyte; a line, a few seconds."""

MEGABYTE = 1_000_000


@contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        pytest.fail(f"still reading after {seconds:g} s of the processor's time")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_over_and_over_is_read_to_its_end(piece: str, reader: str) -> None:
    with stopped_after(LIMIT):
        READERS[reader](over_and_over(PIECES[piece], SHORT))()


@pytest.mark.parametrize("piece", ["[", "[[", '"', "“", "'", "1", " ", "A", "\n", "[[a|"])
@pytest.mark.parametrize("reader", ["quotations", "wiki links"])
def test_a_megabyte_of_one_sign_is_read_to_its_end(piece: str, reader: str) -> None:
    with stopped_after(LIMIT):
        READERS[reader](over_and_over(piece, MEGABYTE))()


def test_what_goes_on_for_too_long_is_stopped() -> None:
    def endless() -> None:
        while True:
            pass

    with pytest.raises(pytest.fail.Exception, match="still reading"), stopped_after(0.1):
        endless()
