"""What answers write, as lines of YAML: one line an entry, in the way in which people write them there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.authority.record import Refusal
from plugins.authority.schema import JUDGEMENTS_FILE, REFUSAL_KEYS, REFUSALS_FILE
from plugins.importing.record_page import quoted
from plugins.suggestions.suggestion import NewJudgement, NewRecord, NewRefusal

_PLAIN = re.compile(r"[^\W_](?:[\w.’ -]*[\w.’])?")
_NO_TEXT = re.compile(r"(?:null|true|false|yes|no|on|off|y|n)|[\d.eE+_-]+|\d.*:.*", re.IGNORECASE)
"""What some readers of YAML take for something else than a text, but for the numbers and days of our keys."""

_NO_TEXTS = frozenset({"start", "end", "when"})
"""Keys whose values are numbers and days, and written so."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who answers, on which day, and why; an empty reason is the suggestion's own."""

    who: str
    when: str
    why: str = ""


def judgement_entry(new: NewJudgement, signature: Signature) -> tuple[str, dict[str, object]]:
    """The file of a judgement, and its values."""
    values: dict[str, object] = {
        "source": new.spot.source,
        "start": str(new.spot.span.start),
        "end": str(new.spot.span.end),
        "entity": new.entity,
    }
    return f"authority/{JUDGEMENTS_FILE}", values | _signed(signature)


def refusal_entry(new: NewRefusal, signature: Signature) -> tuple[str, dict[str, object]]:
    """The file of a refusal, and its values, those left out that it does not need."""
    return f"authority/{REFUSALS_FILE}", _refusal_values(new.refusal) | _signed(signature)


def record_entry(new: NewRecord) -> tuple[str, dict[str, object]]:
    return new.file, dict(new.values)


def _refusal_values(refusal: Refusal) -> dict[str, object]:
    span = refusal.span
    places = {"start": str(span.start), "end": str(span.end)} if span else {}
    told = {key: places.get(key, getattr(refusal, key, None)) for key in REFUSAL_KEYS}
    signed = {"who", "when", "why"}
    return {key: str(value) for key, value in told.items() if value is not None and key not in signed}


def _signed(signature: Signature) -> dict[str, object]:
    return {"who": signature.who, "when": signature.when, "why": signature.why}


def as_line(values: Mapping[str, object]) -> str:
    """An entry as a mapping on one line, which YAML reads as these very values.

    >>> as_line({"id": "jo-ruiz", "name": "Jo Ruiz", "sort-name": "Ruiz, Jo", "variants": []})
    '{id: jo-ruiz, name: Jo Ruiz, sort-name: "Ruiz, Jo", variants: []}'
    """
    return "{" + ", ".join(f"{key}: {_value(key, value)}" for key, value in values.items()) + "}"


def _value(key: str, value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, list):
        return "[" + ", ".join(quoted(str(one)) for one in value) + "]"
    return quoted(str(value)) if key in {"cite", "why"} else as_text(str(value), is_date=key in _NO_TEXTS)


def as_text(value: str, *, is_date: bool = False) -> str:
    """A text as people write it: in quotation marks only where YAML reads it otherwise. A date needs none.

    >>> as_text("Jo Ruiz"), as_text("Ruiz, Jo"), as_text("1921"), as_text("1921", is_date=True)
    ('Jo Ruiz', '"Ruiz, Jo"', '"1921"', '1921')
    """
    is_plain = _PLAIN.fullmatch(value) and (is_date or not _NO_TEXT.fullmatch(value))
    return value if is_plain else quoted(value)
