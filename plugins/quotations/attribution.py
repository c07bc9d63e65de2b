"""Who says each quotation of a paragraph, where the words beside it name them.

What might be a title or a scare quote has no speaker unless its sentence leaves no other reading, and
what two tags give to different people has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.archive.span import Span
from plugins.quotations.leads import Lead, tag_before
from plugins.quotations.quotation_marks import Quoted
from plugins.quotations.saying import FINITE, PREPOSITIONS
from plugins.quotations.sentences import sentence_ends
from plugins.quotations.spoken_names import ends_after_verb, surname
from plugins.quotations.tags import (
    PERSONAL,
    Tag,
    according_to,
    name_then_verb,
    unnamed,
    verb_at,
    verb_then_name,
)
from plugins.quotations.tokens import Tokens, tokens_of

REACH = 400
"""Code points on either side of a quotation that are read for its speaker."""

SHORT = 6
"""Words of a quotation that may be a title or a scare quote."""

_MARKS = "”’\"'»›“‘„‚«‹「」『』"
_DASHES = "—–-"
_GOES_ON = (",", ":", ";", *_DASHES)
_COINED = re.compile(
    r"called|(?:en)?titled|named|dubbed|nicknamed|so-called|term|word|known|as", re.IGNORECASE
)
"""Words that bring a name for something, whoever speaks."""

_TITLE_WORDS = PREPOSITIONS | {"a", "an", "and", "as", "or", "the", "my", "your"}
"""Words that titles write small."""

_WITH_A_TAG = re.compile(r"and|but|who|when|while|as|then|his|her|their|still|.*(?:ing|ly)", re.IGNORECASE)
"""Words besides prepositions that follow a tag and its comma where the tag ends the main clause."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The rule that was followed, empty for none, and the name that it found.

    ``referent`` are the words for somebody whom the tag does not name, where ``pronouns`` may tell who it is.
    """

    rule: str = ""
    name: Span | None = None
    referent: Span | None = None

    def by(self, text: str) -> str | None:
        """How the speaker is told: by a ``name``, a ``pronoun`` or a ``role``; None for no speaker."""
        if self.name is None or self.referent is None:
            return "name" if self.name else None
        return "pronoun" if self.referent.of(text).lower() in PERSONAL else "role"


_NOBODY = Attribution()


@dataclass(frozen=True, slots=True)
class _Place:
    """A quotation, the end of the one before it and of that one's tag, and the start of the one after."""

    text: str
    quoted: Quoted
    previous: Quoted | None
    start: int
    tag_end: int
    stop: int

    @property
    def words(self) -> str:
        """What stands between the marks, those of quotations inside it at its ends apart."""
        span = self.quoted.span
        return self.text[span.start + 1 : span.end - self.quoted.closed].strip(
            _MARKS + " \t\r\n\u00a0\u2005\u2009\u202f"
        )

    @property
    def is_title(self) -> bool:
        """Whether the words might be a title: few, and all great ones with capitals."""
        words = self.words.rstrip(",").split()
        return 0 < len(words) <= SHORT and all(
            not word[0].islower() or word in _TITLE_WORDS for word in words if word[0].isalpha()
        )

    @property
    def is_short(self) -> bool:
        return len(self.words.split()) <= SHORT

    def sentence_before(self, start: int) -> tuple[int, bool]:
        """Where the sentence begins that leads to the quotation, at ``start`` or after it.

        The second value is false where the beginning is too far away to be seen.
        """
        near = max(start, self.quoted.span.start - REACH)
        ends = list(sentence_ends(self.text, near, self.quoted.span.start))
        return (ends[-1], True) if ends else (near, near == start)


def attribute(text: str, paragraph: Span, quoted: Sequence[Quoted]) -> Iterator[Attribution]:
    """One attribution for each quotation of a paragraph, in their order.

    A quotation that follows the sentence of another's tag at once has the same speaker (``“A,” says
    Varga. “B.”``), unless its own words beside it say otherwise.
    """
    start = tag_end = paragraph.start
    previous: Quoted | None = None
    said_last: Attribution | None = None
    for number, one in enumerate(quoted):
        if one.span.end - one.span.start == 1 + one.closed:
            # Marks around nothing are nobody's words, and a hostile page is full of them.
            yield _NOBODY
            previous, start, said_last = one, one.span.end, None
            tag_end = start
            continue
        stop = quoted[number + 1].span.start if number + 1 < len(quoted) else paragraph.end
        place = _Place(text, one, previous, start, tag_end, stop)
        after = _tag_after(place)
        found = _decided(place, _tag_before(place, paragraph.start), after[0] if after else None)
        if found is None and said_last is not None and _goes_on(place):
            found = Attribution("continued", said_last.name, said_last.referent)
        yield found or Attribution()
        said_last = (found or Attribution()) if after else None
        previous, start = one, one.span.end
        tag_end = after[1] if after else start


def _decided(place: _Place, before: Tag | None, after: Tag | None) -> Attribution | None:
    """What the tags on both sides say together; None where there is none."""
    if before is None or after is None:
        tag = before or after
    elif before.name is None and after.name is not None:
        # Who repeats what others said sets it in marks of its own.
        inside = place.text[place.quoted.span.start + 1 :][:3].strip()
        tag = after if inside.startswith(tuple(_MARKS)) else before
    elif before.name and after.name and surname(place.text, before.name) != surname(place.text, after.name):
        return Attribution("two-names")
    elif before.name is None and _differ(place.text, before, after):
        tag = Tag(before.rule, None, before.end)
    else:
        tag = before
    return Attribution(tag.rule, tag.name, tag.referent) if tag else None


def _differ(text: str, before: Tag, after: Tag) -> bool:
    """Whether two tags without a name speak of different people, as far as their words show."""
    return after.referent is not None and (
        before.referent is None or before.referent.of(text).lower() != after.referent.of(text).lower()
    )


def _tag_after(place: _Place) -> tuple[Tag, int] | None:
    """The tag that follows a quotation, and the offset at which it ends."""
    if not place.quoted.closed:
        return None
    start, limit = place.quoted.span.end, min(place.stop, place.quoted.span.end + REACH)
    tokens = tokens_of(place.text, start, next(sentence_ends(place.text, start, limit), limit))
    at = 0
    while at < len(tokens) and at < 2 and tokens[at].text in (",", *_DASHES):
        at += 1
    last = place.words[-1:]
    flows = at > 0 or last in (",", *_DASHES)
    asks = last in ("?", "!", "…") or place.words.endswith("...")
    tag = verb_then_name(tokens, at) or according_to(tokens, at, ends_after_verb)
    if tag is None and not (flows or asks):
        # Nearly every quotation that is no speech: what leads to it need not be read.
        return None
    lead = _lead(place)
    if tag is None and (flows or not lead):
        tag = name_then_verb(tokens, at)
    tag = tag or unnamed(tokens, at)
    if tag is None:
        return None
    if not (flows or asks) and lead and lead[-1].is_word:
        return None
    if not _is_utterance(place, lead, tokens[tag.end :]):
        tag = Tag("no-utterance", None, tag.end)
    return tag, tokens[tag.end - 1].end


def _lead(place: _Place) -> Tokens:
    """The words of the sentence before a quotation, back to the quotation before."""
    return tokens_of(place.text, place.sentence_before(place.start)[0], place.quoted.span.start)


def _is_utterance(place: _Place, lead: Tokens, rest: Tokens) -> bool:
    """Whether a quotation that a tag follows is what somebody said, and no title or part of the sentence.

    ``rest`` is what follows the tag in its sentence.
    """
    texts = [token.low for token in rest]
    if place.is_short and any(mark == "," and word in FINITE for mark, word in pairwise(texts)):
        return False
    if not lead:
        before = place.previous
        joined = before is not None and before.closed and place.start == place.sentence_before(place.start)[0]
        if joined and before is not None and not _has_ended(place.text, before):
            return False
        if place.is_title and texts[:1] == [","] and len(rest) > 1 and rest[1].is_small:
            return texts[1] in PREPOSITIONS or _WITH_A_TAG.fullmatch(texts[1]) is not None
        return True
    if not lead[-1].is_word:
        return not place.is_title
    whole = place.words[:1].islower() and not _COINED.fullmatch(lead[-1].low)
    return whole and not FINITE.intersection(texts)


def _has_ended(text: str, quoted: Quoted) -> bool:
    return text[quoted.span.start : quoted.span.end].rstrip(_MARKS + " ")[-1:] in (".", "?", "!", "…")


def _tag_before(place: _Place, paragraph: int) -> Tag | None:
    start, seen = place.sentence_before(place.tag_end)
    tokens = tokens_of(place.text, start, place.quoted.span.start)
    while len(tokens) > 1 and tokens[-1].text in _DASHES and tokens[-2].text in ",:":
        tokens.pop()
    if not tokens or not seen:
        return None
    brought = tokens[-1].text in (",", ":")
    if not brought and (not tokens[-1].is_word or place.is_title or len(place.words.split()) < 3):
        return None
    colon = tokens[-1].text == ":"
    words = tokens[: len(tokens) - brought]
    return tag_before(Lead(words, brought, colon and start == paragraph, place.is_title and not colon))


def _goes_on(place: _Place) -> bool:
    """Whether a quotation follows at once the sentence, or the half of one, that the tag before it ends."""
    between = place.text[place.tag_end : place.quoted.span.start]
    if len(between) > REACH or ")" in between or not between.rstrip().endswith((".", *_GOES_ON)):
        return False
    last = place.tag_end + len(between.rstrip())
    if any(end < last for end in sentence_ends(place.text, place.tag_end, last)):
        return False
    tokens = tokens_of(place.text, place.tag_end, place.quoted.span.start)
    if any(verb_at(tokens, at) > at for at in range(len(tokens))):
        return False
    return _is_whole(place)


def _is_whole(place: _Place) -> bool:
    """Whether a quotation is an utterance by itself: it ends as a sentence does, and no clause goes on."""
    if not place.quoted.closed:
        return True
    after = place.text[place.quoted.span.end : min(place.stop, place.quoted.span.end + REACH)].lstrip()
    ended = place.words[-1:] in (".", "?", "!", "…", *_DASHES) or after[:1] in (".", "?", "!")
    return ended and not after[:1].islower()
