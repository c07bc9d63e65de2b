"""What those who are asked say of their own job: ``I finished the script``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.archive.source import Label
from plugins.credits.cast import NOT_PLAYED, SPOKEN_PART
from plugins.credits.crew import NOT_DONE, SPOKEN
from plugins.credits.draft import Draft
from plugins.credits.jobs import CAST
from plugins.credits.outcome import mode_at, outcome_at
from plugins.credits.passage import PART, PERSON, Passage
from plugins.credits.vocabulary import ALL_WORDS, Vocabulary

_LABEL = re.compile(rf"{PERSON}(?: \([^)]*\))? ?:")
"""A speaker’s label at the beginning of a turn."""


def find_spoken(passages: Sequence[Passage], vocabulary: Vocabulary = ALL_WORDS) -> Iterator[Draft]:
    """The jobs that speakers tell of in their answers, as drafts in the order of passages.

    ``vocabulary`` has the text's words. Who speaks is known from the label before one of the speaker’s turns.
    """
    speakers: dict[str, tuple[Passage, int]] = {}
    for passage in passages:
        if passage.segment.speaker and _LABEL.match(passage.text) and 0 in passage.names:
            speakers.setdefault(passage.segment.speaker, (passage, 0))
    for passage in passages:
        speaker = speakers.get(passage.segment.speaker or "")
        if speaker is None or passage.segment.label is not Label.ANSWER:
            continue
        yield from _parts_of(speaker[0].names[speaker[1]].entity, passage, vocabulary)
        for form in (one for one in SPOKEN if not one.pattern.needs & ~passage.had):
            for match in form.pattern.of(vocabulary).finditer(passage.text):
                if not NOT_DONE.search(match.group()):
                    words = passage.words(*match.span("job"))
                    for role in form.roles(words):
                        who = speaker[0].names[speaker[1]].entity
                        yield Draft(
                            passage, *match.span(), match.start(), role, form.reason, wording=words, who=who
                        )


def _parts_of(who: str, passage: Passage, vocabulary: Vocabulary) -> Iterator[Draft]:
    """What a speaker says to have played: ``I was Odile``."""
    for match in SPOKEN_PART.of(vocabulary).finditer(passage.text) if PART in passage.text else ():
        if not (NOT_DONE.search(match.group()) or NOT_PLAYED.search(match.group())):
            yield Draft(
                passage, *match.span(), match.start(), CAST, "says what one played",
                character=passage.names[match.start("part")],
                outcome=outcome_at(passage, *match.span()),
                mode=mode_at(passage, *match.span()),
                who=who,
            )  # fmt: skip
