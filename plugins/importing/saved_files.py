"""The files that somebody wants to import: found in folders, opened without a surprise, and read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.archive.errors import Code, Problem, problem
from plugins.sources.library import SUFFIXES

PARTS_OF_A_PAGE = ("_files", "-Dateien", "_fichiers", "_archivos", "-filer", "_bestanden", ".files", " Files")
"""How browsers name the folder beside a saved page, by their language: pictures, scripts and frames."""


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A file's name as the call has it, safe to print, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """The files to import in the order of their names; what was passed over, with the reason; faults."""

    files: tuple[SavedFile, ...]
    skipped: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def read_saved_files(named: Iterable[Path]) -> Found:
    """Every file that is named or lies in a named folder, however deep, once each.

    Passed over are other endings than ``.txt``, ``.text``, ``.html``, ``.htm`` and ``.xhtml``, the parts
    that a browser saved beside a page, and what is no file (a pipe would wait for ever). Links inside a
    folder are followed to files of that folder, and nowhere else. What cannot be opened is a fault.
    """
    files: dict[str, SavedFile] = {}
    skipped: dict[str, str] = {}
    problems: list[Problem] = []
    for path in _walk(named, skipped, problems):
        name = printable(path)
        if path.suffix.lower() not in SUFFIXES:
            skipped[name] = f"no {', '.join(sorted(SUFFIXES))} file"
            continue
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                skipped[name] = "no file that can be read to its end"
            elif os.path.realpath(path) not in files:
                files[os.path.realpath(path)] = SavedFile(name, path.read_bytes())
        except OSError as fault:
            problems.append(_unreadable(path, fault))
    in_order = tuple(sorted(files.values(), key=lambda one: one.path))
    return Found(in_order, tuple(sorted(skipped.items())), tuple(sorted(problems)))


def _walk(named: Iterable[Path], skipped: dict[str, str], problems: list[Problem]) -> Iterator[Path]:
    """The files of a call, those of folders in the order of their names."""
    for top in named:
        if not top.is_dir():
            yield top
            continue
        for folder, folders, names in os.walk(top, onerror=lambda fault: problems.append(_refused(fault))):
            pages = {Path(name).stem for name in names if Path(name).suffix.lower() in SUFFIXES}
            for part in [one for one in folders if _is_part_of_a_page(one, pages)]:
                folders.remove(part)
                skipped[printable(Path(folder, part))] = "parts of a saved page"
            folders.sort()
            yield from _within(top, (Path(folder, name) for name in sorted(names)), skipped)


def _within(top: Path, files: Iterable[Path], skipped: dict[str, str]) -> Iterator[Path]:
    """The files but for links that lead out of the folder that was named: nobody has seen what they bring."""
    home = os.path.realpath(top)
    for file in files:
        if file.is_symlink() and not Path(os.path.realpath(file)).is_relative_to(home):
            skipped[printable(file)] = "a link that leads out of the folder"
        else:
            yield file


def _is_part_of_a_page(folder: str, pages: set[str]) -> bool:
    return any(folder.endswith(ending) and folder.removesuffix(ending) in pages for ending in PARTS_OF_A_PAGE)


def _refused(fault: OSError) -> Problem:
    return _unreadable(Path(os.fsdecode(fault.filename)), fault)


def _unreadable(path: Path, fault: OSError) -> Problem:
    reason = fault.strerror or type(fault).__name__
    message = f"it cannot be opened ({reason}); make it readable, or leave it out"
    return problem(printable(path), 1, 1, Code.UNREADABLE_FILE, message)


def printable(path: Path) -> str:
    """A path with forward slashes, and what no line can show in it (odd bytes, line ends) escaped."""
    name = os.fsencode(path).decode("utf-8", errors="backslashreplace").replace(os.sep, "/")
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in name)
