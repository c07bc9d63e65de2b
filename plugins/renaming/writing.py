"""A renaming carried out: every new text lies beside its place before the first takes it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from plugins.archive.errors import SettingFault
from plugins.renaming.plan import Renaming


def carry_out(renaming: Renaming, content: Path) -> None:
    """Write and move the files of a content folder.

    Raises:
        SettingFault: a file cannot be written; nothing has changed then, unless a disk fails between two
            renames of files that are written already.
    """
    came_from = {new: old for old, new in renaming.moved.items()}
    waiting: dict[Path, Path] = {}
    try:
        for name, text in renaming.texts.items():
            beside = content / f"{name}.part"
            waiting[beside] = content / name
            beside.write_bytes(text.encode("utf-8"))
            beside.chmod((content / came_from.get(name, name)).stat().st_mode)
    except OSError as fault:
        for beside in waiting:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        raise SettingFault(f"{fault}; nothing was changed") from fault
    for old, new in renaming.moved.items():
        (content / old).rename(content / new)
    for beside, place in waiting.items():
        beside.replace(place)
