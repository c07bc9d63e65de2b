"""Pictures of an archive keep their room on a page before they have come."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from plugins.entity_pages.pictures import sizes_of
from plugins.markdown_it.render import render
from tests.making import flow_over, write_archive


def picture(folder: Path, name: str, size: tuple[int, int]) -> None:
    file = folder / "images" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size).save(file)


def test_the_size_of_each_picture_is_known_by_its_address(tmp_path: Path) -> None:
    picture(tmp_path, "fog.png", (40, 30))
    picture(tmp_path, "sets/tin.webp", (8, 9))
    assert sizes_of(tmp_path) == {"images/fog.png": (40, 30), "images/sets/tin.webp": (8, 9)}


def test_what_is_no_picture_is_passed_over(tmp_path: Path) -> None:
    picture(tmp_path, "fog.png", (40, 30))
    (tmp_path / "images" / "broken.png").write_bytes(b"no picture")
    (tmp_path / "images" / "cut.png").write_bytes((tmp_path / "images" / "fog.png").read_bytes()[:12])
    assert set(sizes_of(tmp_path)) == {"images/fog.png"}


def test_an_archive_without_pictures_has_none(tmp_path: Path) -> None:
    assert sizes_of(tmp_path) == {}


def test_a_picture_on_a_page_has_its_size_and_comes_when_it_is_needed(tmp_path: Path) -> None:
    text = (
        "---\nname: Fog\nsummary: It is grey.\n---\n![Grey](../images/fog.png) ![None](../images/lost.png)\n"
    )
    content = write_archive(tmp_path, {"pages/fog.md": text})
    picture(content, "fog.png", (40, 30))
    prose = str(flow_over(content).sound_value("site").prose("fog", "pages/fog.html"))
    assert '<img loading="lazy" width="40" height="30" src="../images/fog.png" alt="Grey">' in prose
    assert '<img loading="lazy" src="../images/lost.png" alt="None">' in prose


def test_a_size_is_asked_for_own_pictures_alone() -> None:
    asked: list[str] = []
    render(
        "![a](https://fog.example/a.png) ![b](../images/b.png)", lambda _: None, lambda one: asked.append(one)
    )
    assert asked == ["../images/b.png"]
