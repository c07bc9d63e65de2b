"""The log as content: every line that is none of ours is a fault with its place, and all are told at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.changes.change import Change, ChangeKind
from plugins.changes.keeping import keep
from plugins.changes.lines import NEXT, read_lines, read_log
from plugins.changes.log import Entry
from plugins.changes.reading import read_change_log
from plugins.changes.state import Stated, UnreadableState
from tests.durations import grows_like_a_line
from tests.making import flow_over, write_archive

HEAD: dict[str, Any] = {"who": "a test", "when": "2026-11-01", "at_hand": []}
CLAIM: dict[str, Any] = {
    "id": "c-1",
    "value": "90 minutes",
    "status": "asserted",
    "cite": "harbour-review p4",
}
ADDED: dict[str, Any] = {
    "change": "added",
    "subject": "tin-harbour",
    "property": "running-time",
    "of": None,
    "after": CLAIM,
}


def text_of(*rows: object) -> str:
    return "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


def without(row: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != key}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("fog", "1: UNREADABLE-LINE no JSON: Expecting value"),
        (
            '{"who": "a test",',
            "18: UNREADABLE-LINE no JSON: Expecting property name enclosed in double quotes",
        ),
        ("<<<<<<< mine", "1: UNREADABLE-LINE no JSON: Expecting value"),
        ("[]", "1: WRONG-TYPE expected an object, found a list"),
        ({"version": 9}, "1: WRONG-VALUE the version is 9, and 1 is known"),
        (without(HEAD, "when"), "1: MISSING-KEY there is no 'when'"),
        ({**HEAD, "when": "2026-11"}, "1: BAD-DATE '2026-11' is no day; write one like 2026-11-27"),
        ({**HEAD, "when": "soon"}, "1: BAD-DATE 'soon' is no day; write one like 2026-11-27"),
        ({**HEAD, "when": 2026}, "1: WRONG-TYPE 'when' is a line of text, found 2026"),
        ({**HEAD, "at_hand": "essay"}, "1: WRONG-TYPE 'at_hand' is a list of texts, found text"),
        ({**ADDED, "change": "melted"}, "1: WRONG-VALUE 'melted' is no kind of change"),
        (without(ADDED, "subject"), "1: MISSING-KEY there is no 'subject'"),
        (without(ADDED, "after"), "1: MISSING-KEY what is added has no 'after'"),
        ({**ADDED, "after": "90 minutes"}, "1: WRONG-TYPE a claim is an object, found text"),
        ({**ADDED, "after": without(CLAIM, "cite")}, "1: MISSING-KEY there is no 'cite'"),
        ({**ADDED, "change": "settled"}, "1: MISSING-KEY what is settled has no 'settled'"),
        ({**ADDED, "settled": []}, "1: WRONG-TYPE 'settled' is an object, found a list"),
    ],
)
def test_a_line_that_is_none_is_a_fault_at_its_place(row: object, told: str) -> None:
    """Behind a sound entry, so that only the line itself is at fault."""
    found = read_lines(text_of({"version": 1}, HEAD, ADDED, row), "content/changes.jsonl")
    assert [str(one) for one in found.problems] == [f"content/changes.jsonl:4:{told}; {NEXT}"]
    assert len(found.entries[0].changes) == 1


def test_a_change_that_nobody_kept_is_a_fault() -> None:
    found = read_lines(text_of(ADDED), "changes.jsonl")
    assert [one.message for one in found.problems] == [f"no line before it says who kept it and when; {NEXT}"]


def test_every_fault_is_told_and_sound_entries_stay() -> None:
    found = read_lines(text_of({"version": 1}, "fog", HEAD, "", ADDED, {}, ADDED), "changes.jsonl")
    assert [(one.line, one.code) for one in found.problems] == [(2, "UNREADABLE-LINE"), (6, "MISSING-KEY")]
    assert [len(one.changes) for one in found.entries] == [2]


def test_a_sign_that_some_take_for_the_end_of_a_line_is_none() -> None:
    """JSON may hold the line separator of Unicode; only a line feed ends a line of the log."""
    line = json.dumps({**HEAD, "who": "a\u2028test"}, ensure_ascii=False)
    assert [one.who for one in read_log(text_of(line))] == ["a\u2028test"]


def test_a_log_to_compare_with_is_refused_by_its_first_fault() -> None:
    with pytest.raises(UnreadableState, match=r"^line 2 of changes.jsonl is no entry: no JSON: "):
        read_log(text_of({"version": 1}, "fog", "more fog"))


def test_a_log_of_many_lines_grows_no_worse_than_its_lines() -> None:
    """Eight times the lines: eight times the work, and not the sixty-four of an entry made anew each line."""

    def prepared(lines: int) -> Callable[[], object]:
        text = text_of(HEAD, *[ADDED] * lines)
        (entry,) = read_log(text)
        assert len(entry.changes) == lines
        return lambda: read_log(text)

    assert grows_like_a_line(prepared, 2_000, 16_000)


def test_faults_of_the_log_stand_among_those_of_the_records(tmp_path: Path) -> None:
    """Whoever builds or checks is told of all of them, and of the place in the file."""
    files: dict[str, str | bytes] = {
        "changes.jsonl": text_of({"version": 1}, HEAD, "fog"),
        "people/nobody.md": '---\n{"name": "Nobody"}\n---\n',
    }
    flow = flow_over(write_archive(tmp_path, files))
    flow.value("pages")
    assert [(one.path, one.line, one.code) for one in flow.problems()] == [
        ("content/changes.jsonl", 3, "UNREADABLE-LINE"),
        ("content/people/nobody.md", 2, "MISSING-KEY"),
    ]


def test_a_log_that_is_no_text_names_the_line(tmp_path: Path) -> None:
    content = write_archive(tmp_path, {"changes.jsonl": b'{"version": 1}\n\xff\n'})
    log = read_change_log(flow_over(content).value("settings"))
    assert [str(one) for one in log.problems] == [
        "content/changes.jsonl:2:1: UNREADABLE-LINE the line is not UTF-8; save the file as UTF-8"
    ]


def test_an_entry_never_runs_into_a_line_without_its_end(tmp_path: Path) -> None:
    """Editors leave files without a last line feed."""
    log = tmp_path / "changes.jsonl"
    stated = Stated("c-1", "tin-harbour", "running-time", "90 minutes", "asserted", None, None)
    change = Change(ChangeKind.ADDED, ("tin-harbour", "running-time", None), after=stated)
    keep(Entry("a test", "2026-11-01", (), (change,)), log)
    log.write_bytes(log.read_bytes().rstrip(b"\n"))
    keep(Entry("a test", "2026-11-02", (), (change,)), log)
    assert [one.when for one in read_log(log.read_text("utf-8"))] == ["2026-11-01", "2026-11-02"]
    assert log.read_text("utf-8").count('"version"') == 1
