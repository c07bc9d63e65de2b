"""All addresses of a site for search engines, by sitemaps.org, and the rules for robots, by RFC 9309."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

SITEMAP = "sitemap.xml"

ROBOTS = "robots.txt"

MOST = 50_000
"""Addresses in one file, by the protocol. It also allows 50 MB, which as many of ours never come to."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemaps(addresses: Sequence[str], root: str, most: int = MOST) -> Iterator[tuple[str, bytes]]:
    """The files that list whole addresses, by their paths: one, or several with an index over them.

    No address has a date: the log of changes tells what changed and when, and not of all pages.

        >>> [path for path, _ in sitemaps(["https://a.example/"] * 5, "https://a.example", most=2)]
        ['sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml', 'sitemap.xml']
    """
    if len(addresses) <= most:
        yield SITEMAP, _listed("urlset", "url", addresses)
        return
    parts = []
    for number, first in enumerate(range(0, len(addresses), most), 1):
        parts.append(f"sitemap-{number}.xml")
        yield parts[-1], _listed("urlset", "url", addresses[first : first + most])
    yield SITEMAP, _listed("sitemapindex", "sitemap", [f"{root}/{path}" for path in parts])


def _listed(whole: str, one: str, addresses: Sequence[str]) -> bytes:
    lines = "".join(f"<{one}><loc>{escape(address)}</loc></{one}>\n" for address in addresses)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}\n<{whole} xmlns="{_NAMESPACE}">\n{lines}</{whole}>\n'.encode()


def robots(root: str, is_private: bool) -> bytes:
    """What programs may read: everything, or nothing of a private copy.

    ``root`` is the site's address; without one there is no list of pages to name.

        >>> print(robots("", is_private=True).decode(), end="")
        User-agent: *
        Disallow: /
    """
    rules = f"User-agent: *\nDisallow:{' /' if is_private else ''}\n"
    named = f"\nSitemap: {root}/{SITEMAP}\n" if root and not is_private else ""
    return (rules + named).encode()
