"""An item in BibTeX, in UTF-8, for BibTeX and for biblatex."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.middlewares.parsestack import default_unparse_stack
from bibtexparser.model import Entry, Field

from plugins.archive.edtf import Edtf
from plugins.citing.dates import parts_of
from plugins.citing.item import Item
from plugins.citing.names import Name
from plugins.dates.english import in_words

_TYPES = {
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "interview": "article",
}

_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
_WRITTEN = {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}

_WORDS = re.compile(r"\b(?:and|others)\b", re.IGNORECASE)
"""What BibTeX takes for the end of a name."""


def bibtex(items: Iterable[Item]) -> str:
    """The items as entries in their order; what has no outlet is a ``@misc``.

    Titles are in two pairs of braces, so that no style makes their capitals small. Dates that BibTeX has no
    field for are in ``date`` as EDTF, which biblatex reads, and their year in ``year``.
    """
    # The entries are made for this alone, and a copy of each takes longer than writing it.
    stack = default_unparse_stack(allow_inplace_modification=True)
    written: str = write_string(Library([_entry(one) for one in items]), unparse_stack=stack)
    return written.strip() + "\n"


def escaped(text: str) -> str:
    """A text in which nothing is a command of TeX.

    >>> escaped("Tin & Fog: 50 % off")
    'Tin \\\\& Fog: 50 \\\\% off'
    """
    return _SPECIAL.sub(lambda sign: _WRITTEN.get(sign.group(), f"\\{sign.group()}"), text)


def _entry(item: Item) -> Entry:
    kind = _TYPES.get(item.type, "misc") if item.container else "misc"
    fields = [Field(name, value) for name, value in _fields(item, kind) if value]
    return Entry(kind, item.id, fields)


def _fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{escaped(item.heading)}}}"
    yield "author", " and ".join(map(_name, item.authors))
    yield ("journal" if kind == "article" else "howpublished"), escaped(item.container)
    if item.issued:
        yield from _dates(item.issued)
    yield "langid", item.lang
    yield "url", item.url.replace("{", "%7B").replace("}", "%7D")


def _name(name: Name) -> str:
    if name.literal:
        return f"{{{escaped(name.literal)}}}"
    family = escaped(f"{name.particle} {name.family}".strip())
    parts = (
        (family, escaped(name.suffix), escaped(name.given)) if name.suffix else (family, escaped(name.given))
    )
    return ", ".join(_WORDS.sub(r"{\g<0>}", one) for one in parts if one)


def _dates(date: Edtf) -> Iterator[tuple[str, str]]:
    parts = parts_of(date)
    if parts is None:
        yield "year", f"{{{escaped(in_words(date))}}}"
        return
    if date.uncertain or date.approximate:
        yield "year", f"{{{escaped(in_words(date))}}}"
        yield "date", date.written
        return
    year, month = parts[0][0], parts[0][1] if len(parts[0]) > 1 else 0
    yield "year", str(year)
    if 1 <= month <= 12 and len(parts) == 1:
        yield "month", str(month)
    yield "date", date.written
