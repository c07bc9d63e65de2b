"""One build and the last one: which site stands, what is known of it, and what this build finds."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.incremental.changeover import link
from plugins.incremental.made_files import MadeFiles
from plugins.incremental.progress import Timings
from plugins.incremental.store import Store

SETTING = "INTERTITLE_BUILD"
"""The name among Pelican's settings under which ``invoke build`` hands its ``Build`` on."""

FILES = "files"
"""Under which a store keeps how files were made."""


@dataclass(frozen=True, slots=True)
class Build:
    """A build as the plugins see it.

    ``basis`` is the digest of settings, code and theme. ``last`` is the folder of the last good site and
    ``known`` what is known of it; ``touched`` are its files that somebody has changed since. ``found`` is for
    what the next build shall know. Without a last site everything is made, and nothing is kept.
    """

    basis: str = ""
    last: Path | None = None
    known: Store | None = None
    found: Store | None = None
    touched: frozenset[str] = frozenset()
    timings: Timings = field(default_factory=Timings)

    @classmethod
    def of_settings(cls, settings: Mapping[str, Any]) -> Build:
        """The build of ``invoke build``; one of its own where Pelican was called by itself."""
        return settings.get(SETTING) or cls()

    @property
    def made(self) -> MadeFiles:
        """How the files of the last site were made."""
        written = self.known.get(FILES) if self.known else None
        try:
            return MadeFiles.from_bytes(written) if written else MadeFiles()
        except (LookupError, TypeError, ValueError):
            # Another version of this program wrote it in another form.
            return MadeFiles()

    def recalled(self, names: Iterable[str]) -> dict[str, bytes]:
        """What the last build has kept under some names."""
        return self.known.several(names) if self.known else {}

    def remember(self, values: Mapping[str, bytes]) -> None:
        """Keep values for the next build."""
        if self.found:
            self.found.update(values)

    def keeper(self, folder: Path) -> Callable[[str], bool]:
        """What takes a file of the last site over into a folder and tells whether it could."""
        if self.last is None:
            return lambda _: False
        last, made = str(self.last), set[str]()

        def keep(path: str) -> bool:
            if path in self.touched:
                return False
            target = f"{folder}/{path}"
            if (home := os.path.dirname(target)) not in made:  # noqa: PTH120 thousands of times
                os.makedirs(home, exist_ok=True)  # noqa: PTH103
                made.add(home)
            return link(f"{last}/{path}", target)

        return keep

    def keep_identical(self, folder: Path) -> None:
        """Put the last site's file in the place of each that came out with the same bytes."""
        if self.last is None:
            return
        for new in folder.rglob("*"):
            path = new.relative_to(folder).as_posix()
            old = self.last / path
            if path in self.touched:
                continue
            if new.is_file() and old.is_file() and not new.samefile(old) and _same(old, new):
                with suppress(OSError):
                    beside = new.with_name(f".{new.name}.last")
                    os.link(old, beside)
                    beside.replace(new)


def _same(one: Path, other: Path) -> bool:
    filecmp.clear_cache()
    return filecmp.cmp(one, other, shallow=False)
