"""Where an archive and its sites are."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
"""The project's folder, which is that of its own archive."""

SETTINGS = "pelicanconf.py"
"""The settings in an archive's folder: all of them in the project's, in another one what differs there."""

OUTPUT = {"public": "output", "private": "output-private"}
"""The editions, and the folder of the archive that each is built into where a call names no other."""


def home_of(content: str | Path) -> Path:
    """The folder of the archive that a folder of records belongs to: of its settings, originals and sites.

    It is the one around the records where that has settings; else, and for no folder, the project's.
    """
    around = Path(content).resolve().parent
    return around if content and (around / SETTINGS).is_file() else HERE


def short(path: Path) -> str:
    """A path as one would type it here: relative where it lies below the current folder."""
    path = path.resolve()
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
