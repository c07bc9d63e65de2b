"""Hooks the stages of ``plugins.claims`` into Pelican's build."""

from __future__ import annotations

from pelican import Pelican, signals

from plugins.claims.stage import STAGES
from plugins.archive.flow import flow_of


def add_stages(pelican: Pelican) -> None:
    flow = flow_of(pelican.settings)
    for stage in STAGES:
        flow.add(stage)


def register() -> None:
    signals.initialized.connect(add_stages)
