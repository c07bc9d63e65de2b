"""Files in the place of records that are none, or not to be read: each is told, and none hangs a build."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.errors import ContentFaults
from plugins.archive.settings import Settings
from plugins.authority.content_files import LONGEST_LIST, LONGEST_PAGE
from plugins.authority.records import read_records
from plugins.incremental.kept import Kept
from tests.making import flow_over, write_archive

HERE = "content/people/wax.md:1:1: "
SOUND = "---\nname: Wax\nsummary: A singer.\n---\n"


def faults(content: Path) -> list[str]:
    return [str(one) for one in sorted(read_records(Settings(content), Kept()).problems)]


def folder(place: Path) -> None:
    place.mkdir()


def pipe(place: Path) -> None:
    os.mkfifo(place)


def long_page(place: Path) -> None:
    with place.open("wb") as file:
        file.truncate(LONGEST_PAGE + 1)


def link_to_outside(place: Path) -> None:
    outside = place.parents[2] / "secret.md"
    outside.write_text(SOUND, "utf-8")
    place.symlink_to(outside)


def link_to_another_folder(place: Path) -> None:
    place.symlink_to(place.parents[1] / "films" / "tin-harbour.md")


def link_to_itself(place: Path) -> None:
    place.symlink_to(place)


def link_to_nothing(place: Path) -> None:
    place.symlink_to(place.parent / "nobody.md")


def link_to_a_device(place: Path) -> None:
    place.symlink_to("/dev/zero")


def nul(place: Path) -> None:
    place.write_text(f"{SOUND}Fog.\n\0\n", "utf-8")


def utf_16(place: Path) -> None:
    place.write_text(SOUND, "utf-16")


def latin_1(place: Path) -> None:
    place.write_text("---\nname: Zoë\n---\n", "latin-1")


CASES: list[tuple[Callable[[Path], Any], list[str]]] = [
    (
        folder,
        [
            f"{HERE}UNREADABLE-FILE a folder stands here in the place of a file; "
            "call it otherwise, or move what is in it"
        ],
    ),
    (pipe, [f"{HERE}UNREADABLE-FILE this is a pipe or a device and no file; put a file here"]),
    (long_page, [f"{HERE}BAD-YAML 2000001 bytes is no record; the longest that is read has 2000000"]),
    (
        link_to_outside,
        [f"{HERE}UNREADABLE-FILE the link leads out of its folder; put the file itself here"],
    ),
    (
        link_to_another_folder,
        [f"{HERE}UNREADABLE-FILE the link leads out of its folder; put the file itself here"],
    ),
    (link_to_itself, []),
    (link_to_nothing, []),
    (
        link_to_a_device,
        [f"{HERE}UNREADABLE-FILE the link leads out of its folder; put the file itself here"],
    ),
    (
        nul,
        [
            "content/people/wax.md:6:1: BAD-YAML a character NUL stands in no text; save the file as UTF-8",
        ],
    ),
    (utf_16, [f"{HERE}BAD-YAML byte 0xff is not UTF-8; save the file as UTF-8"]),
    (latin_1, ["content/people/wax.md:2:1: BAD-YAML byte 0xeb is not UTF-8; save the file as UTF-8"]),
]


@pytest.mark.parametrize(("make", "expected"), CASES, ids=lambda one: getattr(one, "__name__", ""))
def test_what_is_no_record_is_told_with_the_next_step(
    make: Callable[[Path], Any], expected: list[str], tmp_path: Path
) -> None:
    content = write_archive(tmp_path)
    make(content / "people" / "wax.md")
    assert faults(content) == expected


def test_a_link_to_a_file_of_the_same_folder_is_read(tmp_path: Path) -> None:
    content = write_archive(tmp_path, {"people/wax.md": SOUND})
    (content / "people" / "wax-too.md").symlink_to("wax.md")
    assert read_records(Settings(content), Kept()).by_id["wax-too"].name == "Wax"


def test_a_folder_that_leads_out_of_the_archive_is_not_read(tmp_path: Path) -> None:
    content = write_archive(tmp_path)
    (content / "people").rename(tmp_path / "elsewhere")
    (content / "people").symlink_to(tmp_path / "elsewhere")
    records = read_records(Settings(content), Kept())
    assert "ines-varga" not in records.by_id
    assert (
        "content/people:1:1: UNREADABLE-FILE the link leads out of the archive; put the folder itself here"
    ) in [str(one) for one in records.problems]


def test_a_file_that_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write_archive(tmp_path, {"people/wax.md": SOUND})
    opened = os.open

    def refusing(path: Any, *flags: Any, **more: Any) -> int:
        if str(path).endswith("wax.md"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *flags, **more)

    monkeypatch.setattr(os, "open", refusing)
    assert faults(content) == [
        f"{HERE}UNREADABLE-FILE the file cannot be opened (Permission denied); "
        "chmod u+r content/people/wax.md"
    ]


def test_a_name_that_no_line_can_show_is_escaped(tmp_path: Path) -> None:
    content = write_archive(tmp_path, {"people/wa\nx.md": SOUND})
    assert faults(content) == [
        r"content/people/wa\nx.md:1:1: BAD-ID 'wa\nx' is no id; name the file like wa-x.md"
    ]


@pytest.mark.parametrize("make", [folder, pipe, link_to_outside])
def test_a_list_is_opened_with_the_same_care(make: Callable[[Path], Any], tmp_path: Path) -> None:
    content = write_archive(tmp_path)
    for name in ("places.yaml", "judgements.yaml", "refusals.yaml"):
        file = content / "authority" / name
        file.unlink(missing_ok=True)
        make(file)
        assert [one for one in faults(content) if one.startswith(f"content/authority/{name}:1:1: UNREADABLE")]
        file.rmdir() if file.is_dir() else file.unlink()


def test_a_list_may_be_as_long_as_the_limit(tmp_path: Path) -> None:
    content = write_archive(tmp_path)
    file = content / "authority" / "terms.yaml"
    file.write_bytes(b"# fog\n" * (LONGEST_LIST // 6))
    assert faults(content) == []
    file.write_bytes(b"# fog\n" * (LONGEST_LIST // 6 + 1))
    assert faults(content) == [
        "content/authority/terms.yaml:1:1: BAD-YAML 5000004 bytes is no record; "
        "the longest that is read has 5000000"
    ]


def test_all_faults_come_in_one_run_in_the_order_of_files(tmp_path: Path) -> None:
    content = write_archive(tmp_path)
    pipe(content / "works" / "mist.md")
    folder(content / "events" / "2004-fog.md")
    nul(content / "people" / "fog.md")
    with pytest.raises(ContentFaults) as found:
        flow_over(content).sound_value("pages")
    assert [one.path for one in found.value.problems] == [
        "content/events/2004-fog.md",
        "content/people/fog.md",
        "content/works/mist.md",
    ]
