"""Which of our words are which of schema.org's, and which have none there.

Source: schema.org, its types and their properties; the tests hold every page against the vocabulary.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

CONTEXT = "https://schema.org"

MOVIE, WORK, PERSON, EVENT = "Movie", "CreativeWork", "Person", "Event"
REVIEW, PLACE, ORGANISATION, PART = "Review", "Place", "Organization", "PerformanceRole"
PERFORMERS, BAND = "PerformingGroup", "MusicGroup"

TERMS: dict[str, tuple[str, ...]] = {
    MOVIE: (
        *("name", "alternateName", "director", "author", "producer", "musicBy", "actor"),
        *("duration", "datePublished", "genre", "productionCompany"),
    ),
    WORK: ("name", "alternateName", "author", "producer", "datePublished", "genre", "publisher", "about"),
    REVIEW: ("name", "itemReviewed", "author", "publisher", "datePublished"),
    PERSON: ("name", "alternateName", "birthDate", "deathDate", "jobTitle"),
    EVENT: ("name", "startDate", "endDate", "location", "about"),
    PLACE: ("name",),
    ORGANISATION: ("name",),
    PART: ("actor", "characterName"),
    PERFORMERS: ("name",),
    BAND: ("name",),
}
"""Every type that pages use, with its properties in the order in which they are written.

Besides, a thing that has a place in the site has ``@id`` and ``url``.
"""

TYPES_OF_WORKS = {"film": MOVIE, "short": MOVIE}
"""The kinds of work that schema.org has a type for without a guess. A video may be a clip or a broadcast, a
song a composition or a recording: those and all others are ``CreativeWork``."""


class Reading(Enum):
    """How a value of ours becomes one of schema.org's; a value that cannot is left out."""

    TEXT = "the words, without links"
    DATE = "a day, a month or a year, as exact as it is written"
    DURATION = "a length to the minute, as ISO 8601 has it"
    THING = "what the value links to, where it is nothing but a link"


@dataclass(frozen=True, slots=True)
class Term:
    """A property of schema.org. ``reading`` says how its values are made, ``several`` that it may have many.

    Where it may have one only, and more than one is settled, it is left out.
    """

    name: str
    reading: Reading
    several: bool = False


FACTS: dict[str, Term] = {
    "running-time": Term("duration", Reading.DURATION),
    "release-date": Term("datePublished", Reading.DATE),
    "release": Term("datePublished", Reading.DATE),
    "release-year": Term("datePublished", Reading.DATE),
    "genre": Term("genre", Reading.TEXT, several=True),
    "production-company": Term("productionCompany", Reading.THING, several=True),
    "studio": Term("productionCompany", Reading.THING, several=True),
    "born": Term("birthDate", Reading.DATE),
    "died": Term("deathDate", Reading.DATE),
    "profession": Term("jobTitle", Reading.TEXT, several=True),
}
"""Properties of records. Where two mean one term and fit, the first that has a value gives it: a day of
release goes before its year.

Left out: ``earlier-cut`` (a stage, not the film), ``premiere`` (an event), ``distributor``, ``budget`` and
``gross`` (schema.org has no term for them on a film), ``year`` (of which nobody says that it is the year of
release), ``age`` (true on one day).
"""

CREDITS: dict[str, str] = {
    "director": "director",
    "writer": "author",
    "producer": "producer",
    "composer": "musicBy",
    "cast": "actor",
}
"""Roles, as ``plugins.credits`` names them.

Left out: the executive producer, who is no producer; the editor, whose term is for those who edit texts; the
cinematographer, the designer and others, for whom there is none.
"""

AGENTS: dict[str, dict[str, str]] = {
    "director": {PERSON: PERSON},
    "musicBy": {PERSON: PERSON, ORGANISATION: BAND},
    "actor": {PERSON: PERSON, ORGANISATION: PERFORMERS},
    "productionCompany": {ORGANISATION: ORGANISATION},
}
"""Of terms that do not take everybody, whom they take, and as what: a group that made the music is a band.

Whoever is none of these is left out.
"""
