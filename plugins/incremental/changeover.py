"""A build is made beside the last good site and takes its place at the end, or not at all."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Container, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plugins.archive.errors import SettingFault
from plugins.incremental.stamps import LEFT_OUT

MARK = ".intertitle"
"""The file that shows that a folder is a site of ours, which the next build may replace."""


@contextmanager
def beside(output: Path, edition: str = "public") -> Iterator[Path]:
    """A new folder next to ``output`` that replaces it when the block ends without an exception.

    Until then ``output`` is untouched; after an exception the new folder is gone and ``output`` stays.
    Folders that killed builds have left are removed; so call it when it is your turn (``turn_of``).

    Raises:
        SettingFault: ``output`` is a file, or a folder that holds something other than a site or a site
            of another edition, or lies in something that is no folder or may not be written.
    """
    output = output.resolve()
    refuse_foreign(output, edition)
    _make_room(output.parent)
    _remove_left(output)
    new = _folder_beside(output)
    try:
        new.chmod(0o755)
        yield new
        # A mark that is there is linked to the last site's, and stays the file that is known of.
        if not (new / MARK).is_file():
            (new / MARK).write_text(_mark(edition), "utf-8")
        take_place(output, new)
    finally:
        shutil.rmtree(new, ignore_errors=True)


@contextmanager
def again(output: Path, edition: str = "public", but: Container[str] = ()) -> Iterator[Path]:
    """As ``beside``, but the new folder has all files of the last site already, ``but`` those at some paths.

    They are links: whoever writes into one changes the last site.
    """
    with beside(output, edition) as new:
        _link_all(str(output.resolve()), str(new), "", but)
        yield new


def _link_all(source: str, target: str, before: str, but: Container[str]) -> None:
    for entry in list(os.scandir(source)):
        path = f"{before}{entry.name}"
        if entry.name in LEFT_OUT:
            continue
        if entry.is_dir(follow_symlinks=False):
            os.mkdir(f"{target}/{entry.name}")  # noqa: PTH102 thousands of times
            _link_all(entry.path, f"{target}/{entry.name}", f"{path}/", but)
        elif path not in but and not link(entry.path, f"{target}/{entry.name}"):
            raise OSError(f"{entry.path} cannot be taken over")


def link(source: str, target: str) -> bool:
    """Make a file stand at a second place too, as a copy where the system has no links; False without it."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        return False
    except OSError:
        try:
            shutil.copy2(source, target)
        except OSError:
            return False
    return True


def refuse_foreign(output: Path, edition: str) -> None:
    """Make sure that a build may replace what stands at ``output``.

    Raises:
        SettingFault: it is a file, the root of a disk, or holds something other than a site of that edition.
    """
    if output.exists() and not output.is_dir():
        raise SettingFault(f"{output} is a file; name a folder for the site")
    if os.path.ismount(output):
        raise SettingFault(f"{output} is a mount point, which no folder can replace; name one below it")
    if output.is_dir() and any(output.iterdir()) and not (output / MARK).is_file():
        raise SettingFault(
            f"{output} holds something that no build of ours made, and a build would replace it; "
            "name another folder, or empty this one"
        )
    if (output / MARK).is_file() and _edition_of(output) not in {edition, None}:
        raise SettingFault(f"{output} holds another edition than the {edition} one; name another folder")


def take_place(output: Path, new: Path) -> None:
    """Put a finished site in the place of the last one; ``new`` is afterwards where that one is, or nothing.

    In one step where the system can exchange two names (Linux, macOS): there is a whole site at any moment.
    Elsewhere in two, and the last site comes back if the second fails.
    """
    if not output.exists():
        new.rename(output)
    elif not _exchanged(output, new):
        aside = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent)) / output.name
        output.rename(aside)
        try:
            new.rename(output)
        except OSError:
            aside.rename(output)
            raise
        finally:
            shutil.rmtree(aside.parent, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders have exchanged their names: renameat2(2) of Linux, renamex_np(2) of macOS."""
    with suppress(OSError, AttributeError):
        system = ctypes.CDLL(None, use_errno=True)
        paths = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*paths, 2) == 0)
        here = -100  # AT_FDCWD: paths are absolute
        return bool(system.renameat2(here, paths[0], here, paths[1], 2) == 0)
    return False


def _mark(edition: str) -> str:
    return f"The {edition} edition, built by Intertitle. The next build of it replaces this folder.\n"


def _edition_of(output: Path) -> str | None:
    """The edition that a site's mark names, or None for a mark that names none."""
    named = re.match(r"The (\w+) edition", (output / MARK).read_text("utf-8", errors="replace"))
    return named[1] if named else None


def _make_room(parent: Path) -> None:
    try:
        parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as fault:
        raise SettingFault(f"{parent} cannot be a folder, a file stands in its way; name another") from fault
    except OSError as fault:
        raise SettingFault(f"{parent} cannot be made ({fault.strerror}); name another folder") from fault


def _folder_beside(output: Path) -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    except OSError as fault:
        told = f"nothing can be written into {output.parent} ({fault.strerror}); the last good site stays"
        raise SettingFault(told) from fault


def _remove_left(output: Path) -> None:
    """Remove what builds that were killed have left: nobody else has a turn now."""
    # Of `output` alone: `.output-private-...` is where another edition may be in the making.
    named = re.compile(rf"\.{re.escape(output.name)}-[a-z0-9_]{{8}}")
    for left in output.parent.iterdir():
        if named.fullmatch(left.name) and left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
