"""``invoke changes``: what the archive has come to know."""

from __future__ import annotations

from pathlib import Path

from invoke.exceptions import Exit

from commands.configured import settings_of
from commands.formats import FORMATS, refuse_unknown
from commands.places import short
from plugins.archive.errors import ContentFaults
from plugins.changes.change import beginning, changes_between
from plugins.changes.keeping import keep
from plugins.changes.lines import is_day
from plugins.changes.log import LOG, ChangeLog, Entry, state_after
from plugins.changes.reading import read_state
from plugins.changes.report import as_json, as_text
from plugins.changes.state import UnreadableState, state_of_files
from plugins.open_data.stage import STAGES as DATA
from plugins.stages import archive_flow


def changes(
    since: str, record: bool, who: str, when: str, library: list[str] | None, content: str, format_: str
) -> None:
    """Tell what has changed since a state, and record the present one where that is wanted."""
    refuse_unknown("format", format_, ("text", "json"))
    if record and since:
        raise Exit("--record continues the log, and compares with nothing else; leave out --since", 2)
    if record and not (who and is_day(when)):
        raise Exit("--record needs --who NAME and --when DAY, such as 2026-11-27", 2)
    flow = archive_flow(settings_of(library, content))
    for stage in DATA:
        flow.add(stage)
    try:
        written: ChangeLog = flow.value("change_log")
        entries = written.entries
        if not (since or record or entries or written.problems):
            raise Exit("nothing is recorded yet: begin with --record, or name a build with --since", 2)
        before = read_state(Path(since)) if since else state_after(entries)
        now = state_of_files(flow.sound_value("data_files"))
    except UnreadableState as fault:
        raise Exit(str(fault), 2) from None
    except ContentFaults as faults:
        FORMATS[format_](faults.problems)
        raise Exit(code=1) from None
    if record and entries and when < entries[-1].when:
        raise Exit(f"the last entry is of {entries[-1].when}; --when {when} is before it", 2)
    found = changes_between(before, now) if since or entries else beginning(now)
    told = since or (f"{entries[-1].when} ({entries[-1].who})" if entries else "the beginning")
    print((as_json if format_ == "json" else as_text)(found, told))
    if record and (found or not entries):
        entry = Entry(who, when, tuple(sorted(now.at_hand or ())), found)
        log = flow.value("settings").content / LOG
        keep(entry, log)
        if format_ == "text":
            print(f"Recorded in {short(log)}.")
