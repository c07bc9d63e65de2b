"""Texts as their words, so that a copy is found whatever its markup, quotes or line ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set
from pathlib import Path

from bs4 import BeautifulSoup

WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+|[\r\n]+")


def words_of(text: str) -> tuple[str, ...]:
    """Lower-case words without accents; curly apostrophes are straight."""
    plain = unicodedata.normalize("NFKD", text).replace("’", "'").replace("‘", "'").lower()
    return tuple(WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign))))


def sentences_of(text: str, at_least: int) -> set[tuple[str, ...]]:
    """The sentences of a text that have that many words or more."""
    return {words for part in SENTENCE_END.split(text) if len(words := words_of(part)) >= at_least}


def runs_of(words: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of that many words, from the left."""
    return (words[start : start + length] for start in range(len(words) - length + 1))


def shared_runs(words: tuple[str, ...], known: Set[tuple[str, ...]], length: int) -> set[tuple[str, ...]]:
    """The longest stretches of ``words`` whose every run of that many words is among the known ones."""
    found: set[tuple[str, ...]] = set()
    start: int | None = None
    for place in range(len(words) - length + 2):
        if words[place : place + length] in known:
            start = place if start is None else start
        elif start is not None:
            found.add(words[start : place + length - 1])
            start = None
    return found


def holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether the part stands somewhere in the words, in one piece."""
    return part in set(runs_of(words, len(part)))


def is_row_of(names: Set[tuple[str, ...]], words: tuple[str, ...]) -> bool:
    """Whether the words are names one after another, with nothing between them."""
    ends = {0}
    for end in range(1, len(words) + 1):
        if any(words[start:end] in names for start in ends):
            ends.add(end)
    return len(words) in ends


def readings_of(file: Path) -> Iterator[str]:
    """A file as each of its readers has it: its bytes, its JSON unescaped, its HTML without tags."""
    text = file.read_bytes().decode("utf-8", "ignore")
    yield ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    if file.suffix == ".html":
        yield BeautifulSoup(text, "html.parser").get_text()
