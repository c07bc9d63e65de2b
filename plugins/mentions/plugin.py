"""Hooks the stages of ``plugins.mentions`` into Pelican's build."""

from __future__ import annotations

from pelican import Pelican, signals

from plugins.archive.flow import flow_of
from plugins.mentions.stage import STAGES


def add_stages(pelican: Pelican) -> None:
    flow = flow_of(pelican.settings)
    for stage in STAGES:
        flow.add(stage)


def register() -> None:
    signals.initialized.connect(add_stages)
