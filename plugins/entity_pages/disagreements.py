"""Sources that differ, as entries of one page: every value with its passages, and what it means."""

from __future__ import annotations

from markupsafe import Markup, escape

from plugins.archive.relation import Comparison, Relation, Side
from plugins.claims.credited import CAST, CREDIT
from plugins.entity_pages.differing import GROUPS, WORDS, members
from plugins.entity_pages.disagreement_views import (
    Disagreement,
    DisagreementGroup,
    DisagreementSide,
    Verdict,
)
from plugins.entity_pages.facts import label_of
from plugins.entity_pages.site import Site, date_words
from plugins.entity_pages.source_record import date_of
from plugins.entity_pages.views import Cited
from plugins.entity_pages.witnesses import witnesses
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
    in_conflict = _in_conflict(comparison)
    return Disagreement(
        anchor=site.anchors[comparison.topic],
        subject=site.ref(comparison.subject),
        topic=topic_in_words(comparison, site),
        relation=comparison.relation.value,
        word=WORDS[comparison.relation],
        reason=_sentence(comparison.reason),
        sides=tuple(
            _side(side, comparison, place in comparison.settled, place in in_conflict, site, page_url)
            for place, side in enumerate(comparison.sides)
        ),
        further=tuple((WORDS[relation], reason) for relation, reason in ordered),
        verdict=_verdict(comparison),
    )


def _in_conflict(comparison: Comparison) -> frozenset[int]:
    """The places of the sides that cannot all be right; all of them where no two are told apart."""
    if comparison.relation is not Relation.CONFLICT:
        return frozenset()
    pairs = [one for one in comparison.pairs if one.relation is Relation.CONFLICT]
    return frozenset(place for one in pairs for place in (one.first, one.second)) or frozenset(
        range(len(comparison.sides))
    )


def _verdict(comparison: Comparison) -> Verdict | None:
    made = comparison.settlement
    return Verdict(made.who, date_words(date_of(made.when)), _sentence(made.why)) if made else None


def _sentence(words: str) -> str:
    """What a person wrote, with a full stop where it has none."""
    return words if words.endswith((".", "!", "?", "…", ".”")) else f"{words}."


def _side(
    side: Side, comparison: Comparison, is_settled: bool, is_in_conflict: bool, site: Site, page_url: str
) -> DisagreementSide:
    return DisagreementSide(
        label=label_of(side.property) if side.property != comparison.topic[1] else "",
        html=_value(side, site, page_url),
        status=side.standing,
        remarks=tuple(dict.fromkeys(claim.note for claim in side.claims if claim.note)),
        witnesses=witnesses(side.claims, site, side.echoes),
        is_settled=is_settled,
        is_in_conflict=is_in_conflict,
        cited=Cited(tuple(dict.fromkeys(claim.id for claim in side.claims)), ()),
    )


def _value(side: Side, site: Site, page_url: str) -> Markup:
    """A value as its record has it; of credits the people, by their names."""
    people = dict.fromkeys(person for claim in side.claims if (person := claim.qualifier("person")))
    if side.property != CREDIT or not people:
        return site.value(side.value, page_url)
    find = site.find_target(page_url)
    return Markup(", ").join(_name(person, find(person)) for person in people)


def _name(person: str, target: LinkTarget | None) -> Markup:
    if target is None:
        return escape(person)
    return Markup('<a href="{}">{}</a>').format(target.url, target.name)
