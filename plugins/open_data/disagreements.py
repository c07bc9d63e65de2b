"""Properties on which the sources give several values. What their relation is, nobody has judged yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from plugins.archive.assemble import Archive
from plugins.archive.comparison import COMPARABLE, differ


def disagreements(archive: Archive) -> Iterator[dict[str, Any]]:
    """Each property with settled values that are not the same, with the claims on each side."""
    for subject, properties in archive.facts.items():
        for name, claims in properties.items():
            sides: dict[tuple[str, str], list[str]] = defaultdict(list)
            for claim in claims:
                sides[claim.value, claim.standing].append(claim.id)
            corrected = len(sides) > 1 and any(claim.corrected_by for claim in claims)
            if (name in COMPARABLE and differ(sides)) or corrected:
                yield {
                    "subject": subject,
                    "property": name,
                    "relation": "correction" if corrected else "unjudged",
                    "sides": [
                        {"value": value, "status": status, "claims": ids}
                        for (value, status), ids in sides.items()
                    ],
                }
