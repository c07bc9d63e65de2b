"""Which pages there will be, before any of them is made: a view takes room, and is wanted once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

from plugins.entity_pages.site import Site
from plugins.entity_pages.views import PageView


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page to be: its address, its template, and what makes its view.

    ``build`` is called with what is ``given`` and the site. A page that ``gathers`` lists so much that it is
    made in every build.
    """

    url: str
    template: str
    build: Callable[..., PageView]
    given: tuple[Any, ...] = ()
    gathers: bool = False

    def view(self, site: Site) -> PageView:
        """The page's view, made anew each time."""
        return self.build(*self.given, site)


@dataclass(frozen=True, slots=True, eq=False)
class Pages(Sequence[PageView]):
    """The views of a site in the order of ``plans``, each made when it is asked for and held by nobody here.

    Two are equal if all their views are.
    """

    plans: tuple[PagePlan, ...]
    site: Site

    @property
    def addresses(self) -> frozenset[str]:
        """Where a page stands; no view is made for it."""
        return frozenset(plan.url for plan in self.plans)

    def __len__(self) -> int:
        return len(self.plans)

    def __iter__(self) -> Iterator[PageView]:
        return (plan.view(self.site) for plan in self.plans)

    @overload
    def __getitem__(self, place: int) -> PageView: ...
    @overload
    def __getitem__(self, place: slice) -> Pages: ...
    def __getitem__(self, place: int | slice) -> PageView | Pages:
        return (
            Pages(self.plans[place], self.site)
            if isinstance(place, slice)
            else self.plans[place].view(self.site)
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Pages) or len(self) != len(other):
            return False
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))
