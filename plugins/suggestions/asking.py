"""Suggestions put to a person one by one: what is asked, and what each answer means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from plugins.authority.schema import SuggestionCode
from plugins.suggestions.suggestion import Change, Choice, NewRefusal, Suggestion

HELP = """\
  y  yes: write what is suggested
  n  no: remember that, and never suggest it again
  s  skip: leave it open for another day
  1, 2, ...  one of the answers listed; 0 where the words name nothing
  q  quit; what was answered is written already
  ?  this help"""

ACCEPTED = "accepted as suggested"
CHOSEN = "chosen by hand among the answers"
REFUSED = "refused when it was suggested"

Read = Callable[[str, bool], str | None]
"""Asks with a prompt, for a line where its second argument is true and else for one key; None at the end."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer to a suggestion: what is to be written, and the reason if they give none."""

    suggestion: Suggestion
    changes: tuple[Change, ...]
    why: str


def reason_to_accept(suggestion: Suggestion) -> str:
    """Why a yes was said, in words that may stand in ``content/``: the reasons of discovery quote texts."""
    if suggestion.code is SuggestionCode.UNLINKED_MENTION:
        return f"{ACCEPTED}: {suggestion.reason}"
    return ACCEPTED


def interview(
    suggestions: Sequence[Suggestion],
    describe: Callable[[Suggestion], Sequence[str]],
    read: Read,
    say: Callable[[str], None],
) -> Iterator[Answer]:
    """The answers, one after the other as they are given; ends with a q, or where no answer is left.

    What is no answer to a suggestion is explained, and asked for again. A skip gives nothing.
    """
    for number, one in enumerate(suggestions, 1):
        say("")
        say(f"{number} of {len(suggestions)}")
        for line in describe(one):
            say(line)
        while True:
            written = read(_prompt(one), len(one.choices) > 9)
            if written is None or written.strip().lower() == "q":
                return
            said = _meaning(one, written.strip().lower())
            if isinstance(said, str):
                say(said)
                continue
            if said is not None:
                yield said
            break


def _prompt(one: Suggestion) -> str:
    keys = ["y"] if _on_yes(one) else []
    keys += ["n"] if _is_open(one, _on_no(one)) else []
    if one.choices and not one.blocked:
        keys.append(f"1-{len(one.choices)}" if len(one.choices) > 1 else "1")
    keys += ["0"] if one.nothing and _is_open(one, one.nothing.changes) else []
    return f"[{'/'.join([*keys, 's', 'q', '?'])}] "


def _meaning(one: Suggestion, key: str) -> Answer | str | None:
    """The answer that a key gives; None for a skip, and what to say where it gives none."""
    if key in {"s", "skip"}:
        return None
    if key in {"y", "yes"}:
        chosen = _on_yes(one)
        if chosen is None:
            return one.blocked or _no_yes(one)
        return Answer(one, chosen.changes, reason_to_accept(one))
    if key in {"n", "no"}:
        return _if_open(one, _on_no(one), REFUSED)
    if key.isdecimal():
        number = int(key)
        if number == 0 and one.nothing is not None:
            return _if_open(one, one.nothing.changes, one.nothing.label)
        if 1 <= number <= len(one.choices):
            return _if_open(one, one.choices[number - 1].changes, CHOSEN)
        return f"there is no answer {number}"
    return HELP


def _on_yes(one: Suggestion) -> Choice | None:
    """What a yes would write: what is suggested, or the one answer that there is."""
    if one.blocked:
        return None
    if one.accept:
        return Choice("", one.accept)
    return one.choices[0] if len(one.choices) == 1 else None


def _on_no(one: Suggestion) -> tuple[Change, ...]:
    return tuple(NewRefusal(refusal) for refusal in one.refusals)


def _no_yes(one: Suggestion) -> str:
    if one.choices:
        return "several answers are possible; give the number of one"
    return f"nothing that a program may write; by hand: {one.does.removeprefix('nothing; ')}"


def _if_open(one: Suggestion, changes: tuple[Change, ...], why: str) -> Answer | str:
    return Answer(one, changes, why) if _is_open(one, changes) else one.blocked


def _is_open(one: Suggestion, changes: tuple[Change, ...]) -> bool:
    """Whether these changes can be written: a refused name needs no record of its text."""
    return not one.blocked or not any(_needs_its_text(change) for change in changes)


def _needs_its_text(change: Change) -> bool:
    return not isinstance(change, NewRefusal) or change.refusal.source is not None
