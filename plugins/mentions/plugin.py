"""Hooks the stages of ``plugins.mentions`` into Pelican's build.

In a site that is no archive, names are found in Pelican's own articles and pages.
"""

from __future__ import annotations

from typing import Any

from pelican import signals

from plugins.archive.flow import adding
from plugins.archive.givers import absent
from plugins.mentions.stage import STAGES

add_stages = adding(STAGES)


def link_names(generators: list[Any]) -> None:
    """Find names in articles and pages, where the site is no archive."""
    settings, context = generators[0].settings, generators[0].context
    if not absent("mentions", ("documents", "names", "kept"), settings["PLUGINS"]):
        return
    # An archive needs nothing of it, and it brings a parser of web pages along.
    from plugins.mentions.articles import link_names_of

    link_names_of(settings, context)


def register() -> None:
    signals.initialized.connect(add_stages)
    signals.all_generators_finalized.connect(link_names)
