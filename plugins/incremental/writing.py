"""Files that a stage made as bytes, written below a folder."""

from __future__ import annotations

import os
from collections.abc import Mapping

from plugins.archive.errors import SettingFault


def write_files(folder: str, files: Mapping[str, bytes]) -> None:
    """Write each file at its path below ``folder``; what stood there is replaced.

    Raises:
        SettingFault: a path that leads out of the folder; nothing is written there.
    """
    home = os.path.abspath(folder)  # noqa: PTH100 as below: there are thousands of files
    for path, content in files.items():
        target = os.path.normpath(os.path.join(home, path))  # noqa: PTH118
        if not target.startswith(home + os.sep):
            raise SettingFault(f"{path} leads out of {home}")
        try:
            _write(target, content)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120
            _write(target, content)


def _write(target: str, content: bytes) -> None:
    with open(target, "wb") as file:  # noqa: PTH123
        file.write(content)
