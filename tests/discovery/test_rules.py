"""The table of evidence: whole, and as it says of itself."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.entity import Kind
from plugins.discovery import rules
from plugins.discovery.rules import PAIRS, PATTERNS, RULES, Conditions
from plugins.discovery.runs import FACTS
from plugins.discovery.tally import Basis
from tests.discovery.reading import evidence_in

TABLE: dict[str, Any] = tomllib.loads((Path(rules.__file__).parent / "evidence.toml").read_text("utf-8"))
KEYS = {"kind", "why", "before", "after", "not_before", "not_after", "when", "weight", "of_somebody"} | {
    "reason",
    "basis",
    "also",
}


def test_every_rule_says_what_it_is_for_and_has_no_key_that_nobody_reads() -> None:
    for row in TABLE["rules"]:
        assert row["why"]
        assert set(row) <= KEYS, row
        assert {"before", "after", "reason"} & set(row), row
    for row in TABLE["pairs"]:
        assert row["why"]


def test_every_rule_is_used() -> None:
    """A kind that is none of the three is a rule that nobody asks."""
    assert sum(map(len, RULES.values())) == len(TABLE["rules"])
    assert len(PAIRS) == len(TABLE["pairs"])


def test_weights_are_steps_of_evidence() -> None:
    """Eighths at the least, so that sums are exact and the order of evidence changes nothing."""
    for rule in (rule for of_kind in RULES.values() for rule in of_kind):
        assert 0 < rule.weight <= 4
        assert (rule.weight * 8).is_integer()
        assert (rule.of_somebody * 8).is_integer()


def test_every_list_of_words_stands_in_a_pattern() -> None:
    text = re.sub(
        r"^#.*$", "", (Path(rules.__file__).parent / "evidence.toml").read_text("utf-8"), flags=re.M
    )
    named = set(re.findall(r"\{([a-z_]+)\}", text))
    assert set(TABLE["words"]) - named == set()
    # A rule may name a pattern too; all others are asked for by name.
    code = "".join(file.read_text("utf-8") for file in Path(rules.__file__).parent.glob("*.py"))
    assert [name for name in PATTERNS if name not in named and f'PATTERNS["{name}"]' not in code] == []


def test_every_fact_is_asked_for_or_explained() -> None:
    asked = {
        one.removeprefix("not ")
        for row in (*TABLE["rules"], *TABLE["pairs"])
        for key in ("when", "first_when", "second_when")
        for one in row.get(key, ())
    }
    assert asked == set(FACTS)


def test_a_fact_that_no_name_has_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^evidence\.toml asks whether a name is tired$"):
        Conditions.of(["single", "not tired"])


def test_of_the_rules_for_one_kind_on_one_side_the_first_that_fits_counts() -> None:
    """“Directed by” and “by” both fit; “played by” counts besides."""
    found = [one for one in evidence_in("it was directed by Jo Quill", "Jo Quill") if one.kind is Kind.PERSON]
    assert [one.reason for one in found if one.basis is Basis.WORDS] == ["after “directed by”"]


def test_what_looks_like_somebodys_name_is_less_easily_a_work() -> None:
    of_work = {
        name: sum(one.weight for one in evidence_in(f"after {name} it ended", name) if one.kind is Kind.WORK)
        for name in ("Varga Ruins", "Ines Varga")
    }
    assert of_work["Ines Varga"] < of_work["Varga Ruins"]


def test_a_reason_is_in_the_texts_own_words() -> None:
    reasons = {one.reason for one in evidence_in("the editor, Jo Quill, says", "Jo Quill")}
    assert "after “editor”" in reasons
    reasons = {one.reason for one in evidence_in("then Jo Quill, 41, left", "Jo Quill")}
    assert "before “, 41,”" in reasons


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("they met producer Jo Quill there", "Jo Quill", Kind.PERSON),
        ("then Quill, 41, left", "Quill", Kind.PERSON),
        ("then Wrenna says no", "Wrenna", Kind.PERSON),
        ("in the part of Odile", "Odile", Kind.CHARACTER),
        ("her brother Jonas left", "Jonas", Kind.CHARACTER),
        ("there is a keeper named Odile", "Odile", Kind.CHARACTER),
        ("then Odile is played by nobody", "Odile", Kind.CHARACTER),
        ("they saw Driftwood (1988) there", "Driftwood", Kind.WORK),
        ("the song Driftwood ends", "Driftwood", Kind.WORK),
        ("the premiere of Driftwood ends", "Driftwood", Kind.WORK),
        ("then the Driftwood trilogy ends", "Driftwood", Kind.WORK),
        ("they sailed near Vargaham then", "Vargaham", None),
        ("they met Harbour Pictures there", "Harbour Pictures", None),
    ],
)
def test_words_beside_a_name_make_its_kind(text: str, name: str, kind: Kind | None) -> None:
    weights: dict[Kind | None, float] = {}
    for one in evidence_in(text, name):
        weights[one.kind] = weights.get(one.kind, 0.0) + one.weight
    assert max(weights, key=lambda one: weights[one]) is kind


def test_a_headline_says_nothing_but_of_full_names_and_of_years() -> None:
    headline = "Director Fogg Leaves, By Ines Varga: Rope Year (2004), Salt Year"
    assert evidence_in(headline, "Ines Varga") != []
    assert evidence_in(headline, "Rope Year") != []
    assert evidence_in(headline, "Fogg Leaves") == evidence_in(headline, "Salt Year") == []
