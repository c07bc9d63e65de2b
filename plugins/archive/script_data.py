"""A value as JSON that a classic script may hold, as files do that pages load from a disk."""

from __future__ import annotations

import json
from typing import Any

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def script_data(value: Any) -> str:
    """The value in JSON without blanks, which is JavaScript but for two signs.

    These older browsers take for ends of lines, also in a string; they are escaped.

    >>> script_data({"fog": ["a\\u2028b"]})
    '{"fog":["a\\\\u2028b"]}'
    """
    return _ENCODER.encode(value).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
