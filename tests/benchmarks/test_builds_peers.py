"""Stock Pelican and Hugo make the same site of the same pages, or their figures say nothing of each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.builds_peers import generators
from benchmarks.made_archive import made_archive
from benchmarks.process_tree import tree_taken_by

HREF = re.compile(r'href="([^"]*)"')


def test_both_write_as_many_files_and_no_link_is_broken(tmp_path: Path) -> None:
    both = generators()
    if len(both) < 2 or not Path(both[0].command[0]).is_file():
        pytest.skip("stock Pelican and Hugo are not installed; `invoke bench builds` brings them")
    archive = made_archive(60)
    found = []
    for one in both:
        home = tmp_path / one.name
        home.mkdir()
        one.write(archive, home)
        tree_taken_by(one.command, home, 1)
        pages = sorted((home / one.output).rglob("*.html"))
        links = [(page, link) for page in pages for link in HREF.findall(page.read_text("utf-8"))]
        inside = [(page, link) for page, link in links if not link.startswith(("http", "#"))]
        targets = {page.parent / link.partition("#")[0] for page, link in inside}
        broken = [target for target in targets if not (target.is_file() or (target / "index.html").is_file())]
        assert broken == []
        found.append((len(pages), len(inside)))
    assert found[0] == found[1]
