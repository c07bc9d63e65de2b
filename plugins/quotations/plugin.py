"""Hooks the stage of ``plugins.quotations`` into Pelican's build."""

from __future__ import annotations

from pelican import signals

from plugins.archive.flow import adding, needing
from plugins.quotations.stage import STAGES

add_stages = adding(STAGES)
refuse_alone = needing("quotations", STAGES)


def register() -> None:
    signals.initialized.connect(refuse_alone)
    signals.initialized.connect(add_stages)
