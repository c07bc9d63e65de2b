"""A build that waits is the build that would begin now, whatever has happened since its process began."""

from __future__ import annotations

import io
import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from invoke.exceptions import Exit
from invoke.main import program

from commands import waiting_build
from commands.configured import settings_of
from commands.serving import builds
from commands.serving.builds import Built, Rebuilder, WaitingBuild
from tests.making import ARCHIVE, front_matter, write_archive

RECORD = "characters/pilot.md"
PATIENCE = 120
"""Seconds for a build on a machine that does other things as well; no test is about time."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = write_archive(tmp_path)
    tmp_path.joinpath("pelicanconf.py").write_text('SITENAME = "Fog"\nFILM = "tin-harbour"\n', "utf-8")
    return content


@pytest.fixture
def waiting(content: Path) -> Iterator[WaitingBuild]:
    waiting = WaitingBuild(["--content", str(content)])
    yield waiting
    waiting.end()


def save(content: Path, body: str, **changed: object) -> None:
    content.joinpath(RECORD).write_text(front_matter({**ARCHIVE[RECORD], **changed}, body), "utf-8")


def page_of(content: Path) -> str:
    return (content.parent / "output" / RECORD).with_suffix(".html").read_text("utf-8")


def test_it_builds_what_is_there_when_it_is_let_go(content: Path, waiting: WaitingBuild) -> None:
    save(content, "She waits for the fog to lift.\n")
    built = waiting.built()
    assert (built.told.partition(" ")[0], built.faults, built.is_new) == ("Built", (), True)
    assert "She waits for the fog to lift." in page_of(content)


def test_it_tells_every_fault(content: Path, waiting: WaitingBuild) -> None:
    save(content, "[[nobody at all]]\n", sumary="A slip.")
    built = waiting.built()
    assert "UNKNOWN-KEY" in built.told
    assert "UNKNOWN-ID" in built.told
    assert not built.is_new
    assert len(built.faults) == 2


def test_a_fault_in_the_call_is_not_one_of_the_content(tmp_path: Path) -> None:
    with pytest.raises(Exit, match="is no folder") as ended:
        WaitingBuild(["--content", str(tmp_path / "nowhere")]).built()
    assert ended.value.code == 2


def has_died(waiting: WaitingBuild, _: pytest.MonkeyPatch) -> None:
    waiting.process.kill()
    waiting.process.wait()


def is_of_other_code(_: WaitingBuild, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builds, "state_of_code", lambda: ("another package", {}))


@pytest.mark.parametrize("happened", [has_died, is_of_other_code])
def test_another_takes_the_place_of_one_that(
    content: Path,
    waiting: WaitingBuild,
    monkeypatch: pytest.MonkeyPatch,
    happened: Callable[[WaitingBuild, pytest.MonkeyPatch], None],
) -> None:
    first = waiting.process
    happened(waiting, monkeypatch)
    assert waiting.built().faults == ()
    assert waiting.process is not first
    assert first.poll() is not None
    assert page_of(content)


def test_one_that_nobody_lets_go_ends_with_its_input(content: Path, waiting: WaitingBuild) -> None:
    """The system closes that when whoever holds its other end is gone."""
    assert waiting.process.communicate(timeout=PATIENCE) == ("", "")
    assert waiting.process.returncode == 0
    assert not (content.parent / "output").exists()


def test_a_plugin_that_is_none_of_ours_stops_no_build(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr(program, "run", called.append)
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    monkeypatch.setattr(waiting_build, "configuration", lambda _: {"PLUGINS": ["nowhere", "pelican.readers"]})
    waiting_build.main(["--edition", "public"])
    assert called == [["invoke", "build", "--edition", "public"]]


def test_everything_that_it_imports_ahead_is_there() -> None:
    """A build without it would only be slower, and nobody would see."""
    for name in waiting_build._MAKING:
        import_module(name)


def lose_the_content(content: Path) -> Callable[[], object]:
    aside = content.rename(content.with_name("aside"))
    return lambda: aside.rename(content)


def break_the_settings(content: Path) -> Callable[[], object]:
    settings = content.with_name("pelicanconf.py")
    before = settings.read_text("utf-8")
    settings.write_text('SITENAME = "Fog\n', "utf-8")
    return lambda: settings.write_text(before, "utf-8")


def spoil_two_settings(content: Path) -> Callable[[], object]:
    settings = content.with_name("pelicanconf.py")
    before = settings.read_text("utf-8")
    settings.write_text('STUBS = "no"\nSEARCH = "no"\n', "utf-8")
    return lambda: settings.write_text(before, "utf-8")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lose_the_content, "/content is no folder"),
        (
            break_the_settings,
            "/pelicanconf.py:1:12: BAD-SETTING unterminated string literal (detected at line 1); ",
        ),
        (spoil_two_settings, "/pelicanconf.py:2:1: BAD-SETTING SEARCH is 'no'; it is True or False"),
    ],
)
def test_what_is_wrong_with_the_call_is_told_and_built_again_when_it_is_mended(
    content: Path, spoil: Callable[[Path], Callable[[], object]], message: str
) -> None:
    told: list[Built] = []
    has_told = threading.Semaphore(0)

    def tell(built: Built) -> None:
        told.append(built)
        has_told.release()

    settings = settings_of(None, str(content))
    rebuilder = Rebuilder(settings, content.parent / "output", ["--content", str(content)], tell)
    try:
        mend = spoil(content)
        rebuilder.changed([content])
        assert has_told.acquire(timeout=PATIENCE)
        mend()
        rebuilder.changed([content])
        assert has_told.acquire(timeout=PATIENCE)
    finally:
        rebuilder._next.end()
    assert [message in told[0].told, told[1].told.partition(" ")[0]] == [True, "Built"]
    assert [one.faults for one in told] == [tuple(told[0].told.splitlines()), ()]


def test_once_code_is_edited_words_are_put_in_their_place_by_another_process(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This one has imported the old code, and would leave what no clean build makes."""
    told: list[Built] = []
    settings = settings_of(None, str(content))
    assert WaitingBuild(["--content", str(content)]).built().told.startswith("Built")
    rebuilder = Rebuilder(settings, content.parent / "output", ["--content", str(content)], told.append)
    try:
        monkeypatch.setattr("commands.serving.builds.state_of_programs", lambda: ("edited", {}))
        save(content, "Other words.\n")
        assert rebuilder._reworded() is None
        rebuilder._show([content / "people" / "ines-varga.md"])
        assert told == []
    finally:
        rebuilder._next.end()
