"""The writing of the search index undone: characters to bits, bits to numbers, told differences to strings.

Made from docs/index-format.md, with nothing of ours that writes it: as somebody would who has only the files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

CHARACTER_BITS = 15
_FIRST = 0x3400
_CHARACTERS = {chr(_FIRST + number): f"{number:0{CHARACTER_BITS}b}" for number in range(1 << CHARACTER_BITS)}

_LETTER, _DIGIT, _OTHER = 5, 4, 21
"""The bits of a letter; of a digit, and of any other character, behind a letter's number of its own."""
_DIGITS, _OTHERS = 26, 27


class NoCode(ValueError):
    """Characters or bits that mean nothing: what is read is no part of an index, or is broken off."""


def bits_of(packed: str) -> str:
    """The bits that characters stand for, as a string of 0 and 1, with what fills up the last character.

    Raises:
        NoCode: a character stands for nothing.
    """
    try:
        return "".join(map(_CHARACTERS.__getitem__, packed))
    except KeyError:
        raise NoCode from None


@dataclass(slots=True)
class Bits:
    """A string of bits that is read from ``at`` on. Every way of reading it raises NoCode beyond its end."""

    bits: str
    at: int = 0

    def plain(self, size: int) -> int:
        """A number of that many bits."""
        begin, self.at = self.at, self.at + size
        if self.at > len(self.bits):
            raise NoCode
        return int(self.bits[begin : self.at] or "0", 2)

    def _zeros(self) -> int:
        one = self.bits.find("1", self.at)
        if one < 0:
            raise NoCode
        zeros, self.at = one - self.at, one
        return zeros

    def gamma(self) -> int:
        """A number from 1: as many zeros as it has bits after its first, then the number."""
        return self.plain(self._zeros() + 1)

    def rice(self, parameter: int) -> int:
        """A number from 0: without its last bits as that many zeros, a one, and the last bits."""
        high = self._zeros()
        self.at += 1
        return (high << parameter) + self.plain(parameter)

    def strings(self, count: int) -> Iterator[str]:
        """So many strings, each told by how many characters it shares with the one before, and its own."""
        before = ""
        for _ in range(count):
            before = before[: self.gamma() - 1]
            before += "".join(self._character() for _ in range(self.gamma() - 1))
            yield before

    def _character(self) -> str:
        number = self.plain(_LETTER)
        if number == _DIGITS:
            return str(self.plain(_DIGIT))
        try:
            return chr(self.plain(_OTHER)) if number == _OTHERS else chr(ord("a") + number)
        except (ValueError, OverflowError):
            raise NoCode from None

    def next_byte(self) -> int:
        """Where the first whole byte begins that nothing was read of."""
        return -(-self.at // 8) * 8


def rice_parameter(span: int, count: int) -> int:
    """What the format takes for ``count`` numbers that add up to about ``span``.

    Raises:
        NoCode: there are none.
    """
    if count < 1:
        raise NoCode
    return max((span * 7 // (count * 10)).bit_length() - 1, 0)
