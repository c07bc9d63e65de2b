"""The words without which a pattern matches nothing: a text without them need not be searched.

A long pattern costs milliseconds to make and microseconds to try, and hardly any sentence has the words that
it is about. Which these are, the pattern itself says: whatever stands in it outside of what may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

Needs = tuple[frozenset[str], ...]
"""Of each set, one piece must be in a text: part of a word, or a sign; ``<`` and ``>`` are a word's ends.

A word that has signs in it (“d.p”) may stand there as a whole.
"""

_ANYTHING, _EDGE = "\0", "\1"
"""In the letters of a branch: what is not known, and what is no part of a word."""

_TOKEN = re.compile(
    r"\\(?P<escape>.)"
    r"|\[(?P<negated>\^?)(?P<members>(?:\\.|[^\]\\])+)\]"
    r"|\((?P<opens>\?(?:P<\w+>|P=\w+(?=\))|:|[a-z-]+:|<?[=!]|\(\w+\)|[a-z]+(?=\))))?"
    r"|(?P<closes>\))"
    r"|\{(?P<slot>[a-z][a-z-]*)\}"
    r"|(?P<repeats>[*+?]|\{\d*,?\d*\})\??"
    r"|(?P<plain>.)"
)
_WORD = re.compile(r"\w+|[^\w\s\0\1]")
_IS_WORD = re.compile(r"\w")
_NO_WORD = re.compile(r"\(\?<?!(?:\\w|\[\\w[^\]^\\]*\])\)")
"""What says that no letter of a word stands on its side: ``(?!\\w)``, ``(?<![\\w'-])``."""

_ENDS_A_WORD = re.compile(r"(?:\\b|[ ,;:'\"]|\(\?!(?:\\w|\[\\w[^\]^\\]*\])\))(?![*+?{])")
"""What stands in a pattern behind a word that is whole there."""

_MOST_MEMBERS = 6
"""Signs of a class of which one is needed; of more, one hardly tells anything."""

_BEGINNING = 3
"""Signs by which pieces are looked up. With two, every other word may have some; few pieces are shorter."""


def small(text: str) -> str:
    """A text in small letters, as patterns read it that do not mind capitals: with ı for i, and ſ for s."""
    return text.lower().replace("i\u0307", "i").replace("\u0131", "i").replace("\u017f", "s")


def needs_of_any(words: Iterable[str]) -> Needs:
    """What a text must have for any of some words to stand in it: the fewer pieces, the fewer texts have one.

    >>> [sorted(one) for one in needs_of_any(["art director", "director", "foley artist"])]
    [['<artist', 'director']]
    """
    found: list[str] = []
    each = (_pieces_of(small(one)) for one in dict.fromkeys(words))
    for pieces in sorted(each, key=len):
        # What has “<director” has “director”.
        if not any(known in piece for piece in pieces for known in found):
            found.append(max(pieces, key=len))
    return (frozenset(found),)


def _pieces_of(word: str) -> tuple[str, ...]:
    """The pieces of a word of a list; of “d.p”, none of which tells anything, the whole."""
    pieces = tuple(_pieces(f"{_ANYTHING}{word}{_ANYTHING}"))
    return pieces if any(len(one.strip("<>")) > 1 for one in pieces) else (word,)


def needs_of(pattern: str, slots: Callable[[str], Needs] = lambda _: ()) -> Needs:
    """What a text must have for a pattern to match any of it, as small letters.

    ``slots`` tells what its slots need (``{name}``). Where capitals do not count, it needs the same.

    >>> needs = needs_of(r"\b[Pp]layed(?: so well)? by|(?:is|was) seen as")
    >>> [sorted(one) for one in needs]
    [['<played', '<seen>']]
    """
    tokens = list(_TOKEN.finditer(pattern))
    return tuple(dict.fromkeys(_alternatives(iter(tokens), slots, _ends_of_groups(tokens))))


@dataclass
class _Branch:
    """One alternative while it is read: its letters, and what its groups need."""

    letters: list[str]
    groups: list[frozenset[str]] = field(default_factory=list)
    last: tuple[str, list[frozenset[str]]] = ("", [])

    def add(self, letters: str, needs: Iterable[frozenset[str]] = ()) -> None:
        """Take in an element, of which it is not known yet how often it stands there."""
        self._settle()
        self.last = (letters, list(needs))

    def repeat(self, times: str) -> None:
        """Take the last element for one that stands there several times, or may be missing."""
        letters, needs = self.last
        is_needed = times == "+" or times[1:2] not in {"", "0", ","}
        self.last = (f"{letters}{_ANYTHING}", needs) if is_needed else (_ANYTHING, [])

    @property
    def ends_a_word(self) -> bool:
        """Whether what follows is no part of a word that has begun."""
        last = (self.last[0] or self.letters[-1])[-1]
        return last != _ANYTHING and not _IS_WORD.match(last)

    def needs(self, after: str) -> list[frozenset[str]]:
        self._settle()
        return [*self.groups, *(frozenset({one}) for one in _pieces("".join((*self.letters, after))))]

    def _settle(self) -> None:
        letters, needs = self.last
        self.letters.append(letters)
        self.groups += needs
        self.last = ("", [])


def _alternatives(
    tokens: Iterator[re.Match[str]],
    slots: Callable[[str], Needs],
    ends: Mapping[int, int],
    before: str = _ANYTHING,
    after: str = _ANYTHING,
) -> list[frozenset[str]]:
    """What a group needs: all that its only branch does, or one of what is most telling of each.

    ``before`` and ``after`` are what stands around it: the edge of a word, or anything. ``ends`` has where
    each group ends that begins at an offset.
    """
    branches = [_Branch([before])]
    for token in tokens:
        kind, branch = token.lastgroup, branches[-1]
        if kind == "closes":
            break
        if kind == "plain" and token[0] == "|":
            branches.append(_Branch([before]))
        elif kind == "repeats":
            branch.repeat(token["repeats"])
        elif token[0].startswith("("):
            around = (
                _EDGE if branch.ends_a_word else _ANYTHING,
                _behind(token.string, ends[token.start()], after),
            )
            needs = _alternatives(tokens, slots, ends, *around)
            is_edge = _NO_WORD.match(token.string, token.start()) is not None
            branch.add(_EDGE if is_edge else _ANYTHING, needs if _is_consumed(token["opens"] or "") else ())
        elif kind == "slot":
            branch.add(_ANYTHING, slots(token["slot"]))
        elif kind == "members":
            branch.add(*_of_class(token["members"], is_negated=bool(token["negated"])))
        else:
            branch.add(_letter(token))
    needed = [branch.needs(after) for branch in branches]
    if len(needed) == 1:
        return needed[0]
    return [frozenset().union(*(max(one, key=_tells) for one in needed))] if all(needed) else []


def _ends_of_groups(tokens: Iterable[re.Match[str]]) -> dict[int, int]:
    """Where the groups of a pattern end, by where they begin."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for token in tokens:
        if token["closes"]:
            ends[opened.pop()] = token.end()
        elif token[0].startswith("("):
            opened.append(token.start())
    return ends


def _behind(pattern: str, end: int, after: str) -> str:
    """What stands behind a group: ``after``, where it ends a branch."""
    if pattern[end : end + 1] in {"", "|", ")"}:
        return after
    return _EDGE if _ENDS_A_WORD.match(pattern, end) else _ANYTHING


def _is_consumed(opens: str) -> bool:
    """Whether what a group matches is part of the match, and must be there."""
    return not opens or opens.startswith("?P<") or opens.endswith(":")


def _letter(token: re.Match[str]) -> str:
    escaped = token["escape"]
    if escaped:
        return _EDGE if escaped == "b" else _ANYTHING if escaped.isalnum() else escaped
    return {".": _ANYTHING, "^": _EDGE, "$": _EDGE}.get(token[0], small(token[0]))


def _of_class(members: str, *, is_negated: bool) -> tuple[str, list[frozenset[str]]]:
    """A letter in both sizes is itself; of a few signs, one is needed."""
    signs = small(members.replace("\\", ""))
    is_plain = not is_negated and "-" not in members and not re.search(r"\\\w", members)
    if is_plain and len(set(signs)) == 1:
        return signs[0], []
    if is_plain and len(signs) <= _MOST_MEMBERS and not re.search(r"[\w\s]", signs):
        return _EDGE, [frozenset(signs)]
    return _ANYTHING, []


def _pieces(letters: str) -> Iterator[str]:
    """The words and parts of words that the letters of a branch are sure to hold."""
    for match in _WORD.finditer(letters):
        if not _IS_WORD.match(match[0]):
            yield match[0]
            continue
        before, after = letters[: match.start()][-1:], letters[match.end() :][:1]
        unknown = {"", _ANYTHING}
        yield f"{'' if before in unknown else '<'}{match[0]}{'' if after in unknown else '>'}"


def _is_telling(pieces: frozenset[str]) -> bool:
    """Whether a text may well have none of some pieces; a single letter, it has."""
    return not any(len(one) == 1 and _IS_WORD.match(one) for one in pieces)


def _tells(pieces: frozenset[str]) -> tuple[int, int]:
    """How rare one of some pieces is likely to be: the shortest counts, then how many there are."""
    return min(map(len, pieces)), -len(pieces)


class Wanted:
    """Which patterns a text may match, by the words that it has: the sets that patterns need are bits."""

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        self._pieces: dict[str, int] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._short: dict[str, int] = {}
        self._several: dict[str, int] = {}
        self._known: dict[str, int] = {}

    def bits_of(self, needs: Needs) -> int:
        """What a pattern needs; ask for all patterns before the first text.

        >>> wanted = Wanted()
        >>> played, seen = (wanted.bits_of((frozenset({word}),)) for word in ("played", "seen"))
        >>> had = wanted.had_by("A part played twice")
        >>> bool(played & ~had), bool(seen & ~had)
        (False, True)
        """
        bits = 0
        for pieces in needs:
            if _is_telling(pieces):
                if pieces not in self._numbers:
                    self._add(pieces)
                bits |= 1 << self._numbers[pieces]
        return bits

    def had_by(self, text: str) -> int:
        """The sets of which a text has a piece."""
        had, known, text = 0, self._known, small(text)
        for token in set(_WORD.findall(text)):
            bits = known.get(token)
            if bits is None:
                bits = known[token] = self._of_token(token)
            had |= bits
        for words, bits in self._several.items():
            if words in text:
                had |= bits
        return had

    def _add(self, pieces: frozenset[str]) -> None:
        number = self._numbers[pieces] = len(self._numbers)
        for piece in pieces:
            is_one = _WORD.fullmatch(piece.strip("<>")) is not None
            known = self._pieces if is_one else self._several
            known[piece] = known.get(piece, 0) | 1 << number
            beginning = piece[:_BEGINNING]
            if 1 < len(piece) < _BEGINNING:
                self._short[piece] = known[piece]
            elif is_one:
                self._lengths[beginning] = tuple({*self._lengths.get(beginning, ()), len(piece)})
        self._known.clear()

    def _of_token(self, token: str) -> int:
        if not _IS_WORD.match(token):
            return self._pieces.get(token, 0)
        # At hardly a letter of a word does any piece begin: only as long as these are, it is looked for.
        whole, bits = f"<{token}>", 0
        for start in range(len(whole)):
            for length in self._lengths.get(whole[start : start + _BEGINNING], ()):
                bits |= self._pieces.get(whole[start : start + length], 0)
        for piece, bit in self._short.items():
            if piece in whole:
                bits |= bit
        return bits
