"""Texts as discovery reads them, step by step."""

from __future__ import annotations

from plugins.discovery.evidence import evidence
from plugins.discovery.finding import find_names
from plugins.discovery.joining import find_runs
from plugins.discovery.passages import Passage, passages
from plugins.discovery.runs import Run
from plugins.discovery.tally import Evidence
from plugins.discovery.tokens import Token, tokens_of
from plugins.mentions.folding import fold
from tests.making import document


def tokens_in(text: str) -> list[Token]:
    folded = fold(text).text
    return list(tokens_of(folded, 0, len(folded)))


def passages_in(text: str) -> list[Passage]:
    return list(passages(document(text), fold(text)))


def runs_in(text: str) -> list[Run]:
    folded = fold(text).text
    return [run for passage in passages_in(text) for run in find_runs(folded, passage)]


def run_in(text: str, surface: str) -> Run:
    """The first run with these words."""
    return next(run for run in runs_in(text) if run.surface == surface)


def evidence_in(text: str, surface: str) -> list[Evidence]:
    return list(evidence(run_in(text, surface)))


def names_in(text: str) -> list[str]:
    """The names of a text, each with its kind and its other forms."""
    return [f"{one.kind.value}: {'; '.join(one.surfaces)}" for one in find_names(document(text))]
