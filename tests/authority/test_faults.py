"""Every fault that a contributor can make is told with its place, what was found and what to do next."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from plugins.archive.errors import Code, ContentFaults
from tests.drawers import cases, drawer
from tests.making import flow_over, front_matter, write_archive

PAINFUL = {"UNREADABLE-ORIGINAL", "DUPLICATE-ORIGINAL"}
"""Codes that need bytes or two files, told below."""

OF_IMPORTS = {"EMPTY-ORIGINAL", "UNREADABLE-FILE"}
"""Codes of files that no record pins yet, told in ``tests/importing``."""


OF_SAVED_PAGES = {"EXTRACTION-CHANGED"}
"""A code that needs a web page and its lost text, told in ``sources/test_library.py``."""

OF_SITES = {"LEAKED-RUN", "LEAKED-SHARE", "LEAKED-INDEX", "UNSEARCHED-FILE", "PRIVATE-EDITION"}
"""Codes of files of a built site, told in ``tests/leaks``."""

OF_LOGS = {"UNREADABLE-LINE"}
"""Codes of the log of changes, told in ``tests/changes``."""

OF_COPIES = {"UNSAFE-FILE"}
"""Codes of files that are copied into a site, told in ``tests/incremental``."""

OF_PROSE = {
    *("DUPLICATE-NAME", "BROKEN-LINK", "RAW-HTML", "WIKI-MARKUP", "MISSING-ALT", "UNKNOWN-PICTURE"),
    "STRAY-FILE",
}
"""Codes of what a site can be built with, and `invoke check` alone tells, in ``test_mistakes.py``."""


def faults(content: Path) -> list[str]:
    try:
        flow_over(content).sound_value("pages")
    except ContentFaults as found:
        return [str(one) for one in found.problems]
    return []


@cases("authority")
def test_a_file_has_the_faults_of_the_cases(case: dict[str, Any], tmp_path: Path) -> None:
    content = write_archive(tmp_path, {case["file"]: "\n".join(case["text"])})
    assert faults(content) == case["expected"]


def test_every_code_has_a_case() -> None:
    told = {
        message.split(": ")[1].split()[0]
        for name in ("in-the-wild", "synthetic")
        for case in drawer("authority", name)
        for message in case["expected"]
    }
    elsewhere = PAINFUL | OF_IMPORTS | OF_SAVED_PAGES | OF_SITES | OF_LOGS | OF_COPIES | OF_PROSE
    assert {code.name.replace("_", "-") for code in Code} == told | elsewhere


def test_a_page_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    content = write_archive(tmp_path, {"people/lotte-maes.md": b"---\nname: Lotte\nsummary: caf\xe9\n---\n"})
    assert faults(content) == [
        "content/people/lotte-maes.md:3:1: BAD-YAML byte 0xe9 is not UTF-8; save the file as UTF-8"
    ]


def test_an_original_that_is_no_text_is_told_with_the_byte(tmp_path: Path) -> None:
    values = {"name": "Fog", "kind": "other", "summary": "A note.", "sha256": sha256(b"Fog \xe9").hexdigest()}
    files: dict[str, str | bytes] = {"sources/fog.md": front_matter(values), "sources/fog.txt": b"Fog \xe9"}
    assert faults(write_archive(tmp_path, files)) == [
        "content/sources/fog.md:6:12: UNREADABLE-ORIGINAL byte 4 is not UTF-8; "
        "save the text as UTF-8 and pin it anew"
    ]


def test_a_text_that_two_records_pin_is_told_at_the_second(tmp_path: Path) -> None:
    """One text has one set of rights: a second record could open what the first keeps shut."""
    values = {"name": "Fog", "kind": "other", "summary": "A note.", "sha256": sha256(b"Fog").hexdigest()}
    page = front_matter(values)
    files: dict[str, str | bytes] = {
        "sources/fog.md": page,
        "sources/mist.md": page,
        "sources/fog.txt": b"Fog",
    }
    assert faults(write_archive(tmp_path, files)) == [
        "content/sources/mist.md:6:12: DUPLICATE-ORIGINAL fog pins the same text; keep one of the two records"
    ]


def test_a_record_that_cannot_be_read_is_not_blamed_for_the_keys_it_may_have(tmp_path: Path) -> None:
    content = write_archive(tmp_path, {"people/lotte-maes.md": "---\nname: a: b\n---\n"})
    assert [one.split()[1] for one in faults(content)] == ["BAD-YAML"]


def test_a_slip_in_a_list_is_one_fault_and_none_for_each_record_that_names_something_of_it(
    tmp_path: Path,
) -> None:
    listed = "- {id: ostend, name: Ostend, note: a port: large}\n- {id: sea, name: The Sea}\n"
    content = write_archive(tmp_path, {"authority/places.yaml": listed})
    assert [one.partition(": ")[0] for one in faults(content)] == ["content/authority/places.yaml:1:42"]
