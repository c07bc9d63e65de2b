"""A build that waits is the build that would begin now, whatever has happened since its process began."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from pathlib import Path

import pytest
from invoke.exceptions import Exit
from invoke.main import program

from commands import waiting_build
from commands.serving.builds import WaitingBuild
from tests.making import ARCHIVE, front_matter, write_archive

RECORD = "characters/pilot.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = write_archive(tmp_path)
    tmp_path.joinpath("pelicanconf.py").write_text('SITENAME = "Fog"\nFILM = "tin-harbour"\n', "utf-8")
    return content


def save(content: Path, body: str, **changed: object) -> None:
    content.joinpath(RECORD).write_text(front_matter({**ARCHIVE[RECORD], **changed}, body), "utf-8")


def page_of(content: Path) -> str:
    return (content.parent / "output" / RECORD).with_suffix(".html").read_text("utf-8")


def test_it_builds_what_is_there_when_it_is_let_go(content: Path) -> None:
    waiting = WaitingBuild(["--content", str(content)])
    save(content, "She waits for the fog to lift.\n")
    built = waiting.built()
    assert (built.told.partition(" ")[0], built.faults, built.is_new) == ("Built", (), True)
    assert "She waits for the fog to lift." in page_of(content)


def test_it_tells_every_fault(content: Path) -> None:
    waiting = WaitingBuild(["--content", str(content)])
    save(content, "[[nobody at all]]\n", sumary="A slip.")
    built = waiting.built()
    assert "UNKNOWN-KEY" in built.told
    assert "UNKNOWN-ID" in built.told
    assert not built.is_new
    assert len(built.faults) == 3


def test_a_fault_in_the_call_is_not_one_of_the_content(tmp_path: Path) -> None:
    with pytest.raises(Exit, match="is no folder") as ended:
        WaitingBuild(["--content", str(tmp_path / "nowhere")]).built()
    assert ended.value.code == 2


def test_another_takes_the_place_of_one_that_has_ended(content: Path) -> None:
    """As it does when it reads code that somebody is just writing."""
    waiting = WaitingBuild(["--content", str(content)])
    waiting._process.kill()
    waiting._process.wait()
    assert waiting.built().faults == ()
    assert page_of(content)


def test_it_ends_with_whoever_started_it(content: Path) -> None:
    waiting = WaitingBuild(["--content", str(content)])
    assert waiting._process.communicate(timeout=60) == ("", "")
    assert waiting._process.returncode == 0
    assert not (content.parent / "output").exists()


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What is called instead of a build: here, or in place of this process."""
    called: list[list[str]] = []
    monkeypatch.setattr(program, "run", lambda words: called.append(["here", *words]))
    monkeypatch.setattr(os, "execv", lambda _, words: called.append(["anew", *words[2:]]))
    return called


@pytest.mark.parametrize(
    ("line", "states", "expected"),
    [
        ("\n", ["as it was", "as it was"], ["here", "invoke", "build", "--edition", "public"]),
        ("\n", ["as it was", "edited"], ["anew", "invoke", "build", "--edition", "public"]),
        ("", ["as it was", "edited"], None),
    ],
    ids=["the same code", "code that was edited", "nobody is there any more"],
)
def test_code_that_has_changed_is_read_anew(
    monkeypatch: pytest.MonkeyPatch,
    done: list[list[str]],
    line: str,
    states: list[str],
    expected: list[str] | None,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(line))
    found = iter(states)
    monkeypatch.setattr(waiting_build, "state_of_code", lambda: next(found))
    waiting_build.main(["--edition", "public"])
    assert done[:1] == ([expected] if expected else [])


def test_everything_that_it_imports_ahead_is_there() -> None:
    """A build without it would only be slower, and nobody would see."""
    for name in waiting_build._MAKING:
        import_module(name)
