"""What is cited, as the Citation Style Language sees it: nothing is in it that is not recorded."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.edtf import Edtf
from plugins.citing.names import Name


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be cited. ``type`` is a type of CSL.

    Empty strings and None are what nobody has recorded. ``title`` is the printed title; where there is none,
    ``description`` is what the archive calls it. ``container`` is what it appeared in.
    """

    id: str
    type: str
    title: str = ""
    authors: tuple[Name, ...] = ()
    container: str = ""
    issued: Edtf | None = None
    url: str = ""
    lang: str = ""
    description: str = ""

    @property
    def heading(self) -> str:
        """The title, or the description in the square brackets that tell it from one."""
        return self.title or (f"[{self.description}]" if self.description else "")
