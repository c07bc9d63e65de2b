"""Made-up texts in the style of saved pages, as large as a measurement wants them, the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator

_NAMES = [
    "Varga",
    "Maes",
    "Oster",
    "Bell",
    "Quist",
    "Sørensen",
    "Ndiaye",
    "Okafor",
    "Takeda",
    "Ruiz",
    "Lindqvist",
    "Moreau",
]
_WORDS = [
    "fog",
    "tin",
    "harbour",
    "lamp",
    "rope",
    "tide",
    "ship",
    "night",
    "silence",
    "crane",
    "pilot",
    "window",
    "letter",
    "salt",
    "engine",
    "voice",
    "winter",
    "film",
    "scene",
    "camera",
    "actor",
    "cut",
    "sound",
    "take",
    "light",
    "story",
    "city",
    "part",
    "year",
    "room",
    "studio",
    "script",
    "house",
    "picture",
    "question",
    "answer",
]
_VERBS = ["waits", "leaves", "builds", "finds", "hears", "keeps", "sees", "loses", "turns", "holds"]


def saved_texts(code_points: int, seed: int = 2013) -> str:
    """Interviews, profiles and reviews with comments, one after another, of at least that length."""
    made: list[str] = []
    length = 0
    for text in _texts(random.Random(seed)):
        made.append(text)
        length += len(text) + 2
        if length >= code_points:
            break
    return "\n\n".join(made)


def _texts(chance: random.Random) -> Iterator[str]:
    while True:
        yield chance.choice((_interview, _profile, _review))(chance)


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(6, 22))]
    words[1] = chance.choice(_VERBS)
    words[0] = chance.choice(_NAMES)
    quoted = chance.random() < 0.2
    sentence = f"{' '.join(words)}."
    return f"“{sentence[:-1]},” says {chance.choice(_NAMES)}." if quoted else sentence


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(1, 7)))


def _interview(chance: random.Random) -> str:
    speaker = chance.choice(_NAMES).upper()
    blocks = [
        _paragraph(chance),
        f"QUAY WEEKLY: {_sentence(chance)[:-1]}?",
        f"{speaker}: {_paragraph(chance)}",
    ]
    for _ in range(chance.randint(4, 12)):
        blocks += [f"Did you ever see it when {_sentence(chance)[:-1]}?", f"I did. {_paragraph(chance)}"]
    return "\n\n".join(blocks)


def _profile(chance: random.Random) -> str:
    blocks = [f"A port of {chance.choice(_WORDS)}", f"By Ines {chance.choice(_NAMES)}"]
    blocks += [_paragraph(chance) for _ in range(chance.randint(10, 40))]
    blocks.insert(5, f"A {chance.choice(_WORDS)} at night. Photo: Lotte {chance.choice(_NAMES)}/The Quay")
    blocks.append("*This article originally appeared in the May 3, 2011 issue of The Quay.")
    return "\n\n".join(blocks)


def _review(chance: random.Random) -> str:
    blocks = [_paragraph(chance) for _ in range(chance.randint(4, 10))]
    blocks += ["Directed by Ines Varga", "Running Time: 96 minutes", "Share", "Leave a Reply"]
    for number in range(1, chance.randint(2, 8)):
        blocks.append(f"  {number}. {_paragraph(chance)}")
        blocks.append(f"    {_paragraph(chance)}")
        blocks.append(f"    1. {_sentence(chance)}")
    return "\n\n".join([*blocks, "Comments are closed."])
