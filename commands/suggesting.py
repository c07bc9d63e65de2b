"""``invoke suggest``: what people may decide, told, asked or written."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from invoke.exceptions import Exit

from commands.configured import settings_of
from commands.formats import FORMATS, refuse_unknown
from commands.places import HERE, short
from plugins.archive.errors import ContentFaults, SettingFault
from plugins.archive.settings import Settings
from plugins.authority.schema import SuggestionCode
from plugins.stages import archive_flow
from plugins.suggestions.applying import apply_surest
from plugins.suggestions.asking import interview
from plugins.suggestions.entries import Signature
from plugins.suggestions.finding import find_suggestions
from plugins.suggestions.keys import reader_of
from plugins.suggestions.material import Material
from plugins.suggestions.original_places import OriginalPlaces
from plugins.suggestions.report import as_github, as_json, as_text, described, written_lines
from plugins.suggestions.suggestion import Suggestion
from plugins.suggestions.writing import Written, write_changes


def suggest(
    library: list[str] | None,
    content: str,
    only: list[str] | None,
    format_: str,
    apply: bool,
    least: str,
    interactive: bool,
    who: str,
    why: str,
) -> None:
    """Tell what people may decide; ask for each, or write the surest, where that is wanted."""
    codes = _codes(only or [])
    refuse_unknown("format", format_, FORMATS)
    if apply and interactive:
        raise Exit("--apply asks nobody, and --interactive asks for each; give one of the two", 2)
    if interactive and format_ != "text":
        raise Exit("--interactive speaks to people; leave --format out", 2)
    sure = _share("least", least)
    settings = settings_of(library, content)
    signature = Signature(_who(who) if apply or interactive else "", _today(), why)

    def find() -> tuple[Material, list[Suggestion]]:
        material = _material(settings, library or [])
        return material, [one for one in find_suggestions(material) if one.code in codes]

    written: list[Written] = []
    try:
        material, found = find()
        if interactive:
            written = _decided(settings.content, material, found, signature)
        elif apply:
            written = list(apply_surest(settings.content, lambda: find()[1], sure, signature))
            found = find()[1] if written else found
    except ContentFaults as faults:
        FORMATS[format_](faults.problems)
        raise Exit(code=1) from None
    except SettingFault as fault:
        raise Exit(str(fault), 2) from None
    except KeyboardInterrupt:
        raise Exit("Stopped. What is written is whole; the same command does the rest.", 1) from None
    if format_ == "json":
        print(as_json(found, written))
    elif format_ == "github":
        print("\n".join(as_github(found)), end="\n" if found else "")
    elif apply or interactive:
        print("\n".join(written_lines(written, short(settings.content), len(found) if apply else None)))
    else:
        print("\n".join(as_text(found, sure)))
    if any(one.left for one in written):
        raise Exit(code=1)


def _codes(only: list[str]) -> frozenset[SuggestionCode]:
    """The kinds of suggestions that a call asks for; all where it names none."""
    known = {code.value: code for code in SuggestionCode}
    for name in only:
        if name.upper() not in known:
            raise Exit(f"--only is {name!r}; it is {', '.join(known)}", 2)
    return frozenset(known[name.upper()] for name in only) or frozenset(SuggestionCode)


def _share(option: str, written: str) -> float:
    try:
        value = float(written)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise Exit(f"--{option} is {written!r}; it is a number from 0 to 1", 2)
    return value


def _who(named: str) -> str:
    """The name under which decisions are signed: as given, as git knows it, or the one of the login."""
    asked = ["git", "config", "user.name"]
    try:
        by_git = subprocess.run(asked, cwd=HERE, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        known = ""
    else:
        known = by_git.stdout.strip()
    who = named.strip() or known or os.environ.get("USER", "")
    if not who:
        raise Exit("nobody is named who decides; say --who NAME", 2)
    return who


def _today() -> str:
    return datetime.now(UTC).astimezone().date().isoformat()


def _material(settings: Settings, libraries: list[str]) -> Material:
    """What suggestions are made from: the archive without the stubs that programs put into it.

    Raises:
        ContentFaults: suggestions that rest on faulty content would lead people astray.
    """
    flow = archive_flow(settings)
    if sys.stderr.isatty():
        print(f"Reading {len(flow.value('originals').files)} texts ...", file=sys.stderr)
    for name in ("written", "documents", "wiki_links"):
        flow.sound_value(name)
    bare = archive_flow(replace(settings, stubs=False))
    for name in ("written", "originals", "recorded", "documents", "discovered"):
        bare.give(name, flow.value(name))
    links = bare.sound_value("links")
    recorded, documents = bare.value("recorded"), bare.value("documents")
    given = {Path(one).resolve(): one for one in libraries}
    return Material(
        recorded,
        bare.value("names"),
        documents,
        bare.value("mentions"),
        links,
        bare.value("discovered"),
        settings,
        OriginalPlaces(recorded, documents, bare.value("originals"), lambda path: _as_given(path, given)),
    )


def _decided(
    content: Path, material: Material, found: list[Suggestion], signature: Signature
) -> list[Written]:
    """Ask for each suggestion, and write each answer at once, so that nothing is lost by a stop."""
    if not found:
        print("No suggestions: nothing to decide.")
        return []
    read = reader_of(sys.stdin, lambda words: print(words, end="", flush=True))
    written: list[Written] = []
    try:
        for answer in interview(found, lambda one: described(one, material), read, print):
            own = replace(signature, why=signature.why or answer.why)
            written.append(write_changes(content, [(change, own) for change in answer.changes]))
    except KeyboardInterrupt:
        print("\nStopped. What was answered is written.")
    return written


def _as_given(path: Path, given: dict[Path, str]) -> str:
    """A file's path below the folder that the call names, or the short one."""
    for folder, written in given.items():
        if path.is_relative_to(folder):
            return str(Path(written) / path.relative_to(folder))
    return short(path)
