"""No page is heavier than a reader on a slow line waits for."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

import pytest

from tests.site.crawl import Link, Page, Site

HEAVIEST = 15_000
"""Bytes of a page as a host sends it. All but a few hundred of them are in the first ten packets, which it
sends before it waits for an answer."""

FIRST_VISIT = 60_000
"""Bytes of a page with all that a browser brings which has nothing of the archive yet."""

ICON = "theme/icon.svg"

AS_GZIP = 31
"""The ``wbits`` of zlib for a stream with the head and the foot of gzip."""


@pytest.fixture(scope="module", params=["site", "second"])
def bundled(request: pytest.FixtureRequest) -> Site:
    """The archives that ship with the generator, without originals."""
    found: Site = request.getfixturevalue(request.param)
    return found


def test_every_page_is_light(bundled: Site) -> None:
    """What pages share (style, scripts, letters) is brought once; each page's own bytes are counted here."""
    weights = {
        url: _sent((bundled.folder / url).read_bytes()) for url in bundled.files if url.endswith(".html")
    }
    assert {url: weight for url, weight in weights.items() if weight > HEAVIEST} == {}


def test_every_page_is_light_with_what_it_brings_after_the_home_page(site: Site) -> None:
    """With its styles and scripts, as a reader gets it who began at home; letters are in the test below."""
    at_home = _brought(site.pages["index.html"])
    weights = {
        url: sum(_sent((site.folder / one).read_bytes()) for one in {url, *_brought(page) - at_home})
        for url, page in site.pages.items()
    }
    assert {url: weight for url, weight in weights.items() if weight > HEAVIEST} == {}


def test_a_first_visit_is_light_at_home_and_on_every_page_of_a_person(site: Site) -> None:
    """With the letters that every page has, and the icon; fonts are packed already."""
    fonts = sum(
        (site.folder / f"theme/fonts/{name}.woff2").stat().st_size
        for name in ("newsreader", "newsreader-italic", "fraunces")
    )
    weights = {
        url: fonts + sum(_sent((site.folder / one).read_bytes()) for one in {url, ICON, *_brought(page)})
        for url, page in site.pages.items()
        if url.startswith(("index.html", "people/"))
    }
    assert {url: weight for url, weight in weights.items() if weight > FIRST_VISIT} == {}


def test_the_letters_of_english_texts_are_in_the_fonts_that_every_page_has(site: Site) -> None:
    """And so are the accents of most names: no page of the archive brings a font of its own."""
    style = (site.folder / "theme/css/type.css").read_text("utf-8")
    common = set(_letters(re.search(r"newsreader\.woff2.*?unicode-range:(.*?)[;}]", style, re.DOTALL)))
    written = {letter for page in site.pages.values() for letter in page.soup.get_text()}
    assert {one for one in written - common if one.isprintable()} == set()


def _brought(page: Page) -> set[str]:
    """The styles and scripts that a page names."""
    return {link.target for link in page.links if link.element in {"link", "script"} and _is_loaded(link)}


def _is_loaded(link: Link) -> bool:
    return link.target.endswith((".css", ".js"))


def _letters(found: re.Match[str] | None) -> Iterator[str]:
    """The letters of a ``unicode-range``."""
    assert found
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", found[1], re.IGNORECASE):
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


def test_no_page_brings_a_picture_or_a_script_of_its_own(bundled: Site) -> None:
    """So that the bytes of its file are all that it weighs; what it brings lies among what is shared."""
    for url, page in bundled.pages.items():
        brought = {
            link.target for link in page.links if link.element in {"img", "script", "source", "iframe"}
        }
        own = {one for one in brought if not one.startswith(("theme/", "search/", "cite/", "previews/"))}
        assert (url, own) == (url, set())


def _sent(written: bytes) -> int:
    packer = zlib.compressobj(level=9, wbits=AS_GZIP)
    return len(packer.compress(written) + packer.flush())
