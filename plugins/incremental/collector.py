"""Memory during a build, which makes little garbage and holds what it makes to its end.

To look through all that is held, again and again, takes Python's collector a tenth of a large build.
"""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_RARELY = (100_000, 50, 100)
"""For 700 objects, 10 and 10, which Python has for programs that come and go with what they hold."""


_is_passed_over = False
"""Whether anything is. The collector would count all of it to tell that, each time."""


def look_rarely() -> None:
    gc.set_threshold(*_RARELY)


def pass_over_what_is_held() -> None:
    """What is there now stays: neither this process nor its forks, which would copy it, look at it again.

    It is not asked whether all of it is held: of a million things some hundreds are not (measured).
    """
    global _is_passed_over
    gc.freeze()
    _is_passed_over = True


def let_go() -> None:
    """What nobody holds any more is gone, also of what was passed over; what is left is passed over again."""
    gc.unfreeze()
    gc.collect()
    pass_over_what_is_held()


def leave_no_garbage() -> None:
    """Collect what nobody holds of all that is not passed over, and give its memory back."""
    gc.collect()
    _give_back()


@contextmanager
def passed_over_by_forks() -> Iterator[None]:
    """For the time of the block, what is there already is passed over; what was before, stays so.

    Memory that nobody uses any more is given back first: it would count beside what the forks take.
    """
    global _is_passed_over
    before = _is_passed_over
    _give_back()
    pass_over_what_is_held()
    try:
        yield
    finally:
        _is_passed_over = before
        if not before:
            gc.unfreeze()


def _give_back() -> None:
    """Give the system what is free between what is held, where the C library can (glibc's malloc_trim)."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


@contextmanager
def as_before() -> Iterator[None]:
    """After the block the collector works as it did before, for programs that go on after a build."""
    global _is_passed_over
    threshold = gc.get_threshold()
    try:
        yield
    finally:
        gc.set_threshold(*threshold)
        gc.unfreeze()
        _is_passed_over = False
