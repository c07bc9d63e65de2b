"""The table of ``signs.toml``, read: what elements, roles and classes say of the words in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from bs4.element import Tag

_TABLE = tomllib.loads((Path(__file__).parent / "signs.toml").read_text("utf-8"))
_LIMITS = {name: frozenset(words.split()) for name, words in _TABLE["limits"].items()}
_PLACES = (("elements", "name"), ("roles", "role"), ("properties", "itemprop"))
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def elements_of(kind: str) -> frozenset[str]:
    """The names of the elements that the table lists under a kind."""
    return frozenset(_TABLE[kind]["elements"].split())


NOT_TEXT = frozenset({"surely-not", "perhaps-not"})


def _entries(group: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(entry.split("-")) for entry in _TABLE["classes"].get(group, "").split())


_CLASSES = {group: _entries(group) for group in _TABLE["classes"]}
_LONGEST = max(len(entry) for entries in _CLASSES.values() for entry in entries)


def signs_of(tag: Tag) -> dict[str, str]:
    """What an element says of its words: the groups of the table, each with the name that says it."""
    found: dict[str, str] = {}
    for table, attribute in _PLACES:
        written = tag.name if attribute == "name" else str(tag.get(attribute) or "")
        words = frozenset(written.lower().split())
        for group, listed in _TABLE[table].items():
            if said := words.intersection(listed.split()):
                found.setdefault(group, sorted(said)[0])
    for token in _tokens(tag):
        for group in _groups(token):
            found.setdefault(group, f".{token}")
    return found


def _tokens(tag: Tag) -> Iterator[str]:
    classes = tag.get("class") or ()
    yield from classes.split() if isinstance(classes, str) else (str(one) for one in classes)
    if identity := str(tag.get("id") or ""):
        yield identity


def words_of(token: str) -> tuple[str, ...]:
    """The words of a class or an id in small letters, the same for ``relatedPosts`` and ``related_posts``."""
    return tuple(word.lower() for word in _WORD.findall(token))


def _groups(token: str) -> Iterator[str]:
    words = words_of(token)
    if not words or words[0] in _LIMITS["negated"]:
        return
    parts = {
        words[start : start + length]
        for length in range(1, _LONGEST + 1)
        for start in range(len(words) - length + 1)
    }
    for group, entries in _CLASSES.items():
        said = parts & entries
        if len(words) > 1:
            said = {entry for entry in said if len(entry) > 1 or entry[0] not in _LIMITS["alone"]}
        if group in NOT_TEXT and len(words) > 1 and words[0] in _LIMITS["of-posts"]:
            continue
        if group == "comments" and not _LIMITS["not-comments"].isdisjoint(words):
            continue
        if group == "byline" and not _LIMITS["not-bylines"].isdisjoint(words):
            continue
        if group in {"byline", "date"} and words[0] in _LIMITS["of-posts"]:
            said = {entry for entry in said if len(entry) == len(words)}
        if said:
            yield group
