"""States from disk: a site, a data folder, a file, a log; and refusals that name the path."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.changes.change import beginning
from plugins.changes.log import Entry, lines_of
from plugins.changes.reading import read_state
from plugins.changes.state import State, UnreadableState
from tests.changes.states import NINETY, NINETY_ONE, data_of, film, told


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for path, data in data_of(tmp_path, film(NINETY, NINETY_ONE)).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def test_a_site_its_data_and_its_claims_are_one_state(site: Path) -> None:
    states = [read_state(site / path) for path in ("", "data", "data/claims.jsonl")]
    assert states[0].claims
    assert states[0].contradicted
    assert states[0].at_hand == frozenset({"harbour-review"})
    assert states == [states[0]] * 3


def test_claims_alone_are_a_state_in_which_nothing_is_disputed(site: Path, tmp_path: Path) -> None:
    alone = tmp_path / "old.jsonl"
    alone.write_bytes((site / "data" / "claims.jsonl").read_bytes())
    found = read_state(alone)
    assert (found.contradicted, found.settled, found.at_hand) == ({}, {}, None)
    assert told(found, read_state(site)) == [("contradicted", "running-time")]


def test_a_log_is_the_state_after_its_last_entry(site: Path, tmp_path: Path) -> None:
    state = read_state(site)
    entry = Entry("a test", "2026-11-01", tuple(sorted(state.at_hand or ())), beginning(state))
    (tmp_path / "changes.jsonl").write_text(lines_of(entry, is_first=True), "utf-8")
    found: State = read_state(tmp_path / "changes.jsonl")
    assert told(found, state) == told(state, found) == []


@pytest.mark.parametrize("data", [b"fog", b'{"version": 1}\n{"id": "c-1"}\n', b"\xff"])
def test_files_of_others_are_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "claims.jsonl").write_bytes(data)
    with pytest.raises(UnreadableState, match=r"^these are no data files of an archive: "):
        read_state(tmp_path)


def test_a_place_without_a_state_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableState) as refused:
        read_state(tmp_path / "nowhere")
    assert str(refused.value) == (
        f"{tmp_path / 'nowhere'} is no built site, no data folder, no claims.jsonl and no changes.jsonl"
    )
    with pytest.raises(UnreadableState, match="cannot be read"):
        read_state(tmp_path / "changes.jsonl")
