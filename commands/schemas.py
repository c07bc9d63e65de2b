"""`invoke schema`: what editors read of the table of keys, as files of the project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from commands.places import HERE
from plugins.authority.json_schema import needed_by, schema_of, schema_of_list
from plugins.authority.schema import (
    AUTHORITY_FILES,
    FOLDERS,
    JUDGEMENT_KEYS,
    REFUSAL_KEYS,
    REFUSED_BY,
    Key,
    Shape,
)
from plugins.claims.settlements import SETTLEMENT_KEYS

OBSIDIAN_TYPES = {Shape.TEXTS: "multitext", Shape.IDS: "multitext"}
"""What Obsidian shows a property as, if not as text; it shows no lists of entries."""


def write_schemas() -> None:
    """Write each file that is not what the table gives, and tell how many that were."""
    files = editor_files()
    stale = [path for path, text in files.items() if _read(HERE / path) != text]
    for path in stale:
        (HERE / path).parent.mkdir(parents=True, exist_ok=True)
        (HERE / path).write_text(files[path], "utf-8")
    print(f"{len(files)} files for editors, {len(stale)} of them written anew")


def _read(file: Path) -> str | None:
    return file.read_text("utf-8") if file.is_file() else None


def editor_files() -> dict[str, str]:
    """All files by their paths in the project: schemas, snippets of VS Code, and types of Obsidian."""
    return {
        **{f"schemas/{name}.json": _json(schema) for name, schema in schemas().items()},
        ".vscode/archive.code-snippets": _json(snippets()),
        ".obsidian/types.json": _json({"types": obsidian_types()}),
    }


def schemas() -> dict[str, dict[str, Any]]:
    """A schema for each folder of records, for short records, and for each list of decisions."""
    found = {
        folder: schema_of(f"Front matter in content/{folder}", kind.keys) for folder, kind in FOLDERS.items()
    }
    needs = needed_by("code", {code.value: names for code, names in REFUSED_BY.items()})
    one_of = {"anyOf": [{"required": [key]} for key in ("value", "claims", "relation")]}
    short = next(iter(AUTHORITY_FILES.values())).keys
    return found | {
        "short-records": schema_of_list("Short records in content/authority", short),
        "judgements": schema_of_list("What people judged of mentions", JUDGEMENT_KEYS),
        "refusals": schema_of_list("Suggestions that people refused", REFUSAL_KEYS, needs),
        "settlements": schema_of_list("Disagreements that people settled", SETTLEMENT_KEYS, one_of),
    }


def snippets() -> dict[str, dict[str, Any]]:
    """A page to fill in for each folder of records, with every key that must be there."""
    return {
        f"Front matter in content/{folder}": {
            "scope": "markdown",
            "prefix": f"archive-{folder}",
            "body": ["---", *_lines(kind.keys), "---", "", "$0"],
        }
        for folder, kind in FOLDERS.items()
    }


def _lines(keys: dict[str, Key]) -> list[str]:
    needed = ((name, key) for name, key in keys.items() if key.required)
    return [f"{name}: {_hole(place, key)}" for place, (name, key) in enumerate(needed, 1)]


def _hole(place: int, key: Key) -> str:
    """Where something is to be typed or chosen. Nothing of it may look like a part of the snippet."""
    if key.choices:
        return f"${{{place}|{','.join(key.choices)}|}}"
    return f"${{{place}:{key.meaning.replace('}', '').replace('$', '')}}}"


def obsidian_types() -> dict[str, str]:
    """How Obsidian shows each property, so that it takes no EDTF date for a day of its calendar."""
    keys = {name: key for kind in FOLDERS.values() for name, key in kind.keys.items()}
    shown = {name: key for name, key in keys.items() if key.shape is not Shape.ITEMS}
    return {"aliases": "aliases"} | {
        name: OBSIDIAN_TYPES.get(key.shape, "text") for name, key in sorted(shown.items())
    }


def _json(value: dict[str, Any]) -> str:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n"
