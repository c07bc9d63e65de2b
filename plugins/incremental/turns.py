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
    """While the block runs, no other build of the same folder does.

    The system ends a turn with its process, however that ends. Where it has no such locks (Windows), or the
    disk has none and the other build has other temporary files, turns are not kept.

    Raises:
        SettingFault: the other build was not done after ``patience`` seconds, or a file that is not ours
            stands where builds wait for each other.
    """
    try:
        import fcntl  # noqa: F401
    except ImportError:
        yield
        return
    file, lock = _taken(output, patience)
    try:
        yield
    finally:
        # While it is held: whoever waits sees then that it stands for nothing any more, and opens another.
        with suppress(OSError):
            if _stands_at(file, lock):
                file.unlink()
        os.close(lock)


def _taken(output: Path, patience: float) -> tuple[Path, int]:
    """The file that stands for the folder, locked by this process."""
    waited, told, file = 0.0, False, _lock_of(output)
    while True:
        lock, is_taken = _opened(file), False
        try:
            is_taken = _is_locked(lock) and _stands_at(file, lock)
            if is_taken:
                return file, lock
        except OSError:
            # A disk that knows no locks: those of the folder for temporary files are better than none.
            if file == _among_temporary(output):
                raise
            file = _among_temporary(output)
            continue
        finally:
            if not is_taken:
                os.close(lock)
        if not told:
            sys.stderr.write(f"Another build of {output} is running; waiting for it ...\n")
            told = True
        if waited >= patience:
            raise SettingFault(
                f"another build of {output} is still running after {patience:.0f} s; try again later"
            )
        time.sleep(_STEP)
        waited += _STEP


def _lock_of(output: Path) -> Path:
    """Beside the folder, where all see it, whatever their folders for temporary files.

    Where nobody may write, nobody can build, and it is one among temporary files.
    """
    with suppress(OSError):
        output.parent.mkdir(parents=True, exist_ok=True)
    beside = output.parent / f".{output.name}.turn"
    if output.parent.is_dir() and (beside.exists() or os.access(output.parent, os.W_OK)):
        return beside
    return _among_temporary(output)


def _among_temporary(output: Path) -> Path:
    name = hashlib.sha256(os.fsencode(output)).hexdigest()[:24]
    return Path(tempfile.gettempdir()) / f"intertitle-{os.getuid()}-{name}.turn"


def _opened(file: Path) -> int:
    try:
        # Network disks lock for writing only what is open for writing.
        return os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    except OSError as fault:
        # Another user's, or on a disk that can only be read: to wait for it, reading is enough on most disks.
        if file.is_file() and not file.is_symlink():
            with suppress(OSError):
                return os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
            told = f"{file} is another user's, whose build of the same site may be running; try again later"
        else:
            told = f"{file}, where builds wait for each other, cannot be opened ({fault.strerror}); remove it"
        raise SettingFault(told) from fault


def _is_locked(lock: int) -> bool:
    """Lock it, if nobody else has; whether that was so.

    Raises:
        OSError: the disk knows no locks.
    """
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _stands_at(file: Path, lock: int) -> bool:
    """Whether a file that was opened is still the one in its place: whoever had it before has removed it."""
    try:
        return os.path.samestat(os.fstat(lock), file.lstat())
    except OSError:
        return False
