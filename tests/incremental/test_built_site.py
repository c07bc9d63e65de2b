"""What is known of a site that a build has left, and whether it still is that site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.incremental import built_site
from plugins.incremental.built_site import (
    NAME,
    BuiltSite,
    Inputs,
    digest_of_settings,
    outputs_of,
    read_built_site,
    store_of,
)
from plugins.incremental.store import Store
from tests.building import ROOT

INPUTS = Inputs(17, {"content/a.md": (3, 1, 2, 4)}, {"content/a.md": "abc"})


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    (folder / "people").mkdir(parents=True)
    (folder / "index.html").write_text("home", "utf-8")
    (folder / "people" / "odile.html").write_text("Odile", "utf-8")
    (folder / "style.css").write_text("b{}", "utf-8")
    return folder


@pytest.fixture
def site(output: Path) -> BuiltSite:
    return BuiltSite(output.stat().st_ino, "basis", INPUTS, outputs_of(output))


def test_what_is_known_of_a_site_comes_back_from_the_store(site: BuiltSite, tmp_path: Path) -> None:
    store = Store(tmp_path / "one.db")
    assert read_built_site(store) is None
    store.update({NAME: site.as_bytes()})
    assert read_built_site(store) == site
    assert site.pages == 2


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"no JSON",
        b"[]",
        b"{}",
        b"null",
        b'[1,"a",2,{"a":[3,1,2,4,"abc"]},{"a":[3,1,4]}]',
        b'[1,"a",2,["abc"],["a","b"],[[3],[1],[2],[4]],[],[]]',
        b'[1,"a",2,["abc"],["a"],[[3],[1],[2],[4]],["b"],3]',
    ],
)
def test_what_another_version_knew_is_not_known(written: bytes, tmp_path: Path) -> None:
    store = Store(tmp_path / "one.db")
    store.update({NAME: written})
    assert read_built_site(store) is None


def test_a_site_that_nobody_touched_stands(site: BuiltSite, output: Path) -> None:
    assert site.stands_at(output)
    # A build that was refused has had links to its files.
    os.link(output / "index.html", output.parent / "link")
    (output.parent / "link").unlink()
    assert site.stands_at(output)


def remove(output: Path) -> None:
    (output / "index.html").unlink()


def add(output: Path) -> None:
    (output / "added.txt").touch()


def add_hidden(output: Path) -> None:
    (output / ".nojekyll").touch()


def write(output: Path) -> None:
    (output / "index.html").write_text("emoh", "utf-8")


def copy_of_same_age(output: Path) -> None:
    shutil.copy2(output / "index.html", output / "copy")
    (output / "copy").replace(output / "index.html")


def link(output: Path) -> None:
    (output / "index.html").rename(output.parent / "elsewhere.html")
    (output / "index.html").symlink_to(output / "people" / "odile.html")


def folder_as_link(output: Path) -> None:
    (output / "people").rename(output.parent / "elsewhere")
    shutil.copytree(output.parent / "elsewhere", output.parent / "copy")
    (output / "people").symlink_to(output.parent / "copy")


@pytest.mark.parametrize("change", [remove, add, add_hidden, write, copy_of_same_age, link, folder_as_link])
def test_a_site_that_somebody_touched_does_not(
    site: BuiltSite, output: Path, change: Callable[[Path], None]
) -> None:
    change(output)
    assert site.is_at(output)
    assert not site.stands_at(output)
    assert site.touched(output)


def test_only_what_was_touched_is_named(site: BuiltSite, output: Path) -> None:
    write(output)
    add(output)
    (output / "style.css").unlink()
    assert site.touched(output) == {"index.html", "added.txt", "style.css"}


def test_another_folder_at_the_same_place_is_another_site(site: BuiltSite, output: Path) -> None:
    """Such as a copy out of a backup."""
    output.rename(output.with_name("old"))
    assert not site.is_at(output)
    shutil.copytree(output.with_name("old"), output)
    assert not site.is_at(output)
    assert not site.stands_at(output)


def test_each_place_has_a_store_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "output")
    cache = tmp_path / "cache"
    stores = {store_of(tmp_path / name, cache) for name in ("output", "other", "link")}
    assert len(stores) == 2
    assert all(one.is_relative_to(cache) for one in stores)


def test_settings_that_are_the_same_are_so_in_every_process() -> None:
    """A set has another order there, and a function another place."""
    letters = [chr(one) for one in range(97, 123)]
    first, second = object(), object()
    assert repr(first) != repr(second)
    assert digest_of_settings({"OWN": [first]}) == digest_of_settings({"OWN": [second]})
    filters = [{"fog": lambda word: word} for _ in range(2)]
    assert len({digest_of_settings({"JINJA_FILTERS": one}) for one in filters}) == 1
    assert digest_of_settings({"OWN": set(letters[1:])}) != digest_of_settings({"OWN": set(letters)})
    assert digest_of_settings({"OWN": "at 0x1"}) != digest_of_settings({"OWN": "at 0x2"})
    asked = f"from {built_site.__name__} import *; print(digest_of_settings({{'OWN': set({letters!r})}}))"
    orders = {
        subprocess.run(
            [sys.executable, "-c", asked],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert orders == {f"{digest_of_settings({'OWN': set(letters)})}\n"}


def test_any_setting_decides() -> None:
    before = digest_of_settings({"SITENAME": "Tin", "STUBS": True})
    assert before == digest_of_settings({"STUBS": True, "SITENAME": "Tin"})
    for other in ({"SITENAME": "Fog", "STUBS": True}, {"SITENAME": "Tin"}, {"SITENAME": "Tin", "STUBS": 1}):
        assert digest_of_settings(other) != before
