"""What an import would do, and that it is done: nothing half, nothing twice, nothing guessed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.archive.errors import SettingFault
from plugins.archive.settings import Settings
from plugins.authority.record import Records
from plugins.importing.holdings import Holdings, read_holdings
from plugins.importing.plan import Outcome, Plan, plan_import
from plugins.importing.report import Report, as_json, as_text
from plugins.importing.saved_files import Found, SavedFile
from plugins.importing.writing import write_plan
from plugins.stages import archive_flow
from plugins.web_pages.page import read_web_page
from tests.making import flow_over, record, records, write_archive

NONE = Found((), (), ())
EMPTY = Holdings(Records({}), frozenset(), {}, {}, frozenset())

FOG = "Tin and Fog\n\nA pilot waits for a ship that nobody else believes in."
"""A text with a headline, and nothing else."""

KINDS = {
    "review": """\
Tin Hearts in the Fog: A Review

By Lotte Maes

Posted on March 3, 2004

Ines Varga builds a whole port in a studio, and fills it with fog. Nobody in the film laughs at that.

Directed by Ines Varga
Running Time: 96 minutes

Leave a Reply
""",
    "interview": """\
Varga spoke with HW about tin.

HARBOUR WEEKLY: Why did you build all of the port out of tin?

INES VARGA: It rings when the fog touches it.

And where does the fog come from?

From a machine that was meant for dances.

  • Movie
  • 125 minutes
""",
    "profile": """\
profile

The Woman Who Built a Harbour

Ines Varga lives above a bakery, and she has never seen the sea.

*This article originally appeared in the November 4, 2011 issue of Quay Magazine.
""",
    "essay": "On Waiting\n\nWho waits for a ship waits for a light.\n\nThis essay first appeared in Tin.\n",
    "nothing said": "A pilot waits for a ship.\nNobody else believes in it.\nHe has a lamp.\n",
    "another script": "Туман\n\nЛоцман ждёт корабль, в который никто другой не верит. У него есть лампа.\n",
    "awkward": '“[[Her]]”: a \\ film & "fog" # - %\n\nA pilot waits: for a ship, {and} [a] lamp.\n',
    "comments": "Tin and Fog\n\nA pilot waits for a ship.\n\n      1. I liked it.\n\n      2. I did not.\n",
}
"""Invented texts of eight kinds."""


def files(*texts: str | bytes) -> list[SavedFile]:
    """Saved files with names that say nothing."""
    return [
        SavedFile(f"{number}.txt", one.encode() if isinstance(one, str) else one)
        for number, one in enumerate(texts)
    ]


def done(plan: Plan) -> set[tuple[str, Outcome, str, tuple[tuple[str, bytes], ...]]]:
    """What a plan does, without the names of the files that it was made for."""
    return {
        (one.reading.digest, one.outcome, one.id, tuple((file.name, file.data) for file in one.files))
        for one in plan.entries
    }


def holdings_of(content: Path, library: Path) -> Holdings:
    flow = archive_flow(Settings(content, (library,)))
    return read_holdings(flow.value("records"), flow.value("originals"), content, library)


def tree(*folders: Path) -> dict[str, bytes]:
    return {
        str(file): file.read_bytes() for folder in folders for file in folder.rglob("*") if file.is_file()
    }


@pytest.fixture
def archive(tmp_path: Path) -> tuple[Path, Path]:
    """An empty content folder and an empty library."""
    content, library = tmp_path / "content", tmp_path / "library"
    content.mkdir()
    library.mkdir()
    return content, library


@given(st.lists(st.one_of(st.binary(max_size=80), st.text(max_size=80)), max_size=6))
def test_any_bytes_can_be_planned_and_told(texts: list[str | bytes]) -> None:
    """Each file is an entry or has a fault; the report of it can be printed and parsed."""
    encoded = [one.encode("utf-8", "replace") if isinstance(one, str) else one for one in texts]
    saved = files(*encoded)
    plan = plan_import(saved, EMPTY)
    met = {path for one in plan.entries for path in one.reading.paths} | {one.path for one in plan.problems}
    assert met == {one.path for one in saved}
    report = Report(plan, Found(tuple(saved), (), ()))
    assert "\n".join(as_text(report)).encode("utf-8")
    assert len(json.loads(as_json(report))["files"]) == len(plan.entries)


@settings(max_examples=25)
@given(
    st.lists(
        st.one_of(st.text(max_size=30), st.sampled_from([FOG, FOG.replace("\n", "\r\n")])),
        max_size=5,
    ),
    st.randoms(use_true_random=False),
)
def test_names_and_order_of_files_change_nothing(texts: list[str], random: Random) -> None:
    """The same set of bytes gives the same records, whatever the files are called."""
    saved = files(*(one.encode("utf-8", "replace") for one in texts))
    shuffled = list(saved)
    random.shuffle(shuffled)
    renamed = [SavedFile(f"scan {number}.html", one.data) for number, one in enumerate(shuffled)]
    assert done(plan_import(saved, EMPTY)) == done(plan_import(renamed, EMPTY))


def test_all_orders_of_texts_that_say_the_same_give_the_same_ids() -> None:
    """Three texts with one headline: each has digits of its digest, and none the bare id."""
    texts = [FOG.replace("pilot", word) for word in ("pilot", "ship", "lamp")]
    plans = [done(plan_import(files(*order), EMPTY)) for order in permutations(texts)]
    assert all(plan == plans[0] for plan in plans)
    assert {one.id for one in plan_import(files(*texts), EMPTY).entries} == {
        f"tin-and-fog-{sha256(one.encode()).hexdigest()[:4]}" for one in texts
    }


@given(st.text(max_size=200).filter(str.strip))
def test_what_is_kept_and_what_is_set_apart_are_together_the_text(text: str) -> None:
    """Nothing is in both, nothing but white space in neither, and each is told with its rule."""
    plan = plan_import(files(text.encode("utf-8", "replace")), EMPTY)
    for entry, told in zip(plan.entries, json.loads(as_json(Report(plan, NONE)))["files"], strict=True):
        kept, apart = (
            [(one["start"], one["end"]) for one in told["segments"] if one["kept"] is kept and one["rule"]]
            for kept in (True, False)
        )
        place = 0
        for start, end in sorted(kept + apart):
            assert not entry.reading.document.text[place:start].strip()
            place = end
        assert not entry.reading.document.text[place:].strip()


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_is_sound_and_pins_its_original(kind: str, archive: tuple[Path, Path]) -> None:
    content, library = archive
    write_plan(plan_import(files(KINDS[kind]), EMPTY), content, library)
    (original,) = library.iterdir()
    assert original.read_bytes() == KINDS[kind].encode()
    checked = archive_flow(Settings(content, (library,)))
    made = checked.sound_value("pages") and checked.value("records").sources[0]
    assert made.text("sha256") == sha256(original.read_bytes()).hexdigest()
    assert made.text("rights") == "summary"
    assert checked.value("documents").by_id[made.id].text == KINDS[kind]


def test_a_record_says_what_its_text_says_and_no_more(archive: tuple[Path, Path]) -> None:
    content, library = archive
    write_plan(plan_import(files(KINDS["profile"], KINDS["nothing said"]), EMPTY), content, library)
    flow = archive_flow(Settings(content, (library,)))
    by_kind = {one.text("kind"): one for one in flow.value("records").sources}
    keys = ("title", "author", "outlet", "published", "url", "film")
    assert [by_kind["profile"].text(key) for key in keys] == [
        "The Woman Who Built a Harbour",
        None,
        "Quay Magazine",
        "2011-11-04",
        None,
        None,
    ]
    assert by_kind["profile"].id == "quay-magazine-profile-the-woman-who-built-a-harbour-2011"
    assert [by_kind["other"].text(key) for key in keys] == [None] * 6
    page = (content / "sources" / f"{by_kind['other'].id}.md").read_text("utf-8")
    assert "# author:  not recorded" in page


def test_no_sentence_of_a_text_gets_into_its_record(archive: tuple[Path, Path]) -> None:
    """The record is published, and the text is its author's."""
    content, library = archive
    write_plan(plan_import(files(*KINDS.values()), EMPTY), content, library)
    told = "".join(file.read_text("utf-8") for file in (content / "sources").iterdir())
    for words in (
        "fills it with fog",
        "rings when the fog",
        "never seen the sea",
        "waits for a light",
        "I liked it",
    ):
        assert words not in told


def test_importing_twice_changes_no_byte(archive: tuple[Path, Path]) -> None:
    content, library = archive
    write_plan(plan_import(files(*KINDS.values()), EMPTY), content, library)
    before = tree(content, library)
    again = plan_import(files(*KINDS.values()), holdings_of(content, library))
    assert {one.outcome for one in again.entries} == {Outcome.UNCHANGED}
    write_plan(again, content, library)
    assert tree(content, library) == before


def test_a_record_that_somebody_has_filled_in_stays_as_it_is(archive: tuple[Path, Path]) -> None:
    content, library = archive
    write_plan(plan_import(files(KINDS["profile"]), EMPTY), content, library)
    (page,) = (content / "sources").iterdir()
    filled = page.read_text("utf-8").replace("Not yet summarised.", "A portrait.")
    page.rename(page.with_name("portrait.md")).write_text(filled, "utf-8")
    again = plan_import(files(KINDS["profile"]), holdings_of(content, library))
    assert [(one.outcome, one.id, one.files) for one in again.entries] == [
        (Outcome.UNCHANGED, "portrait", ())
    ]


def test_a_missing_original_is_put_back(archive: tuple[Path, Path]) -> None:
    """By the bytes: its record need not have been made here."""
    content, library = archive
    write_archive(content.parent)
    original = (content / "sources" / "harbour-review.txt").read_bytes()
    (content / "sources" / "harbour-review.txt").unlink()
    plan = plan_import(files(original), holdings_of(content, library))
    assert [(one.outcome, one.id) for one in plan.entries] == [(Outcome.RESTORED, "harbour-review")]
    write_plan(plan, content, library)
    assert (library / "harbour-review.txt").read_bytes() == original
    again = plan_import(files(original), holdings_of(content, library))
    assert [one.outcome for one in again.entries] == [Outcome.UNCHANGED]


@pytest.mark.parametrize(("line_end", "mark"), [("\r\n", ""), ("\n", "\ufeff"), ("\r", "\ufeff")])
def test_the_same_text_in_other_bytes_gets_no_second_record(
    line_end: str, mark: str, archive: tuple[Path, Path]
) -> None:
    """One text has one set of rights: a second record could open what the first keeps shut."""
    content, library = archive
    write_plan(plan_import(files(KINDS["review"]), EMPTY), content, library)
    before = tree(content, library)
    other = mark + KINDS["review"].replace("\n", line_end)
    plan = plan_import(files(other), holdings_of(content, library))
    (entry,) = plan.entries
    assert (entry.outcome, entry.id) == (Outcome.SAME_TEXT, "review-tin-hearts-in-the-fog-a-review-2004")
    write_plan(plan, content, library)
    assert tree(content, library) == before


def test_two_forms_of_one_text_in_a_run_make_one_record() -> None:
    text = KINDS["review"]
    plan = plan_import(files(text, text.replace("\n", "\r\n"), text), EMPTY)
    assert sorted(one.outcome.value for one in plan.entries) == ["new", "same text"]
    assert len({one.id for one in plan.entries}) == 1


def test_an_id_and_a_name_that_are_taken_are_told_apart() -> None:
    """A second thing with the film's name would make every [[Fog]] ambiguous."""
    film = record("tin-and-fog", "films", name="Tin and Fog")
    holdings = Holdings(records(film), frozenset(), {}, {}, frozenset())
    digest = sha256(FOG.encode()).hexdigest()
    (entry,) = plan_import(files(FOG), holdings).entries
    assert (entry.id, entry.name) == (f"tin-and-fog-{digest[:4]}", f"Tin and Fog ({digest[:8]})")


def test_an_original_of_the_same_name_is_never_overwritten(archive: tuple[Path, Path]) -> None:
    content, library = archive
    (library / "tin-and-fog.txt").write_bytes(b"Another fog.")
    write_plan(plan_import(files(FOG), holdings_of(content, library)), content, library)
    assert (library / "tin-and-fog.txt").read_bytes() == b"Another fog."
    assert len(list(library.iterdir())) == 2


def test_a_file_that_comes_between_plan_and_writing_is_not_overwritten(archive: tuple[Path, Path]) -> None:
    content, library = archive
    plan = plan_import(files(FOG), EMPTY)
    (library / "tin-and-fog.txt").write_bytes(b"Another fog.")
    with pytest.raises(SettingFault, match="is there with other bytes"):
        write_plan(plan, content, library)
    assert tree(content, library) == {str(library / "tin-and-fog.txt"): b"Another fog."}


def test_a_text_that_the_library_has_already_is_not_copied(archive: tuple[Path, Path]) -> None:
    content, library = archive
    (library / "scan 1.txt").write_bytes(FOG.encode())
    write_plan(plan_import(files(FOG), holdings_of(content, library)), content, library)
    assert [file.name for file in library.iterdir()] == ["scan 1.txt"]
    assert archive_flow(Settings(content, (library,))).value("documents").by_id["tin-and-fog"].text == FOG


PAGE = b"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Tin Hearts in the Fog</title></head>
<body><nav><a href="/">Home</a></nav><article><h1>Tin Hearts in the Fog</h1><p>By Lotte Maes</p>
<p>Ines Varga builds a whole port in a studio, and fills it with fog, and waits there for a ship.</p>
<p>Bram Oster as the Pilot hardly speaks, and it is hard not to wait with him for all that time.</p>
</article></body></html>"""


def test_a_web_page_is_kept_with_the_text_that_was_read_from_it(archive: tuple[Path, Path]) -> None:
    """Pointers count in that text, so it is pinned beside the page, whatever the file is called."""
    content, library = archive
    write_plan(plan_import([SavedFile("page.txt", PAGE)], EMPTY), content, library)
    assert sorted(file.name for file in library.iterdir()) == [
        "tin-hearts-in-the-fog.html",
        "tin-hearts-in-the-fog.html.txt",
    ]
    page, text = (library / f"tin-hearts-in-the-fog.html{end}" for end in ("", ".txt"))
    flow = archive_flow(Settings(content, (library,)))
    (made,) = flow.sound_value("pages") and flow.value("records").sources
    assert made.text("sha256") == sha256(page.read_bytes()).hexdigest() == sha256(PAGE).hexdigest()
    assert made.text("text-sha256") == sha256(text.read_bytes()).hexdigest()
    assert (made.text("author"), made.text("lang")) == ("Lotte Maes", "en")
    assert flow.value("documents").by_id[made.id].text == text.read_text("utf-8")


def test_a_page_and_the_text_read_from_it_are_one_source(archive: tuple[Path, Path]) -> None:
    content, library = archive
    write_plan(plan_import([SavedFile("page.html", PAGE)], EMPTY), content, library)
    kept = tree(library)
    both = [SavedFile(name, data) for name, data in kept.items()]
    again = plan_import(both, holdings_of(content, library))
    assert {one.outcome for one in again.entries} == {Outcome.UNCHANGED}
    for file in library.iterdir():
        file.unlink()
    write_plan(plan_import([SavedFile("page.html", PAGE)], holdings_of(content, library)), content, library)
    assert tree(library) == kept


UNREADABLE = [
    (b"", "1:1: EMPTY-ORIGINAL"),
    (b" \r\n\t\n", "1:1: EMPTY-ORIGINAL"),
    (b"\xef\xbb\xbf", "1:1: EMPTY-ORIGINAL"),
    (b"Fog.\nCaf\xe9\n", "2:4: UNREADABLE-ORIGINAL"),
    ("é\r\nFog ".encode() + b"\xff", "2:5: UNREADABLE-ORIGINAL"),
    (b"Fog\0and tin", "1:4: UNREADABLE-ORIGINAL"),
    ("Fog".encode("utf-16-le"), "1:2: UNREADABLE-ORIGINAL"),
    (b"\x89PNG\r\n\x1a\n\0\0", "1:1: UNREADABLE-ORIGINAL"),
    (b"\xff\xfeF\x00o", "1:2: UNREADABLE-ORIGINAL"),
]


@pytest.mark.parametrize(("data", "said"), UNREADABLE)
def test_a_file_that_is_no_text_is_a_fault_and_the_others_are_imported(data: bytes, said: str) -> None:
    plan = plan_import(files(data, FOG), EMPTY)
    assert [str(one)[: len(said) + 6] for one in plan.problems] == [f"0.txt:{said}"]
    assert [one.id for one in plan.entries] == ["tin-and-fog"]


def test_utf_16_with_its_mark_is_a_text() -> None:
    (entry,) = plan_import(files(FOG.encode("utf-16")), EMPTY).entries
    assert entry.reading.document.text == FOG
    assert entry.files[0].data == FOG.encode("utf-16")


def report_lines(text: str) -> Iterator[str]:
    plan = plan_import(files(text), EMPTY)
    return as_text(Report(plan, Found((), (("a.png", "no text"),), ())))


def test_the_report_tells_each_value_with_its_place_and_rule() -> None:
    lines = [" ".join(line.split()) for line in report_lines(KINDS["review"])]
    assert lines[:2] == [
        "0.txt: new, record sources/review-tin-hearts-in-the-fog-a-review-2004.md, "
        "original review-tin-hearts-in-the-fog-a-review-2004.txt",
        "name Tin Hearts in the Fog: A Review",
    ]
    assert "published 2004-03-03 5:11 posting-line" in lines
    assert "not recorded: outlet, language" in lines
    start = KINDS["review"].index("Leave")
    assert f"p7 {start}-{start + 13} residue comment-form Leave a Reply" in lines
    assert lines[-2:] == [
        "a.png: skipped, no text",
        "1 new, 1 skipped. Next: fill in the new records, then invoke check.",
    ]


def test_the_json_report_has_every_segment_with_its_offsets() -> None:
    plan = plan_import(files(KINDS["comments"]), EMPTY)
    report = json.loads(as_json(Report(plan, NONE, dry_run=True)))
    (entry,) = report["files"]
    assert (report["version"], report["dry-run"], entry["outcome"]) == (1, True, "new")
    assert [(one["label"], one["kept"], one["paragraph"]) for one in entry["segments"][-2:]] == [
        ("comment", False, 3),
        ("comment", False, 4),
    ]
    comment = entry["segments"][2]
    assert KINDS["comments"][comment["start"] : comment["end"]].strip() == "1. I liked it."


def test_the_json_report_says_where_a_segment_stands_in_its_page() -> None:
    """Whoever doubts a span of the text can look at the HTML that it was read from."""
    plan = plan_import([SavedFile("page.html", PAGE)], EMPTY)
    (entry,) = json.loads(as_json(Report(plan, NONE)))["files"]
    source, text = PAGE.decode("utf-8"), read_web_page(PAGE).text
    assert entry["segments"]
    for one in entry["segments"]:
        start, end = one["html"]
        assert source[start:end].startswith(text[one["start"] : one["end"]].split()[0])


def test_a_dry_run_is_told_as_one() -> None:
    plan = plan_import(files(KINDS["comments"]), EMPTY)
    assert list(as_text(Report(plan, NONE, dry_run=True)))[-1] == (
        "Nothing was written, this was a dry run: 1 new."
    )


def test_importing_into_an_archive_keeps_it_sound(archive: tuple[Path, Path]) -> None:
    """Headlines that are names of its film and its people do not make their links ambiguous."""
    content, library = archive
    write_archive(content.parent)
    titles = ("The Tin Harbour", "Odile", "Ines Varga", "Drop")
    texts = [f"{title}\n\nA pilot waits for a ship that nobody believes in." for title in titles]
    write_plan(plan_import(files(*texts), holdings_of(content, library)), content, library)
    assert flow_over(content).sound_value("pages")
