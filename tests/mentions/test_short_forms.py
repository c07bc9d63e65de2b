"""What a text may call somebody whom it has named in full."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.entity import Kind
from plugins.authority.names import Bearer
from plugins.mentions.short_forms import ShortForms, short_forms

NOTHING = ((), ())

PEOPLE = {
    "surname and given name": ("Spike Jonze", None, (("Jonze",), ("Spike",))),
    "sort-name": ("Hayao Miyazaki", "Miyazaki, Hayao", (("Miyazaki",), ("Hayao",))),
    "three words": ("Philip Seymour Hoffman", None, (("Hoffman",), ("Philip",))),
    "two surnames": ("Fernando Fernán Gómez", "Fernán Gómez, Fernando", (("Fernán Gómez",), ("Fernando",))),
    "one stage name": ("Cher", None, NOTHING),
    # particles
    "particle": ("Hoyte van Hoytema", None, (("van Hoytema", "Van Hoytema"), ("Hoyte",))),
    "particle sorted behind": (
        "Hoyte van Hoytema",
        "Hoytema, Hoyte van",
        (("van Hoytema", "Van Hoytema"), ("Hoyte",)),
    ),
    "particle sorted before": ("Lars von Trier", "von Trier, Lars", (("von Trier", "Von Trier"), ("Lars",))),
    "two particles": ("Jo van der Berg", None, (("van der Berg", "Van der Berg"), ("Jo",))),
    "particle with a capital": ("Robert De Niro", None, (("De Niro",), ("Robert",))),
    "Welsh particle": ("Idwal ap Rhisiart", None, (("ap Rhisiart", "Ap Rhisiart"), ("Idwal",))),
    "saint": ("Eva St. Claire", None, (("St. Claire",), ("Eva",))),
    "particle as a given name": ("Van Morrison", None, (("Morrison",), ("Van",))),
    # additions
    "Jr.": ("Robert Downey Jr.", None, (("Downey Jr.", "Downey"), ("Robert",))),
    "Jr. behind a comma": ("Robert Downey, Jr.", None, (("Downey Jr.", "Downey"), ("Robert",))),
    "number": ("Loudon Wainwright III", None, (("Wainwright III", "Wainwright"), ("Loudon",))),
    # family name first
    "hyphen in the second name": ("Bong Joon-ho", None, (("Bong",), ("Joon-ho",))),
    "sorted as written": ("Zhang Yimou", "Zhang Yimou", (("Zhang",), ("Yimou",))),
    "sorted with a comma": ("Zhang Yimou", "Zhang, Yimou", (("Zhang",), ("Yimou",))),
    "family name in the middle": ("Tony Leung Chiu-wai", None, (("Leung",), ("Tony",))),
    "sorted from the middle": ("Tony Leung Chiu-wai", "Leung, Tony Chiu-wai", (("Leung",), ("Tony",))),
    "signs without capitals": ("宮崎 駿", None, NOTHING),
    # initials
    "initials with a space": ("K. K. Barrett", None, (("Barrett",), ("K. K.",))),
    "initials without": ("K.K. Barrett", None, (("Barrett",), ("K.K.",))),
    "initial before a given name": ("M. Night Shyamalan", None, (("Shyamalan",), ("Night",))),
    "surname of one letter": ("Malcolm X", None, ((), ("Malcolm",))),
    # nicknames
    "nickname in curly marks": ("Dwayne “The Rock” Johnson", None, (("Johnson",), ("Dwayne", "The Rock"))),
    "nickname in straight marks": ('Jo "Fog" Maes', None, (("Maes",), ("Jo", "Fog"))),
    "note in brackets": ("Amy (the neighbour)", None, NOTHING),
    # titles
    "Sir": ("Sir Ian McKellen", None, (("McKellen",), ("Ian",))),
    "Dame": ("Dame Judi Dench", None, (("Dench",), ("Judi",))),
    # hyphens
    "hyphen in the surname": ("Joseph Gordon-Levitt", None, (("Gordon-Levitt",), ("Joseph",))),
    "hyphen in the given name": ("Anne-Marie Duff", None, (("Duff",), ("Anne-Marie",))),
    # words of every day
    "given name that is a verb": ("Will Sharp", None, (("Sharp",), ("Will",))),
    "surname that is a word": ("Emma Stone", None, (("Stone",), ("Emma",))),
}

CHARACTERS = {
    "like a person": ("Theodore Twombly", None, (("Twombly",), ("Theodore",))),
    "given name that is a verb": ("Will Hunting", None, (("Hunting",), ("Will",))),
    "given name that is only a word": ("Standard Gabriel", None, (("Gabriel",), ())),
    "Mr.": ("Mr. Twombly", None, (("Twombly",), ())),
    "rank": ("Captain Ahab", None, (("Ahab",), ())),
    "queen with a number": ("Queen Elizabeth II", None, (("Elizabeth II", "Elizabeth"), ())),
    "the Pilot": ("the Pilot", None, NOTHING),
    "The Driver": ("The Driver", None, NOTHING),
    "what somebody is": ("Blind Date", None, NOTHING),
    "old man": ("Old Man", None, NOTHING),
    "title that is a word": ("Dr. Strange", None, NOTHING),
    "somebody’s somebody": ("Theodore’s date", None, NOTHING),
    "somebody’s Somebody": ("Theodore’s Mother", None, NOTHING),
    "from a place": ("Jane Doe of Ostend", None, NOTHING),
    "description": ("Man in the bar", None, NOTHING),
}


def forms_of(kind: Kind, name: str, sort_name: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    forms = short_forms(Bearer("x", kind, name, sort_name))
    return forms.surnames, forms.given


@pytest.mark.parametrize(("name", "sort_name", "expected"), PEOPLE.values(), ids=PEOPLE.keys())
def test_people_are_called_by_their_surnames_and_given_names(
    name: str, sort_name: str | None, expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    assert forms_of(Kind.PERSON, name, sort_name) == expected


@pytest.mark.parametrize(("name", "sort_name", "expected"), CHARACTERS.values(), ids=CHARACTERS.keys())
def test_characters_are_called_so_where_their_name_is_no_description(
    name: str, sort_name: str | None, expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    assert forms_of(Kind.CHARACTER, name, sort_name) == expected


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in {Kind.PERSON, Kind.CHARACTER}])
def test_nothing_else_has_short_forms(kind: Kind) -> None:
    assert short_forms(Bearer("x", kind, "Annie Hall")) == ShortForms()


@given(st.text(max_size=30), st.none() | st.text(max_size=30), st.sampled_from([Kind.PERSON, Kind.CHARACTER]))
def test_any_name_has_short_forms_that_are_no_longer_and_begin_with_a_capital_or_a_particle(
    name: str, sort_name: str | None, kind: Kind
) -> None:
    forms = short_forms(Bearer("x", kind, name, sort_name))
    assert all(0 < len(one) <= len(name) for one in (*forms.surnames, *forms.given))
    assert all(one[0].isupper() for one in forms.given)
    assert all(one[0].isupper() or " " in one for one in forms.surnames)
