"""Which names may be one somebody's, and which may not."""

from __future__ import annotations

import pytest

from plugins.suggestions.likeness import is_one_edit, likeness
from plugins.suggestions.name_index import NameIndex
from plugins.suggestions.spelling import loosened, name_key


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Mourir Aupres de Toi", "Mourir Auprès de Toi", "the same but for accents"),
        ("Hoyte Van Hoytema", "Hoyte van Hoytema", "the same but for capitals"),
        ("K.K. Barrett", "KK Barrett", "the same but for the points of initials"),
        ("The Pharcyde", "Pharcyde", "the same but for the article"),
        ("Spider Man", "Spider-Man", "the same but for a hyphen"),
        ("Paul Anderson", "Paul Thomas Anderson", "with a middle name and without"),
        ("Paul T. Anderson", "Paul Thomas Anderson", "an initial stands for a middle name"),
        ("I. Varga", "Ines Varga", "an initial stands for the given name"),
        ("Bill Hurt", "William Hurt", "Bill and William may be one given name"),
        ("Scarlett Johanssen", "Scarlett Johansson", "one letter differs"),
        ("Kathryn Bigleow", "Kathryn Bigelow", "one letter differs"),
    ],
)
def test_forms_of_one_name_are_alike_with_the_reason(one: str, other: str, reason: str) -> None:
    for first, second in ((one, other), (other, one)):
        found = likeness(first, second, personal=True)
        assert found is not None
        assert found.reason in {reason, "William and Bill may be one given name"}
        assert 0.5 < found.confidence < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paul W. S. Anderson", "Paul Thomas Anderson"),
        ("Wes Anderson", "Paul Thomas Anderson"),
        ("Robert Downey Jr.", "Robert Downey"),
        ("Rocky III", "Rocky II"),
        ("Apollo 11", "Apollo 13"),
        ("Nicolas Cages", "Nicolas Cage"),
        ("Amy Dunn", "Amy Dunne"),
        ("Her", "Hers"),
        ("A. Kim", "Kim"),
        ("", "!"),
    ],
)
def test_names_of_two_are_not(one: str, other: str) -> None:
    assert likeness(one, other, personal=True) is None


def test_a_letter_between_two_given_names_may_part_two_people() -> None:
    found = likeness("Francis McDormand", "Frances McDormand", personal=True)
    assert found is not None
    assert found.confidence == 0.65


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("fog", "frog", True),
        ("fog", "fo", True),
        ("fog", "fgo", True),
        ("fog", "dog", True),
        ("fog", "dot", False),
    ],
)
def test_one_edit_is_one_letter_more_less_other_or_moved(one: str, other: str, expected: bool) -> None:
    assert is_one_edit(one, other) is is_one_edit(other, one) is expected


def test_loosening_moves_no_letter() -> None:
    text = "Ærø, Straße, Œuvre, Łódź, ﬁlm, ⅷ, İzmir and Auprès"
    assert len(loosened(text)) == len(text)
    assert loosened("Łódź") == "lodz"


def test_a_name_of_another_script_is_its_own_key() -> None:
    assert name_key("黒沢 清") == "黒沢 清"


def test_alike_names_are_found_without_comparing_all_pairs() -> None:
    """Of two thousand names each is compared with a handful, and its misspelt double is among them."""
    made = [
        f"{given}{one} Var{two}gaard"
        for given in ("Ines", "Otto")
        for one in "abcdefgh"
        for two in "klmnpqrstv"
    ]
    made += [f"Nobody {number} Else{number}" for number in range(2000)]
    index = NameIndex((name, name) for name in made)
    assert sum(len(list(index.alike(name))) for name in made) < 40 * len(made)
    assert ("Inesa Varkgaard", "Inesa Varkgaard") in index.alike("Inesa Varkgard")
