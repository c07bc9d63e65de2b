"""How large the archive's own pictures are, so that a page keeps their room before they have come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FOLDER = "images"
"""The folder of pictures, in ``content/`` and in a site."""


def sizes_of(content: Path) -> dict[str, tuple[int, int]]:
    """Width and height in pixels of each picture below ``content/images``, by its address from the root.

    Only the head of a file is read. One that is no picture, or of a form that nobody here can read, is left
    out: it is shown without its room being kept.
    """
    return dict(_sizes([one for one in sorted((content / FOLDER).rglob("*")) if one.is_file()], content))


def _sizes(files: list[Path], content: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    if not files:
        return
    # Most archives have no pictures, and need not wait for what reads them.
    from PIL import Image

    for file in files:
        try:
            with Image.open(file) as picture:
                yield file.relative_to(content).as_posix(), picture.size
        except (OSError, ValueError, Image.DecompressionBombError):
            continue
