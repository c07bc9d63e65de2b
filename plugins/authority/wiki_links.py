"""What ``[[...]]`` means: an id, or a name that can mean only one record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from plugins.archive.entity import Kind
from plugins.archive.errors import Code, Problem, problem
from plugins.authority.record import Record, Records
from plugins.markdown_it.front_matter import Path
from plugins.markdown_it.render import WikiLink, find_wiki_links

NAMED = frozenset({Kind.PERSON, Kind.CHARACTER, Kind.WORK})
"""Kinds of record that share words of their names with each other: an actress, her part, a title."""

_WORD = re.compile(r"[^\W_]+(?![’']s\b)(?![^\W_])")


@dataclass(frozen=True)
class WikiLinks:
    """Ids by id and by unambiguous name; and for each record the ids that its own words link to."""

    targets: dict[str, str]
    outgoing: dict[str, tuple[str, ...]]
    problems: tuple[Problem, ...] = ()


def check_wiki_links(records: Records) -> WikiLinks:
    """The meaning of every wiki link in bodies and values; dead and ambiguous ones are faults.

    A stub makes no name ambiguous that a record has: what a program found must not break a page that a
    person wrote, and is not there in a copy without the originals.
    """
    candidates = candidates_by_name(records)
    chosen = {form: _recorded(ids, records) or ids for form, ids in candidates.items()}
    targets = {form: ids[0] for form, ids in chosen.items() if len(ids) == 1}
    targets |= records.former_ids | {record_id: record_id for record_id in records.by_id}
    outgoing: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for record in records.by_id.values():
        found: list[str] = []
        for link, line, column in links_of(record):
            if link.target in targets:
                found.append(targets[link.target])
            else:
                problems.append(_fault(record, link, line, column, chosen, records))
        outgoing[record.id] = tuple(dict.fromkeys(found))
    return WikiLinks(targets, outgoing, tuple(problems))


def candidates_by_name(records: Records) -> dict[str, list[str]]:
    """The records that each name may mean, those whose name it is first.

    Besides its bearers these are the people, characters and works that have the name as a word of
    theirs: a contributor who writes [[Amy]] may think of the actress, and is asked.
    """
    by_form: dict[str, list[str]] = {}
    by_word: dict[str, list[str]] = {}
    for record in records.by_id.values():
        for form in {record.name, *record.texts("variants")}:
            by_form.setdefault(form, []).append(record.id)
        if record.kind.kind in NAMED:
            for word in set(_WORD.findall(record.name)):
                by_word.setdefault(word, []).append(record.id)
    return {form: list(dict.fromkeys([*ids, *by_word.get(form, ())])) for form, ids in by_form.items()}


def _recorded(ids: list[str], records: Records) -> list[str]:
    return [one for one in ids if not records.by_id[one].is_stub]


def links_of(record: Record) -> Iterator[tuple[WikiLink, int, int]]:
    """The wiki links of a record's page and of its values, each with line and column, from 1, in its file."""
    for link in find_wiki_links(record.body):
        yield link, record.body_line + link.line, link.column + 1
    for way, text in _texts(record.values, ()):
        if links := find_wiki_links(text):
            line, column = record.at(*way)
            yield from ((link, line, column) for link in links)


def _texts(value: object, way: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield way, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, (*way, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _texts(one, (*way, number))


def _fault(
    record: Record, link: WikiLink, line: int, column: int, candidates: dict[str, list[str]], records: Records
) -> Problem:
    written = f"[[{link.target}]]"
    ids = candidates.get(link.target)
    if ids:
        choice = ", ".join(f"[[{one}|{link.target}]] ({records.by_id[one].kind.kind.value})" for one in ids)
        return problem(
            record.path, line, column, Code.AMBIGUOUS_NAME, f"{written} may be {choice}; write one of them"
        )
    close = get_close_matches(link.target, [*records.by_id, *candidates], n=1, cutoff=0.7)
    advice = f"did you mean [[{close[0]}]]?" if close else "make a record for it, or take the brackets off"
    return problem(record.path, line, column, Code.UNKNOWN_ID, f"{written} leads nowhere; {advice}")
