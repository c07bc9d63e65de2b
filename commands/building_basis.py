"""What decides about all pages of a site at once: settings, code, theme, and the machine's Python."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

from commands.configured import configuration
from commands.places import HERE, SETTINGS, home_of
from plugins.archive.settings import Settings
from plugins.incremental.built_site import Inputs, digest_of_settings, stamps_of
from plugins.incremental.keys import digest_of
from plugins.incremental.stamps import Stamp

CODE = ("plugins", "theme", "commands", "pelicanconf.py", "publishconf.py")
"""Files and folders of the project of which another byte may change any page."""

OWN_SETTINGS, PALETTE = "own settings", "palette"
"""What an archive has of its own besides records and originals."""


def decides(group: str) -> bool:
    """Whether another byte in a group of files may change any page: in all but records and originals."""
    return group != "content" and not group.startswith("library ")


def groups_of(settings: Settings) -> dict[str, Path]:
    """The folders and files that a site is made from, each by a name of its own."""
    libraries = {f"library {number}": folder for number, folder in enumerate(settings.libraries)}
    home = home_of(settings.content)
    configured = configuration("publishconf", home)
    theme = HERE / configured.get("THEME", "theme")
    code = {name: HERE / name for name in CODE} | {"theme": theme}
    own = {OWN_SETTINGS: home / SETTINGS} | ({PALETTE: settings.palette} if settings.palette else {})
    overrides = configured.get("THEME_TEMPLATES_OVERRIDES") or ()
    templates = {f"templates {number}": HERE / folder for number, folder in enumerate(overrides)}
    return {"content": settings.content, **libraries, **code, **own, **templates}


def basis_of(settings: Settings, inputs: Inputs) -> str:
    """The digest of everything that decides besides content and originals."""
    return digest_of(
        sys.version,
        _environment(),
        digest_of_settings(configuration("publishconf", home_of(settings.content))),
        repr(settings),
        inputs.digest(*filter(decides, {name.partition("/")[0] for name in inputs.digests})),
    )


def state_of_code() -> tuple[str, Mapping[str, Stamp]]:
    """What is another as soon as code, settings or theme of the project, or an installed package, changes."""
    return _environment(), stamps_of({name: HERE / name for name in CODE})


def state_of_programs() -> tuple[str, Mapping[str, Stamp]]:
    """What is another as soon as what this process has imported is no longer what it would import."""
    return _environment(), stamps_of({name: HERE / name for name in ("plugins", "commands")})


def _environment() -> str:
    """The installed packages, by the time at which one was last installed or removed."""
    folder = Path(sysconfig.get_paths()["purelib"])
    return str(folder.stat().st_mtime_ns)
