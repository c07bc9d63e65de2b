"""What a build copies into the site as it is: pictures, and nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.incremental.copied import faults_of_pictures, links_out_of


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    (tmp_path / "images" / "sets").mkdir(parents=True)
    return tmp_path / "images"


def faults(folder: Path) -> list[str]:
    return [f"{one.path}: {one.code}" for one in faults_of_pictures(folder, "content/images", folder.parent)]


@pytest.mark.parametrize("name", ["fog.jpg", "sets/fog-at-night.png", "still_01.webp", "a.b.gif"])
def test_a_picture_is_copied(pictures: Path, name: str) -> None:
    (pictures / name).write_bytes(b"")
    assert faults(pictures) == []


@pytest.mark.parametrize(
    "name",
    [
        *("fog.svg", "index.html", "go.js", "sw.js", "fog.jpg.html", "fog", ".htaccess"),
        *("Fog.jpg", "con.png", "fog .png", "fog.png.", "-.png", "fog..png", "fög.png", "fog\u202egpj.png"),
    ],
)
def test_what_is_no_picture_or_has_no_name_for_an_address_is_a_fault(pictures: Path, name: str) -> None:
    (pictures / name).write_bytes(b"")
    [fault] = faults(pictures)
    assert fault.endswith(": UNSAFE-FILE")
    assert fault.isprintable()


def test_a_folder_that_is_not_there_has_no_faults(tmp_path: Path) -> None:
    assert faults(tmp_path / "images") == []


@pytest.mark.parametrize("target", ["/etc/hostname", "../letter.png", "/", "..", "../gone.png"])
def test_a_link_that_leads_out_of_its_folder_is_a_fault(pictures: Path, target: str) -> None:
    (pictures.parent / "letter.png").write_bytes(b"")
    (pictures / "fog.png").symlink_to(target)
    assert faults(pictures) == ["content/images/fog.png: UNSAFE-FILE"]
    assert [one.code for one in links_out_of(pictures, "theme/static")] == ["UNSAFE-FILE"]


def test_a_link_within_the_folder_is_none(pictures: Path) -> None:
    (pictures / "fog.png").write_bytes(b"")
    (pictures / "sets" / "again.png").symlink_to("../fog.png")
    assert faults(pictures) == []


def test_a_link_to_itself_is_no_file(pictures: Path) -> None:
    (pictures / "fog.png").symlink_to("fog.png")
    assert faults(pictures) == ["content/images/fog.png: UNSAFE-FILE"]


@pytest.mark.parametrize("name", [".DS_Store", "__pycache__/fog.html"])
def test_what_other_programs_leave_is_passed_over(pictures: Path, name: str) -> None:
    """Pelican does not copy it; a Mac has the one in every folder that somebody has looked into."""
    (pictures / name).parent.mkdir(exist_ok=True)
    (pictures / name).write_text("fog", "utf-8")
    assert faults(pictures) == []


def test_a_folder_that_leads_out_of_its_home_is_a_fault(pictures: Path, tmp_path: Path) -> None:
    """A new picture there would be seen by nobody."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "images").symlink_to(pictures)
    for folder in (tmp_path / "home" / "images", tmp_path / "home" / ".." / pictures.name):
        (told,) = faults_of_pictures(folder, "content/images", tmp_path / "home")
        assert told.code == "UNSAFE-FILE"
