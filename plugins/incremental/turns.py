"""One build of a site at a time: whoever comes second waits, and says so."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plugins.archive.errors import SettingFault

PATIENCE = 600.0
"""Seconds that a build waits for another one of the same site."""

_STEP = 0.1


@contextmanager
def turn_of(output: Path, patience: float = PATIENCE) -> Iterator[None]:
    """While the block runs, no other build of the same folder does, on this machine or in a container of it.

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
    file = _lock_of(output)
    lock = _taken(file, output, patience)
    try:
        yield
    finally:
        # While it is held: whoever waits sees then that it stands for nothing any more, and opens another.
        with suppress(OSError):
            file.unlink()
        os.close(lock)


def _lock_of(output: Path) -> Path:
    """A file that stands for the folder, beside it: all see it, whatever their folders for temporary files.

    Where nobody may write, nobody can build, and it is one among temporary files.
    """
    beside = output.parent / f".{output.name}.turn"
    with suppress(OSError):
        output.parent.mkdir(parents=True, exist_ok=True)
    if beside.exists() or os.access(output.parent, os.W_OK):
        return beside
    name = hashlib.sha256(os.fsencode(output)).hexdigest()[:24]
    return Path(tempfile.gettempdir()) / f"intertitle-{os.getuid()}-{name}.turn"


def _taken(file: Path, output: Path, patience: float) -> int:
    """The file, locked by this process and still in its place."""
    while True:
        lock = _opened(file)
        try:
            _wait(lock, output, patience)
            if os.fstat(lock).st_nlink:
                return lock
        except BaseException:
            os.close(lock)
            raise
        os.close(lock)


def _opened(file: Path) -> int:
    try:
        return os.open(file, os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW, 0o644)
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
