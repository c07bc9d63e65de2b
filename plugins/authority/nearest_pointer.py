"""What somebody probably meant who wrote a text behind ``cite`` that is no pointer."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import pairwise
from urllib.parse import unquote

from plugins.archive.file_names import as_id
from plugins.archive.nearest_date import nearest_dates
from plugins.authority.nearest import BETWEEN, LONGEST_LIST, bare, closest, record_named
from plugins.authority.record import Record
from plugins.markdown_it.yaml_lines import in_entry

_WITH_WORDS = re.compile(r"(?P<pointer>(?P<source>[a-z0-9-]+) p\d{1,6})\W+\w")
_POINTER = re.compile(
    r"\W*(?P<source>.+?)\W+(?:p|pp|par|para|paragraph|page)?\W*(?P<number>\d{1,6})\W*", re.IGNORECASE
)
_PASSAGES = re.compile(
    r"(?:(?P<source>.*?[^\W\d])[\s,:]+)??(?:pp?\.?|par\.?)?\s?(?P<first>\d{1,6})(?:\s?[-–]\s?p?(?P<last>\d{1,6}))?",
    re.IGNORECASE,
)
_TOLD_BY = ("title", "name", "outlet")
"""What of a source's record a footnote repeats."""

MOST_IN_A_ROW = 9
"""As many paragraphs of a row are written out in a message."""

MOST_OFFERED = 9
"""As many sources are named where any of them may be meant."""

MOST_NAMED = 9
"""So many parts of a footnote are read."""

_ADDRESS = re.compile(r"(?:https?:|www\.)\S+")


def nearest_pointer(
    word: str,
    sources: Mapping[str, Record],
    taken: Collection[str] = (),
    *,
    has_note: bool = False,
    key: str = "",
) -> str:
    """Advice for a text that is no pointer, or names no source.

    ``taken`` are ids that a new record cannot have; ``has_note`` tells whether a note may stand beside it.
    ``key`` is that behind which a list may be written; without one it stands in a list already.
    """
    if re.fullmatch(r"\W*p?(?:age|aragraph)?\W*\d+\W*", word):
        return f"it names no source; {pointer_form(sources)}"
    if _ADDRESS.match(word):
        kept = next((one.id for one in sources.values() if one.text("url") == word.strip()), "")
        if kept:
            return f"did you mean {kept!r}?"
        return _record_for(word.strip(), taken)
    if pointers := _pointers(word, sources):
        as_list = f"write {key}: [{', '.join(pointers)}]" if key else f"write {', '.join(pointers)}"
        return f"each pointer of a list stands by itself; {as_list}"
    if (found := _WITH_WORDS.match(word)) and found["source"] in sources:
        return f"write {found['pointer']}; `invoke cite` with the words prints a pointer to them alone"
    found = _POINTER.fullmatch(word.strip())
    if found and (source := _source(found["source"], sources)):
        if not _names_a_text(sources[source]):
            page = word.strip(" .")[len(found["source"]) :].lstrip(" ,.:;")
            return _alone(source, page or word, has_note=has_note)
        number = int(found["number"])
        return f"did you mean '{source} p{number}'?" if number else "paragraphs are counted from p1"
    if source := _source(word, sources):
        return f"did you mean {source!r}?"
    told = _told_of(word, sources)
    return pointer_form({one: sources[one] for one in told}) if told else ""


def pointers_meant(word: str, sources: Mapping[str, Record]) -> list[str]:
    """The pointers that a text of several parts is, where that is certain; none for any other text."""
    if several := _pointers(word, sources):
        return several
    found = _POINTER.fullmatch(word.strip())
    source = _source(found["source"], sources) if found else ""
    return [f"{source} p{found['number']}"] if found and source and _names_a_text(sources[source]) else []


def _told_of(word: str, sources: Mapping[str, Record]) -> list[str]:
    """The sources of which a text has the title or the outlet, as a footnote does.

    Where several are told of, the date that stands there too decides.
    """
    parts = [part.strip() for part in word[:LONGEST_LIST].split(",")]
    words = f"-{as_id(word[:LONGEST_LIST])}-"
    # A name may have more words than the footnote, and a single word says little.
    names = {f"-{name}-" for part in parts[:MOST_NAMED] if "-" in (name := _form(part))}
    found = [
        one
        for one in sources.values()
        if any(form in words or any(name in form for name in names) for form in _forms(one))
    ]
    if len(found) > 1:
        dates = {day for part in (*parts, *map(", ".join, pairwise(parts))) for day in nearest_dates(part)}
        found = [one for one in found if one.text("published") in dates] or found
    return sorted(one.id for one in found)


def _forms(source: Record) -> set[str]:
    """What a source is told by, each between hyphens."""
    return {f"-{form}-" for key in _TOLD_BY if (form := _form(source.text(key)))}


def _form(name: str | None) -> str:
    return as_id(name or "").removeprefix("the-")


def _pointers(word: str, sources: Mapping[str, Record]) -> list[str]:
    """The pointers of a text that has several, as footnotes have them: ``quay p3, p4``, ``quay pp. 3-5``."""
    source, found = "", []
    for part in BETWEEN.split(word.strip("[] \t")) if len(word) <= LONGEST_LIST else ():
        told = _PASSAGES.fullmatch(part.strip())
        if told is None:
            # A comma may stand between a source and its paragraph.
            if not (source := _source(part, sources)):
                return []
            continue
        if told["source"]:
            source = _source(told["source"], sources) or as_id(told["source"])
        first = int(told["first"])
        last = min(int(told["last"] or first), first + MOST_IN_A_ROW - 1)
        found += [f"{source} p{number}" for number in range(first, last + 1)]
    is_known = any(one.partition(" ")[0] in sources for one in found)
    return found if is_known and len(found) > 1 and not any(one.startswith(" ") for one in found) else []


def _source(word: str, sources: Mapping[str, Record]) -> str:
    named = record_named(word, sources.values())
    return named.id if named else closest(bare(word), sources, 0.75)


def _names_a_text(source: Record) -> bool:
    """Whether a record says which text it is of, so that somebody can count its paragraphs."""
    return source.text("sha256") is not None


def _alone(name: str, page: str = "", *, has_note: bool = False) -> str:
    alone = f"write {name} alone: this source has no text in the archive, so it is cited as a whole"
    if page and has_note:
        return f"{alone}; the page may stand beside it, in note: {in_entry(page)}"
    if page:
        return f"{alone}; the page may be told in the text below the second ---: [[{name}]], {page}"
    return alone


def _record_for(address: str, taken: Collection[str]) -> str:
    """Which record is made for a text that has nothing here but its address."""
    host, _, path = re.sub(r"\A(?:https?:)?(?://)?(?:www\.)?", "", address).partition("/")
    last = re.split(r"[?#]", path)[0].rstrip("/").rpartition("/")[2]
    title = re.sub(r"[\s_\"`$\\-]+", " ", unquote(re.sub(r"\.[a-z]{2,5}\Z", "", last))).strip()
    name = title[:1].upper() + title[1:] if as_id(title) else host
    if as_id(name) in taken:
        # Ids are one list for all folders.
        name = f"{host.rpartition('.')[0]} {name}"
    whole = (address if "://" in address else f"https://{address}").replace("$", "%24").replace("`", "%60")
    way = f'`invoke new source "{name}" --set "url={whole}"`'
    return f"it is an address; make a record of the text there, {way}, and write cite: {as_id(name)}"


def pointer_form(sources: Mapping[str, Record]) -> str:
    """What a pointer is, with one into this archive. ``sources`` are those that may be meant."""
    if not sources:
        return (
            "make a record for the text, content/sources/NAME.md, and write NAME p3 for its third paragraph"
        )
    names = sorted(sources, key=lambda one: (not _names_a_text(sources[one]), one))
    if len(names) == 1:
        which = names[0]
    else:
        some = f"{', '.join(names[:-1])} or {names[-1]}" if len(names) <= MOST_OFFERED else ""
        which = f"the id of the source that says so{': ' if some else ''}{some}"
        if not some:
            which += ", which is the name of its file in content/sources without .md"
    if not _names_a_text(sources[names[0]]):
        return _alone(which) if len(names) == 1 else f"write {which}"
    behind = f"like {names[0]} p1" if len(names) == 1 else "p1 for the first"
    return (
        f"write {which}, and behind it the paragraph, not the page, {behind} (title and byline count too); "
        '`invoke cite "some of its words"` prints the pointer'
    )
