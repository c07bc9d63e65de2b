"""Files that a stage made as bytes, written below a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plugins.archive.errors import SettingFault


def write_files(folder: str, files: Mapping[str, bytes]) -> None:
    """Write each file at its path below ``folder``; what stood there is replaced.

    Raises:
        SettingFault: a path that leads out of the folder; nothing is written there.
    """
    home = Path(folder).resolve()
    for path, content in files.items():
        target = (home / path).resolve()
        if home not in target.parents:
            raise SettingFault(f"{path} leads out of {home}")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
