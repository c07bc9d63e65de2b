"""What people decided: applied where it fits, refused with the nearest right thing where it does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.errors import ContentFaults
from plugins.archive.relation import Comparison, Relation
from tests.making import ARCHIVE, flow_over, front_matter, write_archive

FILM = "films/tin-harbour.md"
FACTS = [
    {"property": "running-time", "value": "90 minutes", "cite": "harbour-review p4"},
    {"property": "running-time", "value": "91 minutes"},
    {"property": "setting-place", "value": "Ostend", "cite": "harbour-review p2"},
    {"property": "setting-place", "value": "a port", "cite": "harbour-review p3"},
    {"property": "budget", "value": "$2 million"},
]
ENTRY = {
    "subject": "tin-harbour",
    "property": "running-time",
    "who": "a test",
    "when": "2026-11",
    "why": "the print was timed",
}


def written(entry: dict[str, Any]) -> str:
    """An entry with a line for each key."""
    return "- " + "\n  ".join(f"{key}: {json.dumps(value)}" for key, value in entry.items()) + "\n"


def content(folder: Path, *entries: Any) -> Path:
    return write_archive(
        folder,
        {
            FILM: front_matter({**ARCHIVE[FILM], "facts": FACTS}),
            "authority/settlements.yaml": "".join(map(written, entries)),
        },
    )


def faults(folder: Path, *entries: Any) -> list[str]:
    try:
        flow_over(content(folder, *entries)).sound_value("pages")
    except ContentFaults as found:
        return [str(one) for one in found.problems]
    return []


def comparison(folder: Path, *entries: Any, name: str = "running-time") -> Comparison:
    flow = flow_over(content(folder, *entries))
    found: Comparison = flow.sound_value("claims").relations.about("tin-harbour", name)
    return found


def test_a_value_that_was_settled_is_named_and_the_other_stays(tmp_path: Path) -> None:
    found = comparison(tmp_path, {**ENTRY, "value": "1h 31"})
    assert [side.value for side in found.sides] == ["90 minutes", "91 minutes"]
    assert (found.settled, found.relation) == ((1,), Relation.CONFLICT)
    assert found.settlement
    assert (found.settlement.who, found.settlement.when, found.settlement.why) == (
        "a test",
        "2026-11",
        "the print was timed",
    )


def test_claims_can_be_named_in_the_place_of_a_value(tmp_path: Path) -> None:
    before = comparison(tmp_path / "before")
    claim = before.sides[0].claims[0].id
    found = comparison(tmp_path / "after", {**ENTRY, "claims": [claim]})
    assert found.settled == (0,)
    assert [side.claims for side in found.sides] == [side.claims for side in before.sides]


def test_a_person_can_say_what_a_difference_means(tmp_path: Path) -> None:
    """Where no rule reads the words, and where one has read them otherwise."""
    entry = {**ENTRY, "property": "setting-place", "relation": "partial", "why": "the port is Ostend’s"}
    found = comparison(tmp_path, entry, name="setting-place")
    assert (found.relation, found.reason) == (Relation.PARTIAL, "the port is Ostend’s")
    assert [(pair.relation, pair.reason) for pair in found.pairs] == [
        (Relation.PARTIAL, "the port is Ostend’s")
    ]


def test_the_data_tell_what_was_settled(tmp_path: Path) -> None:
    made = flow_over(content(tmp_path, {**ENTRY, "value": "91 minutes"})).sound_value("data_files")
    found = json.loads(made["data/disagreements.json"])
    (times,) = [one for one in found["disagreements"] if one["property"] == "running-time"]
    assert found["version"] == 2
    assert times["settled"] == {
        "sides": [1],
        "relation": None,
        "who": "a test",
        "when": "2026-11",
        "why": "the print was timed",
    }
    assert times["relation"] == "conflict"
    assert [side["value"] for side in times["sides"]] == ["90 minutes", "91 minutes"]


AT = "content/authority/settlements.yaml:"


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (
            {"value": "92 minutes"},
            "6:10: WRONG-VALUE no source gives '92 minutes' for the running-time of tin-harbour; "
            "did you mean '91 minutes'?",
        ),
        (
            {"claims": ["c-0000000000000000"]},
            "6:12: UNKNOWN-ID no claim of the running-time of tin-harbour has the id 'c-0000000000000000'; ",
        ),
        (
            {"subject": "tin-harbor", "value": "91 minutes"},
            "1:12: UNKNOWN-ID no record has the id 'tin-harbor'; did you mean 'tin-harbour'?",
        ),
        (
            {"property": "runing-time", "value": "91 minutes"},
            "2:13: WRONG-VALUE tin-harbour has no 'runing-time'; did you mean 'running-time'?",
        ),
        (
            {"property": "budget", "value": "$2 million"},
            "2:13: WRONG-VALUE the budget of tin-harbour has one value; there is nothing to settle, "
            "so remove the entry",
        ),
        (
            {"property": "credit", "of": "directer", "value": "director: ines-varga"},
            "6:7: WRONG-VALUE each job and part is settled by itself, and 'directer' is none of tin-harbour; "
            "did you mean 'director'?",
        ),
        (
            {"relation": "conflicting"},
            "6:13: WRONG-VALUE 'conflicting' is none of its values; did you mean 'conflict'?",
        ),
        (
            {},
            "1:3: MISSING-KEY a settlement needs a 'value' or 'claims' that hold, "
            "or the 'relation' of all values",
        ),
        (
            {"value": "91 minutes", "claims": ["c-1"]},
            "7:11: WRONG-VALUE a settlement names a value or claims, not both",
        ),
        (
            {"value": "91 minutes", "when": "soon"},
            "4:9: BAD-DATE 'soon' is no date that can be read; write 2026-11-22",
        ),
        (
            {"value": "91 minutes", "why": ""},
            "5:3: MISSING-KEY 'why' is empty; write behind it for what reason "
            "(between quotation marks if it begins with #)",
        ),
        ({"valeu": "91 minutes"}, "6:3: UNKNOWN-KEY 'valeu' is no key here; did you mean 'value'?"),
    ],
)
def test_an_entry_that_fits_nothing_is_told_with_its_place(
    changed: dict[str, Any], message: str, tmp_path: Path
) -> None:
    found = [one.removeprefix(AT) for one in faults(tmp_path, {**ENTRY, **changed})]
    assert found[0].startswith(message), found
    assert message.endswith("; ") or found[0] == message


def test_a_topic_is_settled_once(tmp_path: Path) -> None:
    entries = [{**ENTRY, "value": "90 minutes"}, {**ENTRY, "value": "91 minutes"}]
    assert faults(tmp_path, *entries) == [
        "content/authority/settlements.yaml:8:13: WRONG-VALUE this was settled further up; "
        "keep one of the two settlements"
    ]


def test_a_claim_that_a_program_read_settles_nothing(tmp_path: Path) -> None:
    """It is gone where the original is not at hand, and the archive must build there."""
    cast = [{"person": "ines-varga", "role": "cast", "character": "pilot"}]
    changed = {FILM: front_matter({**ARCHIVE[FILM], "credits": cast})}
    flow = flow_over(write_archive(tmp_path / "before", changed))
    (read,) = [one for one in flow.sound_value("claims").made if one.maker.startswith("credits/")][:1]
    entry = {
        **ENTRY,
        "property": "credit",
        "of": f"cast: {read.qualifier('character')}",
        "claims": [read.id],
    }
    changed["authority/settlements.yaml"] = written(entry)
    with pytest.raises(ContentFaults) as found:
        flow_over(write_archive(tmp_path / "after", changed)).sound_value("pages")
    (message,) = [str(one) for one in found.value.problems]
    assert "was read by a program and needs its original; name a claim that a record makes" in message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{subject: her}\n", "1:1: WRONG-TYPE the file is a list of entries; begin each with a hyphen: "),
        (b"- {subject: \xff}\n", "1:1: BAD-YAML byte 0xff is not UTF-8; save the file as UTF-8"),
        (b"- {subject: a: b}\n", "1:14: BAD-YAML "),
        (b"- her\n", "1:3: WRONG-TYPE "),
        (b"", ""),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_its_line(data: bytes, message: str, tmp_path: Path) -> None:
    made = write_archive(tmp_path, {"authority/settlements.yaml": data})
    try:
        flow_over(made).sound_value("pages")
        found = ""
    except ContentFaults as refused:
        found = str(refused.problems[0]).removeprefix("content/authority/settlements.yaml:")
    assert found.startswith(message)
    assert bool(found) == bool(message)


def test_an_accent_written_as_a_sign_of_its_own_is_the_same_letter(tmp_path: Path) -> None:
    """As records have it, whose letters are made one as well."""
    facts = [{"property": "budget", "value": one} for one in ("caf\u00e9 money", "much")]
    changed = {
        FILM: front_matter({**ARCHIVE[FILM], "facts": facts}),
        "authority/settlements.yaml": written({**ENTRY, "property": "budget", "value": "cafe\u0301 money"}),
    }
    found = flow_over(write_archive(tmp_path, changed)).sound_value("claims").relations
    assert found.about("tin-harbour", "budget").settled == (0,)
