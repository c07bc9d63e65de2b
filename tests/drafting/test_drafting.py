"""A new record's page: what is known stands in it, and what is missing is told at its place."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.archive.claim import Claim
from plugins.archive.entity import Kind
from plugins.archive.span import Pointer
from plugins.authority.schema import FOLDERS
from plugins.discovery.merging import Discovered
from plugins.drafting.draft import FOLDER_OF, Known, draft_page, id_for
from plugins.drafting.known import known_of
from plugins.markdown_it.front_matter import read_front_matter
from plugins.sources.library import Documents
from tests.building import ROOT, invoke
from tests.making import flow_over, write_archive

TEXTS = ROOT / "tests" / "unrecorded_texts"
"""Texts of which nobody has recorded anything: what stands in them is known from them alone."""


@pytest.mark.parametrize("kind", FOLDER_OF)
def test_a_page_is_yaml_with_the_keys_of_its_kind(kind: str) -> None:
    text = draft_page(kind, 'Odile: “The "Fog" #1”', {}, Known(variants=("yes", "O. Marchand")))
    page = read_front_matter(text, "new.md")
    assert (page.problems, page.values["name"]) == ((), 'Odile: “The "Fog" #1”')
    keys = FOLDERS[FOLDER_OF[kind]].keys
    assert set(page.values) <= set(keys)
    assert {key for key, one in keys.items() if one.required} <= set(page.values)
    assert [key for key in keys if f"\n{key}:" not in text and f"\n# {key}:" not in text] == []
    if "variants" in keys:
        assert page.values["variants"] == ["yes", "O. Marchand"]


def test_a_page_waits_for_what_is_missing_and_for_nothing_else(tmp_path: Path) -> None:
    content = write_archive(tmp_path)
    status, said, complained = invoke(
        *("new", "event", "A", "first", "night", "--content", content),
        *("--set", "date=1962-05", "--set", "status=happened", "--set", "phase=release"),
    )
    assert (status, complained) == (0, "")
    assert "1962-05-a-first-night.md is begun.\nIt waits for: summary, cite.\n" in said
    found = [one for one in flow_over(content).value("written").problems if "first-night" in one.path]
    assert sorted((one.code, one.message.split()[0]) for one in found) == [
        ("MISSING-KEY", "'cite'"),
        ("MISSING-KEY", "'summary'"),
    ]


def test_a_page_with_all_that_it_needs_has_no_fault(tmp_path: Path) -> None:
    content = write_archive(tmp_path)
    given = ("--set", "summary=Who waits: a pilot.", "--set", "variants=The Pilot of 1961, Pilote")
    assert invoke("new", "character", "Second Pilot", *given, "--content", content)[0] == 0
    written = flow_over(content).sound_value("written").by_id["second-pilot"]
    assert written.values == {
        "name": "Second Pilot",
        "film": "tin-harbour",
        "variants": ["The Pilot of 1961", "Pilote"],
        "summary": "Who waits: a pilot.",
    }


def test_names_become_ids_and_dates_in_words_days(tmp_path: Path) -> None:
    """Where they can mean one thing only; what is not known stays, for a check to tell."""
    content = write_archive(tmp_path)
    for words in (
        ("character", "Gull", "performed-by=Bram Oster, nadia-bell", "film=The Tin Harbour"),
        ("event", "A night", "people=Ines Varga, Bram Oster", "place=Ostend", "date=June 23, 1975"),
        ("event", "A day", "people=Otto Brandt, Varga", "date=3/4/1975"),
    ):
        kind, name, *given = words
        settings = [word for one in given for word in ("--set", one)]
        assert invoke("new", kind, name, *settings, "--content", content)[0] == 0
    by_id = flow_over(content).value("written").by_id
    gull, night, day = by_id["gull"].values, by_id["1975-06-23-a-night"].values, by_id["a-day"].values
    assert gull["performed-by"] == [{"person": "bram-oster"}, {"person": "nadia-bell"}]
    assert (gull["film"], night["place"], night["date"]) == ("tin-harbour", "ostend", "1975-06-23")
    assert night["people"] == ["ines-varga", "bram-oster"]
    assert (day["people"], day["date"]) == (["Otto Brandt", "ines-varga"], "3/4/1975")


def test_what_texts_say_of_a_name_stands_in_its_page(tmp_path: Path) -> None:
    """Its other forms as variants, its places as pointers, and facts to be judged as comments."""
    content = tmp_path / "content"
    content.mkdir()
    asked = ("new", "person", "Ida", "Brandt", "--content", content, "--library", TEXTS)
    assert invoke(*asked)[0] == 0
    text = content.joinpath("people", "ida-brandt.md").read_text("utf-8")
    assert "#   review-review-the-salt-ferry p3 " in text
    assert "#   - {work: the-salt-ferry, role: cast, character: nora, cite: " in text
    assert read_front_matter(text, "").values == {"name": "Ida Brandt", "summary": None}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "say what is new, one of person, character"),
        (("person",), "say its name too: invoke new person NAME"),
        (("charcter", "Ida"), "there is no 'charcter'; did you mean 'character'?"),
        (("person", "Ida", "--set", "sumary=She rows."), "did you mean 'summary'?"),
        (("person", "Ida", "--set", "summary"), "it is a key and its value"),
        (
            ("person", "Ida", "--set", "role=director"),
            "no file was made; leave --set role out, and when the file is there: "
            "write credits: [{work: tin-harbour, role: director}]\n",
        ),
        (
            ("person", "Ida", "--set", "character=Odile"),
            "a part is told in the character's record; add in content/characters/odile.md before the ] that "
            "ends performed-by: , {person: ida}",
        ),
        (
            ("person", "Ida", "--set", "part=a sailor"),
            "write credits: [{work: tin-harbour, role: cast, character-name: a sailor}]",
        ),
        (
            ("person", "Ida", "--set", "facts=none"),
            "no file was made; leave --set facts out, and write in the file: facts: [{",
        ),
        (
            ("character", "Gull", "--set", "performed-by=Otto Brandt"),
            "and write in the file: performed-by: [{person: otto-brandt}]",
        ),
        (("person", "Ida", "--id", "Ida Brandt"), "'Ida Brandt' can be no id"),
        (("person", "声"), "no address can be made of '声'"),
        (("person", "Tin", "Harbour"), "is the id of content/films/tin-harbour.md already"),
        (("person", "Ostend"), "content/authority/places.yaml:1 has 'ostend' in a line of its own"),
    ],
)
def test_what_cannot_be_is_refused_with_what_would_do(
    tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    content = write_archive(tmp_path)
    before = sorted(content.rglob("*"))
    status, _, complained = invoke("new", *words, "--content", content)
    assert status == 2
    assert told in complained
    assert sorted(content.rglob("*")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of this kind is not there on Windows")
def test_at_a_terminal_it_asks_for_what_is_needed_and_opens_the_file(tmp_path: Path) -> None:
    content = write_archive(tmp_path)
    terminal, there = pty.openpty()
    command = [sys.executable, "-m", "invoke", "new", "person", "Ida Brandt", "--content", str(content)]
    environment = {**os.environ, "VISUAL": "cp /dev/null"}
    with subprocess.Popen(
        command, cwd=ROOT, stdin=there, stdout=there, stderr=there, env=environment
    ) as asked:
        os.close(there)
        os.write(terminal, b"She rows.\n")
        said = b""
        while b"check\r\n" not in said and asked.poll() is None:
            said += os.read(terminal, 4096)
    os.close(terminal)
    assert b"summary: one sentence about it" in said
    # The editor of this test empties what it opens.
    assert content.joinpath("people", "ida-brandt.md").read_bytes() == b""


def test_an_events_id_begins_with_its_day_where_that_is_known() -> None:
    assert id_for("event", "The First Night", {"date": "1962-05"}) == "1962-05-the-first-night"
    assert id_for("event", "The First Night", {"date": "1962-05?"}) == "the-first-night"
    assert id_for("person", "The First Night", {"date": "1962-05"}) == "the-first-night"


@pytest.mark.parametrize(
    ("stub", "entry"),
    [
        ("ida", "{work: ferry, role: cast, character: nora, mode: voice, status: cut,"),
        ("nora", "{person: ida, mode: voice, status: cut,"),
        ("ferry", "{person: ida, role: cast, character: nora, mode: voice, status: cut,"),
    ],
)
def test_a_credit_is_offered_as_the_record_takes_it(stub: str, entry: str) -> None:
    """A person's names the work, a part's who plays it, a work's both; what became of it is not lost."""
    told = (("person", "ida"), ("role", "cast"), ("character", "nora"), ("mode", "voice"))
    pointer = Pointer.parse("review p3")
    credit = Claim("ferry", "credit", "ida as nora", pointer, "cut", qualifiers=told, about=("ida", "nora"))
    dated = Claim("ferry", "date", "2004", pointer, about=("ida", "nora"))
    stubs = {stub: Discovered(stub, Kind.PERSON, (), (), (), 1.0)}
    assert known_of(stub, stubs, Documents({}), (credit, dated)).facts == (f'- {entry} cite: "review p3"}}',)
