"""Records as JSON, one after another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plugins.incremental.as_json import as_json


def one_after_another(rows: Iterable[Any], between: bytes) -> bytes:
    """The rows as JSON with something between them, made as they are gone through: none is held.

    >>> one_after_another([{"a": 1}, {"a": 2}], b";")
    b'{"a":1};{"a":2}'
    """
    written = bytearray()
    for row in rows:
        if written:
            written += between
        written += as_json(row)
    return bytes(written)
