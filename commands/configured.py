"""The settings under which a command works: the project's, over them the archive's own, then the options."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from traceback import extract_tb
from typing import Any

from invoke.exceptions import Exit

from commands.places import HERE, SETTINGS, home_of, short
from plugins.archive.errors import ArchiveError
from plugins.archive.settings import Settings


def settings_of(library: list[str] | None, content: str, edition: str = "public") -> Settings:
    """The settings for the folders that a call names; where it names none, the archive's own.

    A folder that is not there, settings that cannot be read, or one that cannot be, end the command with
    status 2.
    """
    content = content or str(HERE / "content")
    for folder in (*(library or ()), content):
        if not Path(folder).is_dir():
            raise Exit(f"{folder} is no folder", 2)
    home = home_of(content)
    configured = configuration("pelicanconf", home)
    configured["LIBRARIES"] = [
        *(str(home / one) for one in configured["LIBRARIES"]),
        *(str(Path(one).resolve()) for one in library or ()),
    ]
    configured |= {
        "PATH": str(Path(content).resolve()),
        "EDITION": edition,
        "CACHE_PATH": str(home / configured["CACHE_PATH"]),
        "PALETTE": str(home / configured["PALETTE"]) if configured["PALETTE"] else "",
    }
    try:
        return Settings.from_pelican(configured)
    except ArchiveError as fault:
        raise Exit(str(fault), 2) from None


def configuration(name: str, home: Path = HERE) -> dict[str, Any]:
    """The settings of a file of Pelican's in the project's folder, by its name without ending.

    Those of the archive in ``home``, where that is another folder, are laid over them.
    """
    return _set_in(HERE / f"{name}.py") | own_settings(home)


def own_settings(home: Path) -> dict[str, Any]:
    """What an archive outside the project's folder sets for itself; the project's own sets nothing more."""
    return {} if home == HERE else _set_in(home / SETTINGS)


def _set_in(file: Path) -> dict[str, Any]:
    spec = importlib.util.spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None or not file.is_file():
        raise Exit(f"{file.name} is missing", 2)
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except SyntaxError as fault:
        raise Exit(_told(file, fault.lineno, fault.offset, fault.msg), 2) from fault
    except Exception as fault:
        lines = [one.lineno for one in extract_tb(fault.__traceback__) if one.filename == str(file)]
        message = f"{type(fault).__name__}: {fault}"
        raise Exit(_told(file, lines[-1] if lines else None, None, message), 2) from fault
    return {name: value for name, value in vars(module).items() if name.isupper()}


def _told(file: Path, line: int | None, column: int | None, message: str) -> str:
    return f"{short(file)}:{line or 1}:{column or 1}: {message}; settings are Python, mend the line"
