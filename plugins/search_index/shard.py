"""One file of the index: a call that a classic script makes when it is loaded, and nothing else."""

from __future__ import annotations

import json
from codecs import BOM_UTF16_LE
from typing import Any


def encode_shard(name: str, build: str, value: str) -> bytes:
    """The bytes of a shard: ``Intertitle.shards.receive("name",{"build":...});``, one line.

    ``value`` is an object as JSON; ``build`` becomes its first key. It must have another.

    UTF-8, or UTF-16 with a byte order mark where that takes less, as packed characters take two bytes there
    and three in UTF-8. The mark outranks whatever a host says of its scripts (Encoding Standard, "decode").
    JSON is JavaScript, but for two line ends that older browsers refuse in a string.
    """
    text = value.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    call = f'Intertitle.shards.receive("{name}",{{"build":"{build}",{text[1:]});\n'
    return min(call.encode(), BOM_UTF16_LE + call.encode("utf-16-le"), key=len)


def encode(value: Any) -> str:
    """JSON without spaces, keys in the order given, and no number that is not one."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
