"""How long a film runs, as pages write it: in minutes, in hours and minutes, in five languages."""

from __future__ import annotations

import re

LONGEST = 6_000
"""Minutes that a film may have. What is longer is no film, or a slip."""

_MINUTE = r"minut(?:es?|en|os?|i|er|ter)?\b|mins?\b\.?|['′’](?!\w)"
_HOUR = r"hours?\b|hrs?\b\.?|heures?\b|horas?\b|or[ae]\b|stunden?\b|std\b\.?|uur\b|h(?![^\W\d_])\.?"

DURATION = (
    rf"(?:[0-9]{{1,2}}\s*(?:{_HOUR})(?:\s*(?:,|and\b|et\b|und\b|e\b|y\b|en\b)?\s*[0-9]{{1,2}}(?:\s*(?:{_MINUTE}|m\b)|(?![0-9])))?"
    rf"|[0-9]{{1,4}}\s*(?:{_MINUTE}))"
)
"""A pattern for ``126 minutes``, ``98 Min.``, ``2h 6m``, ``1h38``, ``2 hours and 6 minutes``, ``126'``."""

CLOCK = r"(?:[0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])|[0-9]{2,3}(?:\s*m\b|(?![\w:.,/'’-])))"
"""What is a time only after words that say so: ``2:06``, ``02:06:30``, ``126``."""

_PARTS = re.compile(rf"(?P<hours>[0-9]+)\s*(?::|{_HOUR})\D*(?P<rest>[0-9]*)", re.IGNORECASE)


def minutes_of(words: str) -> int | None:
    """The minutes of a duration, from 1; None where the words are none, or none that a film can have.

    >>> minutes_of("2 hours 6 minutes"), minutes_of("1h38"), minutes_of("126 min."), minutes_of("2:06:40")
    (126, 98, 126, 126)
    """
    split = _PARTS.match(words)
    if split is None:
        number = re.match(r"[0-9]+", words)
        minutes = int(number.group()) if number else 0
    else:
        rest = int(split["rest"] or 0)
        minutes = int(split["hours"]) * 60 + rest if rest < 60 else 0
    return minutes if 0 < minutes <= LONGEST else None
