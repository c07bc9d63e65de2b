"""An archive of one's own: it works at once, and somebody's first hour in it needs no other knowledge."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from commands.archives import AROUND, settings_for
from tests.building import ROOT, files_in_git
from tests.site.crawl import Site

FILM = 'Fog, "The" Film: é'


def run(folder: Path, *words: str) -> tuple[int, str, str]:
    """Status, output and complaints of a command in an archive's own folder."""
    command = [sys.executable, "-m", "invoke", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archives") / "fog"
    status, said, complained = run(ROOT, "archive", str(folder), "--film", FILM)
    assert (status, complained) == (0, "")
    assert said.startswith(f"{folder} is an archive of {FILM}.")
    return folder


def test_it_can_be_checked_and_built_at_once(archive: Path) -> None:
    assert run(archive, "check") == (0, "No faults: 5 records, 0 claims.\n", "")
    status, _, complained = run(archive, "build")
    assert (status, complained) == (0, "")
    site = Site(archive / "output")
    (title,) = site.pages["index.html"].select("h1")
    assert title.get_text() == FILM
    for page in site.pages.values():
        assert [
            link.target
            for link in page.links
            if link.target.endswith(".html") and link.target not in site.pages
        ] == []


def test_it_speaks_of_no_other_film(archive: Path) -> None:
    """What is copied builds archives, and knows none; the documents may give examples."""
    told = [file for file in archive.rglob("*") if file.is_file() and "docs" not in file.parts]
    texts = [
        file
        for file in told
        if file.suffix in {".md", ".html", ".css", ".js"} and "plugins" not in file.parts
    ]
    assert [
        file
        for file in texts
        if "Jonze" in file.read_text("utf-8", "ignore") and file.name != "CONTRIBUTING.md"
    ] == []
    settings = (archive / "pelicanconf.py").read_text("utf-8")
    assert "Jonze" not in settings
    compile(settings, "pelicanconf.py", "exec")


def test_editors_git_and_a_host_know_it(archive: Path) -> None:
    """Whatever these files name is there: schemas, commands, targets of make."""
    for name in AROUND:
        assert (archive / name).read_bytes() == (ROOT / name).read_bytes()
    named = re.findall(r'"\./(schemas/[^"]+)"', (archive / ".vscode" / "settings.json").read_text("utf-8"))
    assert named
    assert [one for one in named if not (archive / one).is_file()] == []
    workflow = (archive / ".github" / "workflows" / "publish.yml").read_text("utf-8")
    targets = set(re.findall(r"\bmake ([a-z./]+)", workflow))
    assert targets
    written = (archive / "Makefile").read_text("utf-8")
    assert [one for one in targets if f"\n{one}:" not in written] == []
    assert os.access(archive / ".githooks" / "pre-commit", os.X_OK)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as somebody has it who has just cloned it."""
    folder = tmp_path_factory.mktemp("clones") / "intertitle"
    for name in files_in_git():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, place)
    return folder


@pytest.mark.parametrize("where", ["archive", "clone"])
def test_a_first_hour_takes_five_commands_and_no_edit_outside_content(
    where: str, request: pytest.FixtureRequest
) -> None:
    """A page begun, a broken link and a wrong date in it, their two errors, mended, built."""
    home: Path = request.getfixturevalue(where)
    status, said, _ = run(
        *(home, "new", "event", "The first night", "--set", "status=announced", "--set", "phase=release"),
        *("--set", "summary=It is shown.", "--set", "cite=fog-news"),
    )
    assert (status, said.splitlines()[0]) == (0, "content/events/the-first-night.md is begun.")
    status, _, _ = run(
        home, "new", "source", "Fog News", "--set", "kind=news", "--set", "summary=News of it."
    )
    assert status == 0
    page = home / "content" / "events" / "the-first-night.md"
    begun = page.read_text("utf-8")
    page.write_text(
        begun.replace("# date:", "date: 12/25/1961 #").rstrip() + "\n[[the fogg]] is shown.\n", "utf-8"
    )
    status, said, complained = run(home, "check")
    assert (status, complained) == (1, "")
    date, link = said.splitlines()
    assert date.startswith("content/events/the-first-night.md:")
    assert "BAD-DATE" in date
    assert "UNKNOWN-ID [[the fogg]] leads nowhere" in link
    page.write_text(
        begun.replace("# date:", "date: 1961-12-25 #").rstrip() + "\n[[fog-news]] tells of it.\n", "utf-8"
    )
    assert run(home, "check")[0] == 0
    status, _, complained = run(home, "build")
    assert (status, complained) == (0, "")
    assert "25 December 1961" in Site(home / "output").pages["events/the-first-night.html"].text


def test_a_newer_generator_leaves_what_is_the_archives_own(archive: Path) -> None:
    (archive / "plugins" / "of_an_older_one.py").write_text("", "utf-8")
    own = [archive / name for name in ("pelicanconf.py", "palette.css", "content/pages/home.md", "README.md")]
    before = {file: file.read_bytes() for file in own}
    status, said, _ = run(ROOT, "archive", str(archive), "--upgrade")
    assert (status, "has this generator now" in said) == (0, True)
    assert {file: file.read_bytes() for file in own} == before
    assert not (archive / "plugins" / "of_an_older_one.py").exists()
    assert run(archive, "check")[0] == 0


def test_a_newer_generator_says_which_settings_it_knows_besides(archive: Path) -> None:
    settings = archive / "pelicanconf.py"
    whole = settings.read_text("utf-8")
    settings.write_text(
        "".join(
            line
            for line in whole.splitlines(keepends=True)
            if not line.startswith(("STUBS = ", '    "plugins.redirects"'))
        ),
        "utf-8",
    )
    status, said, _ = run(ROOT, "archive", str(archive), "--upgrade")
    settings.write_text(whole, "utf-8")
    assert status == 0
    assert [line.partition(", ")[2] for line in said.splitlines()[1:]] == [
        "add to PLUGINS: plugins.redirects (in the order that pelicanconf.py has)",
        "add STUBS as pelicanconf.py has them",
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("archive", "{there}"), "is there already, and not empty; name a new folder"),
        (("archive", "plugins/fog"), "is a part of the generator itself"),
        (("archive", "commands/fog"), "is a part of the generator itself"),
        (("archive", "docs/fog"), "is a part of the generator itself"),
        (
            ("archive", "{empty}", "--upgrade"),
            "is no archive: it has no pelicanconf.py beside a folder content",
        ),
    ],
)
def test_nothing_that_is_there_is_written_over(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    there, empty = tmp_path / "there", tmp_path / "empty"
    for folder in (there, empty):
        folder.mkdir()
    (there / "letter.txt").write_text("Dear Odile", "utf-8")
    status, _, complained = run(ROOT, *(one.format(there=there, empty=empty) for one in words))
    assert (status, told in complained) == (2, True), complained
    assert [file.name for file in there.iterdir()] == ["letter.txt"]
    assert [name for name in ("plugins", "commands", "docs") if (ROOT / name / "fog").exists()] == []


def test_settings_are_the_projects_with_another_film() -> None:
    ours = (ROOT / "pelicanconf.py").read_text("utf-8").splitlines()
    theirs = settings_for("Fog", "fog").splitlines()
    assert len(ours) == len(theirs)
    assert [one for one in theirs if one not in ours] == [
        'SITENAME = "Fog"',
        'SITESUBTITLE = "An archive of Fog"',
        'FILM = "fog"',
        'PALETTE = "palette.css"',
    ]
