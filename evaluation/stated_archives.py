"""Each stated text as the only text of an archive: its names known from records, or to be found."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from evaluation.stated_texts import FILM, StatedText
from plugins.archive.entity import Kind
from plugins.archive.flow import Flow
from plugins.archive.settings import Settings
from plugins.authority.choices import SOURCE_KINDS
from plugins.sources.library import digest_of_bytes
from plugins.stages import archive_flow

KNOWN, FOUND = "names known", "names to be found"
"""The two archives in which a text is measured."""

_FILES = {Kind.PERSON: "people", Kind.CHARACTER: "characters", Kind.WORK: "works"}


@contextmanager
def archive_of(stated: StatedText, names: str) -> Iterator[Flow]:
    """The stages of an archive that holds nothing but one text, and where names are KNOWN, their records.

    Records say what somebody is called and nothing else: no credit, and of no character its film. The
    source's record says when the text came out and which film it is about. The folders are gone at the end.
    """
    with tempfile.TemporaryDirectory() as folder:
        content, library = Path(folder) / "content", Path(folder) / "library"
        content.mkdir()
        library.mkdir()
        # A name that says nothing: what a file is called must not help to find what its text names.
        (library / "text.txt").write_bytes(stated.text.encode("utf-8"))
        if names == KNOWN:
            _write_records(content, stated)
        yield archive_flow(Settings(content, (library,)))


def _write_records(content: Path, stated: StatedText) -> None:
    film = next(one for one in stated.entities if one.id == FILM)
    _write(content / "films" / f"{FILM}.md", {"name": film.name, "summary": "-", **_year(stated, FILM)})
    source = {
        "name": "The text",
        "summary": "-",
        "kind": stated.kind if stated.kind in SOURCE_KINDS else "other",
        "published": stated.published,
        "film": FILM,
        "sha256": digest_of_bytes(stated.text.encode("utf-8")),
    }
    _write(content / "sources" / "text.md", source)
    for kind, file in _FILES.items():
        records = [
            {"id": one.id, "name": one.name, "variants": list(one.aliases), **_year(stated, one.id)}
            for one in stated.entities
            if one.kind == kind.value and one.id != FILM
        ]
        _write_text(content / "authority" / f"{file}.yaml", json.dumps(records, ensure_ascii=False))


def _year(stated: StatedText, work: str) -> dict[str, str]:
    year = stated.years.get(work)
    return {"year": str(year)} if year else {}


def _write(file: Path, record: dict[str, Any]) -> None:
    """JSON is YAML as well."""
    _write_text(file, f"---\n{json.dumps(record, ensure_ascii=False, indent=1)}\n---\n")


def _write_text(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
