"""How fast originals become segments, whether time grows with length alone, and what memory it takes.

Each size is measured in a process of its own, so that one does not warm or swell another. Time is the
best of three; memory is the most that the process held at once beyond what it held before it read.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.memory import held_at_most
from benchmarks.saved_texts import saved_texts

MEGABYTE = 1_000_000
SIZES = (1, 4, 16, 64)
"""Megabytes of raw text, one text each."""

RUNS = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """One text: its bytes, its segments, the seconds of the best run and the bytes held at most."""

    size: int
    segments: int
    seconds: float
    memory: int

    @property
    def rate(self) -> float:
        """Megabytes a second, on one core."""
        return self.size / MEGABYTE / self.seconds


def report(sizes: tuple[int, ...] = SIZES) -> str:
    """A table of all sizes, with time and memory as ratios to length."""
    found = [_measured(size * MEGABYTE) for size in sizes]
    lines = [
        f"{'raw text':>10} {'segments':>10} {'seconds':>9} {'MB/s':>7} {'s/MB ÷ first':>13}"
        f" {'memory ÷ text':>14}"
    ]
    for one in found:
        growth = found[0].rate / one.rate
        lines.append(
            f"{one.size / MEGABYTE:7.1f} MB {one.segments:10,} {one.seconds:9.2f} {one.rate:7.2f} "
            f"{growth:13.2f} {one.memory / one.size:14.2f}"
        )
    return "\n".join(lines)


def _measured(size: int) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "original.txt"
        # Curly quotation marks and names take more than a byte: cut by bytes at the end of a line.
        data = saved_texts(size).encode("utf-8")[:size]
        file.write_bytes(data[: data.rfind(b"\n")])
        # The best time of several runs, but the memory of the first: later ones find the heap swollen.
        runs = [_run(file) for _ in range(1 if size > 32 * MEGABYTE else RUNS)]
    best = min(runs, key=lambda one: one.seconds)
    return Measured(best.size, best.segments, best.seconds, max(one.memory for one in runs))


def _run(file: Path) -> Measured:
    command = [sys.executable, "-m", "benchmarks.sources", str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 our own module
    return Measured(**json.loads(done.stdout))


def measure(file: Path) -> Measured:
    """Read and segment one original in this process."""
    from plugins.sources.decoding import read_text
    from plugins.sources.segments import segment

    segment("warm", saved_texts(20_000))
    before = held_at_most()
    began = time.process_time()
    text = read_text(file.read_bytes())
    segments = segment("bench", text)
    seconds = time.process_time() - began
    return Measured(file.stat().st_size, len(segments), seconds, held_at_most() - before)


if __name__ == "__main__":
    measured = measure(Path(sys.argv[1]))
    print(json.dumps({name: getattr(measured, name) for name in ("size", "segments", "seconds", "memory")}))
