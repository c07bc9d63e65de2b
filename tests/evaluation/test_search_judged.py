"""Judged collections are read as their distributors lay them out."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.gold import UnreadableGold
from evaluation.search_judged import read_judged

TEXTS = """.I 1
.T
lamps of
the harbour
.A
varga,i.
.W
the lamps go out .
they are lit again .
.I 2
.T
.W
ropes and tides .
.I 3
.T
tides
.W
"""

QUESTIONS = """.I 004
.W
which lamps
go out .
.I 017
.W
what are tides .
"""

JUDGED = """1 1 2
1 2 5
2 2 -1
2 3 4
"""


def write(folder: Path, texts: str = TEXTS, questions: str = QUESTIONS, judged: str = JUDGED) -> Path:
    for name, text in (("lamp.all.3", texts), ("lamp.qry", questions), ("lampqrel", judged)):
        (folder / name).write_text(text, "utf-8")
    return folder


def test_a_text_has_its_number_its_title_and_its_words(tmp_path: Path) -> None:
    first, second, third = read_judged(write(tmp_path)).pages
    assert (first.url, first.title, first.body) == (
        "1",
        "lamps of the harbour",
        "the lamps go out . they are lit again .",
    )
    assert (second.title, second.body) == ("Text 2", "ropes and tides .")
    assert (third.title, third.body) == ("tides", "")


def test_judgements_count_questions_as_they_come_whatever_their_numbers(tmp_path: Path) -> None:
    asked = {question.text: question.wanted for question in read_judged(write(tmp_path)).questions}
    assert asked["what are tides . "] == {"2", "3"}


def test_a_question_is_typed_to_the_end_of_its_last_word(tmp_path: Path) -> None:
    first, _ = read_judged(write(tmp_path)).questions
    assert first.text == "which lamps go out . "


def test_only_code_5_says_that_a_text_does_not_answer(tmp_path: Path) -> None:
    asked = {question.text: question.wanted for question in read_judged(write(tmp_path)).questions}
    assert asked["which lamps go out . "] == {"1"}


@pytest.mark.parametrize(
    ("judged", "fault"),
    [("1 9 2\n", "not there"), ("1 1\n", "no judgement"), ("1 1 5\n", "judges no question")],
)
def test_judgements_that_do_not_fit_are_refused(tmp_path: Path, judged: str, fault: str) -> None:
    with pytest.raises(UnreadableGold, match=fault):
        read_judged(write(tmp_path, judged=judged))


def test_a_folder_that_is_no_collection_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableGold, match=r"holds 0 files \*\.all\*"):
        read_judged(tmp_path)
