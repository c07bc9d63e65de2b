"""The long way of ``invoke build``: a run of Pelican over everything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from commands.building_basis import groups_of
from commands.building_report import Report
from commands.last_build import Last
from commands.pelican_run import run_pelican
from plugins.archive.settings import Settings
from plugins.incremental.build import Build
from plugins.incremental.built_site import NAME, BuiltSite, outputs_of, stamps_of
from plugins.incremental.changeover import beside


def built_by_pelican(settings: Settings, folder: Path, last: Last) -> Report:
    """Make the site; pages that would come out the same are taken over."""
    found = last.store.beside() if last.store else None
    site = last.site if last.site and last.site.is_at(folder) else None
    build = Build(last.basis if found else "", found=found)
    if site:
        build = replace(build, last=folder, known=last.store, touched=site.touched(folder))
    with beside(folder, settings.edition.value) as new:
        run_pelican(settings, new, build)
    outputs = outputs_of(folder)
    # What was edited meanwhile is in the site or is not; the next build must not take it for the same.
    edited = stamps_of(groups_of(settings)) != last.inputs.stamps
    basis = "" if edited else last.basis
    built = BuiltSite(folder.stat().st_ino, basis, last.inputs, outputs)
    if found and last.store:
        found.update({NAME: built.as_bytes()})
        last.store.become(found)
    return Report.of(built, site, build.timings)
