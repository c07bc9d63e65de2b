"""What a text says about itself, as values: a field, what it says, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from plugins.archive.span import Span


class Field(Enum):
    """What a text may tell of itself and of its film, in the order in which it is reported."""

    HEADLINE = "headline"
    SECTION = "section"
    AUTHOR = "author"
    OUTLET = "outlet"
    PUBLISHED = "published"
    KIND = "kind"
    LANGUAGE = "language"
    URL = "url"
    RUNNING_TIME = "running-time"
    RELEASE_YEAR = "release-year"
    RATING = "rating"
    COUNTRY = "country"
    KIND_OF_WORK = "kind-of-work"
    CREDIT = "credit"
    COMMENT_COUNT = "comment-count"
    OUTLET_CANDIDATE = "outlet-candidate"
    PUBLISHED_CANDIDATE = "published-candidate"


_ORDER = {field: place for place, field in enumerate(Field)}


@dataclass(frozen=True, slots=True)
class Detected:
    """One thing that a text says, by which rule it was found, and where.

    ``value`` is the text's own words on one line, but for what has a form of its own: ``published`` is
    EDTF, ``running-time`` whole minutes, ``language`` a primary tag of BCP 47, ``kind`` a kind of the
    schema. ``span`` counts code points of the raw text; it is None for what a web page states out of
    its reader's sight.
    """

    field: Field
    value: str
    span: Span | None
    rule: str

    @property
    def place(self) -> tuple[int, int, str, str]:
        """Sorts by field, then by where it stands; what stands nowhere comes first."""
        return (_ORDER[self.field], self.span.start if self.span else -1, self.value, self.rule)


def on_one_line(words: str) -> str:
    """Words with every run of white space made a single space."""
    return " ".join(words.split())
