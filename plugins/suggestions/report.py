"""Suggestions told to the person who called, and to programs; and what was written."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from plugins.authority.schema import SuggestionCode
from plugins.suggestions.contexts import contexts, printable
from plugins.suggestions.material import UNRECORDED, Material
from plugins.suggestions.suggestion import Place, Suggestion
from plugins.suggestions.writing import Written

VERSION = 1

WIDTH = 100
"""Columns of a line of answers; longer ones have a line each."""

PLACES = 5
"""Further places of a suggestion that its line names."""


def message(one: Suggestion) -> str:
    """A suggestion in one line: the name, why, how surely, and what a yes would write."""
    told = f"“{printable(one.name)}”: {printable(one.reason)}"
    if one.code is SuggestionCode.UNDECIDED_MENTION:
        told += f"; candidates: {', '.join(one.records)}"
    told += f" [{one.confidence:.2f}]"
    if one.accept or one.code is SuggestionCode.LIKELY_DUPLICATE:
        told += f" -> {one.does}"
    blocked = one.blocked if one.blocked != UNRECORDED else ""
    return f"{told} (not yet: {blocked})" if blocked else told


def as_text(suggestions: Sequence[Suggestion], least: float) -> Iterator[str]:
    """One line for each suggestion, and one for all mentions of a text that leave the same question.

    The last lines count them, and say what to do.
    """
    for group in _grouped(suggestions):
        first = group[0]
        others = [*first.others, *(one.at for one in group[1:])]
        yield f"{first.at}: {first.code} {message(first)}{_also(first.at, others)}"
    yield from _sum(suggestions, least)


def _grouped(suggestions: Sequence[Suggestion]) -> list[list[Suggestion]]:
    groups: dict[object, list[Suggestion]] = {}
    for one in suggestions:
        key: object = id(one)
        if one.code is SuggestionCode.UNDECIDED_MENTION:
            key = (one.at.path, one.name, one.reason, one.records)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _also(first: Place, others: Sequence[Place]) -> str:
    if not others:
        return ""
    shown = [f"{one.line}:{one.col}" if one.path == first.path else str(one) for one in others[:PLACES]]
    more = len(others) - len(shown)
    return f"; also at {', '.join(shown)}" + (f" and {more} more" if more > 0 else "")


def _sum(suggestions: Sequence[Suggestion], least: float) -> Iterator[str]:
    if not suggestions:
        yield "No suggestions."
        return
    counted = Counter(one.code for one in suggestions)
    parts = ", ".join(f"{counted[code]} {code}" for code in SuggestionCode if counted[code])
    noun = "suggestion" if len(suggestions) == 1 else "suggestions"
    yield f"{len(suggestions)} {noun}: {parts}."
    unrecorded = [one for one in suggestions if one.blocked == UNRECORDED]
    if unrecorded:
        files = sorted({one.at.path for one in unrecorded})
        what = "1 text has" if len(files) == 1 else f"{len(files)} texts have"
        it = "it" if len(files) == 1 else "them"
        yield f"{what} no record yet, without which no line can name {it}: invoke import {_named(files)}"
    sure = sum(one.is_applied_from(least) for one in suggestions)
    yield "To decide one by one: invoke suggest --interactive"
    if sure:
        yield f"To write the {sure} of {least:g} or surer: invoke suggest --apply"
    else:
        yield f"None is sure enough to be written without a person ({least:g} or more)."


def _named(files: Sequence[str]) -> str:
    """The files of a call, or the one folder that they lie in."""
    folders = {str(PurePath(one).parent) for one in files}
    return folders.pop() if len(folders) == 1 and len(files) > 1 else " ".join(files)


def as_github(suggestions: Sequence[Suggestion]) -> Iterator[str]:
    """Notices of a workflow run."""
    for one in suggestions:
        told = message(one).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        yield f"::notice file={one.at.path},line={one.at.line},col={one.at.col},title={one.code}::{told}"


def as_json(suggestions: Sequence[Suggestion], written: Sequence[Written] = ()) -> str:
    """The suggestions as one JSON object; offsets are code points of a source's text, half open."""
    counted = Counter(one.code for one in suggestions)
    values = {
        "version": VERSION,
        "suggestions": [_values(one) for one in suggestions],
        "counts": {code.value: counted[code] for code in SuggestionCode},
        "written": {file: list(told) for one in written for file, told in one.files.items()},
        "left": {file: why for one in written for file, why in one.left.items()},
    }
    return json.dumps(values, ensure_ascii=False, indent=1)


def _values(one: Suggestion) -> dict[str, Any]:
    return {
        "path": one.at.path,
        "line": one.at.line,
        "col": one.at.col,
        "code": one.code.value,
        "message": message(one),
        "name": one.name,
        "kind": one.kind,
        "reason": one.reason,
        "confidence": one.confidence,
        "records": list(one.records),
        "places": [
            {"source": spot.source, "start": spot.span.start, "end": spot.span.end} for spot in one.spots
        ],
        "writes": one.does if one.accept else None,
        "needs": "nobody" if one.accept else "a decision" if one.choices else "a hand",
        "blocked": one.blocked or None,
    }


def described(one: Suggestion, material: Material) -> list[str]:
    """A suggestion as it is put to a person: where, the sentences, why, and the answers."""
    lines = [f"{one.at}: {one.code} [{one.confidence:.2f}]"]
    lines += [f"    {line}" for line in contexts(material, one.spots)]
    lines.append(f"  “{printable(one.name)}”: {printable(one.reason)}")
    if one.blocked:
        lines.append(f"  not yet: {one.blocked}")
    elif one.accept or not one.choices:
        lines.append(f"  y  {one.does}")
    answers = [] if one.blocked else [f"{number}  {label}" for number, label in _labels(one)]
    answers += [f"0  {one.nothing.label}"] if one.nothing is not None else []
    on_one_line = "   ".join(answers)
    lines += [f"  {line}" for line in ([on_one_line] if len(on_one_line) <= WIDTH else answers) if line]
    return lines


def _labels(one: Suggestion) -> Iterator[tuple[int, str]]:
    return ((number, choice.label) for number, choice in enumerate(one.choices, 1))


def written_lines(written: Sequence[Written], content: str, left: int | None) -> Iterator[str]:
    """What was written, file by file, and how to look at it and to undo it.

    ``left`` is the number of suggestions that are still to be decided; None where nobody has counted.
    """
    changed = sorted({file for one in written for file in one.files})
    for file in changed:
        for told in (told for one in written for told in one.files.get(file, ())):
            yield f"{content}/{file}: {told}"
    for file, why in sorted({item for one in written for item in one.left.items()}):
        yield f"{content}/{file}: left alone: {why}"
    if not changed:
        yield f"Nothing was written{_still(left)}"
        return
    count = sum(len(told) for one in written for told in one.files.values())
    files = "1 file" if len(changed) == 1 else f"{len(changed)} files"
    yield f"{count} {'decision' if count == 1 else 'decisions'} written to {files}{_still(left)}"
    made = sorted({file for one in written for file in one.made})
    old = [_path(content, file) for file in changed if file not in made]
    undo = [f"git checkout -- {' '.join(old)}"] if old else []
    undo += [f"rm {' '.join(_path(content, file) for file in made)}"] if made else []
    yield f"To look: git diff. To undo, with all else in these files that is not committed: {'; '.join(undo)}"


def _still(left: int | None) -> str:
    if not left:
        return "."
    noun = "suggestion needs" if left == 1 else "suggestions need"
    return f"; {left} {noun} a person: invoke suggest"


def _path(content: str, file: str) -> str:
    path = os.path.join(content, file)  # noqa: PTH118 a path as the person sees it
    return f"'{path}'" if " " in path else path
