"""Names that are whole, and halves of longer ones that no record knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.entity import Kind
from plugins.mentions.wholeness import Around, Stretch, is_whole, titles_in_marks

PERSON, CHARACTER, WORK = (frozenset({kind}) for kind in (Kind.PERSON, Kind.CHARACTER, Kind.WORK))


def whole(text: str, name: str, kinds: frozenset[Kind], *, headline: bool = False, known: str = "") -> bool:
    """Whether a name is whole in a folded text, beside another that is known."""
    start, beside = text.index(name), text.find(known) if known else -1
    around = Around(
        text,
        frozenset({beside} if beside >= 0 else ()),
        frozenset({beside + len(known)} if beside >= 0 else ()),
        tuple(titles_in_marks(text)),
    )
    stretch = Stretch(start, start + len(name), kinds, short=" " not in name, headline=headline)
    return is_whole(around, stretch)


@pytest.mark.parametrize(
    ("text", "name", "kinds"),
    [
        ("Nobody saw Varga wait.", "Varga", PERSON),
        ("Then Director Varga came.", "Varga", PERSON),
        ("They asked Mr. Varga.", "Varga", PERSON),
        ("Lindqvist's Drive is white.", "Drive", WORK),
        ("Sadly Varga left.", "Varga", PERSON),
        ("an ex-Varga crew", "Varga", PERSON),
        ("Ostend-born Ines Varga-Maes", "Ines Varga", PERSON),
        ("They saw Her 2013 again.", "Her", WORK),
        ("Ines Varga Talks", "Ines Varga", PERSON),
        ("It was Varga. She left.", "Varga", PERSON),
        ("l'Ostend", "Ostend", frozenset({Kind.PLACE})),
        ("Nobody—not even Varga—knows", "Varga", PERSON),
        ('“Mr. Twombly”, no: "Mr. Twombly" again', "Twombly", CHARACTER),
        ('"Wait for Amy," said the driver.', "Amy", CHARACTER),
    ],
)
def test_what_stands_beside_a_whole_name_is_explained(text: str, name: str, kinds: frozenset[Kind]) -> None:
    assert whole(text, name, kinds)


@pytest.mark.parametrize(
    ("text", "name", "kinds"),
    [
        ("an Amy-like calm", "Amy", CHARACTER),
        ("Anne-Marie waits", "Marie", CHARACTER),
        ("a bag of M&Ms", "M", WORK),
        ("They asked M. Night", "M", WORK),
        ("They saw Her 2 again.", "Her", WORK),
        ("They saw Her II again.", "Her", WORK),
        ("On television Samantha Jones orders.", "Samantha", CHARACTER),
        ("A card from Pamela Anderson came.", "Anderson", PERSON),
        ("A card from J. Vole came.", "Vole", PERSON),
        ("They rehearsed The Master Builder.", "The Master", WORK),
        ("She slept through Being John Malkovich.", "John Malkovich", PERSON),
        ('The band plays "Us and Them" slowly.', "Us", WORK),
        ("She saw _Amy and the Sea_ twice.", "Amy", CHARACTER),
        ("A card from O'Toole came.", "Toole", PERSON),
        ("See www.example.org/Varga/ there.", "Varga", PERSON),
        ("Write to @Varga now.", "Varga", PERSON),
    ],
)
def test_half_of_a_longer_name_is_refused(text: str, name: str, kinds: frozenset[Kind]) -> None:
    assert not whole(text, name, kinds)


def test_another_known_name_beside_a_name_explains_its_capital() -> None:
    assert not whole("They sent Varga Bram Oster.", "Varga", PERSON)
    assert whole("They sent Varga Bram Oster.", "Varga", PERSON, known="Bram Oster")


def test_in_a_headline_a_word_of_every_day_has_its_capital_for_nothing() -> None:
    assert whole("Varga Wins", "Varga", PERSON, headline=True)
    assert not whole("Varga Wins", "Varga", PERSON, headline=False)
    assert not whole("Samantha Jones Wins", "Samantha", CHARACTER, headline=True)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ('plays "Us and Them" slowly', ["Us and Them"]),
        ('plays "Us and Them," slowly', ["Us and Them"]),
        ("plays 'Us and Them' slowly", ["Us and Them"]),
        ("'It's Her's Turn'", ["It's Her's Turn"]),
        ("plays _Us and Them_ and *Heat Wave*", ["Us and Them", "Heat Wave"]),
        ('He said: "Amy Dunne."', []),
        ('"Amy Dunne," he says', []),
        ('the word "Her" alone', []),
        ('"We saw Amy Dunne there"', []),
        ('"Amy. Dunne"', []),
    ],
)
def test_titles_in_marks_have_capitals_and_nobody_says_them(text: str, titles: list[str]) -> None:
    assert [text[start:end] for start, end in titles_in_marks(text)] == titles


@given(
    st.text(alphabet="aA.-'\"& _*2:", max_size=20),
    st.text(alphabet="aA.-'\"& _*2:", max_size=20),
    st.booleans(),
)
def test_every_name_in_every_text_is_whole_or_not(before: str, after: str, headline: bool) -> None:
    whole(f"{before}Varga{after}", "Varga", PERSON, headline=headline)
