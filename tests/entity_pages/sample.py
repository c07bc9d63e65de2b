"""A conversation with everything that a reading page can have, cut and labelled by hand.

What the rules of `sources` make of a text is tested there; here the segments are given.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, StrictUndefined

import pelicanconf
from plugins.archive.settings import Edition
from plugins.archive.source import Block, Document, Erratum, Label, Role, Segment
from plugins.archive.span import Span
from plugins.entity_pages.pages import build_pages
from plugins.entity_pages.portrait import portrait
from plugins.entity_pages.sharing import Shared
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import PageView
from plugins.sources.blocks import find_blocks
from tests.building import ROOT
from tests.making import ARCHIVE, flow_over, front_matter, pointer_to, write_archive

SOURCE = "harbour-talk"

BLOCKS: tuple[tuple[str, Label, str | None], ...] = (
    ("interviews", Label.SECTION, None),
    ("The Fog Was Real", Label.HEADING, None),
    ("By Lotte Maes", Label.BYLINE, None),
    ("4 March 2005", Label.METADATA, None),
    ("Ines Varga on the quay. Photo: Jo Ruiz", Label.CAPTION, None),
    (
        "The Tin Harbour was shot in ninety days in a hall full of fog. Ines Varga built the port herself.",
        Label.BODY,
        None,
    ),
    ("We met Ines Varga in Ostend, on a bench.", Label.BODY, None),
    ("THE QUAY: Why tin?", Label.QUESTION, "THE QUAY"),
    ("INES VARGA (director): Tin rings. Bram Oster knew that.", Label.ANSWER, "INES VARGA"),
    ("Nobody sleeps in such a hall, not even Bram Oster.", Label.ANSWER, "INES VARGA"),
    ("And the fog?", Label.QUESTION, "THE QUAY"),
    ("The fog was real.", Label.ANSWER, "INES VARGA"),
    ("She laughs, and looks at the water.", Label.BODY, None),
    ("It came every night.", Label.ANSWER, "INES VARGA"),
    ("What the pilot heard", Label.HEADING, None),
    ("Odile is a voice in a lamp.", Label.BODY, None),
    ("Tin is the only metal that sings.", Label.BODY, None),
    ("Directed by Ines Varga", Label.CREDIT_BLOCK, None),
    ("Running Time: 90 minutes", Label.FILM_FACTS, None),
    ("This conversation has been edited.", Label.NOTE, None),
    ("Correction: the film was shot in sixty days, and the bench stood in Ghent.", Label.ERRATUM, None),
    ("Piet says:", Label.COMMENT, None),
    ("Odile is my lamp too, and I have told everybody on the whole quay about it.", Label.COMMENT, None),
    ("Mine rings.", Label.COMMENT, None),
    ("So does mine.", Label.COMMENT, None),
    ("First!", Label.COMMENT, None),
    ("Leave a Reply", Label.RESIDUE, None),
)
"""Every block with its label and its speaker, in the order of the text."""

TEXT = "\n\n".join(words for words, _, _ in BLOCKS) + "\n"

COMMENTS = {22: (1, None, 2), 24: (2, 22, 1), 25: (3, 24, 1), 26: (1, None, 1)}
"""The depth of each comment, whom it answers, and how many blocks it has, by its number."""


def at(words: str) -> Span:
    """The first place at which the words stand in the sample."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def segments() -> tuple[Segment, ...]:
    """The sample's segments, all labels given by hand."""
    spans = list(find_blocks(TEXT))
    assert len(spans) == len(BLOCKS)
    made: list[Segment] = []
    for number, (span, (_, label, speaker)) in enumerate(zip(spans, BLOCKS, strict=True), 1):
        one = Segment(SOURCE, span, number, label, "by-hand", speaker)
        if label is not Label.COMMENT:
            made.append(one)
        elif number in COMMENTS:
            depth, parent, blocks = COMMENTS[number]
            end = spans[number + blocks - 2].end
            made.append(replace(one, span=Span(span.start, end), depth=depth, parent=parent, blocks=blocks))
    return tuple(made)


ERRATA = (
    Erratum(
        span=at(BLOCKS[20][0]),
        passage=at("The Tin Harbour was shot in ninety days in a hall full of fog."),
        struck=at("ninety days"),
        reads=at("sixty days"),
        reason="by hand",
    ),
    Erratum(
        span=at(BLOCKS[20][0]),
        passage=at("We met Ines Varga in Ostend, on a bench."),
        struck=None,
        reads=None,
        reason="by hand",
    ),
)
"""One erratum of the sample shows the words that are wrong, the other only their sentence."""

FACTS = (
    ("shooting-time", "ninety days", "shot in ninety days", 6),
    ("set", "a hall full of fog", "in a hall full of fog", 6),
    ("set", "fog", "full of fog", 6),
    ("metal", "tin", "Tin rings", 9),
    ("colleague", "[[bram-oster]]", "Bram Oster", 9),
    ("running-time", "90 minutes", "90 minutes", 19),
    ("admirer", "Piet", "my lamp too", 22),
)
"""What claims on the film say, with the words that they rest on."""


def sample_archive(folder: Path, rights: str, record: Mapping[str, object] | None = None) -> Path:
    """The small archive of the tests, with the sample among its sources."""
    film = {
        **ARCHIVE["films/tin-harbour.md"],
        "facts": [
            {"property": name, "value": value, "cite": pointer_to(TEXT, words, SOURCE, number)}
            for name, value, words, number in FACTS
        ]
        + [{"property": "mood", "value": "damp", "cite": f"{SOURCE} p13"}]
        + [{"property": "told-by", "value": "its director", "cite": SOURCE}],
    }
    source = {
        "name": "A conversation on the quay",
        "title": "The Fog Was Real",
        "kind": "interview",
        "outlet": "The Quay",
        "published": "2005-03-04",
        "lang": "en",
        "rights": rights,
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "film": "tin-harbour",
        "summary": "A talk about tin.",
        **(record or {}),
    }
    director = {**ARCHIVE["people/ines-varga.md"], "variants": ["Varga", "INES VARGA"]}
    changed: dict[str, str | bytes] = {
        "people/ines-varga.md": front_matter(director),
        "films/tin-harbour.md": front_matter(film),
        f"sources/{SOURCE}.md": front_matter(source),
        f"sources/{SOURCE}.txt": TEXT,
    }
    return write_archive(folder, changed)


def sample_site(
    content: Path, edition: Edition = Edition.PUBLIC, roles: Mapping[int, Role] | None = None
) -> Site:
    """The archive with the sample cut by hand; ``roles`` are what the markup of a web page says of blocks.

    Its claims are those of the records: what programs read in a text is tested with them.
    """
    flow = flow_over(content, edition)
    flow.give("credit_lines", ())
    site: Site = flow.sound_value("site")
    document = site.documents.by_id[SOURCE]
    original = document.original
    if roles is not None:
        spans = enumerate(find_blocks(TEXT), 1)
        original = replace(original, blocks=tuple(Block(span, roles.get(number)) for number, span in spans))
    cut = Document(SOURCE, document.rights, original, segments(), ERRATA)
    return replace(site, documents=replace(site.documents, by_id={**site.documents.by_id, SOURCE: cut}))


def page_of(site: Site) -> PageView:
    """The view of the sample's page."""
    return next(page for page in build_pages(site) if page.url == f"sources/{SOURCE}.html")


@dataclass(frozen=True)
class Rendered:
    """A page as the theme prints it."""

    html: str

    @property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")


def environment() -> Environment:
    """The theme's templates as Pelican reads them, but that a name which nobody gave is an error."""
    made = Environment(  # noqa: S701 autoescape is among the settings
        loader=FileSystemLoader(ROOT / "theme" / "templates"),
        undefined=StrictUndefined,
        **pelicanconf.JINJA_ENVIRONMENT,  # type: ignore[arg-type]
    )
    made.filters["portrait"] = lambda ref: portrait(ref.name, ref.kind)
    return made


def variables(edition: str = "private") -> dict[str, object]:
    """What templates see besides the page: the settings of the archive, and what a build adds."""
    settings = {name: value for name, value in vars(pelicanconf).items() if name.isupper()}
    added = {"ARCHIVE_FEED": "", "OG_LOCALE": "en_US", "linked_data": None, "shared": Shared("website")}
    return {**settings, **added, "EDITION": edition}


_read_once = cache(environment)


def render(page: PageView, edition: str = "private") -> Rendered:
    """A view through its template, with the settings of the archive."""
    template = _read_once().get_template(page.template)
    return Rendered(template.render({**variables(edition), "SITEURL": "..", "page": page}))
