"""The open data of a built site, read as docs/data.md says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

VERSIONS = {"disagreements.json": 2}
"""The versions of the data's shape that these tests know; 1 for a file that is not named."""


def read(site: Path, name: str) -> list[dict[str, Any]]:
    """The records of one file of ``data/``, in their order."""
    text = (site / "data" / name).read_text("utf-8")
    if name.endswith(".jsonl"):
        head, *records = [json.loads(line) for line in text.splitlines()]
        assert head["version"] == VERSIONS.get(name, 1)
        return records
    whole = json.loads(text)
    assert whole["version"] == VERSIONS.get(name, 1)
    (records,) = [value for value in whole.values() if isinstance(value, list)]
    return list(records)
