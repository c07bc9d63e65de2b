"""Small archives for tests, about a film that nobody made: *The Tin Harbour*, by Ines Varga.

Values are made in memory; a content folder is written where a stage reads one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from plugins.archive.annotation import Link
from plugins.archive.flow import Flow
from plugins.archive.settings import Edition, Settings
from plugins.archive.source import Document, Original, Rights
from plugins.archive.span import Span, digest_of
from plugins.authority.record import Judgement, Record, Records
from plugins.authority.schema import FOLDERS
from plugins.entity_pages.stage import STAGES as PAGES
from plugins.open_data.stage import STAGES as DATA
from plugins.sources.library import Documents
from plugins.sources.segments import segment
from plugins.stages import archive_flow

REVIEW = """\
A harbour made of tin

Ines Varga builds a whole port in a studio, and fills it with fog.

Bram Oster as the Pilot hardly speaks. Odile (voiced by Nadia Bell) never stops.

It runs for ninety minutes; it feels longer, and that is meant as praise.
"""
"""The text of the one source, four blocks."""

ARCHIVE: dict[str, dict[str, Any]] = {
    "films/tin-harbour.md": {
        "name": "The Tin Harbour",
        "sort-name": "Tin Harbour, The",
        "kind": "film",
        "year": "2004",
        "lang": "en",
        "translation": "A port of metal",
        "variants": ["Tin Harbour"],
        "summary": "A pilot waits for a ship that [[odile]] has seen.",
        "facts": [
            {
                "property": "running-time",
                "value": "90 minutes",
                "status": "asserted",
                "cite": "harbour-review p4",
                "note": "said in passing",
            }
        ],
        "credits": [
            {
                "person": "ines-varga",
                "role": "director",
                "status": "final",
                "cite": ["harbour-review p2"],
                "note": "her first",
            }
        ],
        "not": ["drop"],
    },
    "works/drop.md": {"name": "Drop", "kind": "song", "year": "2003~", "summary": "A song in the film."},
    "people/ines-varga.md": {
        "name": "Ines Varga",
        "sort-name": "Varga, Ines",
        "variants": ["Varga"],
        "summary": "The director.",
        "facts": [{"property": "born", "value": "Szeged", "cite": "harbour-review p2"}],
        "credits": [{"work": "drop", "role": "writer", "character-name": "a voice", "mode": "voice"}],
        "not": ["bram-oster"],
    },
    "people/bram-oster.md": {"name": "Bram Oster", "summary": "An actor."},
    "people/nadia-bell.md": {"name": "Nadia Bell", "summary": "A voice."},
    "characters/pilot.md": {
        "name": "the Pilot",
        "film": "tin-harbour",
        "summary": "He waits.",
        "performed-by": [
            {"person": "bram-oster", "status": "final", "mode": "screen", "cite": "harbour-review p3"}
        ],
    },
    "characters/odile.md": {
        "name": "Odile",
        "sort-name": "Odile",
        "film": "tin-harbour",
        "variants": ["the lamp"],
        "summary": "A voice in the lamp.",
        "performed-by": [{"person": "nadia-bell", "mode": "voice", "note": "in one take"}],
        "facts": [{"property": "age", "value": "a hundred"}],
        "not": ["pilot"],
    },
    "events/2004-premiere.md": {
        "name": "Premiere in Ostend",
        "date": "2004-10",
        "status": "happened",
        "phase": "release",
        "basis": "relative",
        "derivation": "a month before the review",
        "people": ["ines-varga"],
        "characters": ["pilot"],
        "works": ["tin-harbour"],
        "place": "ostend",
        "summary": "It was shown in [[Ostend]].",
        "cite": "harbour-review p1",
    },
    "sources/harbour-review.md": {
        "name": "A harbour made of tin",
        "title": "A harbour made of tin",
        "kind": "review",
        "author": "Lotte Maes",
        "outlet": "The Quay",
        "published": "2004-11-02",
        "lang": "en",
        "rights": "excerpt",
        "sha256": hashlib.sha256(REVIEW.encode()).hexdigest(),
        "file": "harbour.txt",
        "url": "https://example.org/harbour",
        "film": "tin-harbour",
        "summary": "A short review.",
        "verdict": "Slow, and the better for it.",
        "facts": [{"property": "words", "value": "few", "status": "approximate"}],
        "praises": [
            {
                "point": "The fog of [[ines-varga]]",
                "about": ["image", "ines-varga"],
                "cite": "harbour-review p2",
            }
        ],
        "minds": [{"point": "Nothing", "cite": "harbour-review p4"}],
    },
    "pages/about.md": {"name": "About", "summary": "What this is."},
}
"""Records by file; together they use every key of the schema, and hold no fault."""

AUTHORITY: dict[str, list[dict[str, Any]]] = {
    "places.yaml": [
        {
            "id": "ostend",
            "name": "Ostend",
            "sort-name": "Ostend",
            "variants": ["Oostende"],
            "kind": "town",
            "year": "1267",
            "lang": "nl",
            "translation": "East end",
            "note": "A port.",
            "cite": "harbour-review p2",
            "not": ["drop"],
        }
    ],
    "judgements.yaml": [
        {
            "source": "harbour-review",
            "start": "0",
            "end": "1",
            "entity": "odile",
            "who": "a test",
            "when": "2026",
            "why": "as an example",
        }
    ],
}
"""The short records, and a judgement, by file."""


def front_matter(values: Mapping[str, Any], body: str = "") -> str:
    """A page with these values; JSON is YAML too."""
    return f"---\n{json.dumps(values, indent=1, ensure_ascii=False)}\n---\n{body}"


def write_archive(folder: Path, changed: Mapping[str, str | bytes] | None = None) -> Path:
    """The archive's content folder below ``folder``; ``changed`` files are laid over it."""
    files: dict[str, str | bytes] = {"sources/harbour-review.txt": REVIEW}
    files |= {path: front_matter(values) for path, values in ARCHIVE.items()}
    files |= {f"authority/{name}": json.dumps(entries) for name, entries in AUTHORITY.items()}
    content = folder / "content"
    for path, data in {**files, **(changed or {})}.items():
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return content


def flow_over(content: Path, edition: Edition = Edition.PUBLIC, film: str = "tin-harbour") -> Flow:
    """Every stage up to the pages and the data files."""
    flow = archive_flow(Settings(content, edition=edition, film=film, excerpt_share=1.0))
    for stage in (*PAGES, *DATA):
        flow.add(stage)
    return flow


def record(record_id: str, folder: str, **values: Any) -> Record:
    """A record in memory, named by its id where it has no other name."""
    path = f"content/{folder}/{record_id}.md"
    return Record(record_id, folder, FOLDERS[folder], path, {"name": record_id, **values})


def records(*made: Record, judgements: Iterable[Judgement] = ()) -> Records:
    return Records({one.id: one for one in sorted(made, key=lambda one: one.id)}, tuple(judgements))


def document(text: str, source: str = "review", rights: Rights = Rights.SUMMARY) -> Document:
    """A text, cut into its segments."""
    return Document(source, rights, Original("0" * 64, text), segment(source, text))


def documents(*made: Document) -> Documents:
    return Documents({one.source: one for one in made})


def link(text: str, words: str, entity: str, source: str = "review") -> Link:
    """A link at the first place where the words stand."""
    return Link(source, span_of(text, words), entity, "a test says so", "tests/1", 1.0)


def span_of(text: str, words: str) -> Span:
    """The first place at which the words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def pointer_to(text: str, words: str, source: str = "review", paragraph: int = 1) -> str:
    """A pointer to the first place where the words stand, as a contributor writes it."""
    span = span_of(text, words)
    return f"{source} p{paragraph} {span.start}-{span.end} {digest_of(words)}"
