"""What Jinja makes of the theme's templates, kept for the next build: it takes a quarter of a second."""

from __future__ import annotations

import marshal
from dataclasses import dataclass
from functools import cached_property
from types import CodeType
from typing import Any

from plugins.incremental.build import Build
from plugins.incremental.keys import digest_of


@dataclass(slots=True)
class Bucket:
    """The code of a template, or None while it is not known."""

    key: str
    code: CodeType | None


class TemplateCode:
    """The code of templates in the store of a site, as Python's own ``marshal`` writes it.

    It is what Jinja takes for its cache of code. It is read only from that store, where each value has its
    check, and only where settings, code, theme, Python and packages are those that it was made with: all that
    is in the ``basis`` of a build.
    """

    def __init__(self, build: Build) -> None:
        self._build = build
        self._name = f"code of templates {build.basis}"
        self._used: dict[str, CodeType] = {}

    def get_bucket(self, environment: object, name: str, filename: str | None, source: str) -> Bucket:  # noqa: ARG002 Jinja calls it so
        """The code of a template, by its place and its words."""
        key = digest_of(name, filename or "", source)
        code = self._known.get(key)
        if not isinstance(code, CodeType):
            return Bucket(key, None)
        self._used[key] = code
        return Bucket(key, code)

    def set_bucket(self, bucket: Bucket) -> None:
        """Take over code that was made."""
        if bucket.code is not None:
            self._used[bucket.key] = bucket.code

    def keep(self) -> None:
        """Keep the code of all templates that were read, for the next build."""
        self._build.remember({self._name: marshal.dumps(self._used)})

    @cached_property
    def _known(self) -> dict[str, Any]:
        written = self._build.recalled([self._name]).get(self._name) if self._build.basis else None
        try:
            known = marshal.loads(written) if written else None  # noqa: S302 our own, see above
        except (EOFError, TypeError, ValueError):
            known = None
        return known if isinstance(known, dict) else {}
