"""Files that contributors write, opened with care: nothing leads out of the archive, hangs or fills a build.

A folder, a pipe or a device in a record's place is a fault and not waited for, a file that is too long is not
read, and a link is followed only to a file of the same folder.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as File

from plugins.archive.errors import Code, Problem, problem

LONGEST_PAGE = 2_000_000
"""Bytes of a record with its page. No person's page comes near; a file beyond it is something else."""

LONGEST_LIST = 5_000_000
"""Bytes of a list of ``content/authority``: some thirty thousand short records or judgements."""

PICTURES = "images"
"""The folder of pictures in ``content/``."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Opening a pipe does not wait for whoever writes into it."""


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file by its name, where it is on disk, and as faults call it: relative to the archive.

    ``refused`` says why it may not be read; nothing for a file that may.
    """

    name: str
    file: str
    path: str
    refused: str = ""

    @property
    def stem(self) -> str:
        return self.name.rpartition(".")[0] or self.name


def folder_fault(content: File, folder: str) -> Iterator[Problem]:
    """A folder of records that is a link and leads out of the archive; none of its files is read."""
    if _leads_out(content / folder, content):
        message = "the link leads out of the archive; put the folder itself here"
        yield problem(f"{content.name}/{folder}", 1, 1, Code.UNREADABLE_FILE, message)


def files_of(content: File, folder: str, ending: str) -> list[ContentFile]:
    """What has an ending in a folder of the archive, by names in order; links to nothing are passed over.

    Empty for a folder that is not there, or leads out of the archive.
    """
    home = content / folder
    try:
        entries = [] if _leads_out(home, content) else list(os.scandir(home))
    except OSError:
        return []
    named = sorted((entry for entry in entries if entry.name.endswith(ending)), key=lambda entry: entry.name)
    return [
        ContentFile(
            entry.name,
            entry.path,
            f"{content.name}/{folder}/{printable(entry.name)}",
            why_not_followed(entry.path, home) if entry.is_symlink() else "",
        )
        for entry in named
        # Editors lock a file by a link to nothing beside it.
        if not (entry.is_symlink() and not os.path.exists(entry.path))  # noqa: PTH110 tells of broken links too
    ]


def file_of(content: File, folder: str, name: str) -> ContentFile:
    """One file of a folder of the archive, whether it is there or not."""
    home = content / folder
    refused = ""
    if _leads_out(home, content):
        refused = "the folder leads out of the archive"
    elif (home / name).is_symlink():
        refused = why_not_followed(home / name, home)
    return ContentFile(name, str(home / name), f"{content.name}/{folder}/{printable(name)}", refused)


def why_not_followed(link: str | File, home: File) -> str:
    """Why a link is not read; nothing for one to a file of its own folder."""
    return "the link leads out of its folder; put the file itself here" if _leads_out(link, home) else ""


def text_of(file: ContentFile, longest: int) -> tuple[str, list[Problem]]:
    """The text of a file; empty, with the fault, where it cannot be read."""
    if file.refused:
        return "", [problem(file.path, 1, 1, Code.UNREADABLE_FILE, file.refused)]
    data = _bytes_of(file, longest)
    if isinstance(data, Problem):
        return "", [data]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return "", [_no_text(file, data, fault.start, f"byte {data[fault.start]:#04x} is not UTF-8")]
    if b"\0" in data:
        return "", [_no_text(file, data, data.index(b"\0"), "a character NUL stands in no text")]
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    # One form of each letter, so that a name written on one system is found from another.
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text), []


def _no_text(file: ContentFile, data: bytes, at: int, message: str) -> Problem:
    line = data.count(b"\n", 0, at) + 1
    return problem(file.path, line, 1, Code.BAD_YAML, f"{message}; save the file as UTF-8")


def _bytes_of(file: ContentFile, longest: int) -> bytes | Problem:
    try:
        descriptor = os.open(file.file, _FLAGS)
        try:
            told = os.fstat(descriptor)
            return _refused(file.path, told, longest) or _read(descriptor, told.st_size, longest)
        finally:
            os.close(descriptor)
    except OSError as fault:
        message = f"the file cannot be opened ({fault.strerror}); chmod u+r {file.path}"
        return problem(file.path, 1, 1, Code.UNREADABLE_FILE, message)


def _read(descriptor: int, size: int, longest: int) -> bytes:
    """What a file holds, up to the longest that may be; the system may give it in parts.

    Python makes room for all that is asked for, so no more is asked for than the file is likely to have.
    """
    parts = []
    while longest > 0 and (part := os.read(descriptor, min(longest, size + 1))):
        parts.append(part)
        longest -= len(part)
    return b"".join(parts)


def _refused(path: str, told: os.stat_result, longest: int) -> Problem | None:
    if stat.S_ISDIR(told.st_mode):
        message = "a folder stands here in the place of a file; call it otherwise, or move what is in it"
        return problem(path, 1, 1, Code.UNREADABLE_FILE, message)
    if not stat.S_ISREG(told.st_mode):
        message = "this is a pipe or a device and no file; put a file here"
        return problem(path, 1, 1, Code.UNREADABLE_FILE, message)
    if told.st_size > longest:
        message = f"{told.st_size} bytes is no record; the longest that is read has {longest}"
        return problem(path, 1, 1, Code.BAD_YAML, message)
    return None


def _leads_out(link: str | File, home: File) -> bool:
    # Other than resolve(), this gives an answer for a link that leads to itself.
    return os.path.islink(link) and not File(os.path.realpath(link)).is_relative_to(os.path.realpath(home))  # noqa: PTH114 takes texts


def printable(name: str) -> str:
    """A file's name with what no line can show in it escaped."""
    if name.isprintable():
        return name
    name = os.fsencode(name).decode("utf-8", errors="backslashreplace")
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in name)
