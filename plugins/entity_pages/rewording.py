"""Pages whose words alone have changed: what is kept of each, so that it can be made anew without an archive.

The front matter of a record decides what the archive knows; its body is prose, which only its own page and
the search show. So when a body changes and links to the same records, everything else stays: in the page's
file the prose is replaced, and in what the search knows of the page its first paragraphs and headings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import starmap
from pathlib import Path
from typing import Any

from plugins.authority.content_files import LONGEST_PAGE, file_of, text_of
from plugins.authority.record import Record
from plugins.entity_pages.passages import Passage, in_one, prose_passages
from plugins.incremental.as_json import as_json, from_json
from plugins.incremental.stamps import digest_of_file
from plugins.markdown_it.front_matter import front_digest, read_front_matter
from plugins.markdown_it.limits import body_faults
from plugins.markdown_it.render import WIKI_LINK, FindTarget, Heading, LinkTarget, headings, render
from plugins.search_index.page import SearchPage

_PICTURE = "!["
"""What a picture begins with: how large it is, only a whole build asks."""

Span = tuple[int, int]
"""Where the prose stands in the bytes of a page's file: its first byte, and the first one behind it."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A page as far as its prose is concerned.

    ``front`` is the ``front_digest`` of its record, ``parts`` are the headings of its prose. ``outgoing`` has
    what its wiki links lead to as it is written, each once, in their order; ``targets`` what that means, with
    addresses from the site's root. ``found`` is what the search knows, of whose paragraphs the first ``own``
    are the prose, which stands at ``anchor``.
    """

    front: str
    parts: tuple[Heading, ...]
    outgoing: tuple[str, ...]
    targets: Mapping[str, LinkTarget | None]
    span: Span
    found: SearchPage
    own: int
    anchor: str

    def as_bytes(self) -> bytes:
        """What ``worded_from`` reads."""
        told = {one: getattr(self, one) for one in _WORDED}
        told["targets"] = {
            one: target and {name: getattr(target, name) for name in _TARGET}
            for one, target in self.targets.items()
        }
        told["parts"] = [(one.words, one.level, one.id) for one in self.parts]
        told["found"] = {one: getattr(self.found, one) for one in _FOUND}
        return as_json(told)


# Each name once, and not again for each of thousands of pages, as asdict does.
_WORDED = tuple(one.name for one in fields(Worded))
_FOUND = tuple(one.name for one in fields(SearchPage))
_TARGET = tuple(one.name for one in fields(LinkTarget))


def worded_from(written: bytes) -> Worded:
    """What ``as_bytes`` wrote."""
    told = from_json(written)
    found: dict[str, Any] = {
        name: tuple(one) if isinstance(one, list) else one for name, one in told.pop("found").items()
    }
    targets = {one: LinkTarget(**target) if target else None for one, target in told.pop("targets").items()}
    outgoing, (begin, end) = tuple(told.pop("outgoing")), told.pop("span")
    parts = tuple(starmap(Heading, told.pop("parts")))
    return Worded(
        parts=parts,
        outgoing=outgoing,
        targets=targets,
        span=(begin, end),
        found=SearchPage(**found),
        **told,
    )


@dataclass(frozen=True, slots=True)
class Reworded:
    """A page with other prose: the bytes of its file, and what is kept of it."""

    html: bytes
    worded: Worded


def keep_words(record: Record, html: bytes, prose: str, found: SearchPage, find: FindTarget) -> Worded | None:
    """What to keep of the page of a record, whose file is ``html`` and prints ``prose``.

    None where its prose cannot be told from the rest. ``find`` gives what wiki links mean on a page at the
    site's root.
    """
    printed = prose.encode("utf-8")
    if not printed or html.count(printed) != 1:
        return None
    outgoing = _outgoing(record.body)
    targets = {one: find(one) for one in outgoing}
    begin = html.index(printed)
    own = len(_passages(record.body, "", targets))
    anchor = found.anchors[0] if own and found.anchors else ""
    span = (begin, begin + len(printed))
    return Worded(record.front, headings(record.body), outgoing, targets, span, found, own, anchor)


def reword(text: str, path: str, html: bytes, known: Worded) -> Reworded | None:
    """The page with the prose that its record has now; None where more than paragraphs has changed."""
    page = read_front_matter(text, path)
    if page.problems or front_digest(text, page.body_line) != known.front or _PICTURE in page.body:
        return None
    if next(body_faults(page.body), None) is not None:
        return None  # a whole build tells what is wrong
    if headings(page.body) != known.parts:
        return None  # they stand also where a page tells what is on it, and others lead to them
    prose = _prose(page.body, known.found.url, known.targets)
    begin, end = known.span
    new = html[:begin] + prose + html[end:]
    if not prose or _outgoing(page.body) != known.outgoing or new.count(prose) != 1:
        return None
    own = _passages(page.body, known.anchor, known.targets)
    passages = (*own, *_behind(known))
    found = replace(
        known.found,
        body="\n\n".join(one.text for one in passages),
        anchors=tuple(one.anchor for one in passages),
    )
    return Reworded(new, replace(known, span=(begin, begin + len(prose)), found=found, own=len(own)))


def _behind(known: Worded) -> Iterator[Passage]:
    """The paragraphs of a page that are not its prose."""
    paragraphs = known.found.body.split("\n\n") if known.found.body else []
    anchors = (*known.found.anchors, *[""] * (len(paragraphs) - len(known.found.anchors)))
    return starmap(Passage, list(zip(paragraphs, anchors, strict=True))[known.own :])


def _outgoing(body: str) -> tuple[str, ...]:
    # Where they stand, nobody asks.
    return tuple(dict.fromkeys(match[1].strip() for match in WIKI_LINK.finditer(body)))


def _prose(body: str, url: str, targets: Mapping[str, LinkTarget | None]) -> bytes:
    """The prose as the page at an address prints it."""
    root = "../" * url.count("/")
    here = {
        one: replace(target, url=_from(root, target.url)) if target else None
        for one, target in targets.items()
    }
    return str(render(body, here.get)).encode("utf-8")


def _from(root: str, url: str) -> str:
    """An address from the site's root as a page has it; a part of the page itself stays what it is."""
    return url if url.startswith("#") else root + url


def _passages(body: str, anchor: str, targets: Mapping[str, LinkTarget | None]) -> tuple[Passage, ...]:
    return tuple(in_one(prose_passages(body, anchor, targets.get)))


def words_of(path: str) -> str:
    """Under which name a store keeps the words of the page at an address."""
    return f"words of {path}"


def text_as_found(content: Path, file: str, digest: str) -> str | None:
    """What a record reads, by its path in the content folder; None for a faulty or a changed one.

    ``digest`` is the sha256 of the bytes that it is to have.
    """
    folder, _, name = file.rpartition("/")
    if digest_of_file(content / file) != digest:
        return None
    text, faults = text_of(file_of(content, folder, name), LONGEST_PAGE)
    return None if faults else text
