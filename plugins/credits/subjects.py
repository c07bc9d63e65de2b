"""Which work a passage speaks of: the text's own film, unless the words say otherwise.

A text on several films gives each section its own; a sentence may turn to another work and the next go on
with it. Where nothing tells, there is none: nobody is credited on a guess.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from plugins.archive.source import Label
from plugins.credits.passage import PART, WORK, Passage

_HEADS = frozenset({Label.HEADING, Label.SECTION})

_SECTION = re.compile(
    r"(?:\d{1,2}[.):]|[#•*-]+|(?:film |movie )?review:?)? ?[\"']?ⓦ[\"']?(?: ?[(\[][^)\]]{1,60}[)\]])?[ ,★☆½*\d/().-]*",
    re.IGNORECASE,
)
"""A line that holds a title and what lists add to it: a new section begins."""

_OWN = re.compile(
    r"[\"'•*_-]{0,3} ?ⓦ[\"']?,? [(\[](?:\d{1,2}A?\b|PG|U\b|R\b|dir\b|directed\b|[^)\]]{0,30}(?:18|19|20)\d\d)",
    re.IGNORECASE,
)
"""A paragraph that begins with a title and its year or certificate is about that one."""

_IN_PASSING = re.compile(
    r"\b(?:like|unlike|than|recalls?|recalling|reminds? \w+ of|reminiscent of|echo(?:es|ing)?|homage to|references? to|likened to|compared to"
    r"|comparisons? (?:to|with)|nearer to|closer to|as in|influence of|inspired by|since|(?:other|whose|previous|earlier|his|her|their) (?:films|credits|work|pictures)"
    r"|(?:credits|films|works|pictures) (?:include|includes|including|are|were)|known for|seen in|fame|name (?:with|in)|made (?:his|her) name|debut,?|breakthrough,?"
    r"|who (?:[a-z-]+ )?(?:shot|made|directed|wrote|produced|edited|cut|scored|designed|photographed|starred in|played in|had done|has made)"
    r"|who'd (?:done|made|shot|written)|(?:director|star|stars|author|creator|maker|writer|producer|editor|DP|cinematographer|composer|set|sets|veteran) (?:of|on)"
    r"|watch(?:ed|ing)?|rewatch(?:ed|ing)?|also in|copy of|he prefers)"
    r"(?: (?:the|a|an|his|her|their|both))?(?: (?:ⓟ's?|[a-z-]+)){0,2}[,:]? $",
    re.IGNORECASE,
)
"""Words before a title that is named in passing: the text goes on with what it spoke of."""

_FROM = re.compile(r"(?:ⓟ(?: \([^()]*)?,? \(?|, (?:also )?)from (?:ⓟ's )?(?:ⓦ(?:, | and |, and ))*$")
"""Words before the works that somebody is known from: ``Bram Oster, from ⓦ and ⓦ, as ⓒ``."""

_SOURCE = re.compile(r"\b(?:novels?|books?|plays?|memoirs?|stor(?:y|ies)|tales?|poems?|songs?|album|track|single),? (?:called |titled |entitled )?$")
"""Words before the title of what is no film."""

_GOVERNS = re.compile(r"(?:'s?)?[,)]* ?(?:\([^)]*\),? )?(?:in which|where|in whose|whose|which (?:stars?|casts?|features?)|(?:with|starring|co-starring|featuring) ⓟ|has ⓟ|stars? ⓟ|casts? ⓟ)\b")
"""Words behind a title that make it the work of what follows, whatever stands before it."""

_TIED = re.compile(
    r"(?:'s)?(?:, [^.;:!?,()ⓟⓒⓦ]{1,40},)?,? (?:again |too |here |himself |herself |both |on screen |twice )?(?:in|of|from|for|on)(?: both)?"
    r" (?:(?:the|a|an|his|her|their|its|that|this) )?(?:ⓟ(?:'s?)?(?: and ⓟ's?)? |(?!(?:and|or|who|that|while|when|is|was|has|of|in|novel|book|play)\b)[\w'-]+,? ){0,4}?(?P<work>ⓦ)"
)
"""Words behind a credit that name its work: ``as the voice of ⓒ in ⓦ``."""

_LEADS_IN = re.compile(r"\b(?:into|called|titled|entitled|named|is|was|became|becomes|with|In|in|makes|made|liked|loved|saw|enjoyed|recommend|have) [\"']?$")
_APPOSITION = re.compile(r"[\"']?(?: ?\([^)]*\))?,[\"']? (?:an?|the|his|her|their|its|ⓟ's?)\b")

_TOPIC_LEAD = 28
"""Code points before a title that begins its sentence all the same: ``And in ⓦ``, ``I liked ⓦ``."""

_OTHER_VERSION = re.compile(
    r"\b(?:the|a|an|his|her) (?:remake|(?:earlier|original|silent|first|previous|television|TV|stage|1\d{3}|20\d\d) (?:version|adaptation|film))\b"
    r"|\b(?:filmed|made|shot|adapted) it (?:a year|\w+ years|once|before|first)\b|\bput it on (?:the )?stage\b|\bon the stage in\b",
    re.IGNORECASE,
)
"""Words that tell of another work of the same name."""


class Subjects:
    """What one text speaks of, place by place.

    ``own`` is the film that the text's record names, ``film`` the archive's; either may be empty.
    """

    def __init__(self, passages: Sequence[Passage], own: str, film: str) -> None:
        self._passages = passages
        self._numbers = {one.segment.span.start: number for number, one in enumerate(passages)}
        self._own = own
        self.subject = own or _most_named(passages, film)
        self._section = list(self._sections())
        self._focus = [list(self._foci(number)) for number in range(len(passages))]

    def work(self, passage: Passage, start: int, end: int, character: str = "") -> str:
        """The work of a credit at a stretch of a passage; empty where nothing tells.

        The words beside it go first; then what the passage speaks of; of a character, what the text says
        in other passages.
        """
        sentence = passage.sentences[passage.sentence_at(start)]
        named = self._named_beside(passage, start, end)
        if named:
            return named
        focus = self._focus_at(passage, start)
        section = self._section[self._numbers[passage.segment.span.start]]
        if _OTHER_VERSION.search(passage.text, 0, sentence.end):
            return ""
        if character and (focus != section or self._rivals(passage, start)):
            return self._homes.get(character, "") or ("" if focus == section else focus)
        return focus

    def _named_beside(self, passage: Passage, start: int, end: int) -> str:
        text = passage.text
        sentence = passage.sentences[passage.sentence_at(start)]
        behind = _TIED.match(text, end, sentence.end)
        if behind and behind.start("work") in passage.names:
            return passage.names[behind.start("work")].entity
        for at in reversed(_works(passage, sentence.start, start)):
            if _is_bracketed(text, sentence.start, at, start) or _SOURCE.search(text, sentence.start, at):
                continue
            if _GOVERNS.match(text, at + 1) or not _is_in_passing(text, sentence.start, at):
                return passage.names[at].entity
        return ""

    def _focus_at(self, passage: Passage, start: int) -> str:
        number, place = self._numbers[passage.segment.span.start], passage.sentence_at(start)
        return self._focus[number][place - 1] if place else self._section[number]

    def _rivals(self, passage: Passage, start: int) -> bool:
        """Whether a passage has named another work before an offset, and not in passing."""
        section = self._section[self._numbers[passage.segment.span.start]]
        return any(
            passage.names[at].entity != section
            for sentence in passage.sentences
            for at in _works(passage, sentence.start, min(sentence.end, start))
            if not _is_in_passing(passage.text, sentence.start, at)
        )

    def _sections(self) -> Iterator[str]:
        """The work that each passage is about before it says otherwise.

        A text that has not named its film yet is about nothing, unless its record knows better.
        """
        titles = {number for number, one in enumerate(self._passages) if _SECTION.fullmatch(one.text.strip())}
        parted = len({_first_work(self._passages[number]) for number in titles}) > 1
        current = "" if parted else self.subject
        begun = bool(self._own)
        for number, passage in enumerate(self._passages):
            if parted and number in titles:
                current, begun = _first_work(passage), True
            begun = begun or any(name.entity == current for name in passage.named(WORK, 0, len(passage.text)))
            if _OWN.match(passage.text) and not (number == 0 and not parted):
                yield _first_work(passage)
            else:
                yield current if begun else ""

    def _foci(self, number: int) -> Iterator[str]:
        """The work in focus at the end of each sentence of a passage; empty where several may be."""
        passage = self._passages[number]
        own = focus = self._section[number]
        for sentence in passage.sentences:
            works = [at for at in _works(passage, sentence.start, sentence.end) if not _is_in_passing(passage.text, sentence.start, at)]
            topics = [at for at in works if _is_topic(passage.text, sentence.start, at)]
            named = {passage.names[at].entity for at in works}
            if topics:
                focus = passage.names[topics[-1]].entity
            elif own and own in named:
                focus = own
            elif named:
                focus = named.pop() if not own and len(named) == 1 else ""
            yield focus

    @cached_property
    def _homes(self) -> dict[str, str]:
        """The work in whose passages each character is named most, those that name several left out."""
        counts: dict[str, Counter[str]] = {}
        for passage in self._passages:
            for at in (at for at, name in passage.names.items() if passage.text[at] == PART):
                if not self._rivals(passage, len(passage.text)):
                    focus = self._focus_at(passage, at)
                    counts.setdefault(passage.names[at].entity, Counter())[focus] += bool(focus)
        homes = {}
        for character, by_work in counts.items():
            ranked = by_work.most_common(2)
            if ranked[0][1] and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
                homes[character] = ranked[0][0]
        return homes


def _works(passage: Passage, start: int, end: int) -> list[int]:
    return [at for at in range(start, end) if passage.text[at] == WORK and at in passage.names]


def _first_work(passage: Passage) -> str:
    works = _works(passage, 0, len(passage.text))
    return passage.names[works[0]].entity if works else ""


def _is_bracketed(text: str, start: int, at: int, until: int) -> bool:
    """Whether brackets that close before a place hold a title."""
    return text.rfind("(", start, at) > text.rfind(")", start, at) and text.find(")", at, until) >= 0


def _is_in_passing(text: str, start: int, at: int) -> bool:
    lead = text[start:at]
    return bool(_IN_PASSING.search(lead) or _FROM.search(lead) or _SOURCE.search(lead)) or _is_bracketed(text, start, at, len(text))


def _is_topic(text: str, start: int, at: int) -> bool:
    """Whether a sentence speaks of a title: it begins with it, or says what it is."""
    lead = text[start:at]
    return at - start <= _TOPIC_LEAD or bool(_LEADS_IN.search(lead) and _APPOSITION.match(text, at + 1))


def _most_named(passages: Sequence[Passage], film: str) -> str:
    """The work that most passages name; of several the archive's own film, else none.

    A heading counts three times.
    """
    counts: Counter[str] = Counter()
    for passage in passages:
        weight = 3 if passage.segment.label in _HEADS else 1
        for work in {one.entity for one in passage.named(WORK, 0, len(passage.text))}:
            counts[work] += weight
    if not counts:
        return film
    best = max(counts.values())
    first = [work for work, count in counts.items() if count == best]
    if film in first or (film in counts and counts[film] * 2 > best):
        return film
    return first[0] if len(first) == 1 else ""
