"""The only stored fact: somebody says, somewhere, that a property has a value."""

from __future__ import annotations

import builtins
import hashlib
from dataclasses import dataclass, field

from plugins.archive.span import Pointer

ASSERTED = "asserted"
"""The status of a claim whose source simply states it."""

PLAIN = frozenset({ASSERTED, "final", "happened"})
"""Standings of what is simply so: of a claim, of a credit and of an event. They go without saying."""

RETRACTED = "retracted"
"""The status of a claim that its source has taken back."""

EDITOR = "editor"
"""The maker of what a contributor wrote; programs have a name and a version instead."""


class _Known:
    """Holds what was worked out of a claim once: no field of it, and nothing that is written anywhere."""

    __slots__ = ("_id",)
    _id: str


@dataclass(frozen=True, slots=True)
class Claim(_Known):
    """“<source> says that the <property> of <subject> is <value>.”

    ``original`` is the wording of the source, or None where its text is not at hand or its rights do
    not allow it. ``pointer`` is None for an editor's decision. ``qualifiers`` are what a value needs
    to be read on its own (who, in which part, by voice), as pairs in the order of their names;
    ``about`` names every entity that the claim speaks of besides its subject, ``aspects`` which sides
    of a film an opinion is about. ``note`` is the contributor's remark. ``corrected_by`` is where the
    source itself takes back the passage, or None.
    """

    subject: str
    property: str
    value: str
    pointer: Pointer | None
    status: str = ASSERTED
    maker: str = EDITOR
    qualifiers: tuple[tuple[str, str], ...] = ()
    about: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    note: str | None = None
    original: str | None = field(default=None, compare=False)
    corrected_by: Pointer | None = field(default=None, compare=False)

    def qualifier(self, name: str) -> str | None:
        """The qualifier of that name, or None."""
        return next((value for key, value in self.qualifiers if key == name), None)

    @builtins.property
    def standing(self) -> str:
        """The status as a reader must take it: what its own source has corrected is retracted."""
        return RETRACTED if self.corrected_by else self.status

    # ``property`` is the field's own word for what a claim is about, and here it hides the builtin.
    @builtins.property
    def id(self) -> str:
        """A hash of what makes the claim itself: it survives a change of note, wording, maker or topics.

        64 bits: among a million claims two share an id with a probability of one in 37 million.
        """
        try:
            return self._id
        except AttributeError:
            # A page asks for each of its claims dozens of times.
            object.__setattr__(self, "_id", self._hash())
            return self._id

    def _hash(self) -> str:
        qualifiers = (f"{name}={value}" for name, value in self.qualifiers)
        itself = (self.subject, self.property, self.value, self.status, str(self.pointer or ""), *qualifiers)
        return "c-" + hashlib.sha256("\x1f".join(itself).encode("utf-8")).hexdigest()[:16]
