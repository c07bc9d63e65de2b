"""Wiki links that lead by a name, which a second bearer of the name would make doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.archive.entity import Kind
from plugins.authority.record import Records
from plugins.authority.wiki_links import NAMED, check_wiki_links
from plugins.markdown_it.render import find_wiki_links
from plugins.suggestions.suggestion import Place


@dataclass(frozen=True, slots=True)
class NamedLink:
    """A link whose target is a name: the record that it leads to, and the first place where it stands."""

    entity: str
    at: Place


def find_named_links(records: Records) -> dict[str, NamedLink]:
    """The links of all records that name no id, by what they name."""
    targets = check_wiki_links(records).targets
    found: dict[str, NamedLink] = {}
    for record in records.by_id.values():
        for way, text in (((), record.body), *_texts(record.values)):
            line, column = record.at(*way) if way else (record.body_line, 1)
            for link in find_wiki_links(text):
                if link.target not in records.by_id and link.target in targets:
                    place = Place(record.path, line + link.line, column if way else link.column + 1)
                    found.setdefault(link.target, NamedLink(targets[link.target], place))
    return found


def doubt(links: dict[str, NamedLink], entity: str, kind: Kind, name: str, forms: Iterable[str] = ()) -> str:
    """Why a record may not get a name yet: a link that would then mean two; empty where there is none."""
    wanted = {entity, name, *forms, *(re.findall(r"[^\W_]+", name) if kind in NAMED else ())}
    for target in sorted(wanted & set(links)):
        link = links[target]
        if link.entity != entity:
            return (
                f"[[{target}]] at {link.at} means {link.entity}; write [[{link.entity}|{target}]] there first"
            )
    return ""


def _texts(value: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield way, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, (*way, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _texts(one, (*way, number))
