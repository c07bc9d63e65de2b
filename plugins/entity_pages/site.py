"""Everything the pages are made from, gathered once: the archive, its records, texts and settings."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup, escape

from plugins.archive.annotation import Link, Undecided
from plugins.archive.assemble import Archive
from plugins.archive.edtf import Edtf
from plugins.archive.entity import Entity, Kind
from plugins.archive.errors import Problem
from plugins.archive.relation import Relations, Topic
from plugins.archive.settings import Settings
from plugins.archive.source import Document, Rights
from plugins.archive.span import Span
from plugins.authority.record import Record, Records
from plugins.authority.wiki_links import PASSAGE, WikiLinks, fragment_of, page_of, part_of
from plugins.dates.english import date_in, in_words, machine_form
from plugins.discovery.merging import Discovered
from plugins.entity_pages.differing import anchors_of
from plugins.entity_pages.shared_names import SharedName, shared_names
from plugins.entity_pages.statement_pages import (
    first_paragraphs,
    page_telling,
    place_url,
    statements_url,
)
from plugins.entity_pages.views import DateWords, Ref
from plugins.entity_pages.voices import Voice, voices_of
from plugins.markdown_it.render import FindTarget, LinkTarget, render, render_inline
from plugins.quotations.all_quotations import Quotations
from plugins.sources.blocks import find_blocks
from plugins.sources.library import Documents, rights_of
from plugins.sources.rights import is_told_of, shows_text

SPOILER = "What it says gives away how the story ends."
"""What stands elsewhere for a summary of which the record says that it is a spoiler."""


@dataclass(frozen=True)
class Site:
    """The archive as the page builders see it.

    ``undecided`` are the names that were given to nobody, empty in the public edition. ``stub_names`` say
    how a program came by each name that nobody has recorded. ``relations`` are those of all claims.
    ``pictures`` are the sizes of the archive's own, by their addresses from the root.
    """

    archive: Archive
    records: Records
    wiki_links: WikiLinks
    documents: Documents
    settings: Settings
    undecided: tuple[Undecided, ...] = ()
    stub_names: Mapping[str, Discovered] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    relations: Relations = field(default_factory=Relations)
    pictures: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    quotations: Quotations = field(default_factory=dict)

    @cached_property
    def film(self) -> Entity | None:
        """The archive's subject: the film that the settings name, else the first; None without any."""
        film = self.records.subject(self.settings.film)
        return self.archive.entities[film] if film else None

    def record(self, entity_id: str) -> Record:
        return self.records.by_id[entity_id]

    def has_record(self, entity: Entity) -> bool:
        """Whether an entity has a record or the stub of one; a date that a program read has none."""
        return entity.id in self.records.by_id

    @cached_property
    def refs_by_id(self) -> dict[str, Ref]:
        """A link to each entity; a page that only names it reads no more of it than this."""
        return {
            entity_id: _ref(entity, self.foreign_language(entity))
            for entity_id, entity in self.archive.entities.items()
        }

    @cached_property
    def refs_by_words(self) -> dict[str, Ref]:
        """The same by what wiki links call them."""
        refs = self.refs_by_id
        return {words: refs[one] for words, one in self.wiki_links.targets.items() if one in refs}

    @cached_property
    def foreign_titles(self) -> dict[str, str]:
        """The languages of names that are foreign, by the addresses of their pages."""
        return {ref.url: ref.lang for ref in self.refs_by_id.values() if ref.lang}

    def foreign_language(self, entity: Entity) -> str | None:
        """The language of a name that is another than the site's, as a BCP 47 tag; None where it is not.

        The name of a source is in the language of its text where it is the title that the text bears.
        """
        lang = entity.lang
        if entity.kind is Kind.SOURCE and entity.id in self.records.by_id:
            record = self.record(entity.id)
            lang = record.text("lang") if record.text("title") == entity.name else None
        return self.foreign(lang)

    def foreign(self, lang: str | None) -> str | None:
        """A language, where it is another than the site's."""
        return lang if lang and not _is_same(lang, self.settings.language) else None

    def ref(self, entity_id: str) -> Ref:
        """A link to an entity, by its id."""
        return self.refs_by_id[entity_id]

    def refs(self, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Links to those of the ids that are entities, in the same order."""
        known = self.refs_by_id
        return tuple(known[one] for one in ids if one in known)

    def gives_away(self, entity_id: str) -> bool:
        """Whether the summary of something tells how the story ends: only its own page shows it then."""
        record = self.records.by_id.get(entity_id)
        return record is not None and record.text("spoiler") == "yes"

    def document(self, source: str) -> Document | None:
        return self.documents.by_id.get(source)

    @cached_property
    def blocks(self) -> dict[str, tuple[Span, ...]]:
        """Where every block of each original stands; a block's number is its place here, counted from 1."""
        return {source: tuple(_blocks_of(one)) for source, one in self.documents.by_id.items()}

    def block_at(self, source: str, offset: int) -> int:
        """The number of the block at a code point, or of the last one before it; 1 before the first."""
        return max(1, bisect_right(self.blocks[source], offset, key=lambda span: span.start))

    def shows_text(self, source: str) -> bool:
        """Whether the text of a source is its page."""
        return self.shown_texts.get(source, False)

    @cached_property
    def shown_texts(self) -> dict[str, bool]:
        """For each text whether it is its page: to know that, nobody needs to read it."""
        return {source: shows_text(one, self.settings) for source, one in self.documents.by_id.items()}

    @cached_property
    def statement_pages(self) -> dict[str, tuple[int, ...]]:
        """Of sources with too many statements for their own pages: where each page but the first begins."""
        found = {
            source: first_paragraphs(claims)
            for source, claims in self.archive.claims_from.items()
            if not self.shows_text(source)
        }
        return {source: firsts for source, firsts in found.items() if firsts}

    def passage_url(self, source: str, paragraph: int | None) -> str:
        """Where it is told what rests on a paragraph of a source; the source's page for one as a whole."""
        firsts = self.statement_pages.get(source)
        if paragraph is None or not firsts:
            return place_url(self.ref(source).url, paragraph)
        return place_url(statements_url(source, page_telling(paragraph, firsts)), paragraph)

    def rights(self, source: str) -> Rights:
        return rights_of(self.record(source))

    def is_hidden(self, link: Link) -> bool:
        """Whether a mention is to be passed over: see ``rights.is_told_of``."""
        document = self.document(link.source)
        return document is not None and not is_told_of(document, link.span, self.settings)

    def find_target(self, page_url: str) -> FindTarget:
        """What wiki links mean on a page: addresses relative to that page."""
        root = root_of(page_url)

        def find(written: str) -> LinkTarget | None:
            ref = self.refs_by_words.get(written)
            if ref is not None:
                return LinkTarget(root + ref.url, ref.name, ref.kind == Kind.WORK.value, ref.lang)
            return self._part(written, root) if "#" in written else None

        return find

    def _part(self, written: str, root: str) -> LinkTarget | None:
        """A part of a page: a heading, or a paragraph of a source, which only a text that is shown has."""
        part, page = part_of(written), page_of(written)
        if not page:
            return LinkTarget(f"#{fragment_of(part)}", part)
        entity_id = self.wiki_links.targets.get(page)
        entity = self.archive.entities.get(entity_id) if entity_id else None
        if entity is None:
            return None
        whole = PASSAGE.fullmatch(part) and not self.shows_text(entity.id)
        fragment = "" if whole or not entity.has_page else f"#{fragment_of(part)}"
        return LinkTarget(f"{root}{entity.url}{fragment}", f"{entity.name}, {part}")

    @cached_property
    def shared_names(self) -> tuple[SharedName, ...]:
        """The names that several people, characters or works answer to."""
        return shared_names(self.records)

    @cached_property
    def shared_by(self) -> dict[str, tuple[SharedName, ...]]:
        """For each entity, the names that it shares with others."""
        found: dict[str, list[SharedName]] = defaultdict(list)
        for name in self.shared_names:
            for bearer in name.bearers:
                found[bearer].append(name)
        return {bearer: tuple(names) for bearer, names in found.items()}

    @cached_property
    def anchors(self) -> dict[Topic, str]:
        """Where each topic of which the sources differ stands on the page of disagreements."""
        return anchors_of(self.relations.differing())

    @cached_property
    def undecided_about(self) -> dict[str, tuple[Undecided, ...]]:
        """What was left undecided, by each entity that it may mean and by the source that it stands in."""
        found: dict[str, list[Undecided]] = defaultdict(list)
        for one in self.undecided:
            for about in (one.source, *one.candidates):
                found[about].append(one)
        return {about: tuple(places) for about, places in found.items()}

    @cached_property
    def titles(self) -> dict[str, str]:
        """What the page of each entity is called: its name, and what tells it from others of that name."""
        pages = [one for one in self.archive.entities.values() if one.has_page]
        named = Counter(one.name for one in pages)
        told = {
            one.id: one.name if named[one.name] == 1 else f"{one.name} ({one.type or one.kind.value})"
            for one in pages
        }
        known = Counter(told.values())
        return {key: title if known[title] == 1 else f"{title}, {key}" for key, title in told.items()}

    @cached_property
    def incoming(self) -> dict[str, tuple[str, ...]]:
        """The pages of records whose own words link to each entity, in the order of ids."""
        found: dict[str, list[str]] = {}
        for record, targets in self.wiki_links.outgoing.items():
            for target in targets if self.record(record).has_page else ():
                found.setdefault(target, []).append(record)
        return {target: tuple(records) for target, records in found.items()}

    @cached_property
    def told_links(self) -> dict[str, tuple[Link, ...]]:
        """Where texts name each entity, but for what is passed over (``is_hidden``)."""
        return {
            entity: tuple(one for one in links if not self.is_hidden(one))
            for entity, links in self.archive.links_to.items()
        }

    @cached_property
    def neighbours(self) -> dict[str, tuple[str | None, str | None]]:
        """Before and after: of an event along the timeline, of others in the list of their kind.

        An event without a date has neither, and neither have pages that stand in no list.
        """
        events = (event for event in self.archive.events if event.date is not None)
        rows = [[event.id for event in events if self.archive.entities[event.id].has_page]]
        for kind in (Kind.PERSON, Kind.CHARACTER, Kind.WORK, Kind.SOURCE):
            rows.append([one.id for one in self.archive.of(kind) if one.has_page and not one.is_stub])
        found: dict[str, tuple[str | None, str | None]] = {}
        for row in rows:
            found |= zip(row, zip([None, *row], [*row[1:], None], strict=False), strict=False)
        return found

    @cached_property
    def named_in(self) -> dict[tuple[str, int], frozenset[str]]:
        """The entities that each paragraph of each text names, by source and paragraph number."""
        found: dict[tuple[str, int], set[str]] = {}
        for link in self.archive.links:
            document = self.document(link.source)
            segment = document.segment_at(link.span.start) if document else None
            if segment is None or link.entity not in self.archive.entities:
                continue
            if not self.is_hidden(link):
                found.setdefault((link.source, segment.number), set()).add(link.entity)
        return {place: frozenset(names) for place, names in found.items()}

    @cached_property
    def named_beside(self) -> dict[str, list[frozenset[str]]]:
        """For each entity, what each paragraph that names it names, itself included."""
        found: dict[str, list[frozenset[str]]] = {}
        for names in self.named_in.values():
            for entity in names:
                found.setdefault(entity, []).append(names)
        return found

    @cached_property
    def voices(self) -> dict[str, tuple[Voice, ...]]:
        """What each person and each paper says in the texts, as far as they may be told of."""
        return voices_of(self)

    @cached_property
    def speakers(self) -> dict[str, dict[int, tuple[str, ...]]]:
        """For each source who says something in each paragraph, by its number."""
        found: dict[str, dict[int, tuple[str, ...]]] = defaultdict(dict)
        for speaker, voices in self.voices.items():
            for one in voices:
                inside = found[one.source]
                inside[one.number] = (*inside.get(one.number, ()), speaker)
        return found

    def prose(self, entity_id: str, page_url: str) -> Markup:
        """The body of a record as HTML, for one page."""
        body, root = self.record(entity_id).body, root_of(page_url)
        return render(body, self.find_target(page_url), self._size_of, root)

    def _size_of(self, address: str) -> tuple[int, int] | None:
        return self.pictures.get(address.removeprefix("../"))

    def value(self, value: str, page_url: str) -> Markup:
        """The value of a fact as HTML, for one page: a date in words, as those of events are."""
        date = date_in(value)
        if date is None:
            return self.line(value, page_url)
        machine = machine_form(date)
        words = escape(in_words(date))
        return Markup('<time datetime="{}">{}</time>').format(machine, words) if machine else words

    def line(self, markdown: str, page_url: str) -> Markup:
        """One line of a record as HTML, for one page."""
        return render_inline(markdown, self.find_target(page_url))


def _is_same(lang: str, other: str) -> bool:
    """Whether two tags name one language, whatever its country."""
    return lang.lower().split("-")[0] == other.lower().split("-")[0]


def _ref(entity: Entity, lang: str | None) -> Ref:
    return Ref(
        id=entity.id,
        url=entity.url,
        name=entity.name,
        kind=entity.kind.value,
        type=entity.type,
        lang=lang,
        summary=entity.summary,
        is_stub=entity.is_stub,
    )


def _blocks_of(document: Document) -> Iterable[Span]:
    blocks = document.original.blocks
    return find_blocks(document.text) if blocks is None else (one.span for one in blocks)


def root_of(page_url: str) -> str:
    """The way from a page up to the site's root: empty at the root, ``../`` in a folder."""
    return "../" * page_url.count("/")


def date_words(date: Edtf | None) -> DateWords | None:
    return DateWords(in_words(date), date.written, machine_form(date)) if date else None
