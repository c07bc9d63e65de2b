"""One build after another of a small archive: what is made, what is not, and what is known afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from commands import building, pelican_run, rewording, whole_build
from plugins.archive.settings import Settings
from plugins.incremental import built_site
from plugins.incremental.build import Build
from plugins.incremental.built_site import BuiltSite, read_built_site, store_of
from plugins.incremental.stamps import digest_of_file
from plugins.incremental.store import Store
from tests.building import ROOT
from tests.incremental.project import Outcome, Project, tree


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Built once."""
    monkeypatch.setenv("INTERTITLE_CORES", "1")
    project = Project.written(tmp_path / "project")
    assert project.build() == Outcome(0)
    return project


def page(project: Project) -> Path:
    return project.content / "people" / "ines-varga.md"


def edit(project: Project, old: str, new: str) -> None:
    words = page(project).read_text("utf-8")
    assert old in words
    page(project).write_text(words.replace(old, new), "utf-8")


def is_as_a_clean_one(project: Project) -> bool:
    output = project.home.parent / "clean"
    assert project.build(output, anew=True) == Outcome(0)
    return tree(project.output) == tree(output)


def numbers(folder: Path) -> dict[str, int]:
    """The system's number of each file."""
    return {
        one.relative_to(folder).as_posix(): one.stat().st_ino for one in folder.rglob("*") if one.is_file()
    }


def known(project: Project) -> BuiltSite:
    site = read_built_site(Store(store_of(project.output, project.cache)))
    assert site is not None
    return site


def refuse(*_: object) -> None:
    raise AssertionError("Pelican ran")


@pytest.fixture
def without_pelican(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project of which no page may be made by way of the whole archive."""

    monkeypatch.setattr(whole_build, "run_pelican", refuse)
    return project


def test_where_nothing_changed_nothing_is_made(without_pelican: Project) -> None:
    before = without_pelican.output.stat().st_ino
    assert without_pelican.build() == Outcome(0)
    assert without_pelican.output.stat().st_ino == before


def test_where_files_were_only_touched_nothing_is_made(without_pelican: Project) -> None:
    for file in without_pelican.content.rglob("*"):
        os.utime(file)
    assert without_pelican.build() == Outcome(0)


@pytest.mark.parametrize(
    "record", ["people/bram-oster", "events/2004-premiere", "pages/help", "sources/fog-diary"]
)
def test_where_words_alone_were_edited_the_archive_is_not_made(
    project: Project, monkeypatch: pytest.MonkeyPatch, record: str
) -> None:
    """More of them, fewer of them, and the first again."""
    file = project.content / f"{record}.md"
    file.write_text(f"{file.read_text('utf-8')}Fog comes in over the quay.\n", "utf-8")
    assert project.build() == Outcome(0)
    first = file.read_text("utf-8")
    for words in ("Fog goes out.", "Fog comes in, and the lamp hums.", "Fog comes in over the quay."):
        file.write_text(first.replace("Fog comes in over the quay.", words), "utf-8")
        with monkeypatch.context() as patch:
            patch.setattr(whole_build, "run_pelican", refuse)
            assert project.build() == Outcome(0)
        assert is_as_a_clean_one(project)


def test_after_an_edit_of_words_the_site_is_known(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the next build has nothing to make."""
    for words in ("Fog comes in.", "Fog goes out."):
        with page(project).open("a", encoding="utf-8") as file:
            file.write(f"{words}\n")
        assert project.build() == Outcome(0)
    monkeypatch.setattr(whole_build, "run_pelican", refuse)
    before = project.output.stat().st_ino
    assert project.build() == Outcome(0)
    assert project.output.stat().st_ino == before


def test_where_words_cannot_be_put_in_their_place_a_whole_build_is_made(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for words in ("Fog comes in.", "Fog goes out."):
        with page(project).open("a", encoding="utf-8") as file:
            file.write(f"{words}\n")
        assert project.build() == Outcome(0)
        monkeypatch.setattr(rewording, "write_files", no_room)
    assert is_as_a_clean_one(project)
    assert list(project.home.glob(".*")) == []


def no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_files_whose_pages_stay_are_the_same_files(project: Project) -> None:
    before = numbers(project.output)
    edit(project, "The director.", "The director, and nobody else.")
    assert project.build() == Outcome(0)
    after = numbers(project.output)
    assert after["people/ines-varga.html"] != before["people/ines-varga.html"]
    for name in ("events/2004-premiere.html", "pages/help.html", "theme/css/search.css", "feed.xml"):
        assert after.get(name) == before.get(name)
    assert is_as_a_clean_one(project)


def test_a_refused_build_costs_the_next_one_nothing(project: Project) -> None:
    before = numbers(project.output)
    edit(project, '"summary"', '"sumary"')
    assert project.build().status == 1
    assert numbers(project.output) == before
    edit(project, '"sumary"', '"summary"')
    assert project.build() == Outcome(0)
    assert numbers(project.output) == before


def test_what_is_edited_while_a_build_runs_is_not_lost(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor when the edit is taken back before the next build, which would look as if nothing had changed."""
    run = pelican_run.run_pelican
    first = page(project).read_bytes()

    def edited_meanwhile(*given: Any) -> None:
        edit(project, "The director.", "Somebody else.")
        run(*given)

    (project.content / "pages" / "help.md").unlink()
    monkeypatch.setattr(whole_build, "run_pelican", edited_meanwhile)
    assert project.build() == Outcome(0)
    monkeypatch.setattr(whole_build, "run_pelican", run)
    page(project).write_bytes(first)
    assert project.build() == Outcome(0)
    assert is_as_a_clean_one(project)


PARTS = "## Of tin\n\nTin.\n\n## Of fog\n\nFog.\n\n## Of lamps\n\n[[tin-harbour]] has them.\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Of fog", "### Of fog"),
        ("## Of fog", "Of\nfog\n---"),
        ("## Of fog", "## Of [[tin-harbour|fog]]"),
    ],
)
def test_a_heading_is_more_than_its_words(project: Project, old: str, new: str) -> None:
    """Its level stands in the contents of a page, and its id in the addresses of others."""
    help_page = project.content / "pages" / "help.md"
    help_page.write_text(help_page.read_text("utf-8") + PARTS, "utf-8")
    assert project.build() == Outcome(0)
    help_page.write_text(help_page.read_text("utf-8").replace(old, new), "utf-8")
    assert project.build() == Outcome(0)
    assert is_as_a_clean_one(project)


@pytest.mark.parametrize("deep", [">" * 60 + " fog", "- " * 60 + "fog"])
def test_words_that_cannot_be_shown_are_refused_as_by_a_clean_build(project: Project, deep: str) -> None:
    with page(project).open("a", encoding="utf-8") as file:
        file.write(f"\n{deep}\n")
    outcome = project.build()
    assert outcome.status == 1
    assert "BAD-MARKDOWN" in outcome.said


def test_a_page_that_comes_out_the_same_stays_the_same_file(project: Project) -> None:
    with page(project).open("a", encoding="utf-8") as file:
        file.write("Fog comes in.\n")
    assert project.build() == Outcome(0)
    before = numbers(project.output)
    with page(project).open("a", encoding="utf-8") as file:
        file.write("\n\n")
    assert project.build() == Outcome(0)
    assert numbers(project.output) == before


@pytest.mark.parametrize(
    ("file", "mark"),
    [("theme/templates/base.html", "<!-- fog -->"), ("pelicanconf.py", "# fog\n")],
)
def test_after_an_edit_of_what_decides_while_a_build_runs_all_is_made_anew(
    project: Project, monkeypatch: pytest.MonkeyPatch, file: str, mark: str
) -> None:
    """Also when it is taken back before the next build, as an editor's undo does."""
    run, edited = pelican_run.run_pelican, project.home / file
    first = edited.read_bytes()

    def edited_meanwhile(*given: Any) -> None:
        edited.write_bytes(first + mark.encode())
        run(*given)

    edit(project, "The director.", "Somebody else.")
    monkeypatch.setattr(whole_build, "run_pelican", edited_meanwhile)
    assert project.build() == Outcome(0)
    monkeypatch.setattr(whole_build, "run_pelican", run)
    edited.write_bytes(first)
    assert project.build() == Outcome(0)
    assert is_as_a_clean_one(project)


def test_a_record_that_becomes_a_link_out_of_its_folder_is_refused_as_by_a_clean_build(
    project: Project,
) -> None:
    page(project).rename(project.home / "ines-varga.md")
    page(project).symlink_to(project.home / "ines-varga.md")
    outcome = project.build()
    assert outcome.status == 1
    assert "UNREADABLE-FILE" in outcome.said


def test_files_that_have_settled_are_not_read_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written right before a build is read once more, and then no more."""
    now = max(max(stamp[1:3]) for stamp in known(project).inputs.stamps.values())
    read: list[str] = []

    def noted(path: str | Path) -> str:
        read.append(str(path))
        return digest_of_file(path)

    monkeypatch.setattr(built_site, "digest_of_file", noted)
    for seconds, is_read in ((10, True), (20, False)):
        clock = SimpleNamespace(time_ns=lambda: now + seconds * 10**9, perf_counter=lambda: 0.0)  # noqa: B023
        monkeypatch.setattr(building, "time", clock)
        read.clear()
        assert project.build() == Outcome(0)
        assert any("ines-varga" in one for one in read) is is_read


opened: set[str] | None = None
"""What is opened for reading, while somebody asks for it."""


def _note(event: str, given: tuple[Any, ...]) -> None:
    if opened is not None and event == "open" and isinstance(given[0], str):
        opened.add(given[0])


def test_whatever_a_build_reads_is_among_what_a_site_is_made_from(project: Project) -> None:
    """So nothing can change of which the next build knows nothing."""
    global opened
    sys.addaudithook(_note)
    project.with_library = True
    (project.content / "changes.jsonl").touch()
    opened = set()
    try:
        assert project.build() == Outcome(0)
    finally:
        read, opened = opened, None
    names = {
        project.home / ("texts" if name.startswith("library 0/") else "") / name.removeprefix("library 0/")
        for name in known(project).inputs.digests
    }
    names |= {project.home / name for name in ("pelicanconf.py", "publishconf.py")}
    made = (project.cache, project.output, project.home / ".site-")
    own = {
        Path(one)
        for one in read
        if one.startswith(str(project.home)) and not one.startswith(tuple(map(str, made)))
    }
    assert len(own) > 20
    assert sorted(one for one in own if one not in names and one.suffix != ".pyc") == []


MADE = """
import sys
from pathlib import Path
from plugins.incremental.progress import Timings
from tests.incremental.project import Project

slowest = Timings.slowest
def told(self, count=10):
    Path(sys.argv[2]).write_text(" ".join(sorted(self.pages)))
    return slowest(self, count)
Timings.slowest = told
print(Project(Path(sys.argv[1])).build())
"""


def test_in_another_process_no_page_is_made_that_stays(tmp_path: Path) -> None:
    """Though its sets have another order, and what it has at hand was made by others."""
    project = Project.written(tmp_path / "project")
    made: list[set[str]] = []
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "INTERTITLE_CORES": "2"}
        command = [sys.executable, "-c", MADE, str(project.home), str(tmp_path / "made")]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert "Outcome(status=0" in done.stdout, done.stdout + done.stderr
        made.append({one for one in (tmp_path / "made").read_text("utf-8").split() if "/" in one})
        # Something is to be made, and no page of its own.
        (project.output / "index.html").write_text("by hand", "utf-8")
    assert len(made[0]) > 10
    assert made[1:] == [set(), set()]


def test_what_a_page_does_not_show_of_another_makes_it_no_other(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The help links to a person and has a link from there: it does not show how that is sorted."""
    help_page = project.content / "pages" / "help.md"
    help_page.write_text(help_page.read_text("utf-8") + "Ask [[ines-varga]].\n", "utf-8")
    page(project).write_text(page(project).read_text("utf-8") + "More: [[help]].\n", "utf-8")
    assert project.build() == Outcome(0)
    run, made = pelican_run.run_pelican, set[str]()

    def noted(settings: Settings, output: Path, build: Build) -> None:
        run(settings, output, build)
        made.update(build.timings.pages)

    monkeypatch.setattr(whole_build, "run_pelican", noted)
    edit(project, "Varga, Ines", "Varga, I.")
    assert project.build() == Outcome(0)
    assert "people/ines-varga.html" in made
    assert "help.html" not in made
    assert is_as_a_clean_one(project)


def test_templates_that_come_before_the_themes_are_among_what_a_site_is_made_from(project: Project) -> None:
    own = project.home / "own"
    own.mkdir()
    template = (project.home / "theme" / "templates" / "base.html").read_text("utf-8")
    project.settings["THEME_TEMPLATES_OVERRIDES"] = [str(own)]
    for words in ("fog", "tin"):
        (own / "base.html").write_text(template.replace("</body>", f"<!-- {words} --></body>"), "utf-8")
        assert project.build() == Outcome(0)
        assert f"<!-- {words} -->" in (project.output / "index.html").read_text("utf-8")


def test_a_theme_of_another_name_is_among_what_a_site_is_made_from(project: Project) -> None:
    (project.home / "theme").rename(project.home / "paper")
    project.settings["THEME"] = "paper"
    assert project.build() == Outcome(0)
    template = project.home / "paper" / "templates" / "person.html"
    template.write_text(template.read_text("utf-8").replace("Person", "Somebody"), "utf-8")
    assert project.build() == Outcome(0)
    assert "Somebody" in (project.output / "people" / "ines-varga.html").read_text("utf-8")
    assert is_as_a_clean_one(project)
