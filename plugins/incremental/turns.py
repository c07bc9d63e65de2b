"""One build of a site at a time: whoever comes second waits, and says so."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.archive.errors import SettingFault

PATIENCE = 600.0
"""Seconds that a build waits for another one of the same site."""

_STEP = 0.1


@contextmanager
def turn_of(output: Path, patience: float = PATIENCE) -> Iterator[None]:
    """While the block runs, no other build of the same folder does, on this machine.

    The system ends a turn with its process, however that ends. On a system without such locks (Windows) turns
    are not kept.

    Raises:
        SettingFault: the other build was not done after ``patience`` seconds, or a file that is not ours
            stands where builds wait for each other.
    """
    try:
        import fcntl  # noqa: F401
    except ImportError:
        yield
        return
    lock = _opened(_lock_of(output))
    try:
        _wait(lock, output, patience)
        yield
    finally:
        os.close(lock)


def _lock_of(output: Path) -> Path:
    """A file that stands for the folder: among temporary files, as nothing of it is to be kept."""
    name = hashlib.sha256(os.fsencode(output)).hexdigest()[:24]
    return Path(tempfile.gettempdir()) / f"intertitle-{os.getuid()}-{name}.turn"


def _opened(file: Path) -> int:
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError as fault:
        told = f"{file}, where builds wait for each other, cannot be opened ({fault.strerror}); remove it"
        raise SettingFault(told) from fault


def _wait(lock: int, output: Path, patience: float) -> None:
    import fcntl

    waited, told = 0.0, False
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not told:
                sys.stderr.write(f"Another build of {output} is running; waiting for it ...\n")
                told = True
            if waited >= patience:
                message = (
                    f"another build of {output} is still running after {patience:.0f} s; try again later"
                )
                raise SettingFault(message) from None
            time.sleep(_STEP)
            waited += _STEP
        else:
            return
