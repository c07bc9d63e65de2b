"""Files that are made from what is known now, and those of the last site that would come out the same."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plugins.incremental.as_json import as_json, from_json
from plugins.incremental.keys import digest_of
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
class MadeFile:
    """How a file came out: its key, and the reads behind that."""

    key: str
    reads: tuple[Read, ...] = ()


@dataclass(frozen=True, slots=True)
class _Made:
    """A file that was just made: in how many seconds, and what its maker returned."""

    path: str
    file: MadeFile
    seconds: float
    told: Any


@dataclass(frozen=True, slots=True)
class MadeFiles:
    """The files of one site by path; ``basis`` is the digest of what decides about all of them."""

    basis: str = ""
    by_path: Mapping[str, MadeFile] = field(default_factory=dict)

    def as_bytes(self) -> bytes:
        """What ``from_bytes`` reads: JSON in which each read stands once."""
        numbers: dict[Read, int] = {}
        files = {
            path: [one.key, [numbers.setdefault(read, len(numbers)) for read in one.reads]]
            for path, one in self.by_path.items()
        }
        told = {"basis": self.basis, "reads": list(numbers), "files": files}
        return as_json(told)

    @classmethod
    def from_bytes(cls, written: bytes) -> MadeFiles:
        told = from_json(written)
        reads = [(way, _key(key)) for way, key in told["reads"]]
        files = {
            path: MadeFile(key, tuple(reads[number] for number in numbers))
            for path, (key, numbers) in told["files"].items()
        }
        return cls(told["basis"], files)


def _key(written: Any) -> Any:
    """A key as it was before JSON made lists of tuples."""
    return tuple(map(_key, written)) if isinstance(written, list) else written


def make_files(
    plans: Sequence[FilePlan],
    of: Any,
    deep: tuple[type, ...],
    basis: str,
    last: MadeFiles,
    keep: Callable[[str], bool],
    plain: Plain | None = None,
    tell: Callable[[str, Any], None] = lambda _path, _told: None,
) -> tuple[MadeFiles, dict[str, float]]:
    """Make the files whose entries have changed, on all cores; the others stay.

    Also gives the seconds that each one took that was made.

    ``of`` is what the makers read from, a wrapper of which each is given; ``keep`` takes a file over from the
    last site and tells whether it could. Makers run in processes of their own: all that they read must be
    there already (``prepare``). ``tell`` is given what each of them returned, as soon as it is there: of
    thousands of pages that is more than the pages are made from. Without a ``basis`` there is no next build,
    and nobody watches what is read.
    """
    fingerprints = Fingerprints(of, plain)
    known = last.by_path if basis and last.basis == basis else {}
    asked = [plan for plan in plans if plan.path in known and not plan.gathers]

    def would_come_out_the_same(plan: FilePlan) -> bool:
        last = known[plan.path]
        return last.key == _key_of(plan, basis, fingerprints, last.reads)

    same = spread(would_come_out_the_same, asked, joins_in=True, least=_WORTH_A_PROCESS)
    stays = {
        plan.path: known[plan.path]
        for plan, is_same in zip(asked, same, strict=True)
        if is_same and keep(plan.path)
    }
    missing = [plan for plan in plans if plan.path not in stays]
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

    # A page reads hundreds of entries, which others read too, and each process has its own words for them.
    shared: dict[Read, Read] = {}

    def received(one: _Made) -> _Made:
        tell(one.path, one.told)
        noted = tuple(shared.setdefault(read, read) for read in one.file.reads)
        return _Made(one.path, MadeFile(one.file.key, noted), one.seconds, None)

    made_now = spread(made, missing, "pages", joins_in=True, received=received)
    let_go_of(watched)
    new = {one.path: one for one in made_now}
    files = {plan.path: stays.get(plan.path) or new[plan.path].file for plan in plans}
    return MadeFiles(basis, files), {path: one.seconds for path, one in new.items()}


def _key_of(plan: FilePlan, basis: str, fingerprints: Fingerprints, reads: Sequence[Read]) -> str:
    return digest_of(basis, plan.path, fingerprints.of_value(plan.given), fingerprints.of_all(reads))
