"""What linking left to people: the places of one entity, and those of one text."""

from __future__ import annotations

from collections import defaultdict

from plugins.entity_pages.mentioned import sentence_with
from plugins.entity_pages.site import Site
from plugins.entity_pages.statement_pages import place_url
from plugins.entity_pages.views import OpenGroup, OpenPlace


def left_undecided(about: str, site: Site) -> tuple[OpenGroup, ...]:
    """The places that may mean an entity, by source, the sources by name; of a source, its own places."""
    by_source: dict[str, list[OpenPlace]] = defaultdict(list)
    for one in site.undecided_about.get(about, ()):
        number = site.block_at(one.source, one.span.start)
        by_source[one.source].append(
            OpenPlace(
                url=place_url(site.ref(one.source).url, number),
                paragraph=number,
                sentence=sentence_with(one.span, one.source, site),
                candidates=site.refs(one.candidates),
                reason=one.reason,
            )
        )
    groups = [OpenGroup(site.ref(source), tuple(places)) for source, places in by_source.items()]
    return tuple(sorted(groups, key=lambda group: (group.source.name.casefold(), group.source.id)))
