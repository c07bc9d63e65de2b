"""Draws a voice: a small waveform that belongs to one name and always comes out the same.

The archive has no pictures of anybody. In their place each person and each character gets the shape
of their name as it might look when it is said: one swell a word, as wide as the word is long, with a
silence between. People are drawn as the bars of a recorder, characters as the soft ribbon of a voice
that has no body, everything else as a quiet string.

>>> drawing = portrait("Samantha Morton", "person")
>>> drawing == portrait("Samantha Morton", "person")
True
>>> drawing == portrait("Samantha", "character")
False
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from math import sqrt

from markupsafe import Markup, escape

WIDTH, HEIGHT = 240, 48  # of the drawing, in its own units; the page sets the size
MIDDLE = HEIGHT / 2
BARS = 48  # enough for a long name's silences to show, few enough to stay apart at 96 pixels
SILENCE = 1.5  # letters' worth of room between two words
RIBBONS = ((1.0, "0.3"), (0.66, "0.45"), (0.3, "0.8"))  # share of the height, and how opaque
KNOTS = 12  # bends of a ribbon or a string
STRINGS = (1.0, 0.45, -0.3)  # a minus turns the string over


def portrait(name: str, kind: str = "person") -> Markup:
    """Return the waveform of ``name`` as an inline SVG that assistive technology passes over.

    The drawing uses the text's colour and has the classes ``voice`` and ``voice-person``,
    ``voice-character`` or ``voice-thing``. It holds no style, no script and no id, so that it may
    stand on a page any number of times. The same name in another Unicode form gives the same drawing;
    a name without letters gives a nearly flat line.
    """
    spoken = unicodedata.normalize("NFC", name)
    family = kind if kind in ("person", "character") else "thing"
    draw = {"person": _bars, "character": _ribbons, "thing": _strings}[family]
    return Markup(  # noqa: S704 drawn from numbers and one of three words
        f'<svg class="voice voice-{escape(family)}" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
        f' height="{HEIGHT}" aria-hidden="true" focusable="false">{draw(spoken)}</svg>'
    )


def _curves(heights: int, *, backwards: bool = False) -> str:
    """Smooth curves through so many heights at equal distances, with a place for each height.

    They are flat at each of them, so nothing overshoots. Each height but the first has its place twice, and
    once more as the first of the next curve.
    """
    reach = WIDTH / (heights - 1) / 2
    edge, sign = (WIDTH, -1) if backwards else (0, 1)
    drawn = []
    for number in range(heights - 1):
        start = edge + sign * 2 * reach * number
        bend, end = start + sign * reach, start + sign * 2 * reach
        drawn.append(f"C{bend:.1f} %s {bend:.1f} %s {end:.1f} %s")
    return "".join(drawn)


_STEPS = [(step + 0.5) / BARS for step in range(BARS)]
_BARS_DRAWN = "".join(f"M{WIDTH / BARS * (step + 0.5):.1f} %.1fv%.1f" for step in range(BARS))
_BENDS = [knot / KNOTS for knot in range(1, KNOTS)]
_FORTH, _BACK = _curves(KNOTS + 1), _curves(KNOTS + 1, backwards=True)


def _bars(name: str) -> str:
    """One upright stroke a step, mirrored about the middle."""
    numbers: list[float] = []
    for loud, chance in zip(_loudness(name, _STEPS), _chances(name), strict=False):
        half = 0.6 + loud * (0.3 + 0.7 * chance) * (MIDDLE - 3)
        numbers += (MIDDLE - half, 2 * half)
    return (
        '<path fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"'
        f' d="{_BARS_DRAWN % tuple(numbers)}"/>'
    )


def _ribbons(name: str) -> str:
    """Filled shapes laid over each other, the same above and below the middle."""
    chances, loudness = _chances(name), _loudness(name, _BENDS)
    drawn = []
    for share, opacity in RIBBONS:
        halves = [0.0]
        for one in loudness:
            loud = 0.25 + 0.75 * one
            halves.append(loud * (0.2 + 0.8 * next(chances)) * share * (MIDDLE - 2))
        halves.append(0.0)
        above = _curve(_FORTH, [MIDDLE - half for half in halves])
        below = _curve(_BACK, [MIDDLE + half for half in reversed(halves)])
        drawn.append(
            f'<path fill="currentColor" fill-opacity="{opacity}" d="M0 {MIDDLE:.1f}{above}{below}z"/>'
        )
    return "".join(drawn)


def _strings(name: str) -> str:
    """Thin lines that swing about the middle."""
    chances = _chances(name)
    swings = [0.0]
    for knot, one in enumerate(_loudness(name, _BENDS), 1):
        loud = 0.15 + 0.85 * one
        swings.append((1 if knot % 2 else -1) * loud * (0.3 + 0.7 * next(chances)) * (MIDDLE - 4))
    swings.append(0.0)
    lines = [
        f"M0 {MIDDLE:.1f}{_curve(_FORTH, [MIDDLE - swing * share for swing in swings])}" for share in STRINGS
    ]
    return f'<path fill="none" stroke="currentColor" stroke-width="1.2" d="{"".join(lines)}"/>'


def _curve(curves: str, heights: list[float]) -> str:
    """The curves through some heights."""
    written = [f"{height:.1f}" for height in heights]
    return curves % tuple(one for here, there in pairwise(written) for one in (here, there, there))


def _loudness(name: str, places: list[float]) -> list[float]:
    """How loud the name is at some places from 0, its beginning, to 1: from 0 to 1, and 0 between words."""
    words = [length for word in name.split() if (length := sum(map(str.isalnum, word)))]
    whole = sum(words) + SILENCE * (len(words) + 1)
    found = []
    for where in places:
        position, loud = where * whole - SILENCE, 0.0
        for length in words:
            if position <= length:
                along = position / length
                loud = sqrt(4 * along * (1 - along)) if position >= 0 else 0.0
                break
            position -= length + SILENCE
        found.append(loud)
    return found


def _chances(name: str) -> Iterator[float]:
    """Numbers from 0 to 1 that look like chance and are the same for the same name, without end."""
    turn = 0
    while True:
        for byte in sha256(f"{turn}:{name}".encode()).digest():
            yield byte / 255
        turn += 1
