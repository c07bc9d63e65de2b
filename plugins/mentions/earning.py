"""What a text has earned by giving full names: who may be meant by a short form, and from where on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from plugins.archive.annotation import Form
from plugins.archive.entity import ANIMATE, Kind
from plugins.authority.names import Bearer, Name
from plugins.mentions.short_forms import ShortForms, short_forms


@dataclass(frozen=True, slots=True)
class FullName:
    """A full name in a text: whose it may be, in which spelling of the records, and where it begins."""

    ids: tuple[str, ...]
    form: str
    start: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a short form stands.

    ``over_the_text`` tells that its segment was set by somebody who knew the whole text, ``spoken`` that
    somebody says it.
    """

    start: int
    over_the_text: bool = False
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """Those whom a short form may mean where it stands, by the part of their names that it is.

    ``familiar`` are people whom the text would call by their given names although nobody speaks.
    """

    by_surname: frozenset[str]
    by_given: frozenset[str]
    familiar: frozenset[str]

    @property
    def is_called_so(self) -> bool:
        """Whether a text calls any of them so where the form stands."""
        return bool(self.by_surname or self.by_given - self.familiar)

    @property
    def form(self) -> Form:
        return Form.SURNAME if self.by_surname else Form.GIVEN


@dataclass
class Earned:
    """The short forms of those whom a text names in full, each with the ids that it may mean."""

    bearers: Mapping[str, Bearer]
    since: dict[str, int] = field(default_factory=dict)
    surnames: dict[str, set[str]] = field(default_factory=dict)
    given: dict[str, set[str]] = field(default_factory=dict)

    def names(self, forms: Mapping[str, set[str]]) -> Iterator[Name]:
        """Short forms as names to look for."""
        return (Name(form, tuple(sorted(ids))) for form, ids in forms.items())

    def meant(self, surname: Iterable[str], given: Iterable[str], place: Place) -> Meant:
        """Whom a form may mean at a place, of those whose surname and whose given name it is.

        Only full names before it count, but in headings and captions all. Characters are called by their
        given names everywhere, people only where somebody speaks.
        """
        by_surname = frozenset(one for one in surname if self._is_named(one, place))
        by_given = frozenset(one for one in given if self._is_named(one, place)) - by_surname
        people = frozenset(one for one in by_given if self.bearers[one].kind is Kind.PERSON)
        return Meant(by_surname, by_given, frozenset() if place.spoken else people)

    def _is_named(self, one: str, place: Place) -> bool:
        return place.over_the_text or self.since[one] < place.start


def earned(full_names: Iterable[FullName], bearers: Mapping[str, Bearer]) -> Earned:
    """What full names of people and characters earn, in the order of the text.

    A name that several answer to earns its short forms for all of them. The spelling that the text has is
    what is shortened: after ``Adam Spiegel`` it is ``Spiegel``, whatever the record's first name is.
    """
    found = Earned(bearers)
    read: set[tuple[str, str]] = set()
    for name in full_names:
        if not name.ids or any(one not in bearers or bearers[one].kind not in ANIMATE for one in name.ids):
            continue
        for one in name.ids:
            found.since.setdefault(one, name.start)
            if (one, name.form) in read:
                continue
            read.add((one, name.form))
            forms = forms_of(bearers[one], name.form)
            for form in forms.surnames:
                found.surnames.setdefault(form, set()).add(one)
            for form in forms.given:
                found.given.setdefault(form, set()).add(one)
    return found


def forms_of(bearer: Bearer, form: str) -> ShortForms:
    """The short forms of one of a bearer's names; the record's sorting name is that of its first name."""
    return short_forms(bearer if form == bearer.name else replace(bearer, name=form, sort_name=None))
