"""A small archive with a theme and settings of its own, and builds of it in this process.

A build of ``invoke build`` has a process to itself. Here hundreds follow each other in one, which takes a
tenth of a second each; so what a process remembers (modules of settings, the garbage of its last build) is
put away between two of them, and templates are compiled once.
"""

from __future__ import annotations

import functools
import hashlib
import io
import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2
import pytest
from invoke.exceptions import Exit

from commands import building
from plugins.entity_pages import telling_state, telling_words
from plugins.incremental import collector
from tests.building import ROOT
from tests.making import front_matter, write_archive

DIARY = """\
Fog on the quay

Nadia Bell came at nine. Ines Varga had the lamp lit before she spoke.

On 3 May 2003 Bram Oster walked the length of the harbour; the Pilot was born that day.

We called it Drop. Lotte Maes hummed it, and Odile would not stop.
"""
"""The text that lies in the library, which a build may have or not."""

STUDIO = """\
The tin studio

LOTTE MAES: How long was the port?

INES VARGA: Forty metres of tin. Bram Oster measured it in steps, and Per Holm built it.
"""
"""The text that may be shown whole."""

SOURCES: dict[str, dict[str, Any]] = {
    "fog-diary": {
        "name": "Fog on the quay",
        "kind": "history",
        "author": "Nadia Bell",
        "rights": "summary",
        "sha256": hashlib.sha256(DIARY.encode()).hexdigest(),
        "published": "2003-06-01",
        "summary": "Days on the set.",
    },
    "tin-studio": {
        "name": "The tin studio",
        "kind": "interview",
        "rights": "full",
        "sha256": hashlib.sha256(STUDIO.encode()).hexdigest(),
        "published": "2004-01-05",
        "summary": "A talk about tin.",
    },
}

FEW = 3
"""Telling words on the search page."""

Tree = Mapping[str, str]
"""The files of a folder by path: the sha256 of their bytes, or where a link leads."""


@dataclass(frozen=True)
class Outcome:
    """How a build ended: its status, and all that it said of faults."""

    status: int
    said: str = ""


@dataclass
class Project:
    """A project's folder: content, library, theme, settings, and the sites of both editions."""

    home: Path
    settings: dict[str, Any] = field(default_factory=dict)
    edition: str = "public"
    with_library: bool = False

    @property
    def content(self) -> Path:
        return self.home / "content"

    @property
    def cache(self) -> Path:
        return self.home / "cache"

    @property
    def output(self) -> Path:
        return self.home / f"site-{self.edition}"

    @classmethod
    def written(cls, home: Path) -> Project:
        """A new project; what was in the folder is gone."""
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        sources = {f"sources/{one}.md": front_matter(values) for one, values in SOURCES.items()}
        write_archive(home, {**sources, "sources/tin-studio.txt": STUDIO, "pages/help.md": _HELP})
        (home / "texts").mkdir()
        (home / "texts" / "diary.txt").write_text(DIARY, "utf-8")
        shutil.copytree(ROOT / "theme", home / "theme")
        for name in ("plugins", "commands"):
            (home / name).symlink_to(ROOT / name)
        shutil.copy(ROOT / "publishconf.py", home)
        return cls(home)

    def build(self, output: Path | None = None, anew: bool = False) -> Outcome:
        """Build the site; with ``anew``, from nothing but what is written now."""
        self._write_settings()
        said = io.StringIO()
        library = [str(self.home / "texts")] if self.with_library else None
        with _as_a_process_of_its_own(self.home), redirect_stdout(io.StringIO()), redirect_stderr(said):
            try:
                place = str(output or self.output)
                building.build(library, place, self.edition, str(self.content), anew)
            except Exit as fault:
                return Outcome(fault.code, f"{said.getvalue()}{fault.message or ''}")
        return Outcome(0)

    def state(self) -> str:
        """The digest of all that a site is made from."""
        written = [tree(self.home / name) for name in ("content", "texts", "theme")]
        return json.dumps([written, self.settings, self.edition, self.with_library], sort_keys=True)

    def _write_settings(self) -> None:
        lines = (ROOT / "pelicanconf.py").read_text("utf-8")
        own = {"FILM": "tin-harbour", "EXCERPT_SHARE": 1.0, "LIBRARIES": [], "CACHE_PATH": str(self.cache)}
        for name, value in {**own, **self.settings}.items():
            lines += f"{name} = {value!r}\n"
        file = self.home / "pelicanconf.py"
        if not file.exists() or file.read_text("utf-8") != lines:
            file.write_text(lines, "utf-8")


_HELP = front_matter({"name": "Help", "summary": "How to read this."}, "Begin with [[odile]].\n")


def tree(folder: Path) -> Tree:
    """What stands in a folder, hidden files included; empty without it."""
    found = {}
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_symlink():
            found[name] = f"-> {file.readlink()}"
        elif file.is_file():
            found[name] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


@contextmanager
def _as_a_process_of_its_own(home: Path) -> Iterator[None]:
    before = list(sys.path)
    with pytest.MonkeyPatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.startswith("commands.") and hasattr(module, "HERE"):
                patch.setattr(module, "HERE", home)
        patch.setattr(jinja2.Environment, "compile", _compiled_once)
        # To look through all that the tests of a run hold would take longer than a build.
        patch.setattr(collector, "gc", _Uncollected)
        # Two settings written in the same second may have the same compiled file.
        patch.setattr(sys, "dont_write_bytecode", True)
        _index_few_words(patch)
        _forget_settings()
        try:
            yield
        finally:
            _forget_settings()
            sys.path[:] = before


class _Uncollected:
    """What a build asks of Python's collector, with nothing of it done: it works as it does for the tests."""

    collect = freeze = unfreeze = staticmethod(lambda: None)
    set_threshold = staticmethod(lambda *_: None)
    get_threshold = staticmethod(lambda: ())


def _index_few_words(patch: pytest.MonkeyPatch) -> None:
    """Few telling words on the search page, as in a large archive: else any edit might change it."""
    before = telling_words.MOST_WORDS
    for module in (telling_words, telling_state):
        patch.setattr(module, "MOST_WORDS", FEW)
    for function in (telling_words.telling_words, telling_words.chosen):
        given = tuple(FEW if one == before else one for one in function.__defaults__ or ())
        patch.setattr(function, "__defaults__", given)


def _forget_settings() -> None:
    for name in ("pelicanconf", "publishconf"):
        sys.modules.pop(name, None)


_compile = jinja2.Environment.compile


@functools.cache
def _code(source: str, name: str | None, filename: str | None, like: tuple[Any, ...]) -> Any:
    return _compile(_environments[like], source, name, filename)


_environments: dict[tuple[Any, ...], jinja2.Environment] = {}


def _compiled_once(
    self: jinja2.Environment, source: Any, name: Any = None, filename: Any = None, *more: Any, **named: Any
) -> Any:
    """The code of a template: the same for the same words, place and options."""
    if more or named or not isinstance(source, str):
        return _compile(self, source, name, filename, *more, **named)
    like = (self.trim_blocks, self.lstrip_blocks, bool(self.autoescape), *sorted(self.filters))
    _environments.setdefault(like, self)
    return _code(source, name, filename, like)
