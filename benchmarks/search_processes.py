"""What a command takes when it runs on one core: its time, the processor's, and its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class CommandFailed(RuntimeError):
    """A measured command ended with another status than 0; the message ends with what it wrote."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds on the clock, seconds of the processor, and the most bytes held at once, children included."""

    wall: float
    cpu: float
    memory: int


def taken_by(command: Sequence[str | Path], folder: Path) -> Taken:
    """Run a command in a folder, on one core where the system can hold it there.

    Raises:
        CommandFailed: it did not end well.
    """
    written = folder / "command.log"
    began = time.perf_counter()
    with written.open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 our own commands
            list(map(str, command)),
            stdout=log,
            stderr=subprocess.STDOUT,
            preexec_fn=_stay_on_one_core,
        )
        return taken_until_its_end(command, process, written, began)


def taken_until_its_end(
    command: Sequence[str | Path], process: subprocess.Popen[bytes], written: Path, began: float
) -> Taken:
    """Wait for the process of a command, which began then and writes there.

    Raises:
        CommandFailed: it did not end well.
    """
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        told = written.read_text("utf-8", "replace")[-2_000:]
        raise CommandFailed(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{told}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Taken(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def _stay_on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
