"""What people do to a project between two builds, as data: each step by its name and what it is given."""

from __future__ import annotations

import hashlib
import json
import locale
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from plugins.incremental.changeover import MARK
from plugins.incremental.stamps import stamps_below
from plugins.markdown_it.front_matter import read_front_matter
from tests.incremental.project import Project
from tests.making import front_matter

HISTORIES = int(os.environ.get("INTERTITLE_HISTORIES", "15"))
"""How many random histories are tried; the long run has 500 and more."""

IDS = (
    *("ines-varga", "bram-oster", "nadia-bell", "odile", "pilot", "tin-harbour", "drop", "ostend"),
    *("lotte-maes", "per-holm", "harbour-review", "fog-diary", "2004-premiere", "about", "help"),
)
"""Of records that the archive has, or may come to have."""

WORDS = (
    "Fog over [[odile]].",
    "She met [[Bram Oster|bram-oster]] in 2003.\n\n## Later\n\n- one\n- two",
    "It is *slow*.[^1]\n\n[^1]: Says [[harbour-review]].",
    "![A lamp](../images/lamp.png)",
    "[[lotte-maes]] hums, and [[nobody-at-all]] listens.",
    "<b onclick='go()'>Tin</b> & <script>fog</script>",
    "Δ é 漢",
    "The lamp hums.",
    "The lamp hums, and hums again; nobody in Ostend has ever slept in fog like that.",
    "Fog, tin and fog.\n\nA quay without a ship is a wall, says Ines Varga.",
    "",
)

NAMES = ("Ines Varga", "Lotte Maes", "Per Holm", "Odile", "Bram Oster", "Zed", "The Fog", "Ostend")

VALUES: dict[str, tuple[Any, ...]] = {
    "name": NAMES,
    "sort-name": ("Zed", "Aardvark"),
    "summary": ("Another summary.", "With [[odile]].", ""),
    "variants": ([], ["Fog"], ["Varga", "the lamp"], ["Odile"]),
    "not": ([], ["drop"], ["nobody-at-all"], ["odile"]),
    "year": ("1999", "2004", "soon"),
    "date": ("2004-10", "2003-05-03", "2003~", "never"),
    "status": ("happened", "announced"),
    "people": ([], ["bram-oster"], ["lotte-maes"]),
    "credits": (
        [],
        [{"work": "tin-harbour", "role": "writer", "cite": "harbour-review p2"}],
        [{"person": "bram-oster", "role": "director", "cite": "harbour-review p3"}],
        [{"person": "nadia-bell", "role": "director"}],
    ),
    "performed-by": ([], [{"person": "ines-varga"}], [{"person": "lotte-maes", "mode": "voice"}]),
    "facts": (
        [],
        [{"property": "born", "value": "Riga", "cite": "harbour-review p4"}],
        [{"property": "running-time", "value": "95 minutes", "cite": "tin-studio p2"}],
        [{"property": "running-time", "value": "a lie", "cite": "harbour-review p99"}],
    ),
    "rights": ("excerpt", "full", "summary"),
    "published": ("2001", "2004-11-02"),
    "fog": ("no such key",),
}
"""What front matter may be given, some of it faulty."""

PLACE = {"id": "ostend", "name": "Ostend", "kind": "town"}
SHORT: dict[str, tuple[list[dict[str, Any]], ...]] = {
    "places.yaml": ([], [PLACE], [PLACE, {"id": "riga", "name": "Riga"}], [{"id": "odile", "name": "Odile"}]),
    "people.yaml": (
        [],
        [{"id": "lotte-maes", "name": "Lotte Maes"}],
        [{"id": "per-holm", "name": "Per Holm"}],
    ),
    "judgements.yaml": (
        [],
        [
            {
                **{"source": "harbour-review", "start": "27", "end": "37", "entity": "ines-varga"},
                **{"who": "a test", "when": "2026", "why": "as an example"},
            }
        ],
    ),
}

SETTINGS: dict[str, tuple[Any, ...]] = {
    "EXCERPT_WORDS": (25, 3, 0),
    "EXCERPT_SHARE": (1.0, 0.0, 7),
    "STUBS": (True, False),
    "SITENAME": ("Intertitle", "Tin & Fog"),
    "FILM": ("tin-harbour", "drop", "no-such-film"),
    "SITEURL": ("", "https://example.org/tin"),
    "ARCHIVE_FOOTER": ([("People", "people.html")], [("Help", "help.html")]),
}

TEMPLATES = ("base.html", "person.html", "_facts.html", "source.html", "listing.html", "changes.html")
MARKUP = ("<!-- fog -->", "{{ page.title }}", "{{ SITENAME }}", "{# nothing #}", "{% if %}")

Tool = Callable[..., None]
TOOLS: dict[str, Tool] = {}


@dataclass(frozen=True)
class Step:
    """A tool, and what it is given besides the project."""

    tool: str
    given: tuple[Any, ...] = field(default=())

    def take(self, project: Project) -> None:
        TOOLS[self.tool](project, *self.given)

    def __repr__(self) -> str:
        return f"Step({self.tool!r}, {self.given!r})"


def tool(do: Tool) -> Tool:
    TOOLS[do.__name__] = do
    return do


def _chosen(files: list[Path], number: int) -> Path | None:
    return sorted(files)[number % len(files)] if files else None


def _page(project: Project, number: int) -> Path | None:
    return _chosen(list(project.content.glob("*/*.md")), number)


@tool
def add_page(project: Project, folder: str, record: str, name: str, words: str) -> None:
    values: dict[str, Any] = {"name": name, "summary": f"{name} is new."}
    if folder == "characters":
        values["film"] = "tin-harbour"
    if folder == "events":
        values |= {"date": "2004-12", "status": "happened"}
    if folder in {"works", "films"}:
        values["kind"] = "film"
    file = project.content / folder / f"{record}.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(front_matter(values, words), "utf-8")


@tool
def edit_words(project: Project, number: int, words: str) -> None:
    if file := _page(project, number):
        file.write_text(front_matter(read_front_matter(file.read_text("utf-8"), "").values, words), "utf-8")


@tool
def edit_values(project: Project, number: int, key: str, value: Any) -> None:
    if file := _page(project, number):
        page = read_front_matter(file.read_text("utf-8"), "")
        file.write_text(front_matter({**page.values, key: value}, page.body), "utf-8")


@tool
def rename_file(project: Project, number: int, record: str) -> None:
    if file := _page(project, number):
        file.rename(file.with_name(f"{record}.md"))


@tool
def remove_page(project: Project, number: int) -> None:
    if file := _page(project, number):
        file.unlink()


@tool
def write_short_records(project: Project, name: str, entries: list[dict[str, Any]]) -> None:
    (project.content / "authority" / name).write_text(json.dumps(entries), "utf-8")


@tool
def edit_original(project: Project, source: str, words: str, pinned: bool) -> None:
    """With ``pinned``, its record knows it."""
    file = project.content / "sources" / f"{source}.txt"
    file.write_text(f"{file.read_text('utf-8') if file.exists() else ''}\n{words}\n", "utf-8")
    record = file.with_suffix(".md")
    if pinned and record.exists():
        page = read_front_matter(record.read_text("utf-8"), "")
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        record.write_text(front_matter({**page.values, "sha256": digest}, page.body), "utf-8")


@tool
def remove_original(project: Project, source: str) -> None:
    (project.content / "sources" / f"{source}.txt").unlink(missing_ok=True)


@tool
def switch_library(project: Project) -> None:
    project.with_library = not project.with_library


@tool
def edit_library(project: Project, words: str) -> None:
    file = project.home / "texts" / "diary.txt"
    file.write_text(words or "Fog.", "utf-8")


@tool
def switch_edition(project: Project) -> None:
    project.edition = {"public": "private", "private": "public"}[project.edition]


@tool
def edit_template(project: Project, name: str, markup: str) -> None:
    file = project.home / "theme" / "templates" / name
    lines = file.read_text("utf-8").split("\n")
    lines.insert(len(lines) // 2 if markup.startswith("<!") else len(lines), markup)
    file.write_text("\n".join(lines), "utf-8")


@tool
def edit_static(project: Project, name: str, words: str) -> None:
    file = project.home / "theme" / "static" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(words, "utf-8")


@tool
def remove_static(project: Project, name: str) -> None:
    (project.home / "theme" / "static" / name).unlink(missing_ok=True)


@tool
def write_picture(project: Project, name: str, data: bytes) -> None:
    (project.content / "images").mkdir(exist_ok=True)
    (project.content / "images" / name).write_bytes(data)


@tool
def remove_picture(project: Project, name: str) -> None:
    (project.content / "images" / name).unlink(missing_ok=True)


@tool
def set_value(project: Project, name: str, value: Any) -> None:
    project.settings[name] = value


@tool
def touch_all(project: Project) -> None:
    for file in (*project.content.rglob("*"), *(project.home / "theme").rglob("*")):
        os.utime(file)


@tool
def touch_one(project: Project, number: int) -> None:
    if file := _page(project, number):
        os.utime(file)


@tool
def save_beside_and_rename(project: Project, number: int) -> None:
    """As many editors save: the same words, another file."""
    if file := _page(project, number):
        beside = file.with_name(f"{file.name}~")
        beside.write_bytes(file.read_bytes())
        beside.replace(file)


@tool
def leave_other_files(project: Project, name: str) -> None:
    """What nothing is made from."""
    (project.content / name).write_text("notes of an editor", "utf-8")


_TAKEN_AWAY = {"remove", "folder"}
"""What leaves no file in its place."""


@tool
def change_output(project: Project, number: int, how: str) -> None:
    """By hand, a file of the site. Without its mark it would be no site of ours, and be left alone."""
    files = [Path(one) for one in stamps_below(project.output) if how not in _TAKEN_AWAY or one != MARK]
    file = _chosen(files, number)
    if file is not None:
        _HANDS[how](project.output / file)


def _write(file: Path, data: bytes) -> None:
    file.write_bytes(data)


def _append(file: Path) -> None:
    with file.open("ab") as opened:
        opened.write(b"by hand")


def _change_a_byte(file: Path) -> None:
    data = file.read_bytes()
    with file.open("r+b") as opened:
        opened.write(bytes([data[0] ^ 1]) if data else b"")


def _into_a_link(file: Path) -> None:
    """To a file elsewhere that has the same bytes."""
    elsewhere = Path(f"{file.parent}.elsewhere")
    shutil.copy(file, elsewhere)
    file.unlink()
    file.symlink_to(elsewhere)


def _into_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()
    (file / "inside.html").write_text("by hand", "utf-8")


_HANDS: dict[str, Callable[[Path], None]] = {
    "append": _append,
    "change a byte": _change_a_byte,
    "remove": Path.unlink,
    "empty": lambda file: _write(file, b""),
    "add": lambda file: _write(file.with_name("added.html"), b"by hand"),
    "link": _into_a_link,
    "folder": _into_a_folder,
    "same again": lambda file: _write(file, file.read_bytes()),
    "mode": lambda file: file.chmod(0o600),
}


@tool
def remove_output(project: Project) -> None:
    shutil.rmtree(project.output, ignore_errors=True)


@tool
def copy_output(project: Project) -> None:
    """Another folder with the same files takes the site's place, as from a backup."""
    if project.output.is_dir():
        copy = project.output.with_name("copy")
        shutil.copytree(project.output, copy, symlinks=True)
        shutil.rmtree(project.output)
        copy.rename(project.output)


@tool
def remove_cache(project: Project) -> None:
    shutil.rmtree(project.cache, ignore_errors=True)


@tool
def damage_cache(project: Project, number: int, how: str, place: int) -> None:
    """A file of what is kept for the next build."""
    file = _chosen([one for one in project.cache.rglob("*") if one.is_file()], number)
    if file is None:
        return
    data = bytearray(file.read_bytes())
    at = place % max(1, len(data))
    if how == "cut":
        file.write_bytes(data[:at])
    elif how == "flip" and data:
        data[at] ^= 1 << place % 8
        file.write_bytes(data)
    elif how == "foreign":
        file.write_text("SQLite format 3, says a letter", "utf-8")
    elif how == "folder":
        file.unlink()
        (file / "inside").mkdir(parents=True)


@tool
def set_cores(_: Project, count: int) -> None:
    os.environ["INTERTITLE_CORES"] = str(count)


@tool
def set_zone(_: Project, zone: str) -> None:
    os.environ["TZ"] = zone
    time.tzset()


@tool
def set_locale(_: Project, name: str) -> None:
    os.environ["LC_ALL"] = os.environ["LANG"] = name
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        locale.setlocale(locale.LC_ALL, "C")


def _step(do: Tool, *given: st.SearchStrategy[Any]) -> st.SearchStrategy[Step]:
    return st.builds(Step, st.just(do.__name__), st.tuples(*given))


def _pair(table: dict[str, tuple[Any, ...]]) -> st.SearchStrategy[tuple[str, Any]]:
    return st.sampled_from([(key, value) for key, values in table.items() for value in values])


def _of_pair(do: Tool, table: dict[str, Any], *before: st.SearchStrategy[Any]) -> st.SearchStrategy[Step]:
    chosen = st.tuples(st.tuples(*before), _pair(table)).map(lambda one: (*one[0], *one[1]))
    return st.builds(Step, st.just(do.__name__), chosen)


NUMBER = st.integers(0, 40)
RECORD = st.sampled_from((*IDS, "new-one", "con", "Not An Id"))
FOLDER = st.sampled_from(("people", "characters", "events", "pages", "works", "films"))
SOURCE = st.sampled_from(("harbour-review", "tin-studio", "fog-diary"))
STATIC = st.sampled_from(("fog.css", "css/fog.css", "icon.svg"))
PICTURE = st.sampled_from(("lamp.png", "fog.jpg", "Fog.html"))

OF_CONTENT = st.one_of(
    _step(add_page, FOLDER, RECORD, st.sampled_from(NAMES), st.sampled_from(WORDS)),
    _step(edit_words, NUMBER, st.sampled_from(WORDS)),
    _of_pair(edit_values, VALUES, NUMBER),
    _of_pair(edit_values, VALUES, NUMBER),
    _step(rename_file, NUMBER, RECORD),
    _step(remove_page, NUMBER),
    _of_pair(write_short_records, SHORT),
    _step(edit_original, SOURCE, st.sampled_from((*WORDS, *NAMES)), st.sampled_from((True, True, False))),
    _step(remove_original, SOURCE),
    _step(write_picture, PICTURE, st.sampled_from((b"", b"png", b"other"))),
    _step(remove_picture, PICTURE),
)
OF_THE_BUILD = st.one_of(
    _step(switch_library),
    _step(edit_library, st.sampled_from(WORDS)),
    _step(switch_edition),
    _of_pair(set_value, SETTINGS),
    _step(edit_template, st.sampled_from(TEMPLATES), st.sampled_from(MARKUP)),
    _step(edit_static, STATIC, st.sampled_from(("b{}", "i{}"))),
    _step(remove_static, STATIC),
)
OF_THE_MACHINE = st.one_of(
    _step(touch_all),
    _step(touch_one, NUMBER),
    _step(save_beside_and_rename, NUMBER),
    _step(leave_other_files, st.sampled_from(("notes.txt", "people/.draft.md.swp", "images.md"))),
    _step(change_output, NUMBER, st.sampled_from(sorted(_HANDS))),
    _step(remove_output),
    _step(copy_output),
    _step(remove_cache),
    _step(
        damage_cache, NUMBER, st.sampled_from(("cut", "flip", "foreign", "folder")), st.integers(0, 100_000)
    ),
    _step(set_cores, st.sampled_from((1, 2, 3))),
    _step(set_zone, st.sampled_from(("UTC", "Pacific/Kiritimati", "America/St_Johns"))),
    _step(set_locale, st.sampled_from(("C", "C.UTF-8", "tr_TR.UTF-8"))),
)
STEPS = st.one_of(OF_CONTENT, OF_CONTENT, OF_CONTENT, OF_THE_BUILD, OF_THE_MACHINE)
OF_WORDS = st.one_of(
    *[_step(edit_words, NUMBER, st.sampled_from(WORDS))] * 6,
    _step(touch_one, NUMBER),
    _step(save_beside_and_rename, NUMBER),
    _step(change_output, NUMBER, st.sampled_from(sorted(_HANDS))),
    _step(damage_cache, NUMBER, st.sampled_from(("cut", "flip", "foreign")), st.integers(0, 100_000)),
    _step(set_cores, st.sampled_from((1, 2))),
    _of_pair(edit_values, {"summary": VALUES["summary"]}, NUMBER),
)
"""Most builds follow an edit of some words, and go a way of their own."""
