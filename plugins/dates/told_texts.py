"""A text read with what is known of the works and characters that it names."""

from __future__ import annotations

from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.dates.finding import TextReading
from plugins.dates.kept_dates import TextToDate
from plugins.dates.words import is_feast
from plugins.dates.works_named import WorksNamed, subject_of

NEW = 1
"""Years between a film's own and that of a text to which it is “his new film”."""


def reading_of(text: TextToDate) -> TextReading:
    """What a text says of times."""
    document, published = text.document, text.published
    subject = subject_of(document, text.works, text.film)
    year = _readable(text.years.get(subject or "", ""))
    is_new = year is not None and published is not None and abs(year.first[0] - published.first[0]) <= NEW
    named = WorksNamed(document.text, subject, text.works, text.characters, is_new=is_new)
    # A program takes any capitals for a name; a feast is one only where somebody recorded it.
    names = [span for span, is_stub in text.names if not (is_stub and is_feast(span.of(document.text)))]
    return TextReading(document, published, names, named)


def _readable(written: str) -> Edtf | None:
    try:
        return Edtf.parse(written)
    except UnreadableDate:
        return None
