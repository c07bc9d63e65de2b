"""Names in texts and who they mean, measured twice: with the archive's records, and without any.

Without records, all that the archive knows of people, characters and works is what it found in the texts.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.annotated import annotated_texts, sources_by_digest
from evaluation.discovered import Discovered, measure_discovery
from evaluation.figures import Tally, add_up
from evaluation.gold import Gold, read_gold
from evaluation.identity import same_entities
from evaluation.linked import Linked, judge_links
from evaluation.marked_texts import MarkedText, digest_of_marked, read_marked_texts
from plugins.archive.entity import Entity
from plugins.archive.settings import Settings
from plugins.authority.linking import Links
from plugins.sources.library import digest_of_bytes
from plugins.stages import archive_flow


@dataclass(frozen=True)
class OfGold:
    """Both measurements of one annotation. ``absent`` are its texts that the archive does not hold."""

    digest: str
    absent: tuple[str, ...]
    with_records: Linked
    discovered: Discovered


@dataclass(frozen=True)
class OfMarkedTexts:
    """What was found in each marked text by itself, by the name of its file."""

    digest: str
    by_text: dict[str, Discovered]

    @property
    def counts(self) -> Tally:
        """The counts of all texts, added up."""
        return add_up(one.counts for one in self.by_text.values())


def measure_gold(folder: Path, libraries: Sequence[Path], settings: Settings) -> OfGold:
    """Links with the records that ``settings`` name, and discovery in ``libraries`` without records.

    Raises:
        UnreadableGold: the annotation cannot be read, or does not fit the texts.
        ContentFaults: the records have faults, so that nobody could trust what was measured with them.
    """
    gold = read_gold(folder)
    sources = sources_by_digest(gold.ends, libraries)
    flow = archive_flow(settings)
    entities: tuple[Entity, ...] = flow.sound_value("entities")
    links: Links = flow.sound_value("links")
    texts = annotated_texts(gold, sources, flow.value("documents").by_id)
    linked = judge_links(
        gold,
        texts,
        links.made,
        links.undecided,
        {one.id: one.kind for one in entities},
        same_entities(gold, entities),
    )
    at_hand = {text.source for text in texts.values()}
    absent = tuple(source for source in sorted(gold.ends) if source not in at_hand)
    return OfGold(gold.digest, absent, linked, discover(gold, libraries, sources))


def measure_marked_texts(folder: Path) -> OfMarkedTexts:
    """Discovery in each marked text of a folder, as the only text of an archive of its own.

    Raises:
        UnreadableGold: a text's marks cannot be read.
    """
    texts = read_marked_texts(folder)
    return OfMarkedTexts(digest_of_marked(texts), {one.name: _discover_in(one) for one in texts})


def discover(gold: Gold, libraries: Sequence[Path], sources: dict[str, str]) -> Discovered:
    """What an archive without a single record finds in the texts of its libraries.

    ``sources`` gives the annotation's name of a text by its sha256.
    """
    with tempfile.TemporaryDirectory() as content:
        flow = archive_flow(Settings(Path(content), tuple(libraries)))
        links: Links = flow.value("links")
        return measure_discovery(
            gold,
            annotated_texts(gold, sources, flow.value("documents").by_id),
            links.made,
            links.undecided,
            flow.value("entities"),
        )


def _discover_in(marked: MarkedText) -> Discovered:
    data = marked.text.encode("utf-8")
    with tempfile.TemporaryDirectory() as library:
        # A name that says nothing: what a file is called must not help to find what its text names.
        (Path(library) / "text.txt").write_bytes(data)
        return discover(marked.gold, [Path(library)], {digest_of_bytes(data): marked.name})
