"""Each kind of change as a sentence for readers, with links to what it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup, escape

from plugins.archive.claim import PLAIN, RETRACTED
from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.properties import ValueKind, property_of
from plugins.archive.relation import Topic
from plugins.archive.span import Pointer, UnreadablePointer
from plugins.changes.change import Change, ChangeKind
from plugins.changes.state import Settled, Stated
from plugins.claims.credited import CAST, CREDIT
from plugins.dates.english import in_words
from plugins.entity_pages.differing import ADDRESS, WORDS
from plugins.entity_pages.site import Site
from plugins.markdown_it.render import LinkTarget, render_inline

TOLD = {
    ChangeKind.ADDED: ("new", "added"),
    ChangeKind.CHANGED: ("changed", "changed"),
    ChangeKind.REMOVED: ("taken out", "taken out"),
    ChangeKind.CONTRADICTED: ("contradicted", "newly contradicted"),
    ChangeKind.RECONCILED: ("reconciled", "no longer contradicted"),
    ChangeKind.SETTLED: ("settled", "settled"),
    ChangeKind.REOPENED: ("reopened", "open again"),
}
"""Each kind that is told, in a word beside its sentence and in a word behind a number."""

TOPICS = {"praises": "praise", "minds": "objection", "verdict": "verdict of a review"}
"""Properties that are verbs in a record, as nouns. All others are their own words."""

STANDINGS = {"asserted": "stated", RETRACTED: "taken back by its own source", "opinion": "an opinion"}
"""What a claim's standing is called in a sentence, where its own word is none for readers."""

DATED = frozenset({"date", "published"})
"""Properties whose values are EDTF, besides those that are compared as dates."""


@dataclass(frozen=True)
class Telling:
    """Writes the sentences of one page or feed. ``root`` stands before every address, or is empty."""

    site: Site
    root: str = ""

    def sentence(self, change: Change) -> Markup:
        """A change in a sentence of plain words."""
        return _SENTENCES[change.kind](self, change)

    @cached_property
    def standing_claims(self) -> frozenset[str]:
        """The ids of the claims that the archive holds now."""
        return frozenset(claim.id for claim in self.site.archive.claims)

    @cached_property
    def cited_paragraphs(self) -> frozenset[tuple[str, int | None]]:
        """The paragraphs that have a place on their source's page because a claim rests on them now."""
        pointers = (claim.pointer for claim in self.site.archive.claims if claim.pointer)
        return frozenset((one.source, one.paragraph) for one in pointers)

    def link(self, entity: str) -> Markup:
        """The name of an entity, linked; of one that is gone, its id in words."""
        if entity not in self.site.archive.entities:
            return escape(entity.replace("-", " "))
        ref = self.site.ref(entity)
        lang = Markup(' lang="{}"').format(ref.lang) if ref.lang else ""
        return Markup('<a href="{}"{}>{}</a>').format(self.root + ref.url, lang, ref.name)

    def value(self, written: str, topic: Topic, standing: str = "") -> Markup:
        """A value as pages print it, with its standing where that does not go without saying."""
        if topic[1] == CREDIT:
            html = self._credit(written)
        elif topic[1] in DATED or property_of(topic[1]).kind is ValueKind.DATE:
            html = escape(_date(written))
        else:
            html = render_inline(written, self._find)
        mark = f", {_standing(standing)}" if standing and standing not in PLAIN else ""
        return Markup("<b>{}</b>{}").format(html, mark)

    def stated(self, claim: Stated, standing: str | None = None) -> Markup:
        """The value of a claim; of a credit with its names. ``standing`` is told in the place of its own."""
        topic = claim.subject, claim.property, None
        return self.value(_in_full(claim), topic, claim.standing if standing is None else standing)

    def values(self, written: Iterable[str], topic: Topic) -> Markup:
        """Several values as a sentence lists them."""
        *first, last = [self.value(one, topic) for one in written] or [Markup()]
        return Markup(", ").join(first) + Markup(" and ") + last if first else last

    def place(self, claim: Stated) -> Markup:
        """Where a claim stands, in brackets; nothing for what a source's record says of the source itself."""
        parts = list(self._parts_of_place(claim))
        return Markup(" ({})").format(Markup(", ").join(parts)) if parts else Markup()

    def _parts_of_place(self, claim: Stated) -> Iterator[Markup]:
        pointer = _pointer(claim.place)
        if pointer is None:
            yield Markup("an editor’s decision")
        elif pointer.source != claim.subject or pointer.paragraph is not None:
            yield self.link(pointer.source)
            if pointer.paragraph is not None:
                yield self._paragraph(pointer)
        if claim.is_read:
            yield Markup("read by a program")

    def _paragraph(self, pointer: Pointer) -> Markup:
        words = f"paragraph {pointer.paragraph}"
        known = pointer.source in self.site.archive.entities
        if not known or (pointer.source, pointer.paragraph) not in self.cited_paragraphs:
            return escape(words)
        url = self.site.passage_url(pointer.source, pointer.paragraph)
        return Markup('<a href="{}">{}</a>').format(self.root + url, words)

    def disagreement(self, topic: Topic, words: str) -> Markup:
        """Words that lead to where a topic's difference is told; without a link where it no longer is."""
        anchor = self.site.anchors.get(topic)
        if anchor is None:
            return escape(words)
        return Markup('<a href="{}{}#{}">{}</a>').format(self.root, ADDRESS, anchor, words)

    def topic(self, topic: Topic) -> Markup:
        """What a change is about, as it stands in a sentence."""
        _, name, of = topic
        if name == CREDIT and of:
            part = of.removeprefix(f"{CAST}: ")
            return Markup("who plays {}").format(self.link(part)) if part != of else escape(of)
        return escape(TOPICS.get(name, name.replace("-", " ")))

    def _credit(self, written: str) -> Markup:
        """``bram-oster as pilot`` and ``director: ines-varga`` with the names that these ids have."""
        person, as_part, part = written.partition(" as ")
        if as_part:
            return Markup("{} as {}").format(self.link(person), self._part(part))
        role, colon, people = written.partition(": ")
        names = Markup(", ").join(self.link(one) for one in people.split(", "))
        return Markup("{}, {}").format(names, role) if colon else escape(written)

    def _part(self, written: str) -> Markup:
        return self.link(written) if written in self.site.archive.entities else escape(written)

    def _find(self, written: str) -> LinkTarget | None:
        target = self.site.find_target("")(written)
        return replace(target, url=self.root + target.url) if target else None


def _added(on: Telling, change: Change) -> Markup:
    claim = _claim(change)
    return _capital(
        Markup("{} is now recorded: {}{}.").format(on.topic(change.topic), on.stated(claim), on.place(claim))
    )


def _removed(on: Telling, change: Change) -> Markup:
    claim = _claim(change)
    return _capital(
        Markup("{} is no longer recorded: {}{}.").format(
            on.topic(change.topic), on.stated(claim), on.place(claim)
        )
    )


def _changed(on: Telling, change: Change) -> Markup:
    before, after = change.before or _claim(change), _claim(change)
    place = on.place(after)
    if before.value != after.value:
        comma = "" if before.standing in PLAIN else ","
        line = Markup("{} was {}{} and is now {}{}.")
        made = line.format(on.topic(change.topic), on.stated(before), comma, on.stated(after), place)
    else:
        line = Markup("{} {}: {}{}.")
        made = line.format(on.topic(change.topic), on.stated(after, ""), _otherwise(on, before, after), place)
    return _capital(made)


def _otherwise(on: Telling, before: Stated, after: Stated) -> Markup:
    """What is recorded otherwise of the same value."""
    parts: list[Markup] = []
    if before.standing != after.standing:
        old, new = _standing(before.standing), _standing(after.standing)
        parts.append(Markup("{} before, {} now").format(old, new))
    old_ones, new_ones = dict(before.qualifiers), dict(after.qualifiers)
    for name in sorted({*old_ones, *new_ones}):
        if old_ones.get(name) != new_ones.get(name):
            old, new = (on._part(one.get(name, "nothing")) for one in (old_ones, new_ones))
            parts.append(Markup("{} was {} and is now {}").format(name.replace("-", " "), old, new))
    return Markup("; ").join(parts) or Markup("recorded otherwise")


def _contradicted(on: Telling, change: Change) -> Markup:
    link = on.disagreement(change.topic, "contradict each other")
    values = on.values(change.values, change.topic)
    return Markup("The sources now {} on {}: {}.").format(link, on.topic(change.topic), values)


def _reconciled(on: Telling, change: Change) -> Markup:
    line = Markup("The sources no longer contradict each other on {}, as they did with {}.")
    return line.format(on.topic(change.topic), on.values(change.values, change.topic))


def _settled(on: Telling, change: Change) -> Markup:
    settled = _settlement(change)
    link = on.disagreement(change.topic, "has settled")
    what, held = on.topic(change.topic), _held(on, settled, change.topic)
    line = Markup("{} {} {} ({}): {}. {}")
    return _capital(line.format(settled.who, link, what, _date(settled.when), held, _sentence(settled.why)))


def _held(on: Telling, settled: Settled, topic: Topic) -> Markup:
    """What a person decided: which values hold, or what their difference means."""
    parts: list[Markup] = []
    if settled.values:
        verb = "holds" if len(settled.values) == 1 else "hold"
        parts.append(Markup("{} {}").format(on.values(settled.values, topic), verb))
    if settled.relation:
        parts.append(Markup("the difference means “{}”").format(_relation(settled.relation)))
    return Markup("; ").join(parts)


def _relation(written: str) -> str:
    """A relation in a word or two; one that this version does not know in the word of the log."""
    return next((word for one, word in WORDS.items() if one.value == written), written)


def _reopened(on: Telling, change: Change) -> Markup:
    settled = _settlement(change)
    line = Markup("{} is open again; {} had settled it ({}).")
    return _capital(line.format(on.topic(change.topic), settled.who, _date(settled.when)))


def _claim(change: Change) -> Stated:
    if (claim := change.after or change.before) is None:
        raise ValueError(f"{change} has no claim")
    return claim


def _settlement(change: Change) -> Settled:
    if change.settled is None:
        raise ValueError(f"{change} has no settlement")
    return change.settled


def _in_full(claim: Stated) -> str:
    """The value of a claim; of a credit with the part that its voice has, else as its record has it."""
    mode = dict(claim.qualifiers).get("mode")
    return f"{claim.value} ({mode})" if mode and claim.property != CREDIT else claim.value


def _pointer(place: str | None) -> Pointer | None:
    try:
        return Pointer.parse(place) if place else None
    except UnreadablePointer:
        return None


def _date(written: str) -> str:
    try:
        return in_words(Edtf.parse(written))
    except UnreadableDate:
        return written


def _standing(word: str) -> str:
    return STANDINGS.get(word, word)


def _sentence(words: str) -> str:
    """What a person wrote as a reason, with a capital and a full stop."""
    whole = words if words.endswith((".", "!", "?", "…", ".”")) else f"{words}."
    return whole[:1].upper() + whole[1:]


def _capital(sentence: Markup) -> Markup:
    """The sentence with a capital, also where it begins with a link."""
    if sentence.startswith("<"):
        return sentence
    return sentence[:1].upper() + sentence[1:]


_SENTENCES: dict[ChangeKind, Callable[[Telling, Change], Markup]] = {
    ChangeKind.ADDED: _added,
    ChangeKind.CHANGED: _changed,
    ChangeKind.REMOVED: _removed,
    ChangeKind.CONTRADICTED: _contradicted,
    ChangeKind.RECONCILED: _reconciled,
    ChangeKind.SETTLED: _settled,
    ChangeKind.REOPENED: _reopened,
}
