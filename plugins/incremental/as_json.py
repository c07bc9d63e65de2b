"""JSON in the least time: what one build or process leaves for another, and data of which there is much."""

from __future__ import annotations

import json
from typing import Any

import orjson

_SPELT_OUT = b" "
"""What the JSON of Python's own library begins with here, so that it is read by it as well."""


def as_json(value: Any) -> bytes:
    """A value as UTF-8 without spaces. Tuples become lists; numbers that are none (NaN) become null.

    What is no UTF-8 is escaped, in ASCII.

    >>> as_json({"a": (1, "b")})
    b'{"a":[1,"b"]}'
    """
    try:
        return orjson.dumps(value)
    except TypeError:
        # It has no numbers of more than 64 bits, and no halves of surrogate pairs, as names of files may
        # hold that are no UTF-8.
        return _SPELT_OUT + json.dumps(value, separators=(",", ":")).encode("ascii")


def from_json(written: bytes) -> Any:
    """The value that ``as_json`` was given.

    Raises:
        ValueError: it is no JSON.
    """
    return json.loads(written) if written.startswith(_SPELT_OUT) else orjson.loads(written)
