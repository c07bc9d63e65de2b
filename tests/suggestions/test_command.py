"""`invoke suggest`: what it says, what it writes, and the status with which it ends."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import ROOT, invoke
from tests.suggestions.archives import archive, bytes_of

TEXT = "Why did Varga wait? Nobody but Inés R. Varga knows, says Inés R. Varga, the director.\n"
LINKS = "Ines Varga and Eva Varga met. Varga never sleeps.\n\nNor does Varga eat; so it went on for weeks.\n"
EVA = {"people/eva-varga.md": "---\nname: Eva Varga\nsummary: An editor.\n---\n"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    texts = {"links": LINKS, "short": "The film was shot by Inés Varga, who lit it."}
    return archive(tmp_path, texts, EVA)


def test_each_suggestion_is_a_line_and_the_last_lines_say_what_to_do(content: Path) -> None:
    status, said, complained = invoke("suggest", "--content", content)
    assert (status, complained) == (0, "")
    assert said.splitlines() == [
        f"{content}/sources/links.txt:1:31: UNDECIDED-MENTION “Varga”: several records answer to this name; "
        "candidates: eva-varga, ines-varga [0.50]; also at 3:10",
        f"{content}/sources/short.txt:1:22: LIKELY-VARIANT “Inés Varga”: probably Ines Varga (ines-varga): "
        "the same but for accents [0.97] -> add it to the variants of ines-varga",
        "3 suggestions: 2 UNDECIDED-MENTION, 1 LIKELY-VARIANT.",
        "To decide one by one: invoke suggest --interactive",
        "To write the 1 of 0.9 or surer: invoke suggest --apply",
    ]


def test_only_some_kinds_are_told_where_some_are_asked_for(content: Path) -> None:
    status, said, _ = invoke(
        "suggest", "--content", content, "--only", "likely-variant", "--only", "UNKNOWN-NAME"
    )
    assert status == 0
    assert said.splitlines()[1] == "1 suggestion: 1 LIKELY-VARIANT."


def test_programs_are_told_too(content: Path) -> None:
    status, said, _ = invoke("suggest", "--content", content, "--format", "json")
    told = json.loads(said)
    assert (status, told["version"], told["counts"]["UNDECIDED-MENTION"]) == (0, 1, 2)
    first = told["suggestions"][0]
    assert (first["line"], first["col"], first["records"]) == (1, 31, ["eva-varga", "ines-varga"])
    assert first["places"] == [{"source": "links", "start": 30, "end": 35}]
    assert [one["needs"] for one in told["suggestions"]] == ["a decision", "a decision", "nobody"]


def test_a_workflow_is_annotated(content: Path) -> None:
    _, said, _ = invoke("suggest", "--content", content, "--format", "github", "--only", "LIKELY-VARIANT")
    assert said == (
        f"::notice file={content}/sources/short.txt,line=1,col=22,title=LIKELY-VARIANT::“Inés Varga”: "
        "probably Ines Varga (ines-varga): the same but for accents [0.97] -> add it to the variants of "
        "ines-varga\n"
    )


def test_apply_tells_what_it_wrote_and_how_to_undo_it(content: Path) -> None:
    status, said, complained = invoke("suggest", "--content", content, "--apply", "--who", "Jo")
    assert (status, complained) == (0, "")
    assert said.splitlines() == [
        f"{content}/people/ines-varga.md: variant of ines-varga: Inés Varga",
        "1 decision written to 1 file; 2 suggestions need a person: invoke suggest",
        "To look: git diff. To undo, with all else in these files that is not committed: "
        f"git checkout -- {content}/people/ines-varga.md",
    ]
    before = bytes_of(content)
    assert invoke("suggest", "--content", content, "--apply", "--who", "Jo")[1].startswith(
        "Nothing was written; 2 "
    )
    assert bytes_of(content) == before


def test_answers_are_written_as_they_are_given(content: Path) -> None:
    status, said, _ = invoke(
        "suggest", "--content", content, "--interactive", "--who", "Jo", "--why", "so", answers="1\nn\ny\n"
    )
    assert status == 0
    judgements = (content / "authority/judgements.yaml").read_text().splitlines()
    assert [(line.split(", who")[0], line[-12:]) for line in judgements] == [
        ("- {source: links, start: 30, end: 35, entity: eva-varga", ', why: "so"}')
    ]
    assert 'variants: ["Inés Varga"]' in (content / "people/ines-varga.md").read_text()
    assert "3 decisions written to 3 files." in said
    assert invoke("suggest", "--content", content)[1] == "No suggestions.\n"
    assert invoke("check", "--content", str(content))[0] == 0


def test_at_a_terminal_one_key_is_an_answer(content: Path) -> None:
    """No line end is waited for."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "invoke", "suggest", "--content", str(content), "--interactive"]
    with subprocess.Popen(command, cwd=ROOT, stdin=theirs, stdout=subprocess.PIPE, text=True) as running:
        os.close(theirs)
        os.write(ours, b"12q")
        said = running.stdout.read() if running.stdout else ""
    os.close(ours)
    assert "[n/1-2/0/s/q/?] 1\n" in said
    assert "[n/1-2/0/s/q/?] 2\n" in said
    assert len((content / "authority/judgements.yaml").read_text().splitlines()) == 2


def test_without_somebody_to_answer_it_says_so(content: Path) -> None:
    message = "--interactive asks, and here is neither a terminal nor a piped answer\n"
    assert invoke("suggest", "--content", content, "--interactive", "--who", "Jo") == (2, "", message)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "xml"], "--format is 'xml'; it is text, json, github"),
        (
            ["--only", "NAMES"],
            "--only is 'NAMES'; it is UNDECIDED-MENTION, UNLINKED-MENTION, UNKNOWN-NAME, LIKELY-VARIANT, "
            "LIKELY-DUPLICATE",
        ),
        (["--least", "2"], "--least is '2'; it is a number from 0 to 1"),
        (
            ["--apply", "--interactive"],
            "--apply asks nobody, and --interactive asks for each; give one of the two",
        ),
        (["--interactive", "--format", "json"], "--interactive speaks to people; leave --format out"),
        (["--content", "nowhere"], "nowhere is no folder"),
    ],
)
def test_a_fault_in_the_call_is_one_line_and_status_2(arguments: list[str], message: str) -> None:
    assert invoke("suggest", *arguments) == (2, "", f"{message}\n")


def test_faulty_content_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    files = {"people/lotte-maes.md": "---\nname: Lotte: Maes\n---\n"}
    content = archive(tmp_path, {"fog": TEXT}, files)
    before = bytes_of(content)
    status, said, complained = invoke("suggest", "--content", content, "--apply", "--who", "Jo")
    assert (status, complained) == (1, "")
    assert said.startswith("content/people/lotte-maes.md:2:12: BAD-YAML ")
    assert bytes_of(content) == before


def test_texts_without_records_are_told_once_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "fog.txt").write_text("The film was shot by Otto Laanemets, who lit it.")
    status, said, _ = invoke("suggest", "--content", tmp_path / "content", "--library", tmp_path / "shelf")
    assert status == 0
    assert said.splitlines()[0].startswith(f"{tmp_path}/shelf/fog.txt:1:22: UNKNOWN-NAME “Otto Laanemets”: ")
    assert said.splitlines()[2] == (
        f"1 text has no record yet, without which no line can name it: invoke import {tmp_path}/shelf/fog.txt"
    )
