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

BETWEEN_NAMES = 130
"""Code points of other words between two names, on average: a name in 150 or so."""


def _words(lines: str) -> list[str]:
    return lines.split()


_GIVEN = _words(
    "Ines Bram Lotte Nadia Odile Tove Marek Aiko Zoë Emeka Ruth Ivo Sanna Luc Petra Anouk Dario Mae"
)
_GIVEN_ENDS = _words("a el in ko ra th us ie o en")
_FIRST = _words(
    "Var Mae Os Bel Qui Sør Ndi Oka Tak Rui Lind Mor Hal Fen Dra Kes Wol Brand Zim Ash Cro Pell Gra"
)
_MIDDLE = _words("ga ten ro li den sa ver ma no ri ke la bo win tu dor per shi van cor")
_LAST = _words("n s r x berg sen li ova qvist well man ez ard no ki th ton ley dt ic")
_PARTICLES = ("van", "de", "von", "van der", "de la", "di")
_LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"

_NOUNS = _words("""
    harbour lamp rope tide ship night silence crane pilot window letter engine voice winter camera actor
    studio script house picture question answer river garden mirror corridor stranger orchard piano island
""")
_ADJECTIVES = _words(
    "tin quiet last long broken northern second hidden empty white burning small salt wooden"
)
_VERBS = _words("waits leaves builds finds hears keeps sees loses turns holds remembers follows paints cuts")
_SMALL = _words("""
    the a of in and to with for on at by from that which while as it is was has had his her their not but so
    then when where after before over under between again never often almost already only
""")

_EVERY_DAY = [*_NOUNS, *_ADJECTIVES, *_VERBS, *_SMALL, *_SMALL, "film", "scene", "take", "light", "year"]


def made_up_names(count: int, seed: int = 2013) -> Names:
    """That many names, each borne by one record; the first hundred are of the same mixture as all.

    People of two and three words, with initials and particles, single names, titles of which most begin
    with ``The``, and titles of one letter. Many share their first word.
    """
    chance = random.Random(seed)
    kinds: dict[str, Kind] = {}
    while len(kinds) < count:
        kind, form = _made_up_name(chance, len(kinds))
        kinds.setdefault(form, kind)
    bearers = [Bearer(f"e{number}", kind, form) for number, (form, kind) in enumerate(kinds.items())]
    return Names(tuple(Name(one.name, (one.id,)) for one in bearers), {one.id: one for one in bearers})


def film_texts(code_points: int, names: Sequence[Name], seed: int = 2013) -> Iterator[Document]:
    """Texts of at least that length together, each with a cast of its own among the names."""
    chance = random.Random(seed)
    made = 0
    while made < code_points:
        cast = chance.sample([one.form for one in names], min(CAST, len(names)))
        text = _text(chance, cast)
        source = f"text-{made}"
        original = Original(digest_of_bytes(text.encode("utf-8")), text)
        yield Document(source, Rights.SUMMARY, original, segment(source, text))
        made += len(text)


def _made_up_name(chance: random.Random, number: int) -> tuple[Kind, str]:
    given, surname = _given(chance), _surname(chance)
    letter, shape = divmod(number, 20)
    if shape == 0 and letter < len(_LETTERS):
        return Kind.WORK, _LETTERS[letter]
    if shape < 6:
        return Kind.WORK, _title(chance, "The " if shape < 4 else "")
    if shape == 6:
        return Kind.CHARACTER, f"{given}{chance.choice(_GIVEN_ENDS)}"
    between = {
        7: f"{chance.choice(_LETTERS)}. {chance.choice(_LETTERS)}.",
        8: f"{given} {chance.choice(_PARTICLES)}",
        9: f"{given} {_given(chance)}",
    }
    return Kind.CHARACTER if shape > 17 else Kind.PERSON, f"{between.get(shape, given)} {surname}"


def _title(chance: random.Random, article: str) -> str:
    words = f"{article}{chance.choice(_ADJECTIVES).title()} {chance.choice(_NOUNS).title()}"
    return words if chance.random() < 0.5 else f"{words} of {_surname(chance)}"


def _given(chance: random.Random) -> str:
    given = chance.choice(_GIVEN)
    return given if chance.random() < 0.5 else f"{given.rstrip('aeioë')}{chance.choice(_GIVEN_ENDS)}"


def _surname(chance: random.Random) -> str:
    middle = "".join(chance.choices(_MIDDLE, k=chance.randint(0, 2)))
    return f"{chance.choice(_FIRST)}{middle}{chance.choice(_LAST)}"


def _text(chance: random.Random, cast: Sequence[str]) -> str:
    blocks = [f"A {chance.choice(_NOUNS)} for {chance.choice(cast)}", f"By Lotte {_surname(chance)}"]
    length = 0
    while length < TEXT:
        blocks.append(" ".join(_sentence(chance, cast) for _ in range(chance.randint(2, 9))))
        length += len(blocks[-1]) + 2
    return "\n\n".join(blocks)


def _sentence(chance: random.Random, cast: Sequence[str]) -> str:
    words = chance.choices(_EVERY_DAY, k=chance.randint(8, 28))
    names, rest = divmod(sum(map(len, words)) + len(words), BETWEEN_NAMES)
    for _ in range(names + (chance.random() * BETWEEN_NAMES < rest)):
        words.insert(chance.randrange(len(words)), _called(chance, chance.choice(cast)))
    sentence = " ".join(words)
    sentence = f"{sentence[0].upper()}{sentence[1:]}"
    style = chance.random()
    if style < 0.12:
        return f"“{sentence},” {_called(chance, chance.choice(cast))} says."
    return f"{sentence}?" if style > 0.95 else f"{sentence}."


def _called(chance: random.Random, name: str) -> str:
    """A name in full, its last word or, now and then, its first: as texts go on once they have given it."""
    words, style = name.split(), chance.random()
    form = name if style < 0.4 else words[0] if style < 0.5 else words[-1]
    return f"{form}’s" if chance.random() < 0.1 else form
