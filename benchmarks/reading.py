"""Whether the time of everything that reads texts grows with their length, or with its square.

A text that somebody made to keep a machine busy is one short piece, over and over. Each piece is put into
each reader at two lengths. Time is the processor's, and says nothing of another machine; how it grows does.
"""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import log
from typing import Any

from plugins.archive.annotation import Link
from plugins.archive.edtf import Edtf
from plugins.archive.entity import Entity, Kind
from plugins.archive.source import Document, Original, Rights
from plugins.archive.span import Span
from plugins.authority.linking import Links
from plugins.authority.record import Record, Records
from plugins.authority.schema import FOLDERS
from plugins.credits.finding import find_credits
from plugins.dates.finding import find_dates
from plugins.discovery.finding import find_names
from plugins.importing.plan import read_saved
from plugins.importing.saved_files import SavedFile
from plugins.markdown_it.front_matter import read_front_matter
from plugins.markdown_it.render import find_wiki_links, headings, plain_text, render, render_inline
from plugins.quotations.finding import find_quotations
from plugins.quotations.people_named import Known
from plugins.sources.library import Documents, cut
from plugins.sources.segments import segment
from plugins.web_pages.page import read_web_page

SHORT, LONG = 6_250, 25_000
"""Code points. What is linear up to here is so beyond, and fifty pieces go into a dozen readers."""

LOOKED_AT = 0.05
"""Seconds at ``LONG`` below which nothing keeps a machine busy: even a square takes 80 s at a million."""

STEEP = 1.6
"""A power of the length that is nearer to a square than to a line with its logarithms."""

RUNS = 3

SLOWEST = 15

PIECES = {
    "opening brackets": "[",
    "closing brackets": "]",
    "links": "[](",
    "pictures": "![a](",
    "wiki links": "[[a|",
    "footnotes": "[^a]",
    "parentheses": "(",
    "curly marks": "“",
    "straight marks": '"',
    "apostrophes": "'",
    "quotations": '"a ',
    "tags": "“A,” says B. ",
    "possessives": "A’s ",
    "spaces": " ",
    "tabs and line ends": "\t\n",
    "blank lines": "a\n\n",
    "digits": "1",
    "years": "1999 ",
    "days": "May 1, ",
    "dashes": "-",
    "hyphenated": "Bo-",
    "long dashes": "—",
    "capitals": "A",
    "words of a capital": "A ",
    "words of a letter": "a ",
    "bylines": "By ",
    "lists of names": "A, ",
    "initials": "A. ",
    "titles": "of A ",
    "turns": "Q: a\nA: b\n",
    "labels": "a: ",
    "newlines": "\n",
    "combining marks": "a\u0301",
    "nothing but combining marks": "\u0301",
    "joiners": "\u200d",
    "turning signs": "\u202e",
    "emphasis": "*a ",
    "stars": "*",
    "underscores": "_a",
    "ticks": "`a",
    "tildes": "~",
    "tags of HTML": "<a ",
    "elements": "<div>",
    "comments": "<!--",
    "references": "&a",
    "pipes": "a|b\n-|-\n",
    "deep quotes": "> ",
    "deep lists": "- ",
    "headings": "#",
    "backslashes": "\\",
    "durations": "5 min ",
    "years to nowhere": "1999-",
    "days in figures": "01/02/2003 ",
    "parts and players": "Odile (Nadia Bell) ",
    "players in a row": "with Nadia Bell as Odile, ",
    "players without end": "Nadia Bell as Odile and ",
    "names in stars": "*Nadia Bell* ",
    "slashes": "/",
    "letters without capitals": "漢",
}

Reader = Callable[[str], Callable[[], Any]]
"""What a reader needs of a text, made beforehand, gives what is measured."""


def _over_segments(text: str) -> Callable[[], Any]:
    segments = segment("x", text)
    return lambda: list(find_quotations(text, segments, Known()))


def _over_document(read: Callable[..., Any], *more: Any) -> Reader:
    def prepared(text: str) -> Callable[[], Any]:
        one = _document(text)
        return lambda: read(one, *more)

    return prepared


def _credits(text: str) -> Callable[[], Any]:
    start = "Odile (Nadia Bell) waits in The Tin Harbour. "
    names = {"Odile": Kind.CHARACTER, "Nadia Bell": Kind.PERSON, "The Tin Harbour": Kind.WORK}
    entities = tuple(Entity(name, kind, name, name, (), "", "", True) for name, kind in names.items())
    found = re.finditer("|".join(names), start + text)
    links = Links(tuple(Link("x", Span(*one.span()), one[0], "", "", 1.0) for one in found), ())
    review = Record("x", "sources", FOLDERS["sources"], "x.md", {"name": "x", "film": "The Tin Harbour"})
    documents = Documents({"x": _document(start + text)})
    return lambda: find_credits(documents, links, entities, Records({"x": review}, ()))


def _document(text: str) -> Document:
    return Document("x", Rights.SUMMARY, Original("0" * 64, text), segment("x", text))


def _page(text: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>Fog</title></head><body><p>{text}</p></body></html>".encode()


READERS: dict[str, Reader] = {
    "a body": lambda text: lambda: render(text, lambda _: None),
    "a line": lambda text: lambda: render_inline(text, lambda _: None),
    "words of a body": lambda text: lambda: (plain_text(text, lambda _: None), headings(text)),
    "wiki links": lambda text: lambda: find_wiki_links(text),
    "front matter": lambda text: lambda: read_front_matter(f"---\nname: Fog\n{text}\n---\n", "fog.md"),
    "a value": lambda text: lambda: read_front_matter(f"---\nname: [{text}]\n---\n", "fog.md"),
    "a source": lambda text: lambda: cut("x", Rights.SUMMARY, Original("0" * 64, text)),
    "a web page": lambda text: lambda: read_web_page(_page(text)),
    "an imported text": lambda text: lambda: read_saved(SavedFile("fog.txt", text.encode())),
    "an imported page": lambda text: lambda: read_saved(SavedFile("fog.html", _page(text))),
    "quotations": _over_segments,
    "names": _over_document(find_names),
    "dates": _over_document(find_dates, Edtf.parse("2013-09-16")),
    "credits": _credits,
}


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds that a reader takes for a piece over and over, at ``SHORT`` and at ``LONG`` code points."""

    piece: str
    reader: str
    short: float
    long: float

    @property
    def power(self) -> float:
        """The power of the length with which the time grows: 1 for a line, 2 for a square."""
        return log(self.long / self.short) / log(LONG / SHORT)

    @property
    def is_steep(self) -> bool:
        return self.long >= LOOKED_AT and self.power > STEEP


def over_and_over(piece: str, length: int) -> str:
    return piece * (length // len(piece))


def seconds(read: Reader, text: str) -> float:
    """Of the processor, the least of ``RUNS``; the collector, which others' objects keep busy, rests."""
    taken = []
    gc.disable()
    try:
        for _ in range(RUNS):
            run = read(text)
            began = time.process_time()
            run()
            taken.append(time.process_time() - began)
    finally:
        gc.enable()
    return max(min(taken), 1e-6)


def measure(piece: str, reader: str) -> Growth:
    read, signs = READERS[reader], PIECES[piece]
    short, long = (seconds(read, over_and_over(signs, length)) for length in (SHORT, LONG))
    return Growth(piece, reader, short, long)


def report() -> str:
    """A line for each pair that grows too steeply, and the slowest ones; last, how many were measured."""
    grown = sorted(
        (measure(piece, reader) for reader in READERS for piece in PIECES), key=lambda one: -one.long
    )
    steep = [one for one in grown if one.is_steep]
    return "\n".join(
        [
            f"Reading {LONG:,} code points of one piece over and over",
            f"(the power of the length is taken from {SHORT:,} to there)",
            "",
            "Steeper than a line" if steep else "Nothing is steeper than a line",
            *map(_line, steep),
            "",
            "The slowest",
            *map(_line, grown[:SLOWEST]),
            "",
            f"{len(grown)} pairs of a reader and a piece; steeper than a power of {STEEP}: {len(steep)}",
        ]
    )


def _line(one: Growth) -> str:
    return f"  {one.reader:<18} {one.piece:<28} {one.long:7.3f} s   power {one.power:4.2f}"
