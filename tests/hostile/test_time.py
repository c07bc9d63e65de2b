"""Whatever a text is made of, reading it takes time in proportion to its length.

A text that somebody made to keep a machine busy is one short piece, over and over. Each piece is put into
everything that reads texts, at two lengths; what grows with the square of the length is sixteen times as slow
at four times the length.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from plugins.archive.edtf import Edtf
from plugins.archive.source import Original, Rights
from plugins.authority.linking import Links
from plugins.credits.finding import find_credits
from plugins.dates.finding import find_dates
from plugins.discovery.finding import find_names
from plugins.importing.plan import read_saved
from plugins.importing.saved_files import SavedFile
from plugins.markdown_it.front_matter import read_front_matter
from plugins.markdown_it.render import find_wiki_links, headings, plain_text, render, render_inline
from plugins.quotations.finding import find_quotations
from plugins.quotations.people_named import Known
from plugins.sources.library import cut
from plugins.sources.segments import segment
from plugins.web_pages.page import read_web_page
from tests.credits.test_finding import about_the_film
from tests.credits.test_finding import read as read_names
from tests.making import document, documents

SHORT, LONG = 6_250, 25_000
"""Code points. What is linear up to here is so beyond, and fifty pieces go into a dozen readers."""

GROWTH = (LONG / SHORT) ** 1.3
SLACK = 2.0
"""How many times slower than it is a busy machine may make the longer of two runs look."""

SECONDS = 0.5
"""A run that takes no longer than this at ``LONG`` takes less than 5 s at 200,000 code points."""

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
        one = document(text)
        return lambda: read(one, *more)

    return prepared


def _credits(text: str) -> Callable[[], Any]:
    named, links, entities = read_names("{Odile} (<Nadia Bell>) waits in [The Tin Harbour]. ")
    own = documents(document(named + text))
    return lambda: find_credits(own, Links(tuple(links), ()), entities, about_the_film())


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


def seconds(read: Reader, piece: str, length: int) -> float:
    run = read(piece * (length // len(piece)))
    began = time.process_time()
    run()
    return time.process_time() - began


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text_and_not_with_its_square(piece: str, reader: str) -> None:
    short = seconds(READERS[reader], PIECES[piece], SHORT)
    if short * (LONG / SHORT) ** 2 < SECONDS:
        return  # even if it grew with the square
    long = seconds(READERS[reader], PIECES[piece], LONG)
    assert long < max(SECONDS, GROWTH * SLACK * short)


@pytest.mark.parametrize("piece", ["[", "[[", '"', "“", "'", "1", " ", "A", "\n", "[[a|"])
@pytest.mark.parametrize("reader", ["quotations", "wiki links"])
def test_a_megabyte_of_one_sign_is_read_in_seconds(piece: str, reader: str) -> None:
    assert seconds(READERS[reader], piece, 1_000_000) < 8
