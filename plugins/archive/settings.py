"""What a maintainer sets for one build, read from Pelican's settings or a command's options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from plugins.archive.errors import WrongSettings
from plugins.archive.givers import GIVERS, absent
from plugins.archive.setting_rules import wrong_settings


class Edition(Enum):
    """Who a build is for: anybody, or only the reader who owns the texts."""

    PUBLIC = "public"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Settings:
    """One build's settings. Paths are absolute or relative to where the command was given."""

    content: Path
    libraries: tuple[Path, ...] = ()
    edition: Edition = Edition.PUBLIC
    film: str = ""
    excerpt_words: int = 25
    excerpt_share: float = 0.15
    stubs: bool = True
    search: bool = True
    """Whether the site can be searched: without, there is no index, no search page and no box."""
    language: str = "en"
    """The BCP 47 tag of the site: by its rules words are forms of each other."""
    cache: Path | None = None
    """Where results are kept from one build to the next; None where they are not."""
    palette: Path | None = None
    """A stylesheet with the archive's own colours; None for those of the theme."""
    data: bool = True
    """Whether there are files of data beside the pages: without ``open_data`` no page tells of them."""

    @classmethod
    def from_pelican(cls, settings: Mapping[str, Any]) -> Settings:
        """The archive's part of Pelican's settings.

        Raises:
            WrongSettings: all that cannot be used (``setting_rules.py``), or a palette that is no file.
        """
        if wrong := wrong_settings(settings):
            raise WrongSettings(wrong)
        cache = settings.get("CACHE_PATH") if settings.get("KEEP_RESULTS", False) else None
        return cls(
            content=Path(settings["PATH"]),
            libraries=tuple(Path(folder) for folder in settings.get("LIBRARIES", ())),
            edition=Edition(settings.get("EDITION", "public")),
            film=settings.get("FILM", ""),
            excerpt_words=settings.get("EXCERPT_WORDS", 25),
            excerpt_share=settings.get("EXCERPT_SHARE", 0.15),
            stubs=settings.get("STUBS", True),
            search=settings.get("SEARCH", True),
            language=settings.get("DEFAULT_LANG", "en"),
            cache=Path(cache) if cache else None,
            palette=_palette(settings.get("PALETTE", "")),
            data=not absent("", ("data_files",), settings.get("PLUGINS") or (GIVERS["data_files"],)),
        )


def _palette(name: str | Path) -> Path | None:
    if not name:
        return None
    if not Path(name).is_file() or Path(name).suffix != ".css":
        told = f"PALETTE is {name!r}; it is a stylesheet (.css) in the archive's folder"
        raise WrongSettings({"PALETTE": told})
    return Path(name)
