"""The settings under which a command works: the project's, over them the archive's own, then the options."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Mapping
from pathlib import Path
from traceback import extract_tb
from typing import Any

from invoke.exceptions import Exit

from commands.places import HERE, SETTINGS, home_of, short
from plugins.archive.errors import WrongSettings
from plugins.archive.setting_rules import wrong_settings
from plugins.archive.settings import Settings

BAD_SETTING = "BAD-SETTING"
"""The code of a setting that cannot be used, and of settings that cannot be read."""


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
    _refuse(wrong_settings(configured), home)
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
    except WrongSettings as fault:
        _refuse(fault.told, home)
        raise


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


def _refuse(wrong: Mapping[str, str], home: Path) -> None:
    """End the command with a line for each setting that cannot be used, if there is any."""
    if wrong:
        told = (f"{_place_of(name, home)}: {BAD_SETTING} {message}" for name, message in wrong.items())
        raise Exit("\n".join(told), 2)


def _place_of(name: str, home: Path) -> str:
    """Where a setting is set for the archive in a folder: its own file comes before the project's."""
    for file in dict.fromkeys((home / SETTINGS, HERE / SETTINGS)):
        text = file.read_text("utf-8")
        set_here = [
            (one.lineno, one.col_offset)
            for one in ast.walk(ast.parse(text))
            if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store) and one.id == name
        ]
        if set_here:
            line, before = max(set_here)
            # Python counts bytes.
            column = len(text.split("\n")[line - 1].encode("utf-8")[:before].decode("utf-8")) + 1
            return f"{short(file)}:{line}:{column}"
    return f"{short(home / SETTINGS)}:1:1"


def _told(file: Path, line: int | None, column: int | None, message: str) -> str:
    place = f"{short(file)}:{line or 1}:{column or 1}"
    return f"{place}: {BAD_SETTING} {message}; settings are Python, mend the line"
