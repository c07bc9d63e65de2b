"""Which forms of a text are one name: short forms, nicknames, capitals, marks."""

from __future__ import annotations

import pytest

from plugins.discovery.settling import set_down
from plugins.discovery.short_names import longer_titles
from tests.discovery.reading import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Director Ines Varga rows. Varga sings, and Varga laughs.",
            ["person: Ines Varga; Varga"],
            id="a surname",
        ),
        pytest.param(
            "Nadia Bell plays Odile Marchand. At night Odile sings to her lamp.",
            ["character: Odile Marchand; Odile", "person: Nadia Bell"],
            id="a part's first name",
        ),
        pytest.param(
            "Director Fernando León de Aranoa rowed, says León de Aranoa.",
            ["person: Fernando León de Aranoa; León de Aranoa"],
            id="a surname of several words",
        ),
        pytest.param(
            "The camera of cinematographer Jucimara do Vale. Later Juci slept.",
            ["person: Jucimara do Vale; Juci"],
            id="a nickname",
        ),
        pytest.param(
            "Director Peter O’Dare rowed. Peter Seamus O’Dare, 41, sings.",
            ["person: Peter O’Dare; Peter Seamus O’Dare"],
            id="a middle name",
        ),
        pytest.param(
            "Editor K. K. Maes cut it. K. K. burned it.",
            ["person: K. K. Maes; K. K."],
            id="initials",
        ),
        pytest.param(
            "They filmed Where the Rope Ends in fog. Then the song Rope Ends, by nobody, won.",
            ["work: Where the Rope Ends; Rope Ends"],
            id="a short title",
        ),
    ],
)
def test_a_short_form_goes_with_the_full_name(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_a_surname_that_two_have_goes_with_neither() -> None:
    """Nobody can tell whose it is."""
    text = "Director Ines Varga met producer Lotte Varga. “No,” says Varga."
    assert names_in(text) == ["person: Ines Varga", "person: Lotte Varga"]


def test_a_player_and_a_part_of_one_first_name_are_two() -> None:
    text = (
        "Director Tess Bell rows. In her film Nadia Quill plays Tess. Here Tess sings, and Tess’s lamp burns."
    )
    found = names_in(text)
    assert "character: Tess" in found
    assert "person: Tess Bell" in found


def test_mr_and_mrs_of_one_surname_are_not_the_same() -> None:
    text = "Director Chan Varga rows. “No,” said Mr. Varga. “Yes,” said Mrs. Varga."
    (of_person,) = [one for one in names_in(text) if one.startswith("person: Chan Varga")]
    assert "Mrs" not in of_person


def test_capitals_for_their_own_sake_are_the_name_as_it_is_written_elsewhere() -> None:
    text = "Director Ines Varga rows.\n\nINES VARGA: It was there."
    assert names_in(text) == ["person: Ines Varga"]


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("INES VARGA", "Ines Varga"),
        ("DAN O'BANNON", "Dan O'Bannon"),
        ("EDDA MCLUND", "Edda McLund"),
        ("K. K. MAES", "K. K. Maes"),
        ("VARGA'S ROPE", "Varga's Rope"),
    ],
)
def test_a_name_in_capitals_is_set_down(capitals: str, written: str) -> None:
    assert set_down(capitals) == written


def test_a_title_in_marks_is_the_title_without_them() -> None:
    text = "They watched “Rope Year” (2004) in fog. After Rope Year they slept."
    assert names_in(text) == ["work: Rope Year"]


def test_a_title_in_marks_is_not_the_part_of_its_name() -> None:
    text = "Tess Bell plays Larry Crane in “Larry Crane” (2011), and Larry Crane weeps."
    assert names_in(text) == ["character: Larry Crane", "person: Tess Bell", "work: Larry Crane"]


def test_the_form_is_the_texts_own() -> None:
    """With its apostrophes and dashes, whatever they are read as."""
    assert names_in("They met gaffer Anne‐Marie O’Dare there.") == ["person: Anne‐Marie O’Dare"]


def test_titles_in_titles_are_found_as_whole_words() -> None:
    titles = ["Rope Ends", "Where the Rope Ends", "Rope Endsville", "Rope", "Rope Ends: A Tale"]
    assert longer_titles(titles) == {"Rope Ends": ["Where the Rope Ends", "Rope Ends: A Tale"]}
