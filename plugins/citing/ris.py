"""An item in RIS, which older reference managers read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import rispy

from plugins.archive.edtf import Edtf
from plugins.citing.dates import parts_of
from plugins.citing.item import Item
from plugins.citing.names import Name
from plugins.dates.english import in_words

_TYPES = {
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "review": "MGZN",
    "interview": "MGZN",
    "article": "GEN",
    "webpage": "ELEC",
}


class _Unnumbered(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    """Entries by themselves: the numbers that the library sets before each are no part of RIS."""

    def set_header(self, count: int) -> str:  # noqa: ARG002 the library calls it so
        return ""


def ris(items: Iterable[Item]) -> str:
    """The items as entries in their order; a date in doubt has its year in ``PY`` and its words in ``N1``."""
    written: str = rispy.dumps([_entry(one) for one in items], implementation=_Unnumbered)
    return written.strip() + "\n"


def _entry(item: Item) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type_of_reference": _TYPES.get(item.type, "GEN"),
        "id": item.id,
        "title": item.heading,
        "authors": [_name(one) for one in item.authors],
        "secondary_title": item.container,
        **(_dates(item.issued) if item.issued else {}),
        "language": item.lang,
        "urls": [item.url] if item.url else [],
    }
    return {tag: value for tag, value in told.items() if value}


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    family = f"{name.particle} {name.family}".strip()
    return ", ".join(one for one in (family, name.given, name.suffix) if one)


def _dates(date: Edtf) -> dict[str, Any]:
    parts = parts_of(date)
    if parts is None:
        return {"notes": [in_words(date)]}
    first = parts[0]
    told: dict[str, Any] = {"year": str(first[0])}
    if len(parts) == 1 and len(first) > 1 and first[1] <= 12:
        told["date"] = "/".join(f"{part:02}" for part in first) + "/" * (4 - len(first))
    if date.uncertain or date.approximate or len(parts) > 1 or ("date" not in told and len(first) > 1):
        told["notes"] = [in_words(date)]
    return told
