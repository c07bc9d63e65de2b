"""One build and the last one: which site stands, what is known of it, and what this build finds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.incremental.changeover import link
from plugins.incremental.made_files import MadeFiles
from plugins.incremental.progress import Timings
from plugins.incremental.stamps import stamps_below
from plugins.incremental.store import Store
from plugins.incremental.writing import write_files

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
        except (AttributeError, LookupError, TypeError, ValueError):
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

    def write(self, folder: Path, files: Mapping[str, bytes]) -> None:
        """Write files below a folder; those that stand in the last site with the same bytes stay.

        A new file costs more than a link, and much more soon after a site of thousands has been removed.

        Raises:
            SettingFault: a path that leads out of the folder.
        """
        keep = self.keeper(folder)
        write_files(str(folder), files, lambda path, content: self._had(path, content) and keep(path))

    def _had(self, path: str, content: bytes) -> bool:
        if self.last is None:
            return False
        old = self.last / path
        with suppress(OSError):
            return old.stat().st_size == len(content) and old.read_bytes() == content
        return False

    def keep_identical(self, folder: Path) -> None:
        """Put the last site's file in the place of each that came out with the same bytes."""
        if self.last is None:
            return
        last = stamps_below(self.last)
        for path, stamp in stamps_below(folder).items():
            # Most are the last site's own files.
            if path not in last or path in self.touched or stamp == last[path] or stamp[0] != last[path][0]:
                continue
            old, new = self.last / path, folder / path
            with suppress(OSError):
                if old.read_bytes() == new.read_bytes():
                    beside = new.with_name(f".{new.name}.last")
                    os.link(old, beside)
                    beside.replace(new)
