"""Names that no record knows, found in texts: who and what is found, of what kind, under which forms."""

from __future__ import annotations

from typing import Any

from plugins.discovery.all_names import discover
from plugins.discovery.merging import Discovered
from tests.drawers import cases
from tests.making import document, documents


def told(one: Discovered) -> str:
    forms = f" ({'; '.join(sorted(one.variants))})" if one.variants else ""
    return f"{one.kind.value}: {one.name}{forms}"


@cases("discovery")
def test_a_text_introduces_the_names_of_the_cases(case: dict[str, Any]) -> None:
    text = "\n\n".join(case["text"]) if isinstance(case["text"], list) else case["text"]
    assert sorted(told(one) for one in discover(documents(document(text)))) == case["expected"]
