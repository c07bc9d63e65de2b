"""Credits that are set as lists: blocks at a text’s end, and the line of makers below a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.archive.source import Label
from plugins.credits.draft import Draft
from plugins.credits.jobs import CAST, ROLES, any_of, roles_of_label
from plugins.credits.passage import GROUP, PERSON, Passage
from plugins.credits.standing import FINAL, Standing, mode_at
from plugins.importing.film_credits import find_credits as find_credit_lines
from plugins.sources.credit_lines import LISTED

_LABEL = any_of([word for role in ROLES for word in (*role.nouns, *role.labels, *role.by, *role.things, role.name)])
_NAMES = r"(?P<names>[ⓟⓞ](?:(?:, | and |, and | & |; )[ⓟⓞ])*)"
_INLINE = re.compile(
    rf"(?:^|(?<=[.;,|·•(–—] )|(?<=\())(?P<label>(?i:{_LABEL}s?(?:(?:,| and|/| &) ?{_LABEL}s?)*))(?:[.:] ?| by:? |: ){_NAMES}(?=[.,;)|·•]|$| [·•|])"
)
_BARE = re.compile(rf"(?P<label>(?i:{_LABEL}s?(?:(?:,| and|/| &) ?{_LABEL}s?)*))(?: by:?|:| -| –)? {_NAMES}\.?")
"""A line of a job and names, and nothing else."""

_WITH = re.compile(r"(?:^|(?<=[.!?)] ))(?P<label>With|Starring|Featuring|Cast:?) (?P<names>ⓟ(?:, (?:and )?ⓟ| and ⓟ)+)(?=\.|$)")


def find_listed(passages: Sequence[Passage]) -> list[Draft]:
    """The credits of lists in one text, as drafts in the order of passages."""
    found: list[Draft] = []
    for passage in passages:
        if PERSON not in passage.text and GROUP not in passage.text or passage.segment.label is Label.CAPTION:
            continue
        if passage.segment.label in LISTED:
            found += _in_block(passage)
        if bare := _BARE.fullmatch(passage.text.strip()):
            found += _of_label(passage, bare["label"], bare.span())
            continue
        for pattern in (_INLINE, _WITH):
            for match in pattern.finditer(passage.text):
                found += _of_label(passage, match["label"], match.span())
    return found


def _in_block(passage: Passage) -> Iterator[Draft]:
    for line in find_credit_lines(passage.document.text, (passage.segment,)):
        label = line.value.split(": ")[0]
        if line.span is not None:
            start, end = _offset(passage, line.span.start), _offset(passage, line.span.end)
            yield from _of_label(passage, label, (start, end))


def _offset(passage: Passage, raw: int) -> int:
    """Where a raw offset stands in a passage."""
    return next((at for at, start in enumerate(passage.starts) if start >= raw), len(passage.text))


def _of_label(passage: Passage, label: str, stretch: tuple[int, int]) -> Iterator[Draft]:
    for role in roles_of_label(label):
        for at in range(*stretch):
            if at in passage.names and passage.text[at] in (PERSON if role == CAST else PERSON + GROUP):
                yield Draft(
                    passage, *stretch, at, passage.names[at], role, "in a list of credits",
                    wording=label, standing=Standing(FINAL), mode=mode_at(passage, *stretch) if role == CAST else "", alone=role == CAST,
                )  # fmt: skip
