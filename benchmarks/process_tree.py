"""What a command takes together with all processes that it starts, held on as many cores as it may use."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.search_processes import Taken, taken_until_its_end

_EVERY = 0.05
"""Seconds between two looks at the memory, at least; a look may take a twentieth of the time."""


def cores_there() -> int:
    """How many cores a command can be held on; 1 where the system tells nothing."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def tree_taken_by(
    command: Sequence[str | Path], folder: Path, cores: int, environment: Mapping[str, str] | None = None
) -> Taken:
    """Run a command in a folder, on the same cores each time, and look at its memory while it runs.

    The memory is the sum over the processes of its group, each page that several of them share counted once
    (the proportional set size). Where the system does not tell it, it is the largest process's. Python keeps
    the modules that it has compiled, as it does where nobody has set otherwise.

    Raises:
        CommandFailed: it did not end well.
    """
    written = folder / "command.log"
    began = time.perf_counter()
    with written.open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 our own commands
            list(map(str, command)),
            cwd=folder,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**_surroundings(), **(environment or {})},
            preexec_fn=lambda: _stay_on(cores),
            start_new_session=True,
        )
        seen = _watched(process.pid)
        taken = taken_until_its_end(command, process, written, began)
    return replace(taken, memory=seen or taken.memory)


def _surroundings() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _watched(group: int) -> int:
    """The most bytes that the group held at a look, when its first process has ended and waits for us."""
    most = 0
    while os.waitid(os.P_PID, group, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        began = time.perf_counter()
        most = max(most, sum(_held(member) for member in _members(group)))
        time.sleep(max(_EVERY, 20 * (time.perf_counter() - began)) if most else _EVERY)
    return most


def _members(group: int) -> Iterator[Path]:
    for process in Path("/proc").glob("[0-9]*"):
        try:
            # The name in brackets may hold anything; state, parent and group follow it.
            fields = (process / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        if len(fields) > 2 and int(fields[2]) == group:
            yield process


def _held(process: Path) -> int:
    """Bytes of a process's proportional set; 0 for one that has just ended."""
    try:
        lines = (process / "smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _stay_on(cores: int) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-cores:])
