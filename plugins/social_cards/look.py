"""The look of the cards: the theme's own colours by day, and its letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.archive.entity import Kind
from plugins.archive.errors import SettingFault
from plugins.social_cards.shown import ANNOUNCED, FILM, PAGE

Colour = tuple[int, int, int]

FONTS = {"display": "fraunces", "text": "newsreader", "italic": "newsreader-italic"}
"""The theme's letters by what they set."""

_VARIABLE = re.compile(r"--([a-z-]+):\s*(?:light-dark\(\s*)?#([0-9a-f]{6})\b")
"""A colour by its name: the only one, or the first of two, which is that of the day."""


@dataclass(frozen=True, slots=True)
class Look:
    """The names of a card's colours in the theme; ``is_dashed`` where its frames are."""

    paper: str
    ink: str = "ink"
    kicker: str = "accent"
    voice: str = "coral"
    frame: str = "rule-strong"
    is_dashed: bool = False

    @property
    def colours(self) -> tuple[str, ...]:
        """The names from the lowest to the highest: the paper first, then each ink."""
        return self.paper, self.frame, self.voice, self.kicker, self.ink


_FILM = Look("card", "card-ink", "card-ink", "card-ink", "card-ink")

LOOKS: dict[str, Look] = {
    FILM: _FILM,
    Kind.CHARACTER.value: _FILM,
    Kind.PERSON.value: Look("rose"),
    Kind.WORK.value: Look("sand"),
    Kind.SOURCE.value: Look("mist"),
    PAGE: Look("wash"),
    ANNOUNCED: Look("paper", is_dashed=True),
}
"""As ``frame.css`` has the title cards."""


@dataclass(frozen=True)
class Theme:
    """What cards are drawn with: colours by their names, and the files of the letters by what they set."""

    colours: Mapping[str, Colour]
    fonts: Mapping[str, Path]


def read_theme(folder: Path) -> Theme:
    """The colours and letters of a theme.

    Raises:
        SettingFault: it lacks some that the cards need; the message says what to do.
    """
    sheet, fonts = folder / "static/css/type.css", _fonts_of(folder)
    colours = colours_of(sheet.read_text("utf-8")) if sheet.is_file() else {}
    wanted = {name for one in LOOKS.values() for name in one.colours}
    missing = [f"--{name}" for name in sorted(wanted - colours.keys())]
    missing += [file.name for file in fonts.values() if not file.is_file()]
    if missing:
        raise SettingFault(f"the theme lacks {', '.join(missing)} for cards; set SOCIAL_CARDS to False")
    return Theme(colours, fonts)


def _fonts_of(folder: Path) -> dict[str, Path]:
    """The whole fonts: those that go out with a site are in two files each, and a card has any letter."""
    return {use: folder / "fonts" / f"{name}.woff2" for use, name in FONTS.items()}


def colours_of(sheet: str) -> dict[str, Colour]:
    """The variables of a style sheet that are colours. The first value counts: what follows is for the night.

    >>> colours_of(":root {--rose: light-dark(#f0d9cf, #000000)} @media (x) {:root {--rose: #000000}}")
    {'rose': (240, 217, 207)}
    """
    found: dict[str, Colour] = {}
    for name, digits in _VARIABLE.findall(sheet):
        red, green, blue = bytes.fromhex(digits)
        found.setdefault(name, (red, green, blue))
    return found
