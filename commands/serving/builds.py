"""Builds while a site is served: in this process where only words have changed, else in one of their own."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from invoke.exceptions import Exit

from commands.building import built_without_pelican, pages_with_new_words
from commands.places import HERE
from plugins.archive.errors import ArchiveError
from plugins.archive.settings import Settings


@dataclass(frozen=True, slots=True)
class Built:
    """How a build ended: what it says, and the faults for which the last good site stays.

    ``is_new`` tells whether pages may have other bytes now. ``pages`` are shown in the place of the site's
    until the next build is done, by their addresses.
    """

    told: str
    faults: tuple[str, ...] = ()
    is_new: bool = True
    pages: Mapping[str, bytes] = field(default_factory=dict)


class Rebuilder:
    """Builds one site again and again, and tells each time what has become of it.

    What takes long is built by a thread, and once more if files have changed meanwhile; pages with new words
    are shown all the same.
    """

    def __init__(
        self, settings: Settings, folder: Path, options: list[str], tell: Callable[[Built], None]
    ) -> None:
        self._settings, self._folder, self._options, self._tell = settings, folder, options, tell
        self._lock = threading.Lock()
        self._is_building = self._is_due = False
        self._shown: Mapping[str, bytes] = {}

    def changed(self) -> None:
        """Files have changed: put words in their place, or show them and build."""
        if self._is_building or not self._reworded():
            self._show()
            self._build_soon()

    def _reworded(self) -> bool:
        began = time.perf_counter()
        # What is wrong, a whole build tells.
        with suppress(ArchiveError, OSError):
            report = built_without_pelican(self._settings, self._folder)
            if report is not None:
                told = f"{report.made} pages made anew in {time.perf_counter() - began:.2f} s"
                self._tell(Built(told, is_new=report.made > 0))
                return True
        return False

    def _show(self) -> None:
        """Tell of the pages that are nothing but reworded; that other pages follow from them takes longer."""
        began = time.perf_counter()
        with suppress(ArchiveError, OSError):
            if pages := pages_with_new_words(self._settings, self._folder):
                self._shown = pages
                told = (
                    f"{', '.join(pages)}: shown after {time.perf_counter() - began:.2f} s, the site follows"
                )
                self._tell(Built(told, pages=pages))

    def _build_soon(self) -> None:
        with self._lock:
            self._is_due = True
            if not self._is_building:
                self._is_building = True
                threading.Thread(target=self._build_until_done, daemon=True).start()

    def _build_until_done(self) -> None:
        while self._is_still_due():
            built = self.whole()
            shown = {} if built.faults else self._shown
            stands = bool(shown) and all(self._is_in_site(one, html) for one, html in shown.items())
            # What was shown meanwhile stays until the build that has it.
            pages = self._shown if self._is_due else {}
            self._tell(Built(built.told, built.faults, built.is_new and not stands, pages))

    def _is_still_due(self) -> bool:
        with self._lock:
            self._is_building, self._is_due = self._is_due, False
            return self._is_building

    def _is_in_site(self, address: str, html: bytes) -> bool:
        with suppress(OSError):
            return (self._folder / address).read_bytes() == html
        return False

    def whole(self) -> Built:
        """A build in a process of its own: Pelican changes what it is given, and code may have changed.

        Raises:
            Exit: the call itself is at fault; with status 2.
        """
        command = [sys.executable, "-m", "invoke", "build", *self._options]
        done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode == 0:
            return Built(done.stdout.partition("\n")[0])
        if done.returncode == 2:
            raise Exit(done.stderr.strip(), 2)
        said = tuple(line for line in done.stderr.splitlines() if line.strip())
        return Built("\n".join(said), said, is_new=False)
