"""Hooks cards into Pelican's build: the generator that draws those that the last site does not have yet."""

from __future__ import annotations

import json
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.archive.flow import flow_of, needing
from plugins.entity_pages.sharing import shows_cards
from plugins.incremental.build import Build
from plugins.incremental.workers import spread
from plugins.incremental.writing import write_files

CARDS = "cards"
"""Under which a store keeps what the cards of a site were drawn from, by their addresses."""


class SocialCardsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes ``cards``, in sites that know their address."""

    def generate_output(self, writer: Writer) -> None:  # noqa: ARG002 Pelican calls it so
        if not shows_cards(self.settings):
            return
        build: Build = flow_of(self.settings).value("build")
        with build.timings.of("social_cards"):
            self._write(build)

    def _write(self, build: Build) -> None:
        # What draws is imported where there is something to draw.
        from plugins.social_cards.drawing import Cards
        from plugins.social_cards.keys import key_of_cards, key_of_drawing
        from plugins.social_cards.look import read_theme
        from plugins.social_cards.shown import cards_of

        pages = flow_of(self.settings).value("pages")
        cards = cards_of(pages, self.settings["SITENAME"], self.context["SITESUBTITLE"])
        theme = read_theme(Path(self.settings["THEME"]))
        keys = key_of_cards(cards, key_of_drawing(theme))
        last, keep = known_cards(build), build.keeper(Path(self.output_path))
        missing = [path for path, key in keys.items() if last.get(path) != key or not keep(path)]
        drawn = Cards(theme)

        def write(path: str) -> None:
            write_files(self.output_path, {path: drawn.png(cards[path])})

        spread(write, missing, "social_cards")
        build.remember({CARDS: json.dumps(keys).encode("ascii")})


def known_cards(build: Build) -> dict[str, str]:
    """What the last site's cards were drawn from; nothing where that is not known."""
    written = build.recalled([CARDS]).get(CARDS)
    try:
        return dict(json.loads(written)) if written else {}
    except (TypeError, ValueError):
        return {}


refuse_alone = needing("social_cards", (), "pages", "build")


def add_generator(pelican: Pelican) -> type[Generator]:  # noqa: ARG001 Pelican calls it so
    return SocialCardsGenerator


def register() -> None:
    signals.initialized.connect(refuse_alone)
    signals.get_generators.connect(add_generator)
