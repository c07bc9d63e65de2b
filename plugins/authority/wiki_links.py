"""What ``[[...]]`` means: an id, or a name that can mean only one record; behind a # a part of its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from plugins.archive.entity import Kind
from plugins.archive.errors import Code, Problem, problem
from plugins.archive.file_names import ID
from plugins.authority.nearest import bare, closest, record_named, to_make, unread, without_namespace
from plugins.authority.record import Record, Records
from plugins.authority.schema import Shape
from plugins.markdown_it.front_matter import Path
from plugins.markdown_it.prose_marks import NAMES_PICTURE
from plugins.markdown_it.render import WikiLink, find_wiki_links, headings, id_of_heading

NAMED = frozenset({Kind.PERSON, Kind.CHARACTER, Kind.WORK})
"""Kinds of record that share words of their names with each other: an actress, her part, a title."""

PASSAGE = re.compile(r"p([1-9][0-9]{0,8})")
"""How a link names a paragraph of a source: ``[[quay-review#p12]]``."""

_ADDRESS = re.compile(r"(?:https?:|www\.)")
_PLACED = re.compile(
    r"thumb(?:nail)?|mini|left|right|center|none|frame(?:d|less)?|upright|x?\d+(?:x\d+)?(?:px)?", re.I
)
"""What wikis and notebooks write behind a picture of its place and its size."""

_WORD = re.compile(r"[^\W_]+(?![’']s\b)(?![^\W_])")


@dataclass(frozen=True)
class WikiLinks:
    """Ids by id and by unambiguous name; and for each record the ids that its own words link to."""

    targets: dict[str, str]
    outgoing: dict[str, tuple[str, ...]]
    problems: tuple[Problem, ...] = ()

    def target_of(self, written: str) -> str | None:
        """The id of what a link leads to, whatever part of its page it names; None for nothing."""
        found = self.targets.get(written)
        return self.targets.get(page_of(written)) if found is None and "#" in written else found


def page_of(written: str) -> str:
    """What a link names before its #: ``about`` of ``about#Rights``, nothing of ``#Rights``."""
    return written.partition("#")[0].strip()


def part_of(written: str) -> str:
    """The words by which a link names a part of a page; editors write a heading behind those above it.

    >>> part_of("about#The archive#Rights")
    'Rights'
    """
    return written.rpartition("#")[2].strip() if "#" in written else ""


def fragment_of(part: str) -> str:
    """How an address names a part of a page: a paragraph as it is, a heading by its id."""
    return part if PASSAGE.fullmatch(part) else id_of_heading(part)


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
        for number, (link, line, column) in enumerate(links_of(record)):
            page = page_of(link.target)
            if link.target in targets:
                found.append(targets[link.target])
            elif "#" not in link.target or (page and page not in targets):
                problems.append(_fault(record, link, line, column, chosen, records))
            elif page:
                found.append(targets[page])
                led = records.by_id[targets[page]]
                problems += (
                    () if led.path in records.unread else _faults_of_part(record, link, (line, column), led)
                )
            else:
                own = record if number < len(find_wiki_links(record.body)) else None
                problems += _faults_of_part(record, link, (line, column), own)
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
    for way, text in texts_of(record.values):
        if "[[" in text and not _takes_ids(record, way):
            line, column = record.at(*way)
            yield from ((link, line, column) for link in find_wiki_links(text))


def _takes_ids(record: Record, way: Path) -> bool:
    """Whether ids or entries stand at the end of a way, where a link is a fault of its own."""
    known = record.kind.key_at(way)
    return known is not None and known.shape in {Shape.ID, Shape.IDS, Shape.ITEMS}


def texts_of(value: object, way: Path = ()) -> Iterator[tuple[Path, str]]:
    """The texts in a value, each with the way to it."""
    if isinstance(value, str):
        yield way, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from texts_of(one, (*way, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from texts_of(one, (*way, number))


def _faults_of_part(
    record: Record, link: WikiLink, at: tuple[int, int], led: Record | None
) -> Iterator[Problem]:
    """A part that the page does not have. ``led`` is the record of the page; None where nobody can tell."""
    part = part_of(link.target)
    if led is None:
        advice = f"a value is shown on other pages too; write [[{record.id}{link.target}]]"
    elif not led.has_page:
        advice = f"{led.id} has no page of its own; write [[{led.id}]]"
    elif led.folder == "sources" and PASSAGE.fullmatch(part):
        return
    else:
        known = {one.id.removeprefix("h-"): one.words for one in headings(led.body)}
        wanted = id_of_heading(part).removeprefix("h-")
        if wanted in known:
            return
        close = get_close_matches(wanted, known, n=1)
        page = page_of(link.target)
        told = ", ".join(f"#{one}" for one in known.values())
        advice = f"its headings are {told}" if told else f"write ## {part} above what is meant, or no #"
        advice = f"did you mean [[{page}#{known[close[0]]}]]?" if close else advice
    message = f"[[{link.target}]] names no heading of the page; {advice}"
    yield problem(record.path, *at, Code.UNKNOWN_FRAGMENT, message)


def _fault(
    record: Record, link: WikiLink, line: int, column: int, candidates: dict[str, list[str]], records: Records
) -> Problem:
    written = f"[[{link.target}|{link.label}]]" if link.label else f"[[{link.target}]]"
    ids = candidates.get(link.target)
    if ids:
        words = link.label or link.target
        choice = ", ".join(f"[[{one}|{words}]] ({records.by_id[one].kind.kind.value})" for one in ids)
        return problem(
            record.path, line, column, Code.AMBIGUOUS_NAME, f"{written} may be {choice}; write one of them"
        )
    message = f"{written} leads nowhere; {_meant(link, candidates, records)}"
    return problem(record.path, line, column, Code.UNKNOWN_ID, message)


def _meant(link: WikiLink, candidates: dict[str, list[str]], records: Records) -> str:
    """What was probably meant by a link that leads nowhere."""
    target, known = link.target, records.by_id.values()
    if NAMES_PICTURE.search(target):
        words = link.label.rpartition("|")[2].strip() if link.label else ""
        told = "what it shows" if not words or _PLACED.fullmatch(words) else words
        shown = f"![{told}](../images/{without_namespace(target.rpartition('/')[2])})"
        return f"a picture stands in the text below the second ---: {shown}, its file in content/images"
    if _ADDRESS.match(target):
        return f"an address stands between ( and ): [{link.label or 'words'}]({target})"
    page, sign, part = target.partition("#")
    behind = f"{sign}{part}" + (f"|{link.label}" if link.label else "")
    if (found := record_named(page, known)) is not None:
        return unread(found) or f"did you mean [[{found.id}{behind}]]?"
    close = closest(bare(page), [*records.by_id, *candidates], 0.7)
    behind_bar = record_named(link.label, known) if link.label else None
    if behind_bar is not None and not _tells_of(page, behind_bar, close):
        return f"the page comes first; write [[{behind_bar.id}|{target}]]"
    if close:
        return f"did you mean [[{close}{behind}]]?"
    name = bare(page)
    called = name.replace("-", " ").title() if ID.fullmatch(name) else name
    instead = f"write {link.label} without brackets" if link.label else "take the brackets off"
    return f"{to_make(called)}, or {instead}"


def _tells_of(page: str, record: Record, close: str) -> bool:
    """Whether a page that is not there is another spelling of a record, and no words for it."""
    return close in {record.id, record.name, *record.texts("variants")} and (
        " " not in page or page[:1].isupper()
    )
