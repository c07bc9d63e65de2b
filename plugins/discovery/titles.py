"""Titles: what stands in marks of its own, and how far a title without marks reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.span import Span
from plugins.discovery.runs import Run
from plugins.discovery.tokens import Passage, Token
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.words import is_common, is_given_name, is_often_given, is_place
from plugins.mentions.folding import SAME_LENGTH
from plugins.quotations.saying import PRONOUNS, SAY, SAYS

SMALL = frozenset(
    "a an the of and in on at to for with from by or as is my your her his its our their into over nor but than vs "
    "de la le les des du d'un une et der die das und von e il lo los las el y en no".split()
)
"""Words that a title may hold without a capital."""

LONGEST_TITLE = 11
"""Words. Longer stretches in quotation marks are speech, but for a few jokes of the sixties."""

_MARKS = (
    re.compile(r"“([^“”\n]{1,90})”"),
    re.compile(r"‘((?:[^‘’\n]|(?<=\w)’(?=\w)|(?<=n)’(?= \w)){1,90})’(?!\w)"),
    re.compile(r"(?<![\w\"])\"([^\"\n]{1,90})\"(?!\w)"),
    re.compile(r"(?<![\w'])'((?:[^'\n]|(?<=\w)'(?=\w)){1,90})'(?!\w)"),
    re.compile(r"«\s?([^«»\n]{1,90}?)\s?»"),
    re.compile(r"(?<![\w_])_([^_\n]{1,90})_(?![\w_])"),
    re.compile(r"(?<![\w*])\*([^*\n]{1,90})\*(?![\w*])"),
)
_CAPTIONED = re.compile(r"([^,.;:\n]{1,60}), by (?=[A-Z])")
_EMPHASIS = frozenset("_*")
_END = re.compile(r"[,;:.]+$")
_WORD = re.compile(r"[^\s\-–—/]+")
_CUE = re.compile(
    rf"\b(?:{'|'.join(sorted(ENGLISH.works, key=len, reverse=True))}),? (?:called |titled |entitled |named )?$", re.IGNORECASE
)
_SAID_AFTER = re.compile(
    r",? (?:(?:he|she|they|I|we|it|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?) )?(?:%s)\b" % "|".join(sorted(SAYS | SAY))
)
_NO_TITLE = re.compile(
    r"\b(?:named|called|calls|call|nicknamed|dubbed|word|words|term|so-called|said|says|say|saying|asks|asked|shouts?|shouted"
    r"|yells?|yelled|whispers?|line|phrase|replied|chanting|reads|read|sign|signs|screams?|mutters?|billed as|labelled|labeled"
    r"|like|means|meaning|marked|herself|himself|itself|themselves),? $|, $"
)


@dataclass(frozen=True, slots=True)
class MarkedTitle:
    """Words in marks of their own that have the form of a title: a raw span, a weight, a reason."""

    span: Span
    words: str
    weight: float
    reason: str


def marked_titles(text: str, start: int, end: int) -> Iterator[MarkedTitle]:
    """What marks hold between two raw offsets, in order of kinds of mark; speech is left out.

    A title of one word has a low weight: quotation marks hold single words for many reasons.
    """
    for pattern in _MARKS:
        for found in pattern.finditer(text, start, end):
            words = _END.sub("", found[1])
            if not words or not is_title_like(words):
                continue
            before = text[max(start, found.start() - 60) : found.start()].translate(SAME_LENGTH)
            after = text[found.end() : min(end, found.end() + 60)].translate(SAME_LENGTH)
            weight, reason = _weigh(words, before, after, found[0][0])
            if weight > 0:
                yield MarkedTitle(Span(found.start(1), found.start(1) + len(words)), words, weight, reason)


def captioned_title(text: str, start: int, end: int) -> MarkedTitle | None:
    """What a caption names first, before its maker: ``2563, by Todd Hido``; None where it does otherwise."""
    found = _CAPTIONED.match(text, start, end)
    if found is None or not is_title_like(found[1]):
        return None
    return MarkedTitle(Span(*found.span(1)), found[1], 2.5, "in a caption, before its maker")


def is_title_like(words: str) -> bool:
    """Whether words are set as a title: capitals on all but the small ones, and no sentence's end."""
    parts = _WORD.findall(words)
    if not parts or len(parts) > LONGEST_TITLE or not any(sign.isalnum() for sign in words):
        return False
    if re.search(r"[.!?] ", words) and not re.search(r"\b(?:Mr|Mrs|Dr|St|Ms|Vol)\. ", words):
        return False
    first = parts[0].lstrip("¡¿\"'‘“([")
    if not first or not (first[0].isupper() or first[0].isdigit() or not first[0].islower()):
        return False
    return all(_is_set_up(part) for part in parts[1:])


def _is_set_up(part: str) -> bool:
    bare = part.strip("\"'’‘“”()[],.!?:;…")
    return not bare or not bare[0].islower() or bare.lower().replace("’", "'") in SMALL


def _weigh(words: str, before: str, after: str, mark: str) -> tuple[float, str]:
    several = len(_WORD.findall(words)) > 1
    reason = "in marks of its own"
    weight = 2.5 if several else 1.0
    if mark in _EMPHASIS:
        weight += 1.5
    elif _SAID_AFTER.match(after):
        return 0.0, ""
    elif found := _NO_TITLE.search(before):
        weight -= 0.5 if several and found[0] == ", " else 2.0
    elif re.search(r"(?:^|[.!?:])\s*$", before) and re.match(r"\s*$", after):
        weight -= 1.0
    if re.match(r",? [(\[](?:[A-Z]\w+,? )?(?:18|19|20)\d\d", after):
        weight, reason = weight + 3.0, "in marks, and a year follows"
    elif found := _CUE.search(before):
        weight, reason = weight + 2.5, f"in marks, after “{found[0].strip()}”"
    elif re.search(r"\b(?:in|of|for|from|on|after|since|to|and|with|made|directed|wrote|saw|watched|shot|or|by|the)(?: the)? $|'s (?:\w+ )?$", before):
        weight += 1.0
    if re.search(r"[!?]$", words) and not several:
        weight -= 1.0
    return weight, reason


def reach(run: Run, tokens: tuple[Token, ...]) -> int:
    """The folded offset up to which a title that begins with a run reaches, over small words and on.

    Small words are crossed only to a capital, ``and`` only between words of every day, and what looks
    like a person or a place is not reached over a preposition: ``The Master with Philip Seymour Hoffman``.
    """
    text, end = run.text, run.end
    place = next(n for n, token in enumerate(tokens) if token.start == run.tokens[-1].start) + 1
    last = run.tokens[-1]
    if run.is_single and run.tokens[0].low in PRONOUNS:
        return end
    listed = _over_commas(run, tokens, place)
    if listed is not None:
        return listed
    while place < len(tokens):
        if last.possessive and not (run.words[0] in {"The", "A", "An", "My"} and _common_follows(text, tokens, place)):
            return end
        if last.possessive:
            last, place = tokens[place], place + 1
            end = last.end
            continue
        row: list[Token] = []
        here = place
        while here < len(tokens) and tokens[here].word in SMALL and len(row) < 3:
            if text[(row[-1] if row else last).end : tokens[here].start] != " ":
                return end
            row.append(tokens[here])
            here += 1
        if not row or here >= len(tokens) or tokens[here].opens or not tokens[here].is_capital:
            return end
        if text[row[-1].end : tokens[here].start] != " ":
            return end
        following = _capitals(text, tokens, here)
        if not _crosses(run, row, following):
            return end
        last = following[-1]
        end, place = last.end, here + len(following)
    return end


def _common_follows(text: str, tokens: tuple[Token, ...], place: int) -> bool:
    token = tokens[place]
    return token.is_capital and not token.opens and is_common(token.word) and not is_given_name(token.word)


def _over_commas(run: Run, tokens: tuple[Token, ...], place: int) -> int | None:
    """Where a title of single words and commas ends: ``Bread, Wire, Sunday``; a list has an ``and``."""
    again = re.match(rf", {re.escape(run.surface)}\b", run.text[run.end :])
    if run.is_single and again and not run.possessive:
        return run.end + again.end()
    if not run.is_single or not is_common(run.surface) or is_given_name(run.surface):
        return None
    last, count = run.tokens[-1], 1
    while place < len(tokens) and run.text[last.end : tokens[place].start] == ", ":
        token = tokens[place]
        if token.opens or not token.is_capital or not (is_common(token.word) or token.low in ENGLISH.calendar):
            break
        last, count, place = token, count + 1, place + 1
    if count < 3 or re.match(r",? (?:and|or|&) (?:The |A )?[A-Z]", run.text[last.end :]):
        return None
    return last.end


def _capitals(text: str, tokens: tuple[Token, ...], place: int) -> list[Token]:
    row = [tokens[place]]
    for token in tokens[place + 1 :]:
        if row[-1].possessive or token.opens or not token.is_capital or text[row[-1].end : token.start] != " ":
            break
        row.append(token)
    return row


_SEVERAL = re.compile(r"\b(?:\w+s|include|between|both|like|as|mid-period) [\"'_*]?$")
"""Before a row of titles: ``other films include Tomboy and Girlhood``."""


def _crosses(run: Run, small: list[Token], following: list[Token]) -> bool:
    words = [token.word for token in small]
    names = " ".join(token.word for token in following)
    personal = len(following) > 1 and is_given_name(following[0].word)
    if words[0] == "of":
        return True
    if words == ["and", "the"]:
        common = all(is_common(token.word) and not is_often_given(token.word) for token in following)
        return common and (run.words[0] == "The" or run.is_single)
    if words[0] in {"and", "or"}:
        if _SEVERAL.search(run.before):
            return False
        single = run.is_single and len(following) == 1 and len(words) == 1
        return single and run.is_common and is_common(following[0].word) and following[0].word not in {"The", "A"}
    if personal or is_place(names):
        return False
    first = run.tokens[0].low
    if run.is_common and all(is_common(token.word) and token.low not in ENGLISH.calendar for token in following):
        return True
    return first in ENGLISH.function or first.endswith("in'") or (first.endswith("ing") and is_common(first))
