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
