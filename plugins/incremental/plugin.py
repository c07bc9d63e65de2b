"""Hooks kept results into Pelican's build: the stage, and what is removed when the build is done."""

from __future__ import annotations

import logging

from pelican import Pelican, signals

from plugins.archive.flow import adding, flow_of
from plugins.incremental.kept import Kept
from plugins.incremental.stage import STAGES

log = logging.getLogger(__name__)

add_stages = adding(STAGES)


def forget_unused(pelican: Pelican) -> None:
    """The build is whole: what neither it nor the last ones have used can go."""
    kept: Kept = flow_of(pelican.settings).value("kept")
    kept.forget()
    for stage in sorted({*kept.made, *kept.reused}):
        log.info("%s: %d made, %d reused", stage, kept.made[stage], kept.reused[stage])


def register() -> None:
    signals.initialized.connect(add_stages)
    signals.finalized.connect(forget_unused)
