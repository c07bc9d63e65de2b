"""Wiki links that lead by a name, which a second bearer of the name would make doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.archive.entity import Kind
from plugins.authority.record import Records
from plugins.authority.wiki_links import NAMED, check_wiki_links, links_of
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
        for link, line, column in links_of(record):
            if link.target not in records.by_id and link.target in targets:
                named = NamedLink(targets[link.target], Place(record.path, line, column))
                found.setdefault(link.target, named)
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
