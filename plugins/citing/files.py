"""The bibliography of an archive as files, and what the browser needs to cite a passage."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.archive.assemble import filed_under
from plugins.archive.entity import Kind
from plugins.archive.script_data import script_data
from plugins.citing.bibtex import bibtex
from plugins.citing.citation import Citation, citation
from plugins.citing.csl import csl_item, csl_json
from plugins.citing.item import Item
from plugins.citing.items import item_of_source
from plugins.citing.ris import ris
from plugins.entity_pages.site import Site
from plugins.entity_pages.source_record import source_facts

FOLDER = "cite"


def citing_files(site: Site) -> dict[str, bytes]:
    """``cite/bibliography.bib``, ``.ris`` and ``.json``, and ``cite/<id>.js`` for each source.

    The bibliography has the recorded ones, by author (a family name before its particle), title and id.
    """
    sources = (one for one in site.archive.of(Kind.SOURCE) if one.has_page)
    found = {one: item_of_source(site.ref(one.id), source_facts(one.id, site)) for one in sources}
    scripts = {f"{FOLDER}/{item.id}.js": statement(citation(item)) for item in found.values()}
    items = sorted((item for one, item in found.items() if not one.is_stub), key=_order)
    if not items:
        return scripts
    return scripts | {
        "cite/bibliography.bib": bibtex(items).encode(),
        "cite/bibliography.ris": ris(items).encode(),
        "cite/bibliography.json": f"{csl_json([csl_item(one) for one in items])}\n".encode(),
    }


def statement(cited: Citation) -> bytes:
    """The script that hands a source's citation over to the page that asked for it."""
    told = {"reference": cited.reference.text, "forms": cited.forms}
    return f"Intertitle.citing.receive({script_data(cited.key)},{script_data(told)});\n".encode()


def _order(item: Item) -> tuple[list[str], str, str]:
    names: Iterable[str] = (f"{one.family or one.literal} {one.given}" for one in item.authors)
    return [filed_under(one) for one in names], filed_under(item.heading), item.id
