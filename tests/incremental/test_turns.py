"""One build of a site at a time, however the one before ends."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.archive.errors import SettingFault
from plugins.incremental import turns
from plugins.incremental.turns import turn_of
from tests.building import ROOT

HOLD = """
import sys, time
from pathlib import Path
from plugins.incremental.turns import turn_of
with turn_of(Path(sys.argv[1])):
    print("mine", flush=True)
    sys.stdin.readline()
print("done", flush=True)
"""


@contextmanager
def held(output: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process has the turn until it is sent a line."""
    command = [sys.executable, "-c", HOLD, str(output)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "mine\n"
        try:
            yield process
        finally:
            process.kill()


def test_turns_follow_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        with turn_of(tmp_path / "output", patience=0):
            pass
    assert capsys.readouterr().err == ""


def test_whoever_comes_second_waits_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "output"
    with held(output) as other:
        assert other.stdin
        with (
            pytest.raises(SettingFault, match=r"still running after 0 s; try again later$"),
            turn_of(output, 0),
        ):
            pass
        assert capsys.readouterr().err == f"Another build of {output} is running; waiting for it ...\n"
        other.stdin.write("go\n")
        other.stdin.flush()
        with turn_of(output, patience=60):
            assert other.stdout
            assert other.stdout.readline() == "done\n"


def test_another_site_has_turns_of_its_own(tmp_path: Path) -> None:
    with held(tmp_path / "output"), turn_of(tmp_path / "other", patience=0):
        pass


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM])
def test_a_turn_ends_with_its_process(tmp_path: Path, ending: signal.Signals) -> None:
    with held(tmp_path / "output") as other:
        other.send_signal(ending)
        began = time.monotonic()
        with turn_of(tmp_path / "output", patience=60):
            assert time.monotonic() - began < 60


def test_a_turn_ends_with_an_exception(tmp_path: Path) -> None:
    with pytest.raises(KeyError), turn_of(tmp_path):
        raise KeyError
    with turn_of(tmp_path, patience=0):
        pass


def test_nothing_is_left_in_the_sites_folder(tmp_path: Path) -> None:
    with turn_of(tmp_path / "output"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_turns_are_kept_whatever_the_folder_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service has one of its own, and so has a container with the same site in it."""
    (tmp_path / "own").mkdir()
    with held(tmp_path / "output"):
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "own"))
        with pytest.raises(SettingFault, match="still running"), turn_of(tmp_path / "output", 0):
            pass


def test_where_the_disk_knows_no_locks_those_of_temporary_files_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, lock = tmp_path / "own", turns._is_locked
    own.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(own))
    beside = tmp_path / ".output.turn"

    def none_beside(number: int) -> bool:
        if beside.exists() and os.path.samestat(os.fstat(number), beside.stat()):
            raise OSError(errno.ENOLCK, "No locks available")
        return lock(number)

    monkeypatch.setattr(turns, "_is_locked", none_beside)
    with turn_of(tmp_path / "output"):
        assert len(list(own.iterdir())) == 1
        with pytest.raises(SettingFault, match="still running"), turn_of(tmp_path / "output", 0):
            pass
    assert list(own.iterdir()) == []


def test_where_nobody_may_write_turns_are_kept_among_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it is told at once that nothing has changed, also of a site on a disk that can only be read."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "own"))
    (tmp_path / "own").mkdir()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with turn_of(tmp_path / "output"):
        assert [one.name for one in tmp_path.iterdir()] == ["own"]


def test_a_file_in_the_place_of_the_folder_around_is_left_for_the_build_to_tell(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with turn_of(tmp_path / "file" / "site"):
        pass
    assert (tmp_path / "file").is_file()


def test_no_two_have_a_turn_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the file that one waits for goes while it waits, and a third begins another."""
    monkeypatch.setattr(turns, "_STEP", 0.001)
    inside: list[int] = []
    most: list[int] = []

    def build() -> None:
        for _ in range(20):
            with turn_of(tmp_path / "output"):
                inside.append(1)
                most.append(len(inside))
                time.sleep(0.001)
                inside.pop()

    threads = [threading.Thread(target=build) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert (len(most), max(most)) == (80, 1)


def test_what_is_no_lock_of_ours_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds that do not wait for each other would remove each other's folders."""
    monkeypatch.setattr(turns, "_lock_of", lambda _: tmp_path)
    told = rf"^{tmp_path}, where builds wait for each other, cannot be opened \(Is a directory\); remove it$"
    with pytest.raises(SettingFault, match=told), turn_of(tmp_path / "output"):
        pass


def test_a_link_in_the_place_of_a_lock_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever else may write into the folder of temporary files could have a file of ours opened."""
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    monkeypatch.setattr(turns, "_lock_of", lambda _: tmp_path / "lock")
    with pytest.raises(SettingFault, match=r"remove it$"), turn_of(tmp_path / "output"):
        pass
    assert not os.path.lexists(tmp_path / "elsewhere")
