"""A build whose process is there before it is wanted: what builds import is read, and a line lets it begin.

To import takes longer than all that a build of a small archive does for a new page. ``invoke serve`` has such
a process beside it (``serving/builds.py``).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from invoke.main import program

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
    """``invoke build`` with these options, after a line on standard input; nothing where that ends before."""
    # What cannot be imported, the build itself tells, or never asks for.
    with suppress(Exception):
        for plugin in configuration("publishconf")["PLUGINS"]:
            with suppress(ImportError):
                import_module(f"{plugin}.plugin")
        for name in _MAKING:
            import_module(name)
    if sys.stdin.readline():
        program.run(["invoke", "build", *options])


if __name__ == "__main__":
    main(sys.argv[1:])
