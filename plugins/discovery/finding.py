"""The names of one text: its surfaces gathered, settled, grouped, and decided."""

from __future__ import annotations

from plugins.archive.source import Document
from plugins.discovery.deciding import decide
from plugins.discovery.findings import TextName
from plugins.discovery.gathering import Gathered
from plugins.discovery.grouping import group
from plugins.discovery.passages import passages
from plugins.discovery.settling import settle
from plugins.discovery.speakers import hear_speakers
from plugins.discovery.usage import weigh_usage
from plugins.mentions.folding import fold


def find_names(document: Document) -> tuple[TextName, ...]:
    """The people, characters and works that a text names, by kind and name.

    Nothing is known but the text and the lexicon. Refuses what no words of the text speak for: a capital
    alone is never enough.
    """
    folded = fold(document.text)
    gathered = Gathered(document, folded)
    for passage in passages(document, folded):
        gathered.read(passage)
    hear_speakers(document, gathered)
    surfaces = settle(gathered.surfaces)
    weigh_usage(surfaces, gathered.rows)
    found = (decide(document.source, forms) for forms in group(surfaces))
    return tuple(
        sorted((name for name in found if name), key=lambda one: (one.kind.value, one.name, one.surfaces))
    )
