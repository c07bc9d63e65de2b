"""Hooks the stage of structured data into Pelican's build; `entity_pages` writes it into the pages."""

from __future__ import annotations

from pelican import signals

from plugins.archive.flow import adding, needing
from plugins.linked_data.stage import STAGES

add_stages = adding(STAGES)
refuse_alone = needing("linked_data", STAGES)


def register() -> None:
    signals.initialized.connect(refuse_alone)
    signals.initialized.connect(add_stages)
