"""Digests of what a card is drawn from: with the same one it need not be drawn again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import astuple
from importlib.metadata import version

from plugins.entity_pages.portrait import portrait
from plugins.incremental.keys import digest_of, digest_of_code
from plugins.social_cards.look import Theme
from plugins.social_cards.shown import Card


def key_of_drawing(theme: Theme) -> str:
    """The digest of what decides about all cards: the code, Pillow, colours and letters."""
    letters = [hashlib.sha256(file.read_bytes()).hexdigest() for file in theme.fonts.values()]
    colours = json.dumps(dict(theme.colours), sort_keys=True)
    return digest_of(digest_of_code("social_cards"), version("pillow"), colours, *letters)


def key_of_cards(cards: Mapping[str, Card], drawing: str) -> dict[str, str]:
    """The digests of cards by their addresses."""
    return {
        path: digest_of(drawing, *astuple(card), portrait(card.name, card.voice) if card.voice else "")
        for path, card in cards.items()
    }
