"""Records for names that no record knows: enough for a page that says that nobody has looked at it yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from sys import intern

from plugins.archive.entity import Kind
from plugins.archive.file_names import usable, words_of
from plugins.archive.settings import Settings
from plugins.archive.source import Label, Rights
from plugins.archive.span import Span, digest_of
from plugins.authority.entities import HOME
from plugins.authority.names import Bearer, Names, list_names
from plugins.authority.record import Record, Records, Refusal
from plugins.authority.schema import FOLDERS, SuggestionCode
from plugins.discovery.findings import Sighting
from plugins.discovery.merging import Discovered
from plugins.mentions.folding import folded_form
from plugins.mentions.short_forms import short_forms
from plugins.sources.library import Documents
from plugins.stubs.counting import CAPITAL_NOUNS, RecordedNames, languages_of

FOLDER_OF = {Kind.PERSON: "people", Kind.CHARACTER: "characters", Kind.WORK: "works"}


def name_stubs(
    recorded: Records, documents: Documents, discovered: tuple[Discovered, ...], settings: Settings
) -> dict[str, Discovered]:
    """The names that get a stub each, by the ids of the stubs; none where the settings want none.

    The archive's film is given its id first, so that nothing else of its name takes it.
    """
    unknown = unknown_names(recorded, discovered, documents) if settings.stubs and discovered else []
    film = _film_among(unknown, recorded, settings)
    taken = {*recorded.by_id, HOME}
    ids: dict[str, Discovered] = {}
    for one in sorted(unknown, key=lambda one: (one is not film, one.kind.value, one.name)):
        key = _id_for(one, taken)
        taken.add(key)
        ids[key] = one
    return ids


def with_stub_names(recorded: Records, found: dict[str, Discovered], settings: Settings) -> Records:
    """The records, with a stub for each name.

    Where no record says what the archive is about, one of the works is its film: see ``subject_of``.
    """
    if not found:
        return recorded
    film = _film_among(found.values(), recorded, settings)
    about = next((key for key, one in found.items() if one is film), "") or recorded.subject(settings.film)
    made = {
        key: _stub(one, key, "films" if one is film else FOLDER_OF[one.kind], about)
        for key, one in found.items()
    }
    return replace(recorded, by_id=dict(sorted({**recorded.by_id, **made}.items())))


def _film_among(names: Iterable[Discovered], recorded: Records, settings: Settings) -> Discovered | None:
    """The name that becomes the archive's film; None where a record says what it is about."""
    return None if recorded.subject("") else subject_of(names, settings.film)


def unknown_names(
    recorded: Records, discovered: Iterable[Discovered], documents: Documents
) -> list[Discovered]:
    """The names that no record answers to, in full or by a short form, and that nobody has refused.

    Only what the texts themselves say counts: a name that readers alone use in their comments is none,
    nor are words of which a person has judged what they mean, nor a part of a name that a record lists.
    In a text whose record says that it is German capitals tell nothing.
    """
    names = list_names(recorded)
    known, listed, counts = _KnownForms(names), RecordedNames(names), _Counting(recorded, documents)
    refused = RefusedNames(recorded.refusals)
    found = []
    for one in discovered:
        told = _as_told(
            one,
            tuple(
                seen
                for seen in one.sightings
                if counts.told(seen) and not listed.stand_around(documents.by_id[seen.source].text, seen.span)
            ),
        )
        if not told or refused.refuses(told.name, told.kind) or known.answer(_forms(told)):
            continue
        if not listed.end(told):
            found.append(told)
    return found


class _Counting:
    """Which sightings count: those that a text tells, in a language with few capitals, and nobody judged."""

    def __init__(self, recorded: Records, documents: Documents) -> None:
        self._documents = documents
        self._languages = languages_of(recorded)
        self._judged: dict[str, list[Span]] = {}
        for judgement in recorded.judgements:
            self._judged.setdefault(judgement.source, []).append(judgement.span)

    def told(self, seen: Sighting) -> bool:
        if self._languages.get(seen.source) in CAPITAL_NOUNS or not is_told(seen, self._documents):
            return False
        return not any(seen.span.overlaps(span) for span in self._judged.get(seen.source, ()))


def _as_told(one: Discovered, told: tuple[Sighting, ...]) -> Discovered | None:
    """A name in the forms that it has at some of its places, the fullest first; None without any place."""
    forms = {sighting.surface for sighting in told}
    if not forms:
        return None
    name = one.name if one.name in forms else min(forms, key=lambda form: (-len(form.split()), form))
    return replace(one, name=name, variants=tuple(sorted(forms - {name})), sightings=told)


LONGEST_NAME = 7
"""Words. What is longer may be a sentence of a text, which no file of ``content/`` may hold."""

_DIGEST = "sha256:"


def named_in_refusal(name: str) -> str:
    """How a refusal writes a name: as it is, and by a digest where it is as long as a sentence."""
    return name if len(name.split()) <= LONGEST_NAME else f"{_DIGEST}{digest_of(_key(name))}"


class RefusedNames:
    """The names that somebody has refused, each for one kind or, where none is given, for every one."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self._keys = {
            (one.name if one.name.startswith(_DIGEST) else _key(one.name), one.kind)
            for one in refusals
            if one.code is SuggestionCode.UNKNOWN_NAME and one.name is not None
        }

    def refuses(self, name: str, kind: Kind | None = None) -> bool:
        """Whether a name is refused for a kind, however its capitals are; without one, for every kind."""
        key = _key(name)
        keys = {key, f"{_DIGEST}{digest_of(key)}"} if self._keys else ()
        return any((one, of) in self._keys for one in keys for of in (None, kind.value if kind else None))


def is_told(sighting: Sighting, documents: Documents) -> bool:
    """Whether a name stands in the text itself, and in one of which anything may be told."""
    document = documents.by_id[sighting.source]
    segment = document.segment_at(sighting.span.start)
    return document.rights is not Rights.LINK and segment is not None and segment.label is not Label.COMMENT


def subject_of(names: Iterable[Discovered], film: str = "") -> Discovered | None:
    """The work that the settings call the archive's film, by its id; else the one that most texts name.

    Of several that as many texts name, it is the one named most often; None where no work is named.
    """
    works = [one for one in names if one.kind is Kind.WORK]
    return min(
        works,
        key=lambda one: (_base_id(one) != film, -len(one.texts), -len(one.sightings), one.name),
        default=None,
    )


class _KnownForms:
    """The forms that records answer to, short forms too. A text's title is none: it may be the film's."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._in_full = {_key(name.form) for name in names.forms}

    def answer(self, forms: set[str]) -> bool:
        """Whether a record answers to any of the forms."""
        return not (self._in_full.isdisjoint(forms) and self._short.isdisjoint(forms))

    @cached_property
    def _short(self) -> set[str]:
        # A dictionary is read for them, which most archives without originals need for nothing else.
        found = map(short_forms, self._names.bearers.values())
        return {_key(form) for short in found for form in (*short.surnames, *short.given)}


def _forms(one: Discovered) -> set[str]:
    full = {form for form in (one.name, *one.variants) if " " in form}
    return {_key(form) for form in full or (one.name, *one.variants)}


def _key(form: str) -> str:
    return folded_form(form).casefold().replace(". ", ".").removeprefix("the ")


def _id_for(one: Discovered, taken: set[str]) -> str:
    """An id made of the name; where it is taken, of the name and the kind, then with a number."""
    base = _base_id(one)
    for candidate in (base, f"{base}-{one.kind.value}"):
        if candidate not in taken:
            return candidate
    number = 2
    while f"{base}-{one.kind.value}-{number}" in taken:
        number += 1
    return f"{base}-{one.kind.value}-{number}"


def _base_id(one: Discovered) -> str:
    return usable("-".join(words_of(one.name))) or f"{one.kind.value}-{one.name.encode().hex()[:12]}"


def _stub(one: Discovered, record_id: str, folder: str, film: str) -> Record:
    count = len(one.texts)
    texts = f"{count} {'text' if count == 1 else 'texts'}"
    values: dict[str, object] = {
        "name": one.name,
        "variants": list(variants_to_list(one)),
        # The same for thousands of stubs.
        "summary": intern(f"Found in {texts} by a program; nobody has looked at it yet."),
    }
    if one.kind is Kind.CHARACTER and film:
        values["film"] = film
    kind = FOLDERS[folder]
    return Record(record_id, folder, kind, f"content/{folder}/{record_id}.md", values, is_stub=True)


def variants_to_list(one: Discovered) -> tuple[str, ...]:
    """The forms that no rule makes of the name in every text that uses them, in alphabetical order.

    A surname is earned where the full name stands in the same text; where it does not, and for a
    nickname, the record must list it.
    """
    if one.kind is Kind.WORK:
        return one.variants
    short = short_forms(Bearer("", one.kind, one.name))
    earned = {*short.surnames, *short.given} if one.kind is Kind.CHARACTER else {*short.surnames}
    in_full = {sighting.source for sighting in one.sightings if sighting.surface == one.name}
    found = []
    for form in one.variants:
        texts = {sighting.source for sighting in one.sightings if sighting.surface == form}
        if form not in earned or not texts <= in_full:
            found.append(form)
    return tuple(found)
