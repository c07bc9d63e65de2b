"""Makes our index in a process of its own: ``python -m benchmarks.search_build PAGES OUTPUT WORK TOLD``.

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
from plugins.search_index.export import export
from plugins.search_index.filing import FOLDER, build_in
from plugins.search_index.page import SearchPage

STATE = "state"
"""The folder in which a whole export leaves what an edit needs."""


def build_ours(pages: tuple[SearchPage, ...], output: Path, work: Path) -> Built:
    """Our index below the folder ``output``, with the script that reads it; ``work`` keeps its results."""
    given, told = work / "pages.json", work / "told.json"
    write_pages(pages, given)
    module = [sys.executable, "-m", "benchmarks.search_build"]
    whole = taken_by([*module, given, output, work, told], work)
    inside = Taken(**json.loads(told.read_text("utf-8")))
    return Built(output / FOLDER, Taken(inside.wall, inside.cpu, max(inside.memory, whole.memory)))


def build_changed(pages: tuple[SearchPage, ...], built: Built, work: Path) -> Taken:
    """What our index takes when one page has changed since ``build_ours`` has made it.

    That is a whole process, from its start to files on disk, which is given that page alone.
    """
    manifest = f"{FOLDER}/manifest.js"
    last = build_in({manifest: (built.folder / "manifest.js").read_bytes()})
    changed = work / "changed.json"
    changed.write_text(json.dumps(asdict(_changed(pages[0]))), "utf-8")
    module = [sys.executable, "-m", "benchmarks.search_edit"]
    return taken_by([*module, changed, work / STATE, last, work / "changed"], work)


def _changed(page: SearchPage) -> SearchPage:
    """A page with a few words more, so that the places of all that follow are others."""
    begin, _, rest = page.body.partition(" ")
    return replace(
        page, body=f"{begin} of all places {rest}\n\nA sentence that the page did not have before."
    )


def measure(given: Path, output: Path, work: Path) -> Taken:
    """Export the pages of a file and write the files, in this process."""
    pages = read_pages(given)
    began, cpu = time.perf_counter(), _cpu()
    kept = Kept(work / "kept")
    files = export(pages, kept, state=work / STATE) | client_files(FOLDER)
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
