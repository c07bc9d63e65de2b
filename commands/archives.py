"""``invoke archive``: an archive of one's own in a folder of its own, with the generator that builds it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from commands.configured import configuration, own_settings
from commands.places import HERE, SETTINGS, short
from plugins.archive.file_names import usable, words_of

GENERATOR = (
    "commands",
    "plugins",
    "theme",
    "docs",
    "schemas",
    "tasks.py",
    "publishconf.py",
    "requirements.txt",
    "CONTRIBUTING.md",
    "LICENSE",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
)
"""What an archive has of the project: all that builds it and explains it. It holds no word about a film."""

AROUND = (
    ".githooks/pre-commit",
    ".github/workflows/publish.yml",
    ".obsidian/types.json",
    ".pre-commit-config.yaml",
    ".vscode/archive.code-snippets",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "library/README.md",
)
"""What editors, git and a host read besides: the archive's own from then on, for a maintainer to change."""

STARTER = HERE / "commands" / "starter"
"""What is an archive's own from the first day on; ``{film}`` and ``{id}`` stand for its film."""

_KEPT_BY_PYTHON = shutil.ignore_patterns("__pycache__", "*.pyc", ".DS_Store")


def archive(folder: str, film: str, *, upgrade: bool) -> None:
    """Make a new archive that can be built at once, or put this generator in the place of an older one."""
    if not folder:
        raise Exit('say where: invoke archive ../metropolis --film "Metropolis"', 2)
    home = Path(folder).resolve()
    try:
        if upgrade:
            _upgrade(home)
        else:
            _begin(home, film.strip() or home.name.replace("-", " ").title())
    except OSError as fault:
        raise Exit(f"{fault.filename} cannot be written ({fault.strerror})", 1) from fault


def _begin(home: Path, film: str) -> None:
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise Exit(f"{short(home)} is there already, and not empty; name a new folder", 2)
    _refuse_inside(home)
    film_id = usable("-".join(words_of(film))) if words_of(film) else "the-film"
    _copy_generator(home)
    for name, text in _starting(film, film_id):
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    for name in AROUND:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / name, home / name)
    (home / SETTINGS).write_text(settings_for(film, film_id), "utf-8")
    print(f"{short(home)} is an archive of {film}.")
    print(f"Next: cd {short(home)}, then: invoke serve (or make build, on a machine that has nothing yet)")


def _upgrade(home: Path) -> None:
    if not ((home / SETTINGS).is_file() and (home / "content").is_dir()):
        raise Exit(f"{short(home)} is no archive: it has no {SETTINGS} beside a folder content", 2)
    if home == HERE:
        raise Exit(
            "this archive has the generator that would be copied; call it in the folder of the newer one", 2
        )
    _refuse_inside(home)
    _copy_generator(home)
    print(f"{short(home)} has this generator now; its content, settings, colours and originals stay.")
    for line in _lacking(own_settings(home)):
        print(f"Next: in {short(home / SETTINGS)}, {line}")


def _lacking(settings: dict[str, Any]) -> Iterator[str]:
    """What a generator knows and the settings of an archive do not have, for a maintainer to put in."""
    known = configuration("pelicanconf")
    if plugins := [one for one in known["PLUGINS"] if one not in settings.get("PLUGINS", known["PLUGINS"])]:
        yield f"add to PLUGINS: {', '.join(plugins)} (in the order that {short(HERE / SETTINGS)} has)"
    if new := sorted(known.keys() - settings.keys()):
        yield f"add {', '.join(new)} as {short(HERE / SETTINGS)} has them"


def _refuse_inside(home: Path) -> None:
    # A folder that is copied into itself would never be whole.
    if HERE.is_relative_to(home) or any(home.is_relative_to(HERE / name) for name in GENERATOR):
        raise Exit(f"{short(home)} is a part of the generator itself; name a folder beside it", 2)


def _copy_generator(home: Path) -> None:
    """Each part in the place of the one that is there, once it has been copied whole."""
    home.mkdir(parents=True, exist_ok=True)
    for name in GENERATOR:
        source, place, beside = HERE / name, home / name, home / f".{name.lstrip('.')}.new"
        if source.is_dir():
            shutil.rmtree(beside, ignore_errors=True)
            shutil.copytree(source, beside, ignore=_KEPT_BY_PYTHON)
            shutil.rmtree(place, ignore_errors=True)
        else:
            shutil.copyfile(source, beside)
        beside.replace(place)


def _starting(film: str, film_id: str) -> Iterator[tuple[str, str]]:
    """The files that an archive begins with, by their paths in it."""
    for file in sorted(one for one in STARTER.rglob("*") if one.is_file()):
        name = file.relative_to(STARTER).as_posix().replace("{id}", film_id)
        # A name is written as JSON writes a text, which YAML reads.
        quoted = json.dumps(film, ensure_ascii=False)[1:-1] if name.startswith("content/") else film
        yield name, file.read_text("utf-8").replace("{film}", quoted).replace("{id}", film_id)


def settings_for(film: str, film_id: str) -> str:
    """The project's settings with another film, and a name and colours of the archive's own."""
    own = {
        "SITENAME": film,
        "SITESUBTITLE": f"An archive of {film}",
        "FILM": film_id,
        "PALETTE": "palette.css",
    }
    lines = (HERE / SETTINGS).read_text("utf-8").splitlines(keepends=True)
    for place, line in enumerate(lines):
        name, equals, _ = line.partition(" = ")
        if equals and name in own:
            lines[place] = f"{name} = {json.dumps(own[name], ensure_ascii=False)}\n"
    return "".join(lines)
