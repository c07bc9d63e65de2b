"""Stylesheets as a site sends them: without comments and without the blanks that only people need."""

from __future__ import annotations

from pathlib import Path

from rcssmin import cssmin

PALETTE = "css/palette.css"
"""Where pages find the archive's own colours, below the folder of the theme."""


def bring_palette(palette: str, folder: Path) -> None:
    """Put the archive's own colours beside the theme's; without any there is no such file."""
    if palette:
        folder.joinpath(PALETTE).write_bytes(Path(palette).read_bytes())


def shorten_styles(folder: Path) -> None:
    """Write every stylesheet below a folder shorter; what it says stays. Links are not followed.

    A theme's own are a sixth shorter as they are sent, and no page can be drawn before they have come.
    """
    for file in sorted(folder.rglob("*.css")):
        if file.is_file() and not file.is_symlink():
            file.write_text(f"{cssmin(file.read_text('utf-8'))}\n", "utf-8")
