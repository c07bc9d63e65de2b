"""How a credit that a program read becomes a claim, beside what editors have written."""

from __future__ import annotations

from plugins.archive.annotation import CreditLine
from plugins.archive.claim import ASSERTED, Claim
from plugins.archive.settings import Settings
from plugins.authority.record import Record
from plugins.authority.wiki_links import WikiLinks
from plugins.claims.assertion import assert_claims
from tests.building import ROOT
from tests.making import document, documents, pointer_to, record, records, span_of

TEXT = "Bram Oster as the Pilot hardly speaks. Jo Ruiz, the editor, cut it. Bram Oster is the Pilot."


def line(words: str, person: str = "bram-oster", **more: str) -> CreditLine:
    given = {
        "name": "",
        "role": "cast",
        "work": "tin-harbour",
        "character": "pilot",
        "part": "",
        "status": "final",
        "mode": "",
        "wording": "",
        **more,
    }
    return CreditLine(
        "review", span_of(TEXT, words), person, **given, reason="a test says so", maker="tests/1"
    )


def claims(*lines: CreditLine, written: Record | None = None) -> list[Claim]:
    own = records(written) if written else records()
    made = assert_claims(own, WikiLinks({}, {}), documents(document(TEXT)), lines, Settings(ROOT / "content"))
    assert made.problems == ()
    return [one for one in made.made if one.property == "credit"]


def pilot(**credit: str) -> Record:
    return record("pilot", "characters", film="tin-harbour", **{"performed-by": [credit]})


def test_a_line_becomes_a_claim_of_its_work_with_role_status_and_mode() -> None:
    (one,) = claims(line("Bram Oster as the Pilot", status="announced", mode="voice"))
    assert (one.subject, one.value, one.status) == ("tin-harbour", "bram-oster as pilot", "announced")
    assert dict(one.qualifiers) == {
        "person": "bram-oster",
        "character": "pilot",
        "role": "cast",
        "mode": "voice",
    }
    (one,) = claims(line("Jo Ruiz, the editor", "jo-ruiz", role="editor", character=""))
    assert (one.value, one.about) == ("editor: jo-ruiz", ("jo-ruiz",))


def test_a_part_without_a_record_is_named_in_the_texts_words() -> None:
    (one,) = claims(line("Bram Oster", character="", part="a sailor"))
    assert (one.value, one.qualifier("character-name")) == ("bram-oster as a sailor", "a sailor")


def test_a_company_without_a_record_is_a_fact_of_the_work() -> None:
    """Credits are of records; a name alone has no page to lead to."""
    read = line(
        "Jo Ruiz, the editor", "", name="Quay Films", role="distributor", character="", status="announced"
    )
    made = assert_claims(
        records(), WikiLinks({}, {}), documents(document(TEXT)), (read,), Settings(ROOT / "content")
    )
    (one,) = made.made
    assert (one.property, one.value, one.status) == ("distributor", "Quay Films", "announced")


def test_what_no_work_is_told_of_is_no_claim() -> None:
    assert claims(line("Bram Oster as the Pilot", work="")) == []


def test_an_editors_status_and_mode_stay_whatever_a_text_says() -> None:
    written = pilot(person="bram-oster", status="cut", mode="screen")
    editors, read = sorted(
        claims(line("Bram Oster as the Pilot", mode="voice"), written=written),
        key=lambda one: one.maker != "editor",
    )
    assert (editors.status, editors.qualifier("mode")) == ("cut", "screen")
    assert (read.status, read.qualifier("mode")) == (ASSERTED, None)


def test_what_an_editor_states_with_the_same_passage_is_not_said_twice() -> None:
    written = pilot(person="bram-oster", cite=pointer_to(TEXT, "the Pilot"))
    lines = (line("Bram Oster as the Pilot"), line("Bram Oster is the Pilot"))
    assert [one.maker for one in claims(*lines, written=written)].count("tests/1") == 1


def test_an_editors_word_for_a_role_is_kept() -> None:
    written = record("tin-harbour", "films", credits=[{"person": "jo-ruiz", "role": "film editor"}])
    found = claims(line("Jo Ruiz, the editor", "jo-ruiz", role="editor", character=""), written=written)
    assert {one.qualifier("role") for one in found} == {"film editor"}


def test_somebody_with_a_named_part_is_not_listed_without_one() -> None:
    """Nor with a description, nor twice without."""
    named = line("Bram Oster as the Pilot")
    described = line("Bram Oster is", character="", part="a sailor")
    alone = line("Bram Oster", character="")
    assert [one.value for one in claims(named, described, alone)] == ["bram-oster as pilot"]
    assert [one.value for one in claims(described, alone)] == ["bram-oster as a sailor"]
    assert [one.value for one in claims(alone)] == ["cast: bram-oster"]


def test_lengths_and_dates_stand_from_the_least_to_the_greatest() -> None:
    """And not in the order of their letters; words do."""
    told = {
        "running-time": ["107 minutes", "63 minutes", "about an hour", "a long evening"],
        "premiere": ["5 March 1922", "16 February 1922", "1921"],
        "award": ["Silver Rope", "Brass Rope"],
    }
    facts = [
        {"property": name, "value": value, "cite": "review p1"}
        for name, values in told.items()
        for value in values
    ]
    made = assert_claims(
        records(record("tin-harbour", "films", facts=facts)),
        WikiLinks({}, {}),
        documents(document(TEXT)),
        (),
        Settings(ROOT / "content"),
    ).made
    found = {name: [one.value for one in made if one.property == name] for name in told}
    assert found == {
        "running-time": ["about an hour", "63 minutes", "107 minutes", "a long evening"],
        "premiere": ["1921", "16 February 1922", "5 March 1922"],
        "award": ["Brass Rope", "Silver Rope"],
    }
