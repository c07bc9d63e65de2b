"""Hooks the log of changes into Pelican's build."""

from __future__ import annotations

from pelican import signals

from plugins.archive.flow import adding, needing
from plugins.changes.stage import STAGES

add_stages = adding(STAGES)
refuse_alone = needing("changes", STAGES)


def register() -> None:
    signals.initialized.connect(refuse_alone)
    signals.initialized.connect(add_stages)
