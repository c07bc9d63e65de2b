"""How large the archive's own pictures are, so that a page keeps their room before they have come."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, UnidentifiedImageError

FOLDER = "images"
"""The folder of pictures, in ``content/`` and in a site."""


def sizes_of(content: Path) -> dict[str, tuple[int, int]]:
    """Width and height in pixels of each picture below ``content/images``, by its address from the root.

    Only the head of a file is read. One that is no picture, or of a form that nobody here can read, is left
    out: it is shown without its room being kept.
    """
    found = {}
    for file in sorted((content / FOLDER).rglob("*")):
        if file.is_file() and (size := _size(file)):
            found[file.relative_to(content).as_posix()] = size
    return found


def _size(file: Path) -> tuple[int, int] | None:
    try:
        with Image.open(file) as picture:
            return picture.size
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError):
        return None
