"""One file of the index: a call that a classic script makes when it is loaded, and nothing else."""

from __future__ import annotations

import hashlib
import json
from codecs import BOM_UTF16_LE
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.archive.script_data import script_data

_WIDE = "utf-16-le"


@dataclass(frozen=True, slots=True)
class Tail:
    """All of a file but its name and build: ``data``, in UTF-16 if it is ``wide``, in UTF-8 otherwise.

    ``other`` is how many bytes the same takes in the other of the two; ``digest`` is the sha256 of the text.
    """

    data: bytes
    wide: bool
    other: int
    digest: str

    @property
    def text(self) -> str:
        """What stands there."""
        return self.data.decode(_WIDE if self.wide else "utf-8")


def tail_of(value: Any) -> Tail:
    """The end of a file that holds this object; it must have a key."""
    return _tail(f"{script_data(value)[1:]});\n")


def _tail(text: str) -> Tail:
    narrow, wide = text.encode(), text.encode(_WIDE)
    short, long = sorted((narrow, wide), key=len)
    return Tail(short, short is wide, len(long), hashlib.sha256(narrow).hexdigest())


def build_of(tails: Mapping[str, Tail]) -> str:
    """What tells one index from another: 8 hex digits of a sha256 over all that its files hold."""
    told = "\n".join(f"{name} {tails[name].digest}" for name in sorted(tails))
    return hashlib.sha256(told.encode()).hexdigest()[:8]


def encode_shard(name: str, build: str, tail: Tail) -> bytes:
    """The bytes of a shard: ``Intertitle.shards.receive("name",{"build":...});``, one line.

    UTF-8, or UTF-16 with a byte order mark where that takes less, as packed characters take two bytes there
    and three in UTF-8. The mark outranks whatever a host says of its scripts (Encoding Standard, "decode").
    """
    head = f'Intertitle.shards.receive("{name}",{{"build":"{build}",'
    sizes = (tail.other, len(tail.data)) if tail.wide else (len(tail.data), tail.other)
    wide = len(BOM_UTF16_LE) + 2 * len(head) + sizes[1] < len(head) + sizes[0]
    data = tail.data if wide == tail.wide else tail.text.encode(_WIDE if wide else "utf-8")
    return BOM_UTF16_LE + head.encode(_WIDE) + data if wide else head.encode() + data


def encode(value: Any) -> str:
    """JSON without spaces, keys in the order given, and no number that is not one."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
