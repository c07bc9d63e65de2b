"""A tiny stated text for tests, written to a folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TEXT = """\
A port of tin

The Tin Harbour (2004) is Ines Varga's second film. It opened on 5 March 2004.

Bram Oster plays the Pilot. Odile (voiced by Nadia Bell) never stops. In Drop, Nadia Bell plays Moth.
"""

PILOT = {
    "person": "bram", "character": "pilot", "part": None, "mode": "screen", "status": "final",
    "quote": "Bram Oster plays the Pilot",
}  # fmt: skip
ODILE = {
    "person": "nadia", "character": "odile", "part": "a lamp", "mode": "voice", "status": "final",
    "quote": "Odile (voiced by Nadia Bell)",
}  # fmt: skip
OPENED = {"quote": "5 March 2004", "edtf": ["2004-03-05"], "status": "happened", "why": "release"}

STATED: dict[str, Any] = {
    "film": {"name": "The Tin Harbour", "year": 2004},
    "published": "2004-11-02",
    "kind": "podcast",
    "people": {
        "bram": {"name": "Bram Oster", "variants": []},
        "nadia": {"name": "Nadia Bell", "variants": ["Bell"]},
        "ines": {"name": "Ines Varga", "variants": []},
    },
    "characters": {
        "pilot": {"name": "the Pilot", "variants": []},
        "odile": {"name": "Odile", "variants": []},
        "moth": {"name": "Moth", "variants": []},
    },
    "works": {"drop": {"name": "Drop", "year": 1999}},
    "cast": [PILOT, ODILE],
    "crew": [
        {"person": "ines", "role": "director", "status": "final", "quote": "Ines Varga's second film"},
    ],
    "traps": [{"person": "nadia", "quote": "Nadia Bell plays Moth", "why": "another film"}],
    "dates": [OPENED],
    "not_dates": [{"quote": "second film", "why": "a count"}],
}


def write_stated(folder: Path, name: str = "01_harbour", text: str = TEXT, **changed: Any) -> Path:
    """The folder, with one stated text more."""
    (folder / f"{name}.txt").write_text(text, "utf-8")
    (folder / f"{name}.json").write_text(json.dumps({**STATED, **changed}), "utf-8")
    return folder
