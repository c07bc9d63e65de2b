"""A state from disk: a built site, its data folder, one of its files, or a log."""

from __future__ import annotations

from pathlib import Path

from plugins.archive.errors import Code, problem
from plugins.archive.settings import Settings
from plugins.changes.lines import read_lines, read_log
from plugins.changes.log import LOG, NO_LOG, ChangeLog, state_after
from plugins.changes.state import CLAIMS, DISAGREEMENTS, SEGMENTS, State, UnreadableState, state_of_files


def read_change_log(settings: Settings) -> ChangeLog:
    """The log of an archive with every fault in it; an empty one where nobody has begun one."""
    file = settings.content / LOG
    if not file.is_file():
        return NO_LOG
    path = f"{settings.content.name}/{LOG}"
    try:
        return read_lines(file.read_text("utf-8"), path)
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        message = "the line is not UTF-8; save the file as UTF-8"
        return ChangeLog(problems=(problem(path, line, 1, Code.UNREADABLE_LINE, message),))
    except OSError as fault:
        message = f"the log cannot be read ({fault.strerror})"
        return ChangeLog(problems=(problem(path, 1, 1, Code.UNREADABLE_FILE, message),))


def read_state(path: Path) -> State:
    """The state that a path names.

    Raises:
        UnreadableState: nothing there tells of a state.
    """
    if path.name == LOG:
        return state_after(read_log(_text(path)))
    if path.is_file():
        return state_of_files(_files(path.parent, path))
    for folder in (path / "data", path):
        if (folder / Path(CLAIMS).name).is_file():
            return state_of_files(_files(folder, folder / Path(CLAIMS).name))
    raise UnreadableState(f"{path} is no built site, no data folder, no claims.jsonl and no {LOG}")


def _files(folder: Path, claims: Path) -> dict[str, bytes]:
    """The data files that lie beside one with claims, by their paths in a site."""
    files = {name: folder / Path(name).name for name in (DISAGREEMENTS, SEGMENTS)} | {CLAIMS: claims}
    try:
        return {name: file.read_bytes() for name, file in files.items() if file.is_file()}
    except OSError as fault:
        raise UnreadableState(f"{fault.filename} cannot be read ({fault.strerror})") from None


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise UnreadableState(f"{path} cannot be read ({fault})") from None
