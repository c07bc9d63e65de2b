"""Where an entity is named: in which sources, in which paragraphs, in which sentences."""

from __future__ import annotations

from collections import defaultdict

from plugins.archive.annotation import Link
from plugins.archive.span import Span
from plugins.entity_pages.reading import sentence_around
from plugins.entity_pages.site import Site
from plugins.entity_pages.statement_pages import place_url
from plugins.entity_pages.views import MentionGroup, Piece, Place


def mentioned(entity: str, site: Site) -> tuple[MentionGroup, ...]:
    """The sources that name an entity, by name, and then the pages of the archive that link to it.

    Comments of readers count only where their text is shown.
    """
    by_source: dict[str, list[Link]] = defaultdict(list)
    for link in site.told_links.get(entity, ()):
        by_source[link.source].append(link)
    groups = [_in_source(source, links, site) for source, links in by_source.items()]
    groups.sort(key=lambda group: group.source.name.casefold())
    return (*groups, *_in_pages(entity, site))


def how_often(entity: str, site: Site) -> int:
    """What the groups of ``mentioned`` count together, without a sentence being looked for."""
    return len(site.told_links.get(entity, ())) + len(_pages_naming(entity, site))


def _in_source(source: str, links: list[Link], site: Site) -> MentionGroup:
    first_in: dict[int, Link] = {}
    for link in links:
        first_in.setdefault(site.block_at(source, link.span.start), link)
    ref = site.ref(source)
    places = tuple(
        Place(place_url(ref.url, number), number, sentence_with(link.span, source, site))
        for number, link in sorted(first_in.items())
    )
    return MentionGroup(ref, places, len(links))


def sentence_with(mention: Span, source: str, site: Site) -> tuple[Piece, ...]:
    """The sentence in which a name stands, with the name marked; nothing where it may not be shown."""
    if not site.shows_text(source):
        return ()
    text = site.documents.by_id[source].text
    block = site.blocks[source][site.block_at(source, mention.start) - 1]
    around = sentence_around(text, block, mention)
    pieces = (
        Piece(text[around.start : mention.start]),
        Piece(mention.of(text), mark=True),
        Piece(text[mention.end : around.end]),
    )
    return tuple(piece for piece in pieces if piece.text)


def _in_pages(entity: str, site: Site) -> list[MentionGroup]:
    """Pages of the archive whose own words link here; the entity's own page is none of them."""
    found = [MentionGroup(site.ref(record), (), 1) for record in _pages_naming(entity, site)]
    return sorted(found, key=lambda group: group.source.name.casefold())


def _pages_naming(entity: str, site: Site) -> list[str]:
    return [one for one in site.incoming.get(entity, ()) if one != entity]
