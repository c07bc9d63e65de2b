"""What this plugin takes and gives."""

from typing import Any

from plugins.archive.assemble import Archive, assemble
from plugins.archive.flow import Stage


def _assemble(entities: Any, claims: Any, links: Any) -> Archive:
    return assemble(entities, claims.made, links.made)


STAGES = (Stage("archive", takes=("entities", "claims", "links"), gives="archive", make=_assemble),)
