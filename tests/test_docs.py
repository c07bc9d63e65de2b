"""The documents say what is there: their links lead somewhere, and nothing that they must name is missing."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from plugins.archive.errors import Code
from plugins.archive.settings import Settings
from plugins.authority.choices import ASPECTS
from tests.building import ROOT, files_in_git

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
HEADING = re.compile(r"^#+\s+(.*?)\s*$", re.MULTILINE)


def documents() -> list[Path]:
    """Every Markdown page of the project that is neither a page of an archive nor what one begins with."""
    starter = ROOT / "commands" / "starter"
    files = [ROOT / name for name in files_in_git("*.md")]
    return sorted(file for file in files if "content" not in file.parts and starter not in file.parents)


def named(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


def anchor(heading: str) -> str:
    """The fragment that a heading gets where Markdown is shown."""
    words = re.sub(r"[`*_]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")


def read(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def tasks() -> dict[str, str]:
    """The commands of invoke, as they are typed, with what each says of itself."""
    found = {}
    for node in ast.parse(read("tasks.py")).body:
        if isinstance(node, ast.FunctionDef) and any(
            "task" in ast.unparse(one) for one in node.decorator_list
        ):
            found[_typed(node)] = ast.get_docstring(node) or ""
    return found


def _typed(node: ast.FunctionDef) -> str:
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call):
            for keyword in decorator.keywords:
                if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
                    return str(keyword.value.value)
    return node.name.rstrip("_").replace("_", "-")


@pytest.mark.parametrize("document", documents(), ids=named)
def test_every_link_of_a_document_leads_to_a_file(document: Path) -> None:
    """And to a heading that is there, where it names one."""
    for groups in LINK.findall(CODE.sub("", document.read_text("utf-8"))):
        written = "".join(groups)
        if not written.startswith(("http://", "https://", "mailto:")):
            path, _, fragment = written.partition("#")
            target = (document.parent / path).resolve() if path else document
            assert target.exists(), f"{named(document)} links to {written}"
            if fragment:
                assert fragment in {anchor(heading) for heading in HEADING.findall(target.read_text("utf-8"))}


@pytest.mark.parametrize(
    "command", ["make build", "make test", "invoke build", "invoke serve", "invoke check"]
)
def test_the_readme_tells_the_commands(command: str) -> None:
    assert command in read("README.md")


def test_every_make_command_of_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b", " ".join(CODE.findall(read("README.md"))))) <= targets


def test_every_invoke_command_that_a_document_names_exists() -> None:
    """In the archive's own pages too: a reader may be about to become a contributor."""
    for document in (*documents(), *sorted((ROOT / "content" / "pages").glob("*.md"))):
        said = " ".join(CODE.findall(document.read_text("utf-8")))
        assert set(re.findall(r"\binvoke ([a-z]+)\b", said)) <= set(tasks()), named(document)


@pytest.mark.parametrize("task", tasks() if (ROOT / "tasks.py").exists() else ())
def test_every_command_explains_itself_with_an_example(task: str) -> None:
    """What `invoke --help` prints is the first that a contributor reads."""
    assert f"invoke {task}" in tasks()[task]


@pytest.mark.parametrize("task", tasks() if (ROOT / "tasks.py").exists() else ())
def test_every_command_answers_when_it_is_asked_for_help(task: str) -> None:
    """Where people look for it: behind the command's name."""
    asked = [sys.executable, "-m", "invoke", task, "--help"]
    answer = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (answer.returncode, "Docstring:" in answer.stdout) == (0, True), answer.stdout + answer.stderr


def test_every_aspect_that_a_point_may_be_about_is_told_to_contributors() -> None:
    """In the order of the table, which is that of the page."""
    [listed] = re.findall(r"The aspects are (.*?)\.", read("docs/contributing/a-page.md"), re.DOTALL)
    assert re.findall(r"`(\w+)`", listed) == list(ASPECTS)


def test_every_stage_is_on_the_map() -> None:
    """docs/architecture.md names each plugin's folder."""
    folders = [folder.name for folder in (ROOT / "plugins").iterdir() if (folder / "plugin.py").is_file()]
    assert [name for name in folders if name not in read("docs/architecture.md")] == []


def test_every_direct_dependency_has_its_reason() -> None:
    wanted = [
        re.split(r"[=<>~ ]", line)[0]
        for name in ("requirements.in", "requirements-dev.in")
        for line in read(name).splitlines()
        if line and not line.startswith(("#", "-"))
    ]
    assert [name for name in wanted if name not in read("docs/dependencies.md").lower()] == []


@pytest.mark.parametrize(
    "name",
    ["requirements.txt", "requirements-dev.txt", "requirements-forks.txt", "requirements-peers.txt"],
)
def test_requirements_are_pinned_by_hash_and_name_no_registry(name: str) -> None:
    """Whoever installs chooses where from; what arrives must be the very same bytes."""
    assert "://" not in read(name)
    pinned = re.findall(r"^([a-z][\w.-]*==\S+)", read(name), re.MULTILINE)
    blocks = re.split(r"^(?=[a-z])", read(name), flags=re.MULTILINE)[1:]
    assert len(pinned) == len(blocks) > 0
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_tests_pins_hold_the_builds_pins() -> None:
    """make test checks the very versions that make build uses."""
    builds, tests = (
        set(re.findall(r"^[a-z][\w.-]*==\S+", read(name), re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert builds - tests == set()


def test_every_setting_of_the_archive_is_explained_beside_its_value() -> None:
    """The maintainer's file names each setting that `Settings` reads."""
    conf = read("pelicanconf.py")
    names = {
        "EDITION",
        "LIBRARIES",
        "FILM",
        "EXCERPT_WORDS",
        "EXCERPT_SHARE",
        "STUBS",
        "DEFAULT_LANG",
        "KEEP_RESULTS",
        "SEARCH",
        "PALETTE",
        "PLUGINS",
    }
    assert [name for name in sorted(names) if name not in conf] == []
    assert len(names) == len(Settings.__dataclass_fields__) - 1  # content is Pelican's own PATH


def test_every_noun_of_the_code_is_in_the_glossary() -> None:
    """One noun, one spelling: the classes of plugins/archive are the words of the project."""
    glossary = read("docs/glossary.md")
    nouns = {
        node.name
        for module in (ROOT / "plugins" / "archive").glob("*.py")
        for node in ast.parse(module.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }
    assert sorted(noun for noun in nouns if f"`{noun}`" not in glossary) == []


def test_every_class_that_the_glossary_names_exists() -> None:
    defined = {
        node.name
        for module in (ROOT / "plugins").rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert set(re.findall(r"`([A-Z][A-Za-z]+[a-z])`", read("docs/glossary.md"))) - defined == set()


def test_version_and_changelog_agree() -> None:
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    assert f"## {version}" in read("CHANGELOG.md")
    assert f"version: {version}" in read("CITATION.cff")


def test_decisions_are_numbered_without_gaps_and_have_their_four_parts() -> None:
    notes = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [note.name[:4] for note in notes] == [f"{number:04}" for number in range(1, len(notes) + 1)]
    for note in notes:
        parts = HEADING.findall(note.read_text("utf-8"))[1:]
        assert parts == ["Context", "Choice", "Refused", "What would change our mind"], note.name


def test_the_map_of_stages_is_the_codes_own() -> None:
    """Each row of docs/architecture.md says what a stage takes and gives."""
    rows = re.findall(r"^\| `([^`]+)` \| (.+?) \| `(\w+)` \|", read("docs/architecture.md"), re.M)
    from plugins.citing.stage import STAGES as CITING
    from plugins.open_data.stage import STAGES as DATA
    from plugins.previews.stage import STAGES as PREVIEWS
    from plugins.search_index.stage import STAGES as SEARCH
    from plugins.stages import STAGES

    written = {name: (tuple(re.findall(r"`(\w+)`", takes)), gives) for name, takes, gives in rows}
    assert written == {
        one.name: (one.takes, one.gives) for one in (*STAGES, *CITING, *PREVIEWS, *SEARCH, *DATA)
    }


@pytest.mark.parametrize("code", [one.name.replace("_", "-") for one in Code])
def test_every_code_of_a_fault_is_in_the_catalogue(code: str) -> None:
    """docs/errors.md shows each with a wrong and a right way to write it."""
    assert f"| `{code}` |" in read("docs/errors.md")
