"""The commands of ``invoke``: what they say, and the status with which they end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.authority.schema import SuggestionCode
from tasks import SUGGESTIONS
from tests.building import ROOT, invoke
from tests.evaluation.stating import write_stated
from tests.making import write_archive

FAULTY = {"people/lotte-maes.md": "---\nname: [Lotte]\nsummary: 100%\n---\n"}
MESSAGE = "expected a line of text, found a list; write one value, without brackets and hyphens: name: Lotte"
FAULT = f"content/people/lotte-maes.md:2:7: WRONG-TYPE {MESSAGE}"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_archive(tmp_path_factory.mktemp("sound"))


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_archive(tmp_path_factory.mktemp("faulty"), FAULTY)


def test_check_counts_what_it_found_sound(sound: Path) -> None:
    status, said, complained = invoke("check", "--content", str(sound))
    assert (status, complained) == (0, "")
    assert said.startswith("No faults: 11 records, ")


def test_check_tells_each_fault_in_a_line_and_ends_with_1(faulty: Path) -> None:
    assert invoke("check", "--content", str(faulty)) == (1, f"{FAULT}\n", "")


def test_check_tells_programs_too(faulty: Path, sound: Path) -> None:
    status, said, _ = invoke("check", "--content", str(faulty), "--format", "json")
    assert status == 1
    assert json.loads(said) == [
        {
            "path": "content/people/lotte-maes.md",
            "line": 2,
            "col": 7,
            "code": "WRONG-TYPE",
            "message": MESSAGE,
        }
    ]
    assert invoke("check", "--content", str(sound), "--format", "json") == (0, "[]\n", "")


def test_check_annotates_a_workflow(faulty: Path) -> None:
    _, said, _ = invoke("check", "--content", str(faulty), "--format", "github")
    assert said == (f"::error file=content/people/lotte-maes.md,line=2,col=7,title=WRONG-TYPE::{MESSAGE}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "--format", "xml"], "--format is 'xml'; it is text, json, github"),
        (["check", "--content", "nowhere"], "nowhere is no folder"),
        (["check", "--library", "nowhere"], "nowhere is no folder"),
        (["build", "--edition", "secret"], "--edition is 'secret'; it is public or private"),
        (["build", "--content", "nowhere"], "nowhere is no folder"),
        (
            ["evaluate", "weather"],
            "nothing is evaluated under 'weather'; there is mentions, dates, credits, claims, search",
        ),
        (["evaluate", "mentions", "--marked", "nowhere"], "nowhere is no folder"),
        (
            ["evaluate", "claims", "--marked", "."],
            "claims are measured on an annotation and its texts (--gold, --library)",
        ),
        (["evaluate", "mentions", "--marked", ".", "--format", "xml"], "--format is 'xml'; it is text, json"),
        (
            ["evaluate", "mentions", "--gold", "."],
            "name an annotation and its texts (--gold, --library), marked texts (--marked), "
            "or texts and what they state (--stated)",
        ),
        (
            ["evaluate", "mentions", "--stated", "."],
            "names in stated texts are not annotated; --stated is for dates and credits",
        ),
        (
            ["evaluate", "claims", "--stated", "."],
            "claims are measured on an annotation and its texts (--gold, --library)",
        ),
        (
            ["evaluate", "credits", "--marked", "."],
            "credits are measured on an annotation and its texts (--gold, --library) "
            "or on texts and what they state (--stated)",
        ),
        (["serve", "--port", "abc"], "--port is 'abc'; it is a number up to 65535, such as 8080"),
        (["serve", "--port", "65536"], "--port is '65536'; it is a number up to 65535, such as 8080"),
        (["serve", "--edition", "pubic"], "--edition is 'pubic'; it is public or private"),
        (["build", "--edition", "pubic"], "--edition is 'pubic'; it is public or private"),
        (
            ["build", "--output", "content/images/site"],
            f"{ROOT}/content/images/site lies among the records; name a folder outside of {ROOT}/content",
        ),
    ],
)
def test_a_fault_in_the_call_is_one_line_and_status_2(arguments: list[str], message: str) -> None:
    assert invoke(*arguments) == (2, "", f"{message}\n")


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('SITENAME = "Fog', "12: BAD-SETTING unterminated string literal (detected at line 1)"),
        ("EXCERPT_WORDS = forty", "1: BAD-SETTING NameError: name 'forty' is not defined"),
    ],
)
def test_settings_that_cannot_be_read_are_one_line_with_their_place(
    command: str, line: str, fault: str, tmp_path: Path
) -> None:
    content = write_archive(tmp_path)
    settings = tmp_path / "pelicanconf.py"
    settings.write_text(f"{line}\n", "utf-8")
    assert invoke(command, "--content", str(content)) == (
        2,
        "",
        f"{settings}:1:{fault}; settings are Python, mend the line\n",
    )


@pytest.mark.parametrize("command", ["build", "check"])
def test_settings_that_cannot_be_used_are_told_all_at_once_each_with_its_place(
    command: str, tmp_path: Path
) -> None:
    content = write_archive(tmp_path)
    settings = tmp_path / "pelicanconf.py"
    settings.write_text('SITENAME = "Fog"\nSTUBS = True\né = 1; STUBS = "no"\nCACHE_PATH: int = 7\n', "utf-8")
    assert invoke(command, "--content", str(content)) == (
        2,
        "",
        f"{settings}:3:8: BAD-SETTING STUBS is 'no'; it is True or False\n"
        f"{settings}:4:1: BAD-SETTING CACHE_PATH is 7; it is a folder, or empty\n",
    )


def test_colours_that_are_nowhere_are_told_with_the_place_of_the_setting(tmp_path: Path) -> None:
    content = write_archive(tmp_path)
    settings = tmp_path / "pelicanconf.py"
    settings.write_text('PALETTE = "fog.css"\n', "utf-8")
    status, _, said = invoke("check", "--content", str(content))
    assert status == 2
    assert said.startswith(
        f"{settings}:1:1: BAD-SETTING PALETTE is '{tmp_path / 'fog.css'}'; it is a stylesheet"
    )


def test_a_link_to_itself_is_no_place_for_a_site(tmp_path: Path) -> None:
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    told = f"{tmp_path}/ring is a link that leads back to itself; name a folder\n"
    assert invoke("build", "--output", str(tmp_path / "ring")) == (2, "", told)


def test_figures_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    """The site is there all the same."""
    content, output = write_archive(tmp_path), tmp_path / "site"
    asked = ("--content", str(content), "--output", str(output), "--timings", str(tmp_path / "no" / "where"))
    status, _, said = invoke("build", *asked)
    assert (status, said.endswith("the site is built, name another file\n")) == (2, True)
    assert (output / "index.html").is_file()


def test_cite_prints_the_pointer_to_paste(sound: Path) -> None:
    status, said, _ = invoke("cite", "ninety minutes", "--content", str(sound))
    assert status == 0
    pointer, context = said.splitlines()
    assert pointer.startswith("harbour-review p4 185-199 ")
    assert context.strip().startswith("…")
    assert "[ninety minutes]" in context


def test_cite_finds_words_that_somebody_types_from_memory(sound: Path) -> None:
    status, said, complaints = invoke("cite", "Runs for ninety minutes", "--content", str(sound))
    assert (status, "[runs for ninety minutes]" in said) == (0, True)
    assert complaints == (
        "'Runs for ninety minutes' stands nowhere to the letter; with other marks or capitals it does:\n"
    )


def test_cite_says_where_it_looked(sound: Path) -> None:
    assert invoke("cite", "no such words", "--content", str(sound)) == (
        1,
        "",
        "'no such words' stands in none of 1 texts\n",
    )
    assert invoke("cite", "ninety", "--source", "diary", "--content", str(sound)) == (
        2,
        "",
        "no original of 'diary' is at hand; those at hand: harbour-review\n",
    )


def test_evaluate_measures_marked_texts(tmp_path: Path) -> None:
    """And refuses, with its line, what it cannot read."""
    (tmp_path / "a.txt").write_text("{Ines Varga|p:ines-varga} waits.\n", "utf-8")
    status, said, complained = invoke("evaluate", "mentions", "--marked", str(tmp_path), "--format", "json")
    assert (status, complained) == (0, "")
    assert json.loads(said)["marked"]["discovery"]["counts"]["found"]["whole"] == 1
    (tmp_path / "b.txt").write_text("{Ines Varga}\n", "utf-8")
    refused = "b, line 1: this { is no part of a mark\n"
    assert invoke("evaluate", "mentions", "--marked", str(tmp_path)) == (1, "", refused)


def test_evaluate_measures_stated_texts(tmp_path: Path) -> None:
    write_stated(tmp_path)
    for what, count in (("credits", "cast pairs found"), ("dates", "right")):
        status, said, complained = invoke("evaluate", what, "--stated", str(tmp_path), "--format", "json")
        assert (status, complained) == (0, "")
        assert json.loads(said)["names known"]["counts"]["looked at"][count]["share"] == 1.0
    refused = f"{tmp_path / 'none'} holds no texts with what they state (*.json beside *.txt)\n"
    (tmp_path / "none").mkdir()
    assert invoke("evaluate", "dates", "--stated", str(tmp_path / "none")) == (1, "", refused)


def test_a_build_of_faulty_content_tells_the_faults_and_changes_nothing(faulty: Path, tmp_path: Path) -> None:
    status, _, complained = invoke("build", "--content", str(faulty), "--output", str(tmp_path / "site"))
    assert status == 1
    assert FAULT in complained.splitlines()
    assert complained.splitlines()[-1] == "Nothing was changed: the last good site stays."
    assert list(tmp_path.iterdir()) == []


def test_a_build_into_a_foreign_folder_is_refused(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    status, _, complained = invoke("build", "--content", str(sound), "--output", str(tmp_path))
    assert status == 2
    assert complained.startswith(f"{tmp_path} holds something that no build of ours made")
    assert [one.name for one in tmp_path.iterdir()] == ["letter.txt"]


def test_every_command_is_listed_with_what_it_does() -> None:
    status, said, _ = invoke("--list")
    assert status == 0
    for command in ("build", "check", "cite", "clean", "lint", "serve", "suggest", "test"):
        assert f"  {command}  " in said


def test_commands_start_without_the_archive() -> None:
    """Reading how commands are called imports nothing of what they do, nor Pelican."""
    asked = "import sys, tasks; print(*sorted({name.split('.')[0] for name in sys.modules}), sep='\\n')"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    imported = set(done.stdout.split())
    assert imported >= {"tasks", "invoke"}
    assert imported & {"plugins", "evaluation", "benchmarks", "pelican"} == set()


def test_the_help_of_suggest_names_every_kind() -> None:
    assert tuple(SuggestionCode) == SUGGESTIONS
