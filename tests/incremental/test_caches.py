"""What is kept may be anything: nothing of it is run, and whatever it is, the site comes out right."""

from __future__ import annotations

import ast
import pickle
import random
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.building import ROOT
from tests.incremental.project import Outcome, Project, Tree, tree

CHANCE = random.Random(17)  # noqa: S311 places in files, not secrets


class Planted:
    """Writes a file as soon as somebody unpickles it."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return Path.write_text, (self.target, "run")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Built once, and edited since."""
    monkeypatch.setenv("INTERTITLE_CORES", "1")
    project = Project.written(tmp_path / "project")
    assert project.build() == Outcome(0)
    page = project.content / "people" / "ines-varga.md"
    page.write_text(page.read_text("utf-8") + "\nFog comes in.\n", "utf-8")
    return project


def clean(project: Project) -> Tree:
    output = project.home.parent / "clean"
    assert project.build(output, anew=True) == Outcome(0)
    return tree(output)


def kept(project: Project) -> Iterator[Path]:
    files = sorted(one for one in project.cache.rglob("*") if one.is_file())
    assert any(one.suffix == ".db" for one in files)
    assert len(files) > 5
    yield from files


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def flip_bits(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for _ in range(20):
        data[CHANCE.randrange(len(data))] ^= 1 << CHANCE.randrange(8)
    file.write_bytes(data)


def of_another_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("CREATE TABLE letters (words TEXT)")


def text(file: Path) -> None:
    file.write_text("dear\n" * 100, "utf-8")


def folder(file: Path) -> None:
    file.unlink()
    (file / "inside").mkdir(parents=True)


def link_to_nothing(file: Path) -> None:
    file.unlink()
    file.symlink_to("nowhere")


def older_form(file: Path) -> None:
    """As it was in a version whose forms were numbered otherwise."""
    if file.suffix == ".db":
        with closing(sqlite3.connect(file)) as opened, opened:
            opened.execute("PRAGMA user_version = 99")
    else:
        data = file.read_bytes()
        older = re.sub(rb"^(intertitle [a-z ]*)\d+ ", rb"\g<1>0 ", data)
        assert older != data, f"{file} has no form"
        file.write_bytes(older)


DAMAGE = (cut, empty, flip_bits, of_another_program, text, folder, link_to_nothing, older_form)


@pytest.mark.parametrize("damage", DAMAGE)
def test_whatever_became_of_all_that_was_kept_the_site_is_right(
    project: Project, damage: Callable[[Path], None]
) -> None:
    """Also in the build after that, which finds what this one could keep."""
    for file in kept(project):
        damage(file)
    for _ in range(2):
        assert project.build() == Outcome(0)
        assert tree(project.output) == clean(project)


def test_a_file_in_the_place_of_the_folder_is_no_hindrance(project: Project) -> None:
    shutil.rmtree(project.cache)
    project.cache.write_text("dear", "utf-8")
    assert project.build() == Outcome(0)
    assert tree(project.output) == clean(project)
    assert project.cache.read_text("utf-8") == "dear"


def test_nothing_that_is_kept_is_run(project: Project, tmp_path: Path) -> None:
    """Files that would write another one when they are unpickled, with and without the marks of ours."""
    target = tmp_path / "written"
    planted = pickle.dumps(Planted(target))
    with suppress(Exception):
        pickle.loads(planted)  # noqa: S301 it is our own: the trap works
    assert target.exists()
    target.unlink()
    for file in kept(project):
        file.write_bytes(planted)
    assert project.build() == Outcome(0)
    for file in kept(project):
        if file.suffix == ".db":
            plant_in_store(file, planted)
    assert project.build().status == 0
    assert tree(project.output) == clean(project)
    assert not target.exists()


def plant_in_store(file: Path, planted: bytes) -> None:
    """Into every value, with a check that is right."""
    from plugins.incremental.store import Store

    with closing(sqlite3.connect(file)) as opened:
        names = [name for (name,) in opened.execute("SELECT name FROM kept")]
    Store(file).update(dict.fromkeys(names, planted))


READERS = frozenset({"load", "loads", "Unpickler", "read_pickle", "open"})
MODULES = frozenset({"pickle", "cPickle", "_pickle", "marshal", "shelve", "dill", "joblib"})


@pytest.mark.parametrize(
    "module",
    [*(ROOT / "plugins").rglob("*.py"), *(ROOT / "commands").rglob("*.py")],
    ids=lambda one: one.relative_to(ROOT).as_posix(),
)
def test_no_module_of_ours_reads_what_could_be_code(module: Path) -> None:
    """Whoever may write into a cache could have it run."""
    found = []
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id in MODULES and node.attr in READERS:
                found.append(f"{node.value.id}.{node.attr} in line {node.lineno}")
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            found += [f"{node.module}.{one.name} in line {node.lineno}" for one in node.names]
    assert found == []
