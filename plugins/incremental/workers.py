"""Work that is spread over the cores: each item by itself, the results in the order of the items."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain
from typing import Any, TypeVar

from plugins.incremental.collector import leave_no_garbage, passed_over_by_forks
from plugins.incremental.progress import tell

CORES = "INTERTITLE_CORES"
"""The environment variable that says how many cores a build may use; all that the system gives it without."""

SHARES = 64
"""Into how many shares the items of each core are cut: whoever is done early takes another."""

_SOON = 0.000_2
"""Seconds after which this process lets its other threads in."""

_LONG = 0.2
"""Seconds of a share after which it is worth a few milliseconds to leave no garbage."""

T = TypeVar("T")
R = TypeVar("R")


def _no_work(_item: Any) -> Any:
    raise RuntimeError("this process was given no work")


_work: Callable[[Any], Any] = _no_work
_items: Sequence[Any] = ()
_joins_in = False
_is_apart = False


def cores() -> int:
    """How many processes may work at once, at least 1."""
    told = os.environ.get(CORES, "")
    if told.isdecimal() and int(told):
        return int(told)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    work: Callable[[T], R],
    items: Sequence[T],
    name: str = "",
    joins_in: bool = False,
    received: Callable[[R], R] = lambda result: result,
    least: int = 2,
) -> list[R]:
    """What ``work`` makes of each item, in their order, by as many processes as there are cores.

    ``name`` is what the work is called to those who watch it. ``received`` is given each result when it is
    there, in this process, and says what is held of it: what comes from another process shares nothing with
    what is here, not even equal texts with each other.

    Of fewer items than ``least`` each is so little work that all are done here.

    Processes are forks: ``work`` and the items need no pickling, only the results do, and what ``work``
    changes of what it was given is lost with its process. Where there is one core, a single item, or a
    system that does not fork, everything is done here.

    A fork copies whatever it reads, as Python counts in each object who holds it. With ``joins_in`` this
    process is one of those that work: one copy less, for work that leaves little behind.

    Raises:
        Whatever ``work`` raises for one of the items; the others may be undone then.
    """
    count = min(cores(), len(items))
    if count < 2 or len(items) < least or not _may_fork():
        return [received(work(item)) for item in _told(items, name, len(items))]
    size = -(-len(items) // (count * SHARES))
    shares = [range(first, min(first + size, len(items))) for first in range(0, len(items), size)]
    made: dict[int, list[Any]] = {}
    with _forks(count - joins_in, work, items) as pool:
        asked: list[Future[list[Any]] | None] = [pool.submit(_share, share) for share in shares]
        try:
            for number, results in _as_they_come(shares, asked, joins_in):
                made[number] = [received(one) for one in results]
                if name:
                    done = (
                        share for share, one in zip(shares, asked, strict=True) if one is None or one.done()
                    )
                    tell(name, sum(map(len, done)), len(items))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return list(chain.from_iterable(made[number] for number in range(len(shares))))


def _as_they_come(
    shares: Sequence[range], asked: list[Future[list[Any]] | None], joins_in: bool
) -> Iterator[tuple[int, list[Any]]]:
    """The results of each share with its number: of this process, if it joins in, and of the others.

    It begins with the last one, and ends at one that another process has begun. What others have done by then
    is handed on between its own, and of what has been asked for, None is left: all results of a long work
    would be held to its end.
    """
    own = handed = 0
    while joins_in and own < len(shares) and (last := asked[-1 - own]) and last.cancel():
        own += 1
        yield len(shares) - own, _share_here(shares[-own])
        while (one := asked[handed]) and one.done() and not one.cancelled():
            asked[handed] = None
            yield handed, one.result()
            handed += 1
    for number in range(handed, len(shares) - own):
        if one := asked[number]:
            asked[number] = None
            yield number, one.result()


def _share_here(numbers: range) -> list[Any]:
    global _joins_in
    _joins_in = True
    try:
        return _share(numbers)
    finally:
        _joins_in = False


def apart(work: Callable[[], R]) -> R:
    """What ``work`` makes, in a process of its own: the memory that it takes on its way is gone with that.

    Only the result comes back, pickled; the work may be spread in its turn. Where the system does not fork,
    ``work`` is done here.

    Raises:
        Whatever ``work`` raises; BrokenProcessPool where the process was ended from outside.
    """
    if not _may_fork():
        return work()
    with _forks(1, lambda _: work(), (None,), is_apart=True) as pool:
        result: R = pool.submit(_share, range(1)).result()[0]
    return result


@contextmanager
def _forks(
    count: int, work: Callable[[Any], Any], items: Sequence[Any], *, is_apart: bool = False
) -> Iterator[ProcessPoolExecutor]:
    """That many processes that know the work and its items."""
    global _work, _items
    before = _work, _items
    _work, _items = work, items
    context = multiprocessing.get_context("fork")
    with (
        passed_over_by_forks(),
        _results_read_at_once(),
        ProcessPoolExecutor(count, context, _begin, (os.getpid(), is_apart)) as pool,
    ):
        try:
            yield pool
        finally:
            # What the work holds, this process need not hold for it any longer.
            _work, _items = before


@contextmanager
def _results_read_at_once() -> Iterator[None]:
    """For the time of the block, the thread that reads what other processes have made is let in soon.

    It reads a pipe of 64 KB. Whoever works here lets it wait for 5 ms before each reading, and for that long
    the other process cannot go on: one that had 1.1 s to work was at it for 2 s (measured).
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SOON)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _told(items: Iterable[T], name: str, count: int) -> Iterator[T]:
    """The items as they come, and a word to whoever watches for each hundredth of them."""
    step = max(1, count // 100)
    for number, item in enumerate(items, 1):
        yield item
        if name and (number % step == 0 or number == count):
            tell(name, number, count)


def _begin(parent: int, is_apart: bool) -> None:
    """End this process when its parent does, however that ends: nobody else would tell it."""
    global _is_apart
    _is_apart = is_apart
    end_of_parent = 1  # PR_SET_PDEATHSIG of prctl(2)
    ctypes.CDLL(None).prctl(end_of_parent, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def _may_fork() -> bool:
    # On macOS a fork of a process that has used the system's libraries may crash; who works does not fork.
    is_first = multiprocessing.parent_process() is None or _is_apart
    return sys.platform == "linux" and is_first and not _joins_in


def _share(numbers: range) -> list[Any]:
    began = time.perf_counter()
    made = [_work(_items[number]) for number in numbers]
    if time.perf_counter() - began > _LONG:
        leave_no_garbage()
    return made
