"""The settings under which a command works: those of ``pelicanconf.py`` with its options over them."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from commands.places import HERE
from plugins.archive.errors import ArchiveError
from plugins.archive.settings import Settings


def settings_of(library: list[str] | None, content: str, edition: str = "public") -> Settings:
    """The settings for the folders that a call names; where it names none, the archive's own.

    A folder that is not there, or a setting that cannot be, ends the command with status 2.
    """
    content = content or str(HERE / "content")
    for folder in (*(library or ()), content):
        if not Path(folder).is_dir():
            raise Exit(f"{folder} is no folder", 2)
    configured = configuration("pelicanconf")
    configured["LIBRARIES"] = [
        *(str(HERE / one) for one in configured["LIBRARIES"]),
        *(str(Path(one).resolve()) for one in library or ()),
    ]
    configured |= {
        "PATH": str(Path(content).resolve()),
        "EDITION": edition,
        "CACHE_PATH": str(HERE / configured["CACHE_PATH"]),
    }
    try:
        return Settings.from_pelican(configured)
    except ArchiveError as fault:
        raise Exit(str(fault), 2) from None


def configuration(name: str) -> dict[str, Any]:
    """The settings of a file of Pelican's in the project's folder, by its name without ending."""
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    if spec is None or spec.loader is None or not (HERE / f"{name}.py").is_file():
        raise Exit(f"{name}.py is missing", 2)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {name: value for name, value in vars(module).items() if name.isupper()}
