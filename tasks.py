"""The commands of the archive: ``invoke --list`` names them, ``invoke COMMAND --help`` explains one.

Exit status: 0 done, 1 faults in the content, 2 faults in the call.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from plugins.archive.errors import ArchiveError, ContentFaults, Problem, SettingFault
from plugins.archive.settings import Settings
from plugins.incremental.changeover import beside
from plugins.sources.passages import Passage, find_passages
from plugins.stages import archive_flow

HERE = Path(__file__).parent
OUTPUT = {"public": "output", "private": "output-private"}


@task(
    iterable=["library"],
    help={
        "library": "a folder with originals; may be given several times (library/ is always read)",
        "output": "the folder of the site (default: output, or output-private)",
        "edition": "public, or private for the reader who owns the texts",
        "content": "the folder of the records (default: content)",
    },
)
def build(
    _: Context,
    library: list[str] | None = None,
    output: str = "",
    edition: str = "public",
    content: str = "",
) -> None:
    """Build the site.

    Example: invoke build --library ~/texts --edition private
    """
    if edition not in OUTPUT:
        raise Exit(f"--edition is {edition!r}; it is public or private", 2)
    folder = Path(output or HERE / OUTPUT[edition])
    settings = _settings(library, content, edition)
    began = time.perf_counter()
    try:
        with beside(folder, edition) as new:
            _run_pelican(settings, new)
    except SettingFault as fault:
        raise Exit(str(fault), 2) from None
    pages = sum(1 for _ in folder.rglob("*.html"))
    print(f"Built {pages} pages, {edition} edition, in {time.perf_counter() - began:.1f} s.")
    print(f"Open {_short(folder / 'index.html')} in a browser.")


@task(
    iterable=["library"],
    help={
        "library": "a folder with originals; may be given several times",
        "content": "the folder of the records (default: content)",
        "format": "text, json, or github (annotations of a workflow run)",
    },
)
def check(
    _: Context,
    library: list[str] | None = None,
    content: str = "",
    format: str = "text",  # noqa: A002 the option is --format
) -> None:
    """Find every fault in the content, without building.

    Example: invoke check --library ~/texts
    """
    if format not in _FORMATS:
        raise Exit(f"--format is {format!r}; it is {', '.join(_FORMATS)}", 2)
    flow = archive_flow(_settings(library, content, "public"))
    try:
        flow.sound_value("pages")
        archive = flow.value("archive")
    except ContentFaults as faults:
        _FORMATS[format](faults.problems)
        raise Exit(code=1) from None
    if format == "json":
        _as_json(())
    elif format == "text":
        print(f"No faults: {len(archive.entities)} records, {len(archive.claims)} claims.")


@task(
    iterable=["library"],
    positional=["words"],
    help={
        "words": "words of the passage, exactly as it has them",
        "source": "look in this source only, by its id",
        "library": "a folder with originals; may be given several times",
        "content": "the folder of the records (default: content)",
    },
)
def cite(
    _: Context, words: str, source: str = "", library: list[str] | None = None, content: str = ""
) -> None:
    """Find a passage in the originals and print the pointer to paste after ``cite:``.

    Example: invoke cite "will not look round" --source archive-essay
    """
    if words in {"--help", "-h"}:  # invoke takes whatever comes first for the words
        subprocess.run([sys.executable, "-m", "invoke", "--help", "cite"], cwd=HERE, check=True)
        return
    documents = archive_flow(_settings(library, content, "public")).value("documents").by_id
    if source and source not in documents:
        known = ", ".join(documents) or "none"
        raise Exit(f"no original of {source!r} is at hand; those at hand: {known}", 2)
    chosen = [documents[source]] if source else list(documents.values())
    found: list[Passage] = [one for document in chosen for one in find_passages(document, words)]
    for passage in found:
        print(f"{passage.pointer}\n    {passage.context}")
    if not found:
        raise Exit(f"{words!r} stands in none of {len(chosen)} texts", 1)


@task(help={"port": "where to listen (default: 8000)", "edition": "public or private"})
def serve(context: Context, port: int = 8000, edition: str = "public") -> None:
    """Build the site and serve it on this machine. Example: invoke serve --port 8080"""
    build(context, edition=edition)
    folder = HERE / OUTPUT[edition]
    print(f"Serving {_short(folder)} at http://localhost:{port}/ (stop with Ctrl-C)")
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    try:
        subprocess.run(command, cwd=folder, check=False)  # noqa: S603 nothing in it comes from outside
    except KeyboardInterrupt:
        print("Stopped.")


@task
def lint(context: Context) -> None:
    """Check form and types of the code. Example: invoke lint"""
    context.run(f"{sys.executable} -m ruff check .", pty=False)
    context.run(f"{sys.executable} -m ruff format --check .", pty=False)
    context.run(f"{sys.executable} -m mypy", pty=False)


@task(help={"library": "a folder with originals, for the tests that need them"})
def test(context: Context, library: str = "") -> None:  # noqa: PT028 a command, no test
    """Run all tests. Example: invoke test --library ~/texts"""
    env = {"INTERTITLE_LIBRARY": str(Path(library).resolve())} if library else {}
    context.run(f"{sys.executable} -m pytest", env=env, pty=False)


@task
def clean(_: Context) -> None:
    """Remove what builds and tests leave. Example: invoke clean"""
    for name in (*OUTPUT.values(), ".pytest_cache", ".mypy_cache", ".ruff_cache"):
        shutil.rmtree(HERE / name, ignore_errors=True)
    print("Removed the built sites and the caches.")


def _settings(library: list[str] | None, content: str, edition: str) -> Settings:
    """The settings of ``pelicanconf.py`` with a command's options over them."""
    content = content or str(HERE / "content")
    for folder in (*(library or ()), content):
        if not Path(folder).is_dir():
            raise Exit(f"{folder} is no folder", 2)
    configured = _configuration()
    configured["LIBRARIES"] = [
        *(str(HERE / one) for one in configured["LIBRARIES"]),
        *(str(Path(one).resolve()) for one in library or ()),
    ]
    configured |= {"PATH": str(Path(content).resolve()), "EDITION": edition}
    try:
        return Settings.from_pelican(configured)
    except ArchiveError as fault:
        raise Exit(str(fault), 2) from None


def _configuration() -> dict[str, Any]:
    spec = importlib.util.spec_from_file_location("pelicanconf", HERE / "pelicanconf.py")
    if spec is None or spec.loader is None:
        raise Exit("pelicanconf.py is missing", 2)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {name: value for name, value in vars(module).items() if name.isupper()}


def _run_pelican(settings: Settings, output: Path) -> None:
    """One run of Pelican; its own complaints, and ours, have gone to standard error when it fails."""
    overrides = {
        "EDITION": settings.edition.value,
        "LIBRARIES": [str(folder) for folder in settings.libraries],
    }
    command = [sys.executable, "-m", "pelican", str(settings.content), "--output", str(output)]
    command += ["--settings", str(HERE / "publishconf.py"), "--fatal", "errors", "--extra-settings"]
    command += [f"{name}={json.dumps(value)}" for name, value in overrides.items()]
    finished = subprocess.run(  # noqa: S603 a list, so no shell reads the options
        command, cwd=HERE, stdout=subprocess.PIPE, text=True, check=False
    )
    # Pelican counts articles and pages, of which the archive has none; its warnings are worth showing.
    if finished.returncode or "WARNING" in finished.stdout:
        print(finished.stdout, end="", file=sys.stderr)
    if finished.returncode:
        raise Exit("Nothing was changed: the last good site stays.", 1)


def _as_text(problems: tuple[Problem, ...]) -> None:
    for one in problems:
        print(one)


def _as_json(problems: tuple[Problem, ...]) -> None:
    keys = ("path", "line", "col", "code", "message")
    print(json.dumps([{key: getattr(one, key) for key in keys} for one in problems], ensure_ascii=False))


def _as_github(problems: tuple[Problem, ...]) -> None:
    for one in problems:
        # A workflow command ends with its line and has its own way of writing a percent sign.
        message = one.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        print(f"::error file={one.path},line={one.line},col={one.col},title={one.code}::{message}")


_FORMATS = {"text": _as_text, "json": _as_json, "github": _as_github}


def _short(path: Path) -> str:
    path = path.resolve()
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
