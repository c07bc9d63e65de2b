"""``invoke new``: the page of a record, begun."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from invoke.exceptions import Exit

from commands.configured import settings_of
from commands.places import short
from plugins.archive.errors import SettingFault
from plugins.archive.flow import Flow
from plugins.authority.entries import AUTHORITY
from plugins.authority.record import Record
from plugins.authority.schema import FOLDERS, Key
from plugins.drafting.draft import FOLDER_OF, Known, draft_page, id_for, open_keys, refuse_unusable
from plugins.drafting.given import as_keys_take_it, refuse_unknown_keys
from plugins.drafting.known import known_of
from plugins.stages import archive_flow

NAMED_IN_TEXTS = frozenset({"person", "character", "work"})
"""What texts introduce by name."""


def new(
    words: list[str],
    record_id: str,
    settings: list[str],
    library: list[str] | None,
    content: str,
    *,
    edit: bool,
) -> None:
    """Write the record's file, say what it waits for, and open it where somebody sits at a terminal.

    The first of the words is the kind of record, and the others are its name.
    """
    if not words:
        raise Exit(f"say what is new, one of {', '.join(FOLDER_OF)}: invoke new person Greta Schröder", 2)
    kind, name = words[0], " ".join(words[1:])
    flow = archive_flow(settings_of(library, content))
    folder = flow.value("settings").content
    try:
        given = dict(_given(one) for one in settings)
        refuse_unusable(kind, record_id)
        kept = FOLDERS[FOLDER_OF[kind]]
        new_id = record_id or id_for(kind, name or "a-name", given)
        begun = Record(new_id, FOLDER_OF[kind], kept, "", {"name": name, **given})
        refuse_unknown_keys(begun, flow.value("written").by_id)
        given = as_keys_take_it(given, kept.keys, flow.value("written").by_id)
        name = name.strip() or _asked("name", "what it is called")
        if not name:
            raise SettingFault(f"say its name too: invoke new {kind} NAME")
        given = _film_of(kind, flow) | given
        for key, meaning in list(open_keys(kind, given)):
            if answer := _asked(key, _question(meaning)):
                given |= as_keys_take_it({key: answer}, {key: meaning}, flow.value("written").by_id)
        file = folder / FOLDER_OF[kind] / f"{record_id or id_for(kind, name, given)}.md"
        _refuse_taken(file, flow)
        page = draft_page(kind, name, given, _known(kind, name, flow))
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(page)
    except SettingFault as fault:
        raise Exit(str(fault), 2) from None
    except OSError as fault:
        raise Exit(f"{fault.filename} cannot be written ({fault.strerror})", 2) from None
    _tell(file, [key for key, _ in open_keys(kind, given)])
    if kind == "source":
        print(f"Its text may stand beside it, in {file.stem}.txt; invoke import FILE makes both of a text.")
    if edit:
        _open(file)


def _given(written: str) -> tuple[str, str]:
    key, equals, value = written.partition("=")
    if not equals:
        raise SettingFault(f"--set is {written!r}; it is a key and its value: --set status=happened")
    return key.strip(), value.strip()


def _question(key: Key) -> str:
    return f"{key.meaning} ({', '.join(key.choices)})" if key.choices else key.meaning


def _asked(key: str, question: str) -> str:
    """What somebody answers; nothing where nobody sits at a terminal, or who leaves it for later."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return ""
    try:
        return input(f"{key}: {question}\n> ").strip()
    except (EOFError, KeyboardInterrupt):
        raise Exit("Nothing was written.", 1) from None


def _film_of(kind: str, flow: Flow) -> dict[str, str]:
    """A character is in the film of the archive, where it has one."""
    if kind != "character":
        return {}
    film = flow.value("written").subject(flow.value("settings").film)
    return {"film": film} if film else {}


def _refuse_taken(file: Path, flow: Flow) -> None:
    taken = flow.value("written").by_id.get(file.stem)
    if taken is not None and taken.folder == AUTHORITY:
        place = f"{taken.path}:{taken.at()[0]}"
        raise SettingFault(
            f"{place} has {file.stem!r} in a line of its own; take that line out first, and put what it says "
            "into the new page"
        )
    if taken is not None:
        raise SettingFault(
            f"{file.stem!r} is the id of {taken.path} already; mend that, or say --id with another"
        )


def _known(kind: str, name: str, flow: Flow) -> Known:
    if kind not in NAMED_IN_TEXTS:
        return Known()
    return known_of(name, flow.value("stub_names"), flow.value("documents"), flow.value("claims").made)


def _tell(file: Path, waiting: list[str]) -> None:
    print(f"{short(file)} is begun.")
    if waiting:
        print(f"It waits for: {', '.join(waiting)}.")
    print("Write in it, then run: invoke check")


def _open(file: Path) -> None:
    """Open the file in the editor that somebody at a terminal has chosen."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if editor and sys.stdin.isatty() and sys.stdout.isatty():
        subprocess.run([*shlex.split(editor), str(file)], check=False)  # noqa: S603 the reader's own choice
