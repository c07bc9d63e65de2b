"""A record that is called otherwise: everything still leads to it, and nothing else has changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from plugins.archive.settings import Settings
from plugins.renaming.plan import plan_renaming
from plugins.renaming.references import with_links_renamed
from plugins.renaming.writing import carry_out
from plugins.stages import archive_flow
from tests.building import CONTENT, invoke
from tests.making import flow_over, write_archive

NAMES = (
    ("samantha", "samantha-os"),
    ("new-york-profile", "a-profile"),
    ("her", "the-film"),
    ("spike-jonze", "the-director"),
    ("where-the-wild-things-are", "the-wild-things"),
    ("2012-06-21-train-scene", "the-train"),
    ("about", "what-this-is"),
)
"""One of each kind of record of the bundled archive, with names that are in nobody's text."""


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled archive with these records renamed, one after another, as a contributor does it."""
    content = tmp_path_factory.mktemp("renamed") / "content"
    shutil.copytree(CONTENT, content)
    for old, new in NAMES:
        records = archive_flow(Settings(content=content)).sound_value("written")
        carry_out(plan_renaming(content, records, old, new), content)
    return content


def test_no_file_names_a_former_id_but_in_its_list(renamed: Path) -> None:
    """Beside the list the old words stand only in prose and names, where they are words."""
    records = archive_flow(Settings(content=renamed)).sound_value("written")
    assert records.former_ids == dict(NAMES)
    for old, _ in NAMES:
        for file in renamed.rglob("*.md"):
            text = file.read_text("utf-8")
            assert f"[[{old}]]" not in text, file
            assert f"[[{old}|" not in text, file


def test_a_new_name_is_no_news(renamed: Path) -> None:
    status, said, _ = invoke("changes", "--content", renamed)
    assert (status, said.splitlines()[0]) == (0, "No change since 2026-11-27 (the archive)")


def test_no_fault_comes_of_it_and_all_is_known_of_the_same(renamed: Path) -> None:
    before = archive_flow(Settings(content=CONTENT)).sound_value("archive").claims
    flow = archive_flow(Settings(content=renamed))
    flow.sound_value("pages")
    after = flow.value("archive").claims
    names = dict(NAMES)
    assert sorted(names.get(one.subject, one.subject) for one in before) == sorted(
        one.subject for one in after
    )
    assert len({one.id for one in after}) == len({one.id for one in before})


def test_each_record_of_an_archive_can_be_renamed(tmp_path: Path) -> None:
    content = write_archive(tmp_path)
    ids = [one.id for one in flow_over(content).sound_value("written").by_id.values() if one.has_page]
    assert len(ids) > 8
    for old in ids:
        records = flow_over(content).sound_value("written")
        carry_out(plan_renaming(content, records, old, f"{old}-now"), content)
    flow = flow_over(content)
    flow.sound_value("pages")
    assert flow.value("written").former_ids == {one: f"{one}-now" for one in ids}


def test_originals_beside_a_record_move_with_it(tmp_path: Path) -> None:
    content = write_archive(tmp_path)
    before = content.joinpath("sources", "harbour-review.txt").read_bytes()
    assert invoke("rename", "harbour-review", "the-review", "--content", content)[0] == 0
    assert content.joinpath("sources", "the-review.txt").read_bytes() == before
    assert not content.joinpath("sources", "harbour-review.txt").exists()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("nobody", "somebody", "'nobody' is the id of no record"),
        ("pilot", "The Pilot", "'The Pilot' can be no id"),
        ("pilot", "aux", "'aux' can be no id"),
        ("pilot", "pilot", "'pilot' is its id already"),
        ("pilot", "tin-harbour", "is the id of content/films/tin-harbour.md already"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changed(tmp_path: Path, old: str, new: str, told: str) -> None:
    content = write_archive(tmp_path)
    before = {file: file.read_bytes() for file in content.rglob("*") if file.is_file()}
    status, _, complained = invoke("rename", old, new, "--content", content)
    assert status == 2
    assert told in complained
    assert {file: file.read_bytes() for file in content.rglob("*") if file.is_file()} == before


def test_an_archive_with_faults_is_mended_first(tmp_path: Path) -> None:
    content = write_archive(tmp_path, {"people/lotte-maes.md": "---\nname: [Lotte]\nsummary: 100%\n---\n"})
    status, said, complained = invoke("rename", "pilot", "the-pilot", "--content", content)
    assert (status, complained.strip()) == (1, "Nothing was renamed: mend these first.")
    assert "WRONG-TYPE" in said


def test_links_to_others_stay() -> None:
    text = "[[amy-lind]] [[ amy ]] [[Amy]] amy [[my-amy|amy]] `[[amy]]`"
    assert with_links_renamed(text, "amy", "a") == "[[amy-lind]] [[ a ]] [[Amy]] amy [[my-amy|amy]] `[[a]]`"


@pytest.mark.parametrize(
    ("former", "code"),
    [
        (["pilot"], "DUPLICATE-ID 'pilot' is the record's id now"),
        (["tin-harbour"], "DUPLICATE-ID 'tin-harbour' is the id of content/films/tin-harbour.md now"),
        (["The Pilot"], "BAD-ID 'The Pilot' can have been no id"),
    ],
)
def test_a_former_id_leads_from_nothing_to_one_record(tmp_path: Path, former: list[str], code: str) -> None:
    """So there are no chains, and no loops."""
    content = write_archive(tmp_path)
    file = content / "characters" / "pilot.md"
    values = json.loads(file.read_text("utf-8").split("---\n")[1])
    file.write_text(f"---\n{json.dumps({**values, 'former-ids': former})}\n---\n", "utf-8")
    (told,) = [str(one) for one in flow_over(content).value("written").problems]
    assert code in told


def test_two_records_cannot_have_had_one_id(tmp_path: Path) -> None:
    content = write_archive(tmp_path)
    for path in ("characters/pilot", "films/tin-harbour"):
        file = content / f"{path}.md"
        values = json.loads(file.read_text("utf-8").split("---\n")[1])
        file.write_text(f"---\n{json.dumps({**values, 'former-ids': 'wind'})}\n---\n", "utf-8")
    (told,) = [str(one) for one in flow_over(content).value("written").problems]
    assert "'wind' is a former id of" in told


def test_a_value_that_is_still_to_be_written_hinders_no_renaming(tmp_path: Path) -> None:
    content = write_archive(tmp_path, {"people/lotte-maes.md": "---\nname: Lotte Maes\nsummary:\n---\n"})
    status, said, _ = invoke("rename", "lotte-maes", "lotte", "--content", content)
    assert (status, "people/lotte.md" in said) == (0, True)
