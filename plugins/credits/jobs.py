"""What those who make a film are called, and what they do: the table of ``jobs.toml``, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from plugins.credits.slots import any_of

CAST = "cast"
"""The role of everybody who plays a part."""

DIRECTOR, WRITER, CINEMATOGRAPHER = "director", "writer", "cinematographer"
CONSULTANT = "consultant"
"""The role of those who gave advice on the film: consulted, whatever the text says."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role with the words for it; each field is a key of ``jobs.toml``, explained there."""

    name: str
    nouns: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    craft: bool = False


def _read() -> tuple[tuple[Role, ...], tuple[str, ...]]:
    table = tomllib.loads((Path(__file__).parent / "jobs.toml").read_text("utf-8"))
    return tuple(map(_role, table["role"])), tuple(table["others"]["nouns"])


def _role(written: Mapping[str, Any]) -> Role:
    words = {key: tuple(written[key]) for key in ("nouns", "does", "by", "things", "labels")}
    return Role(written["name"], **words, craft=written.get("craft", False))


ROLES, OTHER_JOBS = _read()
CRAFTS = frozenset(role.name for role in ROLES if role.craft)
"""Roles of which the bare noun before a name tells a job on the film."""


NOUNS = (*(noun for role in ROLES for noun in role.nouns), *OTHER_JOBS)
ALL_DONE_BY = tuple(verb for role in ROLES for verb in role.by)
ALL_DO = tuple(verb for role in ROLES for verb in role.does)

NOUN = any_of(NOUNS) + "s?"
DOES = any_of(ALL_DO)
THINGS = tuple(thing for role in ROLES for thing in role.things)
THING = any_of(THINGS)


@cache
def roles_of_noun(word: str) -> tuple[str, ...]:
    """The roles of somebody who is called so, one or several; none for a job that is none on a film.

    >>> roles_of_noun("Writer-Director"), roles_of_noun("cameramen"), roles_of_noun("festival director")
    (('director', 'writer'), (), ())
    """
    noun = _plain(word)
    return tuple(role.name for role in ROLES if {noun, noun.removesuffix("s")} & _plainly(role.nouns))


@cache
def roles_of_verb(word: str) -> tuple[str, ...]:
    """The roles of somebody who does this to a film.

    >>> roles_of_verb("shot"), roles_of_verb("penned")
    (('cinematographer',), ('writer',))
    """
    return tuple(role.name for role in ROLES if _plain(word) in _plainly((*role.does, *role.by)))


@cache
def roles_of_thing(word: str) -> tuple[str, ...]:
    """The roles of somebody whose this is.

    >>> roles_of_thing("score")
    ('composer',)
    """
    return tuple(role.name for role in ROLES if _plain(word) in _plainly(role.things))


_JOINS = re.compile(r"\s*(?:,|/|&| and | und | et | y | e )\s*")
_BY = re.compile(r"\s+(?:by|von|par|por|da|di|de)$")


@cache
def roles_of_label(words: str) -> tuple[str, ...]:
    """The roles that a list or a credit block sets before names, in the order of the table.

    >>> roles_of_label("Written and Directed by"), roles_of_label("Starring"), roles_of_label("Country")
    (('director', 'writer'), ('cast',), ())
    >>> roles_of_label("screenwriter (sole)"), roles_of_label("Director of Photography")
    (('writer',), ('cinematographer',))
    """
    label = _BY.sub("", _plain(re.sub(r"\([^)]*\)", "", words)))
    whole = _roles_called(label)
    found = whole or {role for part in _JOINS.split(label) for role in _roles_called(part.strip())}
    return tuple(role.name for role in ROLES if role.name in found)


def _roles_called(label: str) -> set[str]:
    return {
        role.name
        for role in ROLES
        if label == role.name
        or {label, label.removesuffix("s")} & _plainly((*role.nouns, *role.labels))
        or label in _plainly((*role.by, *role.things))
    }


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").strip(" .:").split())


def _plainly(words: Iterable[str]) -> set[str]:
    return {_plain(word) for word in words}
