"""``invoke rename``: a record under another id."""

from __future__ import annotations

from invoke.exceptions import Exit

from commands.configured import settings_of
from commands.formats import FORMATS
from commands.places import short
from plugins.archive.errors import Code, ContentFaults, SettingFault
from plugins.archive.flow import Flow
from plugins.authority.record import Records
from plugins.renaming.plan import plan_renaming
from plugins.renaming.writing import carry_out
from plugins.stages import archive_flow


def _written(flow: Flow) -> Records:
    """The records of an archive, in which nothing is wrong but that a value is still to be written.

    Raises:
        ContentFaults: with every other fault.
    """
    records: Records = flow.value("written")
    waiting = Code.MISSING_KEY.name.replace("_", "-")
    if faults := [one for one in flow.problems() if one.code != waiting]:
        raise ContentFaults(faults)
    return records


def rename(words: list[str], content: str) -> None:
    """Move a record's files, mend what names it, and tell what was done."""
    if len(words) != 2:
        raise Exit(
            "say the id that the record has and the one that it shall have: invoke rename amy amy-lind", 2
        )
    old, new = words
    settings = settings_of(None, content)
    try:
        records = _written(archive_flow(settings))
        renaming = plan_renaming(settings.content, records, old, new)
        carry_out(renaming, settings.content)
    except ContentFaults as faults:
        FORMATS["text"](faults.problems)
        raise Exit("Nothing was renamed: mend these first.", 1) from None
    except SettingFault as fault:
        raise Exit(str(fault), 2) from None
    for before, after in renaming.moved.items():
        print(f"{short(settings.content / before)} is now {short(settings.content / after)}")
    for name in renaming.texts:
        if name not in renaming.moved.values():
            print(f"{short(settings.content / name)} names it so")
    if settings.film == old:
        print(f"FILM in the settings is {old!r}: write {new!r} there")
    if renaming.moved:
        print("Its old address leads to the new one. The next build makes both.")
