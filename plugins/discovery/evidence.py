"""What one run shows of its kind: by its form, by the words beside it, each with a weight and a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.archive.entity import Kind
from plugins.archive.source import Label
from plugins.discovery.asking import rules_for
from plugins.discovery.rules import PATTERNS, Rule
from plugins.discovery.runs import Run
from plugins.discovery.tally import Basis, Evidence
from plugins.discovery.title_words import begins_title, leads_on, opens_title
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.tables import words
from plugins.lexicon.words import is_given_name, is_surname
from plugins.quotations.saying import SAYS

INSIDE_TITLES = words("is are was the a an of and in on to for with my your not be do does who what that")
"""Small words that have a capital inside titles alone: ``Jeffrey Bernard Is Unwell``."""

REAL_HONORIFICS = ENGLISH.honorifics - {"dr", "doctor"}
"""Before a full name they are real people's; stories are full of doctors."""

LINES_OF_CREDITS = frozenset({Label.BYLINE, Label.PHOTO_CREDIT, Label.CREDIT_BLOCK})

LONGEST_ACRONYM = 5
"""Letters; a word of more in capitals only is shouted."""

_HEADS_OF_OTHERS = ENGLISH.organisations | ENGLISH.ranks | ENGLISH.jobs
_EVERYDAY = "a word of every day with a capital in mid-sentence"
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|near) $")


def evidence(run: Run) -> Iterator[Evidence]:
    """Everything that one run shows, in no particular order. The weights are those of ``evidence.toml``.

    A headline has its capitals for their own sake: only full names and titles with a year count there.
    """
    if run.passage.headline and not run.looks_personal and not PATTERNS["year"].match(run.after):
        return
    yield from _of_otherwise(run)
    yield from _of_form(run)
    if run.is_elsewhere_named:
        return
    rules = rules_for(run)
    if not run.is_function_word:
        yield from _of_person(run)
        yield from _by_rules(run, rules[Kind.PERSON])
    yield from _of_lead(run)
    for kind in (Kind.CHARACTER, Kind.WORK, None):
        yield from _by_rules(run, rules[kind])


def _by_rules(run: Run, rules: Iterable[Rule]) -> Iterator[Evidence]:
    """What rules for one kind say; on each side the first that fits, and those that count besides."""
    settled: set[str] = set()
    for rule in rules:
        if rule.also or rule.side not in settled:
            found = rule.find(run)
            if found is not None:
                yield found
                if not rule.also:
                    settled.add(rule.side)


def _of_otherwise(run: Run) -> Iterator[Evidence]:
    """That a run is neither a person nor a work, as far as its words show it."""
    if run.ends_otherwise:
        yield Evidence(None, 4.0, f"ends with “{run.words[-1]}”")
    if run.form.ends_like_a_place or run.form.ends_like_a_date:
        yield Evidence(None, 2.5, f"ends with “{run.words[-1]}”")
    if run.is_elsewhere_named:
        yield Evidence(None, 4.0, "a place, a day or a term")
    if run.is_single and run.form.is_acronym and len(run.surface) <= LONGEST_ACRONYM:
        yield Evidence(None, 1.5, "capitals only")


def _of_form(run: Run) -> Iterator[Evidence]:
    if run.looks_personal and not run.is_elsewhere_named:
        yield Evidence(Kind.PERSON, 2.0, "a given name and another", Basis.FORM)
    if opens_title(run):
        yield Evidence(Kind.WORK, 2.0, "a small word with a capital in mid-sentence")
    elif run.is_unknown_pair and not run.looks_personal:
        weight = 1.0 if _PLACED.search(run.before) else 2.0
        known = is_surname(run.words[-1]) or is_given_name(run.words[-1])
        yield Evidence(Kind.PERSON, weight + known / 2, "two words of no dictionary", Basis.FORM)
    if "of" in run.words[1:-1] and run.form.lows[0] not in _HEADS_OF_OTHERS:
        yield Evidence(Kind.WORK, 1.0, "two capitals joined by “of”")
    if begins_title(run):
        sure = len(run.tokens) > 2 or run.form.lows[0] in ENGLISH.function or run.word_before
        yield Evidence(Kind.WORK, 2.0 if sure else 1.5, _EVERYDAY, Basis.EVERYDAY)
    if not run.passage.headline and not INSIDE_TITLES.isdisjoint(run.form.lows[1:-1]):
        yield Evidence(Kind.WORK, 2.5, "a small word with a capital inside")
    if leads_on(run):
        yield Evidence(Kind.WORK, 2.0, Basis.REACH.value, Basis.REACH)


def _of_person(run: Run) -> Iterator[Evidence]:
    if job := _job_before(run):
        yield Evidence(Kind.PERSON, 3.0, f"after “{job}”")
    elif run.lead in REAL_HONORIFICS:
        yield Evidence(Kind.PERSON, 1.0, f"after “{run.lead}”")
    elif run.form.lows[0] in ENGLISH.honorifics and not run.is_single:
        yield Evidence(Kind.CHARACTER, 2.0, f"“{run.words[0]}” and one name")
    if run.word_after in SAYS or (run.word_before in SAYS and not run.lead):
        yield Evidence(Kind.PERSON, 2.5, "beside a verb of saying")
    if run.passage.segment.label in LINES_OF_CREDITS:
        yield Evidence(Kind.PERSON, 1.5 if run.looks_personal else 0.5, "in a line of credits")


def _job_before(run: Run) -> str:
    """The job that stands before a name, with a comma or without; empty where none does."""
    if run.word_before in ENGLISH.jobs:
        return run.word_before
    word = run.before_sign(", ")
    return next((one for one in (word, word.split("-")[-1]) if one in ENGLISH.jobs), "")


def _of_lead(run: Run) -> Iterator[Evidence]:
    if run.lead in ENGLISH.characters:
        yield Evidence(Kind.CHARACTER, 2.5, f"after “{run.lead}”")
    if run.lead in ENGLISH.works:
        yield Evidence(Kind.WORK, 2.5, f"after “{run.lead}”")
    if run.form.lows[0] in ENGLISH.ranks and not run.is_single:
        yield Evidence(Kind.CHARACTER, 2.0, f"“{run.words[0]}”")
