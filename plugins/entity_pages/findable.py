"""What the search may find: the archive's own words on each page, texts that are shown, words of others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plugins.archive.claim import Claim
from plugins.archive.edtf import Edtf
from plugins.archive.entity import Entity, Kind
from plugins.authority.entities import HOME
from plugins.authority.words_for_keys import words_for
from plugins.entity_pages.facts import label_of
from plugins.entity_pages.findable_text import differing_passages, passages_of
from plugins.entity_pages.gathering import DISAGREEMENTS, NOT_FOUND, SEARCH, Section, gathered
from plugins.entity_pages.passages import Passage
from plugins.entity_pages.shared_names import SharedName, title_of_name
from plugins.entity_pages.site import SPOILER, Site
from plugins.entity_pages.source_record import date_of
from plugins.entity_pages.unshown import unshown_words
from plugins.incremental.reads import prepare
from plugins.incremental.workers import spread
from plugins.markdown_it.render import headings
from plugins.search_index.page import SearchPage

_DATED = re.compile(r"\d{4}(-\d{2}){0,2}")
"""A day, month, season or year of which nothing is in doubt."""


def findable_pages(site: Site) -> tuple[SearchPage, ...]:
    """Every entity as the search sees it, in the order of ids, and the pages that gather.

    An index with positions is a copy of what it indexes. So of a text that is not shown no sentence is
    here: only which words it has, sorted, and of a short one not even these. Nothing is found in a site that
    is not to be searched.
    """
    if not site.settings.search:
        return ()
    # What the site works out for all of them is worked out here, and not in each process again.
    prepare(site, ())
    named = [one for one in site.archive.entities.values() if one.id != HOME and site.has_record(one)]
    entities = spread(lambda entity: _page(entity, site), named, "findable", joins_in=True)
    sections = (_section(one, site) for one in gathered(site) if one not in {SEARCH, NOT_FOUND})
    return (*entities, *(_shared(name, site) for name in site.shared_names), *sections)


def _section(section: Section, site: Site) -> SearchPage:
    """A gathering page; all but that of disagreements only gather what is found where it stands."""
    differing = section == DISAGREEMENTS
    passages = differing_passages(site) if differing else ()
    sides = (side for one in site.relations.differing() for side in one.sides) if differing else ()
    return SearchPage(
        section.url,
        section.title,
        Kind.PAGE.value,
        summary=section.line,
        body=_body(passages),
        anchors=_anchors(passages),
        sources=_cited((claim for side in sides for claim in side.claims), site),
    )


def _shared(name: SharedName, site: Site) -> SearchPage:
    """The page that tells the bearers of a name apart; it comes after theirs, whose title is the name."""
    bearers = (site.archive.entities[one] for one in name.bearers)
    told = "; ".join(f"{one.name} ({one.type or one.kind.value})" for one in bearers)
    return SearchPage(name.url, title_of_name(name), Kind.PAGE.value, summary=told)


def _page(entity: Entity, site: Site) -> SearchPage:
    record = site.record(entity.id)
    passages = passages_of(entity, site)
    return SearchPage(
        url=entity.url,
        title=entity.name,
        kind=entity.kind.value,
        type="film" if record.folder == "films" else entity.type,
        names=tuple(one for one in (*entity.variants, entity.translation, record.text("title")) if one),
        headings=() if entity.is_stub else tuple(one.words for one in headings(record.body)),
        facts=_facts(entity, site),
        body=_body(passages),
        people=_people(entity, site),
        year=_year(entity, site),
        summary=SPOILER if site.gives_away(entity.id) else entity.summary,
        anchors=_anchors(passages),
        sources=_sources(entity, site),
        unshown=_unshown(entity, site),
    )


def _facts(entity: Entity, site: Site) -> tuple[str, ...]:
    """What the facts of an entity are called: *Running time*, and *runtime* for whoever asks for that."""
    called = (
        word
        for name in site.archive.facts.get(entity.id, ())
        for word in (label_of(name), *words_for(name, site.settings.language))
    )
    return tuple(dict.fromkeys(called))


def _body(passages: Sequence[Passage]) -> str:
    return "\n\n".join(one.text for one in passages)


def _anchors(passages: Sequence[Passage]) -> tuple[str, ...]:
    return tuple(one.anchor for one in passages)


def _unshown(entity: Entity, site: Site) -> str:
    document = site.document(entity.id) if entity.kind is Kind.SOURCE else None
    return " ".join(unshown_words(document, site.settings)) if document else ""


def _sources(entity: Entity, site: Site) -> tuple[str, ...]:
    """What the texts are called that a page cites; a text's own page is from that text."""
    if entity.kind is Kind.SOURCE:
        return (site.titles.get(entity.id, entity.name),)
    return _cited(site.archive.claims_about.get(entity.id, ()), site)


def _cited(claims: Iterable[Claim], site: Site) -> tuple[str, ...]:
    """The titles of the sources of claims, each once, in the order of the claims."""
    cited = dict.fromkeys(claim.pointer.source for claim in claims if claim.pointer)
    return tuple(site.titles.get(one, one) for one in cited)


def _people(entity: Entity, site: Site) -> tuple[str, ...]:
    if entity.kind is Kind.EVENT:
        event = site.archive.event_by_id.get(entity.id)
        ids = event.people if event else ()
    else:
        ids = tuple(
            credit.person
            for credit in site.archive.credits_with.get(entity.id, ())
            if credit.person != entity.id
        )
    return tuple(
        dict.fromkeys(site.archive.entities[one].name for one in ids if one in site.archive.entities)
    )


def _year(entity: Entity, site: Site) -> str | None:
    """The year in which an event took place, a text or a work appeared; None where it is in doubt.

    People and characters have none: a year of birth is not when something on their page happened.
    """
    if entity.kind is Kind.EVENT:
        event = site.archive.event_by_id.get(entity.id)
        return _sure_year(event.date if event else None)
    if entity.kind is Kind.SOURCE:
        return _sure_year(date_of(site.record(entity.id).text("published")))
    return _sure_year(entity.year)


def _sure_year(date: Edtf | None) -> str | None:
    return date.written[:4] if date and _DATED.fullmatch(date.written) else None
