"""Makes our index in a process of its own: ``python -m benchmarks.search_build PAGES OUTPUT KEPT TOLD``.

Writes into the last file what it took, from pages that are ready in memory to files on disk. The memory is
the whole process's.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

from benchmarks.memory import held_at_most
from benchmarks.search_pages import read_pages, write_pages
from benchmarks.search_peers import Built
from benchmarks.search_processes import Taken, taken_by
from plugins.incremental.kept import Kept
from plugins.search_index.client import client_files
from plugins.search_index.export import FOLDER, export
from plugins.search_index.page import SearchPage


def build_ours(pages: tuple[SearchPage, ...], output: Path, work: Path) -> Built:
    """Our index below the folder ``output``, with the script that reads it; ``work`` keeps its results."""
    return Built(output / FOLDER, _built(pages, output, work))


def build_changed(pages: tuple[SearchPage, ...], work: Path) -> Taken:
    """What our index takes when one page has changed since ``build_ours`` kept its results in ``work``."""
    return _built((_changed(pages[0]), *pages[1:]), work / "changed", work)


def _changed(page: SearchPage) -> SearchPage:
    return replace(page, body=f"{page.body}\n\nA sentence that the page did not have before.")


def _built(pages: tuple[SearchPage, ...], output: Path, work: Path) -> Taken:
    given, told = work / "pages.json", work / "told.json"
    write_pages(pages, given)
    module = [sys.executable, "-m", "benchmarks.search_build"]
    whole = taken_by([*module, given, output, work / "kept", told], work)
    inside = Taken(**json.loads(told.read_text("utf-8")))
    return Taken(inside.wall, inside.cpu, max(inside.memory, whole.memory))


def measure(given: Path, output: Path, kept_in: Path) -> Taken:
    """Export the pages of a file and write the files, in this process."""
    pages = read_pages(given)
    began, cpu = time.perf_counter(), _cpu()
    kept = Kept(kept_in)
    files = export(pages, kept) | client_files(FOLDER)
    for name, data in files.items():
        file = output / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    kept.forget()
    return Taken(time.perf_counter() - began, _cpu() - cpu, held_at_most())


def _cpu() -> float:
    """Seconds of the processor that this process and those that it has waited for have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    *folders, told = map(Path, sys.argv[1:])
    told.write_text(json.dumps(asdict(measure(*folders))), "utf-8")
