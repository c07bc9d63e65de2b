"""One run of Pelican, in this process: settings of the project, with a build's own over them."""

from __future__ import annotations

import io
import locale
import logging
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stdout
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from commands.building_report import REFUSED
from commands.configured import own_settings
from commands.places import HERE, home_of
from plugins.archive.settings import Settings
from plugins.incremental.build import SETTING, Build
from plugins.incremental.collector import as_before
from plugins.incremental.progress import shown_on_terminal


def run_pelican(settings: Settings, output: Path, build: Build) -> None:
    """Make a whole site in an empty folder; complaints have gone to standard error when it cannot be made.

    Raises:
        Exit: a fault in the content, or an error; with status 1.
    """
    # A build that changes nothing does without Pelican, which takes a third of a second to load.
    from pelican import Pelican
    from pelican.log import init as log_errors_as_fatal
    from pelican.settings import read_settings

    said = io.StringIO()
    try:
        with (
            chdir(HERE),
            redirect_stdout(said),
            _all_files_copied(),
            _own_locale(),
            as_before(),
            shown_on_terminal(),
        ):
            log_errors_as_fatal(fatal="errors", name="pelican")
            Pelican(read_settings(str(HERE / "publishconf.py"), override=_own(settings, output, build))).run()
    except SystemExit as fault:
        _tell(said)
        raise Exit(REFUSED, 1) from fault
    except Exception as fault:
        _tell(said)
        # Jinja is there already; a build that changes nothing does without it.
        from commands.template_faults import told

        sys.stderr.write(f"{told(fault)}\n")
        raise Exit(REFUSED, 1) from fault
    # Pelican counts articles and pages, of which the archive has none; its warnings are worth showing.
    if "WARNING" in said.getvalue():
        _tell(said)


class _NoFileLeftOut(logging.Handler):
    """Raises what Pelican only warns of: a file that could not be copied, such as onto a full disk."""

    def emit(self, record: logging.LogRecord) -> None:
        if str(record.msg).startswith("A problem occurred copying file"):
            raise OSError(record.getMessage())


@contextmanager
def _all_files_copied() -> Iterator[None]:
    handler, logger = _NoFileLeftOut(logging.WARNING), logging.getLogger("pelican.utils")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


def _own(settings: Settings, output: Path, build: Build) -> dict[str, Any]:
    return {
        **own_settings(home_of(settings.content)),
        "PATH": str(settings.content),
        "OUTPUT_PATH": str(output),
        "EDITION": settings.edition.value,
        "LIBRARIES": [str(folder) for folder in settings.libraries],
        "KEEP_RESULTS": settings.cache is not None,
        "CACHE_PATH": str(settings.cache or ""),
        "PALETTE": str(settings.palette or ""),
        SETTING: build,
    }


@contextmanager
def _own_locale() -> Iterator[None]:
    """Pelican sets the locale of its settings, by which files would be read and written afterwards."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        yield
    finally:
        locale.setlocale(locale.LC_ALL, before)


def _tell(said: io.StringIO) -> None:
    sys.stderr.write(said.getvalue())
