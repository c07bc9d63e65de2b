"""Ids for new sources, made of what their texts say: never of a file's name, a date of import or an order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from plugins.archive.file_names import why_unusable, words_of
from plugins.importing.detected import Detected, Field

LONGEST_ID = 60
"""Letters of an id before it is told from another by digits of its digest."""

LONGEST_OUTLET = 30
LONGEST_WORD = 40

DIGITS = 8
"""Hexadecimal digits of a digest that stand for a text which says nothing of itself."""

FEWEST_DIGITS = 4
"""Digits that tell two texts apart of which the same is said; as many more are taken as they need."""


def base_id(detected: Iterable[Detected], digest: str) -> str:
    """The id that a text asks for: its outlet, kind, headline and year, as far as it says them.

    A text that says neither outlet nor headline is called by its kind and the beginning of its digest.
    """
    said: dict[Field, str] = {}
    for one in detected:
        said.setdefault(one.field, one.value)
    outlet = _within(words_of(said.get(Field.OUTLET, "")), LONGEST_OUTLET)
    headline = words_of(said.get(Field.HEADLINE, ""))
    year = re.findall(r"^[0-9]{4}", said.get(Field.PUBLISHED, ""))
    kind = said.get(Field.KIND, "")
    if not outlet and not headline:
        return "-".join([kind or "text", *year, digest[:DIGITS]])
    start = [*outlet, *([kind] if kind else ())]
    room = LONGEST_ID - len("-".join([*start, *year])) - 1
    found = "-".join([*start, *_within(headline, room), *year])
    return f"{found}-{digest[:FEWEST_DIGITS]}" if why_unusable(found) else found


def _within(words: list[str], room: int) -> list[str]:
    """The first words that fit into a number of letters with hyphens between; a word too long is cut."""
    found: list[str] = []
    for word in words:
        if len("-".join([*found, word])) > room:
            return found or [word[: min(room, LONGEST_WORD)]]
        found.append(word)
    return found


def assign_ids(wanted: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
    """An id for each text, by digest, from the ids that they ask for, by digest.

    An id that several ask for, or that is taken, goes to none of them: each gets digits of its digest
    behind it. So no id depends on the order in which texts are read.
    """
    asked = Counter(wanted.values())
    assigned = {digest: base for digest, base in wanted.items() if asked[base] == 1 and base not in taken}
    used = {*taken, *assigned.values()}
    for digest, base in sorted(wanted.items()):
        if digest not in assigned:
            assigned[digest] = next(one for one in _longer(base, digest) if one not in used)
            used.add(assigned[digest])
    return assigned


def _longer(base: str, digest: str) -> Iterator[str]:
    yield from (f"{base}-{digest[:length]}" for length in range(FEWEST_DIGITS, len(digest) + 1))
