"""Who did which job on a film, in one text: the forms of ``crew.py`` tried on each of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.archive.source import Label
from plugins.credits.crew import FORMS, NOT_DONE, NOT_OF_THE_FILM, OTHER_OBJECTS, SOME, THIS_OBJECT, CrewForm
from plugins.credits.draft import Draft
from plugins.credits.jobs import CRAFTS
from plugins.credits.passage import GROUP, PERSON, Passage
from plugins.credits.standing import CONSULTED, Standing, standing_at

_LEAD = 60
_EARLIER = re.compile(r" \((?:of )?(ⓦ(?:(?:, | and )ⓦ)*)\)")
"""Titles in brackets behind a name: what somebody did before."""

_OWN_LEAD = re.compile(r"(?:our|my|his|her|their|its|the (?:film|movie|picture|production|documentary|drama|comedy)'s)\b", re.IGNORECASE)
_ITS_LEAD = re.compile(r"(?:the|this|that)\b", re.IGNORECASE)


def find_crew(passages: Sequence[Passage]) -> list[Draft]:
    """The crew of one text, as drafts in the order of passages and of forms."""
    found: list[Draft] = []
    for passage in passages:
        if PERSON not in passage.text and GROUP not in passage.text:
            continue
        for form in FORMS:
            if passage.segment.label is Label.CAPTION and (form.passive or "work" in form.reason):
                continue
            for sentence in passage.sentences:
                for match in form.pattern.finditer(passage.text, sentence.start, sentence.end):
                    found += _drafts(form, match, passage, sentence.start)
    return found


def _drafts(form: CrewForm, match: re.Match[str], passage: Passage, start: int) -> Iterator[Draft]:
    words = passage.words(*match.span("job"))
    roles = form.roles(words)
    lead = passage.text[max(start, match.start() - _LEAD) : match.start()]
    if not roles or NOT_OF_THE_FILM.search(lead) or NOT_DONE.search(match.group()) or (form.passive and not _is_done_to_the_film(lead)):
        return
    if form.reason == "a job before its holder" and match["comma"] and SOME.search(lead):
        return
    groups = match.groupdict()
    works = tuple(one.entity for one in passage.named("ⓦ", *match.span("object"))) if groups.get("object") else ()
    people = [at for group in ("who", "too") if groups.get(group) for at in range(*match.span(group)) if at in passage.names]
    standing = standing_at(passage, *match.span())
    for at in people:
        if passage.text[at] not in PERSON + GROUP:
            continue
        for role in roles:
            sure = form.sure or _is_tied(groups.get("lead") or "", role)
            status = Standing(CONSULTED, words) if role == "consultant" else standing
            yield Draft(
                passage, *match.span(), at, passage.names[at], role, form.reason, wording=words, standing=status, works=works, sure=sure,
                person_before=_whose(groups.get("lead") or "", passage, start, match.start()),
            )  # fmt: skip
    if earlier := _EARLIER.match(passage.text, match.end()):
        yield from _earlier(passage, match, people[-1], roles, earlier, form, words)


def _earlier(
    passage: Passage, match: re.Match[str], at: int, roles: tuple[str, ...], earlier: re.Match[str], form: CrewForm, words: str
) -> Iterator[Draft]:
    """The same job on the works in brackets behind a name."""
    works = tuple(one.entity for one in passage.named("ⓦ", *earlier.span()))
    for role in roles:
        yield Draft(passage, match.start(), earlier.end(), at, passage.names[at], role, "an earlier work in brackets", wording=words, works=works)


def _whose(lead: str, passage: Passage, start: int, at: int) -> str:
    """The person that a pronoun before a job means: the last one that the sentence has named before."""
    if not re.match(r"(?:his|her|their)\b", lead, re.IGNORECASE):
        return ""
    before = passage.named(PERSON, start, at)
    return before[-1].entity if before else ""


def _is_tied(lead: str, role: str) -> bool:
    """Whether what determines a job ties its holder to the film; a craft needs no more than its name."""
    return bool(_OWN_LEAD.match(lead)) or role in CRAFTS or bool(_ITS_LEAD.match(lead))


def _is_done_to_the_film(lead: str) -> bool:
    return bool(THIS_OBJECT.search(lead)) and not OTHER_OBJECTS.search(lead)
