"""``invoke serve``: the site on this machine, built again when a file is saved, and the open page with it."""

from __future__ import annotations

import sys

from invoke.exceptions import Exit

from commands.building_basis import groups_of
from commands.configured import settings_of
from commands.places import OUTPUT, home_of, short
from commands.serving.builds import Built, Rebuilder, WaitingBuild
from commands.serving.desk import Desk
from commands.serving.server import serving
from commands.serving.watching import changes_below

HIGHEST_PORT = 65_535
"""Ports have 16 bits."""


def serve(port: str, edition: str, library: list[str] | None, content: str) -> None:
    """Build the site, serve it and build it again when files change, until somebody stops it.

    Faults that are there from the beginning do not end it: they are shown above the last good site, or in
    place of a site that has never been built.
    """
    if not port.isdecimal() or int(port) > HIGHEST_PORT:
        raise Exit(f"--port is {port!r}; it is a number up to {HIGHEST_PORT}, such as 8080", 2)
    settings = settings_of(library, content, edition)
    edition = settings.edition.value
    folder = home_of(content) / OUTPUT[edition]
    desk = Desk()

    def tell(built: Built) -> None:
        desk.tell(built)
        print(built.told, flush=True)

    given = [*(("--library", one) for one in library or ()), *([("--content", content)] if content else ())]
    options = ["--edition", edition, *(word for pair in given for word in pair)]
    print(f"Building {short(folder)} ...", flush=True)
    tell(WaitingBuild(options).built())
    rebuilder = Rebuilder(settings, folder, options, tell)
    try:
        with serving(folder, int(port), desk) as address:
            print(f"Serving {short(folder)} at {address} (stop with Ctrl-C)", flush=True)
            for files in changes_below(groups_of(settings).values()):
                rebuilder.changed(files)
    except KeyboardInterrupt:
        # A terminal has just shown ^C.
        print("\nStopped." if sys.stdout.isatty() else "Stopped.")
