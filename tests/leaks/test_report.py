"""What a report says, word for word: it is read by people who must find a leak and must not copy it."""

from __future__ import annotations

from pathlib import Path

from plugins.archive.source import Rights
from plugins.leaks.reading import Place
from plugins.leaks.report import Leak, Report, Shown, Unreadable, as_data, summary
from tests.leaks.conftest import scan
from tests.leaks.planting import BODY, review, run

RUN = Leak("a.html", Place(3, 7), "html text", "tin-review", 31, 25, "nobody in ostend … remembers for them")
SHOWN = Shown("tin-review", Rights.EXCERPT, 200, 40, 31, 25, 0.15, ("a.html", "b.html"))


def said(**changed: object) -> list[str]:
    values: dict[str, object] = {
        "files": 2,
        "bytes": 1_500_000,
        "edition": "public",
        "sources": (),
        "leaks": (),
        "unreadable": (),
    }
    return [str(one) for one in Report(**(values | changed)).problems]  # type: ignore[arg-type]


def test_a_run_is_told_with_its_ends() -> None:
    assert said(leaks=(RUN,)) == [
        "a.html:3:7: LEAKED-RUN html text: 31 words in a row (nobody in ostend … remembers for them), more "
        "than the 25 that tin-review allows; find what wrote them and take them out"
    ]


def test_a_comment_is_told_as_such() -> None:
    leak = Leak("a.gz", Place(byte=0), "gzip > text", "tin-review", 9, 25, "a … b", comment=True, more=2)
    assert said(leaks=(leak,)) == [
        "a.gz:1:1: LEAKED-RUN gzip > text at byte 0: 9 words in a row (a … b), of a reader's comment in "
        "tin-review, which are not ours to show, and 2 runs more; find what wrote them and take them out"
    ]


def test_a_share_is_told_with_the_files_that_have_most() -> None:
    assert said(sources=(SHOWN,)) == [
        "a.html:1:1: LEAKED-SHARE all files together show 20.0 % of tin-review, 40 of 200 words, more than "
        "15.0 %; most of it here, then in b.html; quote less of it"
    ]


def test_a_file_that_was_not_read_is_told_with_the_reason() -> None:
    unreadable = Unreadable("a.7z", Place(byte=4), "is encrypted")
    assert said(unreadable=(unreadable,)) == [
        "a.7z:1:1: UNSEARCHED-FILE is encrypted at byte 4; leave it out of the site, or publish it unpacked"
    ]


def test_the_private_edition_is_never_for_publishing() -> None:
    """Even where no text is at hand to compare it with."""
    assert said(edition="private") == [
        ".intertitle:1:1: PRIVATE-EDITION this is the private edition, which must not be published; publish "
        "the public one"
    ]


def test_a_report_quotes_no_more_than_the_ends_of_a_run(tmp_path: Path) -> None:
    """It is printed in logs that anybody may read."""
    (tmp_path / "index.html").write_text(run(30))
    report = scan(tmp_path)
    told = str(report.problems) + str(as_data(report)) + "".join(summary(report))
    assert run(3).lower() in told
    assert run(4).lower() not in told
    assert run(4, 29).lower() not in told


def test_the_summary_names_what_was_compared_and_what_was_not(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f"<p>{run(20)}</p>")
    (tmp_path / ".intertitle").write_text("The public edition, built by Intertitle.\n")
    report = scan(tmp_path, review(Rights.EXCERPT), share=0.15, absent=["fog-diary"])
    assert list(summary(report)) == [
        "Scanned 2 files, 0.0 MB, public edition, for words of 1 texts that are not free.",
        "  tin-review  excerpt  longest run 20 words (limit 25), 9.3 % shown (limit 15.0 %)",
        "  fog-diary   not at hand, not compared",
    ]


def test_a_scan_that_compared_nothing_says_so(tmp_path: Path) -> None:
    report = scan(tmp_path, review(Rights.FULL), absent=["fog-diary"])
    assert list(summary(report))[-1] == (
        "Nothing was compared. Name the folder of the originals with --library."
    )


def test_programs_get_the_same_as_people(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(BODY)
    report = scan(tmp_path)
    data = as_data(report)
    assert [one["message"] for one in data["problems"]] == [one.message for one in report.problems]
    assert data["sources"][0]["id"] == "tin-review"
    assert (data["files"], data["bytes"], data["edition"]) == (1, len(BODY.encode()), None)
