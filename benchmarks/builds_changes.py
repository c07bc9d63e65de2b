"""What somebody changes in an archive between two builds, and what the second build made of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.incremental.changeover import MARK

RENAMED = "Wilhelmina Quastenhuber-Okparanta"
"""What the person is called after it: a name that no text has."""

_NAME = re.compile(r'^name: "(.*)"$', re.MULTILINE)
_DATE = re.compile(r'^date: ".*"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Change:
    """A change by its name, and how it is made in a ``content/`` folder.

    What that gives are the words by which pages that show the changed thing are known, before and after; none
    where nothing is looked for.
    """

    name: str
    make: Callable[[Path], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build changed in the site.

    ``written`` counts the pages whose bytes changed, ``strayed`` those of them that show what was changed
    neither before nor after, and ``stale`` is how many files a clean build makes otherwise.
    """

    written: int
    strayed: int
    stale: int


def _first(content: Path, folder: str) -> Path:
    return min((content / folder).glob("*.md"))


def _edit_words(content: Path) -> frozenset[str]:
    page = _first(content, "pages")
    page.write_text(f"{page.read_text('utf-8')}\nA sentence that the page did not have before.\n", "utf-8")
    return frozenset()


def _nothing(_: Path) -> frozenset[str]:
    return frozenset()


def _rename_person(content: Path) -> frozenset[str]:
    person = _first(content, "people")
    text = person.read_text("utf-8")
    found = _NAME.search(text)
    if found is None:
        raise ValueError(f"{person} has no name")
    person.write_text(text.replace(found[0], f'name: "{RENAMED}"', 1), "utf-8")
    return frozenset({found[1], RENAMED, f"people/{person.stem}.html"})


def _add_page(content: Path) -> frozenset[str]:
    page = content / "pages" / "a-page-that-is-new.md"
    front = 'name: "A page that is new"\nsummary: "It was not here before."'
    page.write_text(f"---\n{front}\n---\nThere was no such page when the site was built.\n", "utf-8")
    return frozenset()


def _move_event(content: Path) -> frozenset[str]:
    event = _first(content, "events")
    event.write_text(_DATE.sub('date: "2012-02"', event.read_text("utf-8"), count=1), "utf-8")
    return frozenset()


CHANGES = (
    Change("one page's words edited", _edit_words),
    Change("no change", _nothing),
    Change("one person renamed", _rename_person),
    Change("a new page", _add_page),
    Change("an event's date changed", _move_event),
)
"""Made one after the other: each build begins with what the one before has left."""


def site_files(site: Path) -> dict[str, bytes]:
    """A digest of each file of a site, by its path; the mark of the build aside."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).digest()
        for file in site.rglob("*")
        if file.is_file() and file.name != MARK
    }


def pages_with(site: Path, words: frozenset[str]) -> frozenset[str]:
    """The pages that hold any of the words."""
    sought = [word.encode("utf-8") for word in words]
    return frozenset(
        page.relative_to(site).as_posix()
        for page in (site.rglob("*.html") if sought else ())
        if any(word in page.read_bytes() for word in sought)
    )


def outcome_of(
    before: Mapping[str, bytes], after: Mapping[str, bytes], clean: Mapping[str, bytes], shown: frozenset[str]
) -> Outcome:
    """From the digests before and after a build, and of a clean one; ``shown`` as Outcome says, or empty."""
    written = {name for name in after if name.endswith(".html") and after[name] != before.get(name)}
    stale = sum(after.get(name) != clean.get(name) for name in after.keys() | clean.keys())
    return Outcome(len(written), len(written - shown) if shown else 0, stale)
