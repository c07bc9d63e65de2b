"""The records of an archive: read from ``content/``, checked against the schema, nothing guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path as File

from plugins.archive.errors import Code, Problem, problem
from plugins.archive.file_names import ID, as_id, why_unusable
from plugins.archive.settings import Settings
from plugins.archive.span import Span
from plugins.authority.as_list import meant_as_list
from plugins.authority.checks import check_values
from plugins.authority.content_files import (
    LONGEST_LIST,
    LONGEST_PAGE,
    ContentFile,
    files_of,
    folder_fault,
    text_of,
)
from plugins.authority.doubled_ids import doubled_id, faults_whichever_is_meant
from plugins.authority.entries import (
    AUTHORITY,
    list_of,
    named_in,
    read_decisions,
    read_entries,
    under_own_keys,
)
from plugins.authority.former_ids import faults_of_former_ids
from plugins.authority.kept_pages import read_pages
from plugins.authority.life import lifetime_faults
from plugins.authority.record import Judgement, Record, Records, Refusal
from plugins.authority.schema import (
    AUTHORITY_FILES,
    FOLDERS,
    JUDGEMENT_KEYS,
    JUDGEMENTS_FILE,
    REFUSAL_KEYS,
    REFUSALS_FILE,
    REFUSED_BY,
    Key,
    RecordKind,
    SuggestionCode,
)
from plugins.incremental.kept import Kept
from plugins.markdown_it.front_matter import front_digest


def read_records(settings: Settings, kept: Kept) -> Records:
    """All records under the content folder; a faulty one is kept as far as it can be read."""
    read = [*_read_pages(settings.content, kept), *_read_authority(settings.content)]
    problems: list[Problem] = []
    by_id: dict[str, Record] = {}
    doubles: dict[str, list[Record]] = {}
    for record, _ in sorted(read, key=lambda one: (one[0].id, one[0].path)):
        if record.id and record.id in by_id:
            problems.append(doubled_id(record, by_id[record.id]))
            doubles.setdefault(record.id, [by_id[record.id]]).append(record)
        else:
            by_id[record.id] = record
    for place, (record, faults) in enumerate(read):
        if record.is_meant:
            read[place] = meant, _ = meant_as_list(record, faults, by_id)
            by_id |= {record.id: meant} if by_id[record.id] is record else {}
    empty = {record.id for record, faults in read if faults and not record.values}
    checked = [record for record, _ in read if record.id not in empty]
    of_values = faults_whichever_is_meant(checked, by_id, doubles, _faults_of_values)
    told = {(one.path, one.line) for one in of_values}
    for record, faults in read:
        # What is told of the value that was meant is enough.
        problems += [one for one in faults if not (record.is_meant and (one.path, one.line) in told)]
    problems += of_values
    problems += faults_of_former_ids(by_id)
    judgements, of_judgements = _read_judgements(settings.content, by_id)
    refusals, of_refusals = _read_refusals(settings.content, by_id)
    for folder in (*FOLDERS, AUTHORITY):
        problems += folder_fault(settings.content, folder)
    # What stands in for the entries of a list has no places.
    unread = frozenset(
        record.path
        for record, faults in read
        if faults
        and not (
            (record.places if record.folder == AUTHORITY else record.values) and _has_body(record, faults)
        )
    )
    return Records(by_id, judgements, (*problems, *of_judgements, *of_refusals), refusals, unread)


def _has_body(record: Record, faults: Iterable[Problem]) -> bool:
    """Whether what is known of its prose is all; a body that has too much Markdown is left aside."""
    return bool(record.body) or all(one.code != "BAD-MARKDOWN" for one in faults)


def _faults_of_values(record: Record, kind: RecordKind, by_id: Mapping[str, Record]) -> list[Problem]:
    return [*check_values(record.values, kind.keys, by_id, record), *lifetime_faults(record)]


def _read_pages(content: File, kept: Kept) -> Iterator[tuple[Record, list[Problem]]]:
    files = [(folder, file) for folder in FOLDERS for file in files_of(content, folder, ".md")]
    read = [text_of(file, LONGEST_PAGE) for _, file in files]
    pages = read_pages([text for text, _ in read], [file.path for _, file in files], kept)
    for (folder, file), (text, unread), found in zip(files, read, pages, strict=True):
        kind = FOLDERS[folder]
        values, places = under_own_keys(found.page.values, found.page.places, kind.keys)
        written = (values, found.page.body, found.page.body_line, places)
        front = front_digest(text, found.page.body_line)
        record = Record(
            file.stem, folder, kind, file.path, *written, is_meant=found.page.is_meant, front=front
        )
        yield record, [*(unread or found.problems), *_faults_of_name(file)]


def _faults_of_name(file: ContentFile) -> Iterator[Problem]:
    if not ID.fullmatch(file.stem):
        message = f"{file.stem!r} is no id; name the file like {as_id(file.stem) or 'a-name'}.md"
        yield problem(file.path, 1, 1, Code.BAD_ID, message)
    elif reason := why_unusable(file.stem):
        yield problem(file.path, 1, 1, Code.BAD_ID, _unusable(file.stem, reason))


def _read_authority(content: File) -> Iterator[tuple[Record, list[Problem]]]:
    for name, kind in AUTHORITY_FILES.items():
        file = list_of(content, name)
        if file is None:
            continue
        entries, faults = read_entries(file, "{id: a-name, name: A Name}")
        for entry in entries:
            values, places = under_own_keys(entry.values, entry.places, kind.keys)
            record = Record(str(values.get("id") or ""), AUTHORITY, kind, file.path, values, places=places)
            if record.id and not ID.fullmatch(record.id):
                message = f"{record.id!r} is no id; give one like id: {as_id(record.name) or 'a-name'}"
                faults.append(record.fault(Code.BAD_ID, message, "id"))
            elif reason := why_unusable(record.id):
                faults.append(record.fault(Code.BAD_ID, _unusable(record.id, reason), "id"))
            yield record, faults
            faults = []
        if faults:
            text = "" if entries else text_of(file, LONGEST_LIST)[0]
            for record_id, called in named_in(text):
                yield Record(record_id, AUTHORITY, kind, file.path, {"id": record_id, "name": called}), []
            stem = name.partition(".")[0]
            yield Record(f"{stem}-", AUTHORITY, kind, file.path, {"id": stem, "name": name}), faults


def _decisions(
    content: File, name: str, keys: dict[str, Key], by_id: dict[str, Record]
) -> tuple[list[Record], list[Problem]]:
    return read_decisions(content, name, keys, by_id, _faults_of_span, "{id: a-name, name: A Name}")


def _faults_of_span(record: Record) -> list[Problem]:
    """What the keys alone do not tell of a mention: that its span runs backwards."""
    start, end = (record.text(key) for key in ("start", "end"))
    if not (start and end and int(start) >= int(end)):
        return []
    message = f"the mention begins at {start} and ends at {end}; the end comes after its last letter"
    return [record.fault(Code.WRONG_VALUE, message, "end")]


def _read_judgements(content: File, by_id: dict[str, Record]) -> tuple[tuple[Judgement, ...], list[Problem]]:
    entries, faults = _decisions(content, JUDGEMENTS_FILE, JUDGEMENT_KEYS, by_id)
    judgements: list[Judgement] = []
    seen: set[tuple[str, Span]] = set()
    for record in entries:
        judgement = _judgement(record)
        if (judgement.source, judgement.span) in seen:
            message = "this mention was judged further up; keep one of the two judgements"
            faults.append(record.fault(Code.WRONG_VALUE, message, "start"))
        seen.add((judgement.source, judgement.span))
        judgements.append(judgement)
    return tuple(judgements), faults


def _judgement(record: Record) -> Judgement:
    values = record.values
    span = Span(int(values["start"]), int(values["end"]))
    return Judgement(
        values["source"],
        span,
        values.get("entity"),
        values["who"],
        values["when"],
        values["why"],
        record.path,
        *record.at(),
    )


def _read_refusals(content: File, by_id: dict[str, Record]) -> tuple[tuple[Refusal, ...], list[Problem]]:
    entries, faults = _decisions(content, REFUSALS_FILE, REFUSAL_KEYS, by_id)
    refusals: list[Refusal] = []
    seen: set[Refusal] = set()
    for record in entries:
        code = SuggestionCode(record.values["code"])
        missing = [key for key in REFUSED_BY[code] if not record.text(key)]
        for key in missing:
            message = f"{key!r} is missing; a refusal of {code} needs {', '.join(REFUSED_BY[code])}"
            faults.append(record.fault(Code.MISSING_KEY, message, "code"))
        if missing:
            continue
        refusal = _refusal(record, code)
        bare = replace(refusal, who="", when="", why="")
        if bare in seen:
            message = "the same was refused further up; keep one of the two refusals"
            faults.append(record.fault(Code.WRONG_VALUE, message, "code"))
        seen.add(bare)
        refusals.append(refusal)
    return tuple(refusals), faults


def _refusal(record: Record, code: SuggestionCode) -> Refusal:
    start, end = record.text("start"), record.text("end")
    told = {key: record.text(key) for key in ("name", "kind", "record", "other", "source", "sentence")}
    span = Span(int(start), int(end)) if start and end else None
    who, when, why = (record.values[key] for key in ("who", "when", "why"))
    return Refusal(code, **told, span=span, who=who, when=when, why=why)


def _unusable(record_id: str, reason: str) -> str:
    return f"{record_id[:40]!r} {reason}; choose another id"
