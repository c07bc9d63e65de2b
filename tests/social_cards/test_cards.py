"""Cards as they are drawn: small, the same each time, and never with a box in the place of a letter."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from plugins.archive.errors import SettingFault
from plugins.social_cards.drawing import HEIGHT, INNER, TALLEST, WIDTH, Cards
from plugins.social_cards.keys import key_of_cards
from plugins.social_cards.look import FONTS, LOOKS, read_theme
from plugins.social_cards.shown import Card
from plugins.social_cards.voice import voice_of
from tests.building import ROOT

MOST_BYTES = 20 * 1024

NAME = Card("Person", "Ines Varga", "The director.", "person", "person", "Intertitle")

LONG = Card(
    "post production · announced",
    "The Twelfth International Festival of Films That Nobody Has Seen in Their Full and Proper Length Opens",
    "A night on the quay of which only the programme tells, and which may not have taken place at all, "
    "whatever the posters on every corner of the town have to say about it in their very large letters.",
    "person",
    "announced",
    "The Archive of Films That Nobody Made",
)


@pytest.fixture(scope="module")
def cards() -> Cards:
    return Cards(read_theme(ROOT / "theme"))


def picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("look", LOOKS)
def test_a_card_of_every_look_is_small_and_has_its_size(look: str, cards: Cards) -> None:
    drawn = cards.png(replace(NAME, look=look))
    found = picture(drawn)
    assert (found.size, found.format, found.mode) == ((WIDTH, HEIGHT), "PNG", "P")
    assert len(drawn) <= MOST_BYTES


def test_the_same_card_has_the_same_bytes_whoever_draws_it(cards: Cards) -> None:
    assert cards.png(NAME) == Cards(read_theme(ROOT / "theme")).png(NAME)
    assert cards.png(NAME) != cards.png(replace(NAME, name="Bram Oster"))


def test_the_colours_are_the_themes(cards: Cards) -> None:
    theme = read_theme(ROOT / "theme")
    found = picture(cards.png(NAME)).convert("RGB")
    assert found.getpixel((2, 2)) == theme.colours["rose"]
    inks = {colour for _, colour in found.getcolors(1 << 16) or []}
    assert {theme.colours[name] for name in ("ink", "accent", "coral")} <= inks


def test_a_very_long_card_stays_inside_of_its_frames(cards: Cards) -> None:
    drawn = cards.png(LONG)
    assert len(drawn) <= MOST_BYTES
    paper = read_theme(ROOT / "theme").colours["paper"]
    edge = INNER + 3
    inside = picture(drawn).convert("RGB").crop((edge, edge, WIDTH - edge, HEIGHT - edge))
    for side in ((0, 0, 40, inside.height), (inside.width - 40, 0, inside.width, inside.height)):
        assert inside.crop(side).getcolors() == [(40 * inside.height, paper)]
    blocks = [height for height, _ in cards._blocks(replace(LONG, voice=""))]
    assert sum(blocks) <= TALLEST


@pytest.mark.parametrize("name", ["Жанна Озерова", "犬丸 礼", "Karel Čapek", "A\u0301\u0323", "\u200f"])
def test_a_name_with_letters_that_the_font_lacks_is_not_drawn(name: str, cards: Cards) -> None:
    """In its place its voice stands large: what is drawn besides is the same for every such name."""
    assert not cards.can_write(name, "display")
    silent = replace(NAME, name=name, voice="")
    assert cards.png(silent) == cards.png(replace(silent, name="Δ"))
    assert cards.png(replace(silent, voice="person")) != cards.png(silent)


@pytest.mark.parametrize("name", ["Zoë Ångström", "Æsa Ñúñez", "Zoe\u0308 A\u030angstrom", "O’Hara & Søn"])
def test_names_of_western_europe_are_drawn(name: str, cards: Cards) -> None:
    assert cards.can_write(name, "display")
    assert cards.png(replace(NAME, name=name, voice="")) != cards.png(replace(NAME, name="", voice=""))


@pytest.mark.parametrize("kind", ["person", "character", "work"])
def test_a_voice_stays_within_its_room(kind: str) -> None:
    paths = voice_of("Ines Varga", kind)
    points = [point for path in paths for point in path.points]
    assert all(0 <= x <= 240 and 0 <= y <= 48 for x, y in points)
    assert max(x for x, _ in points) > 200
    assert all(0 < path.opacity <= 1 for path in paths)


def test_what_a_card_shows_decides_its_key() -> None:
    shown = {
        "as it is": NAME,
        "another line": replace(NAME, line="A director."),
        "another voice": replace(NAME, voice="character"),
        "moved": replace(NAME, kicker="PersonInes", name=" Varga"),
    }
    keys = key_of_cards(shown, "drawing")
    assert len(set(keys.values())) == len(shown)
    assert key_of_cards(shown, "another")["as it is"] not in keys.values()


def test_a_theme_that_lacks_a_colour_or_a_font_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingFault, match=r"lacks --accent, .*fraunces.woff2.* set SOCIAL_CARDS to False"):
        read_theme(tmp_path)
    assert len(FONTS) == 3
