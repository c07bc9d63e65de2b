"""Builds while a site is served: in this process where only words have changed, else in one that waits."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from invoke.exceptions import Exit

from commands.building import built_without_pelican, known_of
from commands.building_basis import state_of_code, state_of_programs
from commands.building_report import REFUSED
from commands.places import HERE
from commands.rewording import reworded_pages
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

    A page's new words are shown at once. A thread puts them into the site, with all that follows from them,
    and does so once more if files have changed meanwhile.
    """

    def __init__(
        self, settings: Settings, folder: Path, options: list[str], tell: Callable[[Built], None]
    ) -> None:
        self._settings, self._folder, self._options, self._tell = settings, folder, options, tell
        self._lock = threading.Lock()
        self._is_building = self._is_due = False
        self._known = known_of(settings, folder)
        self._shown: dict[str, bytes] = {}
        self._programs = state_of_programs()
        self._next = WaitingBuild(options)

    def changed(self, files: Sequence[Path]) -> None:
        """Files have changed: show what can be shown of them, and build."""
        with self._lock:
            self._is_due = True
            self._show(files)
            if not self._is_building:
                self._is_building = True
                threading.Thread(target=self._build_until_done, daemon=True).start()

    def _show(self, files: Sequence[Path]) -> None:
        """Tell of pages that are nothing but reworded. Every other file is read by a build alone."""
        began = time.perf_counter()
        if state_of_programs() != self._programs:
            return
        # What is wrong, a build tells. A file of another folder is in no page.
        with suppress(ArchiveError, Exit, OSError, ValueError):
            if self._known and (pages := reworded_pages(self._settings, self._folder, *self._known, files)):
                self._shown |= pages
                seconds = f"{time.perf_counter() - began:.2f} s"
                told = f"{', '.join(pages)}: shown after {seconds}, the site follows"
                self._tell(Built(told, pages=dict(self._shown)))

    def _build_until_done(self) -> None:
        try:
            self._build_while_due()
        except BaseException:
            # Whatever has ended this, the next change is built.
            with self._lock:
                self._is_building = False
            raise

    def _build_while_due(self) -> None:
        while self._is_still_due():
            built = self._reworded() or self._whole()
            # Nobody is shown anything between what is told of a build and what it is told from.
            with self._lock:
                self._known = known_of(self._settings, self._folder)
                shown = self._shown
                if not self._is_due:
                    # What was shown meanwhile stays until the build that has it.
                    self._shown = {}
                is_new = not all(self._is_in_site(*one) for one in shown.items()) if shown else built.is_new
                self._tell(Built(built.told, built.faults, is_new, dict(self._shown)))

    def _is_still_due(self) -> bool:
        with self._lock:
            self._is_building, self._is_due = self._is_due, False
            return self._is_building

    def _is_in_site(self, address: str, html: bytes) -> bool:
        with suppress(OSError):
            return (self._folder / address).read_bytes() == html
        return False

    def _whole(self) -> Built:
        try:
            return self._next.built()
        except Exit as fault:
            # A folder or a setting is gone that was there when serving began.
            said = fault.message or ""
            return Built(said, tuple(said.splitlines()), is_new=False)
        finally:
            self._next = WaitingBuild(self._options)

    def _reworded(self) -> Built | None:
        """Words put in their place in this process; None where there is more to be done.

        Once code is edited, this process has the old one: another process does it.
        """
        began = time.perf_counter()
        if state_of_programs() != self._programs:
            return None
        with suppress(ArchiveError, Exit, OSError):
            report = built_without_pelican(self._settings, self._folder)
            if report is not None:
                told = f"{report.made} pages made anew in {time.perf_counter() - began:.2f} s"
                return Built(told, is_new=report.made > 0)
        return None


class WaitingBuild:
    """A build in a process of its own, which imports while nobody waits for it.

    Pelican changes what it is given, and code may change: so each build has another process. It ends when
    this one does.
    """

    def __init__(self, options: Sequence[str]) -> None:
        self._options = options
        self._start()

    def built(self) -> Built:
        """Let it begin now, with the code as it is now, and tell how it ends.

        Raises:
            Exit: the call itself is at fault; with status 2.
        """
        if self.process.poll() is not None or state_of_code() != self._code:
            # It has read other code than it would take for its own, or died of code half written.
            self.end()
            self._start()
        said, complaints = self.process.communicate("\n")
        if self.process.returncode == 0:
            return Built(said.partition("\n")[0])
        if self.process.returncode == 2:
            raise Exit(complaints.strip(), 2)
        lines = [line for line in complaints.splitlines() if line.strip()]
        # That the last good site stays is no fault: the page says so by itself.
        return Built("\n".join(lines), tuple(one for one in lines if one != REFUSED), is_new=False)

    def end(self) -> None:
        """Let it end now, without a build."""
        self.process.kill()
        self.process.communicate()

    def _start(self) -> None:
        # First: what is edited while the process reads it is another state in any case.
        self._code = state_of_code()
        command = [sys.executable, "-m", "commands.waiting_build", *self._options]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(  # noqa: S603 our own words
            command, cwd=HERE, stdin=pipe, stdout=pipe, stderr=pipe, text=True
        )
