"""Refusals: what a no to a suggestion writes, and whether somebody has said it before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from plugins.archive.span import digest_of
from plugins.authority.record import Refusal
from plugins.authority.schema import SuggestionCode
from plugins.mentions.folding import fold, folded_form
from plugins.stubs.names import RefusedNames
from plugins.suggestions.material import Material
from plugins.suggestions.suggestion import Spot, Suggestion


def refusal_of_mention(code: SuggestionCode, material: Material, spot: Spot) -> Refusal:
    """The refusal of one place in a text, known again by its offsets, and by its sentence if they move."""
    return Refusal(
        code,
        name=material.words(spot),
        source=spot.source,
        span=spot.span,
        sentence=sentence_key(material, spot),
    )


def sentence_key(material: Material, spot: Spot) -> str:
    """A digest of the sentence around a spot, and of where in it the spot stands.

    It survives other line ends and whatever is put before or behind the sentence, and tells nothing of
    its words.
    """
    text = material.documents.by_id[spot.source].text
    sentence = material.sentence(spot)
    before = fold(text[sentence.start : spot.span.start]).text.lstrip()
    whole = folded_form(sentence.of(text))
    return digest_of(f"{len(before)}:{whole}")


@dataclass(frozen=True)
class Refusals:
    """What people have refused, ready to be asked."""

    material: Material

    @cached_property
    def _mentions(self) -> frozenset[tuple[object, ...]]:
        found: set[tuple[object, ...]] = set()
        for one in self._of(SuggestionCode.UNDECIDED_MENTION):
            name = folded_form(one.name or "")
            found.add((one.source, one.span, name))
            if one.sentence:
                found.add((one.sentence, name))
        return frozenset(found)

    @cached_property
    def _unlinked(self) -> frozenset[tuple[object, ...]]:
        found = {
            (one.source, folded_form(one.name or ""), one.record)
            for one in self._of(SuggestionCode.UNLINKED_MENTION)
        }
        return frozenset(found)

    @cached_property
    def _variants(self) -> frozenset[tuple[str, str | None]]:
        return frozenset(
            (folded_form(one.name or ""), one.record) for one in self._of(SuggestionCode.LIKELY_VARIANT)
        )

    @cached_property
    def _pairs(self) -> frozenset[frozenset[str | None]]:
        return frozenset(
            frozenset((one.record, one.other)) for one in self._of(SuggestionCode.LIKELY_DUPLICATE)
        )

    @cached_property
    def _names(self) -> RefusedNames:
        return RefusedNames(self.material.recorded.refusals)

    def _of(self, code: SuggestionCode) -> list[Refusal]:
        return [one for one in self.material.recorded.refusals if one.code is code]

    def refuses_name(self, name: str) -> bool:
        """Whether somebody has said that a name is none, whatever it is taken for."""
        return self._names.refuses(name)

    def refuses_variant(self, name: str, record: str) -> bool:
        """Whether somebody has said that a name is no form of a record."""
        return (folded_form(name), record) in self._variants

    def refuses_meaning(self, source: str, name: str, record: str | None) -> bool:
        """Whether somebody has said that a name, everywhere or in a text, does not mean a record.

        A refusal that names no record is of the name itself, whoever might be meant.
        """
        folded = folded_form(name)
        if record is not None and self.refuses_variant(name, record):
            return True
        return bool({(source, folded, None), (source, folded, record)} & self._unlinked)

    def refuses(self, suggestion: Suggestion) -> bool:
        """Whether what a suggestion says was refused. Names are asked for where they are found."""
        if suggestion.code is SuggestionCode.UNDECIDED_MENTION:
            spot, name = suggestion.spots[0], folded_form(suggestion.name)
            return (spot.source, spot.span, name) in self._mentions or (
                bool(self._mentions) and (sentence_key(self.material, spot), name) in self._mentions
            )
        if suggestion.code is SuggestionCode.LIKELY_DUPLICATE:
            return frozenset(suggestion.records) in self._pairs
        return False
