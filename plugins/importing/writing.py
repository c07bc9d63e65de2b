"""The files of an import's plan, written one by one and each of them whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from plugins.archive.errors import SettingFault
from plugins.importing.plan import NewFile, Place, Plan


def write_plan(plan: Plan, content: Path, library: Path) -> None:
    """Write what a plan holds: originals first, so that no record ever pins what is not there.

    A file that is there with the same bytes is left alone, and so is one with other bytes.

    Raises:
        SettingFault: a file cannot be written, or has come to be there with other bytes since the plan was
            made. What was written before stays; calling the import again does the rest.
    """
    folders = {Place.LIBRARY: library, Place.SOURCES: content / "sources"}
    for entry in plan.entries:
        for file in entry.files:
            _write(folders[file.place], file)


def _write(folder: Path, file: NewFile) -> None:
    target = folder / file.name
    beside = folder / f".{file.name}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(target):
            if target.read_bytes() != file.data:
                raise SettingFault(f"{target} is there with other bytes; move it away and import again")
            return
        beside.write_bytes(file.data)
        beside.replace(target)
    except BaseException as fault:
        with suppress(OSError):
            beside.unlink()
        if not isinstance(fault, OSError):
            raise
        raise SettingFault(f"{target} cannot be written ({fault.strerror or fault})") from fault
