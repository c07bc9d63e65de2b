"""An index of odd pages, made with whatever package offers ``whoosh``.

As a program (``python -m tests.search_index.forks``) it tells which package that was, and what came out.
"""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path

import whoosh

from plugins.search_index.export import export
from plugins.search_index.page import SearchPage
from tests.search_index.contract import pages_of, read

_SPOKEN = """
the of and a in to on her his their under before letters letter lettered lamp lamps harbour signal signals
signalled tower towers watch watched watching keeper's keeper tide 1957 4 12th
"""
WORDS = _SPOKEN.split()
"""Words with forms of each other, as a fork's stems tell them, and words that stand everywhere."""


def odd_pages() -> tuple[SearchPage, ...]:
    """The pages of the contract, and such as another package may well treat in another way."""
    return (*pages_of(read("ranking.json")), *_odd(), *(_made_up(seed) for seed in range(24)))


def digest_of_export() -> str:
    """A sha256 over the names and the bytes of all files."""
    digest = hashlib.sha256()
    for path, content in sorted(export(odd_pages()).items()):
        digest.update(f"{path} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _odd() -> tuple[SearchPage, ...]:
    kept = "the keeper the keeper under the lamp"
    long = _text(random.Random(1), 40_000)  # noqa: S311 a made-up page, no secret
    marks = "Straße, İzmir, \ufb01ve\u00ad-fold 🎬🎬 o'clock\u2019s"
    return (
        SearchPage("odd/empty.html", "Nothing", "page"),
        SearchPage("odd/signs.html", "...", "page", body="**warn** *one* **** --- a*b _c_ d.e.f"),
        SearchPage("odd/spaceless.html", "灯台の手紙", "work", body="灯台守は手紙を書く。\n\nประภาคาร𠮷野家"),
        SearchPage("odd/numbers.html", "8½", "work", body="0 00 1957 3.14 1,000 12:30 ٣ Ⅳ"),
        SearchPage("odd/marks.html", "E\u0301te\u0301 d'Ilse", "page", body=marks),
        SearchPage("odd/long-word.html", "Long", "page", body="a" * 5000 + "\n\n" + "b" * 300),
        SearchPage("odd/blank.html", "Blank", "page", headings=("", " "), body="\n\n \n\n"),
        SearchPage("odd/unshown.html", "Kept", "source", unshown=kept),
        SearchPage("odd/long.html", "Watch", "page", body=long),
    )


def _made_up(seed: int) -> SearchPage:
    chance = random.Random(seed + 2)  # noqa: S311 made-up pages, no secret
    return SearchPage(
        url=f"made-up/{seed}.html",
        title=_text(chance, 3),
        kind=chance.choice(("person", "work", "event")),
        names=tuple(_text(chance, 2) for _ in range(seed % 4)),
        people=tuple(_text(chance, 2).title() for _ in range(seed % 3)),
        headings=(_text(chance, 2),),
        facts=(_text(chance, 2), _text(chance, 1)),
        year=str(1950 + seed) if seed % 2 else None,
        body="\n\n".join(_text(chance, chance.randrange(120)) for _ in range(4)),
    )


def _text(chance: random.Random, words: int) -> str:
    """Words of which the first ones are the most frequent."""
    return " ".join(WORDS[int(len(WORDS) * chance.random() ** 3)] for _ in range(words))


if __name__ == "__main__":
    made_with = str(Path(whoosh.__file__).parent)
    print(json.dumps({"whoosh": made_with, "digest": digest_of_export()}))  # noqa: T201 read by the test
