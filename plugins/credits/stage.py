"""What this plugin takes and gives."""

from plugins.archive.flow import Stage
from plugins.credits.finding import find_credits

STAGES = (
    Stage(
        "credits",
        takes=("documents", "links", "entities", "records", "kept", "settings"),
        gives="credit_lines",
        make=find_credits,
    ),
)
