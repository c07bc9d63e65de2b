"""No page is heavier than a reader on a slow line waits for."""

from __future__ import annotations

import zlib

import pytest

from tests.site.crawl import Site

HEAVIEST = 15_000
"""Bytes of a page as a host sends it. All but a few hundred of them are in the first ten packets, which it
sends before it waits for an answer."""

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
