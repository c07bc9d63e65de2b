"""What is new between two states, and what is only put otherwise."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.archive.relation import Topic
from plugins.changes.change import ChangeKind, beginning, changes_between
from plugins.changes.lines import read_log
from plugins.changes.log import Entry, lines_of, state_after
from plugins.changes.report import as_json, as_text
from plugins.changes.state import State, Stated, state_of_files
from tests.changes.states import FILM, NINETY, NINETY_ONE, data_of, film, state_of, told, values
from tests.making import ARCHIVE, REVIEW, front_matter

SETTLEMENT: dict[str, str | bytes] = {
    "authority/settlements.yaml": "- {subject: tin-harbour, property: running-time, value: 91 minutes, "
    "who: a test, when: 2026-11, why: the print was timed}\n"
}


def test_the_same_archive_has_no_changes(tmp_path: Path) -> None:
    assert changes_between(state_of(tmp_path / "a"), state_of(tmp_path / "b")) == ()


def test_a_claim_is_added_and_another_is_removed(tmp_path: Path) -> None:
    before = state_of(tmp_path / "a", film(NINETY))
    after = state_of(tmp_path / "b", film({**NINETY, "property": "budget", "value": "$2 million"}))
    found = changes_between(before, after)
    assert [(one.kind, values(one)) for one in found] == [
        (ChangeKind.ADDED, (None, "$2 million")),
        (ChangeKind.REMOVED, ("90 minutes", None)),
    ]


def test_a_date_that_only_stood_in_for_an_event_goes_without_a_word(tmp_path: Path) -> None:
    """As soon as somebody records one event of a text, its other dates wait for people: nothing is lost."""
    text = "A diary\n\nWe shot the fog on 3 May 2003.\n\nThe lamp was lit on 9 June 2003.\n"
    values = {"name": "A diary", "kind": "essay", "rights": "full", "summary": "Two days."}
    digest = hashlib.sha256(text.encode()).hexdigest()
    diary: dict[str, str | bytes] = {
        "sources/diary.md": front_matter({**values, "sha256": digest, "file": "diary.txt"}),
        "sources/diary.txt": text,
    }
    fog = {"name": "Fog", "status": "happened", "phase": "shooting", "summary": "Fog.", "date": "2003-05-03"}
    recorded: dict[str, str | bytes] = {"events/fog.md": front_matter({**fog, "cite": "diary p2"})}
    assert b'"dated-diary-' in data_of(tmp_path / "read", diary)["data/claims.jsonl"]
    before, after = state_of(tmp_path / "a", diary), state_of(tmp_path / "b", diary, recorded)
    assert told(before, after) == [("added", "date")]


@pytest.mark.parametrize("changed", [{"value": "91 minutes"}, {"status": "approximate"}])
def test_another_answer_from_the_same_words_is_a_change(changed: dict[str, str], tmp_path: Path) -> None:
    before = state_of(tmp_path / "a", film(NINETY))
    after = state_of(tmp_path / "b", film({**NINETY, **changed}))
    assert told(before, after) == [("changed", "running-time")]


def test_a_second_value_is_added_and_contradicts_the_first(tmp_path: Path) -> None:
    before = state_of(tmp_path / "a", film(NINETY))
    after = state_of(tmp_path / "b", film(NINETY, NINETY_ONE))
    assert told(before, after) == [("added", "running-time"), ("contradicted", "running-time")]
    assert changes_between(before, after)[-1].values == ("90 minutes", "91 minutes")
    assert told(after, before) == [("removed", "running-time"), ("reconciled", "running-time")]


def test_a_third_value_contradicts_anew_and_a_changed_one_does_not(tmp_path: Path) -> None:
    two = state_of(tmp_path / "a", film(NINETY, NINETY_ONE))
    third = {**NINETY_ONE, "value": "95 minutes", "cite": "harbour-review p2"}
    assert told(two, state_of(tmp_path / "b", film(NINETY, NINETY_ONE, third))) == [
        ("added", "running-time"),
        ("contradicted", "running-time"),
    ]
    other = {**NINETY_ONE, "value": "92 minutes"}
    assert told(two, state_of(tmp_path / "c", film(NINETY, other))) == [("changed", "running-time")]


def test_a_settlement_is_told_once_and_so_is_its_end(tmp_path: Path) -> None:
    before = state_of(tmp_path / "a", film(NINETY, NINETY_ONE))
    after = state_of(tmp_path / "b", film(NINETY, NINETY_ONE), SETTLEMENT)
    (found,) = changes_between(before, after)
    assert found.settled
    assert (found.kind, found.settled.values, found.settled.why) == (
        ChangeKind.SETTLED,
        ("91 minutes",),
        "the print was timed",
    )
    assert told(after, before) == [("reopened", "running-time")]


def test_a_reason_put_better_settles_nothing_anew(tmp_path: Path) -> None:
    before = state_of(tmp_path / "a", film(NINETY, NINETY_ONE), SETTLEMENT)
    better = {name: str(text).replace("the print", "a print") for name, text in SETTLEMENT.items()}
    assert told(before, state_of(tmp_path / "b", film(NINETY, NINETY_ONE), better)) == []


EVENT = "events/2004-premiere.md"


@pytest.mark.parametrize(
    "changed",
    [
        film({**NINETY, "note": "said aside"}),
        film(NINETY, summary="Another summary."),
        film(NINETY, credits=ARCHIVE[FILM]["credits"][::-1]),
        film({**NINETY, "cite": "harbour-review p3"}),
        {**film(NINETY), EVENT: front_matter({**ARCHIVE[EVENT], "derivation": "the month before it"})},
        {**film(NINETY), "people/bram-oster.md": front_matter({"name": "Bram Oster", "summary": "He acts."})},
    ],
    ids=["note", "summary", "order", "pointer", "derivation", "another record"],
)
def test_what_is_only_put_otherwise_is_no_change(changed: dict[str, str | bytes], tmp_path: Path) -> None:
    """Words that are pinned at another place of the same source are still what it says."""
    assert told(state_of(tmp_path / "a", film(NINETY)), state_of(tmp_path / "b", changed)) == []


def test_a_wording_that_may_no_longer_be_shown_is_no_change(tmp_path: Path) -> None:
    source = "sources/harbour-review.md"
    shown = {**film(NINETY), source: front_matter({**ARCHIVE[source], "rights": "full"})}
    hidden = {**film(NINETY), source: front_matter({**ARCHIVE[source], "rights": "summary"})}
    assert told(state_of(tmp_path / "a", shown), state_of(tmp_path / "b", hidden)) == []


def test_what_programs_read_comes_and_goes_with_the_originals_unnoticed(tmp_path: Path) -> None:
    """In a copy without them nothing is unknown that people recorded."""
    with_text = state_of(tmp_path / "a")
    data = data_of(tmp_path / "b")
    rows = [json.loads(line) for line in data["data/claims.jsonl"].decode().splitlines()]
    by_people = [row for row in rows if row.get("maker", "editor") == "editor"]
    assert len(by_people) < len(rows)
    data["data/claims.jsonl"] = "".join(json.dumps(row) + "\n" for row in by_people).encode()
    data["data/segments.jsonl"] = b'{"version": 1}\n'
    without = state_of_files(data)
    assert told(with_text, without) == []
    assert told(without, with_text) == []


def directors(*names: str, read: str = "") -> State:
    """A state in which each of these directs the film; of one only a program has read, in a text at hand."""
    claims = [
        Stated(
            f"c-{name}",
            "tin-harbour",
            "credit",
            f"director: {name}",
            "final",
            "weekly" if name == read else "harbour-review",
            f"weekly p{place}" if name == read else f"harbour-review p{place}",
            (("person", name), ("role", "director")),
            is_read=name == read,
        )
        for place, name in enumerate(names, 1)
    ]
    values = tuple(one.value for one in claims)
    topics: dict[Topic, tuple[str, ...]] = {("tin-harbour", "credit", "director"): values}
    contradicted = topics if len(values) > 1 else {}
    return State({one.id: one for one in claims}, contradicted, {}, frozenset({"weekly"} if read else ()))


def test_a_contradiction_that_only_a_program_has_read_comes_and_goes_with_the_original() -> None:
    """And one between people is told, whether or not the original is there."""
    with_text, without = directors("ines", "bram", read="bram"), directors("ines")
    assert told(with_text, without) == []
    assert told(without, with_text) == []
    of_people = directors("ines", "nadia")
    assert ("contradicted", "credit") in told(with_text, of_people)
    assert ("reconciled", "credit") in told(of_people, without)


def test_a_log_keeps_what_came_with_an_original_without_telling_it() -> None:
    """So that it is no news either when the original is there the next time."""
    log: tuple[Entry, ...] = (Entry("a test", "2026-11-01", (), beginning(directors("ines"))),)
    with_text = directors("ines", "bram", read="bram")
    log += (Entry("a test", "2026-11-02", ("weekly",), changes_between(state_after(log), with_text)),)
    assert [entry.told for entry in log] == [(), ()]
    assert changes_between(state_after(log), with_text) == ()


def test_a_correction_changes_what_stands(tmp_path: Path) -> None:
    before = state_of(tmp_path / "a", film(NINETY))
    claims = {
        id_: replace(one, corrected=True) if one.property == "running-time" else one
        for id_, one in before.claims.items()
    }
    after = State(claims, before.contradicted, before.settled, before.at_hand)
    (found,) = changes_between(before, after)
    assert found.before
    assert found.after
    assert (found.kind, found.before.standing, found.after.standing) == (
        ChangeKind.CHANGED,
        "asserted",
        "retracted",
    )


def test_a_log_adds_up_to_the_state_that_was_recorded(tmp_path: Path) -> None:
    """What was begun with, then every change: the next comparison finds nothing new."""
    states = [
        state_of(tmp_path / "a", film(NINETY)),
        state_of(tmp_path / "b", film(NINETY, NINETY_ONE)),
        state_of(tmp_path / "c", film(NINETY, NINETY_ONE), SETTLEMENT),
        state_of(tmp_path / "d", film({**NINETY, "cite": "harbour-review p2"})),
        state_of(tmp_path / "e", film(NINETY, NINETY_ONE)),
    ]
    log = lines_of(Entry("a test", "2026-11-01", ("harbour-review",), beginning(states[0])), is_first=True)
    for day, state in enumerate(states[1:], 2):
        entry = Entry(
            "a test",
            f"2026-11-{day:02}",
            ("harbour-review",),
            changes_between(state_after(read_log(log)), state),
        )
        log += lines_of(entry, is_first=False)
        assert changes_between(state_after(read_log(log)), state) == ()
    assert [len(entry.told) for entry in read_log(log)] == [0, 2, 1, 3, 2]
    assert state_after(read_log(log)).claims == dict(states[-1].claims)


def test_a_log_holds_no_word_of_a_text(tmp_path: Path) -> None:
    """Only values, which are the archive's own, and the title of a source, which has five words."""
    state = state_of(tmp_path, film(NINETY))
    log = lines_of(Entry("a test", "2026-11-01", (), beginning(state)), is_first=True)
    words = REVIEW.split()
    runs = {" ".join(words[place : place + 6]) for place in range(len(words) - 5)}
    assert not any(run in log for run in runs)


def test_a_build_of_the_first_version_is_read_as_all_contradicted(tmp_path: Path) -> None:
    """Its disagreements were unjudged, and none of them is news because it has a word now."""
    data = data_of(tmp_path / "a", film(NINETY, NINETY_ONE))
    row = json.loads(data["data/disagreements.json"])["disagreements"][0]
    sides = [{"value": one["value"], "claims": one["claims"]} for one in row["sides"]]
    old = {"subject": "tin-harbour", "property": "running-time", "relation": "unjudged", "sides": sides}
    data["data/disagreements.json"] = json.dumps({"version": 1, "disagreements": [old]}).encode()
    assert told(state_of_files(data), state_of(tmp_path / "b", film(NINETY, NINETY_ONE))) == []


def test_changes_are_told_in_lines_and_as_data(tmp_path: Path) -> None:
    before = state_of(tmp_path / "a", film(NINETY))
    changes = changes_between(before, state_of(tmp_path / "b", film(NINETY, NINETY_ONE), SETTLEMENT))
    assert as_text(changes, "2026-11-01") == (
        "3 changes since 2026-11-01\n"
        "\n"
        "tin-harbour running-time\n"
        "  added        “91 minutes”, asserted (harbour-review p3)\n"
        "  contradicted “90 minutes”, “91 minutes”\n"
        "  settled      “91 minutes”, by a test, 2026-11: the print was timed"
    )
    data = json.loads(as_json(changes, "2026-11-01"))
    assert data["since"] == "2026-11-01"
    assert [one["change"] for one in data["changes"]] == ["added", "contradicted", "settled"]
    assert data["changes"][0]["after"]["value"] == "91 minutes"
    assert as_text((), "yesterday") == "No change since yesterday"
