"""The long way of ``invoke build``: a run of Pelican over everything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from commands.building_basis import decides, groups_of
from commands.building_report import Report
from commands.last_build import Last
from commands.pelican_run import run_pelican
from plugins.archive.settings import Settings
from plugins.incremental.build import Build
from plugins.incremental.built_site import NAME, BuiltSite, outputs_of, stamps_of
from plugins.incremental.changeover import beside
from plugins.incremental.kept import Kept
from plugins.incremental.keys import digest_of_code
from plugins.incremental.stamps import changed


def built_by_pelican(settings: Settings, folder: Path, last: Last) -> Report:
    """Make the site; pages that would come out the same are taken over."""
    found = last.store.beside() if last.store else None
    site = last.site if last.site and last.site.is_at(folder) else None
    build = Build(last.basis if found else "", found=found)
    if site:
        build = replace(build, last=folder, known=last.store, touched=site.touched(folder))
    # Before anything works: code that is edited from now on is not the code that does.
    digest_of_code("incremental")
    try:
        with beside(folder, settings.edition.value) as new:
            run_pelican(settings, new, build)
    finally:
        edited = changed(last.inputs.stamps, stamps_of(groups_of(settings)))
        is_mixed = any(decides(name.partition("/")[0]) for name in edited)
        if is_mixed:
            Kept(settings.cache).forget_since(last.inputs.taken)
    outputs = outputs_of(folder)
    # What was edited meanwhile is in the site or is not; the next build must not take it for the same.
    built = BuiltSite(folder.stat().st_ino, "" if edited else last.basis, last.inputs, outputs)
    if found and last.store:
        if is_mixed:
            # Nobody knows which pages have which code and which template: the next build makes all of them.
            last.store.remove()
            found.remove()
        else:
            found.update({NAME: built.as_bytes()})
            last.store.become(found)
    return Report.of(built, site, build.timings)
