"""Credits that are set as lists: blocks at a text's end, and the line of makers below a title."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import chain

from plugins.archive.source import Label
from plugins.credits.draft import Draft
from plugins.credits.jobs import CAST, ROLES, roles_of_label
from plugins.credits.outcome import mode_at
from plugins.credits.passage import GROUP, PERSON, Passage
from plugins.credits.patterns import any_word
from plugins.credits.slots import any_of
from plugins.importing.film_credits import find_credits as find_credit_lines
from plugins.lexicon.words_needed import small
from plugins.sources.credit_lines import LISTED

REASON = "in a list of credits"

_ALL_WORDS = frozenset(
    word
    for role in ROLES
    for word in (*role.nouns, *role.labels, *role.by, *role.things, role.name)
)  # fmt: skip
_WORDS = any_of(_ALL_WORDS)
_LABEL = rf"(?P<label>(?i:{_WORDS}s?(?:(?:,| and|/| &) ?{_WORDS}s?)*))"
_ROW = r"[ⓟⓞ](?:(?:, | and |, and | & |; )[ⓟⓞ])*"
_NAMES = rf"(?P<names>{_ROW})"

_LAST = {re.findall(r"\w+", small(one))[-1] for one in _ALL_WORDS}
_HAS_A_LABEL = any_word(ending for word in _LAST for ending in (word, f"{word}s"))
"""The bit of ``words_had`` for the last word of any label."""

_FIRST = any_of(re.split("[ -]", one)[0] for one in _ALL_WORDS)
_LINE = re.compile(
    rf"(?i:{_FIRST})[^ⓟⓞ]*{_ROW}\.?|{_ROW}(?:, | - | – | — |: ?| \()(?:the )?(?i:{_FIRST})[^ⓟⓞ]*"
)
"""What may be a line of a job and names, and nothing else."""


class _Labelled:
    """A pattern in which a label stands before names: where the rest of it is not, no label is looked for.

    ``between`` is what may be missing behind the label.
    """

    def __init__(self, before: str, between: str, rest: str) -> None:
        self._rest = re.compile(rest)
        self._written = before + _LABEL + between + rest

    def find(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[re.Match[str]]:
        """All matches in a stretch."""
        if self._rest.search(text, start, end) is None:
            return []
        return list(self._whole.finditer(text, start, end))

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        # A label is any of some hundred words: it takes long to compile.
        return re.compile(self._written)


_INLINE = _Labelled(
    r"(?:^|(?<=[.;,|·•(–—/] )|(?<=[(/]))",
    r"(?: ?\([^()ⓟⓞ]{1,20}\))?",
    rf"[.:] ?{_NAMES}(?=[.,;)|·•/]|$| [·•|/–—])",
)
"""``Dir. ⓟ`` and its like between marks."""

_IN_A_ROW = _Labelled(r"(?:^|(?<=[.;:,] ))", r",?", rf" {_NAMES}(?=[;,]|\.?$|\. )")
"""A job and names between commas or semicolons."""

_DOTTED = _Labelled(
    r"(?:^|(?<=[.;|] ))",
    r"(?: by)? ?",
    rf"(?:\.{{2,}}|…+|(?:\. ?){{3,}}|[–—]) ?{_NAMES}(?=[.;|]|$)",
)
"""A job, dots and names."""

_ROW_BEGINS = re.compile(r"[^ⓟⓞⓒ;,]{0,40}: (?:[ⓟⓞ](?:, [ⓟⓞ])*; )?")
"""What may stand in a sentence before such a row."""

_LEAST_IN_A_ROW = 3
"""Different jobs that make a row of them one film's credits; else it may be a row of friends."""

_LEAST_IN_A_CAPTION = 3
"""Labelled jobs of a passage that is no caption, though one of them is that of a photographer."""

_WITH = re.compile(
    r"(?:^|(?<=[.!?)] ))(?P<label>With|Starring|Featuring|Cast:?) "
    r"(?P<names>ⓟ(?:, (?:and )?ⓟ| and ⓟ)+)(?=\.|$)"
)
"""A sentence of performers alone."""


_PART = re.compile(r" \((?:as )?(?P<said>[^()ⓟⓞⓒⓦⓛ]{2,60})\)")
"""A part in words behind its performer."""


def find_listed(passages: Sequence[Passage]) -> list[Draft]:
    """The credits of lists in one text, as drafts in the order of passages.

    Captions list nobody of the film.
    """
    found: list[Draft] = []
    for passage in passages:
        if (PERSON in passage.text or GROUP in passage.text) and not _is_caption(passage):
            found += _listed_in(passage)
    return found


def _is_caption(passage: Passage) -> bool:
    if passage.segment.label is not Label.CAPTION:
        return False
    return len(_INLINE.find(passage.text)) < _LEAST_IN_A_CAPTION


def _listed_in(passage: Passage) -> Iterator[Draft]:
    if passage.segment.label in LISTED:
        for line in find_credit_lines(passage.document.text, (passage.segment,)):
            if line.span is not None:
                start, end = (passage.at(raw) for raw in (line.span.start, line.span.end))
                yield from _of_label(passage, line.value.split(": ")[0], start, end)
    whole = passage.text.strip()
    if bare := _line_of_a_job(whole):
        yield from _of_label(passage, bare["label"], *bare.span())
        return
    labelled = (_INLINE.find(passage.text), _DOTTED.find(passage.text)) if passage.had & _HAS_A_LABEL else ()
    for match in (*chain.from_iterable(labelled), *_WITH.finditer(passage.text)):
        yield from _of_label(passage, match["label"], *match.span())
    for sentence, had in zip(passage.sentences, passage.had_by_sentences, strict=True):
        row = _IN_A_ROW.find(passage.text, sentence.start, sentence.end) if had & _HAS_A_LABEL else ()
        if _is_row(passage, sentence.start, row):
            for match in row:
                yield from _of_label(passage, match["label"], *match.span())


def _line_of_a_job(whole: str) -> re.Match[str] | None:
    """A line of a job and names, or of names and their job, and nothing else."""
    if _LINE.fullmatch(whole) is None:
        return None
    return _bare().fullmatch(whole) or _behind().fullmatch(whole)


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"{_LABEL}(?: by:?|:| -| –| —| \||/| /)? {_NAMES}\.?")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"{_NAMES}(?:, | - | – | — |: ?| \()(?:the )?{_LABEL}\)?\.?")


def _is_row(passage: Passage, start: int, row: Sequence[re.Match[str]]) -> bool:
    """Whether jobs with names fill a sentence from its beginning, and are different ones."""
    if not row or not (row[0].start() == start or _ROW_BEGINS.fullmatch(passage.text, start, row[0].start())):
        return False
    roles = {role for match in row for role in roles_of_label(match["label"])} - {CAST}
    return len(roles) >= _LEAST_IN_A_ROW


def _of_label(passage: Passage, label: str, start: int, end: int) -> Iterator[Draft]:
    for role in roles_of_label(label):
        signs = PERSON if role == CAST else PERSON + GROUP
        mode = mode_at(passage, start, end) if role == CAST else ""
        for at in passage.offsets(signs, start, end):
            # What stands in brackets behind a name is its company, or a part.
            if passage.text.rfind("(", start, at) <= passage.text.rfind(")", start, at):
                said = _PART.match(passage.text, at + 1, end) if role == CAST else None
                part = passage.words(*said.span("said")) if said else ""
                yield Draft(passage, start, end, at, role, REASON, wording=label, mode=mode, part=part)
