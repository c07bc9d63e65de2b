"""Files that are made from what is known now, and those of the last site that would come out the same."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plugins.incremental.keys import digest_of
from plugins.incremental.made_files import MadeFile, MadeFiles
from plugins.incremental.reads import Fingerprints, Read, Reads, Watched, let_go_of
from plugins.incremental.workers import spread

Plain = Mapping[type, Callable[[Any], Any]]

_WORTH_A_PROCESS = 1_000
"""Files whose keys are made on all cores: of fewer, there are some tenths of a second to save."""


@dataclass(frozen=True, slots=True)
class FilePlan:
    """A file to be, by its path in the site.

    ``make`` is given a watched object, makes the file and writes it; what it returns is told on. ``given``
    is what it goes by besides; its digest is part of the file's key. A file that ``gathers`` is made in every
    build: it lists so much that asking would take as long.
    """

    path: str
    make: Callable[[Any], Any]
    given: Any = None
    gathers: bool = False


@dataclass(frozen=True, slots=True)
class _Made:
    """A file that was just made: in how many seconds, and what its maker returned.

    ``file`` is None, and so is what was told, once they were handed on.
    """

    path: str
    file: MadeFile | None
    seconds: float
    told: Any


def make_files(
    plans: Sequence[FilePlan],
    of: Any,
    deep: tuple[type, ...],
    basis: str,
    last: MadeFiles,
    keep: Callable[[str], bool],
    plain: Plain | None = None,
    tell: Callable[[str, Any], None] = lambda _path, _told: None,
    before_making: Callable[[int], object] = lambda _count: None,
) -> tuple[MadeFiles, dict[str, float]]:
    """Make the files whose entries have changed, on all cores; the others stay.

    Also gives the seconds that each one took that was made.

    ``of`` is what the makers read from, a wrapper of which each is given; ``keep`` takes a file over from the
    last site and tells whether it could. Makers run in processes of their own: all that they read must be
    there already (``reads.prepare``). ``tell`` is given what each of them returned, as soon as it is there:
    of thousands of pages that is more than the pages are made from. ``before_making`` is called first with
    how many will be made: what it reads is there in all processes. Without a ``basis`` there is no next
    build, and nobody watches what is read.
    """
    fingerprints = Fingerprints(of, plain)
    known = last if basis and last.basis == basis else MadeFiles()
    asked = [plan for plan in plans if plan.path in known and not plan.gathers]

    def would_come_out_the_same(plan: FilePlan) -> bool:
        file = known[plan.path]
        return file.key == _key_of(plan, basis, fingerprints, file.reads)

    same = spread(would_come_out_the_same, asked, joins_in=True, least=_WORTH_A_PROCESS)
    files = MadeFiles(basis)
    for plan, is_same in zip(asked, same, strict=True):
        if is_same and keep(plan.path):
            files.add(plan.path, known[plan.path])
    missing = [plan for plan in plans if plan.path not in files]
    before_making(len(missing))
    reads = Reads()
    watched = Watched(of, "", reads, deep)

    def made(plan: FilePlan) -> _Made:
        began = time.perf_counter()
        if not basis:
            told = plan.make(of)
            return _Made(plan.path, MadeFile(""), time.perf_counter() - began, told)
        reads.begin()
        told = plan.make(watched)
        noted = reads.noted() if not plan.gathers else ()
        file = MadeFile(_key_of(plan, basis, fingerprints, noted), noted)
        return _Made(plan.path, file, time.perf_counter() - began, told)

    def received(one: _Made) -> _Made:
        tell(one.path, one.told)
        if one.file:
            files.add(one.path, one.file)
        return _Made(one.path, None, one.seconds, None)

    made_now = spread(made, missing, "pages", joins_in=True, received=received)
    let_go_of(watched)
    return files, {one.path: one.seconds for one in made_now}


def _key_of(plan: FilePlan, basis: str, fingerprints: Fingerprints, reads: Sequence[Read]) -> str:
    return digest_of(basis, plan.path, fingerprints.of_value(plan.given), fingerprints.of_all(reads))
