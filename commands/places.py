"""Where the archive and its sites are."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
"""The project's folder."""

OUTPUT = {"public": "output", "private": "output-private"}
"""The editions, and the folder below ``HERE`` that each is built into where a call names no other."""


def short(path: Path) -> str:
    """A path as one would type it here: relative where it lies below the current folder."""
    path = path.resolve()
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
