"""An entry put at the end of a log on disk."""

from __future__ import annotations

from pathlib import Path

from plugins.changes.log import Entry, lines_of


def keep(entry: Entry, log: Path) -> None:
    """Add the lines of an entry; the file is made where it is not there, and nothing in it is touched.

    A last line that an editor left without its end gets one, so that two lines never become one.
    """
    there = log.read_bytes() if log.is_file() else b""
    end = "\n" if there and not there.endswith(b"\n") else ""
    with log.open("a", encoding="utf-8", newline="\n") as lines:
        lines.write(end + lines_of(entry, is_first=not there.strip()))
