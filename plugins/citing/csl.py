"""An item in CSL-JSON, which reference managers exchange and CSL libraries format."""

from __future__ import annotations

import json
from typing import Any

from plugins.citing.dates import csl_date
from plugins.citing.item import Item
from plugins.citing.names import Name


def csl_item(item: Item) -> dict[str, Any]:
    """The item as CSL 1.0.2 has it; variables of which nothing is recorded are not there."""
    told = {
        "id": item.id,
        "type": item.type,
        "title": item.heading,
        "author": [_name(one) for one in item.authors],
        "container-title": item.container,
        "issued": csl_date(item.issued) if item.issued else None,
        "language": item.lang,
        "URL": item.url,
    }
    return {variable: value for variable, value in told.items() if value}


def csl_json(items: list[dict[str, Any]]) -> str:
    """Some items as a file of CSL-JSON."""
    return json.dumps(items, ensure_ascii=False, indent=1)


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    told = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: value for part, value in told.items() if value}
