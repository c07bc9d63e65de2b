"""One question after the other, and what each key answers."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from plugins.archive.errors import SettingFault
from plugins.suggestions.asking import Answer, interview
from plugins.suggestions.keys import reader_of
from plugins.suggestions.report import described
from plugins.suggestions.suggestion import NewJudgement, NewRecord, NewRefusal, Spot
from tests.suggestions.archives import archive, material_of, suggested

TEXT = """\
The film was shot by Otto Laanemets, who lit it.

Ines Varga and Eva Varga met. Varga never sleeps, and so it went on.
"""
EVA = {"people/eva-varga.md": "---\nname: Eva Varga\nsummary: An editor.\n---\n"}


def asked(content: Path, keys: str) -> tuple[list[Answer], str]:
    """The answers that keys give, and all that was said."""
    said = io.StringIO()
    read = reader_of(io.StringIO("".join(f"{key}\n" for key in keys)), said.write)
    material = material_of(content)
    answers = list(
        interview(
            suggested(content),
            lambda one: described(one, material),
            read,
            lambda line: print(line, file=said),
        )
    )
    return answers, said.getvalue()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """One unknown name, then one undecided mention."""
    return archive(tmp_path, {"fog": TEXT}, EVA)


def test_the_name_is_marked_in_its_sentence_and_the_answers_are_listed(content: Path) -> None:
    _, said = asked(content, "ss")
    # How sure discovery is of a name is measured elsewhere.
    assert re.sub(r"NAME \[0\.\d+\]", "NAME [0.80]", said) == (
        "\n1 of 2\n"
        "content/sources/fog.txt:1:22: UNKNOWN-NAME [0.80]\n"
        "    The film was shot by [Otto Laanemets], who lit it.\n"
        "  “Otto Laanemets”: a person in 1 text (after “shot by”; a given name and another)\n"
        "  y  add otto-laanemets to authority/people.yaml\n"
        "  1  person   2  character   3  work   4  organisation   5  place   6  term   0  no name\n"
        "[y/n/1-6/0/s/q/?] s\n"
        "\n2 of 2\n"
        "content/sources/fog.txt:3:31: UNDECIDED-MENTION [0.50]\n"
        "    [Varga] never sleeps, and so it went on.\n"
        "  “Varga”: several records answer to this name\n"
        "  1  Eva Varga (person, eva-varga)   2  Ines Varga (person, ines-varga)   0  it names nothing\n"
        "[n/1-2/0/s/q/?] s\n"
    )


def test_yes_accepts_and_a_number_chooses(content: Path) -> None:
    answers, _ = asked(content, "y2")
    assert [type(change) for answer in answers for change in answer.changes] == [NewRecord, NewJudgement]
    assert answers[1].changes[0] == NewJudgement(answers[1].suggestion.spots[0], "ines-varga")


def test_a_number_gives_a_name_another_kind_and_nought_none_at_all(content: Path) -> None:
    answers, _ = asked(content, "40")
    (record,), (judgement,) = (answer.changes for answer in answers)
    assert isinstance(record, NewRecord)
    assert record.file == "authority/organisations.yaml"
    assert isinstance(judgement, NewJudgement)
    assert judgement.entity is None


def test_no_refuses_and_quit_ends(content: Path) -> None:
    answers, _ = asked(content, "nq")
    assert [type(change) for answer in answers for change in answer.changes] == [NewRefusal]


def test_what_is_no_answer_is_explained_and_asked_again(content: Path) -> None:
    answers, said = asked(content, "?x9sy1")
    assert "  n  no: remember that, and never suggest it again\n" in said
    assert said.count("[y/n/1-6/0/s/q/?]") == 4
    assert "there is no answer 9\n" in said
    assert "several answers are possible; give the number of one\n" in said
    assert len(answers) == 1


def test_where_the_answers_end_nothing_more_is_asked(content: Path) -> None:
    answers, said = asked(content, "y")
    assert len(answers) == 1
    assert said.endswith("[n/1-2/0/s/q/?] \n")


def test_a_double_is_left_to_the_persons_own_hands(tmp_path: Path) -> None:
    content = archive(tmp_path, {}, {"authority/people.yaml": "- {id: ines, name: Inés Varga}\n"})
    answers, said = asked(content, "yn")
    assert "nothing that a program may write; by hand: keep ines-varga, move what ines says to it" in said
    assert [type(change) for answer in answers for change in answer.changes] == [NewRefusal]


def test_a_text_without_a_record_takes_only_the_refusal_of_a_name(tmp_path: Path) -> None:
    (tmp_path / "content" / "shelf").mkdir(parents=True)
    (tmp_path / "content" / "shelf" / "fog.txt").write_text(TEXT)
    said = io.StringIO()
    found = suggested(tmp_path / "content", "", tmp_path / "content" / "shelf")
    otto = [one for one in found if one.name == "Otto Laanemets"]
    read = reader_of(io.StringIO("y\n1\nn\n"), said.write)
    (answer,) = interview(otto, lambda _: [], read, lambda line: print(line, file=said))
    assert isinstance(answer.changes[0], NewRefusal)
    assert said.getvalue().count("its text has no record yet; invoke import makes one\n") == 2
    assert "[n/0/s/q/?] y" in said.getvalue()


@pytest.mark.parametrize("stdin", [None, io.StringIO("")])
def test_without_a_terminal_and_without_answers_it_says_so(stdin: io.StringIO | None) -> None:
    with pytest.raises(SettingFault, match="here is neither a terminal nor a piped answer"):
        reader_of(stdin, lambda _: None)


def test_a_judgement_of_all_places_of_a_name_has_a_line_for_each(tmp_path: Path) -> None:
    content = archive(tmp_path, {"fog": "Why did Varga wait?\n\nBecause Varga had to, it seems.\n"})
    (answer,), said = asked(content, "y")
    assert [change.spot for change in answer.changes if isinstance(change, NewJudgement)] == [
        Spot("fog", one.span) for one in answer.suggestion.spots
    ]
    assert "    Why did [Varga] wait?\n    Because [Varga] had to, it seems.\n" in said
    assert (
        answer.why == "accepted as suggested: the surname of Ines Varga, whom this text never names in full"
    )
