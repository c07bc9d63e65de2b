"""What of a page's prose would not come out as it was meant, although the page can be made.

A build shows HTML as the text it is, and the words that stand for a picture in its place. Nobody wants
either, so ``invoke check`` tells them; a build does not ask for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path as File

from plugins.archive.errors import Code, Problem, problem
from plugins.archive.settings import Settings
from plugins.archive.source import Document
from plugins.authority.content_files import PICTURES
from plugins.authority.nearest import bare, closest, record_named, to_make
from plugins.authority.page_addresses import lost
from plugins.authority.record import Record, Records
from plugins.authority.stray_files import stray_files
from plugins.authority.wiki_links import PASSAGE, links_of, texts_of
from plugins.incremental.copied import faults_of_pictures
from plugins.markdown_it.allowed import is_own_picture
from plugins.markdown_it.limits import body_faults
from plugins.markdown_it.prose_marks import Mark, marks_of
from plugins.sources.library import Documents

INSTEAD = {
    "a": "[words](https://address)",
    "b": "**words**",
    "blockquote": "> before each line",
    "br": "a blank line",
    "em": "*words*",
    "h1": "# before the words",
    "h2": "## before the words",
    "h3": "### before the words",
    "hr": "--- between blank lines",
    "i": "*words*",
    "img": "![what it shows](../images/name.jpg)",
    "li": "- before each line",
    "p": "a blank line between paragraphs",
    "strong": "**words**",
    "table": "rows of | cell | cell |",
    "ul": "- before each line",
}
"""What Markdown has for the elements that people write most."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The faults of prose, in no order."""

    problems: tuple[Problem, ...] = ()


def check_prose(records: Records, documents: Documents, settings: Settings) -> Prose:
    """What is wrong in the bodies of records, links to passages that are not there, and stray files."""
    folder = settings.content / PICTURES
    found = list(faults_of_pictures(folder, f"{settings.content.name}/{PICTURES}", settings.content))
    found += stray_files(settings.content)
    for record in records.by_id.values():
        if not record.is_stub:
            found += _faults(record, records.by_id, documents.by_id, settings.content)
    return Prose(tuple(found))


def _faults(
    record: Record, by_id: Mapping[str, Record], documents: Mapping[str, Document], content: File
) -> Iterator[Problem]:
    too_long = next(body_faults(record.body), None) is not None
    for mark in () if too_long else marks_of(record.body):
        match mark.code:
            case "file":
                message: tuple[Code, str] | None = _file(mark, by_id)
            case "place":
                message = _at_a_place(mark, record, by_id)
            case _:
                message = _MESSAGES[mark.code](mark, content)
        if message:
            yield problem(record.path, record.body_line + mark.line, mark.column + 1, *message)
    yield from _faults_of_values(record, by_id, content)
    for link, line, column in links_of(record):
        source, _, passage = link.target.partition("#")
        number, document = PASSAGE.fullmatch(passage), documents.get(source)
        if number and document is not None and int(number[1]) > len(document.segments):
            has = f"[[{link.target}]]: {source} has {len(document.segments)} paragraphs"
            advice = f"{has}; write the number of one of them"
            yield problem(record.path, line, column, Code.UNKNOWN_FRAGMENT, advice)


def _faults_of_values(record: Record, by_id: Mapping[str, Record], content: File) -> Iterator[Problem]:
    """Marks in values that are shown as the text they are, or lead nowhere."""
    for way, text in texts_of(record.values):
        if not _MARKED.search(text) or way[0] in {"name", "sort-name", "variants", "title", "url"}:
            continue
        for mark in marks_of(text):
            if mark.code == "link" and mark.words.startswith("the footnote"):
                told = "a footnote stands in the text below the second ---; take it out here"
                message: tuple[Code, str] | None = (Code.BROKEN_LINK, told)
            elif mark.code == "link":
                message = _link(mark, content)
            elif mark.code in {"file", "place"}:
                message = _file(mark, by_id) if mark.code == "file" else _at_a_place(mark, record, by_id)
            else:
                message = _MESSAGES[mark.code](mark, content) if mark.code in {"html", "wiki"} else None
            if message:
                yield problem(record.path, *record.at(*way), *message)


_MARKED = re.compile(r"<[A-Za-z/!]|\]\(|'{3}|\[\^|\[\[")
"""Signs without which a value has no mark that could be a slip."""


def _raw_html(mark: Mark, _: File) -> tuple[Code, str]:
    name = mark.words.lower()
    if name == "script":
        advice = "take it out: pages run no scripts of their own"
    elif name == "!--":
        advice = "take the comment out, or write it behind a # in the front matter"
    else:
        advice = f"write Markdown: {INSTEAD[name]}" if name in INSTEAD else "take it out, and keep its words"
    return Code.RAW_HTML, f"<{mark.words}> is HTML, which the page shows as the text it is; {advice}"


def _picture(mark: Mark, content: File) -> tuple[Code, str] | None:
    address = mark.words
    if not mark.label.strip():
        return Code.MISSING_ALT, (
            "the picture has no words for those who do not see it; "
            f"write between the brackets what it shows: ![two boats in the fog]({address})"
        )
    if not is_own_picture(address):
        message = "is no picture of the archive's own; put the file into content/images, and write ../images/"
        return Code.UNKNOWN_PICTURE, f"{address!r} {message}{address.rpartition('/')[2] or 'name.jpg'}"
    name = address.removeprefix("../").removeprefix(f"{PICTURES}/")
    if (content / PICTURES / name).is_file():
        return None
    there = sorted(one.relative_to(content / PICTURES).as_posix() for one in (content / PICTURES).rglob("*"))
    close = get_close_matches(name, there, n=1)
    advice = (
        f"did you mean ../images/{close[0]}?" if close else f"put the file there, as content/images/{name}"
    )
    return Code.UNKNOWN_PICTURE, f"there is no picture {address!r}; {advice}"


def _link(mark: Mark, _: File) -> tuple[Code, str]:
    return Code.BROKEN_LINK, mark.words


def _file(mark: Mark, by_id: Mapping[str, Record]) -> tuple[Code, str]:
    """A link to a record by its file, of which the site has a page and no copy."""
    file, _, part = mark.words.partition("#")
    behind = f"{'#' if part else ''}{part}|{mark.label}]]"
    if (found := record_named(file, by_id.values())) is not None:
        return Code.BROKEN_LINK, f"the site has no file {file}; write [[{found.id}{behind}"
    close = closest(bare(file), by_id, 0.7)
    otherwise = f"{to_make(mark.label)}, or write {mark.label} without brackets"
    advice = f"did you mean [[{close}{behind}?" if close else otherwise
    return Code.BROKEN_LINK, f"there is no record {file}; {advice}"


def _at_a_place(mark: Mark, record: Record, by_id: Mapping[str, Record]) -> tuple[Code, str] | None:
    """A link to a place of the site; nothing where it leads to a page."""
    advice = lost(mark.words, mark.label, record, by_id)
    return (Code.BROKEN_LINK, advice) if advice else None


def _of_a_wiki(mark: Mark, _: File) -> tuple[Code, str]:
    message = "is written as in a wiki, and the page shows it as the text it is"
    return Code.WIKI_MARKUP, f"{mark.words} {message}; {mark.label}"


_MESSAGES: dict[str, Callable[[Mark, File], tuple[Code, str] | None]] = {
    "html": _raw_html,
    "picture": _picture,
    "link": _link,
    "wiki": _of_a_wiki,
}
"""What is said of each kind of mark; nothing of a picture that is there."""
