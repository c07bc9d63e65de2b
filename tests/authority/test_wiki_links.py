"""What ``[[...]]`` means in records."""

from __future__ import annotations

from dataclasses import replace

from plugins.authority.wiki_links import check_wiki_links
from tests.making import record, records

ODILE = record("odile", "characters", name="Odile", variants=["the lamp"])


def test_an_id_a_name_and_a_variant_lead_to_the_record() -> None:
    meant = check_wiki_links(records(ODILE)).targets
    assert [meant[one] for one in ("odile", "Odile", "the lamp")] == ["odile"] * 3


def test_an_id_is_stronger_than_the_name_of_another() -> None:
    other = record("x", "people", name="odile")
    assert check_wiki_links(records(ODILE, other)).targets["odile"] == "odile"


def test_links_in_values_and_bodies_are_known_once_each() -> None:
    about = replace(record("about", "pages", summary="By [[odile]]."), body="[[Odile]] and [[odile|her]]")
    assert check_wiki_links(records(ODILE, about)).outgoing["about"] == ("odile",)


def test_a_name_of_two_records_leads_nowhere_by_itself() -> None:
    found = check_wiki_links(records(ODILE, record("film", "works", name="Odile")))
    assert "Odile" not in found.targets
    assert found.problems == ()


def test_a_stub_makes_no_name_ambiguous_that_a_record_has() -> None:
    """A copy without the originals has no stubs, and must find the same faults."""
    about = replace(record("about", "pages"), body="[[Odile]]")
    found = replace(record("odile-marsh", "people", name="Odile Marsh", variants=["Odile"]), is_stub=True)
    assert check_wiki_links(records(about, ODILE, found)).outgoing["about"] == ("odile",)
    recorded = replace(found, is_stub=False)
    [problem] = check_wiki_links(records(about, ODILE, recorded)).problems
    assert problem.message == (
        "[[Odile]] may be [[odile|Odile]] (character), [[odile-marsh|Odile]] (person); write one of them"
    )


def test_a_part_of_a_page_is_named_by_the_words_of_its_heading() -> None:
    """As editors write it; their capitals, and the headings above it, do not matter."""
    about = replace(record("about", "pages"), body="## Our rights\n\n[[#our rights]]")
    film = replace(
        record("tin", "works", name="Tin"),
        body="[[about#Our rights]], [[about#About#Our rights|them]], [[Tin]]",
    )
    found = check_wiki_links(records(about, film))
    assert found.problems == ()
    assert found.outgoing == {"about": (), "tin": ("about", "tin")}


def test_a_part_that_is_not_there_is_told_with_the_nearest() -> None:
    about = replace(record("about", "pages"), body="## Our rights\n\n## Fog")
    film = replace(record("tin", "works", summary="See [[about#Or rights]]."), body="[[about#x]] [[#y]]")
    assert [one.message for one in check_wiki_links(records(about, film)).problems] == [
        "[[about#x]] names no heading of the page; its headings are #Our rights, #Fog",
        "[[#y]] names no heading of the page; write ## y above what is meant, or no #",
        "[[about#Or rights]] names no heading of the page; did you mean [[about#Our rights]]?",
    ]


def test_a_value_leads_to_no_part_of_its_own_page() -> None:
    """A summary is shown on other pages, where that part is not."""
    film = replace(record("tin", "works", summary="See [[#Fog]]."), body="## Fog")
    [problem] = check_wiki_links(records(film)).problems
    assert problem.message.endswith("a value is shown on other pages too; write [[tin#Fog]]")
