"""Slips of people who have not read how records are written: the message alone is enough to mend each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from commands.checking import CHECKED
from plugins.archive.assemble import NO_FACTS
from plugins.archive.errors import ContentFaults
from plugins.authority.schema import NO_FACTS_WRITTEN
from tests.drawers import cases, drawer
from tests.making import flow_over, write_archive


def checked(content: Path) -> list[str]:
    """What `invoke check` prints of a content folder."""
    flow = flow_over(content)
    for name in CHECKED:
        try:
            flow.sound_value(name)
        except ContentFaults:
            continue
    return [str(one) for one in flow.problems()]


@cases("mistakes")
def test_a_slip_is_told_so_that_it_can_be_mended(case: dict[str, Any], tmp_path: Path) -> None:
    content = write_archive(tmp_path, {**case.get("beside", {}), case["file"]: "\n".join(case["text"])})
    assert checked(content) == case["expected"]


def test_every_slip_has_its_mended_twin() -> None:
    """What its message says was done, and nothing is left to tell."""
    slips = [case["label"] for case in drawer("mistakes", "in-the-wild")]
    labels = [case["label"] for case in drawer("mistakes", "negative")]
    mended = [one.removesuffix(", mended") for one in labels if one.endswith(", mended")]
    assert slips == mended


def test_whatever_is_no_fact_is_told_its_place() -> None:
    assert NO_FACTS_WRITTEN.keys() == NO_FACTS


def test_no_message_speaks_of_yaml() -> None:
    """Or of what its parser calls things; the code says that the front matter is meant."""
    said = [told.split(": ", 1)[1] for case in drawer("mistakes", "in-the-wild") for told in case["expected"]]
    words = {"mapping", "scalar", "token", "block", "stream", "anchor", "YAML"}
    assert [one for one in said if words & set(one.split()[1:])] == []


def test_of_a_page_with_too_much_markdown_nothing_else_is_told(tmp_path: Path) -> None:
    """Nor of links to its headings, which nobody has read."""
    page = "---\nname: Fog\nsummary: Of fog.\n---\n## Of tin\n\n" + "[[nobody " * 60_000
    other = "---\nname: Tin\nsummary: Of tin.\n---\n[[fog#Of tin]]\n"
    content = write_archive(tmp_path, {"pages/fog.md": page, "pages/tin.md": other})
    (told,) = checked(content)
    assert told.startswith("content/pages/fog.md:5:1: BAD-MARKDOWN the page has 120004 lines and signs")
