"""Pages where their address is shared: what they say of themselves, and the cards that they name."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.building import build
from tests.making import ARCHIVE, front_matter, write_archive

ADDRESS = "https://archive.example/tin"
ENVIRONMENT = {"INTERTITLE_SITEURL": ADDRESS}
ALWAYS = {"og:title", "og:description", "og:type", "og:site_name", "og:locale", "twitter:card"}

Told = dict[str, str]


def told_by(site: Path, url: str) -> Told:
    """What a page tells those who share it, by the names of Open Graph, and its canonical address."""
    page = BeautifulSoup((site / url).read_text("utf-8"), "html.parser")
    found = {
        str(meta.get("property") or meta.get("name")): str(meta["content"])
        for meta in page.select("head meta[property], head meta[name^='twitter:']")
    }
    canonical = page.select_one("head link[rel=canonical]")
    return found | ({"canonical": str(canonical["href"])} if canonical else {})


def cards_of(site: Path) -> dict[Path, bytes]:
    return {card.relative_to(site): card.read_bytes() for card in sorted((site / "cards").rglob("*.png"))}


def pages_of(site: Path) -> list[str]:
    return sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_archive(tmp_path_factory.mktemp("shared"))


@pytest.fixture(scope="module")
def site(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("addressed") / "site"
    build(output, "--content", str(content), environment=ENVIRONMENT)
    return output


@pytest.mark.parametrize("edition", ["built_site", "private_site", "unrecorded_site"])
def test_every_page_says_what_it_is(edition: str, request: pytest.FixtureRequest) -> None:
    """Without an address of the site there is none of the page, and no picture."""
    folder: Path = request.getfixturevalue(edition)
    for url in pages_of(folder):
        told = told_by(folder, url)
        assert set(told) == ALWAYS, url
        assert all(told.values()), url
        assert told["twitter:card"] == "summary"
    assert not (folder / "cards").exists()


def test_with_an_address_each_page_has_its_own_and_a_picture_that_is_there(site: Path) -> None:
    """But for the page for lost readers, which a host shows at any address."""
    seen = set()
    for url in pages_of(site):
        told = told_by(site, url)
        if url == "404.html":
            assert set(told) == ALWAYS
            continue
        assert told["og:url"] == told["canonical"] == f"{ADDRESS}/{'' if url == 'index.html' else url}"
        image = told["og:image"].removeprefix(f"{ADDRESS}/")
        assert (site / image).is_file(), url
        seen.add(image)
    assert seen == {card.relative_to(site).as_posix() for card in (site / "cards").rglob("*.png")}


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("index.html", "website"),
        ("timeline.html", "website"),
        ("films/tin-harbour.html", "video.movie"),
        ("works/drop.html", "article"),
        ("people/ines-varga.html", "profile"),
        ("sources/harbour-review.html", "article"),
    ],
)
def test_pages_are_told_apart_by_their_type(url: str, kind: str, site: Path) -> None:
    assert told_by(site, url)["og:type"] == kind


def test_a_stub_shows_the_card_of_the_archive(tmp_path: Path) -> None:
    text = (
        "Olga Brandt, the actress, plays the keeper.\n\n"
        "Olga Brandt waited for fog. “I like it,” says Olga Brandt.\n"
    )
    source = {"name": "Talk", "kind": "interview", "summary": "A talk.", "rights": "full", "file": "talk.txt"}
    source["sha256"] = sha256(text.encode()).hexdigest()
    files: dict[str, str | bytes] = {"sources/talk.md": front_matter(source), "sources/talk.txt": text}
    build(
        tmp_path / "site",
        "--content",
        str(write_archive(tmp_path / "content", files)),
        environment=ENVIRONMENT,
    )
    stub = tmp_path / "site" / "people" / "olga-brandt.html"
    assert "data-stub" in stub.read_text("utf-8") or "titlecard-stub" in stub.read_text("utf-8")
    assert told_by(tmp_path / "site", "people/olga-brandt.html")["og:image"] == f"{ADDRESS}/cards/index.png"
    assert not (tmp_path / "site" / "cards" / "people" / "olga-brandt.png").exists()


def test_an_edit_draws_one_card_anew_and_leaves_the_others(tmp_path: Path) -> None:
    """And gives the bytes that a build from nothing gives."""
    content, site = write_archive(tmp_path / "content"), tmp_path / "site"
    environment = {**ENVIRONMENT, "INTERTITLE_CACHE": str(tmp_path / "kept")}
    build(site, "--content", str(content), environment=environment)
    before = {card: card.stat().st_ino for card in sorted((site / "cards").rglob("*.png"))}
    person = {**ARCHIVE["people/bram-oster.md"], "summary": "An actor of the quay."}
    (content / "people" / "bram-oster.md").write_text(front_matter(person), "utf-8")
    build(site, "--content", str(content), environment=environment)
    changed = [card.name for card, number in before.items() if card.stat().st_ino != number]
    assert changed == ["bram-oster.png"]
    clean = tmp_path / "clean"
    build(clean, "--content", str(content), "--anew", environment=environment)
    assert cards_of(site) == cards_of(clean)


def test_a_card_that_somebody_has_spoilt_is_drawn_again(tmp_path: Path) -> None:
    content, site = write_archive(tmp_path / "content"), tmp_path / "site"
    environment = {**ENVIRONMENT, "INTERTITLE_CACHE": str(tmp_path / "kept")}
    build(site, "--content", str(content), environment=environment)
    card = site / "cards" / "index.png"
    good = card.read_bytes()
    card.unlink()
    card.write_bytes(b"spoilt")
    build(site, "--content", str(content), environment=environment)
    assert card.read_bytes() == good
