"""What a maintainer sets for one build, read from Pelican's settings or a command's options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from plugins.archive.errors import SettingFault
from plugins.archive.givers import GIVERS, absent


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
            SettingFault: an edition that is neither public nor private, a limit out of range, or
                libraries that are no list, a palette that is no file.
        """
        edition = str(settings.get("EDITION", "public"))
        if edition not in {one.value for one in Edition}:
            raise SettingFault(f"EDITION is {edition!r}; it is 'public' or 'private'")
        words, share = settings.get("EXCERPT_WORDS", 25), settings.get("EXCERPT_SHARE", 0.15)
        if not isinstance(words, int) or words < 0:
            raise SettingFault(f"EXCERPT_WORDS is {words!r}; it is a count of words")
        if not isinstance(share, int | float) or not 0 <= share <= 1:
            raise SettingFault(f"EXCERPT_SHARE is {share!r}; it is a number from 0 to 1")
        libraries = settings.get("LIBRARIES", ())
        if not isinstance(libraries, list | tuple):
            raise SettingFault(f"LIBRARIES is {libraries!r}; it is a list of folders")
        cache = settings.get("CACHE_PATH") if settings.get("KEEP_RESULTS", False) else None
        if not isinstance(cache, str | Path | None):
            raise SettingFault(f"CACHE_PATH is {cache!r}; it is a folder")
        return cls(
            content=Path(settings["PATH"]),
            libraries=tuple(Path(folder) for folder in libraries),
            edition=Edition(edition),
            film=str(settings.get("FILM", "")),
            excerpt_words=words,
            excerpt_share=share,
            stubs=bool(settings.get("STUBS", True)),
            search=bool(settings.get("SEARCH", True)),
            language=str(settings.get("DEFAULT_LANG", "en")),
            cache=Path(cache) if cache else None,
            palette=_palette(settings.get("PALETTE", "")),
            data=not absent("", ("data_files",), settings.get("PLUGINS") or (GIVERS["data_files"],)),
        )


def _palette(name: str) -> Path | None:
    if not name:
        return None
    if not Path(name).is_file() or Path(name).suffix != ".css":
        raise SettingFault(f"PALETTE is {name!r}; it is a stylesheet (.css) in the archive's folder")
    return Path(name)
