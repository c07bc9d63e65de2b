"""The dates of the archive's texts, each counted from its own text's date."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.archive.annotation import Link
from plugins.archive.edtf import Edtf
from plugins.dates import told_texts
from plugins.dates.texts import DatesOfTexts
from plugins.dates.texts import read_texts as read_dates_of
from plugins.incremental.kept import Kept
from tests.making import document, documents, flow_over, link, record, records, write_archive

TEXT = "It will open on December 4."


@dataclass(frozen=True)
class Links:
    """Spans that name something."""

    made: tuple[Link, ...] = ()


def read(published: str | None, *links: Link) -> DatesOfTexts:
    known = records(record("review", "sources", published=published), record("tv-notice", "sources"))
    texts = documents(document(TEXT), document(TEXT, "tv-notice"))
    return read_dates_of(texts, known, Links(links))


def told(found: DatesOfTexts, source: str = "review") -> list[str]:
    return [str(one.edtf) for one in found.by_source[source]]


def test_each_text_is_read_with_its_own_date() -> None:
    """Where a record gives none, the year is left open."""
    found = read("2003-09")
    assert told(found) == ["2003-12-04"]
    assert told(found, "tv-notice") == ["XXXX-12-04"]
    assert found.published == {"review": Edtf.parse("2003-09")}


def test_a_faulty_date_of_a_record_is_reported_elsewhere_and_counts_for_nothing() -> None:
    assert told(read("last autumn")) == ["XXXX-12-04"]


def test_a_number_that_is_linked_as_a_name_is_no_date() -> None:
    text = "They opened in 1917 and 1918."
    known = records(record("review", "sources"))
    found = read_dates_of(documents(document(text)), known, Links((link(text, "1917", "film-of-1917"),)))
    assert told(found) == ["1918"]


def test_the_stage_reads_what_the_archive_holds(tmp_path: Path) -> None:
    """Between the links and whoever makes events of it."""
    text = "A harbour made of tin\n\nIt opens November 12.\n"
    content = write_archive(tmp_path)
    source = content / "sources" / "harbour-review.txt"
    file = content / "sources" / "harbour-review.md"
    old, new = source.read_bytes(), text.encode()
    page = file.read_text("utf-8").replace(hashlib.sha256(old).hexdigest(), hashlib.sha256(new).hexdigest())
    file.write_text(page, "utf-8")
    source.write_bytes(new)
    found: DatesOfTexts = flow_over(content).value("date_expressions")
    assert told(found, "harbour-review") == ["2004-11-12"]


FIRST = "Shooting began on 12 May 2003."
SECOND = "A week before the shoot, the boat sank. While working on her last, Salt, she had built it."


def of_two_texts(film: str | None = "tin-harbour", **second: str) -> DatesOfTexts:
    known = records(
        record("diary", "sources", film=film),
        record("interview", "sources", film="tin-harbour"),
        record("salt", "works", year="1999"),
    )
    text = second.get("text", SECOND)
    made = (link(text, "Salt", "salt", "interview"),) if "Salt" in text else ()
    return read_dates_of(documents(document(FIRST, "diary"), document(text, "interview")), known, Links(made))


def test_what_one_text_dates_another_counts_from() -> None:
    """And a record's year bounds the making of its work."""
    assert told(of_two_texts(), "interview") == ["2003-05-05~", "[..1999]"]


def test_a_date_from_another_text_says_from_which_and_where() -> None:
    """It points there, and holds no word of that text, whose rights may not allow it."""
    first, second = of_two_texts().by_source["interview"][0].derivation
    assert first.source == "diary"
    assert first.span is not None
    assert first.span.of(FIRST) == "12 May 2003"
    assert first.says == "the beginning of the shooting of tin-harbour, in diary: 2003-05-12"
    assert (second.source, second.says) == (None, "“A week before” from there")


def test_a_date_from_a_record_says_so_without_a_place() -> None:
    first = of_two_texts().by_source["interview"][1].derivation[0]
    assert (first.says, first.span, first.source) == ("the record of salt gives the year 1999", None, None)


def test_what_a_text_dates_of_another_film_dates_nothing_here() -> None:
    assert told(of_two_texts(film="salt"), "interview")[0] == "None"


def test_the_film_of_a_text_that_names_none_is_known_to_that_text_alone() -> None:
    """Two texts without a film may speak of two."""
    assert told(of_two_texts(film=None), "interview")[0] == "None"


def test_the_order_of_texts_makes_no_difference() -> None:
    known = records(
        *(record(name, "sources", film="tin-harbour") for name in ("a", "b", "c")),
    )
    texts = [
        document("Shooting began in May 2003.", "a"),
        document("Shooting began in 2003.", "b"),
        document("When shooting began, it rained.", "c"),
    ]
    one, other = (read_dates_of(documents(*each), known, Links()) for each in (texts, texts[::-1]))
    assert one.by_source == {name: other.by_source[name] for name in "abc"}
    assert told(one, "c") == ["2003-05"]


def test_a_date_that_a_milestone_gives_dates_no_other_milestone() -> None:
    """No guess rests on a guess."""
    text = "A week before the shoot, she finished the script. When she finished the script, it rained."
    assert told(of_two_texts(text=text), "interview") == ["2003-05-05~"]


OF_ITS_OWN = "Shooting began on 12 May 2003. Two days before the shoot, Varga found a boat."


def read_with(kept: Kept, year: str = "1999", first: str = FIRST) -> DatesOfTexts:
    known = records(
        record("diary", "sources", film="tin-harbour"),
        record("interview", "sources", film="tin-harbour"),
        record("notes", "sources"),
        record("salt", "works", year=year),
    )
    texts = documents(document(first, "diary"), document(SECOND, "interview"), document(OF_ITS_OWN, "notes"))
    return read_dates_of(texts, known, Links((link(SECOND, "Salt", "salt", "interview"),)), kept)


def test_dates_that_are_kept_are_those_of_a_clean_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No text is read again."""
    clean = read_with(Kept(tmp_path))
    assert told(clean, "interview") == ["2003-05-05~", "[..1999]"]
    assert told(clean, "notes") == ["2003-05-12", "2003-05-10"]
    monkeypatch.setattr(told_texts, "reading_of", None)
    assert read_with(Kept(tmp_path)) == clean


def test_what_milestones_date_is_read_anew_when_they_were_at_another_time(tmp_path: Path) -> None:
    read_with(Kept(tmp_path))
    kept = Kept(tmp_path)
    changed = read_with(kept, first=FIRST.replace("2003", "2002"), year="1998")
    assert told(changed, "interview") == ["2002-05-05~", "[..1998]"]
    assert changed == read_with(Kept(), first=FIRST.replace("2003", "2002"), year="1998")
    assert kept.made == {"dates": 2, "dates-by-milestones": 1}
