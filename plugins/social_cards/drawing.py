"""A card as a picture: PNG with a palette, 1200 by 630 pixels, the same bytes for the same card.

Each thing on it is drawn as a mask that says how much of a pixel it covers, and the masks become colours of a
small palette: for every ink of the card the steps between paper and ink. So nothing has to be reduced later.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from plugins.social_cards.fitting import Lines, Setting, fitted
from plugins.social_cards.look import LOOKS, Colour, Look, Theme
from plugins.social_cards.shown import Card
from plugins.social_cards.voice import Path, voice_of

WIDTH, HEIGHT = 1200, 630
"""Pixels: what Open Graph's readers ask for most, about 1.91 to 1."""

LARGEST = 20 * 1024
"""Bytes. Some of those who show cards wait for them while somebody types."""

STEPS = 5
"""Shades from paper to ink. Half as many leave letters with rough edges, twice as many make files larger."""

ROOM = 980
"""The widest line, well inside of the frames."""

OUTER, INNER = 24, 44
"""How far the two frames stand from the edges, crosswise."""

NAMES = (Setting(124, 1), Setting(108, 1), Setting(92, 1), Setting(84, 2), Setting(68, 2), Setting(54, 3))
SUMMARIES = (Setting(38, 1), Setting(36, 2), Setting(32, 2))
KICKER = Setting(27, 1)
FOOT = Setting(30, 1)
KICKER_SPACE, FOOT_SPACE = 0.09, 0.045
"""Room between letters, in sizes of theirs: as on the pages."""

VOICE = (480, 96)
VOICE_ALONE = (840, 168)
"""The size of a portrait, and that of one without a name that could be written above it."""

FINE = 4
"""Portraits are drawn so many times as large and then made smaller, for soft edges."""

FOOT_AT = 549
MIDDLE = 287
"""Where the archive's name stands, and the middle of what stands above it, from the top."""

TALLEST = 446
"""What may stand above the archive's name in all. A name of many lines leaves no room for its portrait."""

Block = tuple[int, Callable[["_Drawing", int], None]]
"""Something as high as that, and what draws it below a place."""


class Cards:
    """Draws cards in the look of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._font = cache(self._read_font)
        self._has = cache(self._has_letter)
        self._advance = cache(lambda sign, use, size: float(self._font(use, size).getlength(sign)))

    def png(self, card: Card) -> bytes:
        """A card as a PNG file of at most ``LARGEST`` bytes.

        Words with letters that the theme's fonts lack are left out, and the line of a card that is too full.
        """
        drawn = self._drawn(card)
        return drawn if len(drawn) <= LARGEST else self._drawn(replace(card, line=""))

    def _drawn(self, card: Card) -> bytes:
        look = LOOKS[card.look]
        drawing = _Drawing()
        _frames(drawing.frame, look.is_dashed)
        blocks = list(self._blocks(card))
        if sum(height for height, _ in blocks) > TALLEST:
            blocks = list(self._blocks(replace(card, voice="")))
        top = MIDDLE - sum(height for height, _ in blocks) // 2
        for height, draw in blocks:
            draw(drawing, top)
            top += height
        if self.can_write(card.foot, "display"):
            self._spaced(drawing.ink, card.foot, "display", FOOT, FOOT_SPACE, FOOT_AT)
        return drawing.png(look, self._theme)

    def can_write(self, words: str, use: str) -> bool:
        """Whether a font has every letter of some words; none for none at all."""
        return bool(words) and all(self._has(sign, use) for sign in _composed(words) if not sign.isspace())

    def _blocks(self, card: Card) -> Iterator[Block]:
        """What stands on the card above its foot, one below the other."""
        is_named = self.can_write(card.name, "display")
        if self.can_write(card.kicker, "text"):
            kicker = card.kicker.upper()
            yield 56, lambda to, top: self._spaced(to.kicker, kicker, "text", KICKER, KICKER_SPACE, top + 18)
        if is_named:
            yield self._words(card.name, "display", NAMES, 1.1)
        if card.voice:
            size = VOICE if is_named else VOICE_ALONE
            yield size[1] + 24, lambda to, top: _voice(to.voice, card, size, top + 20)
        if self.can_write(card.line, "italic"):
            yield 26, lambda _, __: None
            yield self._words(card.line, "italic", SUMMARIES, 1.28)

    def _words(self, words: str, use: str, settings: Sequence[Setting], leading: float) -> Block:
        set_ = fitted(_composed(words), ROOM, settings, lambda text, size: self._length(text, use, size))
        height = round(set_.size * leading)
        return height * len(set_.lines), lambda to, top: self._lines(to.ink, set_, use, height, top)

    def _lines(self, mask: Any, set_: Lines, use: str, height: int, top: int) -> None:
        for number, line in enumerate(set_.lines):
            place = (WIDTH / 2, top + height * (number + 0.5))
            mask.text(place, line, font=self._font(use, set_.size), fill=255, anchor="mm")

    def _spaced(self, mask: Any, words: str, use: str, setting: Setting, space: float, middle: int) -> None:
        """One line with room between its letters, cut where it is too long."""
        between = space * setting.size
        font = self._font(use, setting.size)

        def length(text: str, _: int) -> float:
            return self._length(text, use, setting.size) + between * (len(text) - 1)

        (line,) = fitted(_composed(words), ROOM, [setting], length).lines
        left = (WIDTH - length(line, setting.size)) / 2
        for sign in line:
            mask.text((left, middle), sign, font=font, fill=255, anchor="lm")
            left += font.getlength(sign) + between

    def _length(self, text: str, use: str, size: int) -> float:
        # Letters stand beside each other without kerning, so that each is measured once.
        return sum(self._advance(sign, use, size) for sign in text)

    def _read_font(self, use: str, size: int) -> Any:
        # The other layout asks libraries of the system, and would set letters elsewhere on another machine.
        return ImageFont.truetype(self._theme.fonts[use], size, layout_engine=ImageFont.Layout.BASIC)

    def _has_letter(self, sign: str, use: str) -> bool:
        """Whether a font draws a letter as anything else than what it draws for those that it lacks."""
        font = self._font(use, FOOT.size)
        return bytes(font.getmask(sign)) != bytes(font.getmask("\uffff"))


class _Drawing:
    """The masks of a card, by its inks: from 0, where nothing is, to 255."""

    def __init__(self) -> None:
        self._masks = [Image.new("L", (WIDTH, HEIGHT), 0) for _ in range(4)]
        self.frame, self.voice, self.kicker, self.ink = map(ImageDraw.Draw, self._masks)

    def png(self, look: Look, theme: Theme) -> bytes:
        paper, *inks = (theme.colours[name] for name in look.colours)
        pixels = np.zeros((HEIGHT, WIDTH), np.uint8)
        palette = [paper]
        for mask, ink in zip(self._masks, inks, strict=True):
            box = mask.getbbox()
            if box:
                _put(np.asarray(mask.crop(box)), pixels[box[1] : box[3], box[0] : box[2]], len(palette))
                palette += _shades(paper, ink)
        picture = Image.frombytes("P", (WIDTH, HEIGHT), pixels.tobytes())
        picture.putpalette([part for colour in palette for part in colour])
        written = io.BytesIO()
        picture.save(written, "PNG", compress_level=6)
        return written.getvalue()


def _put(mask: Any, pixels: Any, first: int) -> None:
    """Give the pixels under a mask the numbers of its shades in the palette, which begin at ``first``."""
    steps = np.array([(value * STEPS + 127) // 255 for value in range(256)], np.uint8)[mask]
    np.copyto(pixels, steps + np.uint8(first - 1), where=steps > 0)


def _shades(paper: Colour, ink: Colour) -> list[Colour]:
    def mixed(step: int) -> Colour:
        red, green, blue = (
            (one * (STEPS - step) + other * step + STEPS // 2) // STEPS
            for one, other in zip(paper, ink, strict=True)
        )
        return red, green, blue

    return [mixed(step) for step in range(1, STEPS + 1)]


def _frames(mask: Any, is_dashed: bool) -> None:
    """The two crossed rectangles of an intertitle."""
    for left, top in ((OUTER, INNER), (INNER, OUTER)):
        right, bottom = WIDTH - 1 - left, HEIGHT - 1 - top
        mask.rectangle((left, top, right, bottom), outline=190, width=2)
    if is_dashed:
        for start in range(0, WIDTH, 18):
            mask.rectangle((start + 11, 0, start + 17, INNER + 1), fill=0)
            mask.rectangle((start + 11, HEIGHT - INNER - 2, start + 17, HEIGHT), fill=0)
            mask.rectangle((0, start + 11, INNER + 1, start + 17), fill=0)
            mask.rectangle((WIDTH - INNER - 2, start + 11, WIDTH, start + 17), fill=0)


def _voice(mask: Any, card: Card, size: tuple[int, int], top: int) -> None:
    """The portrait of a name in the middle of a card, its opacities one after the other, as they lie."""
    width, height = size
    scale = FINE * width / 240
    for opacity, paths in groupby(voice_of(card.name, card.voice), lambda path: path.opacity):
        fine = Image.new("L", (width * FINE, height * FINE), 0)
        for path in paths:
            _path(ImageDraw.Draw(fine), path, scale, round(255 * opacity))
        mask.bitmap(((WIDTH - width) // 2, top), fine.reduce(FINE), fill=255)


def _path(draw: Any, path: Path, scale: float, shade: int) -> None:
    points = [(x * scale, y * scale) for x, y in path.points]
    half = path.width * scale / 2
    if not half:
        draw.polygon(points, fill=shade)
    elif len(points) == 2:
        (x, above), (_, below) = points
        draw.rounded_rectangle((x - half, above - half, x + half, below + half), half, fill=shade)
    else:
        draw.line(points, fill=shade, width=round(2 * half), joint="curve")


def _composed(words: str) -> str:
    """Words with a letter and its accent as one sign, as fonts have them."""
    return unicodedata.normalize("NFC", words)
