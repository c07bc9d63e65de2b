"""Sites of stock Pelican for the tests: its readers, its ``simple`` theme, and the settings of a newcomer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.building import ROOT

SETTINGS = """\
AUTHOR = "Jo Ruiz"
SITENAME = "Notes from the quay"
SITEURL = ""
PATH = "content"
TIMEZONE = "Europe/Brussels"
DEFAULT_LANG = "en"
THEME = "simple"
RELATIVE_URLS = True
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""

LAMP = """\
Title: A lamp that speaks
Date: 2021-03-04
Category: Films
Tags: fog, harbour
Summary: What the lamp says to the pilot.

In the second reel of The Tin Harbour the lamp speaks to the pilot, and nobody is surprised.
Ines Varga wrote it in a week. Varga has said that she dislikes lighthouses.

## The Tin Harbour again

About the ending nobody agrees; `The Tin Harbour` is a name, and [The Tin Harbour](https://film.example/)
a link.
"""

FOG = """\
Fog by the bucket
#################

:date: 2022-05-06
:category: Making

The fog was made with glycerine, and *The Tin Harbour* needed forty buckets of it. Ask Jo Ruiz.
"""

FILM = """\
Title: The Tin Harbour
Aliases: Tin Harbour, Die Zinnküste

A film of two reels. It was shot in a quarry.
"""

VARGA = """\
Title: Ines Varga
Kind: person

She directed one film.
"""

ABOUT = """\
Title: About

These are notes.
"""

CONTENT = {
    "lamp.md": LAMP,
    "making/fog.rst": FOG,
    "pages/film.md": FILM,
    "pages/varga.md": VARGA,
    "pages/about.md": ABOUT,
    "draft.md": LAMP.replace("A lamp that speaks", "Not yet").replace("Category", "Status: draft\nCategory"),
}


def write_site(folder: Path, *settings: str) -> None:
    """A site with two articles, three pages and a draft; ``settings`` stand below the newcomer's own."""
    for name, text in CONTENT.items():
        (folder / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / name).write_text(text, "utf-8")
    (folder / "pelicanconf.py").write_text(SETTINGS + "\n".join(settings) + "\n", "utf-8")


def pelican(folder: Path, plugins: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """What ``pelican`` says and how it ends, as it is typed in the folder of a site."""
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(f"PLUGIN_PATHS = [{str(ROOT)!r}]\nPLUGINS = {list(plugins)!r}\n")
    command = [
        sys.executable,
        "-m",
        "pelican",
        "content",
        "--output",
        "output",
        "--settings",
        "pelicanconf.py",
    ]
    surroundings = {**os.environ, "COLUMNS": "400"}
    return subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False, timeout=120
    )
