"""A made-up archive is the same each time, hangs together, and is written for others as the same pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.made_archive import MadeArchive, made_archive, write_archive
from benchmarks.search_material import Film
from benchmarks.stock_sites import write_for_hugo, write_for_pelican
from plugins.archive.settings import Settings
from plugins.stages import archive_flow

COUNT = 24

LINK = re.compile(r"\]\((?:\{filename\})?([^)]+)\)")


@pytest.fixture(scope="module")
def made() -> MadeArchive:
    return made_archive(COUNT)


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def test_the_same_seed_gives_the_same_bytes(made: MadeArchive, tmp_path: Path) -> None:
    for name, archive in (("once", made), ("again", made_archive(COUNT)), ("other", made_archive(COUNT, 7))):
        write_archive(archive, tmp_path / name)
    assert files_of(tmp_path / "once") == files_of(tmp_path / "again")
    assert files_of(tmp_path / "once") != files_of(tmp_path / "other")


def test_it_has_as_many_pages_as_are_wanted(made: MadeArchive) -> None:
    assert len(made.pages) == len(made.named) == COUNT
    with pytest.raises(ValueError, match="20 are the least"):
        made_archive(19)


def test_films_teach_it_their_words() -> None:
    plot = ("The quibbling wombat drifts over a lagoon and the wombat hums.",) * 5
    film = Film("Wombats", "1950", "Nobody", (), "drama", plot)
    taught = " ".join(page.prose for page in made_archive(COUNT, films=[film]).pages)
    assert "wombat" in taught
    assert "wombat" not in " ".join(page.prose for page in made_archive(COUNT).pages)


@pytest.mark.parametrize("texts", [True, False])
def test_the_archive_has_no_fault(made: MadeArchive, tmp_path: Path, texts: bool) -> None:
    write_archive(made, tmp_path / "content", texts)
    flow = archive_flow(Settings(content=tmp_path / "content"))
    flow.sound_value("pages")
    assert bool(flow.value("documents").by_id) == texts


def test_without_texts_their_words_stand_on_the_pages(made: MadeArchive, tmp_path: Path) -> None:
    write_archive(made, tmp_path / "content", texts=False)
    [source, *_] = [page for page in made.pages if page.text is not None]
    assert not list((tmp_path / "content").rglob("*.txt"))
    written = (tmp_path / "content" / "sources" / f"{source.named.id}.md").read_text("utf-8")
    assert source.text is not None
    assert source.text in written


@pytest.mark.parametrize("write", [write_for_pelican, write_for_hugo])
def test_every_page_stands_on_the_sites_of_others_and_links_to_pages(
    made: MadeArchive, tmp_path: Path, write: Callable[[MadeArchive, Path], None]
) -> None:
    write(made, tmp_path)
    for page in made.pages:
        file = tmp_path / "content" / page.named.folder / f"{page.named.id}.md"
        for target in LINK.findall(file.read_text("utf-8")):
            linked = (file.parent / target).with_suffix(".md")
            assert linked.resolve().is_file(), f"{file} links to {target}"


def test_no_list_of_a_tag_or_an_author_is_written_over_by_another(made: MadeArchive) -> None:
    """Pelican writes the second page of a list under its name and a 2."""
    names = {name for page in made.pages for name in (*page.tags, page.author)}
    assert {f"{name}{number}" for name in names for number in range(2, 100)} & names == set()
