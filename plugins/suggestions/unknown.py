"""Names that texts introduce and no record lists: new ones, and other forms of known ones.

``UNKNOWN-NAME`` and ``LIKELY-VARIANT``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from plugins.archive.annotation import Link
from plugins.archive.entity import ANIMATE, Kind
from plugins.authority.names import Bearer
from plugins.authority.record import Record, Refusal
from plugins.authority.schema import AUTHORITY_FILES, SuggestionCode
from plugins.discovery.findings import Sighting
from plugins.discovery.merging import Discovered
from plugins.importing.record_page import quoted
from plugins.mentions.folding import folded_form
from plugins.mentions.short_forms import SUFFIX, short_forms
from plugins.stubs.names import (
    LONGEST_NAME,
    is_told,
    name_stubs,
    named_in_refusal,
    subject_of,
    variants_to_list,
)
from plugins.suggestions.likeness import Likeness, likeness
from plugins.suggestions.material import UNRECORDED, Material
from plugins.suggestions.name_index import NameIndex
from plugins.suggestions.named_links import doubt
from plugins.suggestions.refusing import Refusals
from plugins.suggestions.suggestion import (
    Change,
    Choice,
    NewPage,
    NewRecord,
    NewRefusal,
    NewVariant,
    Spot,
    Suggestion,
)

NO_NAME = "no name"

LEAST = 0.6
"""A name that is less like a record's is a stranger's."""

ALIKE = 0.8
"""From here on two names are spelt alike but for accents and the like: that holds across kinds too."""

FILES: dict[Kind, str] = {
    kind.kind: f"authority/{file}" for file, kind in AUTHORITY_FILES.items() if kind.kind is not Kind.EVENT
}
"""The kinds that a name may be given, in the order of the answers 1, 2, 3, and the files of records."""


@dataclass(frozen=True)
class UnknownNames:
    """The names of the texts that no record lists, told apart by whether they are like a record's."""

    material: Material
    refused: Refusals

    @cached_property
    def ids(self) -> Mapping[str, Discovered]:
        """The names that no record answers to, by the ids of their stubs, which are their records' to be."""
        here = self.material
        always = replace(here.settings, stubs=True)
        return name_stubs(here.recorded, here.documents, here.discovered, always)

    @cached_property
    def variants(self) -> tuple[Suggestion, ...]:
        """A suggestion for each name that is like a record's."""
        return tuple(self._variants())

    @cached_property
    def sightings(self) -> tuple[Spot, ...]:
        """Every place at which a name stands that no record answers to."""
        return tuple(Spot(one.source, one.span) for name in self.ids.values() for one in name.sightings)

    def names(self, covered: Collection[Spot]) -> Iterator[Suggestion]:
        """A suggestion for each other name, but those of which every place is ``covered`` by another."""
        places = set(covered)
        alike = {one.name for one in self.variants}
        left = {
            key: name
            for key, name in self.ids.items()
            if name.name not in alike
            and not all(self._is_covered(Spot(one.source, one.span), places) for one in name.sightings)
        }
        doubles = _doubles(left.values())
        known = [name for name in left.values() if name.name not in doubles]
        film = None if self._has_film else subject_of(known, self.material.settings.film)
        for key, name in left.items():
            yield self._name(key, name, doubles.get(name.name, ""), is_film=name is film)

    @property
    def _has_film(self) -> bool:
        return any(record.folder == "films" for record in self.material.recorded.by_id.values())

    def _variants(self) -> Iterator[Suggestion]:
        records = self.material.recorded.by_id
        index = NameIndex(
            (form, record.id)
            for record in records.values()
            if not record.is_stub and record.kind.kind not in {Kind.SOURCE, Kind.PAGE, Kind.EVENT}
            for form in (record.name, *record.texts("variants"))
        )
        for name in self.material.discovered:
            if self.refused.refuses_name(name.name):
                continue
            for form in (name.name, *(form for form in name.variants if " " in form)):
                sightings = self._open(name, form)
                is_asked = bool(sightings) and not self.refused.refuses_name(form)
                found = self._alike(form, name.kind, index) if is_asked else []
                if found:
                    yield self._variant(form, name, found, sightings)

    def _open(self, name: Discovered, form: str) -> tuple[Sighting, ...]:
        """The places at which a name stands in one form, and nothing has been found or judged."""
        return tuple(
            one
            for one in name.sightings
            if one.surface == form
            and is_told(one, self.material.documents)
            and not self.material.is_settled(Spot(one.source, one.span))
        )

    def _alike(self, form: str, kind: Kind, index: NameIndex) -> list[tuple[Record, Likeness]]:
        """The records of which a name may be another form, the likest first."""
        best: dict[str, Likeness] = {}
        for listed, owner in index.alike(form):
            record = self.material.recorded.by_id[owner]
            found = likeness(listed, form, personal=kind in ANIMATE)
            if found is None or self.refused.refuses_variant(form, owner):
                continue
            if form in {folded_form(one) for one in (record.name, *record.texts("variants"))}:
                # The record lists this very form; where it was not found, a rule had its reason.
                continue
            related = record.kind.kind is kind or {record.kind.kind, kind} <= ANIMATE
            if not related:
                # What is spelt alike is one thing, whatever a program took its kind for; a word may be two.
                less = 0.05 if " " in form else 0.15
                found = replace(found, confidence=round(found.confidence - less, 2))
            if found.confidence >= (LEAST if related else ALIKE):
                best[owner] = max(best.get(owner, found), found, key=lambda one: one.confidence)
        pairs = [(self.material.recorded.by_id[owner], one) for owner, one in best.items()]
        pairs.sort(key=lambda pair: (-pair[1].confidence, pair[0].id))
        return [pair for pair in pairs if pair[1].confidence * 1.2 > pairs[0][1].confidence]

    def _variant(
        self,
        form: str,
        name: Discovered,
        found: list[tuple[Record, Likeness]],
        sightings: tuple[Sighting, ...],
    ) -> Suggestion:
        record, best = found[0]
        only = len(found) == 1
        spots = tuple(Spot(one.source, one.span) for one in sightings)
        choices = tuple(
            Choice(self.material.described(one.id), (_new_variant(one, form),)) for one, _ in found
        )
        return Suggestion(
            at=self.material.place(spots[0]),
            code=SuggestionCode.LIKELY_VARIANT,
            name=form,
            reason=f"probably {record.name} ({record.id}): {best.reason}",
            confidence=best.confidence if only else round(best.confidence / len(found), 2),
            does=f"add it to the variants of {record.id}"
            if only
            else "add it to the variants that you choose",
            refusals=tuple(
                Refusal(SuggestionCode.LIKELY_VARIANT, name=form, record=one.id) for one, _ in found
            ),
            spots=spots,
            kind=name.kind.value,
            records=tuple(one.id for one, _ in found),
            accept=choices[0].changes if only else (),
            choices=choices,
            nothing=Choice(NO_NAME, (_no_name(form),)),
            blocked=doubt(self.material.named_links, record.id, Kind.TERM, form),
            others=tuple(self.material.place(spot) for spot in spots[1:]),
        )

    def _name(self, key: str, name: Discovered, double: str, *, is_film: bool) -> Suggestion:
        first = next((one for one in name.sightings if one.surface == name.name), name.sightings[0])
        spots = tuple(Spot(one.source, one.span) for one in name.sightings)
        spots = tuple(sorted(spots, key=lambda one: one != Spot(first.source, first.span)))
        choices = {kind: self._record(key, name, kind, spots[0], is_film=is_film) for kind in FILES}
        held = self._holds(spots)
        reason = f"{_one(name.kind)} in {_texts(name)} ({'; '.join(name.reasons)})"
        if held:
            reason += f", but {held} is linked there"
        if double:
            reason += f", probably another form of {double}, which no record knows either"
        written = choices[name.kind]
        blocked = "" if self.material.is_recorded(first.source) else UNRECORDED
        blocked = blocked or (f"{double} must be decided first" if double else "")
        return Suggestion(
            at=self.material.place(spots[0]),
            code=SuggestionCode.UNKNOWN_NAME,
            name=name.name,
            reason=reason,
            confidence=_confidence(name, held),
            does=f"add {key} to {written.file}",
            refusals=(_no_name(name.name).refusal,),
            spots=spots,
            kind=name.kind.value,
            accept=(written,),
            choices=tuple(Choice(kind.value, (one,)) for kind, one in choices.items()),
            nothing=Choice(NO_NAME, (_no_name(name.name),)),
            blocked=blocked or doubt(self.material.named_links, key, name.kind, name.name, _forms(written)),
            others=tuple(self.material.place(spot) for spot in spots[1:]),
        )

    def _is_covered(self, spot: Spot, places: Collection[Spot]) -> bool:
        """Whether a place has another suggestion, or lies inside of a name that is linked."""
        return spot in places or any(one.span.contains(spot.span) for one in self._links_at(spot))

    def _links_at(self, spot: Spot) -> Iterator[Link]:
        return (one for one in self._links.get(spot.source, ()) if one.span.overlaps(spot.span))

    @cached_property
    def _links(self) -> Mapping[str, list[Link]]:
        found: dict[str, list[Link]] = defaultdict(list)
        for one in self.material.links.made:
            found[one.source].append(one)
        return found

    def _holds(self, spots: tuple[Spot, ...]) -> str:
        """An entity whose name is linked inside or across every place of a name: its words go too far."""
        found = ""
        for spot in spots:
            inside = [one.entity for one in self._links_at(spot)]
            if not inside:
                return ""
            found = found or inside[0]
        return found

    def _record(
        self, key: str, name: Discovered, kind: Kind, spot: Spot, *, is_film: bool
    ) -> NewRecord | NewPage:
        cite = str(self.material.documents.by_id[spot.source].pointer_to(spot.span))
        variants = [form for form in variants_to_list(replace(name, kind=kind)) if self._is_free(form)]
        if is_film and kind is Kind.WORK:
            return NewPage(f"films/{key}.md", _film_page(name.name, variants))
        values: dict[str, object] = {"id": key, "name": name.name}
        sort_name = sort_name_of(name.name) if kind is Kind.PERSON else ""
        if sort_name:
            values["sort-name"] = sort_name
        values |= {"variants": variants, "cite": cite}
        return NewRecord(FILES[kind], values)

    def _is_free(self, form: str) -> bool:
        """Whether no record answers to a form: a second bearer would make the first one's links doubtful."""
        return folded_form(form) not in self._forms

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(
            folded_form(form)
            for record in self.material.recorded.by_id.values()
            for form in (record.name, *record.texts("variants"))
        )


def sort_name_of(name: str) -> str:
    """A person's name as an index has it; empty where no rule is sure which part is the surname.

    >>> sort_name_of("Hoyte van Hoytema"), sort_name_of("Bong Joon-ho"), sort_name_of("Björk")
    ('van Hoytema, Hoyte', 'Bong Joon-ho', '')
    """
    surnames = short_forms(Bearer("", Kind.PERSON, name)).surnames
    if not surnames or SUFFIX.fullmatch(name.split()[-1]):
        return ""
    if name.endswith(f" {surnames[0]}"):
        return f"{surnames[0]}, {name.removesuffix(surnames[0]).strip()}"
    return name if name.startswith(f"{surnames[0]} ") else ""


def _doubles(names: Collection[Discovered]) -> dict[str, str]:
    """The names that are probably another form of one that texts use more, with that other."""
    order = sorted(names, key=lambda one: (-len(one.sightings), one.name))
    rank = {one.name: place for place, one in enumerate(order)}
    kinds: dict[str, set[bool]] = defaultdict(set)
    for one in order:
        kinds[one.name].add(one.kind in ANIMATE)
    index = NameIndex((one.name, one.name) for one in order)
    found: dict[str, str] = {}
    for one in order:
        for other, _ in index.alike(one.name):
            if rank[other] < rank[one.name] and kinds[other] == kinds[one.name] and other not in found:
                alike = likeness(other, one.name, personal=one.kind in ANIMATE)
                if alike is not None and alike.confidence >= LEAST:
                    found[one.name] = other
    return found


def _new_variant(record: Record, form: str) -> Change:
    return NewVariant(record.path.partition("/")[2], record.id, form)


def _forms(written: NewRecord | NewPage) -> list[str]:
    """The variants of a new record."""
    listed = written.values.get("variants") if isinstance(written, NewRecord) else None
    return [str(one) for one in listed] if isinstance(listed, list) else []


def _no_name(name: str) -> NewRefusal:
    return NewRefusal(Refusal(SuggestionCode.UNKNOWN_NAME, name=named_in_refusal(name)))


def _one(kind: Kind) -> str:
    return f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value}"


def _confidence(name: Discovered, held: str) -> float:
    """How sure a name is: half as sure where its words go too far, never sure where it may be a sentence."""
    sure = min(name.confidence, 0.85) if len(name.name.split()) > LONGEST_NAME else name.confidence
    return round(sure / 2, 2) if held else sure


def _texts(name: Discovered) -> str:
    return f"{len(name.texts)} {'text' if len(name.texts) == 1 else 'texts'}"


def _film_page(name: str, variants: list[str]) -> str:
    forms = ", ".join(quoted(one) for one in variants)
    return (
        f"---\nname: {quoted(name)}\nvariants: [{forms}]\nsummary: Not yet described.\n---\n"
        "This record waits for its writer.\n"
    )
