"""What one build takes over from the last one, and what it does not."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.archive.errors import SettingFault
from plugins.incremental.build import SETTING, Build
from plugins.incremental.changeover import link
from plugins.incremental.made_files import MadeFile, MadeFiles
from plugins.incremental.store import Store


@pytest.fixture
def last(tmp_path: Path) -> Path:
    """The last site."""
    folder = tmp_path / "last"
    (folder / "people").mkdir(parents=True)
    (folder / "index.html").write_text("home", "utf-8")
    (folder / "people" / "odile.html").write_text("Odile", "utf-8")
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    (tmp_path / "new").mkdir()
    return tmp_path / "new"


def no_links(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, "no links here")


def test_without_a_last_site_nothing_is_taken_over(new: Path) -> None:
    build = Build()
    assert build.keeper(new)("index.html") is False
    build.keep_identical(new)
    assert len(build.made) == 0
    build.remember({"site": b"is not kept anywhere"})


def test_a_build_of_pelican_alone_is_one_of_its_own() -> None:
    assert Build.of_settings({}).last is None
    own = Build("basis")
    assert Build.of_settings({SETTING: own}) is own


def test_a_file_is_taken_over_as_a_link(last: Path, new: Path) -> None:
    keep = Build(last=last).keeper(new)
    assert keep("people/odile.html")
    assert (new / "people" / "odile.html").samefile(last / "people" / "odile.html")


def test_where_there_are_no_links_it_is_a_copy_of_the_same_age(
    last: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    assert Build(last=last).keeper(new)("index.html")
    assert (new / "index.html").read_text("utf-8") == "home"
    assert not (new / "index.html").samefile(last / "index.html")
    assert (new / "index.html").stat().st_mtime == (last / "index.html").stat().st_mtime


def test_a_file_that_is_gone_cannot_be_taken_over(last: Path, new: Path) -> None:
    assert Build(last=last).keeper(new)("gone.html") is False
    assert list(new.iterdir()) == []


def test_what_can_be_neither_linked_nor_copied_is_not_taken_over(
    last: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    assert link(str(last / "people"), str(new / "people")) is False


def test_a_file_that_somebody_touched_is_not_taken_over(last: Path, new: Path) -> None:
    keep = Build(last=last, touched=frozenset({"index.html"})).keeper(new)
    assert not keep("index.html")
    assert keep("people/odile.html")


def test_what_came_out_with_the_same_bytes_is_the_old_file(last: Path, new: Path) -> None:
    """So nobody who copies the site elsewhere takes it for new."""
    (new / "index.html").write_text("home", "utf-8")
    (new / "people").mkdir()
    (new / "people" / "odile.html").write_text("eliDO", "utf-8")
    (new / "more.html").write_text("more", "utf-8")
    Build(last=last).keep_identical(new)
    assert (new / "index.html").samefile(last / "index.html")
    assert not (new / "people" / "odile.html").samefile(last / "people" / "odile.html")
    assert (new / "people" / "odile.html").read_text("utf-8") == "eliDO"
    assert sorted(one.name for one in new.rglob("*")) == ["index.html", "more.html", "odile.html", "people"]


def test_what_is_written_with_the_same_bytes_is_the_old_file(last: Path, new: Path) -> None:
    files = {"index.html": b"home", "people/odile.html": b"eliDO", "people/more.html": b"more"}
    Build(last=last).write(new, files)
    assert {one.relative_to(new).as_posix(): one.read_bytes() for one in new.rglob("*.html")} == files
    assert (new / "index.html").samefile(last / "index.html")
    assert not (new / "people" / "odile.html").samefile(last / "people" / "odile.html")


@pytest.mark.parametrize(
    "build",
    [lambda _: Build(), lambda last: Build(last=last, touched=frozenset({"index.html"}))],
    ids=["no last site", "a file that somebody touched"],
)
def test_what_is_written_is_a_file_of_its_own_without_a_last_one_to_trust(
    build: Callable[[Path], Build], last: Path, new: Path
) -> None:
    build(last).write(new, {"index.html": b"home"})
    assert (new / "index.html").read_bytes() == b"home"
    assert (new / "index.html").stat().st_nlink == 1


def test_what_is_written_twice_leaves_the_last_site_as_it_was(last: Path, new: Path) -> None:
    build = Build(last=last)
    build.write(new, {"index.html": b"home"})
    build.write(new, {"index.html": b"house"})
    assert (new / "index.html").read_bytes() == b"house"
    assert (last / "index.html").read_bytes() == b"home"


def test_nothing_is_taken_over_to_outside_of_the_folder(last: Path, new: Path) -> None:
    deeper = new / "site"
    (last.parent / "escaped.html").write_bytes(b"out")
    with pytest.raises(SettingFault, match="leads out"):
        Build(last=last).write(deeper, {"../escaped.html": b"out"})
    assert list(new.iterdir()) == []


def test_where_there_are_no_links_the_new_file_stays(
    last: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (new / "index.html").write_text("home", "utf-8")
    monkeypatch.setattr(os, "link", no_links)
    Build(last=last).keep_identical(new)
    assert [one.name for one in new.iterdir()] == ["index.html"]
    assert (new / "index.html").read_text("utf-8") == "home"


def test_a_link_in_the_last_site_is_not_taken_for_its_file(last: Path, new: Path, tmp_path: Path) -> None:
    """Somebody put it there: a site has files alone."""
    (tmp_path / "elsewhere").write_text("home", "utf-8")
    (last / "index.html").unlink()
    (last / "index.html").symlink_to(tmp_path / "elsewhere")
    (new / "index.html").write_text("home", "utf-8")
    Build(last=last, touched=frozenset({"index.html"})).keep_identical(new)
    assert not (new / "index.html").is_symlink()
    assert (new / "index.html").stat().st_nlink == 1


def test_how_files_were_made_is_remembered_for_the_next_build(tmp_path: Path) -> None:
    made = MadeFiles("basis")
    made.add("index.html", MadeFile("key"))
    build = Build(found=Store(tmp_path / "one.db"))
    build.remember({"files": made.as_bytes()})
    assert len(build.made) == 0
    assert replace(build, known=build.found).made["index.html"] == MadeFile("key")


@pytest.mark.parametrize(
    "written",
    [
        *(b"no JSON", b"[]", b"{}", b"null"),
        b'{"basis":"b","reads":[],"files":{"a.html":["key",[3]]}}',
        b'{"basis":"b","ways":[],"keys":[],"files":{"a.html":["key",0,null]}}\n',
        b'{"basis":"b","ways":["a"],"keys":["b"],"files":{"a.html":["key",2]}}\n01234567',
        b'{"basis":"b","ways":["a"],"keys":["b"],"files":{"a.html":["key",1]}}\n0123',
        b'{"basis":"b","ways":["a"],"keys":["b"],"files":[]}\n',
    ],
)
def test_what_another_version_remembered_is_forgotten(written: bytes, tmp_path: Path) -> None:
    store = Store(tmp_path / "one.db")
    store.update({"files": written})
    assert len(Build(known=store).made) == 0
