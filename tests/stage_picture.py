"""The picture of the flow in docs/architecture.md, drawn from the stages' own table.

    python -m tests.stage_picture

draws it anew. What every stage may take (``settings``, ``kept``) is left out, and so is each arrow that a
longer way makes plain: from ``documents`` to ``claims`` the way over ``links`` is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.archive.flow import Stage
from plugins.citing.stage import STAGES as CITING
from plugins.open_data.stage import STAGES as DATA
from plugins.previews.stage import STAGES as PREVIEWS
from plugins.search_index.stage import STAGES as SEARCH
from plugins.stages import STAGES
from tests.building import ROOT

MAP = ROOT / "docs" / "architecture.md"
ALL = (*STAGES, *CITING, *PREVIEWS, *SEARCH, *DATA)
EVERYWHERE = frozenset({"settings", "kept"})

_BLOCK = re.compile(r"```mermaid\n.*?\n```", re.DOTALL)


def arrows(stages: Iterable[Stage]) -> dict[str, frozenset[str]]:
    """For each value those that it is made from, without those that it has by a longer way."""
    takes = {one.gives: frozenset(one.takes) - EVERYWHERE for one in stages}

    def behind(value: str) -> frozenset[str]:
        near = takes.get(value, frozenset())
        return near.union(*(behind(one) for one in near))

    return {
        value: frozenset(one for one in near if not any(one in behind(other) for other in near - {one}))
        for value, near in takes.items()
    }


def _lines(stages: tuple[Stage, ...]) -> Iterator[str]:
    yield "flowchart LR"
    shown = [one for one in stages if one.gives not in EVERYWHERE]
    for plugin in dict.fromkeys(one.name.partition(":")[0] for one in shown):
        yield f'  subgraph in_{plugin}["{plugin}"]'
        yield from (f"    {one.gives}" for one in shown if one.name.partition(":")[0] == plugin)
        yield "  end"
    for value, near in arrows(shown).items():
        yield from (f"  {one} --> {value}" for one in sorted(near))


def block(stages: tuple[Stage, ...] = ALL) -> str:
    return "\n".join(["```mermaid", *_lines(stages), "```"])


def with_picture(page: str) -> str:
    """The page with the picture that the table gives, in the place of the one that it has."""
    return _BLOCK.sub(lambda _: block(), page)


if __name__ == "__main__":
    MAP.write_text(with_picture(MAP.read_text("utf-8")), "utf-8")
