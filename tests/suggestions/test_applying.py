"""What `--apply` writes, and what it leaves as it was."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from plugins.archive.errors import SettingFault
from plugins.suggestions import writing
from plugins.suggestions.suggestion import Change, NewRecord, NewVariant
from plugins.suggestions.writing import write_changes
from tests.suggestions.archives import JO, accept, apply, archive, bytes_of, faults, suggested

MANY = """\
Otto Laanemets at sea

The film was shot by Otto Laanemets, who lit it. “Fog is a lamp,” says Otto Laanemets.

Ines R. Varga and Bram Öster met Laanemets in a studio. Why did Varga wait? The Tin-Harbour was never built.

The film was written by Tiiu Kask and edited by Tiiu Kask. “It is long,” says Tiiu Kask, who wrote it.
"""

JUDGED = (
    "# decisions\n- {source: fog, start: 0, end: 4, entity: null, who: Bo, when: 2026, why: a boat}  # Bo's\n"
)


def test_what_is_sure_is_written_and_the_check_is_clean(tmp_path: Path) -> None:
    """Down to the least sure, which nobody should ask for: whatever is written is no fault."""
    content = archive(tmp_path, {"fog": MANY}, {"authority/judgements.yaml": JUDGED})
    assert apply(content, least=0.1) != []
    assert faults(content) == []
    people = (content / "authority/people.yaml").read_text()
    assert '- {id: tiiu-kask, name: Tiiu Kask, sort-name: "Kask, Tiiu", variants: []' in people
    assert 'variants: ["Bram Öster"]' in (content / "people/bram-oster.md").read_text()


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    content = archive(tmp_path, {"fog": MANY})
    apply(content, least=0.1)
    before = bytes_of(content)
    assert apply(content, least=0.1) == []
    assert bytes_of(content) == before


def test_what_stood_in_a_file_stands_there_still(tmp_path: Path) -> None:
    content = archive(tmp_path, {"fog": MANY}, {"authority/judgements.yaml": JUDGED})
    before = bytes_of(content)
    apply(content, least=0.1)
    for name, data in before.items():
        kept = iter(bytes_of(content)[name])
        assert all(one in kept for one in data), name
    assert (content / "authority/judgements.yaml").read_text().startswith(JUDGED)


def test_no_sentence_of_a_text_goes_into_the_content(tmp_path: Path) -> None:
    content = archive(tmp_path, {"fog": MANY})
    apply(content, least=0.1)
    written = b"\n".join(data for name, data in bytes_of(content).items() if "fog.txt" not in name).decode()
    words = MANY.split()
    runs = {" ".join(words[place : place + 4]) for place in range(len(words) - 3)}
    assert [run for run in runs if run in written] == []


def test_what_is_less_sure_waits_for_a_person(tmp_path: Path) -> None:
    content = archive(tmp_path, {"fog": "Why did Varga wait, and why for so long?"})
    before = bytes_of(content)
    assert apply(content) == []
    assert bytes_of(content) == before


def test_nothing_is_written_about_a_text_without_a_record(tmp_path: Path) -> None:
    """A line that names a source which has no record would be a fault."""
    content = tmp_path / "content"
    (tmp_path / "shelf").mkdir(parents=True)
    content.mkdir()
    (tmp_path / "shelf" / "fog.txt").write_text(MANY)
    found = suggested(content, "", tmp_path / "shelf")
    assert found != []
    assert {one.blocked for one in found} == {"its text has no record yet; invoke import makes one"}


def test_a_record_that_would_make_a_link_doubtful_waits(tmp_path: Path) -> None:
    """[[Odile]] means the part, until somebody else has the name too."""
    head = "name: Odile\nfilm: tin-harbour\nsummary: A voice.\n"
    files = {"characters/odile.md": f"---\n{head}---\nSo [[Odile]] speaks.\n"}
    content = archive(tmp_path, {"fog": "The film was shot by Odile Laanemets, who lit it."}, files)
    (one,) = suggested(content, "UNKNOWN-NAME")
    assert one.blocked == (
        "[[Odile]] at content/characters/odile.md:6:4 means odile; write [[odile|Odile]] there first"
    )
    assert apply(content, least=0.1) == []


def test_the_film_of_an_archive_without_one_gets_a_page(tmp_path: Path) -> None:
    text = "Ines Varga’s new film, Bread and Wire, opens today. Her film Bread and Wire is long."
    content = archive(tmp_path, {"fog": text})
    (content / "films/tin-harbour.md").unlink()
    (one,) = [one for one in suggested(content, "UNKNOWN-NAME") if one.name == "Bread and Wire"]
    accept(content, one)
    assert (content / "films/bread-and-wire.md").read_text().startswith('---\nname: "Bread and Wire"\n')
    assert faults(content) == []


def test_a_file_that_has_come_to_have_a_fault_is_left_alone(tmp_path: Path) -> None:
    content = archive(tmp_path, {}, {"authority/people.yaml": "- {id: wax, variants: [}\n"})
    changes: list[Change] = [
        NewRecord("authority/people.yaml", {"id": "bo", "name": "Bo"}),
        NewVariant("people/bram-oster.md", "bram-oster", "B. Oster"),
    ]
    written = write_changes(content, [(one, JO) for one in changes])
    assert list(written.files) == ["people/bram-oster.md"]
    assert written.left["authority/people.yaml"].startswith("line 1 of its YAML has a fault: ")
    assert (content / "authority/people.yaml").read_text() == "- {id: wax, variants: [}\n"


def test_a_file_that_is_not_utf_8_is_left_alone(tmp_path: Path) -> None:
    content = archive(tmp_path)
    (content / "people/bram-oster.md").write_bytes(b"---\nname: Caf\xe9\n---\n")
    written = write_changes(content, [(NewVariant("people/bram-oster.md", "bram-oster", "B."), JO)])
    assert written.left == {"people/bram-oster.md": "byte 13 is not UTF-8; save the file as UTF-8"}


def test_what_somebody_saves_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is read anew where it changed between our reading and our writing."""
    content = archive(tmp_path)
    file = content / "people/bram-oster.md"
    edits = iter(["---\nname: Bram Oster\nsummary: Another actor.\n---\n"])

    def edited(path: Path, text: str | None, wanted: writing._FileChanges) -> str:
        made = original(path, text, wanted)
        file.write_text(next(edits, file.read_text()))
        return made

    original = writing._edited
    monkeypatch.setattr(writing, "_edited", edited)
    write_changes(content, [(NewVariant("people/bram-oster.md", "bram-oster", "B."), JO)])
    assert file.read_text() == '---\nname: Bram Oster\nvariants: ["B."]\nsummary: Another actor.\n---\n'


def test_a_file_keeps_its_mode_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    content = archive(tmp_path)
    file = content / "people/bram-oster.md"
    file.chmod(0o640)
    write_changes(content, [(NewVariant("people/bram-oster.md", "bram-oster", "B."), JO)])
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(one.name for one in file.parent.iterdir()) == ["bram-oster.md", "ines-varga.md"]


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    content = archive(tmp_path, {}, {"authority": "no folder"})
    with pytest.raises(SettingFault, match=r"authority/people.yaml cannot be (written|read)"):
        write_changes(content, [(NewRecord("authority/people.yaml", {"id": "bo", "name": "Bo"}), JO)])
