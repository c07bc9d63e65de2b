"""What search engines ask for: every page's whole address in public, and nothing in private."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest

from plugins.sitemap.addresses import MOST, robots, sitemaps
from tests.building import build
from tests.making import write_archive

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADDRESS = "https://archive.example/tin"


def addresses_in(listed: bytes) -> list[str]:
    tree = ET.fromstring(listed)  # noqa: S314 we have made it
    assert tree.tag in {f"{NAMESPACE}urlset", f"{NAMESPACE}sitemapindex"}
    assert {one.tag for entry in tree for one in entry} <= {f"{NAMESPACE}loc"}
    return [loc.text or "" for loc in tree.iter(f"{NAMESPACE}loc")]


def allows(rules: bytes, address: str) -> bool:
    parser = RobotFileParser()
    parser.parse(rules.decode().splitlines())
    return parser.can_fetch("anybody", address)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that knows its address."""
    folder = tmp_path_factory.mktemp("addressed")
    content = write_archive(folder / "content")
    build(folder / "site", "--content", str(content), environment={"INTERTITLE_SITEURL": ADDRESS})
    return folder / "site"


def test_every_page_but_that_for_lost_readers_is_listed_once(site: Path) -> None:
    pages = {page.relative_to(site).as_posix() for page in site.rglob("*.html")} - {"404.html"}
    found = addresses_in((site / "sitemap.xml").read_bytes())
    home = {f"{ADDRESS}/"}
    assert sorted(found) == sorted({f"{ADDRESS}/{page}" for page in pages - {"index.html"}} | home)


def test_robots_are_led_to_the_list(site: Path) -> None:
    rules = (site / "robots.txt").read_bytes()
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in rules.decode().splitlines()
    assert allows(rules, f"{ADDRESS}/people/ines-varga.html")


def test_without_an_address_there_is_no_list(built_site: Path) -> None:
    assert not (built_site / "sitemap.xml").exists()
    assert "Sitemap" not in (built_site / "robots.txt").read_text("utf-8")


def test_a_private_copy_forbids_everything_and_lists_nothing(tmp_path: Path) -> None:
    """Also where somebody has set an address."""
    content = write_archive(tmp_path / "content")
    address = {"INTERTITLE_SITEURL": ADDRESS}
    build(tmp_path / "site", "--content", str(content), "--edition", "private", environment=address)
    rules = (tmp_path / "site" / "robots.txt").read_bytes()
    assert not allows(rules, f"{ADDRESS}/index.html")
    assert sorted((tmp_path / "site").glob("sitemap*")) == []
    assert ADDRESS not in rules.decode()


@pytest.mark.parametrize(("count", "files"), [(0, 1), (MOST, 1), (MOST + 1, 3), (2 * MOST + 1, 4)])
def test_no_file_lists_more_than_the_protocol_allows(count: int, files: int) -> None:
    addresses = [f"{ADDRESS}/people/{number}.html" for number in range(count)]
    made = dict(sitemaps(addresses, ADDRESS))
    assert len(made) == files
    named = {path: addresses_in(listed) for path, listed in made.items()}
    assert all(len(found) <= MOST for found in named.values())
    if files > 1:
        named = {
            one.removeprefix(f"{ADDRESS}/"): named[one.removeprefix(f"{ADDRESS}/")]
            for one in named["sitemap.xml"]
        }
    assert [one for found in named.values() for one in found] == addresses


def test_signs_that_xml_keeps_for_itself_are_escaped() -> None:
    ((_, listed),) = sitemaps(["https://a.example/?a&b"], "https://a.example")
    assert addresses_in(listed) == ["https://a.example/?a&b"]


def test_rules_end_with_a_line_end() -> None:
    assert all(robots(root, private).endswith(b"\n") for root in ("", ADDRESS) for private in (True, False))
