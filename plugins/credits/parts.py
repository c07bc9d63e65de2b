"""Who plays whom in one text: the forms of ``cast.py`` tried on each of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plugins.archive.span import Span
from plugins.credits.antecedents import antecedent
from plugins.credits.cast import FORMS, GAPPED, HEDGES, NOT_PLAYED, Form
from plugins.credits.draft import Draft
from plugins.credits.jobs import CAST
from plugins.credits.passage import PART, PERSON, Named, Passage
from plugins.credits.standing import REPLACED, Standing, mode_at, standing_at
from plugins.sources.credit_lines import LISTED

LONGEST_PART = 6
"""Words of a part that has no name; what is longer tells the story."""

_LEAD = 32
"""Code points before a form in which words that refuse it are looked for."""

_LIST_FORMS = frozenset({"before “as”", "is the part", "is its performer", "a performer’s possessive"})


@dataclass
class _Found:
    """What one text has given so far, by passage."""

    drafts: list[Draft] = field(default_factory=list)
    people: set[tuple[int, int]] = field(default_factory=set)
    parts: set[tuple[int, int]] = field(default_factory=set)


def find_parts(passages: Sequence[Passage]) -> list[Draft]:
    """The cast of one text, as drafts in the order of passages and of forms."""
    found = _Found()
    for passage in passages:
        if PERSON not in passage.text:
            continue
        for form in FORMS:
            if passage.segment.label in LISTED and form.reason in _LIST_FORMS:
                continue
            whole = (Span(0, len(passage.text)),)
            for stretch in whole if form.dotted else passage.sentences:
                for match in form.pattern.finditer(passage.text, stretch.start, stretch.end):
                    _take(form, match, passage, passages, found)
    return found.drafts


def _take(
    form: Form, match: re.Match[str], passage: Passage, passages: Sequence[Passage], found: _Found
) -> None:
    if _is_refused(form, match, passage):
        return
    number = passage.segment.span.start
    pairs = list(_pairs(form, match, passage, passages, found))
    if not pairs or any(_is_taken(number, who, part, form, found) for who, part, _, _ in pairs):
        return
    end = match.end()
    for who, part, character, said in pairs:
        _keep(form, passage, (match.start(), end), (who, part), character, said, found)
    while form.reason in {"after a verb of playing", "is the part"} and (more := GAPPED.match(passage.text, end)):
        at, part = more.start("who"), more.start("part")
        if _is_taken(number, at, part, form, found):
            break
        _keep(form, passage, (match.start(), more.end()), (at, part), passage.names[part], "", found)
        end = more.end()


def _standing(form: Form, passage: Passage, stretch: tuple[int, int]) -> Standing:
    """What became of a credit; whoever another replaces was replaced."""
    if form.reason == "replaced by another":
        return Standing(REPLACED, "another took over", bounded=True)
    return standing_at(passage, *stretch)


def _is_taken(number: int, who: int, part: int, form: Form, found: _Found) -> bool:
    if form.alone and (number, who) in found.people:
        return True
    return (number, who) in found.people or (part >= 0 and (number, part) in found.parts)


def _keep(
    form: Form, passage: Passage, stretch: tuple[int, int], at: tuple[int, int], character: Named | None, said: str, found: _Found
) -> None:
    number, (who, part) = passage.segment.span.start, at
    found.people.add((number, who))
    if part >= 0:
        found.parts.add((number, part))
    found.drafts.append(
        Draft(
            passage, *stretch, who, passage.names[who], CAST, form.reason, character, said,
            standing=_standing(form, passage, stretch), mode=mode_at(passage, *stretch), owning=form.owning, alone=form.alone,
        )
    )  # fmt: skip


def _is_refused(form: Form, match: re.Match[str], passage: Passage) -> bool:
    """Whether the words in or before a form tell of a part that was not played, or compare."""
    if form.hedged and HEDGES.match(passage.text, match.end()):
        return True
    if "brackets" in form.reason:
        return False
    sentence = passage.sentences[passage.sentence_at(match.start())]
    lead = passage.text[max(sentence.start, match.start() - _LEAD) : match.start()]
    lead = re.split(r"[;,:(ⓟⓒ]", lead)[-1]
    return bool(NOT_PLAYED.search(lead) or NOT_PLAYED.search(match.group()))


def _pairs(
    form: Form, match: re.Match[str], passage: Passage, passages: Sequence[Passage], found: _Found
) -> Iterator[tuple[int, int, Named | None, str]]:
    """The offsets of each person and part of a form (-1 for none), with the part’s name or words."""
    groups = match.groupdict()
    people = _offsets(passage, match, "who", PERSON)
    if not people and groups.get("they"):
        who = antecedent(passages, passage, match.start("they"), PERSON)
        if who is None:
            return
        people = [at for at, name in passage.names.items() if name is who]
    parts = _offsets(passage, match, "part", PART)
    if parts:
        yield from _zipped(people, parts, passage)
    elif groups.get("it"):
        played = {at for number, at in found.parts if number == passage.segment.span.start}
        part = antecedent(passages, passage, match.start("it"), PART, played)
        if part is not None:
            yield from ((who, -1, part, "") for who in people)
    elif groups.get("said"):
        said = passage.words(*match.span("said"))
        if len(said.split()) <= LONGEST_PART and len(people) == 1:
            yield people[0], -1, None, said
    elif form.alone:
        yield from ((who, -1, None, "") for who in people)


def _zipped(people: list[int], parts: list[int], passage: Passage) -> Iterator[tuple[int, int, Named, str]]:
    """Several people and as many parts go in pairs; one of either goes with all of the other."""
    if len(people) == len(parts):
        yield from ((who, part, passage.names[part], "") for who, part in zip(people, parts, strict=True))
    elif len(people) == 1 or len(parts) == 1:
        yield from ((who, part, passage.names[part], "") for who in people for part in parts)


def _offsets(passage: Passage, match: re.Match[str], group: str, sign: str) -> list[int]:
    if not match.groupdict().get(group):
        return []
    start, end = match.span(group)
    return [at for at in range(start, end) if passage.text[at] in sign and at in passage.names]
