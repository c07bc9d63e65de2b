"""One file of the index: a call that a classic script makes when it is loaded, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

Entry = TypeVar("Entry")

SHARD_BYTES = 64 * 1024
"""About how large a shard grows before the next begins. Smaller shards cost requests, larger ones
bytes that a query does not need; one page of results needs about two of them at this size."""


def encode_shard(name: str, value: dict[str, Any]) -> bytes:
    """The bytes of a shard: ``Intertitle.shards.receive("name",{...});``, UTF-8, one line.

    JSON is JavaScript, but for two line ends that older browsers refuse in a string.
    """
    text = encode(value).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'Intertitle.shards.receive("{name}",{text});\n'.encode()


def encode(value: Any) -> str:
    """JSON without spaces, keys in the order given, and no number that is not one."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def cut(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    """The entries in runs of about ``size`` bytes of JSON, in order; never an empty run."""
    run: list[Entry] = []
    filled = 0
    for entry in entries:
        length = len(encode(entry).encode())
        if run and filled + length > size:
            yield run
            run, filled = [], 0
        run.append(entry)
        filled += length
    if run:
        yield run
