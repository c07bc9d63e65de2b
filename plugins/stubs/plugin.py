"""Hooks the stages of ``plugins.stubs`` into Pelican's build."""

from __future__ import annotations

from pelican import signals

from plugins.archive.flow import adding, needing
from plugins.stubs.stage import STAGES

add_stages = adding(STAGES)
refuse_alone = needing("stubs", STAGES)


def register() -> None:
    signals.initialized.connect(refuse_alone)
    signals.initialized.connect(add_stages)
