"""``invoke import``: saved texts into the library, with a record to fill in for each."""

from __future__ import annotations

import sys
from pathlib import Path

from invoke.exceptions import Exit

from commands.configured import settings_of
from commands.formats import refuse_unknown
from commands.places import home_of
from plugins.archive.errors import SettingFault
from plugins.importing.holdings import read_holdings
from plugins.importing.plan import plan_import
from plugins.importing.report import Report, as_json, as_text
from plugins.importing.saved_files import read_saved_files
from plugins.importing.writing import write_plan
from plugins.stages import archive_flow


def import_files(files: list[str], content: str, library: str, dry_run: bool, format_: str) -> None:
    """Pin the files and write their records, or tell what would be written."""
    refuse_unknown("format", format_, ("text", "json"))
    absent = [name for name in files if not Path(name).exists()]
    if absent or not files:
        raise Exit(f"{absent[0]} is not there" if absent else "name the files to import, or their folder", 2)
    settings = settings_of([library] if library else None, content)
    shelf = Path(library or home_of(content) / "library").resolve()
    found = read_saved_files(Path(name) for name in files)
    if sys.stderr.isatty():
        print(f"Reading {len(found.files)} files ...", file=sys.stderr)
    flow = archive_flow(settings)
    try:
        holdings = read_holdings(flow.value("records"), flow.value("originals"), settings.content, shelf)
        plan = plan_import(found.files, holdings)
        if not dry_run:
            write_plan(plan, settings.content, shelf)
    except SettingFault as fault:
        raise Exit(str(fault), 2) from None
    except OSError as fault:
        raise Exit(f"{fault.filename} cannot be read ({fault.strerror})", 2) from None
    except KeyboardInterrupt:
        raise Exit("Stopped. What is written is whole; the same command does the rest.", 1) from None
    report = Report(plan, found, dry_run)
    print(as_json(report) if format_ == "json" else "\n".join(as_text(report)))
    if report.problems:
        raise Exit(code=1)
