"""The command that tells what is new, and keeps it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.building import invoke
from tests.changes.states import FILM, NINETY, NINETY_ONE, film
from tests.making import write_archive


def test_a_state_is_recorded_and_compared_with_the_next(tmp_path: Path) -> None:
    content = write_archive(tmp_path, film(NINETY))
    by_whom = ("--record", "--who", "a test", "--format", "json")
    assert invoke("changes", "--content", str(content), *by_whom, "--when", "2026-11-01")[0] == 0
    (content / FILM).write_bytes(str(film(NINETY, NINETY_ONE)[FILM]).encode())
    assert invoke("changes", "--content", str(content)) == (
        0,
        "2 changes since 2026-11-01 (a test)\n\ntin-harbour running-time\n"
        "  added        “91 minutes”, asserted (harbour-review p3)\n"
        "  contradicted “90 minutes”, “91 minutes”\n",
        "",
    )
    status, said, _ = invoke("changes", "--content", str(content), *by_whom, "--when", "2026-11-02")
    assert (status, [one["change"] for one in json.loads(said)["changes"]]) == (0, ["added", "contradicted"])
    assert invoke("changes", "--content", str(content))[1] == "No change since 2026-11-02 (a test)\n"
    entries = [json.loads(line) for line in (content / "changes.jsonl").read_text("utf-8").splitlines()]
    assert [one["when"] for one in entries if "who" in one] == ["2026-11-01", "2026-11-02"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "nothing is recorded yet: begin with --record, or name a build with --since"),
        (["--record", "--who", "a test"], "--record needs --who NAME and --when DAY, such as 2026-11-27"),
        (
            ["--record", "--who", "a test", "--when", "soon"],
            "--record needs --who NAME and --when DAY, such as 2026-11-27",
        ),
        (
            ["--record", "--who", "a test", "--when", "2026-11"],
            "--record needs --who NAME and --when DAY, such as 2026-11-27",
        ),
        (
            ["--record", "--since", "output"],
            "--record continues the log, and compares with nothing else; leave out --since",
        ),
        (["--format", "xml"], "--format is 'xml'; it is text, json"),
        (
            ["--since", "nowhere"],
            "nowhere is no built site, no data folder, no claims.jsonl and no changes.jsonl",
        ),
    ],
)
def test_a_fault_in_the_call_is_one_line_and_status_2(
    arguments: list[str], message: str, tmp_path: Path
) -> None:
    content = write_archive(tmp_path)
    assert invoke("changes", "--content", str(content), *arguments) == (2, "", f"{message}\n")


def test_faults_in_the_content_are_told_instead(tmp_path: Path) -> None:
    content = write_archive(tmp_path, {"people/lotte-maes.md": "---\nname: [Lotte]\nsummary: 100%\n---\n"})
    assert invoke(
        "changes", "--content", str(content), "--record", "--who", "a test", "--when", "2026-11-01"
    ) == (
        1,
        "content/people/lotte-maes.md:2:7: WRONG-TYPE expected a line of text, found a list; "
        "write one value, without brackets and hyphens: name: Lotte\n",
        "",
    )
    assert not (content / "changes.jsonl").exists()
