"""What this plugin takes and gives."""

from typing import Any

from plugins.archive.assemble import Archive, assemble
from plugins.archive.flow import Stage


def _assemble(entities: Any, dated_passages: Any, claims: Any, links: Any) -> Archive:
    return assemble((*entities, *(one.entity for one in dated_passages)), claims.made, links.made)


STAGES = (
    Stage(
        "archive",
        takes=("entities", "dated_passages", "claims", "links"),
        gives="archive",
        make=_assemble,
    ),
)
