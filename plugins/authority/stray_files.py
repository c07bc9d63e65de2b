"""Files of ``content/`` that nobody reads: in a folder of another name, or with another ending.

A site can be built without them, so ``invoke check`` alone tells them. Names that begin with a dot or an
underscore are left alone, and so are folders without texts, and files that say what a folder is for.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path as File

from plugins.archive.errors import Code, Problem, problem
from plugins.archive.file_names import as_id
from plugins.authority.content_files import PICTURES, printable
from plugins.authority.entries import AUTHORITY
from plugins.authority.nearest import closest
from plugins.authority.schema import (
    AUTHORITY_FILES,
    FOLDERS,
    JUDGEMENTS_FILE,
    REFUSALS_FILE,
    SETTLEMENTS_FILE,
)
from plugins.authority.words_for_keys import by_word

LISTS = (*AUTHORITY_FILES, JUDGEMENTS_FILE, REFUSALS_FILE, SETTLEMENTS_FILE)

SAID_OTHERWISE: dict[str, str] = by_word(
    {
        "actors actresses cast crew persons directors personen schauspieler": "people",
        "movies movie filme": "films",
        "parts roles figures figuren rollen": "characters",
        "articles reviews texts interviews documents quellen texte": "sources",
        "songs books music plays": "works",
        "timeline dates ereignisse": "events",
        "posts blog articles seiten": "pages",
    }
)
"""Words that people write for a folder."""

_TEXT = re.compile(r"\.(?:md|markdown|mdown|mkd|txt|yaml|yml|rtf|docx?|odt|html?)(?:\.txt)?\Z", re.IGNORECASE)
_NEARLY_MD = re.compile(r"\.(?:markdown|mdown|mkd|md\.txt|md)\Z", re.IGNORECASE)
_LEFT_ALONE = re.compile(r"[._]|(?:readme|license|licence|contributing)\b|.*[~#]\Z", re.IGNORECASE)


def stray_files(content: File) -> Iterator[Problem]:
    """What lies where no record is read, in the order of names; each folder once."""
    for entry in _entries(content):
        path = f"{content.name}/{printable(entry.name)}"
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name in FOLDERS and is_folder:
            yield from _in_folder(File(entry.path), path, entry.name)
        elif entry.name == AUTHORITY and is_folder:
            yield from _in_authority(File(entry.path), path)
        elif is_folder and entry.name != PICTURES and _has_texts(File(entry.path)):
            message = f"no record is read from this folder; {_folder_for(File(entry.path), content.name)}"
            yield problem(path, 1, 1, Code.STRAY_FILE, message)
        elif not is_folder and _TEXT.search(entry.name):
            message = f"no record is read here; move the file into one of the folders {', '.join(FOLDERS)}"
            yield problem(path, 1, 1, Code.STRAY_FILE, message)


def _in_folder(folder: File, path: str, name: str) -> Iterator[Problem]:
    for entry in _entries(folder):
        at = f"{path}/{printable(entry.name)}"
        if entry.is_dir(follow_symlinks=False):
            # Called like a record, it is told where records are read.
            if not entry.name.endswith(".md") and _has_texts(File(entry.path)):
                message = f"no record is read from a folder inside {name}; move its files to {path}"
                yield problem(at, 1, 1, Code.STRAY_FILE, message)
        elif not entry.name.endswith(".md") and (_NEARLY_MD.search(entry.name) or _is_page(entry)):
            called = f"{_NEARLY_MD.sub('', entry.name)}.md"
            message = f"the name of a record ends in .md; call the file {called}"
            yield problem(at, 1, 1, Code.STRAY_FILE, message)
        elif not entry.name.endswith(".md") and _TEXT.search(entry.name) and name != "sources":
            called = f"{entry.name.partition('.')[0]}.md"
            message = (
                f"no record is read from such a file; save its text as {called}, or take the file elsewhere"
            )
            yield problem(at, 1, 1, Code.STRAY_FILE, message)


def _is_page(entry: os.DirEntry[str]) -> bool:
    """Whether a file without any ending begins as a record does."""
    if "." in entry.name or not entry.is_file():
        return False
    try:
        with open(entry.path, "rb") as file:  # noqa: PTH123 an entry of a folder
            return file.readline(8).rstrip() == b"---"
    except OSError:
        return False


def _in_authority(folder: File, path: str) -> Iterator[Problem]:
    for entry in _entries(folder):
        if entry.name in LISTS or not _TEXT.search(entry.name):
            continue
        stem = entry.name.partition(".")[0]
        close = closest(f"{SAID_OTHERWISE.get(stem.lower(), stem)}.yaml", LISTS, 0.75)
        advice = f"did you mean {close}?" if close else f"the lists are {', '.join(LISTS)}"
        message = f"no list is read from a file of this name; {advice}"
        yield problem(f"{path}/{printable(entry.name)}", 1, 1, Code.STRAY_FILE, message)


def _entries(folder: File) -> list[os.DirEntry[str]]:
    try:
        found = [one for one in os.scandir(folder) if not _LEFT_ALONE.match(one.name)]
    except OSError:
        return []
    return sorted(found, key=lambda one: one.name)


def _has_texts(folder: File) -> bool:
    return any(_TEXT.search(name) for _, _, names in os.walk(folder) for name in names)


def _folder_for(folder: File, content: str) -> str:
    """Where the files of a folder belong, as far as its name tells."""
    name = folder.name
    close = SAID_OTHERWISE.get(name.lower()) or closest(name, FOLDERS, 0.75)
    listed = next((one for one in LISTS if one.partition(".")[0] == name.lower()), "")
    if listed and not close:
        stem = next((as_id(one.stem) for one in sorted(folder.iterdir()) if _TEXT.search(one.name)), "")
        entry = f"- {{id: {stem or 'a-name'}, name: {(stem or 'a-name').replace('-', ' ').title()}}}"
        return f"each is a line of {content}/{AUTHORITY}/{listed}: {entry}"
    meant = f"did you mean {content}/{close}? The" if close else "the"
    return f"{meant} folders are {', '.join(FOLDERS)}; one that begins with _ is left alone"
