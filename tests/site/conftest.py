"""The built sites, read once in each process."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SECOND
from tests.site.crawl import Site


@pytest.fixture(scope="session")
def site(built_site: Path) -> Site:
    """The public edition as a fresh clone builds it."""
    return Site(built_site)


@pytest.fixture(scope="session")
def private(private_site: Path) -> Site:
    """The private edition with originals."""
    return Site(private_site)


@pytest.fixture(scope="session")
def public(public_with_library: Path) -> Site:
    """The public edition with originals."""
    return Site(public_with_library)


@pytest.fixture(scope="session")
def unrecorded(unrecorded_site: Path) -> Site:
    """The public edition of texts without any record."""
    return Site(unrecorded_site)


@pytest.fixture(scope="session")
def second(second_site: Path) -> Site:
    """The second archive, of another film."""
    return Site(second_site, SECOND, "nosferatu")


@pytest.fixture(scope="session", params=["site", "public", "private", "second"])
def any_site(request: pytest.FixtureRequest) -> Site:
    """Each edition and both archives in turn, for promises that hold in all of them."""
    found: Site = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session", params=["site", "public", "private", "second", "unrecorded"])
def every_site(request: pytest.FixtureRequest) -> Site:
    """Each edition in turn, and an archive of which nobody has written a word."""
    found: Site = request.getfixturevalue(request.param)
    return found
