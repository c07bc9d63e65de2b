"""A build is made beside the last good site and takes its place at the end, or not at all."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.archive.errors import SettingFault

MARK = ".intertitle"
"""The file that shows that a folder is a site of ours, which the next build may replace."""


@contextmanager
def beside(output: Path, edition: str = "public") -> Iterator[Path]:
    """A new folder next to ``output`` that replaces it when the block ends without an exception.

    Until then ``output`` is untouched; after an exception the new folder is gone and ``output`` stays.

    Raises:
        SettingFault: ``output`` is a file, or a folder that holds something other than a site or a site
            of another edition, or lies in something that is no folder.
    """
    output = output.resolve()
    _refuse_foreign(output, edition)
    _make_room(output.parent)
    new = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    try:
        new.chmod(0o755)
        yield new
        (new / MARK).write_text(_mark(edition), "utf-8")
        _replace(output, new)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _mark(edition: str) -> str:
    return f"The {edition} edition, built by Intertitle. The next build of it replaces this folder.\n"


def _edition_of(output: Path) -> str | None:
    """The edition that a site's mark names, or None for a mark that names none."""
    named = re.match(r"The (\w+) edition", (output / MARK).read_text("utf-8", errors="replace"))
    return named[1] if named else None


def _refuse_foreign(output: Path, edition: str) -> None:
    if output.is_file():
        raise SettingFault(f"{output} is a file; name a folder for the site")
    if output.is_dir() and any(output.iterdir()) and not (output / MARK).is_file():
        raise SettingFault(
            f"{output} holds something that no build of ours made, and a build would replace it; "
            "name another folder, or empty this one"
        )
    if (output / MARK).is_file() and _edition_of(output) not in {edition, None}:
        raise SettingFault(f"{output} holds another edition than the {edition} one; name another folder")


def _make_room(parent: Path) -> None:
    try:
        parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as fault:
        raise SettingFault(f"{parent} cannot be a folder, a file stands in its way; name another") from fault


def _replace(output: Path, new: Path) -> None:
    if not output.exists():
        new.rename(output)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{output.name}-old-", dir=output.parent))
    output.rename(old / output.name)
    try:
        new.rename(output)
    except OSError:
        (old / output.name).rename(output)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
