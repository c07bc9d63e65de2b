"""Makes our index after an edit, in a process that has the edited page alone.

``python -m benchmarks.search_edit PAGE STATE LAST OUTPUT`` reads the fields of a page from a file, takes
all else from what a whole export has left in the folder ``STATE``, and writes the files below ``OUTPUT``.
``LAST`` is the build of that export. What it takes is measured from outside, imports included.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from plugins.search_index.edit import export_edit
from plugins.search_index.page import SearchPage


def make(page: Path, state: Path, last: str, output: Path) -> None:
    """Write the files of the index with this page as it is now.

    Raises:
        RuntimeError: this edit takes a whole export.
    """
    told = json.loads(page.read_text("utf-8"))
    fields: dict[str, Any] = {key: tuple(one) if isinstance(one, list) else one for key, one in told.items()}
    changed = SearchPage(**fields)
    files = export_edit(state, [changed], last)
    if files is None:
        raise RuntimeError(f"the edit of {changed.url} takes a whole export")
    for folder in {(output / name).parent for name in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (output / name).write_bytes(data)


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
