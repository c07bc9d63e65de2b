"""Which blocks of a conversation are questions and which are answers, and whose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.archive.source import Label
from plugins.sources.conversation import Talk, askers, asks, believed, may_ask
from plugins.sources.draft import Draft, Text
from plugins.sources.lines import is_heading, is_quoted_title
from plugins.sources.rules import WORDS
from plugins.sources.speakers import Style

FEW_LABELS = 6
"""Labelled turns up to which a text may have labelled only the first ones. Measured: 2 to 4."""

_YOU = re.compile(rf"\b(?:{WORDS['you']})\b", re.IGNORECASE)
_I = re.compile(rf"\b(?:{WORDS['i']})\b")
_REPLY = re.compile(rf"(?:{WORDS['reply']})\b", re.IGNORECASE)


def mark_turns(text: Text) -> None:
    """Label the turns of an interview, with their speakers; nothing where the text is none.

    Whatever stands before the first turn is left alone, and so is what a writer tells in between.
    """
    talk = Talk.of(text)
    keys = believed(talk)
    if keys:
        _mark_labelled(talk, keys)
    else:
        _mark_unlabelled(talk)


def _mark_labelled(talk: Talk, keys: frozenset[str]) -> None:
    first = talk.spoken_by(keys)[0]
    if len(keys) == 1 and first and talk.asks(first - 1):
        first -= 1
    speaker: dict[Label, str | None] = {}
    before: Label | None = None
    for place, role in enumerate(_roles(talk, keys, first), first):
        if role is not None:
            draft, label = talk.blocks[place], talk.labels.get(place)
            if label is not None and label.key in keys:
                speaker[role] = label.speaker
                draft.is_now(role, "labelled-turn")
            else:
                draft.is_now(role, "turn-continued" if role is before else "alternating-turn")
            draft.speaker = speaker.get(role)
        before = role


_STATES = (Label.QUESTION, Label.ANSWER, None)
"""What a block of a conversation may be: a question, an answer, or neither."""

_NEVER = float("inf")

TYPE_WEIGHT = 5.0
"""What bold type counts for in an interview that sets its questions so: more than any words."""


def _roles(talk: Talk, keys: frozenset[str], first: int) -> list[Label | None]:
    """The likeliest row of questions and answers from a block on: labels are certain, the rest costs.

    The cheapest path through costs for what each block looks like and for each step from one to the
    next (Viterbi, "Error bounds for convolutional codes", 1967). Costs are set by hand.
    """
    spoken = talk.spoken_by(keys)
    asking = askers(talk, keys)
    labelled = frozenset(spoken)
    unlabelled = [place for place in range(first, len(talk.blocks)) if place not in labelled]
    few = len(spoken) <= FEW_LABELS
    tail_alternates = few and talk.asking(talk.after(spoken[-1])) >= 2
    # Where the questions without labels are in bold, type tells turns apart.
    types = 2 <= sum(talk.blocks[place].block.bold for place in unlabelled) < len(unlabelled)
    alternates = (
        types
        or len(keys) == 1
        or (few and len(unlabelled) >= len(spoken) and 4 * talk.asking(unlabelled) >= len(unlabelled) > 1)
    )
    looks = _Looks(_surnames(talk, keys - asking), history=len(keys) > 1 and not asking, many=len(keys) > 2)
    so_far = [0.0, _NEVER, 0.0] if first not in labelled else [0.0, 0.0, 0.0]
    steps = bytearray()
    for place in range(first, len(talk.blocks)):
        if place in labelled:
            certain = Label.QUESTION if talk.labels[place].key in asking else Label.ANSWER
            here = [0.0 if state is certain else _NEVER for state in _STATES]
            step = _FREE_STEPS
        else:
            here = looks.costs(talk.words(place))
            if types:
                here[0 if talk.blocks[place].block.bold else 1] -= TYPE_WEIGHT
            step = (
                _ALTERNATING_STEPS
                if alternates or (tail_alternates and place > spoken[-1])
                else _LABELLED_STEPS
            )
        ways = [[so_far[before] + step[before][now] for before in range(3)] for now in range(3)]
        so_far = [min(way) + cost for way, cost in zip(ways, here, strict=True)]
        steps += bytes(way.index(min(way)) for way in ways)
    state = min(range(3), key=so_far.__getitem__)
    path: list[Label | None] = []
    for row in range(len(steps) - 3, -1, -3):
        path.append(_STATES[state])
        state = steps[row + state]
    return path[::-1]


_FREE_STEPS = ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), (0.0, 0.0, 0.0))
"""The cost of going from one state (row) to another (column), in the order of ``_STATES``: to a label."""

_LABELLED_STEPS = ((0.0, 3.5, 0.0), (3.5, 0.0, 0.0), (0.0, 2.0, 0.0))
"""To a block without a label where turns have labels: it goes on with what was before."""

_ALTERNATING_STEPS = ((1.5, 0.0, 0.0), (0.0, 1.5, 0.0), (0.0, 2.0, 0.0))
"""To a block without a label where turns only alternate: the other one speaks now."""


class _Looks:
    """What it costs to take a block for a question, an answer or neither, by its words."""

    def __init__(self, surnames: frozenset[str], *, history: bool, many: bool) -> None:
        self._surnames = surnames
        self._many = many
        self._history = history

    def costs(self, words: str) -> list[float]:
        """The three costs in the order of ``_STATES``."""
        plain = words.replace("’", "'")
        asked, you, first_person = asks(plain), _YOU.search(plain) is not None, _I.search(plain) is not None
        told = not first_person
        # Whoever answers seldom speaks of himself by name.
        names_speaker = told and not self._surnames.isdisjoint(re.findall(r"\w+", plain))
        if is_heading(plain) or (self._many and is_quoted_title(plain)):
            return [0.0, 3.0, 4.0] if asked else [3.0, 3.0, 0.0]
        question = (
            6.0 if self._history else 1.2 * (not asked) + 1.5 * bool(_REPLY.match(plain)) + 0.4 * (not you)
        )
        answer = 2.5 * asked + 0.5 * (you and told) + 1.5 * names_speaker + 1.5 * (self._history and told)
        neither = 4.0 - 2.0 * told + 1.5 * asked - 2.0 * names_speaker - 1.5 * (self._history and told)
        return [question, answer, neither]


def _surnames(talk: Talk, keys: frozenset[str]) -> frozenset[str]:
    """The last words of these speakers' labels, also in title case, as a text writes them."""
    labels = (talk.labels[place] for place in talk.spoken_by(keys))
    lasts = {label.speaker.split()[-1] for label in labels if label.style is not Style.LETTER}
    return frozenset(form for last in lasts if len(last) > 2 for form in (last, last.title()))


def _mark_unlabelled(talk: Talk) -> None:
    """Questions that only their type or their marks show, each answered by what follows."""
    text, free = talk.text, talk.blocks
    set_apart = [place for place, draft in enumerate(free) if _is_set_as_question(talk, place)]
    asking = [place for place in set_apart if talk.asks(place)]
    signed = bool(set_apart) and all(_is_signed(text, free[place]) for place in set_apart)
    if len(set_apart) >= 2 and len(asking) >= (1 if signed else max(2, len(set_apart) / 3)):
        questions = set_apart
    else:
        questions = _alternating(free, text)
    if not questions:
        return
    rule = "question-set-apart" if questions is set_apart else "alternating-turn"
    asked = frozenset(questions)
    speaker = None
    for place, draft in enumerate(free[questions[0] :], questions[0]):
        if place in asked:
            draft.is_now(Label.QUESTION, rule)
        elif not may_ask(draft):
            # A first answer may have the only label.
            label = talk.labels.get(place)
            speaker = label.speaker if label is not None else speaker
            draft.is_now(Label.ANSWER, "answer-to-question")
            draft.speaker = speaker


def _is_set_as_question(talk: Talk, place: int) -> bool:
    """Whether a page sets a block as it sets questions: bold, italic, behind a sign, a heading that asks."""
    draft = talk.blocks[place]
    if draft.label is Label.HEADING:
        return talk.asks(place)
    return draft.block.bold or draft.block.italic or _is_signed(talk.text, draft)


def _is_signed(text: Text, draft: Draft) -> bool:
    return text.raw.startswith(_QUESTION_SIGNS, draft.span.start)


_QUESTION_SIGNS = (">", "――", "──", "——", "—— ")
"""Quoted mail, and the long dash before the questions of Japanese and Chinese interviews."""


def _alternating(free: Sequence[Draft], text: Text) -> list[int]:
    """The places of questions where every other block asks somebody, and the others answer of themselves.

    Refuses essays that ask themselves: three questions at least that say *you*, answers that say *I*.
    """
    asked = [asks(text.words(draft)) for draft in free]
    best: list[int] = []
    for start in (place for place, one in enumerate(asked) if one):
        if best and start <= best[-1]:
            continue
        run = []
        place = start
        while place < len(free) and asked[place] and not (place + 1 < len(free) and asked[place + 1]):
            run.append(place)
            place += 2
        if len(run) > len(best):
            best = run
    if len(best) < 3:
        return []
    questions = [text.words(free[place]) for place in best]
    answers = [text.words(free[place + 1]) for place in best if place + 1 < len(free)]
    addressed = sum(_YOU.search(one) is not None for one in questions)
    own = sum(_I.search(one.replace("’", "'")) is not None for one in answers)
    return best if 2 * addressed >= len(questions) and 2 * own >= len(answers) else []
