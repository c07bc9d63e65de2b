"""Styles and scripts of a theme as a site sends them: without what only people need, comments and blanks."""

from __future__ import annotations

from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

PALETTE = "css/palette.css"
"""Where pages find the archive's own colours, below the folder of the theme."""


def bring_palette(palette: str, folder: Path) -> None:
    """Put the archive's own colours beside the theme's; without any there is no such file."""
    if palette:
        folder.joinpath(PALETTE).write_bytes(Path(palette).read_bytes())


def shorten(folder: Path) -> None:
    """Write every stylesheet and script below a folder shorter; what it says stays. Links are not followed.

    A theme's own styles are a sixth shorter as they are sent, and no page can be drawn before they have come;
    its scripts are shorter by a third.
    """
    for file in sorted(folder.rglob("*")):
        shorter = _SHORTER.get(file.suffix)
        if shorter and file.is_file() and not file.is_symlink():
            file.write_text(f"{shorter(file.read_text('utf-8'))}\n", "utf-8")


_SHORTER = {".css": cssmin, ".js": jsmin}
