"""Entries of whole bytes, one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.search_index.bits import Numbers


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries one after the other: ``data``, and where each begins and, at last, where the last one ends."""

    data: bytes
    begins: Numbers

    def of(self, first: int, end: int) -> bytes:
        """The bytes of the entries from ``first`` up to ``end``, which is not among them."""
        return self.data[self.begins[first] : self.begins[end]]
