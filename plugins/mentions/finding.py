"""Names found in texts: longest match, whole words, case kept, white space and quotes folded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.archive.annotation import Mention
from plugins.archive.source import Document, Label
from plugins.archive.span import Span
from plugins.authority.names import Name
from plugins.sources.library import Documents

MAKER = "mentions/1"

UNREAD = frozenset({Label.RESIDUE, Label.METADATA})
"""Labels of segments that are the page's own words, not the text's."""

OPENING_QUOTES = frozenset("“‘\"'«„")

_WORD = re.compile(r"[^\W_]+")


class NameMatcher:
    """All names of an archive, ready to be found.

    Each name is looked for only at words that are its first word, so the time grows with the text and
    with the names that share a first word, not with all names.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_first_word: dict[str, list[tuple[re.Pattern[str], int, Name]]] = {}
        for name in sorted(names, key=lambda one: (-len(one.form), one.form)):
            first = _WORD.search(name.form)
            if first is not None:
                entry = (re.compile(_pattern(name.form)), first.start(), name)
                self._by_first_word.setdefault(first.group(), []).append(entry)

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[Span, Name]]:
        """The names between two offsets, from left to right, never one inside another."""
        position = start
        for word in _WORD.finditer(text, start, end):
            if word.start() < position:
                continue
            for pattern, prefix, name in self._by_first_word.get(word.group(), ()):
                begin = word.start() - prefix
                match = pattern.match(text, begin, end) if begin >= position else None
                if match is not None and (not name.quoted or _stands_quoted(text, begin)):
                    yield Span(begin, match.end()), name
                    position = match.end()
                    break


def find_all_mentions(documents: Documents, names: tuple[Name, ...]) -> tuple[Mention, ...]:
    """The mentions of every document, in the order of sources and offsets."""
    matcher = NameMatcher(names)
    return tuple(
        mention for document in documents.by_id.values() for mention in find_mentions(document, matcher)
    )


def find_mentions(document: Document, matcher: NameMatcher) -> Iterator[Mention]:
    """The mentions of one document, in order; the page's residue is not looked at."""
    for segment in document.segments:
        if segment.label in UNREAD:
            continue
        for span, name in matcher.find(document.text, segment.span.start, segment.span.end):
            yield Mention(document.source, span, name.candidates, MAKER)


def _stands_quoted(text: str, begin: int) -> bool:
    return begin > 0 and text[begin - 1] in OPENING_QUOTES


def _pattern(form: str) -> str:
    """A name as an expression: any white space between its words, none or some between initials.

    Straight and curly apostrophes are one, as are the dashes. What follows must not be a word's
    continuation, so ``Malkovich`` is not in ``Malkoviches``; a possessive ending is not part of it.
    """
    initials = re.sub(r"(?<=\b\w\.)\s*(?=\w\.)", "\x00", form)
    initials = re.sub(r"(?<=\b\w\.)\s+(?=\w)", "\x00", initials)
    parts = []
    for piece in re.findall(r"\x00|\s+|['’‘]|[-‐‑–]|[^\x00\s'’‘‐‑–-]+", initials):
        if piece == "\x00":
            parts.append(r"\s*")
        elif piece.isspace():
            parts.append(r"\s+")
        elif piece in "'’‘":
            parts.append("['’‘]")
        elif piece in "-‐‑–":
            parts.append("[-‐‑–]")
        else:
            parts.append(re.escape(piece))
    ending = r"(?![^\W_])" if form[-1].isalnum() else ""
    return "".join(parts) + ending
