"""The open data keeps its shape: files, fields, ids that lead somewhere, offsets that hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.edtf import Edtf
from plugins.archive.relation import Relation
from plugins.archive.source import Label, Rights
from plugins.archive.span import Pointer
from plugins.open_data.annotations_read import read_annotations
from plugins.open_data.web_annotations import annotation_page
from tests.site.crawl import Site
from tests.site.open_data import read
from tests.site.originals import originals_of

FIELDS = {
    "sources.json": "id kind title author outlet published rights file sha256 url",
    "segments.jsonl": "source start end label rule speaker entity parent",
    "quotations.jsonl": "source start end speaker_start speaker_end entity closed",
    "mentions.jsonl": "source start end entity kind maker confidence",
    "undecided.jsonl": "source start end candidates reason",
    "entities.json": "id kind name variants url stub",
    "credits.json": "film person role character status mode cites",
    "events.json": "id date status label basis cites people",
    "claims.jsonl": "id subject property value original status source start end maker",
    "disagreements.json": "subject property of relation reason sides pairs settled",
}
"""What is promised of each record; a file may hold more, never less."""

SPANNED = ("segments.jsonl", "quotations.jsonl", "mentions.jsonl", "undecided.jsonl", "claims.jsonl")


@pytest.fixture(scope="module")
def originals(any_site: Site, request: pytest.FixtureRequest) -> dict[str, str]:
    """The texts that this edition was built with."""
    if any_site is request.getfixturevalue("site"):
        return originals_of(any_site)
    return originals_of(any_site, request.getfixturevalue("library"))


@pytest.fixture(scope="module")
def ids(any_site: Site) -> set[str]:
    return {entity["id"] for entity in read(any_site.folder, "entities.json")}


@pytest.mark.parametrize("name", FIELDS)
def test_every_record_has_the_promised_fields(any_site: Site, name: str) -> None:
    for record in read(any_site.folder, name):
        assert set(FIELDS[name].split()) - set(record) == set(), record


@pytest.mark.parametrize("name", ["sources.json", "entities.json", "events.json", "claims.jsonl"])
def test_ids_are_unique(any_site: Site, name: str) -> None:
    found = [record["id"] for record in read(any_site.folder, name)]
    assert found != []
    assert sorted(found) == sorted(set(found))


@pytest.mark.parametrize("name", SPANNED)
def test_offsets_lie_in_their_text(any_site: Site, originals: dict[str, str], name: str) -> None:
    """Code points of the raw text, from 0, the end not included; none, or both."""
    for record in read(any_site.folder, name):
        start, end = record["start"], record["end"]
        assert (start is None) == (end is None)
        if start is not None and record["source"] in originals:
            assert 0 <= start < end <= len(originals[record["source"]]), record


def test_segments_hold_every_letter_once_and_in_order(any_site: Site, originals: dict[str, str]) -> None:
    """Nothing of a text is lost or invented: between two segments there is only white space."""
    segments: dict[str, list[dict[str, Any]]] = {}
    for segment in read(any_site.folder, "segments.jsonl"):
        segments.setdefault(segment["source"], []).append(segment)
    assert set(segments) == set(originals)
    for source, text in originals.items():
        edges = [
            0,
            *(edge for segment in segments[source] for edge in (segment["start"], segment["end"])),
            len(text),
        ]
        assert edges == sorted(edges)
        assert (
            "".join(text[end:start] for end, start in zip(edges[::2], edges[1::2], strict=True)).strip() == ""
        )


def test_segments_have_labels_that_the_glossary_knows(any_site: Site) -> None:
    known = {label.value for label in Label}
    assert {segment["label"] for segment in read(any_site.folder, "segments.jsonl")} - known == set()


def test_a_linked_mention_is_one_of_its_entitys_names(any_site: Site, originals: dict[str, str]) -> None:
    """A program links what it can link without guessing: the words are a record's name, or its last words.

    A person may decide otherwise; programs alone have a version behind their name.
    """
    names = {
        entity["id"]: {_fold(name) for name in (entity["name"], *entity["variants"])}
        for entity in read(any_site.folder, "entities.json")
    }
    mentions = [one for one in read(any_site.folder, "mentions.jsonl") if "/" in one["maker"]]
    assert mentions != []
    for mention in mentions:
        words = originals[mention["source"]][mention["start"] : mention["end"]]
        given = names[mention["entity"]]
        assert any(f" {name}".endswith(f" {_fold(words)}") for name in given), (words, mention)


def _fold(words: str) -> str:
    return " ".join(words.replace("’", "'").replace("‘", "'").split()).replace(". ", ".")


def test_mentions_do_not_overlap(any_site: Site) -> None:
    """A name inside a longer name is no second mention."""
    ends: dict[str, int] = {}
    for mention in sorted(
        read(any_site.folder, "mentions.jsonl"), key=lambda one: (one["source"], one["start"])
    ):
        assert mention["start"] >= ends.get(mention["source"], 0), mention
        ends[mention["source"]] = mention["end"]


def test_every_id_names_a_record(any_site: Site, ids: set[str]) -> None:
    folder = any_site.folder
    named = {
        *(mention["entity"] for mention in read(folder, "mentions.jsonl")),
        *(one for undecided in read(folder, "undecided.jsonl") for one in undecided["candidates"]),
        *(credit[key] for credit in read(folder, "credits.json") for key in ("film", "person", "character")),
        *(person for event in read(folder, "events.json") for person in event["people"]),
        *(claim["subject"] for claim in read(folder, "claims.jsonl")),
    }
    assert named - ids - {None} == set()


def test_every_entitys_address_is_on_the_site(any_site: Site) -> None:
    for entity in read(any_site.folder, "entities.json"):
        url, _, fragment = entity["url"].partition("#")
        assert url in any_site.pages, entity
        assert not fragment or fragment in any_site.pages[url].ids, entity


def test_dates_are_edtf_at_the_precision_of_their_source(any_site: Site) -> None:
    """And a date that was worked out says how."""
    for event in read(any_site.folder, "events.json"):
        if event["date"] is not None:
            assert Edtf.parse(event["date"]).written == event["date"]
        if event["basis"] == "relative":
            assert event["derivation"], event
    for source in read(any_site.folder, "sources.json"):
        assert source["published"] is None or Edtf.parse(source["published"]).written


def test_cites_are_pointers_to_sources_of_the_archive(any_site: Site) -> None:
    sources = {source["id"] for source in read(any_site.folder, "sources.json")}
    for name in ("credits.json", "events.json"):
        cites = [cite for record in read(any_site.folder, name) for cite in record["cites"]]
        assert cites != []
        assert {Pointer.parse(cite).source for cite in cites} <= sources


def test_a_claims_wording_is_what_stands_at_its_span(any_site: Site, originals: dict[str, str]) -> None:
    worded = [claim for claim in read(any_site.folder, "claims.jsonl") if claim["original"] is not None]
    for claim in worded:
        assert claim["original"] == originals[claim["source"]][claim["start"] : claim["end"]]


def test_a_claim_without_a_source_is_an_editors_decision(any_site: Site) -> None:
    """Every other claim points into a source of the archive."""
    sources = {source["id"] for source in read(any_site.folder, "sources.json")}
    for claim in read(any_site.folder, "claims.jsonl"):
        assert claim["source"] in sources or (claim["source"] is None and claim["maker"] == "editor"), claim


def test_a_disagreement_has_two_sides_or_more_each_with_its_claims(any_site: Site) -> None:
    claims = {claim["id"] for claim in read(any_site.folder, "claims.jsonl")}
    found = read(any_site.folder, "disagreements.json")
    assert (any_site.film, "running-time") in {(one["subject"], one["property"]) for one in found}
    for disagreement in found:
        assert len(disagreement["sides"]) > 1
        assert all(side["claims"] and set(side["claims"]) <= claims for side in disagreement["sides"])


def test_a_disagreement_says_what_it_is_and_why(any_site: Site) -> None:
    known = {relation.value for relation in Relation}
    for one in read(any_site.folder, "disagreements.json"):
        assert {one["relation"], *(pair["relation"] for pair in one["pairs"])} <= known
        assert one["reason"].endswith(".") or one["settled"]


def test_a_minute_apart_is_a_conflict_and_another_cut_is_another_thing(site: Site) -> None:
    """And about two hours covers both lengths."""
    found = {(one["subject"], one["property"]): one for one in read(site.folder, "disagreements.json")}
    times = found["her", "running-time"]
    assert (times["relation"], times["reason"]) == (
        "conflict",
        "“125 minutes” and “126 minutes” cannot both be right.",
    )
    values = [side["value"] for side in times["sides"]]
    relations = {
        frozenset(values[place] for place in pair["sides"]): pair["relation"] for pair in times["pairs"]
    }
    assert relations[frozenset({"125 minutes", "about two hours"})] == "compatible"
    assert relations[frozenset({"125 minutes", "90 minutes"})] == "other-object"


def test_rights_are_one_of_four(any_site: Site) -> None:
    known = {one.value for one in Rights}
    assert {source["rights"] for source in read(any_site.folder, "sources.json")} <= known


def test_annotations_are_w3c_web_annotations(any_site: Site) -> None:
    """Each with a target whose position selector has the same offsets as the other files."""
    collection = json.loads((any_site.folder / "data" / "annotations.jsonld").read_text("utf-8"))
    assert "http://www.w3.org/ns/anno.jsonld" in json.dumps(collection["@context"])
    annotations = list(_of_type(collection, "Annotation"))
    assert annotations != []
    assert len({annotation["id"] for annotation in annotations}) == len(annotations)
    selectors = list(_of_type(collection, "TextPositionSelector"))
    assert all(0 <= selector["start"] < selector["end"] for selector in selectors)
    stubs = {one["id"] for one in read(any_site.folder, "entities.json") if one["stub"]}
    spans = {
        (claim["start"], claim["end"])
        for claim in read(any_site.folder, "claims.jsonl")
        if not {claim["subject"], *claim["qualifiers"].values()} & stubs
    }
    assert spans - {(None, None)} <= {(selector["start"], selector["end"]) for selector in selectors}


def test_every_annotation_leads_to_one_place_of_its_original_and_is_read_back(
    any_site: Site, originals: dict[str, str]
) -> None:
    page = (any_site.folder / "data" / "annotations.jsonld").read_bytes()
    annotations = read_annotations(page, originals)
    assert {one.target.source for one in annotations} & set(originals)
    assert annotation_page(annotations) == page


def _of_type(value: object, name: str) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("type") == name:
            yield value
        for inner in value.values():
            yield from _of_type(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _of_type(inner, name)


@pytest.mark.parametrize("name", [*FIELDS, "annotations.jsonld"])
def test_a_file_ends_with_a_line_end_and_has_no_byte_order_mark(any_site: Site, name: str) -> None:
    """So that line tools and parsers take it as it is."""
    data = Path(any_site.folder, "data", name).read_bytes()
    assert data.endswith(b"\n")
    assert not data.startswith(b"\xef\xbb\xbf")
