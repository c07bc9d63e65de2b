"""Runs: which capitals stand together, and what their form shows."""

from __future__ import annotations

import pytest

from plugins.discovery.joining import LONGEST_RUN
from tests.discovery.reading import run_in, runs_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met Ines Varga at noon.", ["Ines Varga"]),
        ("They met Ines Varga, Bram Oster.", ["Ines Varga", "Bram Oster"]),
        ("He rows with Zoë van der Ångh.", ["Zoë van der Ångh"]),
        ("He rows with Edda do Vale.", ["Edda do Vale"]),
        ("He read of Lawrence of Arabia.", ["Lawrence of Arabia"]),
        ("He read The Keeper of the Lamp.", ["The Keeper of the Lamp"]),
        ("He met Carol of Harbour Pictures.", ["Carol", "Harbour Pictures"]),
        ("They sold Rope Year 2 again.", ["Rope Year 2"]),
        ("He saw Abel Crane Jr. twice.", ["Abel Crane Jr."]),
        ("Then I met Varga’s Bell.", ["Varga", "Bell"]),
        ("And Varga rows.", ["Varga"]),
        ("In May 1921 Varga rows.", ["Varga"]),
        ("In March 1921 Varga rows.", ["Varga"]),
        ("In March 1921 the boat sank.", ["March 1921"]),
        ("Photo Bram Oster", ["Bram Oster"]),
        ("nobody rows", []),
        ("So it is.", []),
    ],
)
def test_capitals_that_stand_side_by_side_are_a_run(text: str, found: list[str]) -> None:
    """With particles, ``of`` and numbers in them; a possessive and any sign end it."""
    assert [run.surface for run in runs_in(text)] == found


@pytest.mark.parametrize(
    ("text", "surface", "lead"),
    [
        ("Director Ines Varga rows.", "Ines Varga", "director"),
        ("They met Editor Jo Quill.", "Jo Quill", "editor"),
        ("He met Mr. Bram Oster there.", "Bram Oster", "mr"),
        ("He met Danish Edda Lund there.", "Edda Lund", "danish"),
        ("It is 30-year-old Jo Quill.", "Jo Quill", ""),
        ("They met Song Kang-ho there.", "Song Kang-ho", ""),
        ("Ask Ilse.", "Ilse", "ask"),
    ],
)
def test_what_stands_before_a_name_in_capitals_is_its_lead(text: str, surface: str, lead: str) -> None:
    assert run_in(text, surface).lead == lead


def test_a_row_of_capitals_that_is_longer_than_any_title_is_no_run() -> None:
    assert [run.surface for run in runs_in("they saw " + "Quill " * LONGEST_RUN)] == [
        ("Quill " * LONGEST_RUN).strip()
    ]
    assert runs_in("they saw " + "Quill " * (LONGEST_RUN + 1)) == []


@pytest.mark.parametrize(
    ("name", "personal"),
    [
        ("Ines Varga", True),
        ("K. K. Maes", True),
        ("Song Kang-ho", True),
        ("Zoë van der Ångh", True),
        ("Abel Crane Jr.", True),
        ("Grace Bell", True),
        ("Ines", False),
        ("Harbour Press", False),
        ("Lamp Fog", False),
        ("Boston Globe", False),
        ("San Sebastian", False),
        ("Georgia Film Fund", False),
        ("Merry Christmas", False),
        ("Ines Varga Bram Oster Jo Quill", False),
    ],
)
def test_a_full_name_looks_personal(name: str, personal: bool) -> None:
    """A given name or initials, then another word; papers, places and firms do not."""
    assert run_in(f"they met {name} there", name).looks_personal is personal


@pytest.mark.parametrize(
    ("text", "name", "elsewhere"),
    [
        ("They sailed to Oslo then.", "Oslo", True),
        ("They sailed from Austin then.", "Austin", True),
        ("They met Austin then.", "Austin", False),
        ("It opened in April then.", "April", True),
        ("They asked April then.", "April", False),
        ("She waits in Room 12 now.", "Room 12", True),
        ("They won Best Picture then.", "Best Picture", True),
        ("They learned Dutch there.", "Dutch", True),
        ("They rowed to Port Varga then.", "Port Varga", True),
        ("They slept on Good Friday then.", "Good Friday", False),
        ("They slept on Quillish Friday then.", "Quillish Friday", True),
    ],
)
def test_places_days_and_terms_are_named_elsewhere(text: str, name: str, elsewhere: bool) -> None:
    """A given name that is a month or a town too is one only where the words beside make it so."""
    assert run_in(text, name).is_elsewhere_named is elsewhere


@pytest.mark.parametrize(
    ("name", "otherwise"),
    [
        ("Harbour Pictures", True),
        ("Marrow & Sons", True),
        ("Ministry of Fog", True),
        ("Silver Anchor Award", True),
        ("Ines Award", True),
        ("Rope Year", False),
        ("Mr. Award", False),
    ],
)
def test_firms_offices_and_prizes_end_otherwise(name: str, otherwise: bool) -> None:
    assert run_in(f"they praised {name} there", name).ends_otherwise is otherwise


def test_a_run_knows_the_words_beside_it() -> None:
    """A lead counts for the word before; behind a sign there is none."""
    run = run_in("They met editor Jo Quill says nobody.", "Jo Quill")
    assert (run.word_before, run.word_after) == ("editor", "says")
    assert run_in("Then, Jo Quill, nobody.", "Jo Quill").word_before == ""
    assert run_in("Editor Jo Quill left.", "Jo Quill").word_before == "editor"
