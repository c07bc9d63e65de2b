"""What the words of a sentence tell of its time: to come, past, called off, or told in the present."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from plugins.archive.date_expression import DateStatus
from plugins.archive.span import Span

_TABLE: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "cues.toml").read_text("utf-8"))


def _any_of(name: str) -> re.Pattern[str]:
    words = "|".join(f"(?:{one})" for one in _TABLE[name]).replace(" ", r"\s")
    return re.compile(rf"(?<![\w])(?:{words})(?!\w)", re.IGNORECASE)


AHEAD, ANNOUNCING, PLANNED, TURNED = map(_any_of, ("ahead", "announcing", "planned", "turned"))
CALLED_OFF, MOVED_FROM = _any_of("called_off"), _any_of("moved_from")
PAST, PAST_PERFECT, PRESENT_PERFECT, PRESENT, SCENE = map(
    _any_of, ("past", "past_perfect", "present_perfect", "present", "scene")
)
