"""What is known of a site before it is built."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.incremental.built_site import BuiltSite, Inputs
from plugins.incremental.store import Store


@dataclass(frozen=True, slots=True)
class Last:
    """What is known before a build: the last site and its store, and what decides about the new one."""

    store: Store | None
    site: BuiltSite | None
    basis: str
    inputs: Inputs
