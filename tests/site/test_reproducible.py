"""Same input, same bytes: whatever the day, the zone, the locale, the machine or the order of files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import CONTENT, build
from tests.conftest import SECOND
from tests.site.crawl import Site
from tests.site.other_day import ELSEWHERE, later_day, writings_of_later_day


def copied_backwards(content: Path, copy: Path) -> Path:
    """A copy whose files were made in the opposite order, at other times."""
    for age, file in enumerate(sorted(path for path in content.rglob("*") if path.is_file())[::-1]):
        target = copy / file.relative_to(content)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        os.utime(target, (1_000_000_000 + age, 1_000_000_000 + age))
    return copy


def differing(one: Path, other: Path) -> list[str]:
    """The files that one of two folders lacks, or has with other bytes."""
    names = sorted(set(Site(one).files) | set(Site(other).files))
    return [
        name
        for name in names
        if not (one / name).is_file()
        or not (other / name).is_file()
        or (one / name).read_bytes() != (other / name).read_bytes()
    ]


@pytest.fixture(scope="module")
def far_away(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public edition, made on another day on another machine that has kept nothing of it."""
    folder = tmp_path_factory.mktemp("far-away")
    copy = copied_backwards(CONTENT, folder / "content")
    build(folder / "site", "--content", str(copy), "--anew", environment=ELSEWHERE)
    return folder / "site"


def test_the_set_clock_shows_another_day() -> None:
    """Or the tests below would prove nothing."""
    ask = "import datetime as d, time; print(d.date.today().year, d.datetime.now().year, time.gmtime()[0])"
    told = subprocess.run(
        [sys.executable, "-c", ask], env={**os.environ, **ELSEWHERE}, capture_output=True, check=True
    )
    assert {int(year) - later_day().year for year in told.stdout.split()} <= {0, 1}


def test_a_build_on_another_day_and_machine_gives_the_same_bytes(built_site: Path, far_away: Path) -> None:
    assert differing(built_site, far_away) == []


def test_so_does_one_of_the_second_archive(second_site: Path, tmp_path: Path) -> None:
    """With the settings and the colours beside its records."""
    copy = copied_backwards(SECOND, tmp_path / "content")
    for own in ("pelicanconf.py", "palette.css"):
        shutil.copyfile(SECOND.parent / own, tmp_path / own)
    build(tmp_path / "site", "--content", str(copy), "--anew", environment=ELSEWHERE)
    assert differing(second_site, tmp_path / "site") == []


def test_no_file_holds_the_day_on_which_it_was_made(far_away: Path) -> None:
    """Pelican's own date parser would fill in today where a source gives only a year."""
    written = writings_of_later_day()
    for name in Site(far_away).files:
        text = (far_away / name).read_bytes().decode("utf-8", "ignore")
        assert (name, [form for form in written if form in text]) == (name, [])


def test_the_private_edition_gives_the_same_bytes_too(
    private_site: Path, library: Path, tmp_path: Path
) -> None:
    """With the originals there are mentions and quotes to put in order."""
    build(tmp_path / "site", "--edition", "private", "--library", str(library), environment=ELSEWHERE)
    assert differing(private_site, tmp_path / "site") == []


def test_a_build_over_an_older_site_leaves_nothing_of_it(built_site: Path, tmp_path: Path) -> None:
    """A page whose record is gone is gone, and every page that named it is made again."""
    content = copied_backwards(CONTENT, tmp_path / "content")
    guest = content / "people" / "nobody-yet.md"
    guest.write_text("---\nname: Nobody Yet\nsummary: A guest of this test.\n---\nSee [[her]].\n", "utf-8")
    build(tmp_path / "site", "--content", str(content))
    assert (tmp_path / "site" / "people" / "nobody-yet.html").is_file()
    guest.unlink()
    build(tmp_path / "site", "--content", str(content))
    assert differing(built_site, tmp_path / "site") == []


def test_a_build_that_makes_nothing_anew_gives_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    """The second one over the same results: whatever it makes would be another file.

    What is known of a site is its own, and there are two sites.
    """
    results = tmp_path / "results"
    made = []
    for name in ("first", "second"):
        build(tmp_path / name, environment={"INTERTITLE_CACHE": str(results)})
        kept = (file for file in results.glob("*/*") if file.parent.name != "sites")
        made.append({file: file.stat().st_ino for file in kept})
    assert made[0] == made[1]
    stages = {"credits", "dates", "discovery", "documents", "links", "mentions", "pages", "search-index"}
    stages |= {"names", "words"}
    assert {file.parent.name for file in made[0]} == stages
    assert differing(built_site, tmp_path / "second") == []
