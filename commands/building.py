"""``invoke build``: the site, made beside the last good one, of which everything stays that can."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from invoke.exceptions import Exit

from commands.building_basis import basis_of, groups_of
from commands.building_report import REFUSED, Report, printed, write_timings
from commands.configured import settings_of
from commands.formats import print_lines
from commands.last_build import Last
from commands.places import OUTPUT, home_of, short
from plugins.archive.errors import SettingFault
from plugins.archive.settings import Settings
from plugins.incremental.built_site import NAME, BuiltSite, read_built_site, read_inputs, store_of
from plugins.incremental.changeover import refuse_foreign
from plugins.incremental.progress import Timings
from plugins.incremental.store import Store
from plugins.incremental.turns import turn_of


def build(
    library: list[str] | None, output: str, edition: str, content: str, anew: bool, timings: str = ""
) -> None:
    """Build the site, or leave the last good one where that cannot be done."""
    settings = settings_of(library, content, edition)
    edition = settings.edition.value
    folder = _resolved(Path(output or home_of(content) / OUTPUT[edition]))
    if folder.is_relative_to(settings.content):
        raise Exit(f"{folder} lies among the records; name a folder outside of {settings.content}", 2)
    if anew:
        settings = replace(settings, cache=None)
    began = time.perf_counter()
    try:
        refuse_foreign(folder, edition)
        with turn_of(folder):
            report = _built(settings, folder)
    except SettingFault as fault:
        raise Exit(str(fault), 2) from None
    except OSError as fault:
        raise Exit(f"{fault}\n{REFUSED}", 1) from fault
    report = replace(report, seconds=time.perf_counter() - began)
    print_lines([*printed(report, edition), f"Open {short(folder / 'index.html')} in a browser."])
    if timings:
        try:
            write_timings(report, Path(timings))
        except OSError as fault:
            told = f"{timings} cannot be written ({fault.strerror}); the site is built, name another file"
            raise Exit(told, 2) from fault


def _resolved(folder: Path) -> Path:
    # Some versions of Python raise at a link to itself, others leave it as it is.
    with suppress(RuntimeError):
        found = folder.resolve()
        if not found.is_symlink():
            return found
    raise Exit(f"{folder} is a link that leads back to itself; name a folder", 2)


def built_without_pelican(settings: Settings, folder: Path) -> Report | None:
    """Put the words of pages in their place where nothing else has changed; None where a whole build must."""
    with turn_of(folder):
        return _reworded(settings, folder, _last(settings, folder))


def known_of(settings: Settings, folder: Path) -> tuple[Store, BuiltSite] | None:
    """The last site in a folder and its store; None where nothing is known of it."""
    store, site = _kept(settings, folder)
    return (store, site) if store and site and site.is_at(folder) else None


def _kept(settings: Settings, folder: Path) -> tuple[Store | None, BuiltSite | None]:
    store = Store(store_of(folder, settings.cache)) if settings.cache else None
    return store, read_built_site(store) if store else None


def _built(settings: Settings, folder: Path) -> Report:
    """Make what has to be made, and tell what it was."""
    last = _last(settings, folder)
    if report := _reworded(settings, folder, last):
        return report
    from commands.whole_build import built_by_pelican

    return built_by_pelican(settings, folder, last)


def _last(settings: Settings, folder: Path) -> Last:
    store, known = _kept(settings, folder)
    inputs = read_inputs(groups_of(settings), time.time_ns(), known.inputs if known else None)
    return Last(store, known, basis_of(settings, inputs), inputs)


def _reworded(settings: Settings, folder: Path, last: Last) -> Report | None:
    """The short ways: nothing has changed, or words alone; None where there is more to do."""
    store, known, inputs = last.store, last.site, last.inputs
    if not (store and known and known.basis == last.basis and known.stands_at(folder)):
        return None
    if dict(known.inputs.digests) == dict(inputs.digests):
        if known.inputs.stamps != inputs.stamps or not known.inputs.are_settled:
            store.update({NAME: replace(known, inputs=inputs).as_bytes()})
        return Report(pages=known.pages, kept=known.pages)
    # Where nothing has changed, what this and the long way import would take as long as all the rest.
    from commands.rewording import reword_site

    # A whole build tells what is wrong with a disk, if anything is.
    with suppress(OSError):
        reworded = reword_site(settings, folder, store, known, inputs)
        if reworded is not None:
            return Report.of(reworded, known, Timings())
    return None
