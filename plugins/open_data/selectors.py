"""Where an annotation stands in an original, so that one place is meant and no other.

Standard: Web Annotation Data Model (W3C Recommendation, 23 February 2017), sections 4.2.4 and 4.2.5. Both of
its selectors go by code points of the text without markup, as our spans do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.archive.span import Span, digest_of

SHORTEST_CONTEXT = 16
"""Code points on each side that are tried first where words repeat: some three words."""

LONGEST_CONTEXT = 256
"""Code points on each side after which a quotation is given up. A text that repeats itself for longer is a
list or a joke, and the position tells the place anyway."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words, with what stands right before and behind them as far as that is needed to tell their place."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A span of a source. It has the words, or their ``digest`` where they may not be shown or repeat."""

    source: str
    span: Span
    quoted: Quoted | None = None
    digest: str | None = None


def quoted_at(text: str, spans: Iterable[Span], longest: int = LONGEST_CONTEXT) -> dict[Span, Quoted]:
    """The words at some spans, each with as much around them as makes them the only such place.

    ``longest`` is 0 where nothing around the words may be shown. Missing are empty spans, and those that
    cannot be told from another place.

        >>> quoted_at("He left. She stayed. He left.", [Span(3, 7)], longest=0)
        {}
        >>> list(quoted_at("He left. She stayed. He left.", [Span(3, 7)]).values())
        [Quoted(exact='left', prefix='He ', suffix='. She stayed. He')]
    """
    starts: dict[str, set[int]] = defaultdict(set)
    for span in spans:
        if len(span):
            starts[span.of(text)].add(span.start)
    return {
        span: quoted
        for exact, wanted in starts.items()
        for span, quoted in _told_apart(text, exact, wanted, longest)
    }


def _told_apart(text: str, exact: str, wanted: set[int], longest: int) -> Iterator[tuple[Span, Quoted]]:
    """The wanted places of some words, each with the least of the contexts that tell it from all others."""
    places = list(_occurrences(exact, text))
    reach = 0
    while wanted and reach <= longest:
        around = {place: _around(text, place, len(exact), reach) for place in places}
        seen = Counter(around.values())
        alone = {place for place in wanted if seen[around[place]] == 1}
        for place in sorted(alone):
            quoted = Quoted(exact, *around[place])
            # At the ends of a text there is less on one side, which may be a part of what another place has.
            if len(quoted.prefix) == len(quoted.suffix) or _is_alone(quoted, text, places):
                wanted.discard(place)
                yield Span(place, place + len(exact)), quoted
        reach = reach * 2 or SHORTEST_CONTEXT


def _is_alone(quoted: Quoted, text: str, places: Iterable[int]) -> bool:
    return sum(_stands_at(place, quoted, text) for place in places) == 1


def _around(text: str, place: int, length: int, reach: int) -> tuple[str, str]:
    end = place + length
    return text[max(place - reach, 0) : place], text[end : end + reach]


def _occurrences(words: str, text: str) -> Iterator[int]:
    """Every place of some words, also where two overlap."""
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _stands_at(place: int, quoted: Quoted, text: str) -> bool:
    end = place + len(quoted.exact)
    return text.endswith(quoted.prefix, 0, place) and text.startswith(quoted.suffix, end)


def places_of(quoted: Quoted, text: str) -> tuple[Span, ...]:
    """Every place that a quotation may mean, as the standard has it looked for."""
    found = (place for place in _occurrences(quoted.exact, text) if _stands_at(place, quoted, text))
    return tuple(Span(place, place + len(quoted.exact)) for place in found)


def problems_of(target: Target, text: str) -> Iterator[str]:
    """What is wrong with a target in the text that it is said to stand in; nothing where it is one place."""
    span, quoted = target.span, target.quoted
    if span.end > len(text):
        yield f"the position {span.start}-{span.end} lies behind the end of the text, at {len(text)}"
        return
    if target.digest is not None and digest_of(span.of(text)) != target.digest:
        yield f"the words at {span.start}-{span.end} are others than those of the digest {target.digest}"
    if quoted is not None and (places := places_of(quoted, text)) != (span,):
        where = ", ".join(f"{one.start}-{one.end}" for one in places[:3]) or "nowhere"
        yield f"the quotation stands at {where}, and not only at {span.start}-{span.end}"
