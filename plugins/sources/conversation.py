"""Whether a text is a conversation, who speaks in it, and who of them asks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plugins.archive.source import Label
from plugins.sources.draft import Draft, Text
from plugins.sources.lines import is_heading
from plugins.sources.rules import WORDS
from plugins.sources.speakers import SpeakerLabel, Style, is_in_capitals, is_name, label_of

LEAST_SHARE = 0.25
"""Share of a text's free words that turns must have. A scene quoted in a review has less."""

_ASKING_LETTERS = frozenset("QFPD")
_ASKING = re.compile(rf"\b(?:{WORDS['asking']})\b|\.(?:com|org|net)\b|^the ", re.IGNORECASE)
_QUESTION_END = re.compile(r"(?:[?？;؟]|か[。.]?)[)\]*_\s]*$")
_ASIDE = re.compile(r"\s*[\[(][^\])]{1,40}[\])]\s*$")


HEAD = 12
"""Blocks from the start of a text among which the lines of its head are looked for."""

_HEAD_LINES = frozenset({Label.BYLINE, Label.METADATA})


def asks(words: str) -> bool:
    """Whether words end with a question mark, an aside in brackets not counted."""
    end = words[-60:]
    return _QUESTION_END.search(_ASIDE.sub("", end) or end) is not None


@dataclass(frozen=True)
class Talk:
    """The blocks that could be turns, in order, with the labels that some of them begin with, by place."""

    text: Text
    blocks: list[Draft]
    labels: dict[int, SpeakerLabel] = field(default_factory=dict)

    @classmethod
    def of(cls, text: Text) -> Talk:
        blocks = [draft for draft in text.drafts if draft.label is None or may_ask(draft)]
        labels = {
            place: label for place, draft in enumerate(blocks) if (label := label_of(text, draft)) is not None
        }
        # One colon above the byline or the day is in a title.
        below = max((one.number for one in text.drafts[:HEAD] if one.label in _HEAD_LINES), default=0)
        above = [place for place in labels if blocks[place].number < below]
        return cls(text, blocks, {p: one for p, one in labels.items() if p not in above or len(above) > 1})

    def asks(self, place: int) -> bool:
        """Whether the block there ends with a question mark."""
        span = self.blocks[place].span
        return asks(self.text.raw[max(span.start, span.end - 60) : span.end])

    def words(self, place: int) -> str:
        """The words of the block there."""
        return self.text.words(self.blocks[place])

    def asking(self, places: Iterable[int]) -> int:
        """How many of the blocks there end with a question mark."""
        return sum(self.asks(place) for place in places)

    def length(self, places: Iterable[int]) -> int:
        """The code points of the blocks there."""
        return sum(len(self.blocks[place].span) for place in places)

    def spoken_by(self, keys: frozenset[str]) -> list[int]:
        """The places of the blocks that have a label of one of these speakers."""
        return [place for place, label in self.labels.items() if label.key in keys]

    def after(self, place: int) -> range:
        return range(place + 1, len(self.blocks))


def may_ask(draft: Draft) -> bool:
    """Whether a block that looks like a heading of the page could be a question in bold."""
    return draft.label is Label.HEADING and draft.rule.startswith("page-")


def believed(talk: Talk) -> frozenset[str]:
    """The keys of the labels that are speakers; none where the text is no conversation.

    There must be two speakers, or one who answers questions, and a fair share of the text. A name in
    mixed case (``Varga: a portrait``) must come again, or begin an interview with a question.
    """
    count = Counter(label.key for label in talk.labels.values())
    styles: dict[str, Style] = {}
    for label in talk.labels.values():
        styles.setdefault(label.key, label.style)
    keys = {key for key in count if styles[key] in {Style.LETTER, Style.CAPITALS}}
    keys |= {
        label.key for label in talk.labels.values() if label.style is Style.BOLD and _may_speak(label, count)
    }
    again = {key for key, number in count.items() if number > 1}
    first = next((place for place, label in talk.labels.items() if label.key in again), 0)
    titles = {
        label.key
        for place, label in talk.labels.items()
        if label.style is Style.NAME and (is_heading(talk.words(place)) or place < first)
    } - again
    # A speaker who has one turn only is believed among others who have more.
    keys |= set(count) - titles if again and 2 * sum(count[key] for key in again) > count.total() else again
    found = frozenset((keys | _first_exchange(talk)) - titles)
    if len(found) == 1:
        return (
            found if styles[next(iter(found))] is not Style.LETTER and _answers(talk, found) else frozenset()
        )
    return found if found and _is_conversation(talk, found) else frozenset()


def _may_speak(label: SpeakerLabel, count: Counter[str]) -> bool:
    """Whether bold words before a colon are a speaker's, and no run-in heading: a name, or one of two."""
    return is_name(label.speaker) or is_in_capitals(label.speaker) or count[label.key] > 1 or len(count) == 2


def _first_exchange(talk: Talk) -> set[str]:
    """Two labelled turns in a row, a question and its answer, that begin an interview without more labels."""
    if len(talk.labels) < 2:
        return set()
    (first, asking), (second, answering) = list(talk.labels.items())[:2]
    asked = talk.asks(first) or bool(_ASKING.search(asking.speaker))
    if second != first + 1 or asking.key == answering.key or not asked:
        return set()
    later = [place for place in talk.after(second) if place not in talk.labels]
    in_bold = sum(talk.blocks[place].block.bold for place in later)
    return {asking.key, answering.key} if talk.asking(later) >= 2 or in_bold >= 2 else set()


def _answers(talk: Talk, keys: frozenset[str]) -> bool:
    """Whether the only speaker answers questions that have no label."""
    answers = talk.spoken_by(keys)
    asked = talk.asking(place - 1 for place in answers if place and place - 1 not in talk.labels)
    return len(answers) >= 2 and 3 * asked >= 2 * len(answers)


def _is_conversation(talk: Talk, keys: frozenset[str]) -> bool:
    """Whether the turns of these speakers are the text, and not a scene that it quotes."""
    spoken = talk.spoken_by(keys)
    if len(spoken) < 2:
        return False
    unlabelled = [place for place in talk.after(spoken[-1]) if place not in talk.labels]
    in_bold = [place for place in unlabelled if talk.blocks[place].block.bold]
    if talk.asking(unlabelled) >= 2 or len(in_bold) >= 2:
        return True
    whole = talk.length(range(len(talk.blocks)))
    between = talk.length(range(spoken[0], spoken[-1] + 1))
    return between >= LEAST_SHARE * whole and talk.length(spoken) >= LEAST_SHARE * between


def askers(talk: Talk, keys: frozenset[str]) -> frozenset[str]:
    """Who asks: ``Q``, an outlet, or whoever's turns end with question marks; nobody in an oral history."""
    asked: dict[str, list[bool]] = defaultdict(list)
    first: dict[str, SpeakerLabel] = {}
    length: Counter[str] = Counter()
    for place in talk.spoken_by(keys):
        label = talk.labels[place]
        asked[label.key].append(talk.asks(place))
        length[label.key] += len(talk.blocks[place].span)
        first.setdefault(label.key, label)
    letters = {key for key in asked if first[key].style is Style.LETTER}
    if letters:
        return frozenset(key for key in letters if first[key].speaker in _ASKING_LETTERS)
    if len(asked) == 1:
        return frozenset()
    share = {key: sum(marks) / len(marks) for key, marks in asked.items()}
    outlets = frozenset(key for key in asked if _ASKING.search(first[key].speaker))
    if len(share) == 2:
        if len(outlets) == 1:
            return outlets
        return _interviewer(share, length, sum(map(len, asked.values())))
    asking = {key for key, one in share.items() if one >= 0.6 and len(asked[key]) > 2}
    begins = next(iter(share))
    return frozenset(asking | ({begins} if share[begins] >= 0.5 else set()) or outlets)


def _interviewer(share: Mapping[str, float], length: Mapping[str, int], turns: int) -> frozenset[str]:
    """Which of two speakers asks, in the order in which they begin.

    Interviewers mostly speak first, and ask in every second turn or more often than the other. Where
    nobody asks, the first does if he says less, or if each has one label; of two who tell as much, neither.
    """
    first, other = share
    if not share[first] and not share[other]:
        return frozenset({first} if length[first] < length[other] or turns == len(share) else ())
    return frozenset({first if share[first] >= min(share[other], 0.5) else other})
