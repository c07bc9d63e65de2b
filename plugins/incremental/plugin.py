"""Hooks kept results into Pelican's build: the stage, the last site, and what is removed at the end."""

from __future__ import annotations

import logging
from pathlib import Path

from pelican import Pelican, signals

from plugins.archive.flow import adding, flow_of
from plugins.incremental.build import Build
from plugins.incremental.kept import Kept
from plugins.incremental.stage import STAGES

log = logging.getLogger(__name__)

BUILD = "build"
"""The name in the flow of the ``Build`` that this is."""

add_stages = adding(STAGES)


def give_build(pelican: Pelican) -> None:
    flow_of(pelican.settings).give(BUILD, Build.from_pelican(pelican.settings))


def finish(pelican: Pelican) -> None:
    """The build is whole: what came out the same stays, and what no build has used lately can go."""
    flow = flow_of(pelican.settings)
    flow.value(BUILD).keep_identical(Path(pelican.output_path))
    kept: Kept = flow.value("kept")
    kept.forget()
    for stage in sorted({*kept.made, *kept.reused}):
        log.info("%s: %d made, %d reused", stage, kept.made[stage], kept.reused[stage])


def register() -> None:
    signals.initialized.connect(add_stages)
    signals.initialized.connect(give_build)
    signals.finalized.connect(finish)
