"""A rule that is not asked of a run could not have fitted it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.discovery.asking import rules_for
from plugins.discovery.edges import Edges
from plugins.discovery.joining import find_runs
from plugins.discovery.passages import passages
from plugins.discovery.rules import RULES
from plugins.mentions.folding import fold
from tests.making import document

TEXTS = sorted((Path(__file__).parent.parent / "marked_texts").glob("*.txt"))[:8]

ENDS = [
    (r"\bby (?:the )?", "the keeper by ", True),
    (r"\bby (?:the )?", "kept by the ", True),
    (r"\bby (?:the )?", "kept in ", False),
    (r"(?i:\bfilms?,?) ", "the FILM, ", True),
    (r"\bas (?:[a-z]+ ){1,3}", "as lamp ", True),
    (r"\bas (?:[a-z]+ ){1,3}", "as lamp.", False),
    (r"\w's ", "é's ", True),
    (r"\bby ", "y ", False),
    (r"\bsaw ", "ſaw ", True),
]


@pytest.mark.parametrize(("pattern", "text", "fits"), ENDS)
def test_an_expression_that_can_fit_an_end_is_told_from_one_that_cannot(
    pattern: str, text: str, fits: bool
) -> None:
    assert Edges([pattern], at_end=True).fitting(text) == int(fits)


def test_a_beginning_is_read_forwards() -> None:
    edges = Edges([r",? who (?:is|was)\b", None, r"[({] ?\d"], at_end=False)
    assert [edges.fitting(text) for text in (", who", " who ", " what", "( 1")] == [
        0b011,
        0b011,
        0b010,
        0b110,
    ]


def test_an_expression_of_an_unknown_make_is_refused() -> None:
    with pytest.raises(ValueError, match="GROUPREF"):
        Edges([r"(a)\1"], at_end=True)


@pytest.mark.parametrize("file", TEXTS, ids=lambda one: one.stem)
def test_rules_that_are_not_asked_have_nothing_to_say(file: Path) -> None:
    text = file.read_text("utf-8")
    folded = fold(text)
    asked = silent = 0
    for passage in passages(document(text), folded):
        for run in find_runs(folded.text, passage):
            told = rules_for(run)
            for kind, rules in RULES.items():
                left_out = [rule for rule in rules if rule not in told[kind]]
                assert not any(rule.find(run) for rule in left_out), run.surface
                asked, silent = asked + len(told[kind]), silent + len(left_out)
    assert asked < silent
