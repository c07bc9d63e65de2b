"""What contributors may write: every folder of records, its keys, and what each key takes.

This table is the only place that knows; the reader checks against it and the documentation is
tested against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum

from plugins.archive.assemble import NO_FACTS
from plugins.archive.entity import Kind
from plugins.authority.choices import (
    ASPECTS,
    BASES,
    CLAIM_STATUSES,
    CREDIT_STATUSES,
    EVENT_STATUSES,
    MODES,
    PHASES,
    RIGHTS,
    SOURCE_KINDS,
)


class Shape(Enum):
    """The shape of a key's value."""

    TEXT = "a line of text"
    TEXTS = "a list of texts"
    DATE = "a date"
    CITES = "a pointer, or a list of pointers"
    ID = "the id of a record"
    IDS = "a list of ids"
    TOPICS = "an aspect or an id, or a list of them"
    LANGUAGE = "the tag of a language, like en or de"
    ADDRESS = "an address that begins with https://"
    DIGEST = "64 hexadecimal digits"
    NUMBER = "a whole number"
    ITEMS = "a list of entries with keys of their own"


ADDRESS = r"[Hh][Tt][Tt][Pp][Ss]?://\S+"
"""The form of an address of the web."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it takes, whether it must be there, and what it means.

    ``choices`` limits a text, and is what topics may be besides ids; ``meanings`` tells what those of them
    mean that nobody can guess; ``refused`` are texts that a text
    must not be; ``items`` describes the entries of a list; ``kinds`` are the kinds of record that an id
    may name (none given: any kind). ``also`` is another word for the key, by which editors know it.
    """

    shape: Shape
    meaning: str
    required: bool = False
    choices: tuple[str, ...] = ()
    refused: frozenset[str] = frozenset()
    items: dict[str, Key] | None = None
    kinds: tuple[Kind, ...] = ()
    also: str | None = None
    meanings: Mapping[str, str] = field(default_factory=dict)

    @property
    def choice(self) -> str:
        """The choices as a message lists them, each with what it means.

        >>> Key(Shape.TEXT, "how much", choices=("full", "link"), meanings={"link": "an address"}).choice
        'full, link (an address)'
        """
        told = (f"{one} ({self.meanings[one]})" if one in self.meanings else one for one in self.choices)
        return ", ".join(told)


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A folder (or an authority file) of records of one kind. ``url`` is the folder of their pages."""

    kind: Kind
    url: str | None
    keys: dict[str, Key]

    def key_at(self, way: tuple[str | int, ...]) -> Key | None:
        """The key at the end of a way to a value, through entries of lists; None where there is none."""
        keys, known = self.keys, None
        for step in way:
            if isinstance(step, str):
                known = keys.get(step)
                keys = (known.items if known else None) or {}
        return known


_CITE = Key(Shape.CITES, "the passages that say so")
_NOTE = Key(Shape.TEXT, "a remark in the archive's words")
_SUMMARY = Key(Shape.TEXT, "one sentence about it, in the archive's words", required=True)
FORMER_IDS = "former-ids"
"""The key under which a record tells the ids that it had before."""

_FORMER_IDS = Key(Shape.TEXTS, "ids that it had before it was renamed: their addresses lead to its page")
_SPOILER = Key(
    Shape.TEXT,
    "yes where the summary gives away how the story ends: only its own page shows it then",
    choices=("yes", "no"),
)
_NAME = Key(Shape.TEXT, "the name by which the archive knows it", required=True)
_VARIANTS = Key(Shape.TEXTS, "other forms that always mean it", also="aliases")
_SORT_NAME = Key(Shape.TEXT, "the name as an index has it: family name first, no article")
NO_FACTS_WRITTEN = {
    "credit": "who did what stands under credits: [{person: ID, role: director}] in the record of the work",
    "date": "say of what: property: born, died, released; what happened then is a record in content/events",
    "event": "write a record of it, content/events/NAME.md, with date:, status:, phase: and cite:",
    "note": "write it behind note: in the entry that it belongs to, or into the text below the second ---",
    "praises": "what a review likes stands in its own record in content/sources, under praises:",
    "minds": "what a review does not like stands in its own record in content/sources, under minds:",
    "verdict": "a review's judgement stands in its own record in content/sources, behind verdict:",
}
"""Where each of ``NO_FACTS`` is written."""

_PERFORMER = (Kind.PERSON, Kind.ORGANISATION)

_FACTS = Key(
    Shape.ITEMS,
    "what sources say of it, one entry for each value",
    items={
        "property": Key(
            Shape.TEXT,
            "what is said, its words joined by hyphens: born, running-time",
            required=True,
            refused=NO_FACTS,
        ),
        "value": Key(Shape.TEXT, "the value, at the precision of the source", required=True),
        "status": Key(
            Shape.TEXT, "how the source has it", choices=tuple(CLAIM_STATUSES), meanings=CLAIM_STATUSES
        ),
        "cite": _CITE,
        "note": _NOTE,
    },
)
_CREDIT_KEYS = {
    "role": Key(Shape.TEXT, "the job, in lower case, such as director or cast", required=True),
    "character": Key(Shape.ID, "the character played", kinds=(Kind.CHARACTER,)),
    "character-name": Key(Shape.TEXT, "the name of a part that has no record"),
    "status": Key(Shape.TEXT, "what became of it", choices=tuple(CREDIT_STATUSES), meanings=CREDIT_STATUSES),
    "mode": Key(Shape.TEXT, "on screen or by voice", choices=MODES),
    "cite": _CITE,
    "note": _NOTE,
}
_WORK_KEYS = {
    "name": _NAME,
    "sort-name": _SORT_NAME,
    "kind": Key(Shape.TEXT, "film, short, video, song, picture, essay and the like"),
    "year": Key(Shape.DATE, "the year that the sources give it"),
    "lang": Key(Shape.LANGUAGE, "the language of a foreign title, as a BCP 47 tag"),
    "translation": Key(Shape.TEXT, "what a foreign title means"),
    "variants": _VARIANTS,
    "summary": _SUMMARY,
    "spoiler": _SPOILER,
    FORMER_IDS: _FORMER_IDS,
    "facts": _FACTS,
    "credits": Key(
        Shape.ITEMS,
        "who did what on it",
        items={"person": Key(Shape.ID, "who", required=True, kinds=_PERFORMER), **_CREDIT_KEYS},
    ),
    "not": Key(Shape.IDS, "records that its names must never be taken for"),
}
_POINTS = {
    "point": Key(Shape.TEXT, "what it says, in the archive's words", required=True),
    "about": Key(Shape.TOPICS, "what it is about: aspects of a film, ids of records", choices=tuple(ASPECTS)),
    "cite": _CITE,
}
_SHORT_KEYS = {
    "id": Key(Shape.TEXT, "the record's id", required=True),
    "name": _NAME,
    "sort-name": _SORT_NAME,
    "variants": _VARIANTS,
    "kind": Key(Shape.TEXT, "what sort of thing it is"),
    "year": Key(Shape.DATE, "its year, if the sources give it"),
    "lang": Key(Shape.LANGUAGE, "the language of a foreign name, as a BCP 47 tag"),
    "translation": Key(Shape.TEXT, "what a foreign title means"),
    "note": Key(Shape.TEXT, "one line about it"),
    "cite": _CITE,
    "not": Key(Shape.IDS, "records that its names must never be taken for"),
}

FOLDERS: dict[str, RecordKind] = {
    "films": RecordKind(Kind.WORK, "films", _WORK_KEYS),
    "works": RecordKind(Kind.WORK, "works", _WORK_KEYS),
    "people": RecordKind(
        Kind.PERSON,
        "people",
        {
            "name": _NAME,
            "sort-name": _SORT_NAME,
            "variants": _VARIANTS,
            "summary": _SUMMARY,
            "spoiler": _SPOILER,
            FORMER_IDS: _FORMER_IDS,
            "facts": _FACTS,
            "credits": Key(
                Shape.ITEMS,
                "parts in works that are not told in the work's own record",
                items={
                    "work": Key(Shape.ID, "which work", required=True, kinds=(Kind.WORK,)),
                    **_CREDIT_KEYS,
                },
            ),
            "not": Key(Shape.IDS, "records that the person's names must never be taken for"),
        },
    ),
    "characters": RecordKind(
        Kind.CHARACTER,
        "characters",
        {
            "name": _NAME,
            "sort-name": _SORT_NAME,
            "film": Key(Shape.ID, "the film that the character is in", required=True, kinds=(Kind.WORK,)),
            "variants": _VARIANTS,
            "summary": _SUMMARY,
            "spoiler": _SPOILER,
            FORMER_IDS: _FORMER_IDS,
            "performed-by": Key(
                Shape.ITEMS,
                "who played or voiced the part, in order of time",
                items={
                    "person": Key(Shape.ID, "who", required=True, kinds=_PERFORMER),
                    "status": _CREDIT_KEYS["status"],
                    "mode": _CREDIT_KEYS["mode"],
                    "cite": _CITE,
                    "note": _NOTE,
                },
            ),
            "facts": _FACTS,
            "not": Key(Shape.IDS, "records that the character's names must never be taken for"),
        },
    ),
    "events": RecordKind(
        Kind.EVENT,
        "events",
        {
            "name": _NAME,
            "date": Key(Shape.DATE, "when, as precisely as the sources make it; nothing for undated"),
            "status": Key(Shape.TEXT, "whether it happened", required=True, choices=EVENT_STATUSES),
            "phase": Key(
                Shape.TEXT, "the part of the film's making it belongs to", required=True, choices=PHASES
            ),
            "basis": Key(Shape.TEXT, "how the date is known", choices=tuple(BASES), meanings=BASES),
            "derivation": Key(Shape.TEXT, "how a relative or inferred date was reached"),
            "people": Key(Shape.IDS, "who took part", kinds=_PERFORMER),
            "characters": Key(Shape.IDS, "characters concerned", kinds=(Kind.CHARACTER,)),
            "works": Key(Shape.IDS, "works concerned", kinds=(Kind.WORK,)),
            "place": Key(Shape.ID, "where", kinds=(Kind.PLACE, Kind.ORGANISATION)),
            "summary": _SUMMARY,
            "spoiler": _SPOILER,
            FORMER_IDS: _FORMER_IDS,
            "cite": Key(Shape.CITES, "the passages that say so", required=True),
        },
    ),
    "sources": RecordKind(
        Kind.SOURCE,
        "sources",
        {
            "name": _NAME,
            "title": Key(Shape.TEXT, "the title as printed; nothing for not recorded"),
            "kind": Key(Shape.TEXT, "what sort of text it is", required=True, choices=SOURCE_KINDS),
            "author": Key(Shape.TEXT, "who wrote it; nothing for not recorded"),
            "outlet": Key(Shape.TEXT, "who published it; nothing for not recorded"),
            "published": Key(Shape.DATE, "when; nothing for not recorded"),
            "lang": Key(Shape.LANGUAGE, "its language, as a BCP 47 tag"),
            "rights": Key(Shape.TEXT, "how much of it may be shown", choices=tuple(RIGHTS), meanings=RIGHTS),
            "sha256": Key(Shape.DIGEST, "the digest of the original's bytes"),
            "text-sha256": Key(Shape.DIGEST, "the digest of the text that was read from a web page"),
            "file": Key(Shape.TEXT, "the name under which the original was saved"),
            "url": Key(Shape.ADDRESS, "where it was published"),
            "film": Key(Shape.ID, "the film it is about", kinds=(Kind.WORK,)),
            "errata": Key(
                Shape.ITEMS,
                "corrections that it printed of itself",
                items={
                    "passage": Key(Shape.CITES, "the words that are corrected", required=True),
                    "reads": Key(Shape.CITES, "its words that stand in their place", required=True),
                },
            ),
            "summary": _SUMMARY,
            "spoiler": _SPOILER,
            FORMER_IDS: _FORMER_IDS,
            "facts": _FACTS,
            "verdict": Key(Shape.TEXT, "a review's judgement, in one sentence of ours"),
            "praises": Key(Shape.ITEMS, "what a review likes", items=_POINTS),
            "minds": Key(Shape.ITEMS, "what a review does not like", items=_POINTS),
        },
    ),
    "pages": RecordKind(
        Kind.PAGE, "", {"name": _NAME, "summary": _SUMMARY, "spoiler": _SPOILER, FORMER_IDS: _FORMER_IDS}
    ),
}
"""The folders of ``content/`` that hold one Markdown file for each record."""

AUTHORITY_FILES: dict[str, RecordKind] = {
    "people.yaml": RecordKind(Kind.PERSON, None, _SHORT_KEYS),
    "characters.yaml": RecordKind(Kind.CHARACTER, None, _SHORT_KEYS),
    "works.yaml": RecordKind(Kind.WORK, None, _SHORT_KEYS),
    "organisations.yaml": RecordKind(Kind.ORGANISATION, None, _SHORT_KEYS),
    "places.yaml": RecordKind(Kind.PLACE, None, _SHORT_KEYS),
    "events.yaml": RecordKind(Kind.EVENT, None, _SHORT_KEYS),
    "terms.yaml": RecordKind(Kind.TERM, None, _SHORT_KEYS),
}
"""The files of ``content/authority/`` that hold short records, one line each."""

JUDGEMENTS_FILE = "judgements.yaml"
SETTLEMENTS_FILE = "settlements.yaml"

JUDGEMENT_KEYS = {
    "source": Key(Shape.ID, "the source that the mention stands in", required=True, kinds=(Kind.SOURCE,)),
    "start": Key(Shape.NUMBER, "where the mention begins, in code points", required=True),
    "end": Key(Shape.NUMBER, "where it ends, the end not included", required=True),
    "entity": Key(Shape.ID, "what it means; nothing for a word that names nothing"),
    "who": Key(Shape.TEXT, "who decided", required=True),
    "when": Key(Shape.DATE, "when", required=True),
    "why": Key(Shape.TEXT, "for what reason", required=True),
}


class SuggestionCode(StrEnum):
    """What a program suggests, and what a refusal may refuse."""

    UNDECIDED_MENTION = "UNDECIDED-MENTION"
    UNLINKED_MENTION = "UNLINKED-MENTION"
    UNKNOWN_NAME = "UNKNOWN-NAME"
    LIKELY_VARIANT = "LIKELY-VARIANT"
    LIKELY_DUPLICATE = "LIKELY-DUPLICATE"


REFUSALS_FILE = "refusals.yaml"

REFUSAL_KEYS = {
    "code": Key(
        Shape.TEXT, "what was suggested", required=True, choices=tuple(code.value for code in SuggestionCode)
    ),
    "name": Key(Shape.TEXT, "the name that it was about, as a text has it; of a long one a digest"),
    "kind": Key(
        Shape.TEXT,
        "the kind that a name is refused for; nothing where it is no name at all",
        choices=(Kind.PERSON.value, Kind.CHARACTER.value, Kind.WORK.value),
    ),
    "record": Key(Shape.ID, "the record that the name does not mean"),
    "other": Key(Shape.ID, "the second of two records that are not one"),
    "source": Key(Shape.ID, "the source that the name stands in", kinds=(Kind.SOURCE,)),
    "start": Key(Shape.NUMBER, "where the mention begins, in code points"),
    "end": Key(Shape.NUMBER, "where it ends, the end not included"),
    "sentence": Key(Shape.TEXT, "a digest of its sentence, by which it is found when offsets have moved"),
    "who": Key(Shape.TEXT, "who decided", required=True),
    "when": Key(Shape.DATE, "when", required=True),
    "why": Key(Shape.TEXT, "for what reason", required=True),
}

REFUSED_BY: dict[SuggestionCode, tuple[str, ...]] = {
    SuggestionCode.UNDECIDED_MENTION: ("name", "source", "start", "end"),
    SuggestionCode.UNLINKED_MENTION: ("name", "source"),
    SuggestionCode.UNKNOWN_NAME: ("name",),
    SuggestionCode.LIKELY_VARIANT: ("name", "record"),
    SuggestionCode.LIKELY_DUPLICATE: ("record", "other"),
}
"""The keys that a refusal needs besides, so that what it refuses is known again."""
