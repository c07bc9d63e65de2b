"""Names in texts, from the records to the link: what is linked, left to people, left alone."""

from __future__ import annotations

import re
from typing import Any

from plugins.archive.annotation import Link
from plugins.authority.linking import link_document
from plugins.authority.names import list_names
from plugins.authority.record import Record, Records
from plugins.authority.schema import AUTHORITY_FILES, FOLDERS
from plugins.mentions.finding import find_mentions
from plugins.mentions.matching import NameMatcher
from tests.drawers import cases
from tests.making import document

FOLDER = {"person": "people", "character": "characters", "work": "works"}
FILE = {"organisation": "organisations.yaml", "place": "places.yaml", "term": "terms.yaml"}


def record_of(case: dict[str, Any]) -> Record:
    values = {"name": case["name"], "variants": case.get("variants", []), "not": case.get("not", [])}
    if "type" in case:
        values["kind"] = case["type"]
    if case["kind"] in FOLDER:
        values["film"] = case.get("film")
        values["performed-by"] = [{"person": one} for one in case.get("performed-by", ())]
        folder = FOLDER[case["kind"]]
        return Record(case["id"], folder, FOLDERS[folder], "a.md", values)
    return Record(case["id"], "authority", AUTHORITY_FILES[FILE[case["kind"]]], "a.yaml", values)


def marked(text: str, own: list[Any]) -> str:
    found, position = "", 0
    for one in sorted(own, key=lambda made: made.span):
        found += text[position : one.span.start]
        words = one.span.of(text)
        found += (
            f"[{words}|{one.entity}]" if isinstance(one, Link) else f"{{{words}|{' '.join(one.candidates)}}}"
        )
        position = one.span.end
    return found + text[position:]


@cases("linking")
def test_names_in_a_text_are_linked_as_the_cases_have_it(case: dict[str, Any]) -> None:
    records = Records({one["id"]: record_of(one) for one in case["records"]})
    names = list_names(records)
    lines = isinstance(case["text"], list)
    text = document("\n\n".join(case["text"]) if lines else case["text"])
    mentions = find_mentions(text, NameMatcher(names.forms), names.bearers)
    found = marked(text.text, list(link_document(text, mentions, names.bearers)))
    assert (re.split(r"\n\n", found) if lines else found) == case["expected"]
