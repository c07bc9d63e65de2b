"""Words that people bring along for keys, from an infobox, a blog or a card index, in English and German."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

T = TypeVar("T")


def by_word(table: Mapping[str, T]) -> dict[str, T]:
    """A table with a row for each word, of one that has several words in a row.

    >>> by_word({"part rolle": "character"})
    {'part': 'character', 'rolle': 'character'}
    """
    return {word: meant for words, meant in table.items() for word in words.split()}


SAID_OTHERWISE: dict[str, tuple[str, ...]] = {
    word: tuple(keys.split())
    for word, keys in by_word(
        {
            "actor actress played-by performer darsteller portrayed-by portrayer voiced-by voice-actor "
            "voice-actress acted-by gespielt-von sprecher": "person performed-by people",
            "person": "people performed-by",
            "cast starring besetzung": "people",
            "alias aliases also-known-as aka other-names nickname auch-bekannt-als": "variants",
            "author by byline autor verfasser reviewer critic journalist kritiker": "author",
            "citation ref reference references source sources quelle quellen": "cite",
            "comment remark anmerkung": "note",
            "crew stab": "credits",
            "day when datum": "date published year",
            "date": "published year",
            "description synopsis abstract excerpt beschreibung zusammenfassung": "summary note",
            "film movie": "film work works",
            "work": "film",
            "films movies filmography filme": "works film",
            "headline": "title name",
            "job function": "role",
            "language sprache": "lang",
            "link website": "url",
            "location where ort venue city town stadt": "place",
            "magazine newspaper publisher publication paper journal periodical zeitung zeitschrift": "outlet",
            "site": "outlet place",
            "participants attendees guests present who actors beteiligte teilnehmer gäste": "people person",
            "part rolle": "character role",
            "released release-date release erscheinungsjahr": "year date published",
            "title titel label official-name full-name": "name work",
            "type art": "kind phase",
            "stage": "phase",
            "published year jahr": "year date published",
            "quote text statement what says": "point value",
            "name": "person property",
            "rating score stars bewertung verdikt": "verdict",
            "pros likes strengths positive positives praise good stärken": "praises",
            "cons dislikes weaknesses negative negatives faults flaws bad schwächen": "minds",
            "start-date begin begins beginning start": "date",
            "writer": "author",
        }
    ).items()
}
"""Words that people write for a key, with the keys that they mean, the first that a record takes."""

ROLES: dict[str, str] = by_word(
    {
        "director directed-by directors regie regisseur": "director",
        "writer writers written-by screenplay screenwriter author authors drehbuch autor": "writer",
        "producer producers produced-by produzent": "producer",
        "cinematographer cinematography photography camera kamera": "cinematographer",
        "composer music music-by musik": "composer",
        "editor editors edited-by editing schnitt": "editor",
        "production-designer designer sets": "production designer",
        "costumes costume-designer": "costume designer",
        "cast starring stars actors actor actress besetzung darsteller voices voice-cast": "cast",
        "performer performers": "performer",
    }
)
"""Jobs that infoboxes have as keys."""

_RANKED = re.compile(
    r"(?:(?:executive|associate|assistant|co|line|first|second|art|casting|music|sound|stunt|lead)[ -])+"
    r"(?:director|producer|writer|editor|composer|designer|cinematographer)"
    r"|(?:stunt|body|hand|dance) double|stand-in|stunts|extra",
    re.IGNORECASE,
)
"""Jobs of which a word before them tells the rank, and those of who is seen in another's part."""


def form_of_role(word: str) -> str:
    """A job as it is compared: in small letters, with hyphens between its words."""
    return "-".join(word.casefold().replace("_", " ").split())


def role_of(word: str) -> str:
    """The job that a word means, in any letters; empty for a word that is none, or that nobody knows.

    >>> role_of("Directed by"), role_of("Executive Producer"), role_of("Quay")
    ('director', 'executive producer', '')
    """
    said = ROLES.get(form_of_role(word), "")
    return said or (word.lower() if _RANKED.fullmatch(word) else "")


def job_meant(word: str) -> str:
    """The same, of jobs that credit blocks name besides; these are asked where something is wrong already.

    >>> job_meant("Gaffer"), job_meant("Pilot")
    ('gaffer', '')
    """
    # The table of jobs is long, and an archive without a fault needs none of it.
    from plugins.credits.jobs import roles_of_label

    return role_of(word) or (word.lower() if roles_of_label(word) else "")


FACTS_IN: dict[str, dict[str, str]] = {
    "en": by_word(
        {
            "born birth birthday birth-date birthdate date-of-birth": "born",
            "died death death-date deathdate date-of-death": "died",
            "birthplace birth-place place-of-birth": "birthplace",
            "place-of-death death-place deathplace died-in": "place-of-death",
            "occupation profession": "profession",
            "running-time runtime length duration": "running-time",
            "country": "country",
            "nationality": "nationality",
            "spouse spouses partner married-to": "spouse",
            "studio production-company company": "company",
            "genre genres": "genre",
            "budget": "budget",
            "gross box-office": "gross",
            "awards award": "awards",
            "age": "age",
            "lived life lifespan life-span life-dates years-of-life": "lived",
            "original-title": "original-title",
        }
    ),
    "de": by_word(
        {
            "geboren geburtsdatum": "born",
            "gestorben todesdatum": "died",
            "geburtsort": "birthplace",
            "sterbeort": "place-of-death",
            "beruf": "profession",
            "laufzeit länge": "running-time",
            "land": "country",
            "nationalität": "nationality",
            "ehepartner": "spouse",
            "alter": "age",
            "lebensdaten": "lived",
            "originaltitel": "original-title",
        }
    ),
}
"""Words that infoboxes of a language have as keys, with the property of the fact that they are."""

FACTS = {word: name for words in FACTS_IN.values() for word, name in words.items()}
"""The same for whoever writes a record, in whatever language."""


@cache
def words_for(name: str, language: str) -> tuple[str, ...]:
    """What a property is called in a language besides its name.

    >>> words_for("running-time", "en"), words_for("naming", "en")
    (('runtime', 'length', 'duration'), ())
    """
    words = FACTS_IN.get(language.partition("-")[0].lower(), {})
    return tuple(word.replace("-", " ") for word, meant in words.items() if meant == name and word != name)


_ONE_WORD = frozenset({"born", "died", "birthplace", "place-of-death"})
"""Properties that have one word each, as a day is looked for under it; others may be an editor's own."""


def property_meant(said: str) -> str:
    """The property that is meant by some words; a word of the editor's own stays as it is.

    >>> property_meant("Date of birth"), property_meant("Hair colour"), property_meant("occupation")
    ('born', 'Hair colour', 'occupation')
    """
    form = "-".join(said.casefold().split())
    name = FACTS.get(form, "")
    if name in _ONE_WORD or (name and form != said):
        return name
    return said


CHOICES_SAID_OTHERWISE: dict[str, dict[str, str]] = {
    "phase": {
        "shooting": "production filming shoot principal-photography photography dreh dreharbeiten",
        "preparation": "pre-production preproduction casting planning vorbereitung",
        "development": "writing script screenplay idea",
        "post-production": "postproduction post editing mixing scoring schnitt",
        "release": "premiere distribution theatrical theatrical-release festival cinema kino",
        "reception": "reviews awards award critics aftermath legacy",
    },
    "status": {
        "happened": "completed complete done finished past real occurred took-place confirmed true",
        "announced": "planned upcoming scheduled expected future rumoured rumored",
        "cancelled": "canceled postponed abandoned",
        "asserted": "confirmed true fact certain stated yes sure said",
        "approximate": "estimated estimate about circa approx rough",
        "final": "credited official main lead",
        "cut": "deleted removed",
        "replaced": "recast fired",
        "uncredited": "not-credited no-credit",
    },
    "mode": {
        "screen": "live-action on-screen onscreen live body person physical seen",
        "voice": "voice-over voiceover voice-only dubbing dubbed off heard",
    },
    "kind": {
        "review": "critique criticism kritik",
        "interview": "conversation q&a gespräch",
        "essay": "study",
    },
    "rights": {
        "summary": "copyright copyrighted protected ©",
        "full": "free public-domain cc0",
        "excerpt": "quote",
    },
    "about": {
        "acting": "performance performances actors actor cast",
        "image": "cinematography photography camera visuals look images",
        "music": "score soundtrack songs",
        "screenplay": "script writing dialogue dialogues",
        "story": "plot narrative",
        "direction": "directing director",
        "design": "sets costumes production-design",
        "humour": "humor comedy",
        "ideas": "theme themes message meaning",
        "pace": "pacing length tempo",
        "feeling": "emotion emotions mood",
        "ending": "finale",
    },
}
"""Words that people write for the choices of a key, by these; of one word each key takes what it knows."""


def choice_meant(word: str, key: str, choices: Iterable[str]) -> str:
    """The choice that a word means behind a key; empty for none.

    >>> choice_meant("Filming", "phase", ("preparation", "shooting"))
    'shooting'
    """
    said = CHOICES_SAID_OTHERWISE.get(key, {})
    form = "-".join(word.casefold().replace("_", " ").split())
    return next((one for one in choices if form in said.get(one, "").split()), "")


NOTHING = by_word(
    {
        "tags tag keywords schlagworte": "links and the search lead to a page, and no tags; take it out",
        "category categories kategorie": "its folder says what a record is; take the line out",
        "id slug permalink": "the file's name is the id; take the line out",
        "draft publish published hidden private unlisted noindex": "all that stands in content is published; "
        "move the file out of content until it is ready, or take the line out",
        "layout template weight cssclass cssclasses toc lastmod created updated "
        "modified comments featured": "the archive has no use for it; take the line out",
        "author authors": "who wrote a page is not told in it; take the line out",
    }
)
JOBS = frozenset({"job", "jobs", "function"})
PARTS = JOBS | {"role", "roles", "rolle", "rollen", "part", "parts", "plays"}
DATES = frozenset({"date", "year", "day", "when", "datum", "jahr", "released", "release-date", "published"})
PICTURES = frozenset({"image", "images", "picture", "photo", "poster", "cover", "thumbnail", "bild", "foto"})
PROSE = frozenset(
    {
        "body",
        "text",
        "content",
        "biography",
        "bio",
        "plot",
        "story",
        "inhalt",
        "handlung",
        "biografie",
        "trivia",
        "note",
        "notes",
        "comment",
    }
)
