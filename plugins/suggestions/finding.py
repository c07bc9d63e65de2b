"""All suggestions of an archive: a plan of what people may decide, without touching anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.suggestions.duplicates import likely_duplicates
from plugins.suggestions.material import Material
from plugins.suggestions.refusing import Refusals
from plugins.suggestions.suggestion import Spot, Suggestion
from plugins.suggestions.undecided import undecided_mentions
from plugins.suggestions.unknown import UnknownNames
from plugins.suggestions.unlinked import unlinked_mentions


def find_suggestions(material: Material) -> tuple[Suggestion, ...]:
    """Every suggestion that nobody has refused, in the order of files, lines and columns.

    No place of a text is in two of them but where a name holds another: what is nearest to a record is
    suggested first, and the rest when that is decided.
    """
    refused = Refusals(material)
    return tuple(sorted(_open(_all(material, refused), refused), key=lambda one: one.order))


def _open(found: Iterable[Suggestion], refused: Refusals) -> Iterator[Suggestion]:
    return (one for one in found if not refused.refuses(one))


def _all(material: Material, refused: Refusals) -> Iterator[Suggestion]:
    yield from undecided_mentions(material)
    unknown = UnknownNames(material, refused)
    yield from unknown.variants
    taken = _spots(unknown.variants)
    unlinked = tuple(unlinked_mentions(material, refused, taken, unknown.sightings))
    yield from unlinked
    yield from unknown.names([*taken, *_spots(unlinked)])
    yield from likely_duplicates(material)


def _spots(suggestions: Iterable[Suggestion]) -> list[Spot]:
    return [spot for one in suggestions for spot in one.spots]
