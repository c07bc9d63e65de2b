"""References for people and for programs: what is recorded, and nothing else."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.edtf import Edtf
from plugins.citing.bibtex import bibtex
from plugins.citing.citation import FORMS
from plugins.citing.csl import csl_item, csl_json
from plugins.citing.dates import csl_date
from plugins.citing.files import citing_files
from plugins.citing.item import Item
from plugins.citing.items import Container, item_of_page
from plugins.citing.names import Name, names_of
from plugins.citing.reference import formatted, reference
from plugins.citing.ris import ris
from plugins.entity_pages.views import PageView
from tests.making import flow_over, write_archive

ADA = Name("Lark", "Ada")

NAMES = {
    "Ada Lark": (ADA,),
    "Ada Lark and Bo Ek": (ADA, Name("Ek", "Bo")),
    "Ada Lark, Bo Ek & Ines Varga": (ADA, Name("Ek", "Bo"), Name("Varga", "Ines")),
    "Ada Lark; Bo Ek": (ADA, Name("Ek", "Bo")),
    "K. K. Barrow": (Name("Barrow", "K. K."),),
    "Joost van der Meer": (Name("Meer", "Joost", "van der"),),
    "Ursula K. Le Quint": (Name("Le Quint", "Ursula K."),),
    "Mark Harrow Jr.": (Name("Harrow", "Mark", suffix="Jr."),),
    "Vincent D’Orno": (Name("D’Orno", "Vincent"),),
    "Prince Rogers Harrow": (Name("Harrow", "Prince Rogers"),),
    "Ostend Film Festival": (Name(literal="Ostend Film Festival"),),
    "fog on the quay": (Name(literal="fog on the quay"),),
    "Holt and Bell": (Name(literal="Holt and Bell"),),
    "Ada Lark and Staff": (ADA, Name(literal="Staff")),
    "Varga": (Name(literal="Varga"),),
    "The archive": (Name(literal="The archive"),),
    "Quay Staff": (Name(literal="Quay Staff"),),
    "Studio 6": (Name(literal="Studio 6"),),
    "霧島": (Name(literal="霧島"),),
}

DATES = {
    "1962": {"date-parts": [[1962]]},
    "1962-06-03": {"date-parts": [[1962, 6, 3]]},
    "1962-11": {"date-parts": [[1962, 11]]},
    "0850-05": {"date-parts": [[850, 5]]},
    "1962-06~": {"date-parts": [[1962, 6]], "circa": True},
    "1962-21": {"date-parts": [[1962]], "season": 1},
    "1962-24?": {"date-parts": [[1962]], "season": 4, "circa": True},
    "1962-07/1963-01": {"date-parts": [[1962, 7], [1963, 1]]},
    "1962-07/1963-21": {"date-parts": [[1962, 7], [1963]]},
    "[..1962]": {"literal": "1962 or earlier"},
    "196X": {"literal": "the 1960s"},
}

EVERYTHING = Item(
    *(
        "fog",
        "review",
        "Fog & {Tin}: 50 % <b>off</b>",
        names_of("Ada Lark, Joost van der Meer and the Staff"),
    ),
    *("The Quay", Edtf.parse("1962-06-03"), "https://quay.example/a_b?c={d}", "de"),
)
BARE = Item("talk", "interview", description="A talk")


@pytest.mark.parametrize("written", NAMES)
def test_names_are_taken_apart_as_bibliographies_sort_them(written: str) -> None:
    assert names_of(written) == NAMES[written]


def test_a_particle_that_an_index_has_last_is_one() -> None:
    assert names_of("Hanne van der Meer", "Meer, Hanne van der") == (Name("Meer", "Hanne", "van der"),)


def test_what_is_in_doubt_is_told_as_the_archive_tells_it() -> None:
    """Uncertain is not about, and neither is an exact year."""
    unsure = Item("talk", "review", "Talk", issued=Edtf.parse("2004?"))
    assert reference(unsure).text == "‘Talk’. 2004 (uncertain)."
    entry = parse_string(bibtex([unsure])).entries[0]
    assert (entry["year"], entry["date"]) == ("{2004 (uncertain)}", "2004?")


def test_a_recorded_author_has_the_name_of_the_record() -> None:
    assert names_of("Anna Maria Pilot", "Maria Pilot, Anna") == (Name("Maria Pilot", "Anna"),)


@pytest.mark.parametrize("written", DATES)
def test_dates_are_no_more_precise_than_recorded(written: str) -> None:
    assert csl_date(Edtf.parse(written)) == DATES[written]


def test_a_reference_has_what_is_recorded() -> None:
    assert reference(EVERYTHING).text == (
        "Lark, Ada, Joost van der Meer, and the Staff. ‘Fog & {Tin}: 50 % <b>off</b>’. The Quay, "
        "3 June 1962, https://quay.example/a_b?c={d}."
    )
    assert reference(BARE).text == "[A talk]."


def test_nothing_in_a_reference_is_markup_but_its_own() -> None:
    marked = str(reference(EVERYTHING).html)
    assert "&lt;b&gt;" in marked
    assert marked.count("<") == 2
    assert "<i>The Quay</i>" in marked


def test_of_nothing_there_is_no_reference() -> None:
    with pytest.raises(ValueError, match="neither a title"):
        reference(Item("nothing", "article"))


_VALUE = st.text("aZé9 .,;:?!()[]'’\"“”&<>-–\ue000\ue001霧", max_size=6).map(str.strip)
_NAME = st.builds(Name, _VALUE, _VALUE, _VALUE, _VALUE) | st.builds(Name, literal=_VALUE)
_ITEM = st.builds(
    Item,
    st.just("fog"),
    st.sampled_from(["review", "webpage"]),
    title=_VALUE,
    authors=st.lists(_NAME, max_size=3).map(tuple),
    container=_VALUE,
    issued=st.none() | st.sampled_from(sorted(DATES)).map(Edtf.parse),
    url=_VALUE,
    description=_VALUE.filter(bool),
)


@given(_ITEM)
def test_what_is_put_in_later_comes_out_as_if_the_style_had_seen_it(item: Item) -> None:
    """Of ten thousand pages the style is asked a few times; each reads as if it had been asked for it."""
    assert reference(item) == formatted(item)


def test_the_home_page_is_the_archive_itself() -> None:
    page = PageView("index.html", "home.html", "Intertitle", "")
    item = item_of_page(page, Container("Intertitle", "An archive", "https://fog.example"))
    assert (item.container, item.url) == ("", "https://fog.example/")


def test_bibtex_is_read_back_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read = parse_string(bibtex([EVERYTHING, BARE]))
    assert read.failed_blocks == []
    fog, talk = read.entries
    assert (fog.key, fog.entry_type) == ("fog", "article")
    assert fog["title"] == r"{Fog \& \{Tin\}: 50 \% <b>off</b>}"
    assert fog["author"] == "Lark, Ada and van der Meer, Joost and {the Staff}"
    assert (fog["year"], fog["month"], fog["date"]) == ("1962", "6", "1962-06-03")
    assert {field.key: field.value for field in talk.fields} == {"title": "{[A talk]}"}


def test_ris_is_read_back() -> None:
    fog, talk = rispy.loads(ris([EVERYTHING, BARE]))
    assert fog["title"] == EVERYTHING.title
    assert fog["authors"] == ["Lark, Ada", "van der Meer, Joost", "the Staff"]
    assert (fog["year"], fog["date"]) == ("1962", "1962/06/03/")
    assert talk == {"type_of_reference": "MGZN", "id": "talk", "title": "[A talk]"}


def test_csl_json_is_read_by_a_csl_library_without_a_warning() -> None:
    written = json.loads(csl_json([csl_item(EVERYTHING), csl_item(BARE)]))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read = CiteProcJSON(written)
    assert list(read) == ["fog", "talk"]


@given(
    st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1).filter(str.strip),
    st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])),
)
def test_any_title_comes_back_from_bibtex_as_one_entry(title: str, container: str) -> None:
    read = parse_string(bibtex([Item("one", "review", title, container=container), BARE]))
    assert [one.key for one in read.entries] == ["one", "talk"]
    assert read.failed_blocks == []


def test_every_form_ends_as_its_files_do() -> None:
    assert {name: ending for name, ending, _ in FORMS.values()} == {
        "BibTeX": "bib",
        "RIS": "ris",
        "CSL-JSON": "json",
    }


def test_the_bibliography_has_every_source_in_the_order_of_authors(tmp_path: Path) -> None:
    head = "---\nkind: review\nrights: summary\nsummary: It is one.\n"
    sources = {
        "sources/b.md": f"{head}name: B\nauthor: Joost van der Meer\n---\n",
        "sources/c.md": f"{head}name: C\nauthor: Ada Lark\n---\n",
        "sources/d.md": f"{head}name: D\n---\n",
    }
    files = citing_files(flow_over(write_archive(tmp_path, sources)).sound_value("site"))
    keys = [one["id"] for one in json.loads(files["cite/bibliography.json"])]
    assert [key for key in keys if key in {"b", "c", "d"}] == ["d", "c", "b"]
    assert {f"cite/{key}.js" for key in keys} == {path for path in files if path.endswith(".js")}
    assert len(parse_string(files["cite/bibliography.bib"].decode()).entries) == len(keys)
