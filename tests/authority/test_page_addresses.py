"""Addresses of pages in a text: the pages that gather what records say are known by name."""

from __future__ import annotations

from plugins.authority.page_addresses import PAGES_OF_THE_SITE
from plugins.entity_pages.gathering import GATHERING


def test_a_link_may_lead_to_each_page_that_gathers() -> None:
    assert PAGES_OF_THE_SITE == GATHERING
