"""The settings under which a command works: the project's, over them the archive's own, then the options."""

from __future__ import annotations

import ast
import os
import sys
import tokenize
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from traceback import extract_tb
from types import ModuleType
from typing import Any

from invoke.exceptions import Exit

from commands.places import HERE, OUTPUT, SETTINGS, home_of, short
from plugins.archive.errors import WrongSettings
from plugins.archive.setting_rules import RULES, wrong_settings
from plugins.archive.settings import Settings

BAD_SETTING = "BAD-SETTING"
"""The code of a setting that cannot be used, and of settings that cannot be read."""

ADDRESS = "INTERTITLE_SITEURL"
"""The environment variable with the address of the site, which comes before ``SITEURL`` in any settings."""

_ALIKE = 0.87
"""How much of two names is the same where one is taken for a slip of the other, as ARCHIV_NAV is."""


def settings_of(library: list[str] | None, content: str, edition: str = "") -> Settings:
    """The settings for the folders and the edition that a call names; where it names none, the archive's own.

    An edition that is none, a folder that is not there, settings that cannot be read, and those that cannot
    be used, end the command with status 2.
    """
    if edition and edition not in OUTPUT:
        raise Exit(f"--edition is {edition!r}; it is {' or '.join(OUTPUT)}", 2)
    content = content or str(HERE / "content")
    for folder in (*(library or ()), content):
        if not Path(folder).is_dir():
            raise Exit(f"{folder} is no folder", 2)
    home = home_of(content)
    configured = configuration("pelicanconf", home) | _address()
    _refuse({**wrong_settings(configured), **dict(_slips(configured))}, home)
    configured["LIBRARIES"] = [
        *(str(home / one) for one in configured["LIBRARIES"]),
        *(str(Path(one).resolve()) for one in library or ()),
    ]
    configured |= {
        "PATH": str(Path(content).resolve()),
        "EDITION": edition or configured["EDITION"],
        "CACHE_PATH": str(home / configured["CACHE_PATH"]) if configured["CACHE_PATH"] else "",
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
    return {} if home == HERE else _set_in(home / SETTINGS) | _address()


def _address() -> dict[str, Any]:
    return {"SITEURL": address} if (address := os.environ.get(ADDRESS)) else {}


def _slips(settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is said of names that are nearly a setting of ours: nobody reads them, and nobody would tell."""
    known = [rule.name for rule in RULES]
    for name in sorted(settings.keys() - set(known)):
        swapped = [one for one in known if sorted(one) == sorted(name)]  # FLIM is FILM
        if found := swapped or get_close_matches(name, known, 1, _ALIKE):
            yield name, f"{name} is no setting; did you mean {found[0]}? A name of your own has small letters"


def _set_in(file: Path) -> dict[str, Any]:
    if not file.is_file():
        raise Exit(f"{file.name} is missing", 2)
    module = ModuleType(file.stem)
    module.__file__ = str(file)
    try:
        with _nothing_compiled_is_kept():
            exec(compile(file.read_bytes(), str(file), "exec", dont_inherit=True), vars(module))  # noqa: S102
    except SyntaxError as fault:
        raise Exit(_told(file, fault.lineno, fault.offset, fault.msg), 2) from fault
    except Exception as fault:
        lines = [one.lineno for one in extract_tb(fault.__traceback__) if one.filename == str(file)]
        message = f"{type(fault).__name__}: {fault}"
        raise Exit(_told(file, lines[-1] if lines else None, None, message), 2) from fault
    return {name: value for name, value in vars(module).items() if name.isupper()}


@contextmanager
def _nothing_compiled_is_kept() -> Iterator[None]:
    """Python knows a compiled file by its size and second: two edits in one second are one to it."""
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before


def _refuse(wrong: Mapping[str, str], home: Path) -> None:
    """End the command with a line for each setting that cannot be used, in their order, if there is any."""
    found = sorted((_place_of(name, home), message) for name, message in wrong.items())
    if found:
        raise Exit(
            "\n".join(f"{':'.join(map(str, place))}: {BAD_SETTING} {told}" for place, told in found), 2
        )


def _place_of(name: str, home: Path) -> tuple[str] | tuple[str, int, int]:
    """Where a setting is set for the archive in a folder: file, line and column, or a variable."""
    if name in _address():
        return (ADDRESS,)
    for file in dict.fromkeys((home / SETTINGS, HERE / SETTINGS)):
        set_here = [
            (one.lineno, one.col_offset)
            for one in ast.walk(ast.parse(file.read_bytes()))
            if (isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store) and one.id == name)
            or (isinstance(one, ast.alias) and (one.asname or one.name) == name)
        ]
        if set_here:
            line, before = max(set_here)
            with tokenize.open(file) as opened:
                words = opened.read().split("\n")[line - 1]
            # Python counts bytes of UTF-8.
            return short(file), line, len(words.encode("utf-8")[:before].decode("utf-8")) + 1
    return short(home / SETTINGS), 1, 1


def _told(file: Path, line: int | None, column: int | None, message: str) -> str:
    place = f"{short(file)}:{line or 1}:{column or 1}"
    return f"{place}: {BAD_SETTING} {message}; settings are Python, mend the line"
