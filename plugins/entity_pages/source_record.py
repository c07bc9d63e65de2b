"""The record of a source, and a review as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.settings import Edition
from plugins.archive.source import Rights
from plugins.claims.front_matter import SOURCE_PROPERTIES
from plugins.entity_pages.site import Site, date_words
from plugins.entity_pages.views import DateWords, ReviewCard, SourceFacts
from plugins.sources.rights import RIGHTS_IN_WORDS

if TYPE_CHECKING:
    # Facts tell when their sources appeared: the other way round would be a circle.
    from plugins.entity_pages.facts import PageFacts


def source_facts(source: str, site: Site) -> SourceFacts:
    """What is recorded of a source; None is printed as “not recorded”."""
    record = site.record(source)
    document = site.document(source)
    author = record.text("author")
    known = site.archive.entities.get(author or "")
    rights = site.rights(source)
    return SourceFacts(
        title=record.text("title"),
        author=known.name if known else author,
        outlet=record.text("outlet"),
        published=published(source, site),
        kind=record.text("kind") or "other",
        rights=rights.value,
        rights_sentence=_told(rights, document is not None, site),
        sha256=record.text("sha256") or "",
        at_hand=document is not None,
        words=len(document.text.split()) if document else None,
        claims={
            claim.property: claim.id
            for claim in site.archive.claims_about.get(source, ())
            if claim.subject == source and claim.property in SOURCE_PROPERTIES
        },
        author_sorted=known.sort_name if known else "",
        url=record.text("url") or "",
        lang=site.foreign(record.text("lang")),
    )


def published(source: str, site: Site) -> DateWords | None:
    """When a source appeared, or None where that is not recorded."""
    return date_words(date_of(site.record(source).text("published")))


def _told(rights: Rights, at_hand: bool, site: Site) -> str:
    """What may be shown, in words; in the private edition, what only its reader sees."""
    if site.settings.edition is Edition.PRIVATE and at_hand and rights is not Rights.FULL:
        return f"The whole text is here for its owner’s reading. For the public: {RIGHTS_IN_WORDS[rights]}"
    return RIGHTS_IN_WORDS[rights]


def verdict_card(source: str, site: Site) -> ReviewCard:
    """A review with its verdict only; None where the record gives none."""
    return ReviewCard(
        ref=site.ref(source),
        facts=source_facts(source, site),
        verdict=site.record(source).text("verdict"),
        verdict_claim=_verdict_claim(source, site),
        praises=(),
        minds=(),
    )


def review_card(source: str, facts: PageFacts) -> ReviewCard:
    """A review's verdict and points; the verdict is None where the record gives none."""
    return ReviewCard(
        ref=facts.site.ref(source),
        facts=source_facts(source, facts.site),
        verdict=facts.site.record(source).text("verdict"),
        verdict_claim=_verdict_claim(source, facts.site),
        praises=facts.points(source, "praises"),
        minds=facts.points(source, "minds"),
    )


def _verdict_claim(source: str, site: Site) -> str:
    claims = site.archive.claims_about.get(source, ())
    return next((claim.id for claim in claims if claim.property == "verdict"), "")


def date_of(written: str | None) -> Edtf | None:
    try:
        return Edtf.parse(written) if written else None
    except UnreadableDate:
        return None
