"""A build whose process is there before it is wanted: what builds import is read, and a line lets it begin.

To import takes longer than all that a build of a small archive does for a new page. ``invoke serve`` starts
such a process after each build.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from commands.building_basis import state_of_code
from commands.configured import configuration

_MAKING = (
    "commands.rewording",
    "commands.whole_build",
    "edtf",
    "pelican",
    "plugins.entity_pages.findable",
    "plugins.entity_pages.pages",
    "plugins.entity_pages.telling_state",
    "plugins.search_index.export",
    "whoosh.codec.whoosh3",
)
"""What a build imports besides its plugins, which otherwise wait until they are needed."""


def main(options: Sequence[str]) -> None:
    """``invoke build`` with these options, after a line on standard input; nothing where that ends before.

    Code that has changed meanwhile is read anew: the build would be another one than it takes itself for.
    """
    before = state_of_code()
    for name in (*_MAKING, *(f"{plugin}.plugin" for plugin in configuration("publishconf")["PLUGINS"])):
        import_module(name)
    if not sys.stdin.readline():
        return
    words = ["build", *options]
    if state_of_code() != before:
        os.execv(sys.executable, [sys.executable, "-m", "invoke", *words])  # noqa: S606 our own words
    from invoke.main import program

    program.run(["invoke", *words])


if __name__ == "__main__":
    main(sys.argv[1:])
