"""Words of texts that are probably a record's name, where no rule could be sure: ``UNLINKED-MENTION``."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from plugins.archive.entity import Kind
from plugins.archive.source import Label, Rights
from plugins.archive.span import Span
from plugins.authority.record import Refusal
from plugins.authority.schema import SuggestionCode
from plugins.lexicon.words import is_common, is_given_name, is_place
from plugins.mentions.finding import Reading
from plugins.mentions.matching import Match, longest
from plugins.mentions.wholeness import Around, Stretch, is_whole
from plugins.suggestions.material import UNRECORDED, Material
from plugins.suggestions.refusing import Refusals
from plugins.suggestions.spelling import loosened, without_accents
from plugins.suggestions.spellings import Part, Spelling, Spellings, kinds_of
from plugins.suggestions.suggestion import Choice, NewJudgement, Spot, Suggestion
from plugins.suggestions.undecided import NOTHING


@dataclass(frozen=True, order=True, slots=True)
class _Guess:
    """What words may be: of whom, how surely, and why."""

    confidence: float
    reason: str
    spelling: Spelling


def unlinked_mentions(
    material: Material, refused: Refusals, taken: Collection[Spot], unknown: Collection[Spot]
) -> Iterator[Suggestion]:
    """A suggestion for all places of the same words in one text that may mean the same record, in no order.

    ``taken`` places have a suggestion already. At ``unknown`` ones stands a name that no record knows, and
    there a surname alone is the stranger's.
    """
    spellings = Spellings(material.names)
    of_suggestions, of_strangers = _by_source(taken), _by_source(unknown)
    for document in material.documents.by_id.values():
        text = _Text(material, Reading(document))
        own = [spans.get(document.source, ()) for spans in (of_suggestions, of_strangers)]
        grouped: dict[tuple[str, tuple[_Guess, ...]], list[Span]] = {}
        for match, guesses in text.guesses(spellings, *own):
            span = text.reading.span(match)
            grouped.setdefault((text.reading.words(match), guesses), []).append(span)
        for (words, guesses), spans in grouped.items():
            open_ones = tuple(
                one
                for one in guesses
                if not refused.refuses_meaning(document.source, words, one.spelling.entity)
            )
            if open_ones:
                spots = tuple(Spot(document.source, span) for span in spans)
                yield _suggestion(material, words, open_ones, spots)


def _by_source(spots: Collection[Spot]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for one in spots:
        found.setdefault(one.source, []).append(one.span)
    return found


@dataclass(frozen=True)
class _Text:
    """One text, as words that are no mentions are looked for in it."""

    material: Material
    reading: Reading

    def guesses(
        self, spellings: Spellings, taken: Collection[Span], unknown: Collection[Span]
    ) -> Iterator[tuple[Match, tuple[_Guess, ...]]]:
        """The places at which a record may be meant, the longest at each, with the best guess for each."""
        found: dict[Match, tuple[_Guess, ...]] = {}
        chosen: dict[Match, tuple[Spelling, ...]] = {}
        for match, known in spellings.find(self.reading.folded):
            span = self.reading.span(match)
            if self._is_looked_at(span) and not any(one.overlaps(span) for one in taken):
                stranger = any(one.overlaps(span) for one in unknown)
                chosen[match] = tuple(
                    one for one in known if not stranger or one.part is Part.LISTED or " " in one.form
                )
        around = Around(self.reading.folded.text, frozenset(), frozenset(), self.reading.titles)
        for match, known in chosen.items():
            guesses = [guess for one in known if (guess := self._guess(match, one)) is not None]
            if guesses and is_whole(around, self._stretch(match, known)):
                found[match] = _best(guesses)
        for match in longest(found):
            yield match, found[match]

    def _is_looked_at(self, span: Span) -> bool:
        document = self.reading.document
        segment = self.reading.segment_of(span)
        if segment is None or self.material.is_settled(Spot(document.source, span)):
            return False
        return segment.label is not Label.COMMENT or document.rights is Rights.FULL

    def _stretch(self, match: Match, known: tuple[Spelling, ...]) -> Stretch:
        return Stretch(
            match.start,
            match.end,
            kinds=kinds_of(self.material.names, known),
            short=" " not in self.reading.words(match),
            headline=self._is_headline(match),
        )

    def _is_headline(self, match: Match) -> bool:
        segment = self.reading.segment_of(self.reading.span(match))
        return segment is not None and self.reading.is_headline(segment)

    def _guess(self, match: Match, one: Spelling) -> _Guess | None:
        words = self.reading.words(match)
        said = _difference(words, one.form)
        single = " " not in words
        if one.part is Part.LISTED:
            return self._of_listed(match, one, said)
        if single and said == "capitals" and not (words.isupper() and len(words) > 3):
            return None
        if one.part is Part.ARTICLE:
            if words == words.lower() or _is_sentence(words, one.form):
                return None
            return _Guess(0.8, f"{self._name(one)} without its article", one)
        if one.part is Part.PLURAL:
            return None if is_common(words) else _Guess(0.5, f"perhaps a plural of {self._name(one)}", one)
        linked = one.entity in self.material.linked[self.reading.document.source]
        if one.part is Part.GIVEN:
            if not linked or is_common(words):
                return None
            return _Guess(0.6, "the given name of somebody whom this text names", one)
        return self._of_surname(match, one, said, linked=linked)

    def _of_listed(self, match: Match, one: Spelling, said: str) -> _Guess | None:
        """A name in another spelling. One that is spelt as it is listed was found, and refused, by rule."""
        words = self.reading.words(match)
        if not said:
            return None
        if " " not in words:
            shouted = said == "capitals" and words.isupper() and len(words) > 3
            accented = said == "accents" and len(words) > 3
            if is_common(words) or not (shouted or accented):
                return None
            return _Guess(0.75, f"{one.form}, but for {said}", one)
        if words == words.lower():
            kind = self.material.names.bearers[one.entity].kind
            if kind is Kind.TERM or all(is_common(word) for word in words.split()):
                return None
            return _Guess(0.6, f"{one.form} without capitals", one)
        if said == "capitals" and _is_sentence(words, one.form):
            return None
        return _Guess(0.95, f"{one.form}, but for {said}", one)

    def _name(self, one: Spelling) -> str:
        return self.material.names.bearers[one.entity].name

    def _of_surname(self, match: Match, one: Spelling, said: str, *, linked: bool) -> _Guess | None:
        words = self.reading.words(match)
        also = f", but for {said}" if said else ""
        later = "names in full only later" if linked else "never names in full"
        reason = f"the surname of {self._name(one)}{also}, whom this text {later}"
        if is_common(words):
            opens = self.reading.folded.text[: match.start].rstrip(" \"'([")[-1:] in {"", *".!?:;…"}
            return None if opens or self._is_headline(match) else _Guess(0.4, reason, one)
        sure = not (is_given_name(words) or is_place(words))
        return _Guess(0.8 if linked else 0.7 if sure else 0.5, reason, one)


def _is_sentence(words: str, form: str) -> bool:
    """Whether words of every day have lost the capitals of a name, as in ``The voice`` of a sentence."""
    pairs = zip(words.split(), form.split(), strict=False)
    lowered = [word for word, written in pairs if word.islower() and not written.islower()]
    return bool(lowered) and all(is_common(word) for word in lowered)


def _difference(words: str, form: str) -> str:
    """In what the words of a text differ from a form; empty where they are the same."""
    if words == form:
        return ""
    if without_accents(words) == without_accents(form):
        return "accents"
    if words.casefold() == form.casefold():
        return "capitals"
    hyphens = loosened(words) == loosened(form) and ("-" in words) != ("-" in form)
    return "a hyphen" if hyphens else "its spelling"


def _best(guesses: list[_Guess]) -> tuple[_Guess, ...]:
    """The surest guess for each record, the surest record first; what is half as sure is let go."""
    by_entity: dict[str, _Guess] = {}
    for guess in sorted(guesses, key=lambda one: (-one.confidence, one.spelling)):
        by_entity.setdefault(guess.spelling.entity, guess)
    best = max(one.confidence for one in by_entity.values())
    return tuple(one for one in by_entity.values() if one.confidence * 2 > best)


def _suggestion(
    material: Material, words: str, guesses: tuple[_Guess, ...], spots: tuple[Spot, ...]
) -> Suggestion:
    first, only = guesses[0], len(guesses) == 1
    entities = tuple(one.spelling.entity for one in guesses)
    choices = tuple(
        Choice(material.described(one), tuple(NewJudgement(spot, one) for spot in spots)) for one in entities
    )
    lines = "a judgement" if len(spots) == 1 else f"{len(spots)} judgements"
    return Suggestion(
        at=material.place(spots[0]),
        code=SuggestionCode.UNLINKED_MENTION,
        name=words,
        reason=first.reason,
        confidence=first.confidence if only else round(first.confidence / len(guesses), 2),
        does=f"write {lines}: {entities[0]}" if only else "write the judgement that you choose",
        refusals=(
            Refusal(
                SuggestionCode.UNLINKED_MENTION,
                name=words,
                source=spots[0].source,
                record=entities[0] if only else None,
            ),
        ),
        spots=spots,
        records=entities,
        accept=choices[0].changes if only else (),
        choices=choices,
        nothing=Choice(NOTHING, tuple(NewJudgement(spot, None) for spot in spots)),
        blocked="" if material.is_recorded(spots[0].source) else UNRECORDED,
        others=tuple(material.place(spot) for spot in spots[1:]),
    )
