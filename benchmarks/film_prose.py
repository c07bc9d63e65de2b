"""Made-up names of film people and titles, and prose that names them, the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from plugins.archive.entity import Kind
from plugins.archive.source import Document, Original, Rights
from plugins.authority.names import Bearer, Name, Names
from plugins.sources.library import digest_of_bytes
from plugins.sources.segments import segment

TEXT = 40_000
"""Code points of a text: a long profile."""

CAST = 40
"""Names that one text has, each several times."""

BETWEEN_NAMES = 150
"""Code points from one name to the next, on average."""

_GIVEN = "Ines Bram Lotte Nadia Odile Tove Marek Aiko Zoë Emeka Ruth Ivo Sanna Luc Petra Anouk Dario Yusuf Mae Otto"
_ENDS = "a el in ko ra th us ie o en"
_FIRST = "Var Mae Os Bel Qui Sør Ndi Oka Tak Rui Lind Mor Hal Fen Dra Kes Wol Brand Zim Ash Cro Pell Gra Stau Ives"
_MIDDLE = "ga ten ro li den sa ver ma no ri ke la bo win tu dor per shi van cor"
_LAST = "n s r x berg sen li ova qvist well man ez ard no ki th ton ley dt ic"
_PARTICLES = ("van", "de", "von", "van der", "de la", "di")
_NOUNS = (
    "harbour lamp rope tide ship night silence crane pilot window letter engine voice winter camera actor studio"
    " script house picture question answer river garden mirror corridor stranger orchard station piano island"
)
_ADJECTIVES = "tin quiet last long broken northern second hidden empty white burning small late salt paper wooden"
_VERBS = "waits leaves builds finds hears keeps sees loses turns holds remembers follows paints cuts carries watches"
_SMALL = (
    "the a of in and to with for on at by from that which while as it is was has had his her their not but so"
    " then when where after before over under between again never often almost already only"
)
_LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"

_EVERY_DAY = (f"{_NOUNS} {_ADJECTIVES} {_VERBS} {_SMALL} {_SMALL} film scene take light story part year").split()


def made_up_names(count: int, seed: int = 2013) -> Names:
    """That many names, each borne by one record, every score of them of the same mixture.

    People of two and three words, with initials and particles, single names, titles (most begin with
    ``The``) and titles of one letter; there are some two hundred first words, so that many share one.
    """
    chance = random.Random(seed)
    kinds: dict[str, Kind] = {}
    while len(kinds) < count:
        kind, form = _made_up_name(chance, len(kinds) % 20, len(kinds) // 20)
        kinds.setdefault(form, kind)
    bearers = {f"e{number}": (form, kind) for number, (form, kind) in enumerate(kinds.items())}
    return Names(
        tuple(Name(form, (one,)) for one, (form, _) in bearers.items()),
        {one: Bearer(one, kind, form) for one, (form, kind) in bearers.items()},
    )


def film_texts(code_points: int, names: Sequence[Name], seed: int = 2013) -> Iterator[Document]:
    """Texts of at least that length together, each with a cast of its own among the names."""
    chance = random.Random(seed)
    made = 0
    while made < code_points:
        text = _text(chance, [one.form for one in chance.sample(names, min(CAST, len(names)))])
        source = f"text-{made}"
        original = Original(digest_of_bytes(text.encode("utf-8")), text)
        yield Document(source, Rights.SUMMARY, original, segment(source, text))
        made += len(text)


def _made_up_name(chance: random.Random, shape: int, score: int) -> tuple[Kind, str]:
    given, surname = _given(chance), _surname(chance)
    if shape == 0 and score < len(_LETTERS):
        return Kind.WORK, _LETTERS[score]
    if shape < 6:
        first = "The " if shape < 4 else ""
        return Kind.WORK, f"{first}{_of(chance, _ADJECTIVES).title()} {_title_end(chance)}"
    if shape == 6:
        return Kind.CHARACTER, f"{given}{chance.choice(_ENDS.split())}"
    if shape == 7:
        return Kind.PERSON, f"{chance.choice(_LETTERS)}. {chance.choice(_LETTERS)}. {surname}"
    if shape == 8:
        return Kind.PERSON, f"{given} {chance.choice(_PARTICLES)} {surname}"
    if shape == 9:
        return Kind.PERSON, f"{given} {_given(chance)} {surname}"
    return Kind.CHARACTER if shape > 17 else Kind.PERSON, f"{given} {surname}"


def _title_end(chance: random.Random) -> str:
    noun = _of(chance, _NOUNS).title()
    return noun if chance.random() < 0.5 else f"{noun} of {_surname(chance)}"


def _of(chance: random.Random, words: str) -> str:
    return chance.choice(words.split())


def _given(chance: random.Random) -> str:
    given = _of(chance, _GIVEN)
    return given if chance.random() < 0.5 else f"{given.rstrip('aeioë')}{_of(chance, _ENDS)}"


def _surname(chance: random.Random) -> str:
    middle = "".join(_of(chance, _MIDDLE) for _ in range(chance.randint(0, 2)))
    return f"{_of(chance, _FIRST)}{middle}{_of(chance, _LAST)}"


def _text(chance: random.Random, cast: Sequence[str]) -> str:
    blocks = [f"A {_of(chance, _NOUNS)} for {chance.choice(cast)}", f"By Lotte {_surname(chance)}"]
    length = 0
    while length < TEXT:
        blocks.append(" ".join(_sentence(chance, cast) for _ in range(chance.randint(2, 9))))
        length += len(blocks[-1]) + 2
    return "\n\n".join(blocks)


def _sentence(chance: random.Random, cast: Sequence[str]) -> str:
    words = chance.choices(_EVERY_DAY, k=chance.randint(8, 28))
    length = sum(map(len, words)) + len(words)
    names, rest = divmod(length, BETWEEN_NAMES)
    for _ in range(names + (chance.random() * BETWEEN_NAMES < rest)):
        words.insert(chance.randrange(len(words)), _called(chance, chance.choice(cast)))
    sentence = " ".join(words)
    sentence = f"{sentence[0].upper()}{sentence[1:]}"
    style = chance.random()
    if style < 0.12:
        return f"“{sentence},” {_called(chance, chance.choice(cast))} says."
    return f"{sentence}?" if style > 0.95 else f"{sentence}."


def _called(chance: random.Random, name: str) -> str:
    """A name in full, or its last word, or now and then its first, as texts go on once they have given it."""
    words, style = name.split(), chance.random()
    form = name if style < 0.4 else words[0] if style < 0.5 else words[-1]
    return f"{form}’s" if chance.random() < 0.1 else form
