"""An edit of one record makes anew what it can change, and gives what a clean build gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.archive.annotation import Link, Mention, Undecided
from plugins.archive.flow import Flow
from plugins.archive.settings import Settings
from plugins.authority import kept_links
from plugins.authority.linking import Links, link_document, link_mentions
from plugins.authority.names import list_names
from plugins.authority.record import Judgement, Records
from plugins.discovery import all_names
from plugins.discovery.all_names import discover
from plugins.incremental.kept import Kept
from plugins.mentions import all_mentions
from plugins.mentions.all_mentions import find_all_mentions
from plugins.mentions.finding import find_mentions
from plugins.mentions.matching import NameMatcher
from plugins.open_data.stage import STAGES as DATA
from plugins.sources.library import Documents
from plugins.stages import archive_flow
from tests.incremental.steps import HISTORIES
from tests.making import ARCHIVE, document, documents, front_matter, record, records, span_of, write_archive

TEXTS = {
    "essay": "Ines Varga built a port. “Ines never slept,” says Bram Oster, who waits there as the Pilot.",
    "interview": "LOTTE MAES: Who is Odile?\n\nNADIA BELL: Odile is a lamp. Bell laughs. “Nadia!” Maes says.",
    "news": "Nadia Bell joins Bram Oster in Drop, a film by Tove Quist. Quist and Bell met in Ostend.",
    "notes": "“Drop” is a song. Ostend hums it; Odile (Nadia Bell) sings. The Pilot listens.",
    "review": "The Tin Harbour is slow. Varga likes it so. Adam Odile, no kin to it, shot it. Odile did.",
}
"""Five texts of a small archive."""

VALUES: dict[str, dict[str, Any]] = {
    "people/ines-varga": {"name": "Ines Varga"},
    "people/nadia-bell": {"name": "Nadia Bell"},
    "people/bram-oster": {"name": "Bram Oster"},
    "people/adam-odile": {"name": "Adam Odile"},
    "characters/odile": {"name": "Odile", "performed-by": [{"person": "nadia-bell"}]},
    "characters/pilot": {"name": "the Pilot", "performed-by": [{"person": "bram-oster"}]},
    "works/tin-harbour": {"name": "The Tin Harbour", "kind": "film"},
    "works/drop": {"name": "Drop", "kind": "song"},
    "works/lamp": {"name": "Lotte Maes", "kind": "painting"},
}
FORMS = (
    "Tove Quist",
    "Lotte Maes",
    "Ostend",
    "Odile",
    "Varga",
    "Bell",
    "Drop",
    "Nadia Bell",
    "Somebody Else",
)
RECORDS = tuple(VALUES)
IDS = tuple(key.split("/")[1] for key in VALUES)

DOCUMENTS = documents(*(document(text, source) for source, text in TEXTS.items()))


@dataclass(frozen=True)
class State:
    """What people have written at one time."""

    values: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: VALUES)
    judgements: tuple[Judgement, ...] = ()

    def written(self) -> Records:
        made = (record(key.split("/")[1], key.split("/")[0], **dict(one)) for key, one in self.values.items())
        return records(*made, judgements=self.judgements)

    def changed(self, key: str, **values: Any) -> State:
        """With other values in a record, which is made if it is not there."""
        return replace(
            self, values={**self.values, key: {**VALUES[key], **self.values.get(key, {}), **values}}
        )

    def without(self, key: str) -> State:
        return replace(self, values={one: value for one, value in self.values.items() if one != key})

    def judged(self, source: str, words: str, entity: str | None) -> State:
        own = Judgement(source, span_of(TEXTS[source], words), entity, "a test", "2026", "so it is")
        return replace(self, judgements=(*self.judgements, own))

    def with_variant(self, key: str, form: str) -> State:
        return self.changed(key, variants=[*self.values.get(key, {}).get("variants", []), form])


Edit = Callable[[State], State]

RECORD, FORM, ID, SOURCE = (st.sampled_from(some) for some in (RECORDS, FORMS, IDS, tuple(TEXTS)))
PERFORMED = st.sampled_from(("characters/odile", "characters/pilot"))


def performed(key: str, people: list[str]) -> Edit:
    return lambda state: state.changed(key, **{"performed-by": [{"person": one} for one in people]})


def judged(source: str, start: int, entity: str | None) -> Edit:
    words = TEXTS[source][start : start + 9]
    return lambda state: state.judged(source, words, entity)


EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(lambda key, form: lambda state: state.changed(key, name=form), RECORD, FORM),
    st.builds(lambda key, form: lambda state: state.with_variant(key, form), RECORD, FORM),
    st.builds(lambda key: lambda state: state.without(key), RECORD),
    st.builds(lambda key: lambda state: state.changed(key), RECORD),
    st.builds(lambda key, one: lambda state: state.changed(key, **{"not": [one]}), RECORD, ID),
    st.builds(performed, PERFORMED, st.lists(ID, max_size=2)),
    st.builds(judged, SOURCE, st.integers(0, 60), ID | st.none()),
)


@dataclass(frozen=True)
class Found:
    """What a build finds in the texts."""

    mentions: tuple[Mention, ...]
    links: Links


def build(state: State, kept: Kept | None = None, texts: Documents = DOCUMENTS) -> Found:
    written = state.written()
    names = list_names(written)
    mentions = find_all_mentions(texts, names, kept)
    return Found(mentions, link_mentions(mentions, names, written, texts, kept))


def found_directly(state: State) -> tuple[list[Mention], list[Link | Undecided]]:
    """Mentions and links as the pure functions have them, with all names and bearers at hand."""
    names = list_names(state.written())
    matcher = NameMatcher(names.forms)
    mentions = [
        one for text in DOCUMENTS.by_id.values() for one in find_mentions(text, matcher, names.bearers)
    ]
    linked: list[Link | Undecided] = []
    for text in DOCUMENTS.by_id.values():
        linked += link_document(text, [one for one in mentions if one.source == text.source], names.bearers)
    return mentions, linked


def made_anew(before: State, after: State) -> dict[str, int]:
    """How many results of each stage an edit makes anew."""
    kept = Kept()
    build(before, kept)
    first = kept.made.copy()
    assert build(after, kept) == build(after)
    return found_in_texts(kept.made - first)


def found_in_texts(results: Counter[str]) -> dict[str, int]:
    """Results without those that only tell which names may stand in which text."""
    return {stage: count for stage, count in results.items() if stage != "names"}


@given(st.lists(EDITS, max_size=6))
@settings(max_examples=HISTORIES, deadline=None)
def test_after_any_edits_all_is_as_in_a_clean_build(edits: list[Edit]) -> None:
    """And as the pure functions give it that know nothing of keys."""
    kept, state = Kept(), State()
    for edit in (lambda state: state, *edits):
        state = edit(state)
        found = build(state, kept)
        assert found == build(state)
        mentions, linked = found_directly(state)
        assert list(found.mentions) == mentions
        if not state.judgements:
            assert sorted(one for one in linked if isinstance(one, Link)) == list(found.links.made)


@given(EDITS)
@settings(max_examples=HISTORIES, deadline=None)
def test_an_edit_touches_only_texts_that_can_hold_a_name_it_concerns(edit: Edit) -> None:
    before, after = State(), edit(State())
    keys = {key for key in VALUES if before.values.get(key) != after.values.get(key)}
    forms = {form for key in concerned(keys, before, after) for form in forms_of(key, before, after)}
    texts = sum(any(words(form) <= words(text) for form in forms) for text in TEXTS.values())
    made = made_anew(before, after)
    assert made.get("mentions", 0) <= texts
    assert made.get("links", 0) <= texts + (before.judgements != after.judgements)
    assert made.keys() <= {"mentions", "links"}


def concerned(keys: Iterable[str], *states: State) -> set[str]:
    """Records, and those that refer to them."""
    ids = {key.split("/")[1] for key in keys}
    referring = {
        key
        for state in states
        for key, values in state.values.items()
        if ids & {*values.get("not", ()), *(one["person"] for one in values.get("performed-by", ()))}
    }
    return {*keys, *referring}


def forms_of(key: str, *states: State) -> set[str]:
    values = [state.values[key] for state in states if key in state.values]
    return {form for one in values for form in (one["name"], *one.get("variants", ()))}


def words(text: str) -> set[str]:
    """The words of a text or a name; capitals make no difference, since a name may stand in capitals."""
    return set("".join(sign if sign.isalnum() else " " for sign in text.upper()).split())


BY_HAND: dict[str, tuple[Edit, dict[str, int]]] = {
    "nothing": (lambda state: state, {}),
    "a summary": (lambda state: state.changed("people/ines-varga", summary="She builds ports."), {}),
    "a name of one text for one of another": (
        lambda state: state.changed("people/ines-varga", name="Tove Quist"),
        {"mentions": 2, "links": 2},  # the essay has the old name, the news have the new one
    ),
    "a variant that stands in two texts": (
        lambda state: state.with_variant("works/tin-harbour", "Ostend"),
        {"mentions": 2, "links": 2},  # and not the text that has its name
    ),
    "a variant that stands nowhere": (
        lambda state: state.with_variant("people/adam-odile", "Somebody Else"),
        {},
    ),
    "a record removed": (lambda state: state.without("works/tin-harbour"), {"mentions": 1, "links": 1}),
    "another performer": (
        performed("characters/pilot", ["nadia-bell"]),
        {"mentions": 1, "links": 1},  # “the Pilot” stands in the essay alone
    ),
    "a judgement": (judged("review", 0, None), {"links": 1}),
}


@pytest.mark.parametrize("edit", BY_HAND)
def test_an_edit_makes_just_these_results_anew(edit: str) -> None:
    change, expected = BY_HAND[edit]
    assert made_anew(State(), change(State())) == expected


def test_an_edit_that_is_taken_back_makes_nothing_anew() -> None:
    kept = Kept()
    for state in (State(), State().without("characters/odile")):
        build(state, kept)
    made = kept.made.copy()
    build(State(), kept)
    assert kept.made == made


def test_the_order_of_files_makes_nothing_anew() -> None:
    kept = Kept()
    build(State(), kept)
    made = kept.made.copy()
    backwards = State(dict(reversed(VALUES.items())))
    found = build(backwards, kept, Documents(dict(reversed(DOCUMENTS.by_id.items()))))
    assert kept.made == made
    assert sorted(found.mentions) == list(build(State()).mentions)


def test_another_name_for_a_text_makes_nothing_anew() -> None:
    """What is found in it is found under the new name."""
    kept = Kept()
    text = documents(document(TEXTS["essay"], "old-name"))
    renamed = documents(document(TEXTS["essay"], "new-name"))
    for texts in (text, renamed):
        discovered, found = discover(texts, kept), build(State(), kept, texts)
    assert set(kept.made.values()) == {1}
    assert {one.source for one in found.mentions} == {"new-name"}
    assert {one.source for one in found.links.made} == {"new-name"}
    assert {one for name in discovered for one in name.texts} == {"new-name"}


def test_a_text_that_reads_otherwise_is_read_anew() -> None:
    """Even where every name stands just where it stood."""
    kept, state = Kept(), State().changed("works/lamp", name="Odile")
    for text in ("So a girl named Odile waits.", "So a film named Odile waits."):
        texts = documents(document(text))
        found = build(state, kept, texts)
        assert found == build(state, texts=texts)
    assert found_in_texts(kept.made) == {"words": 2, "mentions": 2, "links": 2}


def test_other_code_makes_all_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept()
    for digest in ("before", "after"):
        for module in (all_mentions, all_names, kept_links):
            monkeypatch.setattr(module, "digest_of_code", lambda *_, digest=digest: digest)
        build(State(), kept)
        discover(DOCUMENTS, kept)
    stages = ("words", "mentions", "links", "discovery")
    assert found_in_texts(kept.made) == dict.fromkeys(stages, 2 * len(TEXTS))
    assert not kept.reused


def flow_of(content: Path, cache: Path | None) -> Flow:
    flow = archive_flow(Settings(content, film="tin-harbour", excerpt_share=1.0, cache=cache))
    for stage in DATA:
        flow.add(stage)
    return flow


def test_a_build_over_kept_results_gives_the_bytes_of_a_clean_one(tmp_path: Path) -> None:
    """Of an archive on disk, edited between two builds."""
    cache = tmp_path / "cache"
    content = write_archive(tmp_path)
    first = flow_of(content, cache)
    first.sound_value("data_files")
    first.value("kept").forget()
    values = {**ARCHIVE["characters/odile.md"], "variants": ["fog"]}
    (content / "characters" / "odile.md").write_text(front_matter(values), "utf-8")
    second, clean = flow_of(content, cache), flow_of(content, None)
    assert second.sound_value("data_files") == clean.sound_value("data_files")
    assert second.sound_value("pages") == clean.sound_value("pages")
    kept: Kept = second.value("kept")
    stages = ("mentions", "links", "words", "discovery")
    assert [kept.made[one] for one in stages] == [1, 1, 0, 0]
    assert [kept.reused[one] for one in stages] == [0, 0, 1, 1]
    assert first.value("data_files") != clean.value("data_files")
