"""What this plugin takes and gives."""

from typing import Any

from plugins.archive.annotation import CreditLine
from plugins.archive.flow import Stage


def _find(documents: Any, links: Any, entities: Any, records: Any) -> tuple[CreditLine, ...]:
    # The forms are some hundred long patterns, which take two seconds to compile: whoever reads no credits,
    # such as a command that only prints its help, does not wait for them.
    from plugins.credits.finding import find_credits

    return find_credits(documents, links, entities, records)


STAGES = (
    Stage(
        "credits",
        takes=("documents", "links", "entities", "records"),
        gives="credit_lines",
        make=_find,
    ),
)
