"""Work on all cores gives what it gives on one, and ends with whoever asked for it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from plugins.incremental import workers
from plugins.incremental.progress import watched_by
from plugins.incremental.workers import CORES, apart, cores, spread
from tests.building import ROOT

needs_forks = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="work is spread by forks on Linux"
)


@pytest.mark.parametrize("count", ["1", "2", "5"])
@pytest.mark.parametrize("items", [0, 1, 2, 3, 17, 100])
def test_results_come_in_the_order_of_the_items(
    monkeypatch: pytest.MonkeyPatch, count: str, items: int
) -> None:
    monkeypatch.setenv(CORES, count)
    assert spread(lambda item: (item, item * item), range(items)) == [
        (one, one * one) for one in range(items)
    ]


@needs_forks
def test_several_processes_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CORES, "2")
    assert os.getpid() not in spread(lambda _: os.getpid(), range(40))
    monkeypatch.setenv(CORES, "1")
    assert spread(lambda _: os.getpid(), range(3)) == [os.getpid()] * 3


@needs_forks
def test_of_few_items_of_little_work_all_are_done_by_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CORES, "2")
    assert spread(lambda _: os.getpid(), range(39), least=40) == [os.getpid()] * 39
    assert os.getpid() not in spread(lambda _: os.getpid(), range(40), least=40)


@needs_forks
@pytest.mark.parametrize("count", ["2", "3"])
def test_whoever_asks_may_join_in(monkeypatch: pytest.MonkeyPatch, count: str) -> None:
    """As one of so many processes; the results stay in order, and work within its own work stays with it."""
    monkeypatch.setenv(CORES, count)

    def work(item: int) -> tuple[int, int, list[int]]:
        time.sleep(0.002)
        return item, os.getpid(), spread(lambda _: os.getpid(), range(3))

    made = spread(work, range(200), joins_in=True)
    assert [item for item, _, _ in made] == list(range(200))
    workers = {process for _, process, _ in made}
    assert os.getpid() in workers
    assert 2 <= len(workers) <= int(count)
    assert all(set(inner) == {process} for _, process, inner in made)


@needs_forks
@pytest.mark.parametrize("faulty", [0, 199])
def test_what_is_raised_while_the_asker_joins_in_is_raised(
    monkeypatch: pytest.MonkeyPatch, faulty: int
) -> None:
    monkeypatch.setenv(CORES, "2")

    def work(item: int) -> None:
        if item == faulty:
            raise LookupError(f"no {item}")

    with pytest.raises(LookupError, match=f"no {faulty}"):
        spread(work, range(200), joins_in=True)
    assert multiprocessing.active_children() == []
    assert spread(str, range(40)) == [str(one) for one in range(40)]


@needs_forks
def test_work_apart_has_a_process_of_its_own_and_hands_its_result_back() -> None:
    kept: list[int] = []

    def work() -> int:
        kept.append(1)
        return os.getpid()

    assert apart(work) != os.getpid()
    assert kept == []
    with pytest.raises(LookupError, match="no 7"):
        apart(lambda: _raise(LookupError("no 7")))
    with pytest.raises(BrokenProcessPool):
        apart(lambda: os.kill(os.getpid(), signal.SIGKILL))


@needs_forks
def test_work_apart_may_be_spread_and_what_is_spread_there_forks_no_further(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(CORES, "2")

    def work(_: int) -> tuple[int, list[int]]:
        time.sleep(0.002)
        return os.getpid(), spread(lambda _: os.getpid(), range(3))

    made = apart(lambda: spread(work, range(200), joins_in=True))
    assert len({process for process, _ in made}) == 2
    assert all(set(inner) == {process} for process, inner in made)
    assert os.getpid() not in {process for process, _ in made}


def _raise(fault: Exception) -> None:
    raise fault


def test_what_work_changes_is_lost_with_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CORES, "2")
    changed: list[int] = []
    spread(changed.append, range(5))
    assert changed == ([] if sys.platform.startswith("linux") else list(range(5)))


@pytest.mark.parametrize("count", ["1", "3"])
def test_what_work_raises_is_raised(monkeypatch: pytest.MonkeyPatch, count: str) -> None:
    monkeypatch.setenv(CORES, count)

    def work(item: int) -> int:
        if item == 7:
            raise LookupError(f"no {item}")
        return item

    with pytest.raises(LookupError, match="no 7"):
        spread(work, range(20))
    assert spread(lambda item: item, range(20)) == list(range(20))


@needs_forks
def test_a_process_that_is_killed_fails_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the memory is full: nobody gets half of the results."""
    monkeypatch.setenv(CORES, "2")

    def work(item: int) -> int:
        if item == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    with pytest.raises(Exception, match="terminated abruptly"):
        spread(work, range(20))


def test_work_within_work_stays_in_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CORES, "2")

    def work(item: int) -> tuple[int, list[int]]:
        return os.getpid(), spread(lambda _: os.getpid(), range(item))

    assert all(set(inner) <= {outer} for outer, inner in spread(work, range(1, 6)))


@pytest.mark.parametrize(("told", "count"), [("1", 1), ("7", 7), ("0", None), ("", None), ("many", None)])
def test_the_environment_says_how_many_cores(
    monkeypatch: pytest.MonkeyPatch, told: str, count: int | None
) -> None:
    monkeypatch.setenv(CORES, told)
    assert cores() == count or (count is None and cores() >= 1)


def test_a_system_that_does_not_fork_does_it_all_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_may_fork", lambda: False)
    monkeypatch.setenv(CORES, "4")
    assert spread(lambda _: os.getpid(), range(9)) == [os.getpid()] * 9


@pytest.mark.parametrize("joins_in", [False, True])
@pytest.mark.parametrize("count", ["1", "2"])
def test_whoever_watches_is_told_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, count: str, joins_in: bool
) -> None:
    monkeypatch.setenv(CORES, count)
    told: list[tuple[str, int, int]] = []
    with watched_by(lambda *one: told.append(one)):
        spread(str, range(250), "pages", joins_in)
        spread(str, range(250))
    assert told[-1] == ("pages", 250, 250)
    assert told == sorted(told)
    assert len(told) <= 130


def test_threads_are_let_in_soon_only_while_work_is_spread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that read results; a program that goes on after a build has its own way again."""
    monkeypatch.setenv(CORES, "2")
    before = sys.getswitchinterval()
    during = spread(lambda _: sys.getswitchinterval(), range(4), joins_in=True)
    assert max(during) < before == sys.getswitchinterval()


PARENT = """
import sys, time
from pathlib import Path
import os
from plugins.incremental.workers import spread

def work(item):
    Path(sys.argv[1], f"{os.getpid()}").touch()
    time.sleep(600)

spread(work, range(2))
"""


@needs_forks
def test_processes_end_when_the_one_that_asked_is_killed(tmp_path: Path) -> None:
    environment = {**os.environ, CORES: "2"}
    with subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path)], cwd=ROOT, env=environment) as parent:
        until = time.monotonic() + 60
        while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < until:
            time.sleep(0.02)
        parent.kill()
    children = [int(one.name) for one in tmp_path.iterdir()]
    assert len(children) == 2
    until = time.monotonic() + 60
    while any(map(lives, children)) and time.monotonic() < until:
        time.sleep(0.02)
    assert not any(map(lives, children))


def lives(process: int) -> bool:
    """Whether it works; one that has ended and whose end nobody has asked for does not."""
    try:
        told = Path(f"/proc/{process}/stat").read_text("ascii")
    except OSError:
        return False
    return told.rpartition(")")[2].split()[0] != "Z"


def test_no_process_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CORES, "3")
    spread(str, range(30))
    assert multiprocessing.active_children() == []
