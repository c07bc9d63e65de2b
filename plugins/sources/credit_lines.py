"""Credits and facts of a film set as lines of a list: a job and names, or a row with the film's length."""

from __future__ import annotations

import re

from plugins.archive.source import Label
from plugins.sources.rules import LISTS, LONGEST_RESIDUE, RULES, WORDS

LISTED = frozenset({Label.CREDIT_BLOCK, Label.FILM_FACTS})
"""The labels of what a page lists of the film."""

_JOB = WORDS["job"]
_MARK = r" ?: ?| by:? ?| von:? ?| par ?:? ?| por:? ?| da:? ?| - "
_CREDIT_HEAD = re.compile(
    rf"(?:[•·▪*-] ?)?(?P<job>(?:{_JOB})(?:(?:,| and| &| /|/| und| et| y| e) ?(?:{_JOB}))*)(?P<mark>{_MARK})"
    rf"|(?P<bare>{WORDS['bare_job']}) ",
    re.IGNORECASE,
)
_ROLE_PARTICLES = LISTS["name_particles"]


_SMALL_JOBS = frozenset(["with", "avec", "mit", "con"])


def is_credit_line(folded: str) -> bool:
    """Whether a block is a job and names: ``Directed by Ines Varga``, ``Cast: Bram Oster, Nadia Bell``.

    What follows the job must be names, so that a sentence that begins with one (``Directed by a woman
    who fears water.``) is none. After a colon small words are let pass.
    """
    match = _CREDIT_HEAD.match(folded)
    if match is None or len(folded) > LONGEST_RESIDUE:
        return False
    names = _TITLES.sub("", folded[match.end() :]).strip()
    if not names or re.search(r"[.!?] +[A-Z]?[a-z]{2,} ", names) or names[-1] in "?!":
        return False
    words = re.findall(r"[^\s,;/()]+", names)
    small = [word for word in words if word[0].islower() and word.casefold() not in _ROLE_PARTICLES]
    if ":" in (match["mark"] or ""):
        return 4 * len(small) <= len(words) + 3 and len(words) <= 60
    # ``With Nadia Bell`` could begin a heading; two names could not.
    if (match["bare"] or "").casefold() in _SMALL_JOBS and len(words) < 3:
        return False
    return bool(words) and not small and names[0].isupper()


_DURATION = re.compile(rf"\b(?:{WORDS['duration']})(?!\w)", re.IGNORECASE)
_FACT_WORDS = LISTS["fact_words"]


def is_fact_line(folded: str) -> bool:
    """Whether a block is a row of a film's facts with its length: ``Norway, 2011, 96 min. Dir. Ines Varga.``

    A sentence has small words of its own, and is none.
    """
    if len(folded) > 200 or not _DURATION.search(folded):
        return False
    words = re.findall(r"[^\W\d_]+", folded)
    small = [
        word for word in words if word[0].islower() and word.casefold() not in _FACT_WORDS | _ROLE_PARTICLES
    ]
    return len(small) <= max(1, len(words) // 8)


def is_credit_paragraph(folded: str) -> bool:
    """Whether a block is credits and facts one after another, each ended by a full stop or a semicolon.

    ``The Tin Harbour. Directed by Ines Varga; written by Bram Oster. With Nadia Bell, Lotte Maes.`` A
    first clause may be the film's title; all others must be credits or facts, two credits at least.
    """
    if not _CREDIT_INSIDE.search(folded):
        return False
    clauses = [
        _JOB_COMMA.sub(r"\1: ", clause.strip(" .;"))
        for clause in _CLAUSE_END.split(folded)
        if clause.strip(" .;")
    ]
    told = [is_credit_line(clause) for clause in clauses]
    others = [
        clause
        for place, (clause, credit) in enumerate(zip(clauses, told, strict=True))
        if place and not credit and not is_fact_line(clause) and RULES.find(clause) is None
    ]
    return sum(told) >= 2 and not others and (told[0] or len(clauses[0]) <= LONGEST_RESIDUE // 4)


_CREDIT_INSIDE = re.compile(rf"(?:^|[.;] )(?:{_JOB})(?: by| von| par|:|,| )", re.IGNORECASE)
_JOB_COMMA = re.compile(rf"^({_JOB}), ", re.IGNORECASE)
_TITLES = re.compile(r"\b(?:Mr|Ms|Mrs|Dr)\. ")
_TITLE_BEFORE = "".join(rf"(?<!\b{title})" for title in ("Mr", "Ms", "Mrs", "Dr", "St", "Jr"))
_CLAUSE_END = re.compile(rf"; |(?<=[^\W\d_][^\W\d_]){_TITLE_BEFORE}\.\"? (?=\w)|\) ?\. ")
