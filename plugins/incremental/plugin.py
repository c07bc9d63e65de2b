"""Hooks kept results into Pelican's build: the stage, the last site, and what is removed at the end."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from plugins.archive.flow import adding, flow_of
from plugins.incremental.build import Build
from plugins.incremental.collector import look_rarely, pass_over_what_is_held
from plugins.incremental.copied import faults_of_pictures, links_out_of
from plugins.incremental.kept import Kept
from plugins.incremental.stage import STAGES
from plugins.incremental.styles import bring_palette, shorten

log = logging.getLogger(__name__)

BUILD = "build"
"""The name in the flow of the ``Build`` that this is."""

add_stages = adding(STAGES)


def collect_rarely(pelican: Pelican) -> None:  # noqa: ARG001 Pelican calls it so
    look_rarely()


def keep_what_is_read(generators: list[Any]) -> None:  # noqa: ARG001 Pelican calls it so
    """All is read and nothing is written yet: what is there is needed to the end."""
    pass_over_what_is_held()


def give_build(pelican: Pelican) -> None:
    flow_of(pelican.settings).give(BUILD, Build.of_settings(pelican.settings))


def refuse_unsafe_files(pelican: Pelican) -> None:
    """Before anything is written: print what must not be copied into a site, and stop with status 1."""
    content, theme = Path(pelican.path), Path(pelican.theme)
    faults = [*links_out_of(theme, "theme")]
    for name in pelican.settings["STATIC_PATHS"]:
        faults += faults_of_pictures(content / name, f"{content.name}/{name}", content)
    if faults:
        sys.stderr.writelines(f"{one}\n" for one in sorted(faults))
        raise SystemExit(1)


def finish(pelican: Pelican) -> None:
    """The build is whole: what came out the same stays, and what no build has used lately can go."""
    flow = flow_of(pelican.settings)
    build: Build = flow.value(BUILD)
    kept: Kept = flow.value("kept")
    styles = Path(pelican.output_path, pelican.settings["THEME_STATIC_DIR"])
    bring_palette(pelican.settings.get("PALETTE", ""), styles)
    shorten(styles)
    with build.timings.of("incremental: what stays"):
        build.keep_identical(Path(pelican.output_path))
        kept.forget()
    build.timings.stages.update(flow.seconds)
    for stage in sorted({*kept.made, *kept.reused}):
        log.info("%s: %d made, %d reused", stage, kept.made[stage], kept.reused[stage])


def register() -> None:
    signals.initialized.connect(collect_rarely)
    signals.initialized.connect(add_stages)
    signals.initialized.connect(give_build)
    signals.initialized.connect(refuse_unsafe_files)
    signals.all_generators_finalized.connect(keep_what_is_read)
    signals.finalized.connect(finish)
