"""Long texts that take less room while nobody reads them."""

from __future__ import annotations

from typing import Any


class PackedText:
    """A field of a dataclass that holds a text in UTF-8, and gives it as the text it is; "" without one.

    Python takes two bytes for each letter of a text with a single ’ in it, and four for each with an emoji.
    Among thousands of bodies that is most of the memory. To read one of 5,000 letters takes some
    microseconds, so whoever needs it often asks once. The dataclass has no slots.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_{name}"

    def __get__(self, of: Any, owner: type) -> str:
        if of is None:
            # So a dataclass learns what the field is where nothing is given.
            return ""
        held = vars(of)[self._name]
        return held if isinstance(held, str) else held.decode("utf-8", "surrogatepass")

    def __set__(self, of: Any, text: str) -> None:
        vars(of)[self._name] = text if text.isascii() else text.encode("utf-8", "surrogatepass")
