"""A rejected suggestion never comes back: in no list, in no page, and not when texts or records change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.archive.settings import Settings
from plugins.stages import archive_flow
from tests.suggestions.archives import (
    PEOPLE,
    accept,
    apply,
    archive,
    faults,
    names,
    refuse,
    source_record,
    suggested,
)

SHOT = "The film was shot by Otto Laanemets, who lit it."
TWO = {"people/eva-varga.md": "---\nname: Eva Varga\nsummary: An editor.\n---\n"}
UNDECIDED = "Ines Varga and Eva Varga met. Varga never sleeps, and so it went on.\n"

EACH = pytest.mark.parametrize(
    ("code", "text", "files"),
    [
        ("UNDECIDED-MENTION", UNDECIDED, TWO),
        ("UNLINKED-MENTION", "Why did Varga wait, and why for so long?\n", {}),
        ("UNKNOWN-NAME", f"{SHOT}\n", {}),
        ("LIKELY-VARIANT", "The film was shot by Ines R. Varga, who lit it.\n", {}),
        ("LIKELY-DUPLICATE", "Fog.\n", {"authority/people.yaml": "- {id: ines, name: Inés Varga}\n"}),
    ],
)


@EACH
def test_what_is_refused_does_not_come_back(
    code: str, text: str, files: Mapping[str, str], tmp_path: Path
) -> None:
    content = archive(tmp_path, {"fog": text}, files)
    (one,) = suggested(content, code)
    refuse(content, one)
    assert suggested(content, code) == []
    assert faults(content) == []


@EACH
def test_it_does_not_come_back_when_the_text_was_imported_anew(
    code: str, text: str, files: Mapping[str, str], tmp_path: Path
) -> None:
    """With other line ends, and a line above that moves every offset."""
    content = archive(tmp_path, {"fog": text}, files)
    refuse(content, suggested(content, code)[0])
    again = f"A longer standfirst, which nobody had saved before.\n\n{text}".replace("\n", "\r\n")
    (content / "sources/fog.txt").write_bytes(again.encode())
    (content / "sources/fog.md").write_text(source_record("fog", again))
    assert suggested(content, code) == []


@EACH
def test_it_does_not_come_back_when_other_suggestions_are_applied(
    code: str, text: str, files: Mapping[str, str], tmp_path: Path
) -> None:
    more = "The film was written by Tiiu Kask, who wrote it. Tiiu Kask said so. Nobody but Tiiu Kask knew.\n"
    content = archive(tmp_path, {"fog": text, "more": more}, files)
    (one,) = [one for one in suggested(content, code) if one.name != "Tiiu Kask"]
    refuse(content, one)
    assert apply(content, least=0.2) != []
    assert one.name not in names(content, code)


def test_a_refused_name_has_no_page_and_is_refused_as_whatever_it_is_taken_for(tmp_path: Path) -> None:
    content = archive(tmp_path, {"fog": f"{SHOT}\n"})
    assert "otto-laanemets" in archive_flow(Settings(content)).value("records").by_id
    refuse(content, suggested(content, "UNKNOWN-NAME")[0])
    (content / "sources/more.txt").write_text(
        more := "“Otto Laanemets” (2003) is a film, and so is “Fog” (2004).\n"
    )
    (content / "sources/more.md").write_text(source_record("more", more))
    assert "otto-laanemets" not in archive_flow(Settings(content)).value("records").by_id
    assert "Otto Laanemets" not in names(content)


def test_a_title_that_may_be_a_sentence_is_refused_without_its_words(tmp_path: Path) -> None:
    title = "How She Built a Port of Tin and Fog"
    content = archive(
        tmp_path, {"fog": f"Varga’s new film “{title}” (2004) is long. Her film “{title}” is tin."}
    )
    (one,) = suggested(content, "UNKNOWN-NAME")
    assert (one.name, one.confidence <= 0.85) == (title, True)
    refuse(content, one)
    assert "sha256:" in (content / "authority/refusals.yaml").read_text()
    assert "Port of Tin" not in (content / "authority/refusals.yaml").read_text()
    assert names(content, "UNKNOWN-NAME") == []


def test_a_name_may_be_refused_for_one_kind_by_hand(tmp_path: Path) -> None:
    refusal = "- {code: UNKNOWN-NAME, name: OTTO LAANEMETS, kind: %s, who: Jo, when: 2026, why: a boat}\n"
    for kind, expected in (("work", ["Otto Laanemets"]), ("person", [])):
        content = archive(tmp_path / kind, {"fog": SHOT}, {"authority/refusals.yaml": refusal % kind})
        assert names(content, "UNKNOWN-NAME") == expected


def test_one_mention_of_a_sentence_is_refused_and_not_its_neighbour(tmp_path: Path) -> None:
    content = archive(tmp_path, {"fog": f"{UNDECIDED}\nAnd Varga asked what Varga thought.\n"}, TWO)
    first = suggested(content, "UNDECIDED-MENTION")
    refuse(content, first[1])
    assert [one.at for one in suggested(content, "UNDECIDED-MENTION")] == [
        one.at for one in first if one != first[1]
    ]


def test_who_is_no_variant_may_still_be_somebody(tmp_path: Path) -> None:
    """A no to one question answers no other; the next is whether it is a name at all."""
    content = archive(tmp_path, {"fog": "The film was shot by Ines R. Varga, who lit it."})
    refuse(content, suggested(content)[0])
    assert [(one.code.value, one.name) for one in suggested(content)] == [("UNKNOWN-NAME", "Ines R. Varga")]


def test_a_refusal_holds_no_word_of_a_text_but_the_name(tmp_path: Path) -> None:
    content = archive(tmp_path, {"fog": UNDECIDED}, TWO)
    refuse(content, suggested(content, "UNDECIDED-MENTION")[0])
    (line,) = (content / "authority/refusals.yaml").read_text().splitlines()
    assert line == (
        "- {code: UNDECIDED-MENTION, name: Varga, source: fog, start: 30, end: 35, sentence: "
        '0339d5a605ba, who: Jo, when: 2026-11-27, why: "a test says so"}'
    )


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            "{code: UNKNOWN-NAM, name: Otto",
            "1:10: WRONG-VALUE 'UNKNOWN-NAM' is none of its values; did you mean 'UNKNOWN-NAME'?",
        ),
        ("{code: UNKNOWN-NAME, nam: Otto", "1:24: UNKNOWN-KEY 'nam' is no key here; did you mean 'name'?"),
        ("{code: UNKNOWN-NAME", "1:10: MISSING-KEY 'name' is missing; a refusal of UNKNOWN-NAME needs name"),
        (
            "{code: LIKELY-VARIANT, name: Otto, record: ines-vargo",
            "1:46: UNKNOWN-ID no record has the id 'ines-vargo'; did you mean 'ines-varga'?",
        ),
        (
            "{code: LIKELY-DUPLICATE, record: ines-varga",
            "1:10: MISSING-KEY 'other' is missing; a refusal of LIKELY-DUPLICATE needs record, other",
        ),
    ],
)
def test_a_fault_in_a_refusal_is_told_where_it_stands(entry: str, fault: str, tmp_path: Path) -> None:
    refusals = f"- {entry}, who: Jo, when: 2026, why: no}}\n"
    content = archive(tmp_path, {}, {"authority/refusals.yaml": refusals})
    assert faults(content) == [f"content/authority/refusals.yaml:{fault}"]


def test_the_same_refusal_twice_is_a_fault(tmp_path: Path) -> None:
    refusals = "- {code: UNKNOWN-NAME, name: Otto, who: Jo, when: 2026, why: no}\n"
    content = archive(tmp_path, {}, {"authority/refusals.yaml": refusals + refusals.replace("Jo", "Bo")})
    assert faults(content) == [
        "content/authority/refusals.yaml:2:10: WRONG-VALUE the same was refused further up; "
        "keep one of the two refusals"
    ]


def test_accepting_one_answer_leaves_the_records_as_they_were_written(tmp_path: Path) -> None:
    content = archive(tmp_path, {"fog": UNDECIDED}, TWO)
    (one,) = suggested(content, "UNDECIDED-MENTION")
    accept(content, one, one.choices[0])
    assert suggested(content) == []
    assert (content / "authority/judgements.yaml").read_text() == (
        "- {source: fog, start: 30, end: 35, entity: eva-varga, who: Jo, when: 2026-11-27, "
        'why: "a test says so"}\n'
    )
    for name, data in PEOPLE.items():
        assert (content / name).read_text() == data
