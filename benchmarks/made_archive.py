"""A made-up archive of any size: sources with their texts, people, characters, works, events and pages.

Everything hangs together as in an archive that people made: prose links to records, facts cite passages of
texts, texts name the people of their film, reviews praise and mind. The same count and seed give the same
bytes, and no word of anybody's.
"""

from __future__ import annotations

import hashlib
import random
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.film_prose import made_up_names
from benchmarks.search_material import Film, Material, learned
from benchmarks.search_prose import Language, Plot
from plugins.archive.entity import Kind
from plugins.archive.span import Pointer, Span, digest_of
from plugins.sources.blocks import find_blocks

SEED = 2013

FILM = "the-film"

SHARES = {"people": 0.30, "events": 0.25, "sources": 0.20, "characters": 0.08, "works": 0.07}
"""Of all pages; what is left over are plain pages. Half of the sources are reviews."""

WORDS = range(300, 801)
"""Words of a page's prose and of a source's text."""

ABSTRACT = 60
"""Words that a source's record has besides its text."""

CAST = 8
"""People and characters whom a text names."""

NAMES = 0.65
"""Made-up names for each page: of twenty, eleven are of people, three of characters and six of works."""

TAGS, AUTHORS = 200, 100
"""Different tags and authors of the same pages on a site of another generator; a page has three and one."""

PHASES = ("development", "preparation", "shooting", "post-production", "release", "reception")
ASPECTS = ("premise", "screenplay", "acting", "voice", "image", "design", "music", "editing", "pace", "ideas")


@dataclass(frozen=True, slots=True)
class Named:
    """What a link can lead to: a folder, an id and a name."""

    folder: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class MadePage:
    """One page in a form that any generator can be given.

    ``front`` is its front matter as lines of YAML, without the fences; ``prose`` Markdown whose links are
    written ``[[id|label]]``; ``text`` the original of a source.
    ``date``, ``tags`` and ``author`` are for generators that have no records.
    """

    named: Named
    front: tuple[str, ...]
    prose: str
    summary: str
    date: str
    tags: tuple[str, ...]
    author: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class MadeArchive:
    """All pages in the order of folders and ids, and everything that they link to, by id."""

    pages: tuple[MadePage, ...]
    named: dict[str, Named]


def made_archive(count: int, seed: int = SEED, films: Iterable[Film] = ()) -> MadeArchive:
    """An archive of that many pages, the film's own among them; at least 20.

    Its sentences and words are those that the plots of ``films`` teach; invented ones without them. An
    archive of fewer pages is not a part of one of more: its texts name its own people.
    """
    if count < 20:
        raise ValueError(f"{count} pages are too few to hang together; 20 are the least")
    return _Maker(count, seed, learned(films)).archive()


def write_archive(archive: MadeArchive, content: Path, texts: bool = True) -> None:
    """Write the pages as a ``content/`` folder of ours, the texts of its sources beside their records.

    Without ``texts`` their words follow the abstracts of the records, as on sites of other generators: the
    same pages, with nothing in which names and dates are looked for.
    """
    for page in archive.pages:
        folder = content / page.named.folder
        folder.mkdir(parents=True, exist_ok=True)
        front = "\n".join(page.front)
        prose = page.prose if texts or page.text is None else f"{page.prose}\n\n{page.text}"
        (folder / f"{page.named.id}.md").write_text(f"---\n{front}\n---\n{prose}\n", "utf-8")
        if texts and page.text is not None:
            (folder / f"{page.named.id}.txt").write_bytes(page.text.encode("utf-8"))


class _Maker:
    def __init__(self, count: int, seed: int, material: Material) -> None:
        self._count = count
        self._seed = seed
        self._language = Language(material)
        self._named = {folder: list(found) for folder, found in self._names()}
        self._texts: dict[str, str] = {}
        self._blocks: dict[str, list[Span]] = {}

    def archive(self) -> MadeArchive:
        sources = [self._source(one, number) for number, one in enumerate(self._named["sources"])]
        makers = {
            "films": self._film,
            "people": self._person,
            "characters": self._character,
            "works": self._work,
            "events": self._event,
            "pages": self._plain,
        }
        pages = [
            makers[folder](one) for folder, found in self._named.items() if folder in makers for one in found
        ]
        pages = sorted((*pages, *sources), key=lambda page: (page.named.folder, page.named.id))
        return MadeArchive(tuple(pages), {page.named.id: page.named for page in pages})

    def _names(self) -> Iterator[tuple[str, Iterator[Named]]]:
        wanted = {folder: max(2, round(share * self._count)) for folder, share in SHARES.items()}
        wanted["pages"] = self._count - 1 - sum(wanted.values())
        forms: dict[Kind, list[str]] = {Kind.PERSON: [], Kind.CHARACTER: [], Kind.WORK: []}
        for bearer in made_up_names(round(NAMES * self._count) + 200, self._seed).bearers.values():
            forms[bearer.kind].append(bearer.name)
        chance = random.Random(f"names {self._seed}")
        titles = {"events": "The day of", "sources": "On", "pages": "About"}
        taken: set[str] = {FILM}
        yield "films", iter([Named("films", FILM, "The Film of Paper")])
        for folder, count in wanted.items():
            own = {"people": Kind.PERSON, "characters": Kind.CHARACTER, "works": Kind.WORK}.get(folder)
            if own is not None:
                written = forms[own]
            else:
                written = [
                    f"{titles[folder]} {Plot(self._language, random.Random(f'{folder} {number}')).title()}"
                    for number in range(count)
                ]
            chance.shuffle(written)
            yield folder, iter([Named(folder, _id(one, taken), one) for one in written[:count]])

    def _chance(self, named: Named) -> random.Random:
        return random.Random(f"{self._seed} {self._count} {named.folder} {named.id}")

    def _page(
        self, named: Named, chance: random.Random, front: Sequence[str], words: int, text: str | None = None
    ) -> MadePage:
        plot = Plot(self._language, chance)
        prose = self._prose(plot, chance, words, plain=words <= ABSTRACT)
        summary = _first_words(next(plot.paragraphs()), 16)
        return MadePage(
            named,
            (f'name: "{named.name}"', *front, f'summary: "{summary}"'),
            prose,
            summary,
            f"{chance.randint(1950, 2013)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            # All as long as each other: Pelican's second page of "tag-1" would be the first of "tag-12".
            tuple(f"tag-{one:03}" for one in chance.sample(range(TAGS), 3)),
            f"Author {chance.randrange(AUTHORS):02}",
            text,
        )

    def _prose(self, plot: Plot, chance: random.Random, words: int, plain: bool) -> str:
        """Paragraphs with links and, in all but abstracts, headings, a list and a footnote."""
        blocks: list[str] = []
        made = 0
        while made < words:
            for paragraph in plot.paragraphs():
                blocks.append(self._linked(_cut(paragraph, words - made), chance))
                made += len(paragraph.split())
                if made >= words:
                    break
        if not plain:
            blocks.insert(len(blocks) // 2, f"## {plot.title()}")
            blocks.insert(
                len(blocks) // 3,
                "\n".join(f"- {self._link(chance)}, {plot.word()} {plot.word()}" for _ in range(4)),
            )
            blocks[-1] += "[^1]"
            blocks.append(f"[^1]: {plot.title()}, {chance.randint(1950, 2013)}.")
        return "\n\n".join(blocks)

    def _linked(self, paragraph: str, chance: random.Random) -> str:
        words = re.sub(r"[\[\]*_`<>#|\\]", "", paragraph).split()
        for _ in range(chance.randint(0, 2)):
            words.insert(chance.randrange(len(words) + 1), self._link(chance))
        return " ".join(words)

    def _word(self, chance: random.Random) -> str:
        return self._language.words.draw(chance)

    def _link(self, chance: random.Random) -> str:
        folder = chance.choice(("people", "people", "works", "characters", "events", "sources"))
        target = chance.choice(self._named[folder])
        return f"[[{target.id}|{target.name}]]"

    def _film(self, named: Named) -> MadePage:
        chance = self._chance(named)
        people = chance.sample(self._named["people"], 2)
        front = ["kind: film", "year: 2013", "credits:"]
        front += [
            f"  - {{person: {one.id}, role: {role}, cite: {self._cite(chance)}}}"
            for one, role in zip(people, ("director", "editor"), strict=True)
        ]
        return self._page(named, chance, front, chance.choice(WORDS))

    def _person(self, named: Named) -> MadePage:
        chance = self._chance(named)
        front = ["facts:"]
        front += [
            f"  - {{property: {name}, value: {self._word(chance)}, cite: {self._cite(chance)}}}"
            for name in chance.sample(("profession", "training", "residence", "first-film", "born-in"), 2)
        ]
        front += [
            "credits:",
            f"  - {{work: {chance.choice(self._named['works']).id}, role: cast, cite: {self._cite(chance)}}}",
        ]
        return self._page(named, chance, front, chance.choice(WORDS))

    def _character(self, named: Named) -> MadePage:
        chance = self._chance(named)
        player = chance.choice(self._named["people"])
        front = [
            f"film: {FILM}",
            "performed-by:",
            f"  - {{person: {player.id}, status: final, mode: screen, cite: {self._cite(chance)}}}",
        ]
        return self._page(named, chance, front, chance.choice(WORDS))

    def _work(self, named: Named) -> MadePage:
        chance = self._chance(named)
        director = chance.choice(self._named["people"])
        front = [
            "kind: film",
            f"year: {chance.randint(1950, 2013)}",
            "credits:",
            f"  - {{person: {director.id}, role: director, cite: {self._cite(chance)}}}",
        ]
        return self._page(named, chance, front, chance.choice(WORDS))

    def _event(self, named: Named) -> MadePage:
        chance = self._chance(named)
        precision = chance.choice((1, 2, 3))
        date = f"{chance.randint(2003, 2013)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        people = ", ".join(one.id for one in chance.sample(self._named["people"], 2))
        front = [
            f'date: "{"-".join(date.split("-")[:precision])}"',
            f"status: {chance.choice(('happened', 'happened', 'announced'))}",
            f"phase: {chance.choice(PHASES)}",
            f"people: [{people}]",
            f"works: [{FILM}]",
            f"cite: {self._cite(chance)}",
        ]
        return self._page(named, chance, front, chance.choice(WORDS))

    def _plain(self, named: Named) -> MadePage:
        chance = self._chance(named)
        return self._page(named, chance, (), chance.choice(WORDS))

    def _source(self, named: Named, number: int) -> MadePage:
        chance = self._chance(named)
        text = self._text(named.id)
        kind = "review" if number % 2 else chance.choice(("interview", "profile", "essay", "news"))
        front = [
            f'title: "{named.name}"',
            f"kind: {kind}",
            f'author: "{chance.choice(self._named["people"]).name}"',
            f'outlet: "The {self._language.name(chance)} Paper"',
            f'published: "{chance.randint(2009, 2014)}-{chance.randint(1, 12):02}"',
            "lang: en",
            "rights: full",
            f"sha256: {hashlib.sha256(text.encode('utf-8')).hexdigest()}",
            f"file: {named.id}.txt",
            f"film: {FILM}",
        ]
        if kind == "review":
            front.append(f'verdict: "A film of {self._word(chance)} and {self._word(chance)}."')
            for key in ("praises", "minds"):
                front += [
                    f"{key}:",
                    f"  - point: The {self._word(chance)} of it.",
                    f"    about: [{chance.choice(ASPECTS)}]",
                    f"    cite: {self._cite(chance, named.id)}",
                ]
        return self._page(named, chance, front, ABSTRACT, text)

    def _text(self, source: str) -> str:
        """The original of a source: a headline, a byline, and paragraphs that name a cast of its own."""
        if source not in self._texts:
            chance = random.Random(f"{self._seed} {self._count} text {source}")
            people = self._named["people"]
            cast = [one.name for one in chance.sample(people, min(CAST, len(people)))]
            plot = Plot(self._language, chance, [one.rsplit(" ", 1) for one in cast])
            blocks, made, wanted = [plot.title(), f"By {chance.choice(cast)}"], 0, chance.choice(WORDS)
            while made < wanted:
                for paragraph in plot.paragraphs():
                    blocks.append(_cut(paragraph, wanted - made))
                    made += len(blocks[-1].split())
                    if made >= wanted:
                        break
            self._texts[source] = "\n\n".join(blocks)
        return self._texts[source]

    def _cite(self, chance: random.Random, source: str | None = None) -> str:
        """A pointer to some words of a source's text."""
        source = source or chance.choice(self._named["sources"]).id
        text = self._text(source)
        if source not in self._blocks:
            self._blocks[source] = list(find_blocks(text))
        number = chance.randrange(2, len(self._blocks[source]))
        block = self._blocks[source][number]
        end = min(block.end, block.start + chance.randint(20, 60))
        quote = text[block.start : end].rstrip()
        span = Span(block.start, block.start + len(quote))
        return f'"{Pointer(source, number + 1, span, digest_of(quote))}"'


def _id(name: str, taken: set[str]) -> str:
    """An id that no other record has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain)) or "nameless"
    found, number = stem, 1
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    taken.add(found)
    return found


def _cut(paragraph: str, words: int) -> str:
    return " ".join(paragraph.split()[: max(5, words)])


def _first_words(paragraph: str, count: int) -> str:
    words = re.sub(r'["\\\[\]*_`<>#|]', "", paragraph).split()[:count]
    return f"{' '.join(words).rstrip('.,;:!?')}."
