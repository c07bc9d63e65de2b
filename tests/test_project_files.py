"""What stands around the program: workflows, forms, hooks. It can be read, and names what is there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building import ROOT, files_in_git
from tests.test_docs import read, tasks

WORKFLOWS = ROOT / ".github" / "workflows"
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
HOOK = ".githooks/pre-commit"

PATH = re.compile(
    r"(?<![\w/$.-])((?:\.githooks|\.github|content|docs|library|output|plugins|schemas|tests|theme)\b[\w./-]*"
    r"|[\w-]+\.(?:py|txt|in|toml|md|cff))(?![\w*])"
)
"""A path of the project in a file that is about it."""

MADE = {"output", "library", "library/"}
"""What a build or a contributor makes."""


def project_files() -> list[str]:
    """The files of services and tools that know nothing of our tests."""
    found = [*WORKFLOWS.glob("*"), *FORMS.glob("*"), *(ROOT / ".github").glob("*.md")]
    names = [one.relative_to(ROOT).as_posix() for one in found]
    return sorted([*names, ".pre-commit-config.yaml", HOOK, "docs/editors.md"])


def workflow(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((WORKFLOWS / name).read_text("utf-8"))
    return found


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def test_the_files_of_services_are_there() -> None:
    assert {one.name for one in WORKFLOWS.iterdir()} == {"publish.yml", "test.yml"}
    assert {"wrong-fact.yml", "missing-source.yml", "generator-fault.yml"} <= {
        one.name for one in FORMS.iterdir()
    }
    assert (ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md").is_file()


@pytest.mark.parametrize("path", files_in_git("*.yml", "*.yaml", "*.cff"))
def test_every_yaml_file_can_be_read(path: str) -> None:
    yaml.safe_load(read(path))


@pytest.mark.parametrize("path", project_files())
def test_every_command_that_is_named_exists(path: str) -> None:
    text = read(path)
    assert set(re.findall(r"\binvoke\"? ([a-z]+)\b", text)) <= set(tasks())
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b", text)) <= targets


@pytest.mark.parametrize("path", project_files())
def test_every_path_that_is_named_exists(path: str) -> None:
    named = {one.rstrip(".") for one in PATH.findall(re.sub(r"https?://\S+", "", read(path)))} - MADE
    assert [
        one for one in sorted(named) if not (ROOT / one).exists() and not (ROOT / "schemas" / one).exists()
    ] == []


def test_the_options_of_the_check_in_the_workflow_are_its_own() -> None:
    assert ".venv/bin/invoke check --format github" in read(".github/workflows/publish.yml")
    assert '"format": "text, json, or github (annotations of a workflow run)"' in read("tasks.py")


@pytest.mark.parametrize("name", ["publish.yml", "test.yml"])
def test_actions_are_pinned_by_their_commit_with_the_version_beside_it(name: str) -> None:
    """A tag can be moved to other code; forty digits cannot."""
    used = re.findall(r"uses: (.*)", read(f".github/workflows/{name}"))
    assert used
    for one in used:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one), one


def test_the_workflow_may_no_more_than_it_must() -> None:
    """Only the job that publishes may write, and it runs none of our code."""
    told = workflow("publish.yml")
    assert told["permissions"] == {"contents": "read"}
    writing = [
        name for name, job in told["jobs"].items() if "write" in str(job.get("permissions", {}).values())
    ]
    assert writing == ["publish"]
    assert not any("run" in step for step in told["jobs"]["publish"]["steps"])
    assert workflow("test.yml")["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("name", ["publish.yml", "test.yml"])
def test_no_word_of_strangers_reaches_a_shell(name: str) -> None:
    """Titles and branches are written by anybody: what a step runs has no expression in it."""
    assert not any("${{" in step["run"] for step in steps(name) if "run" in step)


def test_the_site_is_built_with_its_own_address_and_its_folder_is_published() -> None:
    built = [step for step in steps("publish.yml") if step.get("run") == "make build"]
    assert [step["env"]["INTERTITLE_SITEURL"] for step in built] == ["${{ steps.pages.outputs.base_url }}"]
    assert 'os.environ.get("INTERTITLE_SITEURL"' in read("publishconf.py")
    assert [
        step["with"]["path"] for step in steps("publish.yml") if "pages-artifact" in step.get("uses", "")
    ] == ["output"]


@pytest.mark.parametrize("name", ["wrong-fact.yml", "missing-source.yml", "generator-fault.yml"])
def test_a_form_asks_for_something_and_each_field_has_a_label(name: str) -> None:
    """As GitHub wants it: a name, a description, ids of their own, and something that must be filled in."""
    form = yaml.safe_load((FORMS / name).read_text("utf-8"))
    assert form["name"]
    assert form["description"]
    assert {field["type"] for field in form["body"]} <= {
        "input",
        "textarea",
        "dropdown",
        "checkboxes",
        "markdown",
    }
    ids = [field["id"] for field in form["body"]]
    assert len(set(ids)) == len(ids)
    assert all(field["attributes"]["label"] for field in form["body"])
    assert any(field.get("validations", {}).get("required") for field in form["body"])


def test_pre_commit_runs_the_hook_of_the_project_and_brings_nothing() -> None:
    [repo] = yaml.safe_load(read(".pre-commit-config.yaml"))["repos"]
    [hook] = repo["hooks"]
    assert (repo["repo"], hook["language"], hook["entry"]) == ("local", "system", HOOK)


@pytest.mark.parametrize(("status", "passes"), [(0, True), (1, False)])
def test_the_hook_lets_a_commit_pass_if_the_check_does(status: int, passes: bool, tmp_path: Path) -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("needs git")
    command = tmp_path / ".venv" / "bin" / "invoke"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\necho "asked: $*"\nexit {status}\n', "utf-8")
    command.chmod(0o755)
    name = ["-c", "user.name=Jo", "-c", "user.email=jo@film.example"]
    for words in (["init", "-q"], ["config", "core.hooksPath", str(ROOT / ".githooks")]):
        subprocess.run([git, *words], cwd=tmp_path, check=True)
    commit = [git, *name, "commit", "-q", "--allow-empty", "-m", "A page"]
    done = subprocess.run(commit, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ((done.returncode == 0), "asked: check" in done.stdout + done.stderr) == (passes, True)


def test_the_hook_says_what_to_do_where_nothing_is_installed(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    done = subprocess.run([ROOT / HOOK], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "make build" in done.stderr) == (1, True)


def test_the_citation_file_has_what_its_format_asks_for() -> None:
    """The four keys that version 1.2.0 of the Citation File Format requires."""
    told = yaml.safe_load(read("CITATION.cff"))
    assert told["cff-version"] == "1.2.0"
    assert {"message", "title", "authors"} <= set(told)
    assert all("name" in one or "family-names" in one for one in told["authors"])


def test_files_are_as_editorconfig_says() -> None:
    """UTF-8, line ends of one kind and one at the end, no spaces there; tabs in the Makefile alone."""
    for name in files_in_git():
        file = ROOT / name
        data = file.read_bytes()
        if b"\0" in data or re.match(r"(content/sources|library)/.*\.txt", name):
            continue
        text = data.decode("utf-8")
        assert "\r" not in text, name
        assert not text or text.endswith("\n"), name
        if file.suffix != ".md":
            assert not re.search(r"[ \t]$", text, re.MULTILINE), name
            assert file.name == "Makefile" or "\t" not in text, name
