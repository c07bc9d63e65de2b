"""Pages whose front matter was read in an earlier build, and is not parsed again while their text stays."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import yaml

from plugins.archive.errors import Code, Problem, problem
from plugins.incremental.kept import Kept
from plugins.incremental.keys import digest_of_code
from plugins.markdown_it.front_matter import FrontMatter, as_kept, from_kept, read_front_matter
from plugins.markdown_it.limits import MOST_MARKS, body_faults, marks_in

STAGE = "pages"
"""The name under which they are kept, all of one build in one file."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """The front matter and body of a record, with the faults of both."""

    page: FrontMatter
    problems: tuple[Problem, ...] = ()


def read_pages(texts: Sequence[str], paths: Sequence[str], kept: Kept) -> list[ReadPage]:
    """What each text holds. One with a fault is read anew in every build: its messages name its path."""
    known = kept.results(STAGE, _keys(texts), lambda place: _as_kept(_read(texts[place], paths[place])))
    return [
        _read(text, path) if found is None else ReadPage(from_kept(found, text))
        for text, path, found in zip(texts, paths, known, strict=True)
    ]


def _read(text: str, path: str) -> ReadPage:
    page = read_front_matter(text, path)
    of_body = [
        problem(path, page.body_line + line, 1, Code.BAD_MARKDOWN, message)
        for line, message in body_faults(page.body)
    ]
    if of_body and marks_in(page.body) > MOST_MARKS:
        # Whatever else is wrong in a megabyte of brackets would take seconds to find, and pages to tell.
        page = replace(page, body="")
    return ReadPage(page, (*page.problems, *of_body))


def _as_kept(read: ReadPage) -> list[Any] | None:
    return None if read.problems else as_kept(read.page)


def _keys(texts: Sequence[str]) -> list[str]:
    basis = hashlib.sha256(f"{digest_of_code('markdown_it')} {yaml.__version__}\n".encode())
    keys = []
    for text in texts:
        key = basis.copy()
        key.update(text.encode())
        keys.append(key.hexdigest())
    return keys
