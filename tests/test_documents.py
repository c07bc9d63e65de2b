"""What the documents show is true: their examples build, and commands, settings and names are all told of."""

from __future__ import annotations

import ast
import os
import re
import shlex
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from invoke.collection import Collection
from invoke.parser.argument import Argument
from invoke.tasks import Task

import pelicanconf
import tasks
from commands.archives import GENERATOR
from plugins.archive.edtf import Edtf
from plugins.archive.errors import Code
from plugins.archive.settings import Settings
from plugins.authority.schema import SuggestionCode
from plugins.dates.english import in_words
from plugins.drafting.draft import Known, draft_page
from plugins.stages import archive_flow
from tests.building import ROOT, files_in_git, invoke
from tests.making import write_archive
from tests.stage_picture import MAP, block, with_picture
from tests.test_docs import CODE, documents, named, read

FENCE = re.compile(r"^```(\w*)(?: +(\S.*?))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
"""A fenced block: its language, what else is said of it, and its text."""

CALL = re.compile(r"^(?:\$ )?(?:\.venv/bin/)?invoke [a-z].*", re.MULTILINE)
INLINE = re.compile(r"`(invoke [a-z][^`]*)`")
ROW_OF_DATES = re.compile(r"^\| `([^`]+)` \| ([^|]+?) \|", re.MULTILINE)
ROW = re.compile(r"^\| `(--[^`]+)` \| (.*?) \|$", re.MULTILINE)

LINK_TO_FILE = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)[^)\s]*\)")
"""A link to a file of the project, without what it names in it."""

PAGES = sorted((ROOT / "docs" / "contributing").glob("*.md"))


def fences(document: Path) -> list[tuple[str, str, str]]:
    return FENCE.findall(document.read_text("utf-8"))


def _option(argument: Argument) -> str:
    typed = str(argument.name).replace("_", "-")
    return f"--no-{typed}" if argument.default is True else f"--{typed}"


def _told(argument: Argument) -> str:
    return f"do not {argument.help}" if argument.default is True else argument.help or ""


def _options(command: Task[Any]) -> dict[str, str]:
    words = {"words", "files", *command.positional}
    return {
        _option(one): _told(one)
        for one in command.get_arguments()
        if one.name not in words and (one.attr_name or one.name) not in words
    }


OPTIONS = {name: _options(command) for name, command in Collection.from_module(tasks).tasks.items()}
"""The options of each command as they are typed, with what `--help` says of them.

Read once: invoke takes the help away when it is asked for it.
"""


def section(document: str, heading: str) -> str:
    """What stands below a heading, to the next of its level."""
    parts = re.split(r"^## (.*)$", read(document), flags=re.MULTILINE)
    return parts[parts.index(heading) + 1]


def examples(document: Path) -> dict[str, str]:
    """The files that a page of the documents shows whole, by their paths."""
    shown = [(path, text) for _, path, text in fences(document) if path.startswith("content/")]
    assert len({path for path, _ in shown}) == len(shown), f"{named(document)} shows a file twice"
    return {path.removeprefix("content/"): text for path, text in shown}


@pytest.mark.parametrize("document", PAGES, ids=named)
def test_all_that_contributors_are_shown_builds(document: Path, tmp_path: Path) -> None:
    """The files of one page, laid over a small archive, have no fault in any value, up to the pages."""
    shown = examples(document)
    assert shown, "a page for contributors shows how it is written"
    flow = archive_flow(Settings(write_archive(tmp_path, shown), film="tin-harbour"))
    assert flow.sound_value("pages")
    for stage in flow.stages:
        flow.sound_value(stage.gives)


@pytest.mark.parametrize("document", PAGES, ids=named)
def test_no_front_matter_is_shown_that_is_not_built(document: Path) -> None:
    """Other blocks are commands, and what they print."""
    unnamed = [
        text for language, path, text in fences(document) if language in {"yaml", "markdown"} and not path
    ]
    assert unnamed == []
    assert [text for language, _, text in fences(document) if not language and text.startswith("---")] == []


def test_the_page_that_is_shown_as_begun_is_what_a_command_begins() -> None:
    [begun] = [text for _, told, text in fences(ROOT / "docs/contributing/a-page.md") if told == "begun"]
    assert begun == draft_page("person", "Lotte Maes", {}, Known()).rstrip() + "\n"


def test_what_is_shown_of_faults_is_what_is_told(tmp_path: Path) -> None:
    shown = fences(ROOT / "docs/contributing/a-page.md")
    wrong = {
        told.removeprefix("wrong content/"): text for _, told, text in shown if told.startswith("wrong ")
    }
    [faults] = [text for language, _, text in shown if language == "faults"]
    assert invoke("check", "--content", write_archive(tmp_path, wrong)) == (1, faults, "")


def test_what_is_shown_as_found_is_what_is_found(tmp_path: Path) -> None:
    shown = fences(ROOT / "docs/contributing/citing.md")
    [found] = [text for language, _, text in shown if language == "found"]
    [words] = [text.split('"')[1] for _, _, text in shown if text.startswith("invoke cite")]
    assert invoke("cite", words, "--content", write_archive(tmp_path)) == (0, found, "")


def test_the_stage_that_developers_are_shown_works(tmp_path: Path) -> None:
    """In docs/developing.md: its function and its stage, added to the flow of a small archive."""
    shown = re.findall(r"^ *```python example\n(.*?)^ *```$", read("docs/developing.md"), re.M | re.S)
    names: dict[str, Any] = {}
    exec("\n".join(textwrap.dedent(one) for one in shown), names)  # noqa: S102 our own documents
    flow = archive_flow(Settings(write_archive(tmp_path), film="tin-harbour"))
    (stage,) = names["STAGES"]
    flow.add(stage)
    assert flow.sound_value("head_counts") == {"harbour-review": 3}


def test_every_date_that_is_shown_is_read_as_the_page_says() -> None:
    """The table's first column is EDTF, its second what a page prints."""
    rows = ROW_OF_DATES.findall(read("docs/contributing/dates.md"))
    assert len(rows) > 15
    assert [in_words(Edtf.parse(written)) for written, _ in rows] == [words for _, words in rows]


def calls() -> Iterator[tuple[str, list[str]]]:
    """Each call of invoke in a document, as its words."""
    for document in documents():
        text = document.read_text("utf-8")
        blocks = "\n".join(one for *_, one in FENCE.findall(text))
        for call in (*CALL.findall(blocks), *INLINE.findall(re.sub(FENCE, "", text))):
            words = shlex.split(call.removeprefix("$ "), comments=True)
            yield named(document), words[words.index("invoke") + 1 if "invoke" in words else 1 :]


def test_every_call_that_a_document_shows_can_be_typed() -> None:
    """The command is there, and takes each option."""
    known = {name: set(options) for name, options in OPTIONS.items()}
    wrong = [
        (document, " ".join(words))
        for document, words in calls()
        if words[0] not in known
        or {word.partition("=")[0] for word in words if word.startswith("--")} - known[words[0]] - {"--help"}
    ]
    assert wrong == []


def test_every_command_has_its_place() -> None:
    """docs/commands.md has a section for each, and none for what is none."""
    found = re.findall(r"^## invoke (.*)$", read("docs/commands.md"), re.MULTILINE)
    assert found == sorted(OPTIONS)


@pytest.mark.parametrize("command", sorted(OPTIONS))
def test_every_option_of_a_command_is_explained(command: str) -> None:
    """With the words of `--help`; the right rows are in the message."""
    rows = "\n".join(f"| `{name}` | {told} |" for name, told in OPTIONS[command].items())
    assert dict(ROW.findall(section("docs/commands.md", f"invoke {command}"))) == OPTIONS[command], rows


def settings() -> dict[str, str]:
    """The settings that maintainers are told of, with what each is as it comes; nothing for long ones."""
    rows = re.findall(
        r"^\| `([A-Z_]+)` \| (?:`(.+?)`)? ?\| .+ \|$", section("docs/maintaining.md", "Settings"), re.M
    )
    return dict(rows)


def test_every_setting_is_told_to_maintainers() -> None:
    """Each that pelicanconf.py has, of ours and of Pelican's; and none that it has not."""
    assert set(settings()) == {name for name in vars(pelicanconf) if name.isupper()}


def test_settings_come_as_the_documents_say() -> None:
    come = {name: ast.literal_eval(value) for name, value in settings().items() if value}
    assert come == {name: getattr(pelicanconf, name) for name in come}


def test_every_variable_that_the_program_reads_is_told() -> None:
    """In the environment; those that begin with our name."""
    read_by_code = {
        name
        for file in files_in_git("*.py", "Makefile", ".github")
        for name in re.findall(r"\bINTERTITLE_[A-Z_]+\b", read(file))
    }
    told = dict(re.findall(r"^\| `(INTERTITLE_[A-Z_]+)` \| (.+) \|$", read("docs/commands.md"), re.M))
    assert sorted(told) == sorted(read_by_code - {"INTERTITLE_BUILD"})  # a name among Pelican's settings


def test_every_code_that_a_document_names_exists() -> None:
    known = {one.name.replace("_", "-") for one in (*Code, *SuggestionCode)}
    wrong = {
        (named(document), code)
        for document in documents()
        for code in re.findall(r"`([A-Z]+(?:-[A-Z]+)+)`", document.read_text("utf-8"))
        if code not in known and not code.startswith(("BY-", "CC-"))
    }
    assert wrong == set()


def test_the_picture_of_the_stages_is_drawn_from_their_table() -> None:
    """`python -m tests.stage_picture` draws it anew."""
    assert with_picture(MAP.read_text("utf-8")) == MAP.read_text("utf-8")
    assert block().count("-->") > 20


def test_documents_lead_nowhere_that_an_archive_of_ones_own_has_not() -> None:
    """`invoke archive` takes the documents along, and what they link to."""
    there = [ROOT / name for name in (*GENERATOR, "README.md", "library/README.md")]
    lost = [
        (named(document), link)
        for document in documents()
        if any(document.is_relative_to(one) for one in there[: len(GENERATOR)])
        for link in LINK_TO_FILE.findall(CODE.sub("", document.read_text("utf-8")))
        if not any(Path(os.path.normpath(document.parent / link)).is_relative_to(one) for one in there)
    ]
    assert lost == []


def test_every_page_of_the_documents_is_reached_from_the_readme() -> None:
    """By links alone, as a reader goes."""
    seen: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        seen.add(page)
        for target in LINK_TO_FILE.findall(page.read_text("utf-8")):
            found = Path(os.path.normpath(page.parent / target))
            if found.suffix == ".md" and found not in seen:
                waiting.append(found)
    assert [
        named(one)
        for one in sorted((ROOT / "docs").rglob("*.md"))
        if one not in seen and "decisions" not in one.parts
    ] == []
