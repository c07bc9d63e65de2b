"""How pages present themselves: by settings, and by what they are about."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.entity_pages.sharing import Shared, public_address, shared, shows_cards
from plugins.entity_pages.views import PageView, Ref

ADDRESS = "https://archive.example"
PERSON = Ref("ines-varga", "people/ines-varga.html", "Ines Varga", "person")
PAGE = PageView(PERSON.url, "person.html", PERSON.name, "", entity=PERSON)


@pytest.mark.parametrize(
    ("settings", "address", "cards"),
    [
        ({"SITEURL": ADDRESS, "SOCIAL_CARDS": True}, ADDRESS, True),
        ({"SITEURL": f"{ADDRESS}/", "SOCIAL_CARDS": False}, ADDRESS, False),
        ({"SITEURL": ADDRESS}, ADDRESS, False),
        ({"SITEURL": "", "SOCIAL_CARDS": True}, "", False),
        ({"SITEURL": ADDRESS, "SOCIAL_CARDS": True, "EDITION": "private"}, "", False),
    ],
)
def test_cards_need_an_address_and_a_public_site(settings: dict[str, Any], address: str, cards: bool) -> None:
    assert (public_address(settings), shows_cards(settings)) == (address, cards)


def test_a_page_has_its_own_card_and_without_cards_none() -> None:
    assert shared(PAGE, ADDRESS, has_cards=True) == Shared(
        "profile", f"{ADDRESS}/people/ines-varga.html", f"{ADDRESS}/cards/people/ines-varga.png"
    )
    assert shared(PAGE, ADDRESS, has_cards=False).image == ""
    assert shared(PAGE, "", has_cards=False) == Shared("profile")


def test_what_is_about_a_person_is_not_the_person() -> None:
    """A page of what somebody says shows the archive's card, as one of a shared name does."""
    says = PageView("people/ines-varga/says.html", "says.html", "Ines Varga says", "", entity=PERSON)
    assert shared(says, ADDRESS, has_cards=True) == Shared(
        "website", f"{ADDRESS}/{says.url}", f"{ADDRESS}/cards/index.png"
    )
