"""Files that a build copies into the site as they are: pictures and the theme's own, and none from elsewhere.

What is copied is not read, so it is judged by where it lies and what it is called. A link that leads out of
its folder would publish a file of the machine that builds; a page or an SVG among the pictures could hold a
script that no policy of ours governs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from plugins.archive.errors import Code, Problem, problem
from plugins.archive.file_names import why_unusable
from plugins.incremental.stamps import LEFT_OUT

PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})
"""Endings of pictures that hold no script, whatever they hold."""

_NAME = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
"""What a picture is called: no two such names are one where large letters are not told from small ones."""


def faults_of_pictures(folder: Path, called: str, home: Path) -> Iterator[Problem]:
    """What lies in a folder of pictures and is none, or is called as no file can be on every machine.

    The folder itself must not lead out of its ``home``, where alone somebody looks for what has changed.
    """
    if not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(home)):
        message = f"the folder leads out of {home.name}; put its pictures there"
        yield problem(_printable(called), 1, 1, Code.UNSAFE_FILE, message)
        return
    for file in _below(folder):
        path = f"{called}/{file.relative_to(folder).as_posix()}"
        if leads := _leads_out(file, folder):
            yield problem(_printable(path), 1, 1, Code.UNSAFE_FILE, leads)
        elif not file.is_dir() and (fault := _fault_of_picture(file)):
            yield problem(_printable(path), 1, 1, Code.UNSAFE_FILE, fault)


def links_out_of(folder: Path, called: str) -> Iterator[Problem]:
    """The links in a folder, however deep, that lead out of it."""
    for file in _below(folder):
        if leads := _leads_out(file, folder):
            path = f"{called}/{file.relative_to(folder).as_posix()}"
            yield problem(_printable(path), 1, 1, Code.UNSAFE_FILE, leads)


def _below(folder: Path) -> Iterator[Path]:
    """Everything in a folder in the order of names; links to folders are named and not entered."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        # Pelican does not copy them either.
        folders[:] = [name for name in folders if name not in LEFT_OUT]
        yield from (Path(place, name) for name in sorted((*folders, *names)) if name not in LEFT_OUT)


def _leads_out(file: Path, folder: Path) -> str:
    # Other than resolve(), this gives an answer for a link that leads to itself.
    if file.is_symlink() and not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder)):
        return "the link leads out of its folder; put the file itself here"
    return ""


def _fault_of_picture(file: Path) -> str:
    if file.suffix not in PICTURES:
        return f"only pictures are copied into the site ({', '.join(sorted(PICTURES))}); move it elsewhere"
    if not _NAME.fullmatch(file.name) or why_unusable(file.name.partition(".")[0]):
        return "no address can have this name; use small letters, digits and hyphens, as in fog-at-night.jpg"
    return "" if file.is_file() else "it is no file that can be copied; remove it"


def _printable(path: str) -> str:
    """A path with what no line can show in it escaped."""
    path = os.fsencode(path).decode("utf-8", errors="backslashreplace")
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in path)
