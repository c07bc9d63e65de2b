"""Small archives on disk about *The Tin Harbour*, and what is suggested for them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from plugins.archive.settings import Settings
from plugins.stages import archive_flow
from plugins.suggestions.applying import apply_surest
from plugins.suggestions.entries import Signature
from plugins.suggestions.finding import find_suggestions
from plugins.suggestions.material import Material
from plugins.suggestions.original_places import OriginalPlaces
from plugins.suggestions.suggestion import Choice, NewRefusal, Suggestion
from plugins.suggestions.writing import Written, write_changes
from tests.making import front_matter

JO = Signature("Jo", "2026-11-27", "a test says so")

PEOPLE = {
    "people/ines-varga.md": "---\nname: Ines Varga\nvariants: []\nsummary: A director.\n---\n",
    "people/bram-oster.md": "---\nname: Bram Oster\nsummary: An actor.\n---\n",
    "films/tin-harbour.md": "---\nname: The Tin Harbour\nsummary: A film.\n---\n",
}


def archive(
    folder: Path, texts: Mapping[str, str] | None = None, files: Mapping[str, str] | None = None
) -> Path:
    """A content folder with two people and a film, a record for each text, and other files over them."""
    content = folder / "content"
    written = {**PEOPLE, **(files or {})}
    for source, text in (texts or {}).items():
        written[f"sources/{source}.txt"] = text
        written[f"sources/{source}.md"] = source_record(source, text)
    for name, data in written.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode("utf-8"))
    return content


def source_record(source: str, text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return front_matter({"name": source, "kind": "review", "summary": "A text.", "sha256": digest})


def material_of(content: Path, *libraries: Path) -> Material:
    """What suggestions are made from, as the command gathers it."""
    settings = Settings(content, libraries=libraries, film="tin-harbour", stubs=False)
    flow = archive_flow(settings)
    recorded, documents = flow.sound_value("recorded"), flow.sound_value("documents")
    places = OriginalPlaces(
        recorded, documents, flow.value("originals"), lambda path: path.relative_to(content.parent).as_posix()
    )
    return Material(
        recorded,
        flow.value("names"),
        documents,
        flow.value("mentions"),
        flow.value("links"),
        flow.value("discovered"),
        settings,
        places,
    )


def suggested(content: Path, code: str = "", *libraries: Path) -> list[Suggestion]:
    """The suggestions of one kind, or all."""
    found = find_suggestions(material_of(content, *libraries))
    return [one for one in found if not code or one.code.value == code]


def brief(content: Path, code: str = "") -> list[tuple[str, str]]:
    """The names that suggestions are about, with their reasons."""
    return [(one.name, one.reason) for one in suggested(content, code)]


def names(content: Path, code: str = "") -> list[str]:
    return [one.name for one in suggested(content, code)]


def accept(content: Path, one: Suggestion, choice: Choice | None = None) -> Written:
    changes = choice.changes if choice else one.accept
    return write_changes(content, [(change, JO) for change in changes])


def refuse(content: Path, one: Suggestion) -> Written:
    return write_changes(content, [(NewRefusal(refusal), JO) for refusal in one.refusals])


def apply(content: Path, least: float = 0.9) -> list[Written]:
    return list(apply_surest(content, lambda: suggested(content), least, JO))


def faults(content: Path) -> list[str]:
    """What `invoke check` would say."""
    flow = archive_flow(Settings(content, film="tin-harbour"))
    flow.value("pages")
    return [str(one) for one in flow.problems()]


def bytes_of(content: Path) -> dict[str, bytes]:
    """Every file of a content folder."""
    files = sorted(file for file in content.rglob("*") if file.is_file())
    return {file.relative_to(content).as_posix(): file.read_bytes() for file in files}
