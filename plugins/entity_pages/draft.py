"""A page in the making: its notes are numbered in the order in which its parts are built."""

from __future__ import annotations

from plugins.archive.entity import Entity, Kind
from plugins.authority.entities import HOME
from plugins.entity_pages.facts import PageFacts
from plugins.entity_pages.mentioned import mentioned
from plugins.entity_pages.notes import NoteBook
from plugins.entity_pages.shared_names import SharedName
from plugins.entity_pages.site import Site
from plugins.entity_pages.stub_notes import stub_note
from plugins.entity_pages.undecided import left_undecided
from plugins.entity_pages.views import NOTHING, PageView, Ref


class Draft:
    """What the parts of one page share: the site, its notes, and the builder of facts."""

    def __init__(self, url: str, site: Site) -> None:
        self.site = site
        self.url = url
        self.notes = NoteBook(site)
        self.facts = PageFacts(site, self.notes, url)

    def of_entity(self, entity: Entity, template: str, crumbs: tuple[Ref, ...], **parts: object) -> PageView:
        """The finished page of an entity; called last, when all parts have cited what they rest on.

        A stub's page opens with a note of its own in the place of a summary and prose that no person wrote.
        """
        before, after = self.site.neighbours.get(entity.id, (None, None))
        return PageView(
            url=self.url,
            template=template,
            title=self.site.titles[entity.id],
            description="" if self.site.gives_away(entity.id) else entity.summary,
            entity=self.site.ref(entity.id),
            crumbs=crumbs,
            lead="" if entity.is_stub else entity.summary,
            body=NOTHING if entity.is_stub else self.site.prose(entity.id, self.url),
            variants=entity.variants,
            shared=tuple(ref_of_name(one) for one in self.site.shared_by.get(entity.id, ())),
            stub=stub_note(entity, self.site),
            mentioned=mentioned(entity.id, self.site),
            undecided=left_undecided(entity.id, self.site),
            film=self.film,
            previous=self.site.ref(before) if before else None,
            next=self.site.ref(after) if after else None,
            notes=self.notes.notes(),
            **parts,  # type: ignore[arg-type]
        )

    @property
    def film(self) -> Ref | None:
        return self.site.ref(self.site.film.id) if self.site.film else None


HOME_CRUMB = Ref(HOME, "index.html", "Home", Kind.PAGE.value)
"""Where every trail begins."""


def ref_of_name(name: SharedName) -> Ref:
    """A link to the page that tells the bearers of a name apart."""
    return Ref(name.id, name.url, name.name, Kind.PAGE.value, f"{len(name.bearers)} of this name")
