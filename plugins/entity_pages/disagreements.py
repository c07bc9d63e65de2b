"""Sources that differ, as entries of one page: every value with its passages, and what it means."""

from __future__ import annotations

from markupsafe import Markup, escape

from plugins.archive.claim import EDITOR, Claim
from plugins.archive.relation import Comparison, Side
from plugins.archive.span import Pointer
from plugins.claims.credited import CAST, CREDIT
from plugins.entity_pages.differing import GROUPS, WORDS, members
from plugins.entity_pages.facts import label_of
from plugins.entity_pages.notes import place_url
from plugins.entity_pages.site import Site, date_words
from plugins.entity_pages.source_record import date_of, published
from plugins.entity_pages.views import (
    Cited,
    Disagreement,
    DisagreementGroup,
    DisagreementSide,
    Verdict,
    Witness,
)
from plugins.markdown_it.render import LinkTarget


def disagreements(site: Site, page_url: str) -> tuple[DisagreementGroup, ...]:
    """Every difference by what it means to a reader, conflicts first; groups without any are left out."""
    found = (
        DisagreementGroup(
            group.anchor,
            group.label,
            group.line,
            tuple(_entry(one, site, page_url) for one in members(group, site.relations)),
        )
        for group in GROUPS
    )
    return tuple(group for group in found if group.rows)


def topic_in_words(comparison: Comparison, site: Site) -> str:
    """What the sides are values of: a property, a job, or who has a part."""
    _, name, of = comparison.topic
    if name != CREDIT or not of:
        return label_of(name)
    part = of.removeprefix(f"{CAST}: ")
    if part == of:
        return label_of(of)
    known = site.archive.entities.get(part)
    return f"Who plays {known.name if known else part}"


def _entry(comparison: Comparison, site: Site, page_url: str) -> Disagreement:
    further = dict.fromkeys((pair.relation, pair.reason) for pair in comparison.pairs)
    further.pop((comparison.relation, comparison.reason), None)
    ordered = sorted(further, key=lambda one: one[0].weight)
    return Disagreement(
        anchor=site.anchors[comparison.topic],
        subject=site.ref(comparison.subject),
        topic=topic_in_words(comparison, site),
        relation=comparison.relation.value,
        word=WORDS[comparison.relation],
        reason=_sentence(comparison.reason),
        sides=tuple(
            _side(side, comparison, place in comparison.settled, site, page_url)
            for place, side in enumerate(comparison.sides)
        ),
        further=tuple((WORDS[relation], reason) for relation, reason in ordered),
        verdict=_verdict(comparison),
    )


def _verdict(comparison: Comparison) -> Verdict | None:
    made = comparison.settlement
    return Verdict(made.who, date_words(date_of(made.when)), _sentence(made.why)) if made else None


def _sentence(words: str) -> str:
    """What a person wrote, with a full stop where it has none."""
    return words if words.endswith((".", "!", "?", "…", ".”")) else f"{words}."


def _side(
    side: Side, comparison: Comparison, is_settled: bool, site: Site, page_url: str
) -> DisagreementSide:
    return DisagreementSide(
        label=label_of(side.property) if side.property != comparison.topic[1] else "",
        html=_value(side, site, page_url),
        status=side.standing,
        remarks=tuple(dict.fromkeys(claim.note for claim in side.claims if claim.note)),
        witnesses=_witnesses(side, site),
        is_settled=is_settled,
        cited=Cited(tuple(dict.fromkeys(claim.id for claim in side.claims)), ()),
    )


def _value(side: Side, site: Site, page_url: str) -> Markup:
    """A value as its record has it; of credits the people, by their names."""
    people = dict.fromkeys(person for claim in side.claims if (person := claim.qualifier("person")))
    if side.property != CREDIT or not people:
        return site.line(side.value, page_url)
    find = site.find_target(page_url)
    return Markup(", ").join(_name(person, find(person)) for person in people)


def _name(person: str, target: LinkTarget | None) -> Markup:
    if target is None:
        return escape(person)
    return Markup('<a href="{}">{}</a>').format(target.url, target.name)


def _witnesses(side: Side, site: Site) -> tuple[Witness, ...]:
    """The passages that state a value, each once, in the order of its claims.

    A paragraph that is quoted is not named again for words of it that may not be shown.
    """
    by_pointer: dict[Pointer, list[Claim]] = {}
    for claim in side.claims:
        if claim.pointer:
            by_pointer.setdefault(claim.pointer, []).append(claim)
    made = [_witness(pointer, group, side, site) for pointer, group in by_pointer.items()]
    quoted = {one.url for one in made if one.quote}
    bare = {one.url: one for one in reversed(made) if not one.quote and one.url not in quoted}
    return tuple(one for one in made if one.quote or bare.get(one.url) is one)


def _witness(pointer: Pointer, claims: list[Claim], side: Side, site: Site) -> Witness:
    ref = site.ref(pointer.source)
    corrected = next((one.corrected_by for one in claims if one.corrected_by), None)
    return Witness(
        source=ref,
        published=published(pointer.source, site),
        paragraph=pointer.paragraph,
        url=place_url(ref.url, pointer.paragraph),
        quote=next((one.original for one in claims if one.original), None),
        corrected=place_url(ref.url, corrected.paragraph) if corrected else None,
        is_echo=pointer.source in side.echoes,
        is_read=all(one.maker != EDITOR for one in claims),
    )
