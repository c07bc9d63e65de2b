"""The dates of the archive's texts, each counted from its own text's date."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from plugins.archive.annotation import Link
from plugins.archive.edtf import Edtf
from plugins.dates.texts import DatesOfTexts
from plugins.dates.texts import read_texts as read_dates_of
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
